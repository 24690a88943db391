"""What the file tells the guide "Welk plan past?": offers with where they stand, never answers by itself."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from datetime import date

from planbureau.formats.library import FormatLibrary
from planbureau.model.reading import people as read
from planbureau.model.reading.lists import plan_rows
from planbureau.model.rows import PlanRecord
from planbureau.model.store import ReadSession
from planbureau.plan_state import GP_ROLES
from planbureau.rules.consent.capacity import is_foster_parent
from planbureau.rules.consent.facts import Measure
from planbureau.rules.deadlines import trigger_label
from planbureau.rules.dutch import inside, plain_date
from planbureau.rules.plan_guide import GuidePerson
from planbureau.rules.plan_guide.carried import CARRIED, FLAGS, HELP_OF_PLAN, LAWS
from planbureau.services.calendar.terms import settings_of
from planbureau.services.plan.place import place_of
from planbureau.views import FileAnswer, FileDate, GuideKnowledge, MeasureView, RelationView

_MEASURES = {
    Measure.SUPERVISION.value: "gi_ots",
    Measure.GI_GUARDIANSHIP.value: "gi_voogdij",
    Measure.YOUTH_PROBATION.value: "jeugdreclassering",
    Measure.SECURE.value: "gesloten_jeugdhulp",
    Measure.CONDITIONAL_SECURE.value: "voorwaardelijke_machtiging",
}
_MEASURE_WORDS = {
    "gi_ots": "ondertoezichtstelling",
    "gi_voogdij": "voogdij",
    "jeugdreclassering": "jeugdreclassering",
    "gesloten_jeugdhulp": "gesloten jeugdhulp",
    "voorwaardelijke_machtiging": "voorwaardelijke machtiging",
}
_FOSTER_CHILD = "pleegkind"


def _of_foster_care(role: str) -> bool:
    return is_foster_parent(role) or role.strip().casefold() == _FOSTER_CHILD


def knowledge(
    session: ReadSession,
    today: date,
    client_id: str,
    household_ids: Sequence[str],
    plan_ids: Collection[str],
    formats: FormatLibrary,
) -> GuideKnowledge:
    """All that is known of a client, or of a household when `client_id` is empty.

    Only the plans in `plan_ids` are looked at: the screen knows which of them may be seen now.
    """
    family = formats.family
    homes = [read.household(session, home) for home in household_ids]
    clients = [client_id] if client_id else [m.client_id for h in homes for m in h.members if m.client_id]
    subjects = list(dict.fromkeys((*clients, *household_ids)))
    rows = plan_rows(session, subjects) if subjects else []
    plans = [row for row in rows if row.id in plan_ids and row.status != "closed"]
    told = [row for row in plans if not formats.private(row.format_id)]
    relations = read.relations(session, subjects)
    foster = {m.role for h in homes for m in h.members if not client_id or m.client_id == client_id}
    foster |= {relation.role for relation in relations}
    answers = {
        "wet": _from_plans(told, lambda plan: [law for law in LAWS if law in plan.regimes]),
        "hulp": _from_plans(told, lambda plan: HELP_OF_PLAN.get(family(plan.format_id), ())),
        "bijzonder": _merged(
            _from_measures(read.measures(session, clients), today),
            FileAnswer(("pleegzorg",), "het netwerk: pleegouders")
            if any(map(_of_foster_care, foster))
            else None,
            _from_plans(told, lambda plan: [flag for flag in FLAGS if flag in plan.flags]),
        ),
        "organisaties": _organisations(relations),
        "plan_ouders": _parents_plan(told, family),
        "persoonlijk_plan": _own_plan(told),
    }
    settings = settings_of(session)
    coordinated = next((plan for plan in told if plan.coordinator_id), None)
    return GuideKnowledge(
        people=tuple(_person(session, i) for i in dict.fromkeys(clients)),
        answers={name: answer for name, answer in answers.items() if answer is not None},
        dates=_dates(told),
        coordinator_id=coordinated.coordinator_id if coordinated else "",
        coordinator_where=place_of(coordinated) if coordinated else "",
        running={family(plan.format_id): plan.id for plan in reversed(plans)},
        start_months=settings.age_months("ppl_start_leeftijd"),
        ready_months=settings.age_months("ppl_klaar_leeftijd"),
    )


def _person(session: ReadSession, client_id: str) -> GuidePerson:
    return GuidePerson(client_id, read.client(session, client_id).person.birth_date)


def _from_plans(
    plans: Sequence[PlanRecord], options: Callable[[PlanRecord], Sequence[str]]
) -> FileAnswer | None:
    found: dict[str, None] = {}
    where = []
    for plan in plans:
        told = options(plan)
        found |= dict.fromkeys(told)
        where += [place_of(plan)] if told else []
    return FileAnswer(tuple(found), " en ".join(where)) if found else None


def _from_measures(measures: Sequence[MeasureView], today: date) -> FileAnswer | None:
    found: dict[str, str] = {}
    for measure in measures:
        begun = measure.start is None or measure.start <= today
        over = measure.end is not None and measure.end < today
        flag = _MEASURES.get(measure.kind)
        if flag and begun and not over:
            since = f" vanaf {plain_date(measure.start)}" if measure.start else ""
            found[flag] = f"{_MEASURE_WORDS[flag]}{since}"
    return FileAnswer(tuple(found), f"maatregel: {', '.join(found.values())}") if found else None


def _merged(*answers: FileAnswer | None) -> FileAnswer | None:
    told = [answer for answer in answers if answer is not None]
    if not told:
        return None
    options = dict.fromkeys(option for answer in told for option in answer.options)
    return FileAnswer(tuple(options), "; ".join(answer.where for answer in told))


def _organisations(relations: Sequence[RelationView]) -> FileAnswer | None:
    """Distinct organisations without the GP, as GZP-01 counts them."""
    names = {
        relation.person.organisation.strip().casefold(): relation.person.organisation.strip()
        for relation in relations
        if relation.person.professional and relation.role not in GP_ROLES
    }
    names.pop("", None)
    if not names:
        return None
    option = "een" if len(names) == 1 else "twee" if len(names) == 2 else "drie"
    return FileAnswer((option,), f"het netwerk: {', '.join(sorted(names.values()))}")


def _parents_plan(plans: Sequence[PlanRecord], family: Callable[[str], str]) -> FileAnswer | None:
    """What is known of the family's own plan: the last thing that was written down about it."""
    for plan in plans:
        if family(plan.format_id) == "fgp":
            return FileAnswer(("bezig",), place_of(plan))
    for plan in plans:
        for name, option in (("datum_afzien_fgp", "afgezien"), ("datum_aanbod_fgp", "aangeboden")):
            if name in plan.triggers:
                return FileAnswer((option,), f"{place_of(plan)}: {inside(trigger_label(name))}")
    return None


def _own_plan(plans: Sequence[PlanRecord]) -> FileAnswer | None:
    for plan in plans:
        if "persoonlijk_plan_ingeleverd" in plan.flags:
            return FileAnswer(("ingeleverd",), place_of(plan))
    for plan in plans:
        if "datum_geinformeerd_pp" in plan.triggers:
            return FileAnswer(("uitgelegd",), place_of(plan))
    return None


def _dates(plans: Sequence[PlanRecord]) -> dict[str, FileDate]:
    """The dates of the plan that was written in last go first."""
    found: dict[str, FileDate] = {}
    for plan in plans:
        for name in CARRIED:
            if name in plan.triggers and name not in found:
                found[name] = FileDate(date.fromisoformat(plan.triggers[name]), place_of(plan))
    return found
