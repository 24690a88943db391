"""What is written in a plan of a story: answers, goals with their actions, agreements."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from planbureau import resources
from planbureau.services.demo.story import Story
from planbureau.services.demo.tables import Part
from planbureau.views import ActionView, AgreementView, GoalView, ScaleView

_IN_ANSWER = {"value", "easy", "pictograms", "file"}
_NO_FIELDS = ("key", "tick", "action", "scale")
PEOPLE_OF_GOAL = ("for_whom", "agreed_by")
PEOPLE_OF_ACTION = ("responsible_person", "helpers")


def answer(part: Part, story: Story, plan_id: str, key: str, value: Any, heads: tuple[str, ...] = ()) -> None:
    """Saves one answer: a plain value, or a table with `value`, `easy`, `pictograms` or a `file`."""
    easy, pictograms = None, None
    if isinstance(value, dict) and set(value) <= _IN_ANSWER:
        easy, pictograms = value.get("easy"), value.get("pictograms")
        value = _file(story, value["file"]) if "file" in value else value["value"]
    story.workspace.plans.save_answer(
        plan_id, key, part.answer(value), heads, easy_text=easy, pictograms=pictograms
    )


def _file(story: Story, name: str) -> list[dict[str, str]]:
    kept = story.workspace.plans.add_attachment(resources.path("demo", "bijlagen", name))
    return [{"sha256": kept.sha256, "name": kept.name, "media_type": kept.media_type, "caption": ""}]


def add_goal(story: Story, plan_id: str, part: Part) -> str:
    """Adds a goal with its actions; `tick` takes a ready-made one and then fills its card."""
    goals = story.workspace.goals
    fields = {key: value for key, value in part.values.items() if key not in _NO_FIELDS}
    told = replace(part, values={**fields, "plan_id": plan_id, "number": 0})
    view = told.view(GoalView, people=PEOPLE_OF_GOAL)
    if "tick" in part.values:
        made, _ = goals.tick(plan_id, part.text("tick"), view.for_whom)
        before = goals.goal(made)
        known = {key: getattr(view, key) for key in fields if key != "for_whom"}
        goals.save_goal(before, replace(before, **known))
    else:
        made, _ = goals.add_goal(view)
    part.names.add(part.text("key"), made)
    for action in part.parts("action"):
        add_action(story, made, action)
    if "scale" in part.values:
        scale = replace(part.table("scale"), values={**part.values["scale"], "goal_id": made})
        story.workspace.looks.add_scale(scale.view(ScaleView, people=("made_with",)))
    return made


def add_action(story: Story, goal_id: str, part: Part) -> None:
    """Adds an action; its letter follows."""
    told = replace(part, values={**part.values, "goal_id": goal_id, "letter": ""})
    story.workspace.goals.add_action(told.view(ActionView, people=PEOPLE_OF_ACTION))


def add_agreement(story: Story, plan_id: str, item: Part, order: int) -> None:
    """Adds a standing agreement."""
    known = {key: value for key, value in item.values.items() if key != "key"}
    told = replace(item, values={**known, "plan_id": plan_id, "order": order})
    made, _ = story.workspace.plans.add_agreement(told.view(AgreementView, people=("who",)))
    if "key" in item.values:
        item.names.add(item.text("key"), made)
