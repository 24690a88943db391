"""A line of a scratch pad in its place: under an answer, in a list or table, or with a goal."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from planbureau.errors import InvalidInputError
from planbureau.formats.answers import DomainAnswer
from planbureau.formats.goals import next_own_code
from planbureau.formats.model import QuestionKind, Subject
from planbureau.model import codec
from planbureau.model.reading.answer_rows import answer_row
from planbureau.model.rows import AgreementRow, GoalRow, PlanRecord, RiskRow, ScratchLineRow
from planbureau.model.unit_of_work import UnitOfWork, new_id
from planbureau.rules.notes import jotting
from planbureau.rules.notes.jotting import Destination
from planbureau.rules.notes.jotting_rows import RECORD_TEXTS, RecordPlace
from planbureau.services.answers.answering import AnswerChange, write_answer
from planbureau.services.goals.service import create_goal
from planbureau.views import AgreementView, GoalView, PlanView, RiskView

K = QuestionKind
GONE = "Dit doel staat niet meer in het plan. De regel staat nog op het kladblad."
ROW_GONE = "Deze regel van de lijst staat niet meer in het plan. Wat je opschreef, staat nog op het kladblad."


def put(work: UnitOfWork, row: PlanRecord, plan: PlanView, place: Destination, line: ScratchLineRow) -> None:
    """Writes the line where it goes. The program reads and writes in one transaction: it saw everything."""
    if place.goal_id:
        _with_goal(work, plan, place, line)
    elif place.row_id:
        _with_row(work, row, plan, place, line)
    elif place.adds_record:
        _add(work, row, plan, place, line)
    else:
        _append(work, row, plan, place, line)


def records_of(plan: PlanView) -> list[RecordPlace]:
    """The agreements and risks of a plan, with what is written in them."""
    kinds: dict[QuestionKind, tuple[AgreementView | RiskView, ...]] = {
        K.AGREEMENTS: plan.agreements,
        K.RISKS: plan.risks,
    }
    return [
        RecordPlace(one.id, kind, {name: getattr(one, name) for name, _, _ in RECORD_TEXTS[kind]})
        for kind, records in kinds.items()
        for one in records
    ]


def _append(
    work: UnitOfWork, row: PlanRecord, plan: PlanView, place: Destination, line: ScratchLineRow
) -> None:
    """One more line under an answer."""
    value, heads = _stored(work, row, place)
    new: Any
    if place.part:
        said = DomainAnswer.read(value)
        part: dict[str, Any] = {place.part: _longer(getattr(said, place.part), plan, place, line)}
        new = replace(said, state="open", **part).to_json()
    else:
        new = _longer(value, plan, place, line)
    write_answer(work, row.id, AnswerChange(place.key, new, heads, None, None))


def _add(work: UnitOfWork, row: PlanRecord, plan: PlanView, place: Destination, line: ScratchLineRow) -> None:
    """A new agreement, risk, goal, or row of a table."""
    kind = plan.format.question(place.key).kind
    if kind is K.AGREEMENTS:
        agreement = AgreementView("", plan.id, order=len(plan.agreements), what=line.words)
        work.create(AgreementRow, codec.fields_of(AgreementRow, agreement))
    elif kind is K.RISKS:
        risk = RiskView("", plan.id, order=len(plan.risks), what=line.words)
        work.create(RiskRow, codec.fields_of(RiskRow, risk))
    elif kind is K.TABLE:
        value, heads = _stored(work, row, place)
        rows = [*(value if isinstance(value, list) else []), {"id": new_id(), place.part: line.words}]
        write_answer(work, row.id, AnswerChange(place.key, rows, heads, None, None))
    else:
        create_goal(work, row, _goal(plan, place, line))


def _goal(plan: PlanView, place: Destination, line: ScratchLineRow) -> GoalView:
    """A goal of one's own with only these words; the rest is asked where goals are written."""
    family = plan.format.subject is Subject.HOUSEHOLD
    goal = GoalView(
        id="",
        plan_id=plan.id,
        number=0,
        matrix_code=next_own_code(one.matrix_code for one in plan.goals),
        for_whom=(plan.client.person.id,) if plan.client is not None and not family else (),
    )
    if place.part == jotting.WISH:
        return replace(goal, origin_kind="wens", origin=line.words)
    return replace(goal, sentence=line.words)


def _with_goal(work: UnitOfWork, plan: PlanView, place: Destination, line: ScratchLineRow) -> None:
    goal = next((one for one in plan.goals if one.id == place.goal_id), None)
    if goal is None:
        raise InvalidInputError(GONE)
    text = _longer(getattr(goal, place.part), plan, place, line)
    work.change(work.get(GoalRow, goal.id), {place.part: text}, goal.heads)


def _with_row(
    work: UnitOfWork, row: PlanRecord, plan: PlanView, place: Destination, line: ScratchLineRow
) -> None:
    """Behind what stands in a cell of a row, or in a part of an agreement or risk."""
    kind = plan.format.question(place.key).kind
    if kind is K.TABLE:
        value, heads = _stored(work, row, place)
        rows = [dict(one) for one in value] if isinstance(value, list) else []
        found = next((one for one in rows if one.get("id") == place.row_id), None)
        if found is None:
            raise InvalidInputError(ROW_GONE)
        found[place.part] = _longer(found.get(place.part), plan, place, line)
        write_answer(work, row.id, AnswerChange(place.key, rows, heads, None, None))
        return
    records = plan.agreements if kind is K.AGREEMENTS else plan.risks
    record = next((one for one in records if one.id == place.row_id), None)
    if record is None:
        raise InvalidInputError(ROW_GONE)
    kept = work.get(AgreementRow if kind is K.AGREEMENTS else RiskRow, record.id)
    work.change(kept, {place.part: _longer(getattr(record, place.part), plan, place, line)}, record.heads)


def _stored(work: UnitOfWork, row: PlanRecord, place: Destination) -> tuple[Any, tuple[str, ...]]:
    stored = answer_row(work.session, row.id, place.key)
    if stored is None:
        return None, ()
    return stored.value.get("v"), tuple(stored.heads)


def _longer(text: object, plan: PlanView, place: Destination, line: ScratchLineRow) -> str:
    return jotting.appended(
        text if isinstance(text, str) else "",
        line.words,
        quote=line.quote,
        own_words=place.own_words,
        who=_who(plan),
        one_line=place.one_line,
    )


def _who(plan: PlanView) -> str:
    """Who is quoted: the client; in the plan of a family it may be any of them."""
    about_family = plan.format.subject is Subject.HOUSEHOLD
    return "" if about_family or plan.client is None else plan.client.person.short_name
