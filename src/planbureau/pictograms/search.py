"""Finding pictograms by Dutch words, and suggesting them for a Dutch sentence.

A linear walk over some three thousand short words: well under a millisecond each, so no index on disk.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import IntEnum

from planbureau.pictograms.dutch import GAP, STOP_WORDS, fold, same_word, sentences, stems, typed_stems, words
from planbureau.pictograms.values import Pictogram

_LONGEST_GAP = 4
_SHORTEST_INSIDE = 4


class _Rank(IntEnum):
    """How well a word fits, best first."""

    NAME = 0
    OTHER_WORD = 1
    NAME_START = 2
    NAME_FORM = 3
    OTHER_WORD_START = 4
    OTHER_WORD_FORM = 5
    INSIDE = 6


@dataclass(frozen=True, slots=True)
class _Term:
    text: str
    words: tuple[str, ...]
    stems: frozenset[str]  # of a single word; a phrase has none
    place: int  # of the pictogram in the library
    is_name: bool


class PictogramSearch:
    """Search over a fixed list of pictograms, whose order breaks ties."""

    def __init__(self, pictograms: Sequence[Pictogram]) -> None:
        self._pictograms = tuple(pictograms)
        self._terms = tuple(_terms(self._pictograms))
        self._by_word: dict[str, list[_Term]] = defaultdict(list)
        self._by_stem: dict[str, list[_Term]] = defaultdict(list)
        self._phrases: dict[str, list[_Term]] = defaultdict(list)
        for term in sorted(self._terms, key=lambda term: not term.is_name):
            first = term.words[0]
            if len(term.words) > 1:
                for stem in stems(first):
                    self._phrases[stem].append(term)
                continue
            self._by_word[first].append(term)
            for stem in stems(first):
                self._by_stem[stem].append(term)

    def search(self, text: str, limit: int) -> tuple[Pictogram, ...]:
        """The best `limit` pictograms for what was typed; nothing typed gives nothing."""
        typed = fold(text)
        if not typed or limit < 1:
            return ()
        ranks = self._ranks(typed)
        found = sorted(ranks, key=lambda place: (ranks[place], place))
        if len(typed.split()) > 1:
            found.extend(self._per_word(typed, set(found)))
        return tuple(self._pictograms[place] for place in found[:limit])

    def suggest(self, text: str) -> tuple[Pictogram, ...]:
        """Return pictograms for the words of a text, in the order of the text, each once."""
        places: dict[int, None] = {}
        for sentence in sentences(text):
            for place in self._in_sentence(sentence):
                places.setdefault(place)
        return tuple(self._pictograms[place] for place in places)

    def _ranks(self, typed: str) -> dict[int, _Rank]:
        """The best rank of each pictogram for one typed word or phrase."""
        ranks: dict[int, _Rank] = {}
        shapes = frozenset(typed_stems(typed)) if " " not in typed else frozenset[str]()
        for term in self._terms:
            rank = _rank(term, typed, shapes)
            if rank is not None and rank < ranks.get(term.place, len(_Rank)):
                ranks[term.place] = rank
        return ranks

    def _per_word(self, typed: str, known: set[int]) -> list[int]:
        """Pictograms for the separate words of a phrase: those that fit most words come first."""
        separate = [word for word in typed.split() if word not in STOP_WORDS]
        per_word = [self._ranks(word) for word in separate]
        suggested = [place for place in self._in_sentence(tuple(typed.split())) if place not in known]
        worst = len(_Rank)
        score = {
            place: sum(ranks.get(place, worst) for ranks in per_word)
            for place in {place for ranks in per_word for place in ranks} - known - set(suggested)
        }
        return [*suggested, *sorted(score, key=lambda place: (score[place], place))]

    def _in_sentence(self, sentence: tuple[str, ...]) -> list[int]:
        """Phrases first, the longest at each place; then the words that no phrase has used."""
        found: dict[int, int] = {}  # position in the sentence -> pictogram
        used: set[int] = set()
        for start, word in enumerate(sentence):
            best: tuple[int, int] = (0, 0)
            best_match: tuple[int, ...] = ()
            for term in self._phrases_from(word):
                match = _match(term.words, sentence, start)
                literal = sum(sentence[position] in term.words for position in match)
                if (len(match), literal) > best and used.isdisjoint(match):
                    best, found[start], best_match = (len(match), literal), term.place, match
            used.update(best_match)
        for position, word in enumerate(sentence):
            if position not in used and word not in STOP_WORDS and (single := self._single(word)):
                found[position] = single.place
        return [found[position] for position in sorted(found)]

    def _phrases_from(self, word: str) -> Iterable[_Term]:
        """The phrases that may begin with this word of a sentence."""
        return dict.fromkeys(term for stem in typed_stems(word) for term in self._phrases.get(stem, ()))

    def _single(self, word: str) -> _Term | None:
        """The pictogram of one word: the word itself, else the likeliest form of it."""
        for shape in typed_stems(word):
            for table in (self._by_word, self._by_stem):
                if terms := table.get(shape):
                    return terms[0]
        return None


def _terms(pictograms: Sequence[Pictogram]) -> Iterable[_Term]:
    for place, pictogram in enumerate(pictograms):
        for number, text in enumerate((pictogram.name, *pictogram.synonyms, *pictogram.forms)):
            parts = words(text)
            shapes = frozenset(stems(parts[0])) if len(parts) == 1 else frozenset[str]()
            yield _Term(fold(text), parts, shapes, place, is_name=number == 0)


def _rank(term: _Term, typed: str, shapes: frozenset[str]) -> _Rank | None:
    same, starts = term.text == typed, term.text.startswith(typed)
    form = not shapes.isdisjoint(term.stems)
    fitting = (
        (same and term.is_name, _Rank.NAME),
        (same, _Rank.OTHER_WORD),
        (starts and term.is_name, _Rank.NAME_START),
        (form and term.is_name, _Rank.NAME_FORM),
        (starts, _Rank.OTHER_WORD_START),
        (form, _Rank.OTHER_WORD_FORM),
    )
    for fits, rank in fitting:
        if fits:
            return rank
    if len(typed) >= _SHORTEST_INSIDE and typed in term.text:
        return _Rank.INSIDE
    if any(word.startswith(typed) for word in term.words):
        return _Rank.INSIDE
    return None


def _match(pattern: tuple[str, ...], sentence: tuple[str, ...], start: int) -> tuple[int, ...]:
    """The positions of a phrase in a sentence from `start` on, or nothing when it does not stand there."""
    positions: list[int] = []
    position, slack = start, 0
    for word in pattern:
        if word == GAP:
            slack = _LONGEST_GAP
            continue
        last = min(position + slack, len(sentence) - 1)
        while position <= last and not same_word(sentence[position], word):
            position += 1
        if position > last:
            return ()
        positions.append(position)
        position, slack = position + 1, 0
    return tuple(positions)
