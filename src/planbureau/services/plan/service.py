"""Plans: starting one, answering, and what is still missing."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

from planbureau.changes import Changes
from planbureau.errors import InvalidInputError
from planbureau.formats.answers import AnswerFile, JsonValue
from planbureau.formats.completeness import Missing
from planbureau.formats.model import Access, PlanFormat
from planbureau.formats.naming import titled
from planbureau.formats.vocabulary import PLAN_PART
from planbureau.model import drafts
from planbureau.model.reading import lists, terms
from planbureau.model.reading import people as people_reading
from planbureau.model.reading import plans as plan_reading
from planbureau.model.reading.annexes import counts
from planbureau.model.reading.consent_rows import lacking_agreement
from planbureau.model.reading.kept import kept_at, written_last
from planbureau.model.rows import PlanRecord
from planbureau.model.store import ReadSession
from planbureau.model.unit_of_work import UnitOfWork
from planbureau.plan_state import state_of
from planbureau.rules.deadlines import PlanFacts
from planbureau.rules.deadlines.triggers import can_lie_ahead, trigger_label
from planbureau.rules.dutch import plain_date
from planbureau.rules.plan_checks import missing
from planbureau.rules.wzd.steps import JUDGED, WzdRecord
from planbureau.services.adoption import adopting, later_consents
from planbureau.services.adoption.hand_ins import is_answer
from planbureau.services.adoption.versions import read_version
from planbureau.services.answers import annex_answers, answering
from planbureau.services.api import AdoptionCheck, AdoptPlan, VersionConsents
from planbureau.services.calendar.terms import facts_of_plan
from planbureau.services.concept import begin_concept
from planbureau.services.context import Context, told_in_words
from planbureau.services.plan import attachments, conflicts
from planbureau.services.plan.lost_plans import lost_plan
from planbureau.services.plan.own_plan_gates import own_plan_gates
from planbureau.services.plan.parts import Parts
from planbureau.services.plan.starting import begin
from planbureau.services.plan.viewing import current_view
from planbureau.services.sight.openings import OPENED, note_plan
from planbureau.services.wzd.effects import refuse_other_judgement
from planbureau.services.wzd.gates import wzd_records
from planbureau.views import (
    AttachmentView,
    ConsentView,
    DraftView,
    LostPlanView,
    PlanRow,
    PlanView,
    StartPlan,
    VersionRow,
    WaitingConsent,
)

CLOSED_TO_WRITING = "Dit plan is afgesloten. Er is niets veranderd."


class Plans(Parts):
    """`services.api.PlanService` on the vault."""

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self._context = context

    def formats(self) -> tuple[PlanFormat, ...]:
        visiting = self._context.visiting
        return tuple(
            one
            for one in self._context.formats.all()
            if one.offered and not (visiting and one.access is Access.LISTED)
        )

    def format_problems(self) -> tuple[str, ...]:
        return tuple(str(problem) for problem in self._context.formats.problems)

    def rows(self, subject_id: str = "") -> tuple[PlanRow, ...]:
        with self._context.reading() as session:
            subjects = people_reading.linked_subjects(session, subject_id) if subject_id else ()
            plans = lists.plan_rows(session, subjects)
            names = lists.subject_names(session, plans)
            few = bool(subject_id)
            rows = [self._row(session, plan, names[plan.id], count=few, looked=few) for plan in plans]
            having = counts(session, [row.id for row in rows]) if few else {}
        return tuple(replace(row, annexes=having.get(row.id, 0)) for row in rows)

    def recent(self, limit: int = 6) -> tuple[PlanRow, ...]:
        with self._context.reading() as session:
            plans = written_last(session, limit)
            if len(plans) < limit:
                known = {plan.id for plan in plans}
                plans += [plan for plan in lists.plan_rows(session, limit=limit) if plan.id not in known]
            names = lists.subject_names(session, plans)
            return tuple(self._row(session, plan, names[plan.id], count=False) for plan in plans[:limit])

    def lacking_agreement(self) -> tuple[str, ...]:
        with self._context.reading() as session:
            return lacking_agreement(session, self._context.user_id)

    def waiting_consent(self, plan_id: str) -> WaitingConsent:
        with self._context.reading() as session:
            plan = plan_reading.plan_row(session, plan_id)
            return later_consents.waiting(self._context, session, plan)

    def row(self, plan_id: str) -> PlanRow:
        with self._context.reading() as session:
            plan = plan_reading.plan_row(session, plan_id)
            return self._row(session, plan, lists.subject_names(session, [plan])[plan.id])

    def _row(
        self, session: ReadSession, plan: PlanRecord, name: str, *, count: bool = True, looked: bool = True
    ) -> PlanRow:
        """One line; `count` what it still needs, and `looked` when anything in it was last written."""
        needed, lost = 0, not self._context.formats.has(plan.format_id, plan.format_version)
        if count and plan.status in lists.DRAFTS and not lost:
            # What is missing does not depend on deadlines, and computing those costs most of a view.
            view = current_view(self._context, session, plan, deadlines=False)
            needed = sum(m.level == "needed" for m in self._missing(view))
        agreed, handed_in, answered = plan_reading.how_adopted(session, plan.id, plan.version)
        return PlanRow(
            id=plan.id,
            format_id=plan.format_id,
            family=self._context.formats.family(plan.format_id),
            private=self._context.formats.private(plan.format_id),
            lost=lost,
            title=plan.title,
            subject_name=name,
            client_ids=(plan.client_id,) if plan.client_id else (),
            household_id=plan.household_id,
            status=plan.status,
            version=plan.version,
            adopted_on=plan.adopted_on,
            edited_at=kept_at(session, plan.id) if looked else plan.edited_at,
            needed=needed,
            regimes=tuple(plan.regimes),
            parent_id=plan.parent_id,
            agreed_by=agreed,
            handed_in=handed_in,
            answered=answered,
        )

    def start_plan(self, format_id: str, client_id: str = "", household_id: str = "") -> tuple[str, Changes]:
        plan_format = self._context.formats.get(format_id)
        with self._context.writing() as work:
            made = begin(work, plan_format, StartPlan(format_id, client_id, household_id))
        return made, work.changes

    def plan(self, plan_id: str) -> PlanView:
        with self._context.reading() as session:
            view = self._view(session, plan_reading.plan_row(session, plan_id))
        note_plan(self._context, view, OPENED)
        return view

    def lost(self, plan_id: str) -> LostPlanView | None:
        return lost_plan(self._context, plan_id)

    def is_answer(self, plan: PlanView) -> bool:
        return is_answer(self._context, plan)

    def _view(self, session: ReadSession, row: PlanRecord) -> PlanView:
        return current_view(self._context, session, row)

    def save_frame(
        self,
        plan: PlanView,
        regimes: Sequence[str],
        flags: Sequence[str],
        triggers: Mapping[str, date | None],
        reason: str = "",
    ) -> Changes:
        with self._context.writing() as work:
            row = _plan_itself(work.session, plan.id)
            _check_ahead(row, triggers, self._context.last_day())
            fields = answering.frame_fields(row, plan, regimes, flags, triggers, reason, work)
            work.change(row, fields, plan.heads)
            work.touch(plan.id, row.client_id, row.household_id)
        return work.changes

    def set_coordinator(self, plan: PlanView, person_id: str) -> Changes:
        with self._context.writing() as work:
            row = plan_reading.plan_row(work.session, plan.id)
            work.change(row, {"coordinator_id": person_id}, plan.heads)
            work.touch(plan.id, row.client_id, row.household_id)
        return work.changes

    def save_answer(
        self,
        plan_id: str,
        key: str,
        value: JsonValue,
        heads: Sequence[str],
        *,
        easy_text: str | None = None,
        pictograms: Sequence[str] | None = None,
        files: Sequence[AnswerFile] | None = None,
    ) -> Changes:
        with self._context.writing() as work:
            plan = plan_reading.plan_standing(work.connection, plan_id, self._context.sight().hidden)
            if plan.status == "closed":
                raise InvalidInputError(CLOSED_TO_WRITING, "Begin een nieuw plan om verder te schrijven.")
            change = answering.AnswerChange(key, value, tuple(heads), easy_text, pictograms, files)
            bind = ""
            if not plan.parent_id:
                plan_format = self._context.formats.get(plan.format_id, plan.format_version)
                bind = answering.bind_of(plan_format, key)
            if not (plan.parent_id or bind) and plan.status != "active" and key != JUDGED:
                answering.write_answer(work, plan_id, change)
            else:
                self._write(work, plan_reading.plan_row(work.session, plan_id), bind, change)
            drafts.drop(work, plan_id, key, author=self._context.user_id)
            work.touch(plan_id, plan.client_id, plan.household_id)
        return work.changes

    def _write(self, work: UnitOfWork, row: PlanRecord, bind: str, change: answering.AnswerChange) -> None:
        """An answer that more hangs on than itself."""
        if row.parent_id:
            annex_answers.save(work, self._context.formats, row, change)
        elif bind:
            value = change.value
            if bind == PLAN_PART:
                kind = self._context.formats.get(row.format_id, row.format_version).title
                value = titled(kind, str(change.value or ""))
            answering.write_bound(work, row, bind, value)
        else:
            if change.key == JUDGED:
                refuse_other_judgement(work, row, change.value)
            answering.write_answer(work, row.id, change)
            begin_concept(work, row)

    def save_draft(self, plan_id: str, key: str, text: str) -> None:
        self._context.may_write([plan_id])
        with told_in_words(), self._context.store.writing(self._context.user_id) as work:
            drafts.put(work, plan_id, key, text, author=self._context.user_id)

    def drafts(self, plan_id: str = "") -> tuple[DraftView, ...]:
        with self._context.reading() as session:
            return drafts.found(session, plan_id, reader=self._context.user_id)

    def drop_draft(self, plan_id: str, key: str) -> None:
        with told_in_words(), self._context.store.writing(self._context.user_id) as work:
            drafts.drop_shown(work, plan_id, key, reader=self._context.user_id)

    def missing(self, plan_id: str) -> tuple[Missing, ...]:
        return self._missing(self.plan(plan_id))

    def _missing(self, view: PlanView) -> tuple[Missing, ...]:
        return tuple(missing(view.format, state_of(view, self._context.today())))

    def adoption_check(self, plan_id: str, on: date, not_competent: Sequence[str] = ()) -> AdoptionCheck:
        view, facts, records = self._known(plan_id)
        found = adopting.check(view, facts, on, self._context.today(), not_competent, records)
        with self._context.reading() as session:
            own = own_plan_gates(session, self._context.formats, view)
        answer = found.hand_in and is_answer(self._context, view)
        return replace(found, gates=(*found.gates, *own), answer=answer)

    def adopt(self, request: AdoptPlan) -> tuple[VersionRow, Changes]:
        view, facts, records = self._known(request.plan_id)
        return adopting.adopt(self._context, view, facts, request, records, answer=self.is_answer(view))

    def _known(self, plan_id: str) -> tuple[PlanView, PlanFacts, tuple[WzdRecord, ...]]:
        """The plan, what the rules know of it, and its records of the Wzd."""
        with self._context.reading() as session:
            row = _plan_itself(session, plan_id)
            formats = self._context.formats
            facts = facts_of_plan(session, formats, row)
            return self._view(session, row), facts, wzd_records(session, formats, row)

    def version_consents(self, plan_id: str) -> VersionConsents:
        with self._context.reading() as session:
            return later_consents.answers_now(self._context, session, plan_reading.plan_row(session, plan_id))

    def record_consent(self, consent: ConsentView) -> Changes:
        return later_consents.record(self._context, consent)

    def withdraw_consent(self, consent: ConsentView, on: date, reason: str = "") -> Changes:
        return later_consents.withdraw(self._context, consent, on, reason)

    def version_plan(self, plan_id: str, number: int) -> PlanView:
        with self._context.reading() as session:
            for row in terms.version_rows(session, plan_id):
                if row.number == number:
                    view = read_version(self._context, session, row)
                    break
            else:
                raise InvalidInputError(f"Versie {number} van dit plan bestaat niet.")
        note_plan(self._context, view, OPENED)
        return view

    def start_next_version(self, plan_id: str) -> Changes:
        with self._context.writing() as work:
            row = _plan_itself(work.session, plan_id)
            begin_concept(work, row)
            work.touch(plan_id, row.client_id, row.household_id)
        return work.changes

    def close_plan(self, plan_id: str, reason: str) -> Changes:
        if not reason.strip():
            raise InvalidInputError("Schrijf op waarom dit plan wordt afgesloten. Er is niets veranderd.")
        with self._context.writing() as work:
            row = _plan_itself(work.session, plan_id)
            work.change(
                row,
                {
                    "status": "closed",
                    "closed_reason": reason.strip(),
                    "closed_on": self._context.today().isoformat(),
                },
            )
            work.touch(plan_id, row.client_id, row.household_id)
        return work.changes

    def add_attachment(self, path: Path) -> AttachmentView:
        return attachments.add(self._context, path)

    def keep_attachment(self, name: str, media_type: str, content: bytes) -> AttachmentView:
        return attachments.keep(self._context, name, media_type, content)

    def attachment(self, sha256: str) -> bytes:
        return attachments.content(self._context, sha256)

    def resolve_conflict(self, record_id: str, field: str, value: JsonValue) -> Changes:
        return conflicts.resolve(self._context, record_id, field, value)


def _check_ahead(row: PlanRecord, triggers: Mapping[str, date | None], last_day: date) -> None:
    """Raises InvalidInputError when a day that is filled in now tells of what did not happen yet."""
    for name, day in triggers.items():
        if day is None or day <= last_day or row.triggers.get(name) == day.isoformat():
            continue
        if can_lie_ahead(name):
            continue
        raise InvalidInputError(
            f"{trigger_label(name)}: {plain_date(day)} moet nog komen.",
            "Er is niets veranderd en wat je typte staat er nog. Vul de dag in als het is gebeurd.",
        )


def _plan_itself(session: ReadSession, plan_id: str) -> PlanRecord:
    """The row of a plan. Raises InvalidInputError for an annex: that has no frame and is finished."""
    row = plan_reading.plan_row(session, plan_id)
    if row.parent_id:
        raise InvalidInputError(
            "Dit hoort bij een plan en kan alleen worden afgesloten. Er is niets veranderd."
        )
    return row
