"""The people around the client or the household."""

from __future__ import annotations

from planbureau.ui.wizard.fields.new_person import add_to_network
from planbureau.ui.wizard.fields.people import PeopleField, PersonLine
from planbureau.views import PersonView

_MAY_READ = {"ja": "mag het plan lezen", "deel": "mag een deel lezen", "nee": "leest niet mee"}


class NetworkField(PeopleField):
    """Own people first, then professionals."""

    def lines(self) -> tuple[PersonLine, ...]:
        found = sorted(self.desk.plan.relations, key=lambda one: one.person.professional)
        return tuple(
            PersonLine(
                one.person.full_name,
                one.role,
                " · ".join(
                    part
                    for part in (
                        one.person.organisation,
                        one.contribution,
                        _MAY_READ.get(one.may_read, ""),
                        "tekent mee" if one.signs else "",
                    )
                    if part
                ),
            )
            for one in found
        )

    def add(self, person: PersonView, role: str) -> None:
        add_to_network(self.desk, person, role)
