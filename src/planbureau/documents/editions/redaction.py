"""A plan as these readers may see it: what is "niet voor ..." them leaves the view before the print.

Deny wins (rules B7, end): a record that is kept from one reader is in no copy for the group. What leans on
a hidden record goes with it: an action of a hidden person, a row of a table that names that person. The
state that decides which questions show is made of the whole plan, so a gap never opens another question.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from typing import Any

from planbureau.documents.editions.hidden import Hidden, hidden_for
from planbureau.documents.editions.scrubbing import Scrubber, hidden_words
from planbureau.formats.model import QuestionKind
from planbureau.rules.deadlines import Deadline
from planbureau.views import (
    AnswerView,
    ClientView,
    GoalView,
    HouseholdView,
    PersonView,
    PlanView,
)

LEFT_OUT = (
    "In deze versie is iets weggelaten. Vraag het aan de maker van dit plan als je daar vragen over hebt."
)
K = QuestionKind
_OF_CLIENT = frozenset({"code", "bsn", "languages", "communication", "photo"})
_RECORDS = {
    K.GOALS: ("goals",),
    K.GOAL_MATRIX: ("goals",),
    K.RISKS: ("risks",),
    K.AGREEMENTS: ("agreements",),
    K.CONSENT: ("consents",),
    K.NETWORK: ("relations",),
    K.CUSTODY: ("custody", "measures"),
}
"""The parts of a view that a question of this kind shows."""


@dataclass(frozen=True)
class Redacted:
    """The view without what is hidden, the meeting likewise, and the questions that may not show at all."""

    view: PlanView
    meeting: Mapping[str, Any]
    hidden_questions: frozenset[str]
    left_out: bool


def redact(view: PlanView, audience: frozenset[str], meeting: Mapping[str, Any]) -> Redacted:
    """Take out of a plan what is not for somebody in `audience`. An empty audience is the file: all of it."""
    hidden = hidden_for(view, audience)
    if not hidden.anything:
        return Redacted(view, dict(meeting), frozenset(), left_out=False)
    scrubber = Scrubber(hidden_words(view, hidden))
    kept = _without_questions(_without_records(_without_people(view, hidden), hidden), hidden)
    answers = {
        key: made
        for key, answer in kept.answers.items()
        if (made := _answer(answer, key, view, hidden, scrubber)) is not None
    }
    kept = replace(kept, answers=answers)
    return Redacted(
        _scrubbed(kept, scrubber), _meeting(meeting, hidden, scrubber), hidden.questions, left_out=True
    )


def _without_people(view: PlanView, hidden: Hidden) -> PlanView:
    def person(one: PersonView) -> PersonView:
        return _person(one, hidden)

    def client(one: ClientView) -> ClientView:
        unnamed = one.person.id in hidden.people  # then no photo, number or language either
        names = _OF_CLIENT if unnamed else _OF_CLIENT & hidden.fields_of(one.person.id)
        blank: dict[str, Any] = {name: one.__dataclass_fields__[name].default for name in names}
        return replace(one, person=person(one.person), **blank)

    people = {key: person(one) for key, one in view.people.items() if key not in hidden.people}
    clients = tuple(client(one) for one in view.clients if one.person.id not in hidden.people)
    client_ids = {one.id for one in clients} | ({view.client.id} if view.client else set())
    household = view.household and _household(view.household, hidden)
    return replace(
        view,
        client=client(view.client) if view.client else None,
        clients=clients,
        household=household,
        coordinator=None
        if view.coordinator is None or view.coordinator.id in hidden.people
        else person(view.coordinator),
        people=people,
        relations=tuple(
            replace(one, person=person(one.person))
            for one in view.relations
            if one.person.id not in hidden.people
        ),
        custody=tuple(
            replace(one, person=person(one.person))
            for one in view.custody
            if one.person.id not in hidden.people and one.client_id in client_ids
        ),
        measures=tuple(one for one in view.measures if one.client_id in client_ids),
        consents=tuple(one for one in view.consents if one.person_id not in hidden.people),
    )


def _person(one: PersonView, hidden: Hidden) -> PersonView:
    if one.id in hidden.people:  # only the subject of the plan itself is still there
        return PersonView(id=one.id)
    known = {each.name: each for each in fields(PersonView)}
    blank: dict[str, Any] = {
        name: known[name].default for name in hidden.fields_of(one.id) & set(known) - {"id"}
    }
    made = replace(one, **blank)
    return replace(
        made,
        addresses=tuple(each for each in made.addresses if each.id not in hidden.ids["address"]),
        contacts=tuple(each for each in made.contacts if each.id not in hidden.ids["contact"]),
    )


def _household(household: HouseholdView, hidden: Hidden) -> HouseholdView:
    members = tuple(
        replace(one, person=_person(one.person, hidden))
        for one in household.members
        if one.person.id not in hidden.people
    )
    return replace(household, members=members)


def _without_records(view: PlanView, hidden: Hidden) -> PlanView:
    goals = tuple(_goal(one, hidden) for one in view.goals if _goal_stays(one, hidden))
    return replace(
        view,
        goals=goals,
        agreements=tuple(
            one
            for one in view.agreements
            if one.id not in hidden.ids["agreement"] and one.who not in hidden.people
        ),
        risks=tuple(
            one for one in view.risks if one.id not in hidden.ids["risk"] and one.who not in hidden.people
        ),
        looks=tuple(
            one
            for one in view.looks
            if one.goal_id in {goal.id for goal in goals} and one.id not in hidden.ids["look"]
        ),
        deadlines=tuple(one for one in view.deadlines if _deadline_stays(one, view, hidden)),
    )


def _goal_stays(goal: GoalView, hidden: Hidden) -> bool:
    only_for_hidden = bool(goal.for_whom) and set(goal.for_whom) <= hidden.people
    return goal.id not in hidden.ids["goal"] and not only_for_hidden


def _goal(goal: GoalView, hidden: Hidden) -> GoalView:
    actions = tuple(
        replace(
            one,
            helpers=tuple(each for each in one.helpers if each not in hidden.people),
            for_whom=tuple(each for each in one.for_whom if each not in hidden.people),
        )
        for one in goal.actions
        if one.id not in hidden.ids["action"] and one.responsible_person not in hidden.people
    )
    scales = tuple(
        replace(one, made_with=tuple(each for each in one.made_with if each not in hidden.people))
        for one in goal.scales
    )
    return replace(
        goal,
        actions=actions,
        scales=scales,
        for_whom=tuple(one for one in goal.for_whom if one not in hidden.people),
        agreed_by=tuple(one for one in goal.agreed_by if one not in hidden.people),
        observe_who="" if goal.observe_who in hidden.people else goal.observe_who,
    )


def _deadline_stays(deadline: Deadline, view: PlanView, hidden: Hidden) -> bool:
    """A date that follows from a hidden person, a hidden goal, or a hidden day of birth tells what it was."""
    everything = hidden.people.union(*hidden.ids.values())
    if deadline.subject in everything:
        return False
    about = deadline.subject or (view.client.person.id if view.client else "")
    return deadline.trigger != "geboortedatum" or "birth_date" not in hidden.fields_of(about)


def _without_questions(view: PlanView, hidden: Hidden) -> PlanView:
    """Empty the records behind questions that are hidden as a whole."""
    empty: dict[str, Any] = {}
    for section in view.format.sections:
        for question in section.questions:
            if question.id in hidden.questions:
                empty |= dict.fromkeys(_RECORDS.get(question.kind, ()), ())
                if question.kind is K.HOUSEHOLD and view.household is not None:
                    empty["household"] = replace(view.household, members=())
                if question.bind == "plan.coordinator":
                    empty["coordinator"] = None
    return replace(view, **empty) if empty else view


def _answer(
    one: AnswerView, key: str, view: PlanView, hidden: Hidden, scrubber: Scrubber
) -> AnswerView | None:
    if key in hidden.questions or key.split("/", 1)[0] in hidden.questions:
        return None
    value = one.answer.value
    if isinstance(value, list):
        rows = _rows(value, hidden, scrubber, table=_is_table(key, view))
        return replace(one, answer=replace(one.answer, value=rows))
    if isinstance(value, dict):  # a life domain: what hidden people see in it, or have to do
        parts = {
            name: _rows(part, hidden, scrubber, table=False) if isinstance(part, list) else part
            for name, part in value.items()
        }
        return replace(one, answer=replace(one.answer, value=parts))
    return one


def _is_table(key: str, view: PlanView) -> bool:
    try:
        return view.format.question(key).kind is K.TABLE
    except KeyError:
        return True


def _rows(rows: list[Any], hidden: Hidden, scrubber: Scrubber, *, table: bool) -> list[Any]:
    """The entries that name nobody hidden; in a table also no hidden word."""
    return [row for row in rows if not _names_hidden(row, hidden) and not (table and scrubber(row) != row)]


def _names_hidden(value: Any, hidden: Hidden) -> bool:
    if isinstance(value, dict):
        return any(_names_hidden(part, hidden) for part in value.values())
    if isinstance(value, list):
        return any(_names_hidden(part, hidden) for part in value)
    return isinstance(value, str) and value in hidden.people


def _meeting(meeting: Mapping[str, Any], hidden: Hidden, scrubber: Scrubber) -> dict[str, Any]:
    kept = dict(meeting)
    present = kept.get("present")
    if isinstance(present, list | tuple):
        kept["present"] = [one for one in present if one not in hidden.people]
    cleaned: dict[str, Any] = scrubber(kept)
    return cleaned


def _scrubbed(view: PlanView, scrubber: Scrubber) -> PlanView:
    """The running texts without the words of what is hidden. The format stays: it is nobody's secret."""
    names = [each.name for each in fields(PlanView) if each.name not in {"format", "restrictions", "heads"}]
    return replace(view, restrictions=(), **{name: scrubber(getattr(view, name)) for name in names})
