"""Plans of a story: how they were begun and filled, and what happened with them afterwards."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

from planbureau.formats.model import QuestionKind
from planbureau.services.demo.events import tell_event
from planbureau.services.demo.filling import add_agreement, add_goal, answer
from planbureau.services.demo.story import Story
from planbureau.services.demo.tables import Part
from planbureau.views import RiskView

_KEYS = ("key", "format", "of", "day", "regimes", "flags", "triggers", "coordinator", "answers", "domains",
         "goal", "agreement", "risk", "event")  # fmt: skip


def tell_plan(part: Part, story: Story) -> None:
    """Plans the steps of one plan: filled on its first day, and then its events."""
    part.only(*_KEYS)
    day = part.needed_day("day")
    filling: list[Callable[[], None]] = [
        lambda: _start(part, story),
        lambda: _frame(part, story),
        *(_answering(part, story, key, value) for key, value in part.table("answers").values.items()),
        *(_domain(part, story, key) for key in part.table("domains").values),
        *(_goal(part, story, goal) for goal in part.parts("goal")),
        *(_agreement(part, story, item, n) for n, item in enumerate(part.parts("agreement"), start=1)),
        *(_risk(part, story, item, n) for n, item in enumerate(part.parts("risk"), start=1)),
    ]
    for step in filling:
        story.on(day, step)
    for event in part.parts("event"):
        tell_event(part.text("key"), event, story)


def _id(part: Part) -> str:
    return part.names.id(part.text("key"))


def _start(part: Part, story: Story) -> None:
    subject = part.names.id(part.text("of"))
    plans = story.workspace.plans
    household = any(view.id == subject for view in story.workspace.clients.households())
    made, _ = plans.start_plan(
        part.text("format"), "" if household else subject, subject if household else ""
    )
    part.names.add(part.text("key"), made)
    if "coordinator" in part.values:
        plans.set_coordinator(plans.plan(made), part.person("coordinator"))


def _frame(part: Part, story: Story) -> None:
    plans = story.workspace.plans
    triggers = part.table("triggers")
    days: dict[str, date | None] = {name: triggers.day(name) for name in triggers.values}
    regimes = [str(name) for name in part.items("regimes")]
    flags = [str(name) for name in part.items("flags")]
    plans.save_frame(plans.plan(_id(part)), regimes, flags, days)


def _answering(part: Part, story: Story, key: str, value: Any) -> Callable[[], None]:
    return lambda: answer(part, story, _id(part), key, value)


def _domain(part: Part, story: Story, name: str) -> Callable[[], None]:
    def step() -> None:
        said = dict(part.table("domains").table(name).values)
        easy, pictograms = said.pop("easy", None), said.pop("pictograms", None)
        question = _domain_question(story, part.text("format"))
        story.workspace.plans.save_answer(
            _id(part), f"{question}/{name}", said, (), easy_text=easy, pictograms=pictograms
        )

    return step


def _domain_question(story: Story, format_id: str) -> str:
    plan_format = next(one for one in story.workspace.plans.formats() if one.id == format_id)
    questions = [question for section in plan_format.sections for question in section.questions]
    return next(question.id for question in questions if question.kind is QuestionKind.LIFE_DOMAIN)


def _goal(part: Part, story: Story, goal: Part) -> Callable[[], None]:
    def step() -> None:
        add_goal(story, _id(part), goal)

    return step


def _agreement(part: Part, story: Story, item: Part, order: int) -> Callable[[], None]:
    return lambda: add_agreement(story, _id(part), item, order)


def _risk(part: Part, story: Story, item: Part, order: int) -> Callable[[], None]:
    def step() -> None:
        known = {key: value for key, value in item.values.items() if key != "key"}
        told = replace(item, values={**known, "plan_id": _id(part), "order": order})
        made, _ = story.workspace.plans.add_risk(told.view(RiskView, people=("who",)))
        if "key" in item.values:
            item.names.add(item.text("key"), made)

    return step
