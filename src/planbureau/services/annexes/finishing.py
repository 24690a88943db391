"""Finishing an annex: what stands in the way, the version that is frozen, and what follows for its plan.

The gates of adopting a plan do not hold here, and agreement is asked only where the format asks for it.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from planbureau.changes import Changes
from planbureau.errors import InvalidInputError, NotFoundError
from planbureau.formats import flow
from planbureau.formats.annexes import can_be_corrected
from planbureau.formats.answered import holds
from planbureau.formats.lookup import section_of
from planbureau.formats.model import FinishRule, QuestionKind
from planbureau.formats.vocabulary import BEGINS_EFFECT, ENDS_EFFECT
from planbureau.model.reading import plans as plan_reading
from planbureau.model.reading.annexes import questions_of
from planbureau.model.reading.days import day_and_moment
from planbureau.model.rows import PlanRecord
from planbureau.model.store import ReadSession
from planbureau.model.unit_of_work import UnitOfWork
from planbureau.plan_state import empty, state_of
from planbureau.rules.plan_checks import missing
from planbureau.services.adoption import adopting
from planbureau.services.adoption.later_consents import follow_answers
from planbureau.services.adoption.versions import close_version, last_version
from planbureau.services.annexes.finish_effects import Finished, follow
from planbureau.services.annexes.finishing_again import follow_correction
from planbureau.services.answers.annex_answers import CORRECTING
from planbureau.services.api.adoption import AdoptionCheck
from planbureau.services.api.annexes import FinishAnnex, FinishedAnnex
from planbureau.services.api.requests import Gate
from planbureau.services.consent.expected import expected
from planbureau.services.context import Context
from planbureau.services.goals.looks import keep_scores
from planbureau.services.wzd.measures import measures_of
from planbureau.views import PlanView

_KEPT = "Je concept is bewaard."


def annex_row(session: ReadSession, annex_id: str) -> PlanRecord:
    """The row of an annex. Raises NotFoundError for a plan, or when it is not there."""
    row = plan_reading.plan_row(session, annex_id)
    if not row.parent_id:
        raise NotFoundError("Dit is geen verslag of bijlage.", "Open het plan opnieuw.")
    return row


def asks_consent(view: PlanView, today: date) -> bool:
    """Whether the annex asks who agrees, as it stands now."""
    shown = flow.steps(view.format, state_of(view, today))
    return any(question.kind is QuestionKind.CONSENT for step in shown for question in step.questions)


def check(
    view: PlanView,
    on: date,
    today: date,
    not_competent: Sequence[str] = (),
    last_day: date | None = None,
) -> AdoptionCheck:
    """What is still needed before finishing; who is asked to agree only when the format asks that.

    `last_day` is the last day that can have passed; without it that is today.
    """
    gates = tuple(
        Gate(
            id=f"{item.section_id}.{item.question_id}",
            text=item.text,
            why=item.why,
            blocks=item.level == "needed",
            section_id=item.section_id,
            question_id=item.question_id,
            source=item.source,
            danger=item.level == "danger",
        )
        for item in missing(view.format, state_of(view, today))
        if item.level in ("danger", "needed", "attention")
    )
    gates += tuple(_days_ahead(view, today, last_day or today))
    if not asks_consent(view, today):
        return AdoptionCheck(gates, ())
    people = expected(view, on, not_competent)
    why = " ".join(people.why)
    return AdoptionCheck(gates, people.asked, why, people.complete, people.resists, people.heard, people.free)


def _days_ahead(view: PlanView, today: date, last_day: date) -> list[Gate]:
    """A talk that must still be held cannot be reported on."""
    found = []
    for rule in rules_of(view, today):
        day, _ = day_and_moment(view.answer(rule.question).value)
        planned = rule.effect == "next_evaluation" or rule.effect.startswith((BEGINS_EFFECT, ENDS_EFFECT))
        if not planned and day is not None and day > last_day:
            question = view.format.question(rule.question)
            section, label = section_of(view.format, question.id), question.label
            found.append(
                Gate(f"{section}.{rule.question}.later", f"{label}: deze dag moet nog komen",
                     "Een verslag gaat over wat al is gebeurd.", blocks=True, section_id=section,
                     question_id=rule.question)
            )  # fmt: skip
    return list({gate.id: gate for gate in found}.values())


def rules_of(view: PlanView, today: date) -> list[FinishRule]:
    """What finishing does now. A day at a question that does not show any more is no day."""
    annex = view.format.annex
    state = state_of(view, today)
    shown = {question.id for step in flow.steps(view.format, state) for question in step.questions}
    return [
        rule
        for rule in (annex.on_finish if annex else ())
        if rule.question in shown and holds(rule.when, state, view.format)
    ]


def finish(context: Context, view: PlanView, request: FinishAnnex) -> tuple[FinishedAnnex, Changes]:
    """Freezes the annex as it stands. Raises InvalidInputError; then nothing was changed."""
    today = context.today()
    asked = asks_consent(view, today)
    _require(view, request, context, asked=asked)
    with context.writing() as work:
        row = annex_row(work.session, view.id)
        parent = plan_reading.plan_row(work.session, row.parent_id)
        number = row.version + 1
        before = last_version(context, work.session, row.id)
        if before is not None and row.status == CORRECTING:
            if same_answers(before, view):
                work.change(row, {"status": "active"})
                work.touch(row.id, parent.id, row.client_id, row.household_id)
                return FinishedAnnex(before.versions[-1]), work.changes
            if not request.reason.strip():
                raise InvalidInputError("Schrijf in een zin op wat je verbeterde, en waarom.", _KEPT)
        version = close_version(
            work,
            view,
            number,
            request.on,
            by=context.user_id,
            without_consent=asked and not _all_agreed(view, request),
            reason=request.reason_without_consent.strip() or request.reason.strip(),
        )
        adopting.record_consents(work, request.consents, number, version.content_hash, request.on)
        work.change(row, {"status": "active", "version": number, "adopted_on": request.on.isoformat()})
        changed = _follow(context, work, view, row, before, request.on)
        work.touch(row.id, parent.id, row.client_id, row.household_id)
        made = FinishedAnnex(plan_reading.version_row(version), changed)
    return made, work.changes


def _follow(
    context: Context, work: UnitOfWork, view: PlanView, row: PlanRecord, before: PlanView | None, on: date
) -> bool:
    """What finishing does to the plan: once, and of a correction what differs. Whether its words changed."""
    today = context.today()
    parent = plan_reading.plan_row(work.session, row.parent_id)
    lists = lists_agreements(context, parent)
    rules, talked_on = rules_of(view, today), day_of(view) or on
    if before is None:
        measures = measures_of(work.session, view, parent)
        asked = _asked_in(context, parent)
        done = Finished(view, row, parent, on, talked_on, today, lists, asked, measures)
        changed = follow(work, done, rules)
        keep_scores(context, work, view, talked_on)
        if any(rule.effect == "resistance" for rule in rules):
            follow_answers(context, work, parent)
        return changed
    if not can_be_corrected(view.format):
        return False
    done = Finished(view, row, parent, on, talked_on, today, lists)
    then = day_of(before) or before.versions[-1].adopted_on
    changed = follow_correction(work, done, rules, before, rules_of(before, today))
    keep_scores(context, work, view, talked_on, before, then)
    return changed


def same_answers(one: PlanView, other: PlanView) -> bool:
    """Whether two readings of an annex say the same."""
    said, too = (
        {key: a.answer for key, a in view.answers.items() if not empty(a.answer)} for view in (one, other)
    )
    return said == too


def day_of(view: PlanView) -> date | None:
    """The day that an annex is about, as it says itself."""
    annex = view.format.annex
    return day_and_moment(view.answer(annex.dated_by).value)[0] if annex and annex.dated_by else None


def lists_agreements(context: Context, plan: PlanRecord) -> bool:
    """Whether a plan has a place for standing agreements."""
    plan_format = context.formats.get(plan.format_id, plan.format_version)
    return bool(questions_of(plan_format, QuestionKind.AGREEMENTS))


def _asked_in(context: Context, plan: PlanRecord) -> frozenset[str]:
    """The questions of a plan."""
    sections = context.formats.get(plan.format_id, plan.format_version).sections
    return frozenset(question.id for section in sections for question in section.questions)


def _require(view: PlanView, request: FinishAnnex, context: Context, *, asked: bool) -> None:
    today, last_day = context.today(), context.last_day()
    if view.status == "active":
        raise InvalidInputError("Dit is al afgesloten. Er is niets veranderd.")
    if request.on > last_day:
        raise InvalidInputError("De dag van afsluiten ligt in de toekomst.", _KEPT)
    found = check(view, request.on, today, request.not_competent, last_day)
    blocking = [gate for gate in found.gates if gate.blocks]
    if blocking:
        raise InvalidInputError(
            f"Dit kan nog niet worden afgesloten: er {adopting.count_words(len(blocking))} nodig. "
            f"Het eerste is: {blocking[0].text}",
            f"{_KEPT} Vul aan wat in de lijst staat.",
        )
    for consent in request.consents:
        adopting.require_consent(view, consent, request.on, last_day)
    if asked and not _all_agreed(view, request) and not request.reason_without_consent.strip():
        raise InvalidInputError(
            "Nog niet iedereen die wordt gevraagd is akkoord.",
            f"Schrijf op waarom je het toch afsluit. {_KEPT}",
        )


def _all_agreed(view: PlanView, request: FinishAnnex) -> bool:
    return adopting.all_agreed(view, request.consents, request.on, request.not_competent)
