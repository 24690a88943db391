"""Marks for how a life domain goes: on three faces, on five or on ten.

A mark keeps the scale it was given on for ever: another scale for the same client later does not turn
a 3 of 5 into a 3 of 10.
"""

from __future__ import annotations

from dataclasses import dataclass

from .answered import domain_answers
from .answers import DomainAnswer, JsonValue, PlanState
from .model import PlanFormat, QuestionKind

FACES, FIVE, TEN = 3, 5, 10
SCALES = {FACES: "Drie gezichten", FIVE: "Van 1 tot 5", TEN: "Van 1 tot 10"}
"""The scales that a client can choose, with their names."""
FACE_WORDS = {1: "niet goed", 2: "gaat wel", 3: "goed"}


@dataclass(frozen=True)
class Mark:
    """A mark from 1 on a scale of `of`; only of ten there are old ones that are not whole, such as 7.5."""

    value: float
    of: int = TEN

    @property
    def share(self) -> float:
        """How far it reaches, above 0 and at most 1: for a bar."""
        return self.value / self.of

    @property
    def words(self) -> str:
        """The mark as it is said: "7 van 10", or the face."""
        words = f"{_number(self.value)} van {self.of}"
        return f"{face_word(self.value)} ({words})" if self.of == FACES else words


def face_word(value: float) -> str:
    """The word of a face."""
    return FACE_WORDS[int(value)]


def read_mark(value: float | None, of: int | None) -> Mark | None:
    """A stored mark; a mark without a scale was given on ten. What lies outside its scale is no mark."""
    scale = TEN if of is None else of
    if value is None or scale not in SCALES or not 1 <= value <= scale:
        return None
    if not isinstance(value, int):
        if value != int(value):
            return Mark(value) if scale == TEN else None
        value = int(value)
    return Mark(value, scale)


def mark_answer(value: JsonValue) -> Mark | None:
    """The mark that answers a question; a bare number was given on ten, before marks kept their scale."""
    given, of = (value.get("value"), value.get("of")) if isinstance(value, dict) else (value, TEN)
    numbers = isinstance(given, int | float) and isinstance(of, int) and not isinstance(given, bool)
    return read_mark(given, of) if numbers else None


def mark_words(value: JsonValue) -> str:
    """What was answered, as it is said; a number that is on no scale stays readable. "" without a number."""
    mark = mark_answer(value)
    if mark is not None:
        return mark.words
    number = value.get("value") if isinstance(value, dict) else value
    return _number(number) if isinstance(number, int | float) and not isinstance(number, bool) else ""


def _number(value: float) -> str:
    return str(value).replace(".", ",")


def as_answer(mark: Mark | None) -> JsonValue:
    """A mark as the answer of a question is stored; None takes the answer away."""
    return None if mark is None else {"value": mark.value, "of": mark.of}


def mark_now(said: DomainAnswer) -> Mark | None:
    """How it goes, as a mark."""
    return read_mark(said.mark_now, said.mark_now_of)


def mark_wanted(said: DomainAnswer) -> Mark | None:
    """How somebody wants it to go."""
    return read_mark(said.mark_wanted, said.mark_wanted_of)


def marks_now(plan: PlanFormat, state: PlanState) -> dict[str, Mark]:
    """The marks for now by "question/domain": those of an earlier version are the marks for then."""
    return {
        f"{question.id}/{name}": mark
        for section in plan.sections
        for question in section.questions
        if question.kind is QuestionKind.LIFE_DOMAIN
        for name, said in domain_answers(question, state, plan).items()
        if said.state == "open" and (mark := mark_now(said)) is not None
    }


def bars(then: Mark | None, said: DomainAnswer) -> tuple[tuple[str, Mark], ...]:
    """The marks of a domain in the order of time, each with its word; without those that were not given."""
    marks = (("Toen", then), ("Nu", mark_now(said)), ("Gewenst", mark_wanted(said)))
    return tuple((word, mark) for word, mark in marks if mark is not None)
