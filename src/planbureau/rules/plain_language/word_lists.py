"""The word lists of the language hints, read strictly from resources/plain_language.toml."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Any

from planbureau import resources
from planbureau.errors import FormatError

FILE_NAME = "plain_language.toml"
_TABLES = {
    "syllables": ("words", "parts"),
    "replacements": ("exact", "inflected"),
    "words": (
        "ok",
        "no_stop",
        "heavy_joiners",
        "then_before",
        "then_after",
        "asks",
        "outside_view",
        "negatives",
        "numbers",
        "passive_helpers",
        "no_participle",
    ),
    "background": (
        "scores",
        "tests",
        "diagnoses",
        "diagnosis_letters",
        "consequences",
        "history",
        "past_events",
    ),
}


@dataclass(frozen=True)
class WordLists:
    """The lists, all in lower case except the abbreviations."""

    syllable_words: Mapping[str, int]
    syllable_parts: Mapping[str, int]
    replacements_exact: Mapping[str, str]
    replacements_stem: Mapping[str, str]
    abbreviations: Mapping[str, str]
    ok: frozenset[str]
    no_stop: frozenset[str]
    heavy_joiners: tuple[str, ...]
    then_before: frozenset[str]  # before "dan wel" these say that it joins nothing
    then_after: frozenset[str]  # and these behind it
    asks: frozenset[str]
    outside_view: tuple[str, ...]
    negatives: tuple[str, ...]
    numbers: frozenset[str]
    passive_helpers: frozenset[str]
    no_participle: frozenset[str]
    scores: frozenset[str]
    tests: frozenset[str]
    diagnoses: frozenset[str]
    diagnosis_letters: frozenset[str]  # count in capitals alone: "TOS" is no "tos"
    consequences: tuple[str, ...]
    history: tuple[str, ...]
    past_events: tuple[str, ...]

    def replacement(self, word: str) -> str:
        """What to offer for a word in any form; empty when it is not on the list."""
        lower = word.lower()
        return self.replacements_exact.get(lower) or self.replacements_stem.get(stem(lower), "")


_DOUBLE_VOWEL = re.compile(r"([aeou])\1")


_ENDINGS = ("en", "de", "te", "t", "s", "e")


def stem(word: str) -> str:
    """A word without its commonest endings, with single vowels and consonants: "evalueert" is "evaluer"."""
    ending = next((e for e in _ENDINGS if word.endswith(e) and len(word) - len(e) >= 4), None)
    if ending is not None:
        return stem(word.removesuffix(ending))
    if word[-2:-1] == word[-1:]:
        word = word[:-1]
    return _DOUBLE_VOWEL.sub(r"\1", word)


@cache
def shipped_lists() -> WordLists:
    """The lists that come with the program. Raises FormatError when the file is damaged."""
    return load_lists(resources.path(FILE_NAME))


def load_lists(path: Path) -> WordLists:
    """Read one file of lists. An unknown, missing or wrong entry raises FormatError naming file and key."""
    try:
        data = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise FormatError(f"De woordenlijst {path.name} kan niet worden gelezen: {error}.") from error
    reader = _Reader(path.name, data)
    reader.check_keys()
    inflected = reader.texts("replacements", "inflected")
    return WordLists(
        syllable_words=reader.counts("syllables", "words"),
        syllable_parts=reader.counts("syllables", "parts"),
        replacements_exact=reader.texts("replacements", "exact"),
        replacements_stem=MappingProxyType({stem(word): offer for word, offer in inflected.items()}),
        abbreviations=reader.texts("abbreviations"),
        ok=frozenset(reader.words("words", "ok")),
        no_stop=frozenset(reader.words("words", "no_stop")),
        heavy_joiners=reader.words("words", "heavy_joiners"),
        then_before=frozenset(reader.words("words", "then_before")),
        then_after=frozenset(reader.words("words", "then_after")),
        asks=frozenset(reader.words("words", "asks")),
        outside_view=reader.words("words", "outside_view"),
        negatives=reader.words("words", "negatives"),
        numbers=frozenset(reader.words("words", "numbers")),
        passive_helpers=frozenset(reader.words("words", "passive_helpers")),
        no_participle=frozenset(reader.words("words", "no_participle")),
        scores=frozenset(reader.words("background", "scores")),
        tests=frozenset(reader.words("background", "tests")),
        diagnoses=frozenset(reader.words("background", "diagnoses")),
        diagnosis_letters=frozenset(reader.words("background", "diagnosis_letters")),
        consequences=reader.words("background", "consequences"),
        history=reader.words("background", "history"),
        past_events=reader.words("background", "past_events"),
    )


class _Reader:
    """Takes typed values out of the parsed file, or says what is wrong where."""

    def __init__(self, name: str, data: dict[str, Any]) -> None:
        self._name = name
        self._data = data

    def check_keys(self) -> None:
        self._same("het bestand", set(self._data), {*_TABLES, "abbreviations"})
        for table, keys in _TABLES.items():
            if not isinstance(self._data[table], dict):
                raise self._error(table, "een tabel")
            self._same(f"[{table}]", set(self._data[table]), set(keys))

    def _same(self, place: str, found: set[str], expected: set[str]) -> None:
        for key in sorted(found - expected):
            raise FormatError(f'{self._name}: "{key}" hoort niet in {place}.')
        for key in sorted(expected - found):
            raise FormatError(f'{self._name}: "{key}" ontbreekt in {place}.')

    def _value(self, keys: tuple[str, ...]) -> Any:
        value: Any = self._data
        for key in keys:
            value = value[key]
        return value

    def counts(self, *keys: str) -> Mapping[str, int]:
        value = self._value(keys)
        if not isinstance(value, dict) or not all(type(n) is int and n > 0 for n in value.values()):
            raise self._error(".".join(keys), "een tabel van woorden met een aantal lettergrepen")
        return MappingProxyType(value)

    def texts(self, *keys: str) -> Mapping[str, str]:
        value = self._value(keys)
        if not isinstance(value, dict) or not all(isinstance(t, str) and t for t in value.values()):
            raise self._error(".".join(keys), "een tabel van woorden met een tekst")
        return MappingProxyType(value)

    def words(self, *keys: str) -> tuple[str, ...]:
        value = self._value(keys)
        if not isinstance(value, list) or not all(isinstance(w, str) and w == w.lower() for w in value):
            raise self._error(".".join(keys), "een lijst van woorden in kleine letters")
        return tuple(value)

    def _error(self, key: str, expected: str) -> FormatError:
        return FormatError(f'{self._name}: "{key}" moet {expected} zijn.')
