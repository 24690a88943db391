"""Whom the guide can be about on this page: a client, a family, and the clients in it."""

from __future__ import annotations

from dataclasses import dataclass

from planbureau.ui.people.desk import Desk
from planbureau.views import ClientView, GuideKnowledge, HouseholdView


@dataclass(frozen=True)
class GuideSubject:
    """One of them. `names` are the clients that a plan can be about, `homes` the households."""

    key: str
    label: str
    names: dict[str, str]
    homes: dict[str, str]
    family: bool = False

    @property
    def client_id(self) -> str:
        """The client; empty for a family."""
        return "" if self.family else self.key


def of_client(client: ClientView, homes: tuple[HouseholdView, ...]) -> tuple[GuideSubject, ...]:
    """The client alone, and each family that it may be about."""
    name = client.person.full_name
    own = GuideSubject(client.id, name, {client.id: name}, {home.id: home.name for home in homes})
    return (own, *(_of_home(home) for home in homes))


def of_household(home: HouseholdView) -> tuple[GuideSubject, ...]:
    """The family, and each client in it."""
    family = _of_home(home)
    alone = (GuideSubject(i, name, {i: name}, family.homes) for i, name in family.names.items())
    return (family, *alone)


def _of_home(home: HouseholdView) -> GuideSubject:
    clients = {m.client_id: m.person.full_name for m in home.members if m.client_id}
    return GuideSubject(home.id, home.name, clients, {home.id: home.name}, family=True)


def known_about(desk: Desk, subject: GuideSubject) -> GuideKnowledge:
    """What the file tells; during a home visit only what may be seen there. Raises PlanbureauError."""
    plan_ids = {
        row.id
        for row in desk.workspace.plans.rows(subject.key)
        if desk.sees("".join(row.client_ids[:1]), row.household_id) and not (desk.visiting and row.private)
    }
    return desk.workspace.guide.known(subject.client_id, tuple(subject.homes), plan_ids)
