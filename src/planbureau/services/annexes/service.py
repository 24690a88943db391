"""Annexes: small plans attached to a plan. They are written like plans, and finished on their own."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date

from planbureau.changes import Changes
from planbureau.clock import AMSTERDAM
from planbureau.errors import InvalidInputError, NotFoundError
from planbureau.formats.annexes import can_be_corrected, can_begin, days_of_terms
from planbureau.formats.model import PlanFormat
from planbureau.model import drafts
from planbureau.model.reading import annexes as reading
from planbureau.model.reading import lists
from planbureau.model.reading import plans as plan_reading
from planbureau.model.reading.days import day_and_moment
from planbureau.model.rows import PlanRecord
from planbureau.model.store import ReadSession
from planbureau.plan_state import empty, state_of
from planbureau.rules.plan_checks import missing
from planbureau.rules.wzd.steps import NextStep, next_step
from planbureau.services.adoption.versions import last_version
from planbureau.services.annexes import finishing
from planbureau.services.annexes.correcting import correct_day
from planbureau.services.annexes.evaluated import evaluated_goals
from planbureau.services.annexes.evaluation_gates import evaluation_gates
from planbureau.services.api.adoption import AdoptionCheck
from planbureau.services.api.annexes import FinishAnnex, FinishedAnnex
from planbureau.services.calendar import tasks
from planbureau.services.consent.expected import WZD
from planbureau.services.context import Context
from planbureau.services.plan.viewing import current_view, open_annex_view
from planbureau.services.wzd.gates import wzd_records
from planbureau.views import AnnexRow, EvaluatedGoal, PlanView


class Annexes:
    """`services.api.AnnexService` on the vault."""

    def __init__(self, context: Context) -> None:
        self._context = context

    def rows(self, plan_id: str) -> tuple[AnnexRow, ...]:
        with self._context.reading() as session:
            found = self._rows(session, reading.annex_records(session, [plan_id]))
        return tuple(sorted(found, key=lambda row: row.day, reverse=True))

    def counts(self, plan_ids: Iterable[str]) -> Mapping[str, int]:
        with self._context.reading() as session:
            return reading.counts(session, plan_ids)

    def unfinished(self, limit: int = 6) -> tuple[AnnexRow, ...]:
        with self._context.reading() as session:
            records = reading.unfinished(session, limit)
            names = lists.subject_names(session, records)
            titles = {row.id: row.title for row in reading.parents_of(session, records)}
            return tuple(
                _row(record, names[record.id], titles.get(record.parent_id, ""), _begun(record))
                for record in records
            )

    def _rows(self, session: ReadSession, records: Sequence[PlanRecord]) -> tuple[AnnexRow, ...]:
        names = lists.subject_names(session, records)
        rows = []
        for record in records:
            try:
                view = current_view(self._context, session, record)
            except NotFoundError:  # its format file is gone; it comes back with the file
                continue
            rows.append(self._counted(record, view, names[record.id]))
        return tuple(rows)

    def _counted(self, record: PlanRecord, view: PlanView, name: str) -> AnnexRow:
        state = state_of(view, self._context.today())
        needed = missing(view.format, state) if record.status != "active" else ()
        row = _row(record, name, view.parent.title if view.parent else "", _day(record, view))
        count = sum(one.level == "needed" for one in needed)
        group = view.format.annex.group if view.format.annex else ""
        has_days = record.status == "active" and any(
            day_and_moment(view.answer(rule.question).value)[0] for rule in days_of_terms(view.format)
        )
        empty = _nothing_written(view)
        again = record.status == "active" and can_be_corrected(view.format)
        return replace(row, needed=count, empty=empty, group=group, has_days=has_days, can_reopen=again)

    def evaluated(self, plan_ids: Iterable[str]) -> Mapping[str, EvaluatedGoal]:
        with self._context.reading() as session:
            return evaluated_goals(self._context, session, plan_ids)

    def kinds(self, plan_id: str) -> tuple[PlanFormat, ...]:
        with self._context.reading() as session:
            row = plan_reading.plan_row(session, plan_id)
            return self._kinds(session, row)

    def _kinds(self, session: ReadSession, row: PlanRecord) -> tuple[PlanFormat, ...]:
        if row.parent_id:
            return ()
        view = current_view(self._context, session, row, deadlines=False)
        state = state_of(view, self._context.today())
        there = {record.format_id for record in reading.annex_records(session, [row.id])}
        return tuple(
            annex
            for annex in self._context.formats.annexes()
            if annex.annex is not None
            and (annex.annex.many or annex.id not in there)
            and can_begin(annex, view.format, state)
        )

    def next_step(self, plan_id: str) -> NextStep | None:
        with self._context.reading() as session:
            row = plan_reading.plan_row(session, plan_id)
            if WZD not in row.flags or row.parent_id:
                return None
            records = wzd_records(session, self._context.formats, row)
            return next_step(records, self._context.today())

    def start(self, plan_id: str, format_id: str) -> tuple[str, Changes]:
        with self._context.writing() as work:
            parent = plan_reading.plan_row(work.session, plan_id)
            annex = next((a for a in self._kinds(work.session, parent) if a.id == format_id), None)
            if annex is None:
                raise InvalidInputError(
                    "Dit verslag hoort nu niet bij dit plan. Er is niets veranderd.",
                    "Kies een verslag uit de lijst bij het plan.",
                )
            made = work.create(
                PlanRecord,
                {
                    "format_id": annex.id,
                    "format_version": annex.version,
                    "title": annex.title,
                    "client_id": parent.client_id,
                    "household_id": parent.household_id,
                    "parent_id": parent.id,
                },
            )
            work.touch(made.id, parent.id, parent.client_id, parent.household_id)
        return made.id, work.changes

    def days_to_correct(self, annex_id: str) -> tuple[tuple[str, str, date], ...]:
        with self._context.reading() as session:
            row = finishing.annex_row(session, annex_id)
            if row.status != "active":
                return ()
            view = current_view(self._context, session, row)
        found = []
        for rule in days_of_terms(view.format):
            day, _ = day_and_moment(view.answer(rule.question).value)
            if day is not None:
                found.append((rule.question, view.format.question(rule.question).label, day))
        return tuple(found)

    def correct_day(self, annex_id: str, question_id: str, day: date, reason: str) -> Changes:
        return correct_day(self._context, annex_id, question_id, day, reason)

    def reopen(self, annex_id: str) -> Changes:
        from planbureau.services.annexes import reopening  # rare

        return reopening.reopen(self._context, annex_id)

    def leave_as_it_was(self, annex_id: str) -> Changes:
        from planbureau.services.annexes import reopening  # rare

        return reopening.leave_as_it_was(self._context, annex_id)

    def throw_away(self, annex_id: str) -> Changes:
        with self._context.writing() as work:
            row = finishing.annex_row(work.session, annex_id)
            view = current_view(self._context, work.session, row)
            typed = drafts.anybody_types_in(work.session, annex_id)
            if row.version or typed or not _nothing_written(view):
                raise InvalidInputError(
                    "Hier staat al iets in, dus het kan niet meer weg. Er is niets veranderd.",
                    "Sluit het af als het klaar is.",
                )
            tasks.drop(work, row.parent_id, row.id)
            work.remove(row)
            work.touch(row.id, row.parent_id, row.client_id, row.household_id)
        return work.changes

    def check(self, annex_id: str, on: date, not_competent: Sequence[str] = ()) -> AdoptionCheck:
        from planbureau.services.annexes import agreed, agreed_words  # rare

        view, context = self._view(annex_id), self._context
        found = finishing.check(view, on, context.today(), not_competent, context.last_day())
        with context.reading() as session:
            before = last_version(context, session, annex_id)
            odd = evaluation_gates(session, context.formats, view, before)
            plan = plan_reading.plan_row(session, view.parent.id if view.parent else annex_id)
            lists = finishing.lists_agreements(context, plan)
            about = agreed.agreeing(session, plan, context.today(), lists=lists)
            odd = (*odd, *agreed_words.gates(view, about))
        return replace(found, gates=(*found.gates, *odd), effects=agreed_words.effects(view, about, before))

    def finish(self, request: FinishAnnex) -> tuple[FinishedAnnex, Changes]:
        return finishing.finish(self._context, self._view(request.annex_id), request)

    def _view(self, annex_id: str) -> PlanView:
        with self._context.reading() as session:
            return open_annex_view(self._context, session, finishing.annex_row(session, annex_id))


def _row(record: PlanRecord, name: str, plan_title: str, day: date) -> AnnexRow:
    return AnnexRow(
        id=record.id,
        plan_id=record.parent_id,
        format_id=record.format_id,
        title=record.title,
        plan_title=plan_title,
        subject_name=name,
        day=day,
        status=record.status,
        version=record.version,
        finished_on=record.adopted_on,
        edited_at=record.edited_at,
        client_id=record.client_id,
        household_id=record.household_id,
    )


def _begun(record: PlanRecord) -> date:
    return record.made_at.astimezone(AMSTERDAM).date()


def _day(record: PlanRecord, view: PlanView) -> date:
    return finishing.day_of(view) or record.adopted_on or _begun(record)


def _nothing_written(view: PlanView) -> bool:
    return all(empty(one.answer) for one in view.answers.values())
