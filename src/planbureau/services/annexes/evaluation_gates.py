"""What is odd about the day of an evaluation: said before finishing, and in the way of nothing."""

from __future__ import annotations

from collections.abc import Iterator

from planbureau.formats.lookup import section_of
from planbureau.model.reading import plans as plan_reading
from planbureau.model.reading.annexes import done_rows
from planbureau.model.reading.days import day_and_moment
from planbureau.model.reading.facts import EVALUATION
from planbureau.model.store import ReadSession
from planbureau.rules.dutch import plain_date
from planbureau.services.api.requests import Gate
from planbureau.views import PlanView

EFFECT = "evaluation"


def evaluation_gates(
    session: ReadSession, view: PlanView, before: PlanView | None = None
) -> tuple[Gate, ...]:
    """Gates of a report that is an evaluation; none of them blocks. `before` is what it said already."""
    annex = view.format.annex
    if annex is None or view.parent is None or view.status == "active":
        return ()
    asked = {rule.question for rule in annex.on_finish if rule.effect == EFFECT}
    return tuple(gate for question in sorted(asked) for gate in _of(session, view, question, before))


_ONCE = "Voor de termijnen telt één keer per dag. Klopt de datum?"
_BEFORE = "Een evaluatie telt voor de termijnen pas na het vaststellen. Klopt de datum?"


def _of(session: ReadSession, view: PlanView, question: str, before: PlanView | None) -> Iterator[Gate]:
    day, _ = day_and_moment(view.answer(question).value)
    if day is None or view.parent is None:
        return
    versions = plan_reading.versions(session, view.parent.id)
    if not versions:
        yield _gate(view, question, "Dit plan is nog niet vastgesteld", _BEFORE)
    elif day < versions[0].adopted_on:
        adopted = plain_date(versions[0].adopted_on)
        yield _gate(view, question, f"De dag ligt voor het vaststellen van het plan ({adopted})", _BEFORE)
    others = [row.on for row in done_rows(session, view.parent.id, EVALUATION)]
    mine = day_and_moment(before.answer(question).value)[0] if before is not None else None
    if mine in others:
        others.remove(mine)
    if day in others:
        words = f"Op {plain_date(day)} staat al een evaluatie van dit plan"
        yield _gate(view, question, words, _ONCE)


def _gate(view: PlanView, question: str, words: str, why: str) -> Gate:
    section = section_of(view.format, question)
    return Gate(
        f"{section}.{question}.{len(words)}",
        words,
        why,
        blocks=False,
        section_id=section,
        question_id=question,
    )
