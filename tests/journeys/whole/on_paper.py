"""Which words of a plan must stand on a print: each answer, where its question's `editions` says so."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from planbureau.formats.answered import answered
from planbureau.formats.answers import Answer, DomainAnswer
from planbureau.formats.domain_parts import domain_parts
from planbureau.formats.flow import steps
from planbureau.formats.model import Column, Option, PlanFormat, Question, QuestionKind
from planbureau.formats.moments import read_moment
from planbureau.plan_state import state_of
from planbureau.rules.dutch import moment_words, plain_date
from planbureau.views import PlanView

K = QuestionKind
NOT_EASY = frozenset({K.CUSTODY, K.GOAL_MATRIX, K.TOPICS})
"""What the easy edition never shows."""
NO_WORDS = frozenset({K.FRAME, K.CONSENT})


def lost(view: PlanView, edition: str, words: str, today: date) -> list[str]:
    """What should stand in the text of this edition and does not, as "question: words"."""
    paper = squeezed(words)
    return [
        f"{question.id}: {wanted}"
        for question in _shown(view, edition, today)
        for wanted in _wanted(question, view, easy=edition == "easy")
        if squeezed(wanted) not in paper
    ]


def squeezed(words: str) -> str:
    """Without spaces and hyphens: a line or a column may break a word anywhere. Capitals do not count."""
    return "".join(
        sign for sign in words.casefold() if not sign.isspace() and sign not in "-\u00ad\u2010\u0002\ufffe"
    )


def _shown(view: PlanView, edition: str, today: date) -> Iterator[Question]:
    state = state_of(view, today)
    for step in steps(view.format, state):
        for question in step.questions:
            kind = question.kind
            apart = kind in NO_WORDS or (edition == "easy" and kind in NOT_EASY) or question.bind
            if edition in question.editions and not apart and answered(question, state, view.format):
                yield question


def _wanted(question: Question, view: PlanView, *, easy: bool) -> Iterator[str]:
    answer = view.answer(question.id)
    match question.kind:
        case K.LIFE_DOMAIN:
            yield from _domains(question, view, easy=easy)
        case K.TABLE:
            yield from (
                [answer.easy_text] if easy and answer.easy_text else _table(question, answer, view, easy)
            )
        case K.GOALS:
            for goal in view.goals:
                yield (easy and goal.easy_text) or goal.sentence
                yield from (action.what for action in goal.actions)
        case K.RISKS if easy:  # only in the words that somebody wrote for the client
            yield from (line for risk in view.risks for line in risk.easy_text.split("\n") if line)
        case K.RISKS:
            yield from (part for risk in view.risks for part in (risk.what, risk.signs, risk.measures))
        case K.AGREEMENTS:
            yield from ((easy and one.easy_text) or one.what for one in view.agreements)
        case K.NETWORK:
            yield from (one.person.given_name for one in view.relations)
        case K.HOUSEHOLD:
            members = view.household.members if view.household else ()
            yield from (one.person.given_name for one in members)
        case K.CUSTODY:
            yield from (one.person.full_name for one in view.custody)
        case K.TICK:
            yield (question.easy_label or question.label) if easy else question.label
        case K.ATTACHMENTS if not easy:  # the easy edition shows pictures, and these files are words
            yield from (str(one["name"]) for one in _rows(answer.value))
        case K.GOAL_MATRIX | K.TOPICS | K.ATTACHMENTS:
            return
        case kind:
            text = (easy and answer.easy_text) or _words(
                kind, answer.value, question.options, view, easy=easy
            )
            yield from text.split("\n")


def _table(question: Question, answer: Answer, view: PlanView, easy: bool) -> Iterator[str]:
    columns = question.columns
    if easy:
        columns = tuple(one for one in columns if one.easy_label) or columns
    for row in _rows(answer.value):
        if easy and row.get("toestemming") == "nee":
            continue
        yield from (_cell(column, row, view, easy=easy) for column in columns)


def _cell(column: Column, row: dict[str, Any], view: PlanView, *, easy: bool) -> str:
    return _words(column.kind, row.get(column.id), column.options, view, easy=easy)


def _domains(question: Question, view: PlanView, *, easy: bool) -> Iterator[str]:
    for domain in view.format.domain_set(question.domain_set).domains:
        answer = view.answer(f"{question.id}/{domain.id}")
        said = DomainAnswer.read(answer.value)
        if said.state == "open":
            yield (domain.easy_label or domain.label) if easy else domain.label
            yield from [answer.easy_text] if easy and answer.easy_text else _parts(question, said, easy=easy)
            for column in question.columns:
                if not easy or column.easy_label:
                    yield _words(column.kind, said.own.get(column.id), column.options, view, easy=easy)


def _parts(question: Question, said: DomainAnswer, *, easy: bool) -> Iterator[str]:
    """The texts of a domain that an edition shows."""
    shown = ("now", "goes_well", "change") if easy else ("now", "goes_well", "change", "who_helps")
    yield from (getattr(said, part.id) for part in domain_parts(question) if part.id in shown)


def _words(kind: QuestionKind, value: Any, options: tuple[Option, ...], view: PlanView, *, easy: bool) -> str:
    if value in (None, "", []):
        return ""
    labels = {one.id: (one.easy_label or one.label) if easy else one.label for one in options}
    match kind:
        case K.CHOICE:
            return labels[value]
        case K.CHOICES:
            return "\n".join(labels[one] for one in value)
        case K.DATE:
            # The easy edition writes the day of the week, and leaves out this year.
            return plain_date(date.fromisoformat(value)).rsplit(" ", 1 if easy else 0)[0]
        case K.MOMENT:
            moment = read_moment(value)
            return moment_words(moment) if moment else str(value)
        case K.MARK:
            return f"{value['value']} van {value['of']}"
        case K.NUMBER:
            return str(value).replace(".", ",")
        case K.TICK:
            return "Ja" if value else "Nee"
        case K.PERSON:
            return "\n".join(_name(one, view) for one in _rows(value))
    return str(value)


def _name(one: dict[str, Any], view: PlanView) -> str:
    person = view.people.get(str(one.get("person", "")))
    return person.given_name if person else str(one.get("function", ""))


def _rows(value: Any) -> list[dict[str, Any]]:
    return [one for one in value if isinstance(one, dict)] if isinstance(value, (list, tuple)) else []


def unseen(plan: PlanFormat, edition: str) -> list[str]:
    """Questions that name this edition and whose kind it never shows: a promise that is not kept."""
    questions = [q for section in plan.sections for q in section.questions if edition in q.editions]
    return [q.id for q in questions if edition == "easy" and q.kind in NOT_EASY and not q.bind]
