"""Beginning a plan: for whom, and with what is already known of its step "Kader en datums"."""

from __future__ import annotations

from planbureau.errors import InvalidInputError
from planbureau.formats.model import Access, PlanFormat, Subject
from planbureau.model.reading import people as people_reading
from planbureau.model.rows import ClientRecord, HouseholdRow, PlanRecord
from planbureau.model.store import ReadSession
from planbureau.model.unit_of_work import UnitOfWork
from planbureau.rules.deadlines import triggers_for
from planbureau.rules.regime import Regime
from planbureau.services.adoption.signature_gates import ASKED as SIGNED
from planbureau.services.calendar.terms import settings_of
from planbureau.services.sight.protection import put_maker_on_list
from planbureau.views import StartPlan


def begin(work: UnitOfWork, plan_format: PlanFormat, wanted: StartPlan) -> str:
    """Makes the plan and gives its id; what its format does not know is left out of the frame.

    Raises InvalidInputError for an annex and when it is not said for whom it is, NotFoundError when they are
    gone.
    """
    if plan_format.annex is not None:
        raise InvalidInputError("Dit is geen plan.", "Begin het bij het plan waar het bij hoort.")
    client_id, household_id = wanted.client_id, wanted.household_id
    if plan_format.subject is Subject.HOUSEHOLD and not household_id:
        household_id = _household_of(work.session, client_id)
    if plan_format.subject is Subject.CLIENT and not client_id:
        raise InvalidInputError("Kies eerst voor welke cliënt dit plan is.")
    if client_id:
        work.get(ClientRecord, client_id)
    if household_id:
        work.get(HouseholdRow, household_id)
    regimes = [name for name in plan_format.regimes if name in wanted.regimes]
    if not regimes and len(plan_format.regimes) == 1:
        regimes = list(plan_format.regimes)
    usual = {SIGNED} if settings_of(work.session).handtekening_vereist_financier else set()
    flags = [name for name in plan_format.flags if name in wanted.flags or name in usual]
    asked = triggers_for(
        plan_format.family,
        frozenset(Regime(name) for name in regimes),
        frozenset(flags),
        frozenset(plan_format.deadlines),
    )
    days = wanted.triggers
    made = work.create(
        PlanRecord,
        {
            "format_id": plan_format.id,
            "format_version": plan_format.version,
            "title": plan_format.title,
            "client_id": client_id,
            "household_id": household_id,
            "regimes": regimes,
            "flags": flags,
            "triggers": {field.name: days[field.name].isoformat() for field in asked if field.name in days},
            "coordinator_id": wanted.coordinator_id,
        },
    )
    if plan_format.access is Access.LISTED:
        put_maker_on_list(work, made.id, work.author)
    work.touch(made.id, client_id, household_id)
    return made.id


def _household_of(session: ReadSession, client_id: str) -> str:
    if not client_id:
        raise InvalidInputError("Kies eerst voor welk gezin dit plan is.")
    homes = people_reading.client(session, client_id).household_ids
    if not homes:
        raise InvalidInputError(
            "Deze cliënt hoort nog niet bij een gezin.",
            "Maak eerst een gezin bij deze cliënt; daarna kun je het gezinsplan beginnen.",
        )
    return homes[0]
