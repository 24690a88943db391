"""Lines of a scratch pad: what a line says, where it may go, and how it comes to stand there."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from planbureau.formats.answers import PlanState
from planbureau.formats.domain_parts import TEXT_PARTS, domain_parts
from planbureau.formats.flow import steps
from planbureau.formats.model import PlanFormat, Question, QuestionKind, Voice
from planbureau.formats.wording import lower_first
from planbureau.rules.notes.jotting_rows import RecordPlace, RowPlace, record_places, row_places, shortened
from planbureau.rules.wzd.steps import JUDGED

K = QuestionKind
OWN_WORDS = frozenset({Voice.CLIENT, Voice.FAMILY})
"""Voices of questions in which people speak themselves; nobody else's words come to stand there."""
_TEXTS = frozenset({K.SHORT_TEXT, K.LONG_TEXT})
_RECORDS = frozenset({K.AGREEMENTS, K.RISKS})
_GOALS = frozenset({K.GOALS, K.GOAL_MATRIX})
_OPENING, _CLOSING = '"“”„«', '"”“»'
_WORD = re.compile(r"[a-z]{4,}")
_ROOT = 5
"""So many letters decide that two words are about the same. It only sorts places: a person chooses."""


@dataclass(frozen=True)
class Jotted:
    """One line as it was meant: the words, and whether somebody said just that."""

    words: str
    quote: bool


@dataclass(frozen=True)
class Destination:
    """A place in a plan for a line.

    That is an answer, a written part of a life domain ("vraag/domein"), a list, a column of a row of a table
    (a new one, or one that is there), a part of an agreement or risk, or a text of a goal.
    """

    key: str
    part: str  # of a life domain "now", of a table the column, of a goal or record the field; else empty
    section: str
    label: str
    own_words: bool  # here people speak themselves
    adds_record: bool = False  # a new agreement, risk, goal or row, not a text that grows
    about: str = ""  # what more is asked there, to find it by
    goal_id: str = ""  # the goal to which it is added
    row_id: str = ""  # the row, agreement or risk to which it is added
    one_line: bool = False  # a field without room for a second line


@dataclass(frozen=True)
class GoalPlace:
    """A goal of the plan that can take a line. `words` is its sentence, or the wish while it has none."""

    id: str
    number: int
    words: str


WISH, SENTENCE, CONTEXT = "origin", "sentence", "context"
"""Fields of a goal: the wish in somebody's own words, the goal in one sentence, and where, when and why."""


def read_line(typed: str) -> Jotted:
    """What was typed as a line; a quotation mark in front says that these are somebody's own words."""
    text = " ".join(typed.split())
    if text[:1] and text[0] in _OPENING:
        inside = text[1:].rstrip()
        inside = inside[:-1] if inside[-1:] and inside[-1] in _CLOSING else inside
        return Jotted(inside.strip(), True)
    return Jotted(text, False)


def appended(
    text: str, line: str, *, quote: bool, own_words: bool, who: str = "", one_line: bool = False
) -> str:
    """A text with a line at its end. Somebody's own words among those of another are marked as a quote.

    In a field of one line it comes behind what stands there.
    """
    added = line.strip()
    if quote and not own_words:
        added = f"“{added}” ({who})" if who else f"“{added}”"
    kept = text.rstrip()
    between = ("; " if kept[-1:] not in tuple(".!?;:,") else " ") if one_line else "\n"
    return f"{kept}{between}{added}" if kept else added


def destinations(
    plan: PlanFormat,
    state: PlanState,
    goals: Sequence[GoalPlace] = (),
    records: Sequence[RecordPlace] = (),
) -> tuple[Destination, ...]:
    """Every place in a plan that takes a line, in the order of the steps that show."""
    return tuple(
        place
        for step in steps(plan, state)
        for question in step.questions
        for place in (
            *_of_question(question, step.section.title, plan, goals),
            *_of_rows(question, step.section.title, state, records),
        )
    )


def suggested(line: str, places: Sequence[Destination]) -> tuple[Destination, ...]:
    """The places that share a word with the line, the best first; those that share none are left out."""
    wanted = _roots(line)
    scored = [(_score(wanted, place), number, place) for number, place in enumerate(places)]
    return tuple(place for score, _, place in sorted(scored, key=_best_first) if score)


def _best_first(one: tuple[int, int, Destination]) -> tuple[int, int]:
    return -one[0], one[1]


def _score(wanted: frozenset[str], place: Destination) -> int:
    return (
        3 * len(wanted & _roots(place.label))
        + 2 * len(wanted & _roots(place.section))
        + len(wanted & _roots(place.about))
    )


def _roots(text: str) -> frozenset[str]:
    plain = unicodedata.normalize("NFKD", text.casefold())
    plain = "".join(sign for sign in plain if not unicodedata.combining(sign))
    return frozenset(word[:_ROOT] for word in _WORD.findall(plain))


def _of_question(
    question: Question, section: str, plan: PlanFormat, goals: Sequence[GoalPlace]
) -> Iterable[Destination]:
    if question.kind is K.LIFE_DOMAIN:
        yield from _of_domains(question, section, plan)
    elif question.kind in _RECORDS:
        yield Destination(
            question.id, "", section, f"Nieuw: {_record(question)}", False, True, question.label
        )
    elif question.kind in _GOALS:
        yield from _of_goals(question, section, goals)
    elif question.kind is K.TABLE and not question.bind:
        yield from _of_table(question, section)
    elif question.kind in _TEXTS and not question.bind:
        about = f"{question.easy_label} {question.help}"
        line = question.kind is K.SHORT_TEXT
        own = question.voice in OWN_WORDS
        yield Destination(question.id, "", section, question.label, own, about=about, one_line=line)


def _of_rows(
    question: Question, section: str, state: PlanState, records: Sequence[RecordPlace]
) -> Iterable[Destination]:
    """Each written cell of what stands in a list or table; what a finished record wrote stays as it is."""
    found: Iterable[RowPlace] = ()
    if question.kind in _RECORDS:
        found = record_places(question, _record(question), records)
    elif question.kind is K.TABLE and not question.bind and question.id != JUDGED:
        answer = state.answers.get(question.id)
        found = row_places(question, answer.value if answer is not None else None)
    own = question.voice in OWN_WORDS
    for place in found:
        yield Destination(
            question.id, place.cell.id, section, place.label, own, about=place.about,
            row_id=place.row_id, one_line=place.cell.one_line,
        )  # fmt: skip


def _record(question: Question) -> str:
    return question.table_head or ("afspraak" if question.kind is K.AGREEMENTS else "risico")


def _of_goals(question: Question, section: str, goals: Sequence[GoalPlace]) -> Iterable[Destination]:
    """A new goal, as a wish in somebody's own words or as a sentence; and each goal that there is."""
    yield Destination(question.id, WISH, section, "Nieuw doel: de wens", True, True, question.label)
    yield Destination(question.id, SENTENCE, section, "Nieuw doel: de zin", False, True, question.label)
    for goal in goals:
        name = f"Doel {goal.number}"
        short = shortened(goal.words)
        about = f"{name} ({short})" if short else name
        wish = f"{about}: de wens in eigen woorden"
        context = f"{about}: waar, wanneer en waarom"
        yield Destination(question.id, WISH, section, wish, True, about=goal.words, goal_id=goal.id)
        yield Destination(question.id, CONTEXT, section, context, False, about=goal.words, goal_id=goal.id)


def _of_table(question: Question, section: str) -> Iterable[Destination]:
    """A new row, with the line in one of its written columns."""
    word = question.table_head or "regel"
    own = question.voice in OWN_WORDS
    for column in question.columns:
        if column.kind in _TEXTS:
            label = f"Nieuw: {word}, {lower_first(column.label)}"
            yield Destination(question.id, column.id, section, label, own, True, about=question.label)


def _of_domains(question: Question, section: str, plan: PlanFormat) -> Iterable[Destination]:
    parts = [part for part in domain_parts(question) if part.id in TEXT_PARTS]
    for domain in plan.domain_set(question.domain_set).domains:
        about = " ".join((domain.easy_label, *domain.prompts))
        for part in parts:
            label = f"{domain.label}: {part.label}"
            own_words = part.id == "change"
            yield Destination(f"{question.id}/{domain.id}", part.id, section, label, own_words, about=about)
