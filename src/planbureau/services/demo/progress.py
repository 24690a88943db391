"""Events of a plan that is carried out: goals that move, what is seen, terms, and what is added later."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from planbureau.errors import FormatError
from planbureau.services.demo.filling import PEOPLE_OF_GOAL, add_agreement, add_goal, answer
from planbureau.services.demo.story import Story
from planbureau.services.demo.tables import Part
from planbureau.views import GoalView, LookView


def move(_plan_id: str, part: Part, story: Story, _day: date) -> None:
    """A goal gets another status."""
    part.only("goal", "to", "reason", "on")
    reason = part.text("reason", "")
    story.workspace.goals.move_goal(part.id("goal"), part.text("to"), reason, part.day("on"))


def action(_plan_id: str, part: Part, story: Story, _day: date) -> None:
    """An action gets another status, or is called off."""
    part.only("goal", "letter", "status", "cancel")
    goals, letter = story.workspace.goals, part.text("letter")
    found = [one for one in goals.goal(part.id("goal")).actions if one.letter == letter]
    if not found:
        raise FormatError(f"{part.name}: dit doel heeft geen actie {letter}.")
    if part.values.get("cancel"):
        goals.cancel_action(found[0])
    else:
        goals.save_action(found[0], replace(found[0], status=part.text("status")))


def card(_plan_id: str, part: Part, story: Story, _day: date) -> None:
    """The card of a goal gets other words, days or people; what is not named stays."""
    goals, told = story.workspace.goals, part.without("goal")
    before = goals.goal(part.id("goal"))
    said = {"plan_id": before.plan_id, "number": before.number, **told.values}
    view = replace(told, values=said).view(GoalView, people=PEOPLE_OF_GOAL)
    goals.save_goal(before, replace(before, **{name: getattr(view, name) for name in told.values}))


def frame(plan_id: str, part: Part, story: Story, _day: date) -> None:
    """A flag or a date of the plan comes with it; those that it has stay."""
    part.only("flags", "triggers", "reason")
    plans, triggers = story.workspace.plans, part.table("triggers")
    plan = plans.plan(plan_id)
    flags = [*plan.flags, *(str(name) for name in part.items("flags"))]
    days = {**plan.triggers, **{name: triggers.day(name) for name in triggers.values}}
    plans.save_frame(plan, plan.regimes, flags, days, part.text("reason", ""))


def look(_plan_id: str, part: Part, story: Story, day: date) -> None:
    """A moment at which people looked at a goal."""
    told = {name: value for name, value in part.values.items() if name != "goal"}
    known = {**told, "on": day.isoformat(), "goal_id": part.id("goal")}
    story.workspace.looks.add(replace(part, values=known).view(LookView, people=("said_by",)))


def done(plan_id: str, part: Part, story: Story, day: date) -> None:
    """A term is settled; `about` is the person whose term it is, for a rule that holds for each person."""
    part.only("rule", "about", "reason")
    story.workspace.calendar.mark_done(
        plan_id, part.text("rule"), part.person("about"), day, part.text("reason", "")
    )


def deviate(plan_id: str, part: Part, story: Story, _day: date) -> None:
    """People agree on another day than that of a term."""
    part.only("rule", "to", "reason", "asked_by", "told_right", "consent_of")
    story.workspace.calendar.deviate(
        plan_id,
        part.text("rule"),
        part.day("to"),
        part.text("reason"),
        part.text("asked_by"),
        told_right=bool(part.values.get("told_right", False)),
        consent_of=[str(name) for name in part.items("consent_of")],
    )


def answer_later(plan_id: str, part: Part, story: Story, _day: date) -> None:
    """An answer of the plan changes; in an adopted plan that begins the next version."""
    part.only("key", "value", "easy", "pictograms")
    given = {name: part.values[name] for name in ("value", "easy", "pictograms") if name in part.values}
    known = story.workspace.plans.plan(plan_id).answers.get(part.text("key"))
    answer(part, story, plan_id, part.text("key"), given, known.heads if known else ())


def new_goal(plan_id: str, part: Part, story: Story, _day: date) -> None:
    """A goal is added."""
    add_goal(story, plan_id, part.only("goal").table("goal"))


def new_agreement(plan_id: str, part: Part, story: Story, _day: date) -> None:
    """An agreement is added."""
    number = len(story.workspace.plans.plan(plan_id).agreements)
    add_agreement(story, plan_id, part.only("agreement").table("agreement"), number)
