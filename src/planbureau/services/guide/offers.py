"""Answers that stand in another plan of the same client or household: offered, and copied when asked."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from planbureau.changes import Changes
from planbureau.errors import InvalidInputError, NotFoundError
from planbureau.formats.model import Access
from planbureau.model import drafts
from planbureau.model.reading import access
from planbureau.model.reading import plans as plan_reading
from planbureau.model.reading.annexes import annex_records
from planbureau.model.reading.answer_rows import answer_row
from planbureau.model.reading.lists import plan_rows
from planbureau.model.reading.people import restrictions
from planbureau.model.rows import PlanRecord
from planbureau.model.store import ReadSession
from planbureau.rules.offers.answers import OtherPlan, offers
from planbureau.rules.offers.own_plan import own_plan_offers
from planbureau.rules.offers.recovery import recovery_offers
from planbureau.rules.offers.wzd import wzd_offers
from planbureau.rules.wzd.steps import KINDS
from planbureau.services.answers.answering import AnswerChange, write_answer
from planbureau.services.concept import begin_concept
from planbureau.services.context import Context
from planbureau.services.plan.place import place_of
from planbureau.views import AnswerOfferView

_GONE = "Dit antwoord kan niet meer worden overgenomen. Er is niets veranderd."


class Offers:
    """`services.api.OfferService` on the vault."""

    def __init__(self, context: Context) -> None:
        self._context = context

    def of_plan(self, plan_id: str) -> tuple[AnswerOfferView, ...]:
        with self._context.reading() as session:
            return self._of(session, plan_reading.plan_row(session, plan_id))

    def _of(self, session: ReadSession, plan: PlanRecord) -> tuple[AnswerOfferView, ...]:
        if plan.parent_id:
            return self._of_record(session, plan)
        # Only plans about the same client, or of the same household: what is of one person does not go to
        # the paper of a whole family, and what is of one home does not go to the other.
        subjects = [plan.client_id] if plan.client_id else [plan.household_id]
        rows = {
            row.id: row
            for row in plan_rows(session, subjects)
            if row.id != plan.id and row.client_id == plan.client_id
        }
        if not rows:
            return ()
        plan_format = self._context.formats.get(plan.format_id, plan.format_version)
        own = {key: view.answer for key, view in plan_reading.answers(session, plan.id).items()}
        others = self._others(session, tuple(rows.values()))
        found = (
            *offers(plan_format, own, others),
            *recovery_offers(plan_format, own, others),
            *own_plan_offers(plan_format, own, others),
        )
        return tuple(
            AnswerOfferView(plan.id, one.key, one.plan_id, place_of(rows[one.plan_id]), one.answer, one.asked)
            for one in found
        )

    def _of_record(self, session: ReadSession, plan: PlanRecord) -> tuple[AnswerOfferView, ...]:
        """An annex is about one moment; only a record of the Wzd goes on from the one before."""
        if plan.format_id not in KINDS or plan.version:
            return ()
        beside = annex_records(session, [plan.parent_id])
        rows = {row.id: row for row in reversed(beside) if row.id != plan.id and row.format_id in KINDS}
        own = {key: view.answer for key, view in plan_reading.answers(session, plan.id).items()}
        record = self._context.formats.get(plan.format_id, plan.format_version)
        return tuple(
            AnswerOfferView(plan.id, one.key, one.plan_id, place_of(rows[one.plan_id]), one.answer, one.asked)
            for one in wzd_offers(record, own, self._others(session, tuple(rows.values())))
        )

    def _others(self, session: ReadSession, rows: Sequence[PlanRecord]) -> list[OtherPlan]:
        shared = access.shares(session, [row.id for row in rows])
        withheld: dict[str, set[str]] = {row.id: set() for row in rows}
        for mark in restrictions(session, withheld):
            if mark.target_kind == "answer":
                plan_id, _, key = mark.target_id.partition(":")
                withheld[plan_id].add(key)
        others = []
        for row in rows:
            try:
                plan_format = self._context.formats.get(row.format_id, row.format_version)
            except NotFoundError:
                continue  # its format file is gone: the plan itself says so when it opens
            answers = {key: view.answer for key, view in plan_reading.answers(session, row.id).items()}
            if plan_format.access is Access.OWNER:
                team = access.shared_sections(shared[row.id], access.TEAM)
                read = {q.id for s in plan_format.sections if s.id in team for q in s.questions}
                answers = {key: one for key, one in answers.items() if key.partition("/")[0] in read}
            others.append(OtherPlan(row.id, plan_format, answers, frozenset(withheld[row.id])))
        return others

    def take(self, offer: AnswerOfferView) -> Changes:
        with self._context.writing() as work:
            plan = plan_reading.plan_row(work.session, offer.plan_id)
            if plan.status == "closed" or offer not in _alike(self._of(work.session, plan), offer):
                raise InvalidInputError(_GONE, "Kijk wat er nu bij de vraag staat.")
            row = answer_row(work.session, plan.id, offer.key)
            answer = offer.answer
            change = AnswerChange(
                offer.key,
                answer.value,
                tuple(row.heads) if row is not None else (),
                answer.easy_text,
                answer.pictograms,
            )
            write_answer(work, plan.id, change)
            if answer.easy_stale:  # the copy is as old as what it was copied from
                copied = answer_row(work.session, plan.id, offer.key)
                work.change(copied, {"easy_of": ""}) if copied is not None else None
            begin_concept(work, plan)
            drafts.drop(work, plan.id, offer.key, author=self._context.user_id)
            work.touch(plan.id, plan.parent_id, plan.client_id, plan.household_id)
        return work.changes


def _alike(found: Sequence[AnswerOfferView], offer: AnswerOfferView) -> list[AnswerOfferView]:
    """The offers of now, under the words in which they were shown: the day of the other plan may differ."""
    return [replace(one, where=offer.where) for one in found]
