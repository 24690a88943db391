"""Counting syllables, and the reading ease of Flesch-Douma.

206.835 - 0.93 x (words per sentence) - 77 x (syllables per word), with Douma's scale. The formula is weak
evidence about readers: it gives hints, never a verdict.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from planbureau.rules.plain_language.sentences import Sentence, find_sentences
from planbureau.rules.plain_language.word_lists import WordLists, shipped_lists

_VOWELS = re.compile(
    r"aai|ooi|oei|eeuw|ieuw|aa|ee|oo|uu|ie|eu|oe|ui|ei|ij|ou|au|[aeiouyáéíóúýàèìòùäëïöüÿâêîôûãõåæø]"
)
_SCALE = (
    (30, "zeer moeilijk"),
    (45, "moeilijk"),
    (60, "tamelijk moeilijk"),
    (70, "normaal"),
    (80, "tamelijk gemakkelijk"),
    (90, "gemakkelijk"),
)
_EASIEST = "zeer gemakkelijk"


@dataclass(frozen=True)
class ReadingLevel:
    """The reading ease of a text: about 0 (very hard) to 100 (very easy), and its word on Douma's scale."""

    score: float
    label: str
    words: int
    sentences: int
    words_per_sentence: float


def syllables(word: str, lists: WordLists) -> int:
    """The number of syllables of a Dutch word, at least one."""
    lower = word.lower().replace("’", "'")
    if lower in lists.syllable_words:
        return lists.syllable_words[lower]
    count = 0
    for part, in_part in lists.syllable_parts.items():
        times = lower.count(part)
        if times:
            count += times * in_part
            lower = lower.replace(part, "|")
    return max(1, count + len(_VOWELS.findall(lower)))


def reading_level(
    text: str, names: Sequence[str] = (), lists: WordLists | None = None
) -> ReadingLevel | None:
    """The reading ease of a text without the names in it; None when there are no words."""
    lists = lists or shipped_lists()
    return level_of(find_sentences(text, lists), names, lists)


def level_of(sentences: Sequence[Sentence], names: Sequence[str], lists: WordLists) -> ReadingLevel | None:
    """The reading ease of sentences that were already cut."""
    skip = name_words(names)
    words = [word.text for sentence in sentences for word in sentence.words]
    words = [word for word in words if word.lower() not in skip]
    if not words:
        return None
    per_sentence = len(words) / len(sentences)
    per_word = sum(syllables(word, lists) for word in words) / len(words)
    score = round(206.835 - 0.93 * per_sentence - 77 * per_word, 1)
    label = next((word for limit, word in _SCALE if score < limit), _EASIEST)
    return ReadingLevel(score, label, len(words), len(sentences), round(per_sentence, 1))


def name_words(names: Sequence[str]) -> frozenset[str]:
    """The single words of names, in lower case, also with the s of possession ("Sara's", "Toms")."""
    parts = {part for name in names for part in name.lower().split()}
    return frozenset(form for part in parts for form in (part, f"{part}s", f"{part}'s", f"{part}’s"))
