"""One file of the demo is one case: a person or family, and what happened with them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from planbureau.services.demo.people import introduce, read_person, tell_people
from planbureau.services.demo.plans import tell_plan
from planbureau.services.demo.story import Story
from planbureau.services.demo.tables import Part

_KEYS = ("about", "day", "person", "client", "household", "relation", "custody", "measure", "request",
         "restriction", "plan")  # fmt: skip


def tell_organisation(part: Part, story: Story, day: date) -> None:
    """Plans the steps about the provider and the people who work there."""
    part.only("name", "complaint_contact", "client_support", "user", "person")
    story.on(day, lambda: _organisation(part, story), part)
    for person in part.parts("person"):
        story.on(day, _introducing(person, story), person)


def _introducing(part: Part, story: Story) -> Callable[[], None]:
    return lambda: introduce(part, story)


def _organisation(part: Part, story: Story) -> None:
    service = story.workspace.organisation
    before = service.organisation()
    service.save(
        before,
        replace(
            before,
            complaint_contact=part.text("complaint_contact"),
            client_support=part.text("client_support"),
        ),
    )
    user = part.table("user")
    known = {key: value for key, value in user.values.items() if key not in ("name", "function")}
    told = read_person(replace(user, values=known))
    me = service.user()
    service.save_user(me, replace(me, contacts=told.contacts))
    part.names.add(user.text("key"), me.id)


def tell_case(part: Part, story: Story) -> None:
    """Plans the steps of one case."""
    part.only(*_KEYS)
    start = part.needed_day("day")
    tell_people(part, story, start)
    for plan in part.parts("plan"):
        tell_plan(plan, story)
    for mark in part.parts("restriction"):
        story.on(mark.day("day") or start, _restricting(mark, story), mark)


def _restricting(part: Part, story: Story) -> Callable[[], None]:
    def step() -> None:
        part.only("kind", "target", "field", "not_for", "reason", "day")
        target = part.id("target")
        field = part.text("field", "")
        story.workspace.clients.restrict(
            part.text("kind"),
            f"{target}:{field}" if field else target,
            part.people("not_for"),
            part.text("reason", ""),
        )

    return step
