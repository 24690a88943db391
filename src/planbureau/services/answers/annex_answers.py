"""Writing in an annex: its own answers, and the dates of its plan that follow from them."""

from __future__ import annotations

from datetime import date, datetime, time
from typing import Any

from planbureau.clock import AMSTERDAM
from planbureau.errors import InvalidInputError, NotFoundError
from planbureau.formats.answers import JsonValue
from planbureau.formats.library import FormatLibrary
from planbureau.formats.model import PlanFormat
from planbureau.formats.moments import moment_text
from planbureau.formats.vocabulary import is_trigger
from planbureau.model.reading.annexes import annex_records, bound_questions, done_rows
from planbureau.model.reading.answer_rows import answer_row
from planbureau.model.reading.days import day_and_moment
from planbureau.model.reading.plans import plan_row
from planbureau.model.rows import PlanRecord
from planbureau.model.unit_of_work import UnitOfWork
from planbureau.rules.deadlines import RULES
from planbureau.services.answers import answering
from planbureau.services.calendar import tasks
from planbureau.services.concept import begin_concept

CORRECTING = "correcting"
"""The status of a finished report that was opened again to correct it."""
FINISHED = "Dit is afgesloten en blijft zoals het is. Er is niets veranderd."


def save(work: UnitOfWork, formats: FormatLibrary, row: PlanRecord, change: answering.AnswerChange) -> None:
    """Saves one answer of an annex. Raises InvalidInputError when that part is closed for ever."""
    annex = formats.get(row.format_id, row.format_version)
    bind = answering.bind_of(annex, change.key)
    if row.version and row.status != CORRECTING and not annex.question(change.key).after_finishing:
        raise InvalidInputError(FINISHED, "Begin een nieuw verslag als er iets bij komt.")
    parent = plan_row(work.session, row.parent_id)
    if bind and not is_trigger(bind):
        answering.write_bound(work, parent, bind, change.value)
    else:
        before = answer_row(work.session, row.id, change.key) if bind else None
        old = before.value.get("v") if before is not None else None
        answering.write_answer(work, row.id, change)
        begin_concept(work, row)
        if annex.annex is not None and change.key == annex.annex.dated_by:
            day = day_and_moment(change.value)[0]
            if day is not None:
                tasks.move(work, parent.id, row.id, day)
        if bind:
            _follow(work, formats, row, parent, bind, old)
    work.touch(row.id, parent.id, row.client_id, row.household_id)


def _follow(
    work: UnitOfWork, formats: FormatLibrary, row: PlanRecord, parent: PlanRecord, bind: str, old: JsonValue
) -> None:
    """The date of the plan is the latest that its annexes give.

    A later date that stands in the plan and did not come from this annex stays.
    """
    field = bind.removeprefix("trigger.")
    work.session.flush()
    given = [day_and_moment(value) for value in _given(work, formats, parent, bind)]
    latest = max((one for one in given if one[0] is not None), key=_order, default=(None, None))
    mine, _ = day_and_moment(old)
    here = mine is not None and _is(parent, field, mine)
    before = (parent.triggers.get(field), parent.moments.get(field))
    set_trigger(work, parent, field, latest, row.title, came_from_here=here)
    if before != (parent.triggers.get(field), parent.moments.get(field)):
        _open_again(work, parent, field)


def _open_again(work: UnitOfWork, parent: PlanRecord, field: str) -> None:
    """A new time asks for a note of its own: what was written about the time before does not settle it."""
    for rule in RULES.values():
        if rule.done_after_trigger and rule.triggers == (field,):
            for settled in done_rows(work.session, parent.id, rule.id):
                work.remove(settled)


def _is(parent: PlanRecord, field: str, day: date) -> bool:
    return bool(parent.triggers.get(field) == day.isoformat())


def _given(work: UnitOfWork, formats: FormatLibrary, parent: PlanRecord, bind: str) -> list[JsonValue]:
    """What every annex of the plan answers to questions with this bind."""
    values = []
    for one in annex_records(work.session, [parent.id]):
        for key in _keys(formats, one, bind):
            answer = answer_row(work.session, one.id, key)
            values.append(answer.value.get("v") if answer is not None else None)
    return values


def _keys(formats: FormatLibrary, row: PlanRecord, bind: str) -> list[str]:
    try:
        annex: PlanFormat = formats.get(row.format_id, row.format_version)
    except NotFoundError:
        return []
    return [name for name, question in bound_questions(annex).items() if question.bind == bind]


Given = tuple[date | None, datetime | None]


def _order(given: Given) -> datetime:
    day, moment = given
    return moment or datetime.combine(day or date.min, time(), AMSTERDAM)


def set_trigger(
    work: UnitOfWork, parent: PlanRecord, field: str, given: Given, why: str, *, came_from_here: bool = False
) -> None:
    """Sets a date of the plan when it is later than what stands there, or when that came from here.

    A date that is corrected keeps its old value in the history (T13).
    """
    day, moment = given
    old = parent.triggers.get(field)
    if day is None and not came_from_here:
        return
    if old and not came_from_here and day is not None and day.isoformat() < old:
        return
    triggers = {name: kept for name, kept in parent.triggers.items() if name != field}
    moments = {name: kept for name, kept in parent.moments.items() if name != field}
    if day is not None:
        triggers[field] = day.isoformat()
    if moment is not None:
        moments[field] = moment_text(moment)
    fields: dict[str, Any] = {}
    if triggers != parent.triggers:
        fields["triggers"] = triggers
    if moments != parent.moments:
        fields["moments"] = moments
    if fields and old:
        fields["trigger_history"] = [
            *parent.trigger_history,
            {
                "trigger": field,
                "old": parent.moments.get(field, old),
                "new": moments.get(field) or triggers.get(field),
                "by": work.author,
                "at": work.now().isoformat(),
                "why": why,
            },
        ]
    work.change(parent, fields)
