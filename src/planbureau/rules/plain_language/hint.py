"""What a language check says, and in which place of the text."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum


class LanguageLevel(Enum):
    """How strongly a hint is shown; neither stops saving or adopting."""

    HINT = "hint"
    ATTENTION = "attention"


@dataclass(frozen=True)
class LanguageHint:
    """One hint of check `check` ("L1" to "L12", "C0") on `text[start:end]`; `offer` replaces that part."""

    check: str
    level: LanguageLevel
    start: int
    end: int
    text: str
    offer: str = ""


@dataclass(frozen=True)
class TextContext:
    """For whom a text is and where it stands.

    `names` are first and last names of people, which are never called hard words. `for_client` is text that
    the client reads, `own_words` a section meant in the client's own words, `goal` the sentence of a goal.
    """

    names: tuple[str, ...] = ()
    for_client: bool = False
    own_words: bool = False
    goal: bool = False
    lint: tuple[str, ...] = ("results", "diagnosis", "history")  # what C0 looks for in this plan type


@dataclass(frozen=True)
class Limits:
    """The limits of F2; above the first a hint, above the second attention."""

    sentence_words: int = 15
    sentence_words_high: int = 20
    average_words: int = 12
    average_from_sentences: int = 3
    douma: int = 70
    douma_low: int = 60
    douma_from_words: int = 30
    syllables: int = 4
    passive_each_sentences: int = 5
    commas: int = 2
    paragraph_words: int = 80
    words_without_heading: int = 150
