"""People of a story: who they are, where they belong, who decides, who may not see what."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from functools import partial

from planbureau.model.unit_of_work import new_id
from planbureau.services.demo.story import Story
from planbureau.services.demo.tables import Part
from planbureau.views import (
    Address,
    ContactPoint,
    CustodyView,
    MeasureView,
    PersonView,
    RelationView,
    RequestView,
)

_OF_PERSON = ("key", "street", "postcode", "city", "place_label", "other_street", "other_city", "other_label",
              "phone", "email")  # fmt: skip


def tell_people(case: Part, story: Story, start: date) -> None:
    """Plans the steps about people; everyone is introduced on `start`, the first day of the case."""
    for key, step in STEPS.items():
        for part in case.parts(key):
            story.on(_day(part, start), partial(step, part, story), part)
    for client in case.parts("client"):
        ended = client.day("care_ended_on")
        if ended is not None:
            story.on(ended, partial(_ended, client, story), client)
    for request in case.parts("request"):
        done = request.day("done_on")
        if done is not None:
            story.on(done, partial(_answered, request, story, done), request)


def _day(part: Part, start: date) -> date:
    return part.day("day") or part.day("asked_on") or start


def introduce(part: Part, story: Story) -> None:
    """Adds one person, with an address and ways to reach him or her."""
    made, _ = story.workspace.clients.add_person(read_person(part))
    part.names.add(part.text("key"), made)


def read_person(part: Part) -> PersonView:
    """One person. The ids of addresses and numbers are remembered as "key.address", "key.phone", ..."""
    person = part.view(PersonView, without=_OF_PERSON)
    addresses = []
    if "street" in part.values:
        addresses.append(
            Address(new_id(), part.text("street"), part.text("postcode", ""), part.text("city"),
                    part.text("place_label", ""))
        )  # fmt: skip
    if "other_street" in part.values:
        addresses.append(
            Address(
                new_id(), part.text("other_street"), "", part.text("other_city"), part.text("other_label")
            )
        )
    contacts = [
        ContactPoint(new_id(), kind, part.text(kind)) for kind in ("phone", "email") if kind in part.values
    ]
    key = part.text("key")
    for place, word in zip(addresses, ("address", "other_address"), strict=False):
        part.names.add(f"{key}.{word}", place.id)
    for contact in contacts:
        part.names.add(f"{key}.{contact.kind}", contact.id)
    return replace(person, addresses=tuple(addresses), contacts=tuple(contacts))


def _client(part: Part, story: Story) -> None:
    part.only("key", "person", "code", "languages", "communication", "care_ended_on")
    clients = story.workspace.clients
    person = clients.person(part.person("person"))
    made, _ = clients.add_client(person, part.text("code"))
    part.names.add(part.text("key"), made)
    before = clients.client(made)
    after = replace(
        before,
        languages=part.text("languages", ""),
        communication=tuple(str(way) for way in part.items("communication")),
    )
    clients.save_client(before, after)


def _ended(part: Part, story: Story) -> None:
    story.workspace.clients.end_care(part.id("key"), part.day("care_ended_on"))


def _household(part: Part, story: Story) -> None:
    part.only("key", "name", "member")
    made, _ = story.workspace.clients.add_household(part.text("name"))
    part.names.add(part.text("key"), made)
    for member in part.parts("member"):
        member.only("person", "role", "main_home")
        story.workspace.clients.add_member(
            made, member.person("person"), member.text("role"),
            main_home=bool(member.values.get("main_home", True)),
        )  # fmt: skip


def _relation(part: Part, story: Story) -> None:
    person = story.workspace.clients.person(part.person("person"))
    plain = replace(part, values={k: v for k, v in part.values.items() if k not in ("person", "of", "day")})
    known = {**plain.values, "subject_id": part.id("of"), "person": person}
    story.workspace.clients.add_relation(replace(part, values=known).view(RelationView))


def _custody(part: Part, story: Story) -> None:
    person = story.workspace.clients.person(part.person("person"))
    known = {k: v for k, v in part.values.items() if k != "of"}
    known |= {"client_id": part.id("of"), "person": person}
    story.workspace.clients.add_custody(replace(part, values=known).view(CustodyView))


def _measure(part: Part, story: Story) -> None:
    known = {k: v for k, v in part.values.items() if k != "of"}
    known |= {"client_id": part.id("of")}
    story.workspace.clients.add_measure(replace(part, values=known).view(MeasureView))


def _request(part: Part, story: Story) -> None:
    known = {k: v for k, v in part.values.items() if k not in ("of", "done_on")}
    known |= {"client_id": part.id("of")}
    story.workspace.clients.add_request(replace(part, values=known).view(RequestView))


def _answered(part: Part, story: Story, done: date) -> None:
    clients = story.workspace.clients
    for request in clients.requests(part.id("of")):
        if request.done_on is None and request.kind == part.text("kind"):
            clients.save_request(request, replace(request, done_on=done))


STEPS: dict[str, Callable[[Part, Story], None]] = {
    "person": introduce,
    "client": _client,
    "household": _household,
    "relation": _relation,
    "custody": _custody,
    "measure": _measure,
    "request": _request,
}
"""The tables of a case about people, in the order in which they need each other."""
