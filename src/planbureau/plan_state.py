"""What formats and completeness need to know of a plan, taken from its view: for wizard, gates and print."""

from __future__ import annotations

from collections import Counter
from datetime import date
from textwrap import shorten
from typing import Any

from planbureau.formats.answers import AgreementFact, Answer, GoalFact, PlanState, RiskFact
from planbureau.formats.marks import SCALES, TEN
from planbureau.formats.model import QuestionKind
from planbureau.formats.moments import moment_text
from planbureau.formats.naming import part_in
from planbureau.formats.outcomes import GoalOutcome
from planbureau.formats.vocabulary import PLAN_PART
from planbureau.rules.consent.representation import Relation
from planbureau.rules.dates import age_on
from planbureau.rules.goals.evaluation import open_points
from planbureau.rules.goals.status import GoalStatus
from planbureau.rules.goals.words import kind_of
from planbureau.views import GoalView, PersonView, PlanView, RiskView

OPEN_GOALS = frozenset(s.value for s in (GoalStatus.CONCEPT, GoalStatus.AGREED, GoalStatus.ACTIVE))
"""Goals that ask something of people now; one that is paused does not."""
_LONGEST = 50
"""So many characters of a risk stand in the list of what is still needed."""
GP_ROLES = frozenset({"huisarts"})
CARER = "mantelzorg"
"""What stands in the role of a carer, also in one of their own making ("dochter en mantelzorger")."""
REPRESENTATIVES = frozenset(r.value for r in Relation) - {"bewindvoerder", "anders"}


def state_of(view: PlanView, today: date) -> PlanState:
    """The state of a plan as it stands on `today`."""
    return PlanState(
        answers={key: item.answer for key, item in view.answers.items()},
        regimes=frozenset(view.regimes),
        flags=frozenset(view.flags),
        triggers={name: day.isoformat() for name, day in view.triggers.items()},
        facts=facts_of(view, today),
        records=_records(view),
        bound=bound_values(view),
        goals=_goal_facts(view),
        agreements={
            one.id: AgreementFact(one.easy_text.strip() or one.what.strip(), next(iter(one.pictograms), ""))
            for one in view.agreements
        },
        today=today.isoformat(),
        written=_written(view),
        purposes={goal.number: goal.purpose for goal in view.goals},
        loose_risks=tuple(fact for risk in view.risks if (fact := _risk_fact(risk)).lacks),
        loose_goals={goal.number: lacks for goal in view.goals if (lacks := _lacks_of_goal(goal))},
    )


def mark_scale_of(view: PlanView) -> int:
    """The highest mark that the client of a plan gives: 3 faces, 5 or 10; of a family its first client."""
    clients = (*((view.client,) if view.client else ()), *view.clients)
    scale = clients[0].mark_scale if clients else TEN
    return scale if scale in SCALES else TEN


def outcomes_of(view: PlanView) -> dict[str, GoalOutcome]:
    """What an annex says about each goal that it asks about, by goal id."""
    asked = [
        question.id
        for section in view.format.sections
        for question in section.questions
        if question.kind is QuestionKind.GOAL_OUTCOMES
    ]
    return {
        goal.id: GoalOutcome.read(view.answer(f"{name}/{goal.id}").value)
        for name in asked
        for goal in view.goals
    }


def _goal_facts(view: PlanView) -> dict[str, GoalFact]:
    said = outcomes_of(view)
    return {
        goal.id: GoalFact(
            f"doel {goal.number}",
            said=not said[goal.id].empty,
            lacks=open_points(str(goal.number), GoalStatus(goal.status), said[goal.id], kind_of(goal.kind)),
            words=goal.easy_text.strip() or goal.sentence.strip(),
            pictogram=next(iter(goal.pictograms), ""),
        )
        for goal in view.goals
        if goal.id in said
    }


def facts_of(view: PlanView, today: date) -> dict[str, int]:
    """What the program counts itself (`formats.vocabulary.FACTS`)."""
    members = view.household.members if view.household else ()
    about = [c.person for c in view.clients] + [m.person for m in members]
    ages = {p.id: age_on(p.birth_date, today) for p in about if p.birth_date}
    professionals = [r for r in view.relations if r.person.professional]
    organisations = {r.person.organisation.casefold() for r in professionals if r.role not in GP_ROLES}
    return {
        "has_minor": int(any(age < 18 for age in ages.values())),
        "has_12_to_17": int(any(12 <= age < 18 for age in ages.values())),
        "has_16_17": int(any(16 <= age < 18 for age in ages.values())),
        "members": len(members),
        "organisations": len(organisations - {""}),
        "professionals": len(professionals),
        "network": len(view.relations) - len(professionals),
        "carers": sum(CARER in r.role.casefold() for r in view.relations),
        "open_goals": _open_goals(view),
        "versions": max(view.version, len(view.versions)),
        "representatives": sum(c.kind in REPRESENTATIVES for c in view.custody),
    }


def _open_goals(view: PlanView) -> int:
    """How many goals run for the person who has the most; a goal for nobody in particular is everybody's."""
    running = [goal for goal in view.goals if goal.status in OPEN_GOALS]
    everybody = sum(1 for goal in running if not goal.for_whom)
    own = Counter(person for goal in running for person in set(goal.for_whom))
    return everybody + max(own.values(), default=0)


def _lacks_of_goal(goal: GoalView) -> str:
    """What a goal that is not agreed yet lacks most; its card says the rest (rules D2.3, D2.4, D3)."""
    if goal.status != GoalStatus.CONCEPT.value:
        return ""
    if not _has_words(goal):
        return "schrijf het doel in één zin, of verwijder het"
    if not any(action.what.strip() for action in goal.actions):
        return "er is nog geen actie"
    if not (goal.target_date or goal.look_date or goal.no_end_date):
        return "kies een streefdatum, of een dag om samen te kijken"
    return ""


def _risk_fact(risk: RiskView) -> RiskFact:
    """What is not written yet of a risk: what is done, who watches, when people look again (C0, RIS)."""
    asked = {
        "what": (risk.what.strip(), "wat er kan gebeuren"),
        "measures": (risk.measures.strip(), "wat jullie doen"),
        "who": (risk.who or risk.who_function.strip(), "wie erop let"),
        "look_again_on": (risk.look_again_on, "wanneer jullie weer kijken"),
    }
    words = shorten(risk.what, _LONGEST, placeholder="…")
    return RiskFact(
        f'het risico "{words}"' if words else "een risico",
        {name: ask for name, (given, ask) in asked.items() if not given},
    )


def _has_words(goal: GoalView) -> bool:
    return bool(goal.sentence.strip() or goal.easy_text.strip())


def _written(view: PlanView) -> int:
    """The characters in the goals, risks and agreements."""
    texts = [text for goal in view.goals for text in (goal.sentence, *(one.what for one in goal.actions))]
    texts += [text for risk in view.risks for text in (risk.what, risk.signs, risk.measures)]
    texts += [one.what for one in view.agreements]
    return sum(len(text.strip()) for text in texts)


def _records(view: PlanView) -> dict[str, int]:
    goals = sum(1 for goal in view.goals if _has_words(goal))
    counts = {
        QuestionKind.GOALS: goals,
        QuestionKind.GOAL_MATRIX: goals,
        QuestionKind.RISKS: sum(bool(risk.what.strip()) for risk in view.risks),
        QuestionKind.AGREEMENTS: len(view.agreements),
        QuestionKind.CONSENT: len(view.consents),
        QuestionKind.NETWORK: len(view.relations),
        QuestionKind.HOUSEHOLD: len(view.household.members) if view.household else 0,
        QuestionKind.CUSTODY: len(view.custody),
    }
    return {
        question.id: counts[question.kind]
        for section in view.format.sections
        for question in section.questions
        if question.kind in counts
    }


def bound_values(view: PlanView) -> dict[str, Any]:
    """The values of bound questions as they stand in their records (`formats.vocabulary.BINDS`)."""
    values: dict[str, Any] = {
        "plan.coordinator": [{"person": view.coordinator.id}] if view.coordinator else [],
        PLAN_PART: part_in(view.title, view.format.title),
        "household.name": view.household.name if view.household else "",
        "household.members": [m.person.id for m in view.household.members] if view.household else [],
    }
    for name, day in view.triggers.items():
        values[f"trigger.{name}"] = (
            moment_text(view.moments[name]) if name in view.moments else day.isoformat()
        )
    if view.client is not None:
        values |= _client_values(view)
    return values


def _client_values(view: PlanView) -> dict[str, Any]:
    client = view.client
    assert client is not None
    person = client.person
    return {
        "client.name": " ".join(p for p in (person.given_name, person.prefix, person.family_name) if p),
        "client.call_name": person.call_name,
        "client.birth_date": person.birth_date.isoformat() if person.birth_date else None,
        "client.address": address_text(person),
        "client.phone": _contact(person, "phone"),
        "client.email": _contact(person, "email"),
        "client.bsn": client.bsn,
        "client.languages": client.languages,
        "client.communication": list(client.communication),
        "client.photo": [{"sha256": client.photo}] if client.photo else [],
    }


def address_text(person: PersonView) -> str:
    """The first address in one line."""
    if not person.addresses:
        return ""
    address = person.addresses[0]
    place = " ".join(part for part in (address.postcode, address.city) if part)
    return ", ".join(part for part in (address.street, place) if part)


def _contact(person: PersonView, kind: str) -> str:
    return next((c.value for c in person.contacts if c.kind == kind), "")


def empty(answer: Answer) -> bool:
    """Whether an answer says nothing, in its professional nor in its easy text."""
    return answer.empty and not answer.easy_text
