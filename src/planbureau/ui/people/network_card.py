"""Family and network: the homes with who lives there, and the people around, those to call first on top."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QHBoxLayout, QWidget

from planbureau.errors import PlanbureauError
from planbureau.ui.people.deciding import is_minor
from planbureau.ui.people.desk import Desk, people_labels
from planbureau.ui.people.member_form import HouseholdForm, MemberForm
from planbureau.ui.people.not_for_button import SavingNotForButton
from planbureau.ui.people.person_form import PersonForm
from planbureau.ui.people.person_line import PersonLine
from planbureau.ui.people.relation_form import RelationForm
from planbureau.ui.people.words import first_contact, with_age
from planbureau.ui.places import OpenClient, OpenForm
from planbureau.ui.widgets.buttons import Button, ButtonKind
from planbureau.ui.widgets.card import Card
from planbureau.ui.widgets.icon_label import IconLabel
from planbureau.ui.widgets.labels import Divider, TextLabel, TextRole
from planbureau.ui.widgets.title_button import TitleButton
from planbureau.views import FormKey, HouseholdView, MemberView, PersonView, RelationView


class NetworkCard(Card):
    """`subject_id` is the client or household whose page this is."""

    def __init__(
        self,
        desk: Desk,
        subject_id: str,
        homes: tuple[HouseholdView, ...],
        relations: tuple[RelationView, ...],
        *,
        own_person_id: str = "",
        add_home: Callable[[], object] | None = None,
    ) -> None:
        super().__init__(desk.theme, "Gezin en netwerk")
        self._desk = desk
        self._subject = subject_id
        self._own = own_person_id
        people = [*(m.person.id for home in homes for m in home.members), *(r.person.id for r in relations)]
        self._found = desk.clients.restrictions(people)
        for home in homes:
            self._add_home(home)
        if add_home is not None:
            words = "Nog een gezin erbij" if homes else "Gezin toevoegen"
            self.add(self._button(words, "house-plus", add_home))
        self.add(Divider())
        self.add(TextLabel("Netwerk en hulpverleners", TextRole.STRONG))
        for relation in relations:
            self.add(self._relation(relation))
        if not relations:
            self.add(
                TextLabel("Nog niemand. Wie is belangrijk, en wie bel je als het nodig is?", TextRole.MUTED)
            )
        add = self._button(
            "Iemand toevoegen", "user-plus", lambda: desk.open_form(RelationForm(desk, subject_id))
        )
        self.add(add)

    def _button(self, words: str, icon: str, act: Callable[[], object]) -> Button:
        button = Button(self._desk.theme, words, ButtonKind.QUIET, icon=icon)
        button.clicked.connect(act)
        return button

    def _add_home(self, home: HouseholdView) -> None:
        desk, theme = self._desk, self._desk.theme
        head = QWidget()
        row = QHBoxLayout(head)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px(6))
        row.addWidget(IconLabel(theme, "house", "muted"))
        if home.id == self._subject:
            row.addWidget(TextLabel(home.name, TextRole.STRONG), 1)
        else:
            open_home = TitleButton(theme, home.name)
            open_home.setAccessibleName(f"{home.name} openen")
            open_home.clicked.connect(lambda: desk.go(OpenClient(household_id=home.id)))
            row.addWidget(open_home)
            row.addStretch()
        self.add(head)
        for member in home.members:
            self.add(self._member(home, member))
        buttons = QWidget()
        line = QHBoxLayout(buttons)
        line.setContentsMargins(0, 0, 0, 0)
        line.addWidget(
            self._button(
                "Gezinslid toevoegen",
                "user-plus",
                lambda: desk.open_form(MemberForm(desk, home, self._subject)),
            )
        )
        if home.id == self._subject:
            line.addWidget(
                self._button("Naam wijzigen", "pencil", lambda: desk.open_form(HouseholdForm(desk, home)))
            )
        line.addStretch()
        self.add(buttons)

    def _member(self, home: HouseholdView, member: MemberView) -> PersonLine:
        desk = self._desk
        parts = [member.role, "" if member.main_home else "woont ook ergens anders"]
        if member.person.id != self._own:
            parts.append(member.person.died or _whole(first_contact(member.person)))
        return PersonLine(
            desk.theme,
            with_age(member.person, desk.today),
            " · ".join(part for part in parts if part),
            open_person=lambda: self._open(member.person, member.client_id),
            edit=lambda: desk.open_form(MemberForm(desk, home, self._subject, member)),
            edit_name=f"Rol van {member.person.full_name} in {home.name}",
            marks=(*self._file_offer(member), *self._marks(member.person)),
        )

    def _file_offer(self, member: MemberView) -> tuple[QWidget, ...]:
        """A child without a file of its own has no place where custody can be written down."""
        if member.client_id or not is_minor(member.person, self._desk.today):
            return ()
        button = Button(self._desk.theme, "Dossier maken", ButtonKind.QUIET, icon="plus")
        button.setAccessibleName(f"Dossier van {member.person.full_name} maken, met gezag")
        button.clicked.connect(lambda: self._make_file(member.person))
        return (button,)

    def _make_file(self, person: PersonView) -> None:
        try:
            client_id, _ = self._desk.clients.add_client(person)
        except PlanbureauError as error:
            self._desk.say(str(error))
        else:
            self._desk.go(OpenForm(FormKey("custody", client_id)))

    def _relation(self, relation: RelationView) -> PersonLine:
        desk = self._desk
        person = relation.person
        place = 0 if person.died else relation.contact_order
        order = f"{place}e om te bellen" if place else ""
        work = person.organisation if person.professional else ""
        reach = person.died or _whole(first_contact(person))
        parts = (relation.role or person.function, work, reach, _whole(order))
        return PersonLine(
            desk.theme,
            person.full_name,
            " · ".join(part for part in parts if part),
            open_person=lambda: self._open(person, ""),
            edit=lambda: desk.open_form(RelationForm(desk, self._subject, relation)),
            edit_name=f"Rol van {person.full_name}",
            icon="phone" if place == 1 else "",
            marks=self._marks(person),
        )

    def _marks(self, person: PersonView) -> tuple[QWidget, ...]:
        if person.id == self._own:
            return ()
        desk = self._desk
        mark = SavingNotForButton(
            desk.theme,
            desk.clients,
            "person",
            person.id,
            f"wie {person.full_name} is",
            lambda: (p for p in people_labels(desk.people_around(self._subject)) if p[0] != person.id),
            marks=self._found,
        )
        mark.failed.connect(desk.say)
        return (mark,)

    def _open(self, person: PersonView, client_id: str) -> None:
        if client_id and client_id != self._subject:
            self._desk.go(OpenClient(client_id))
        else:
            self._desk.open_form(PersonForm(self._desk, person, self._subject))


def _whole(words: str) -> str:
    """A number, or what is one thing, is not broken over two lines."""
    return words.replace(" ", "\u00a0")
