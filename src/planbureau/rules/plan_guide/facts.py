"""What the guide may know: the answers, and what follows from the file by itself."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from planbureau.rules.dates import add_days, age_on, age_point
from planbureau.rules.plan_guide.questions import QUESTIONS, GuideQuestion
from planbureau.rules.plan_guide.when import Answers

SOON_DAYS = 90
"""So many days before a birthday the guide speaks of it (own choice, as `leeftijd_vooraf_dagen`)."""


@dataclass(frozen=True, slots=True)
class GuidePerson:
    """Somebody a plan could be about; `key` is stable."""

    key: str
    birth_date: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class GuideFacts:
    """All that the guide looks at.

    `people` are the clients it is about; `family` says that it is about a household. `answers` may hold
    answers to questions that are not asked: they do not count. `running` are the ids of the plan types of
    which a plan is not closed. `watched`: others look along, so private questions and remarks stay away.
    `start_months` and `ready_months` are the ages of the perspectiefplan.
    """

    today: date
    people: tuple[GuidePerson, ...] = ()
    family: bool = False
    answers: Answers = field(default_factory=dict)
    running: frozenset[str] = frozenset()
    watched: bool = False
    start_months: int = 16 * 12
    ready_months: int = 17 * 12 + 6


def told_by_file(facts: GuideFacts, people: Iterable[GuidePerson]) -> dict[str, frozenset[str]]:
    """What follows from birth dates and from whom it is about, in the shape of answers."""
    ages: set[str] = set()
    towards: set[str] = set()
    for person in people:
        if person.birth_date is not None:
            ages.add(_age_group(person.birth_date, facts.today))
            towards |= _towards_eighteen(person.birth_date, facts)
    found = {"gezin": frozenset({"ja" if facts.family else "nee"})}
    if ages:
        found |= {"leeftijd": frozenset(ages), "perspectief": frozenset(towards)}
    return found


def effective(facts: GuideFacts) -> dict[str, frozenset[str]]:
    """What the file tells, and the answers to questions and options that are really asked."""
    counts = told_by_file(facts, facts.people)
    for question in QUESTIONS:
        if not asked(question, facts, counts):
            continue
        offered = {option.id for option in question.options if option.when.holds(counts)}
        chosen = facts.answers.get(question.id, frozenset()) & offered
        if chosen:
            counts[question.id] = counts.get(question.id, frozenset()) | chosen
        if chosen and question.id == "leeftijd":
            counts["perspectief"] = counts.get("perspectief", frozenset()) | _without_birth_date(chosen)
    return counts


def asked(question: GuideQuestion, facts: GuideFacts, counts: Answers) -> bool:
    """Whether a question is put, given what counts before it."""
    if question.private and facts.watched:
        return False
    if question.unknown_only and facts.people and all(person.birth_date for person in facts.people):
        return False
    return any(one.holds(counts) for one in question.when)


def _age_group(born: date, today: date) -> str:
    age = age_on(born, today)
    return "onder-12" if age < 12 else "12-15" if age < 16 else "16-17" if age < 18 else "18-plus"


def _towards_eighteen(born: date, facts: GuideFacts) -> set[str]:
    """Where somebody stands on the way to eighteen."""
    if age_on(born, facts.today) >= 18:
        return {"voorbij"}
    begin = age_point(born, facts.start_months)
    if facts.today >= begin:
        return {"nu", "klaar"} if facts.today >= age_point(born, facts.ready_months) else {"nu"}
    return {"straks"} if add_days(facts.today, SOON_DAYS) >= begin else {"nog-niet"}


def _without_birth_date(ages: frozenset[str]) -> frozenset[str]:
    return frozenset(
        "nu" if age == "16-17" else "voorbij" if age == "18-plus" else "nog-niet" for age in ages
    )
