"""The members of the household."""

from __future__ import annotations

from planbureau.rules.dutch import plain_date
from planbureau.ui.wizard.fields.people import PeopleField, PersonLine
from planbureau.views import PersonView


class HouseholdField(PeopleField):
    """A child can have two homes; where it mostly lives is said."""

    NOBODY = "Er staan nog geen gezinsleden."
    ADD = "Gezinslid toevoegen"

    def lines(self) -> tuple[PersonLine, ...]:
        household = self.desk.plan.household
        members = household.members if household is not None else ()
        return tuple(
            PersonLine(
                one.person.full_name,
                one.role,
                " · ".join(
                    part
                    for part in (
                        f"geboren op {plain_date(one.person.birth_date)}" if one.person.birth_date else "",
                        "" if one.main_home else "woont ook ergens anders",
                    )
                    if part
                ),
            )
            for one in members
        )

    def add(self, person: PersonView, role: str) -> None:
        household = self.desk.plan.household
        clients = self.desk.context.workspace.clients
        if household is None:
            return

        def keep() -> None:
            person_id, _ = clients.add_person(person)
            clients.add_member(household.id, person_id, role)

        self.desk.write(keep)
