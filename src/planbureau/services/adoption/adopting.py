"""Adopting a plan: what stands in the way, and the version that is frozen for ever.

Rules B1, B2 and B6; design, "One record, one revision chain". Consent lies outside the content hash.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from planbureau.changes import Changes
from planbureau.errors import InvalidInputError
from planbureau.formats.demands import handed_in
from planbureau.formats.frame import FRAME_ID
from planbureau.formats.model import PlanFormat
from planbureau.model import codec
from planbureau.model.reading import plans as plan_reading
from planbureau.model.rows import ConsentRow, DoneRow, GoalRow, PlanRecord
from planbureau.model.unit_of_work import UnitOfWork
from planbureau.plan_state import state_of
from planbureau.rules.consent.capacity import OWN_PART, Capacity
from planbureau.rules.consent.record import (
    ConsentForm,
    ConsentOutcome,
    ConsentRecord,
    ConsentSubject,
    Explained,
    check_consent,
)
from planbureau.rules.consent.topics import is_treatment
from planbureau.rules.deadlines import PlanFacts
from planbureau.rules.deadlines.gates import adoption_gates, meeting_gate
from planbureau.rules.deadlines.triggers import triggers_for
from planbureau.rules.goals.status import GoalStatus
from planbureau.rules.hints import HintLevel
from planbureau.rules.plan_checks import missing
from planbureau.rules.regime import Regime
from planbureau.rules.wzd.steps import WzdRecord
from planbureau.services.adoption.signature_gates import signature_gates
from planbureau.services.adoption.terms import agreed_on, settle_birthdays, tell_agenda
from planbureau.services.adoption.versions import close_version
from planbureau.services.adoption.wish_gates import wish_gates
from planbureau.services.api import AdoptionCheck, AdoptPlan, Gate
from planbureau.services.consent.competence_gates import competence_gates
from planbureau.services.consent.expected import expected
from planbureau.services.context import Context
from planbureau.services.wzd.gates import with_resistance, wzd_gates
from planbureau.views import ConsentView, PlanView, VersionRow


def check(
    view: PlanView,
    facts: PlanFacts,
    on: date,
    today: date,
    not_competent: Sequence[str] = (),
    records: Sequence[WzdRecord] = (),
) -> AdoptionCheck:
    """What is still needed before adopting, and who is asked to agree; nothing for a plan handed in."""
    state = state_of(view, today)
    if handed_in(view.format, state):
        return AdoptionCheck((), (), hand_in=True)
    gates = [*_term_gates(facts, on, today), *competence_gates(view, not_competent), *wish_gates(view)]
    gates += [*signature_gates(view), *wzd_gates(view, records, not_competent)]
    gates += [
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
        for item in missing(view.format, state)
        if item.level != "tip"
    ]
    people = expected(view, on, not_competent)
    why = "\n".join(people.why)
    return AdoptionCheck(
        tuple(gates), with_resistance(people.asked, records, people.resists, on), why, people.complete,
        people.resists, with_resistance(people.heard, records, people.resists, on), people.free,
        medical=is_treatment(view.format.family),
    )  # fmt: skip


def _term_gates(facts: PlanFacts, on: date, today: date) -> list[Gate]:
    """What the law asks before adopting (FGP-01), and before the talk about the plan (WLZ-01)."""
    found = [
        Gate(gate.rule_id, gate.reason, "Dit staat in de wet.", blocks=True, section_id=FRAME_ID,
             question_id=FRAME_ID, source=gate.source)
        for gate in adoption_gates(facts, today)
    ]  # fmt: skip
    early = meeting_gate(facts, on)
    if early is not None:
        found.append(
            Gate(early.rule_id, early.reason, "Dit staat in de wet.", blocks=False, section_id=FRAME_ID,
                 question_id=FRAME_ID, source=early.source)
        )  # fmt: skip
    return found


def adopt(
    context: Context,
    view: PlanView,
    facts: PlanFacts,
    request: AdoptPlan,
    records: Sequence[WzdRecord] = (),
    *,
    answer: bool = False,
) -> tuple[VersionRow, Changes]:
    """Freezes the plan as it stands. Raises InvalidInputError; then nothing was changed.

    `answer` says that this version holds the answer to what was handed in.
    """
    hand_in = handed_in(view.format, state_of(view, context.today()))
    if hand_in:
        _require_hand_in(request, context.last_day())
    else:
        _require(view, facts, request, context, records)
    without = not hand_in and not _all_agreed(view, request)
    with context.writing() as work:
        row = plan_reading.plan_row(work.session, view.id)
        number = row.version + 1
        version = close_version(
            work,
            _agreed(view),
            number,
            request.on,
            by=context.user_id,
            meeting={**_meeting(request), "handed_in": hand_in, "answer": answer},
            without_consent=without,
            reason=request.reason_without_consent.strip(),
        )
        record_consents(work, request.consents, number, version.content_hash, request.on)
        _agree_on_goals(work, view)
        _note_copy(work, view.id, request)
        work.change(
            row,
            {
                "status": "active",
                "version": number,
                "adopted_on": request.on.isoformat(),
                "triggers": _started(row, view.format, request.on, agreed=not without and not hand_in),
            },
        )
        tell_agenda(work, view, request.on)
        settle_birthdays(work, view.id, request.consents, request.on)
        work.touch(view.id, row.client_id, row.household_id)
        made = plan_reading.version_row(version)
    return made, work.changes


def _require_hand_in(request: AdoptPlan, last_day: date) -> None:
    """A form-free plan of the client or family asks for nothing but a day that was there."""
    if request.on > last_day:
        raise InvalidInputError("De dag van het inleveren ligt in de toekomst.", "Je concept is bewaard.")


def _require(
    view: PlanView, facts: PlanFacts, request: AdoptPlan, context: Context, records: Sequence[WzdRecord]
) -> None:
    today, last_day = context.today(), context.last_day()
    gates = check(view, facts, request.on, today, request.not_competent, records).gates
    blocking = [gate for gate in gates if gate.blocks]
    if blocking:
        raise InvalidInputError(
            f"Dit plan kan nog niet worden vastgesteld: er {count_words(len(blocking))} nodig. "
            f"Het eerste is: {blocking[0].text}",
            "Je concept is bewaard. Vul aan wat in de lijst staat.",
        )
    if request.on > last_day:
        raise InvalidInputError("De dag van de bespreking ligt in de toekomst.", "Je concept is bewaard.")
    if not request.present and not request.present_others.strip():
        raise InvalidInputError("Kies wie bij de bespreking waren.", "Je concept is bewaard.")
    if not request.discussed:
        raise InvalidInputError("Vink aan wat jullie hebben besproken.", "Je concept is bewaard.")
    for consent in request.consents:
        require_consent(view, consent, request.on, last_day)
    if not _all_agreed(view, request) and not request.reason_without_consent.strip():
        raise InvalidInputError(
            "Nog niet iedereen die wordt gevraagd is akkoord.",
            "Schrijf op waarom je het plan toch vaststelt. Je concept is bewaard.",
        )


def count_words(number: int) -> str:
    """How many things are still to be done, with the verb."""
    return "is nog 1 ding" if number == 1 else f"zijn nog {number} dingen"


def require_consent(view: PlanView, consent: ConsentView, on: date, today: date) -> None:
    """Raises InvalidInputError when an answer cannot be right; without an outcome nobody was asked yet."""
    if not consent.outcome:
        return
    record = ConsentRecord(
        person_id=consent.person_id,
        capacity=Capacity(consent.capacity) if consent.capacity else None,
        subject=ConsentSubject(consent.subject),
        subject_detail=view.title,
        outcome=ConsentOutcome(consent.outcome),
        form=ConsentForm(consent.form) if consent.form else None,
        day=consent.on or on,
        recorded_by=consent.recorded_by or "de gebruiker",
        reason=consent.reason,
        explained=frozenset(one for one in Explained if one.value in consent.information),
    )
    medical = is_treatment(view.format.family)
    wrong = [h for h in check_consent(record, today, medical=medical) if h.level is not HintLevel.TIP]
    if wrong:
        person = view.people.get(consent.person_id)
        name = person.short_name if person else "deze persoon"
        raise InvalidInputError(f"Bij het akkoord van {name}: {wrong[0].text}", "Je concept is bewaard.")


def _all_agreed(view: PlanView, request: AdoptPlan) -> bool:
    return all_agreed(view, request.consents, request.on, request.not_competent)


def all_agreed(
    view: PlanView, consents: Sequence[ConsentView], on: date, not_competent: Sequence[str]
) -> bool:
    """Whether everyone who is asked agreed; nobody asked, as under a court order, is no agreement.

    It is enough for a plan that may be kept without anybody's consent (B2, row 31).
    Nor is it one when somebody who must agree is not known yet, or when resistance counts (Wzd 3a): who may
    resist without being asked to agree is asked about that alone.
    """
    given = {(c.person_id, c.capacity) for c in consents if c.outcome == ConsentOutcome.AGREED.value}
    resisted = {c.person_id for c in consents if c.outcome == ConsentOutcome.RESISTS.value}
    people = expected(view, on, not_competent)
    if people.free:
        return True
    needed = {(c.person_id, c.capacity) for c in people.asked if c.capacity not in OWN_PART}
    answered = {c.person_id for c in consents if c.outcome}
    told = all(c.person_id in answered for c in people.heard if c.person_id in people.resists)
    agreed = people.complete and bool(needed) and needed <= given
    return agreed and told and resisted.isdisjoint(people.resists)


def _meeting(request: AdoptPlan) -> dict[str, Any]:
    kept = replace(request, consents=())
    return {k: v for k, v in codec.to_json(kept).items() if k not in ("plan_id", "consents")}


def record_consents(
    work: UnitOfWork, consents: Sequence[ConsentView], number: int, digest: str, on: date
) -> None:
    """Writes what each person answered about this version."""
    for consent in consents:
        if consent.outcome:
            fields = codec.fields_of(ConsentRow, replace(consent, version=number))
            fields |= {
                "content_hash": digest,
                "on": (consent.on or on).isoformat(),
                "recorded_by": consent.recorded_by or work.author,
            }
            work.create(ConsentRow, fields)


def _note_copy(work: UnitOfWork, plan_id: str, request: AdoptPlan) -> None:
    """A copy that was given at the talk is what WLZ-03 asks for; for another plan the record says nothing."""
    given = request.copy_given_on
    if given is not None and given >= request.on:
        work.create(
            DoneRow,
            {"plan_id": plan_id, "rule_id": "WLZ-03", "subject": "", "on": given.isoformat(), "reason": ""},
        )


def _agreed(view: PlanView) -> PlanView:
    """The plan as it stands from now on: what was still a concept is agreed by adopting it."""
    concept, agreed = GoalStatus.CONCEPT.value, GoalStatus.AGREED.value
    goals = tuple(replace(goal, status=agreed) if goal.status == concept else goal for goal in view.goals)
    return replace(view, goals=goals)


def _agree_on_goals(work: UnitOfWork, view: PlanView) -> None:
    for goal in view.goals:
        if goal.status == GoalStatus.CONCEPT.value:
            work.change(work.get(GoalRow, goal.id), {"status": GoalStatus.AGREED.value})


def _started(row: PlanRecord, plan: PlanFormat, on: date, *, agreed: bool) -> dict[str, Any]:
    """The triggers, with the day of this talk where a rule counts from the last talk about the plan.

    Where a rule waits for everybody's agreement (IPA-02), this is the day, unless one stands there already.
    """
    names = asked_triggers(row, plan)
    days = dict(row.triggers)
    if "datum_laatste_planbespreking" in names:
        days["datum_laatste_planbespreking"] = on.isoformat()
    return agreed_on(days, names, on) if agreed else days


def asked_triggers(row: PlanRecord, plan: PlanFormat) -> frozenset[str]:
    """The names of the dates that the rules of this plan ask for."""
    regimes = frozenset(Regime(name) for name in row.regimes)
    rules = frozenset(plan.deadlines) or None
    fields = triggers_for(plan.family, regimes, frozenset(row.flags), rules)
    return frozenset(field.name for field in fields)
