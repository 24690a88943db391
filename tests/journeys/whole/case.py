"""One plan filled in whole, as data: tests/cases/<plan type>/vol.toml and vol-<what>.toml.

`regimes`, `flags` and `[triggers]` are step one; `[client]` and `[[person]]` are who there is; `[answers]`
is what is said to a question. A question that the file does not name gets words of its own, so that a new
question is tried as well. `leave` names questions that stay empty on purpose, `only` the only ones that are
answered. `asked` and `heard` are who is asked to agree and whose view is written down, by given name
(rules B2).
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from planbureau.formats.model import Subject
from planbureau.services.api import Workspace
from planbureau.views import ContactPoint, CustodyView, MeasureView, PersonView, RelationView

CASES = Path(__file__).parents[2] / "cases"


@dataclass(frozen=True)
class WholeCase:
    """What one file says."""

    format_id: str
    name: str
    regimes: tuple[str, ...] = ()
    flags: tuple[str, ...] = ()
    triggers: Mapping[str, str] = field(default_factory=dict)
    client: Mapping[str, Any] = field(default_factory=dict)
    people: tuple[Mapping[str, Any], ...] = ()
    measures: tuple[Mapping[str, Any], ...] = ()
    answers: Mapping[str, Any] = field(default_factory=dict)
    leave: tuple[str, ...] = ()
    only: tuple[str, ...] = ()  # the only questions that are answered, for a plan that needs no more
    asked: tuple[str, ...] = ()  # given names of who is asked to agree, by rules B2
    heard: tuple[str, ...] = ()  # given names of whose view is written down
    refuses: tuple[str, ...] = ()  # given names of who does not agree, though asked
    printed: Mapping[str, list[str]] = field(default_factory=dict)  # edition -> words besides the answers


def whole_cases() -> tuple[WholeCase, ...]:
    """Every plan that is filled in whole."""
    return tuple(_read(path) for path in sorted((*CASES.glob("*/vol.toml"), *CASES.glob("*/vol-*.toml"))))


def _read(path: Path) -> WholeCase:
    data = tomllib.loads(path.read_text(encoding="utf-8"))
    people, measures = data.pop("person", []), data.pop("measure", [])
    data = {key: tuple(value) if isinstance(value, list) else value for key, value in data.items()}
    name = "-".join(part for part in (path.parent.name, path.stem.removeprefix("vol").strip("-")) if part)
    return WholeCase(path.parent.name, name, people=tuple(people), measures=tuple(measures), **data)


@dataclass(frozen=True)
class Made:
    """A plan of this case in a vault, with its people by given name."""

    plan_id: str
    client_id: str
    people: Mapping[str, str]
    helper: str


def make_plan(case: WholeCase, workspace: Workspace) -> Made:
    """The people of the case, and an empty plan. A plan about a family gets everyone with `lives`."""
    clients = workspace.clients
    client_id, _ = clients.add_client(_person(case.client))
    ids = {str(case.client["given_name"]): clients.client(client_id).person.id}
    plan_format = next(one for one in workspace.plans.formats() if one.id == case.format_id)
    household = plan_format.subject is Subject.HOUSEHOLD
    home = ""
    if household:
        home, _ = clients.add_household(f"Gezin {case.client['family_name']}")
        clients.add_member(home, next(iter(ids.values())), str(case.client.get("role", "kind")))
    for one in case.people:
        person_id, _ = clients.add_person(_person(one))
        ids[str(one["given_name"])] = person_id
        person = clients.person(person_id)
        if household and one.get("lives"):
            clients.add_member(home, person_id, str(one["role"]))
        elif "role" in one:
            clients.add_relation(
                RelationView("", home or client_id, person, role=str(one["role"]),
                             contribution=str(one.get("contribution", "")), may_read="ja")
            )  # fmt: skip
        if "custody" in one:
            clients.add_custody(CustodyView("", client_id, person, kind=one["custody"], willing=True))
    for measure in case.measures:
        clients.add_measure(MeasureView("", client_id, **measure))
    plan_id, _ = workspace.plans.start_plan(case.format_id, "" if household else client_id, home)
    helper = next((one["given_name"] for one in case.people if one.get("helper")), "")
    return Made(plan_id, client_id, ids, ids.get(str(helper), ""))


def _person(one: Mapping[str, Any]) -> PersonView:
    phone = str(one.get("phone", ""))
    born = one.get("birth_date")
    return PersonView(
        given_name=str(one["given_name"]),
        family_name=str(one.get("family_name", "")),
        birth_date=born if isinstance(born, date) else None,
        organisation=str(one.get("organisation", "")),
        function=str(one.get("function", "")),
        professional=bool(one.get("professional", False)),
        contacts=(ContactPoint("", "phone", phone),) if phone else (),
    )
