"""Events of the calendar: appointments, the tasks before a talk, and days without care."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from planbureau.services.demo.story import Story
from planbureau.services.demo.tables import Part
from planbureau.views import AppointmentView, PauseView


def appointment(plan_id: str, part: Part, story: Story, _day: date) -> None:
    """An appointment that was made on the day of the event; `on` is the day itself."""
    client, household = story.about[plan_id]
    told = part.without("key", "on")
    known = {**told.values, "day": part.text("on"), "plan_id": plan_id, "client_id": client,
             "household_id": household}  # fmt: skip
    view = replace(told, values=known).view(AppointmentView, people=("who",))
    made, _ = story.workspace.appointments.add(view)
    if "key" in part.values:
        part.names.add(part.text("key"), made)


def prepare(plan_id: str, part: Part, story: Story, _day: date) -> None:
    """The tasks before a talk on the day `on` are made; `meeting` is its appointment or report."""
    part.only("on", "meeting")
    story.workspace.tasks.prepare(plan_id, part.needed_day("on"), part.person("meeting"))


def tick(plan_id: str, part: Part, story: Story, _day: date) -> None:
    """The first `count` open tasks of the plan are done."""
    open_tasks = story.workspace.tasks.tasks(plan_id=plan_id, open_only=True)
    story.workspace.tasks.settle([one.id for one in open_tasks[: part.only("count").number("count")]])


def pause(plan_id: str, part: Part, story: Story, _day: date) -> None:
    """The care of the plan lay still, or still does."""
    known = {**part.values, "plan_id": plan_id}
    story.workspace.terms.add_pause(replace(part, values=known).view(PauseView))
