"""C0: what belongs in the file and not in the plan: results, diagnoses, the story of a life, reports.

One line on what it means for the support is fine (VGN Handreiking Ondersteuningsplannen 2023, par. 3.3), so a
diagnosis in a sentence that says so gets no hint. A score says nothing about support and always gets one.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence

from planbureau.rules.plain_language.hint import LanguageHint, LanguageLevel
from planbureau.rules.plain_language.sentences import Sentence
from planbureau.rules.plain_language.word_lists import WordLists

RESULTS, DIAGNOSIS, HISTORY = "results", "diagnosis", "history"
_ADVICE = {
    RESULTS: "Dit lijkt op een uitslag. Schrijf op wat die betekent voor de hulp. "
    "De uitslag zelf hoort in het dossier.",
    DIAGNOSIS: "Dit lijkt op een diagnose. Schrijf op wat iemand ervan merkt en wat dan helpt. Eén regel is "
    "genoeg.",
    HISTORY: "Dit lijkt op een levensloop of verslag. Schrijf op wat nu telt voor de hulp. "
    "De rest hoort in het dossier.",
}
_NUMBER = re.compile(r"[\s:=]*(?:(?:van|is|was|hij|zij|ze)\s+)?\d")
_TALLY = re.compile(r"[\s:=]*\d+\s*-\s*\d")  # a match that ended in 3-1
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")


def background(
    text: str, sentences: Sequence[Sentence], kinds: Collection[str], lists: WordLists
) -> Iterator[LanguageHint]:
    """The hints of C0 of these kinds, in the order of the text."""
    for sentence in sentences:
        if RESULTS in kinds:
            yield from _results(text, sentence, lists)
        if DIAGNOSIS in kinds and not _says_what_it_means(sentence, lists):
            yield from _diagnoses(sentence, lists)
        if HISTORY in kinds:
            yield from _history(sentence, lists)


def _results(text: str, sentence: Sentence, lists: WordLists) -> Iterator[LanguageHint]:
    for word in sentence.words:
        behind = text[word.end : word.end + 14]
        scored = word.text.lower() in lists.scores and _NUMBER.match(behind) and not _TALLY.match(behind)
        if scored or word.text.lower() in lists.tests:
            yield _hint(RESULTS, word.start, word.end)


def _diagnoses(sentence: Sentence, lists: WordLists) -> Iterator[LanguageHint]:
    for word in sentence.words:
        if word.text.lower() in lists.diagnoses or (
            word.text.isupper() and word.text.lower() in lists.diagnosis_letters
        ):
            yield _hint(DIAGNOSIS, word.start, word.end)


def _says_what_it_means(sentence: Sentence, lists: WordLists) -> bool:
    return bool(_any_of(lists.consequences).search(sentence.text))


def _history(sentence: Sentence, lists: WordLists) -> Iterator[LanguageHint]:
    """A phrase of a life story or a report, or an event of the past with its year."""
    found = _any_of(lists.history).search(sentence.text)
    if found is None and _YEAR.search(sentence.text):
        found = _any_of(lists.past_events).search(sentence.text)
    if found is not None:
        yield _hint(HISTORY, sentence.start + found.start(), sentence.start + found.end())


def _hint(kind: str, start: int, end: int) -> LanguageHint:
    return LanguageHint("C0", LanguageLevel.HINT, start, end, _ADVICE[kind])


def _any_of(phrases: Sequence[str]) -> re.Pattern[str]:
    longest = sorted(phrases, key=len, reverse=True)
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, longest))})(?!\w)", re.IGNORECASE)
