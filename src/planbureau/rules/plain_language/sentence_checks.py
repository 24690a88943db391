"""The checks on sentences and paragraphs: L1, L2, L3, L6, L7 and L12."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from planbureau.rules.plain_language.hint import LanguageHint, LanguageLevel, Limits
from planbureau.rules.plain_language.readability import level_of
from planbureau.rules.plain_language.sentences import Paragraph, Sentence
from planbureau.rules.plain_language.word_lists import WordLists

_PARTICIPLE = re.compile(r"ge[a-zà-öø-ÿ]+(?:d|t|en)")
_PASSIVE_REACH = 8
_WORDS = re.compile(r"[\w'’-]+")
_HINT, _ATTENTION = LanguageLevel.HINT, LanguageLevel.ATTENTION


def long_sentences(sentences: Sequence[Sentence], limits: Limits) -> Iterator[LanguageHint]:
    """L1: words in one sentence."""
    for sentence in sentences:
        count = len(sentence.words)
        if count > limits.sentence_words:
            level = _ATTENTION if count > limits.sentence_words_high else _HINT
            text = f"Deze zin heeft {count} woorden. Maak er twee zinnen van."
            yield LanguageHint("L1", level, sentence.start, sentence.end, text)


def long_average(sentences: Sequence[Sentence], limits: Limits) -> Iterator[LanguageHint]:
    """L2: the average length of the sentences."""
    if len(sentences) < limits.average_from_sentences:
        return
    average = sum(len(sentence.words) for sentence in sentences) / len(sentences)
    if average > limits.average_words:
        number = f"{average:.1f}".replace(".", ",")
        text = f"De zinnen zijn gemiddeld {number} woorden lang. Kortere zinnen lezen prettiger."
        yield LanguageHint("L2", _HINT, sentences[0].start, sentences[-1].end, text)


def hard_text(
    sentences: Sequence[Sentence], names: Sequence[str], limits: Limits, lists: WordLists
) -> Iterator[LanguageHint]:
    """L3: the reading ease of the whole text."""
    level = level_of(sentences, names, lists)
    if level is None or level.words < limits.douma_from_words or level.score >= limits.douma:
        return
    strength = _ATTENTION if level.score < limits.douma_low else _HINT
    text = f"Deze tekst is {level.label} om te lezen. Kies kortere woorden en kortere zinnen."
    yield LanguageHint("L3", strength, sentences[0].start, sentences[-1].end, text)


def passive(sentences: Sequence[Sentence], limits: Limits, lists: WordLists) -> Iterator[LanguageHint]:
    """L6: more than one passive in every five sentences."""
    found = [sentence for sentence in sentences if _is_passive(sentence, lists)]
    if len(found) * limits.passive_each_sentences <= len(sentences):
        return
    for sentence in found:
        text = "Schrijf wie het doet: “Anna helpt” in plaats van “er wordt geholpen”."
        yield LanguageHint("L6", _HINT, sentence.start, sentence.end, text)


def tangled(sentences: Sequence[Sentence], limits: Limits, lists: WordLists) -> Iterator[LanguageHint]:
    """L7: several commas, or a joining word that makes sentences heavy."""
    heavy = re.compile(rf"\b(?:{'|'.join(map(re.escape, lists.heavy_joiners))})\b", re.IGNORECASE)
    for sentence in sentences:
        found = heavy.finditer(sentence.text)
        joiner = next((one for one in found if not _means_then(sentence.text, one, lists)), None)
        if joiner:
            start = sentence.start + joiner.start()
            text = f"“{joiner[0]}” maakt de zin zwaar. Maak er twee zinnen van."
            yield LanguageHint("L7", _HINT, start, start + len(joiner[0]), text)
        elif sentence.text.count(",") >= limits.commas:
            text = "Deze zin heeft veel komma's. Maak er een lijstje of meer zinnen van."
            yield LanguageHint("L7", _HINT, sentence.start, sentence.end, text)


def _means_then(text: str, found: re.Match[str], lists: WordLists) -> bool:
    """Whether "dan wel" is "then indeed" and not a heavy "or": "wat kan dan wel?", "nu niet, morgen dan wel".

    Dutch writes both the same. What stands around it tells which it is; when nothing does, it joins.
    """
    if found[0].lower() != "dan wel":
        return False
    before, after = text[: found.start()], text[found.end() :]
    if not before.strip(" \"'“‘(") or not after.strip() or after.lstrip(" ")[0] in '.,;:?!)”’"':
        return True
    earlier = [word.lower() for word in _WORDS.findall(before)]
    following = [word.lower() for word in _WORDS.findall(after)]
    if "hetzij" in earlier:
        return False
    near = earlier[-1] in lists.then_before or following[:1] == ["of"] or following[0] in lists.then_after
    contrast = not {"niet", "geen", "nooit", "niets"}.isdisjoint(earlier)
    return near or contrast or not lists.asks.isdisjoint(earlier)


def long_paragraphs(paragraphs: Sequence[Paragraph], limits: Limits) -> Iterator[LanguageHint]:
    """L12: a long paragraph, or a long stretch without a heading."""
    since, start, told = 0, 0, False
    for paragraph in paragraphs:
        if paragraph.words > limits.paragraph_words:
            text = f"Deze alinea heeft {paragraph.words} woorden. Maak er twee van."
            yield LanguageHint("L12", _HINT, paragraph.start, paragraph.end, text)
        if paragraph.heading:
            since, start, told = 0, paragraph.end, False
            continue
        since += paragraph.words
        if since > limits.words_without_heading and not told:
            told = True
            yield LanguageHint("L12", _HINT, start, paragraph.end, "Zet hier een kopje tussen.")


def _is_passive(sentence: Sentence, lists: WordLists) -> bool:
    words = [word.text.lower() for word in sentence.words]
    for at, word in enumerate(words):
        if word in lists.passive_helpers and any(
            _PARTICIPLE.fullmatch(other) and other not in lists.no_participle
            for other in words[at + 1 : at + 1 + _PASSIVE_REACH]
        ):
            return True
    return False
