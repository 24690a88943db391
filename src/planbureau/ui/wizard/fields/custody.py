"""Who decides: custody over children, representation of adults, measures of a court."""

from __future__ import annotations

from planbureau.rules.capacity import Capacity
from planbureau.rules.dutch import plain_date
from planbureau.ui.people.words import MEASURES, label_of
from planbureau.ui.wizard.fields.people import PeopleField, PersonLine
from planbureau.views import CustodyView, PersonView

_MORE = {"parent_without_custody": "ouder zonder gezag", "administrator": "bewindvoerder"}


class CustodyField(PeopleField):
    """Kept with the client, where the rules can ask for the proof."""

    NOBODY = "Er is nog niets vastgelegd over gezag of vertegenwoordiging."
    ADD = ""

    def lines(self) -> tuple[PersonLine, ...]:
        clients = {client.id: client.person.short_name for client in self.desk.plan.clients}
        several = len(clients) > 1
        people = tuple(
            PersonLine(one.person.full_name, _kind(one), self._detail(one, clients, several=several))
            for one in self.desk.plan.custody
        )
        measures = tuple(
            PersonLine(
                label_of(MEASURES, one.kind),
                "maatregel",
                " · ".join(
                    part
                    for part in (
                        f"voor {clients.get(one.client_id, '')}" if several else "",
                        one.authority,
                        f"tot {plain_date(one.end)}" if one.end else "",
                    )
                    if part
                ),
            )
            for one in self.desk.plan.measures
        )
        return people + measures

    def add(self, person: PersonView, role: str) -> None:
        raise NotImplementedError

    def _detail(self, one: CustodyView, clients: dict[str, str], *, several: bool) -> str:
        about = f"voor {clients.get(one.client_id, '')}" if several else ""
        until = f"tot {plain_date(one.end)}" if one.end else ""
        proof = f"bewijs: {one.proof}" if one.proof else "bewijs nog niet genoemd"
        return " · ".join(part for part in (about, proof, until) if part)


def _kind(one: CustodyView) -> str:
    return _MORE.get(one.kind) or next((c.label for c in Capacity if c.value == one.kind), one.kind)
