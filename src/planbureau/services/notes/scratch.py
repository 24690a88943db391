"""Scratch pads: notes during a talk, each dropped into its plan afterwards, and destroyed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from planbureau.changes import Change, Changes
from planbureau.clock import AMSTERDAM
from planbureau.errors import InvalidInputError
from planbureau.model import scratch
from planbureau.model.reading import plans as plan_reading
from planbureau.model.reading.assembling import plan_view
from planbureau.model.rows import PlanRecord, ScratchLineRow, ScratchPadRow
from planbureau.model.store import ReadSession
from planbureau.model.unit_of_work import UnitOfWork, new_id
from planbureau.plan_state import state_of
from planbureau.rules.deadlines import TermSettings
from planbureau.rules.deadlines.working_notes import clear_by
from planbureau.rules.goals.status import GoalStatus
from planbureau.rules.notes import jotting
from planbureau.rules.notes.jotting import Destination, GoalPlace
from planbureau.services.calendar.terms import settings_of
from planbureau.services.concept import begin_concept
from planbureau.services.context import Context, told_in_words
from planbureau.services.notes.dropping import put, records_of
from planbureau.views import PlanView, ScratchLineView, ScratchPadView

KIND = "scratch_pad"
_OVER = frozenset({GoalStatus.REACHED.value, GoalStatus.STOPPED.value, GoalStatus.REMOVED.value})
NOT_SAID = "Hier staan alleen eigen woorden. Er is niets veranderd."


class Scratch:
    """`services.api.ScratchService` on the vault."""

    def __init__(self, context: Context) -> None:
        self._context = context

    def pads(self, client_id: str = "", household_id: str = "") -> tuple[ScratchPadView, ...]:
        with self._context.reading() as session:
            settings = settings_of(session)
            rows = [
                row
                for row in scratch.pads(session, self._context.user_id)
                if _about(row, client_id, household_id)
            ]
            found = scratch.lines(session, [row.id for row in rows])
            pads = tuple(_view(row, found.get(row.id, []), settings) for row in rows)
        return tuple(_without_hidden(pad, self._context.sight().hidden) for pad in pads)

    def due(self) -> tuple[ScratchPadView, ...]:
        today = self._context.today()
        return tuple(reversed([pad for pad in self.pads() if pad.clear_by <= today]))

    def jot(self, client_id: str, household_id: str, typed: str, *, quote: bool = False) -> Changes:
        said = jotting.read_line(typed)
        if not said.words:
            return Changes()
        return self._write(
            client_id,
            household_id,
            lambda work, pad: scratch.add_line(
                work.session, pad.id, new_id(), said.words, work.now(), quote=quote or said.quote
            ),
        )

    def keep_typing(self, client_id: str, household_id: str, typed: str) -> None:
        if typed or any(pad.typing for pad in self.pads(client_id, household_id)):
            self._write(client_id, household_id, lambda _, pad: setattr(pad, "typing", typed))

    def _write(
        self, client_id: str, household_id: str, verb: Callable[[UnitOfWork, ScratchPadRow], object]
    ) -> Changes:
        with told_in_words(), self._context.store.writing(self._context.user_id) as work:
            pad = self._pad_of_today(work, client_id, household_id)
            pad.typing = ""
            verb(work, pad)
            return _changed(pad)

    def _pad_of_today(self, work: UnitOfWork, client_id: str, household_id: str) -> ScratchPadRow:
        today = self._context.today()
        for row in scratch.pads(work.session, self._context.user_id):
            same = (row.client_id, row.household_id) == (client_id, household_id)
            if same and row.started_at.astimezone(AMSTERDAM).date() == today:
                return row
        return scratch.begin(
            work.session, new_id(), self._context.user_id, client_id, household_id, work.now()
        )

    def change_line(self, line_id: str, words: str, *, quote: bool) -> Changes:
        if not words.strip():
            raise InvalidInputError("Een lege regel kan niet. Er is niets veranderd.")

        def change(line: ScratchLineRow) -> None:
            line.words, line.quote = " ".join(words.split()), quote

        return self._change(line_id, change)

    def strike(self, line_id: str, *, done: bool) -> Changes:
        return self._change(line_id, lambda line: setattr(line, "done", done))

    def _change(self, line_id: str, verb: Callable[[ScratchLineRow], object]) -> Changes:
        with told_in_words(), self._context.store.writing(self._context.user_id) as work:
            line = scratch.line(work.session, line_id, self._context.user_id)
            verb(line)
            return _changed(scratch.pad(work.session, line.pad_id, self._context.user_id))

    def close(self, pad_id: str) -> Changes:
        with told_in_words(), self._context.store.writing(self._context.user_id) as work:
            pad = scratch.pad(work.session, pad_id, self._context.user_id)
            changes = _changed(pad)
            scratch.destroy(work.session, pad_id)
        return changes

    # Into a plan

    def destinations(self, plan_id: str) -> tuple[Destination, ...]:
        with self._context.reading() as session:
            plan = self._plan(session, plan_reading.plan_row(session, plan_id))
        if plan.status == "closed":
            return ()
        running = (one for one in plan.goals if one.status not in _OVER)
        goals = [GoalPlace(one.id, one.number, one.sentence or one.origin) for one in running]
        return jotting.destinations(
            plan.format, state_of(plan, self._context.today()), goals, records_of(plan)
        )

    def _plan(self, session: ReadSession, row: PlanRecord) -> PlanView:
        return plan_view(session, row, self._context.formats.get(row.format_id, row.format_version))

    def drop(self, line_id: str, plan_id: str, place: Destination) -> Changes:
        with self._context.writing() as work:
            line = scratch.line(work.session, line_id, self._context.user_id)
            if place.own_words and not line.quote:
                raise InvalidInputError(NOT_SAID, "Zei iemand dit zo? Zet dan eerst 'eigen woorden' aan.")
            row = plan_reading.plan_row(work.session, plan_id)
            if row.status == "closed":
                raise InvalidInputError("Dit plan is afgesloten. Er is niets veranderd.")
            plan = self._plan(work.session, row)
            put(work, row, plan, place, line)
            begin_concept(work, row)
            line.done, line.plan_id, line.key = True, plan_id, place.key
            line.went_to = f"{plan.title}: {place.label}"
            work.touch(plan_id, row.client_id, row.household_id)
            pad = scratch.pad(work.session, line.pad_id, self._context.user_id)
        return work.changes + _changed(pad)


def _about(row: ScratchPadRow, client_id: str, household_id: str) -> bool:
    if not client_id and not household_id:
        return True
    if client_id:
        return row.client_id == client_id and (not household_id or row.household_id in ("", household_id))
    return row.household_id == household_id and not row.client_id


def _changed(pad: ScratchPadRow) -> Changes:
    return Changes((Change(KIND, pad.id),), frozenset({pad.client_id, pad.household_id} - {""}))


def _without_hidden(pad: ScratchPadView, hidden: frozenset[str]) -> ScratchPadView:
    """A line that went to a plan that may not be named now does not say where it went."""
    lines = tuple(
        replace(line, plan_id="", key="", went_to="") if line.plan_id in hidden else line
        for line in pad.lines
    )
    return replace(pad, lines=lines)


def _view(row: ScratchPadRow, lines: list[ScratchLineRow], settings: TermSettings) -> ScratchPadView:
    shown = tuple(
        ScratchLineView(
            line.id, line.at, line.words, line.quote, line.done, line.plan_id, line.key, line.went_to
        )
        for line in lines
    )
    made_on = row.started_at.astimezone(AMSTERDAM).date()
    return ScratchPadView(
        row.id, row.client_id, row.household_id, row.started_at, clear_by(made_on, settings), shown,
        row.typing,
    )  # fmt: skip
