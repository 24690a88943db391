"""The checks on words: L4, L5, L8, L9, L10 and L11."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from planbureau.rules.plain_language.hint import LanguageHint, LanguageLevel, Limits
from planbureau.rules.plain_language.readability import name_words, syllables
from planbureau.rules.plain_language.sentences import Sentence, Word
from planbureau.rules.plain_language.word_lists import WordLists

_HINT, _ATTENTION = LanguageLevel.HINT, LanguageLevel.ATTENTION
_MONTHS = (
    "januari", "februari", "maart", "april", "mei", "juni",
    "juli", "augustus", "september", "oktober", "november", "december",
)  # fmt: skip
_NUMBER_DATE = re.compile(r"(?<![\d-])(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})(?![\d-])")


def hard_words(
    words: Sequence[Word], names: Sequence[str], limits: Limits, lists: WordLists
) -> Iterator[LanguageHint]:
    """L4 and L5: long words, and words for which an easier one is known."""
    skip = name_words(names) | lists.ok
    for word in words:
        lower = word.text.lower()
        if lower in skip:
            continue
        offer = lists.replacement(lower)
        if offer:
            text = f"Makkelijker dan “{word.text}”: {offer}."
            yield LanguageHint("L5", _HINT, word.start, word.end, text, offer)
        elif syllables(lower, lists) >= limits.syllables:
            text = f"“{word.text}” is een lang woord. Kan het korter?"
            yield LanguageHint("L4", _HINT, word.start, word.end, text)


def abbreviations(
    text: str, words: Sequence[Word], *, for_client: bool, lists: WordLists
) -> Iterator[LanguageHint]:
    """L8: an abbreviation that is not explained where it stands first."""
    level = _ATTENTION if for_client else _HINT
    spelled = {form: name for name in lists.abbreviations for form in (name, name.upper())}
    seen = set()
    for word in words:
        key = spelled.get(word.text)
        if key is None or key in seen:
            continue
        seen.add(key)
        explained = text[word.end : word.end + 2].lstrip().startswith("(") or (
            text[max(0, word.start - 1) : word.start] == "(" and text[word.end : word.end + 1] == ")"
        )
        if not explained:
            full = lists.abbreviations[key]
            message = f"Schrijf “{word.text}” de eerste keer uit: {full}."
            yield LanguageHint("L8", level, word.start, word.end, message, full)


def outside_view(text: str, lists: WordLists) -> Iterator[LanguageHint]:
    """L9: words about the client from outside, in a part that is meant in the own words."""
    for match in _any_of(lists.outside_view).finditer(text):
        message = "Dit deel is in eigen woorden. Kan dit met “ik”?"
        yield LanguageHint("L9", _HINT, match.start(), match.end(), message)


def negative_goal(sentences: Sequence[Sentence], lists: WordLists) -> Iterator[LanguageHint]:
    """L10: a goal that says what must not be; silent when a number follows in the sentence."""
    pattern = _any_of(lists.negatives)
    for sentence in sentences:
        match = pattern.search(sentence.text)
        if match and not re.search(r"\d", sentence.text[match.end() :]):
            start = sentence.start + match.start()
            yield LanguageHint("L10", _HINT, start, start + len(match[0]), "Wat wil je wél?")


def numbers_and_dates(text: str, words: Sequence[Word], lists: WordLists) -> Iterator[LanguageHint]:
    """L11: numbers above twelve as words, and dates in figures."""
    for word in words:
        lower = word.text.lower()
        if lower in lists.numbers or any(lower.endswith(f"en{n}") for n in _TENS):
            message = f"Schrijf “{word.text}” in cijfers. Dat leest sneller."
            yield LanguageHint("L11", _HINT, word.start, word.end, message)
    for match in _NUMBER_DATE.finditer(text):
        day, month, year = (int(part) for part in match.groups())
        if 1 <= month <= 12 and 1 <= day <= 31:
            offer = f"{day} {_MONTHS[month - 1]} {year}"
            message = f"Schrijf de maand als woord: {offer}."
            yield LanguageHint("L11", _HINT, match.start(), match.end(), message, offer)


_TENS = ("twintig", "dertig", "veertig", "vijftig", "zestig", "zeventig", "tachtig", "negentig")


def _any_of(phrases: Sequence[str]) -> re.Pattern[str]:
    longest = sorted(phrases, key=len, reverse=True)
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, longest))})\b", re.IGNORECASE)
