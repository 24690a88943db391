"""Someone who is not known yet, named while the plan is being written."""

from __future__ import annotations

from PySide6.QtWidgets import QCheckBox, QLineEdit, QWidget

from planbureau.ui.theme.context import ThemeContext
from planbureau.ui.widgets.confirm_dialog import ConfirmDialog
from planbureau.ui.widgets.labels import FieldLabel
from planbureau.ui.wizard.desk import Desk
from planbureau.views import PersonView, RelationView


class NewPersonDialog(ConfirmDialog):
    """After Accepted `person` and `role` are what was filled in."""

    def __init__(self, context: ThemeContext, parent: QWidget | None = None) -> None:
        super().__init__(
            context,
            "Nieuwe persoon",
            "Deze persoon komt bij de mensen rond de cliënt te staan. Meer gegevens vul je daar aan.",
            action="Toevoegen",
            parent=parent,
        )
        self.given = self._line("Voornaam")
        self.prefix = self._line("Tussenvoegsel")
        self.family = self._line("Achternaam")
        self.role_line = self._line("Rol, bijvoorbeeld oma, buurman of begeleider")
        self.organisation = self._line("Organisatie, als die er is")
        self.professional = QCheckBox("Dit is een beroepskracht")
        self.extra.addWidget(self.professional)
        self.given.textChanged.connect(self._check)
        self.family.textChanged.connect(self._check)
        self._check()
        self.given.setFocus()

    def person(self) -> PersonView:
        """The person, without an id."""
        professional = self.professional.isChecked()
        return PersonView(
            given_name=self.given.text().strip(),
            prefix=self.prefix.text().strip(),
            family_name=self.family.text().strip(),
            organisation=self.organisation.text().strip(),
            function=self.role() if professional else "",
            professional=professional,
        )

    def role(self) -> str:
        return self.role_line.text().strip()

    def _line(self, label: str) -> QLineEdit:
        line = QLineEdit()
        self.extra.addWidget(FieldLabel(label, line))
        self.extra.addWidget(line)
        return line

    def _check(self) -> None:
        self.action_button.setEnabled(bool(self.given.text().strip() or self.family.text().strip()))


def ask_person(context: ThemeContext, parent: QWidget) -> NewPersonDialog:
    """The dialogue for a new person; a test can hand in another one."""
    return NewPersonDialog(context, parent)


def add_to_network(desk: Desk, person: PersonView, role: str) -> str:
    """Adds a person around the client or household of the plan. Answers the id; empty when it failed."""
    clients = desk.context.workspace.clients
    made: list[str] = []

    def add() -> None:
        person_id, _ = clients.add_person(person)
        clients.add_relation(RelationView("", desk.subject_id, clients.person(person_id), role=role))
        made.append(person_id)

    return made[0] if desk.write(add) else ""
