"""A household and who belongs to it; a child can have two homes."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QWidget

from planbureau.errors import InvalidInputError
from planbureau.formats.answers import JsonValue
from planbureau.rules.dutch import inside
from planbureau.ui.people.desk import Desk
from planbureau.ui.people.field_box import FieldBox, TextLine, WordsBox
from planbureau.ui.people.form_panel import FormPanel
from planbureau.ui.people.needed import required
from planbureau.ui.people.who_field import WhoField
from planbureau.ui.people.words import HOUSEHOLD_ROLES
from planbureau.ui.widgets.buttons import Button
from planbureau.ui.widgets.labels import TextLabel, TextRole
from planbureau.views import ClientView, FormKey, HouseholdView, MemberView

_ROLE_NEEDED = "Vul in wat deze persoon is in het gezin, bijvoorbeeld moeder of kind."


class MainHomeBox(QCheckBox):
    """Follows who is chosen, until somebody ticks it by hand: that holds for this person."""

    def __init__(self, *, ticked: bool) -> None:
        super().__init__("Dit is het hoofdadres")
        self.setChecked(ticked)
        self._person = ""
        self._by_hand = False
        self._put_back: JsonValue = None
        self.clicked.connect(self._clicked)

    def follow(self, person_id: str, *, ticked: bool) -> None:
        """Another person, or nobody, was chosen: what is true of a home then."""
        if person_id != self._person:
            self._person, self._by_hand = person_id, False
        if not self._by_hand:
            self.setChecked(ticked)

    def typed_name(self) -> str:
        return "hoofdadres"

    def typed(self) -> JsonValue:
        return {"ticked": self.isChecked(), "by_hand": self._by_hand}

    def put_back(self, value: JsonValue) -> None:
        """Waits for who was chosen: that would tick it anew."""
        self._put_back = value

    def show_put_back(self) -> None:
        if isinstance(self._put_back, dict):
            self.setChecked(bool(self._put_back["ticked"]))
            self._by_hand = bool(self._put_back["by_hand"])

    def _clicked(self) -> None:
        self._by_hand = True


class MemberForm(FormPanel):
    """Without `member` somebody is added to `home`; `subject_id` is the page it was opened from."""

    def __init__(
        self,
        desk: Desk,
        home: HouseholdView,
        subject_id: str,
        member: MemberView | None = None,
        parent: QWidget | None = None,
    ) -> None:
        title = f"{member.person.full_name} in {home.name}" if member else f"Wie hoort bij {home.name}?"
        key = (
            FormKey("member", subject_id, member.id) if member else FormKey("new-member", subject_id, home.id)
        )
        super().__init__(desk, key, title, parent=parent)
        self._home = home
        self._before = member
        self.who: WhoField | None = None
        if member is None:
            taken = frozenset(one.person.id for one in home.members)
            self.who = WhoField(desk, subject_id, taken, work=False)
            self.who.value_changed.connect(self._look_at_other_home)
            self.add_card("Wie", self.who)
        theme = desk.theme
        self.role = WordsBox("Rol in het gezin", HOUSEHOLD_ROLES, member.role if member else "")
        self.main_home = MainHomeBox(ticked=member.main_home if member else True)
        words = TextLabel(
            "Een kind kan bij twee gezinnen horen. Zet het vinkje bij één van de twee.", TextRole.HELP
        )
        grid = self.fields(FieldBox(theme, "Rol in het gezin", self.role), QWidget())
        self.add_card("Wat is deze persoon hier", grid, self.main_home, words)
        if member is not None:
            self.add_removal(
                "Uit dit gezin halen",
                "Deze persoon uit dit gezin halen?",
                "De gegevens van de persoon en de plannen blijven bewaard.",
                lambda: desk.clients.remove_member(member),
            )
        self.ready()

    def _look_at_other_home(self) -> None:
        """Who lives somewhere already does not move by being added here."""
        chosen = self.who.value() if self.who else ""
        self.main_home.follow(chosen, ticked=not (chosen and self.desk.clients.main_home(chosen)))

    def after_put_back(self) -> None:
        self.main_home.show_put_back()

    def state(self) -> object:
        return self.role.value(), self.main_home.isChecked(), self.who.state() if self.who else None

    def first_field(self) -> QWidget:
        return self.who.given if self.who else self.role

    def write(self) -> str:
        role, main_home = self.role.value(), self.main_home.isChecked()
        if self._before is not None:
            self.desk.clients.save_member(self._before, replace(self._before, role=role, main_home=main_home))
            return "Bewaard."
        assert self.who is not None
        self.who.person()
        required(role, _ROLE_NEEDED, self.role)
        person = self.who.save()
        self.desk.clients.add_member(self._home.id, person.id, role, main_home=main_home)
        return "Toegevoegd aan het gezin."


class HouseholdForm(FormPanel):
    """Names a household, or makes one for a client; `chosen` carries its id when a plan waits for it.

    `homes` are the ones that the client belongs to already: one of them can be chosen for the plan.
    """

    chosen = Signal(str)
    gone = Signal()  # the household was taken away

    def __init__(
        self,
        desk: Desk,
        home: HouseholdView | None,
        client: ClientView | None = None,
        *,
        homes: tuple[HouseholdView, ...] = (),
        plan_title: str = "",
        parent: QWidget | None = None,
    ) -> None:
        words = f"Voor een {inside(plan_title)} is een gezin nodig." if plan_title else ""
        key = FormKey("household", home.id) if home else FormKey("new-household", client.id if client else "")
        super().__init__(desk, key, "Gezin", words, parent=parent)
        self._home = home
        self._client = client
        self._waits = bool(plan_title)
        theme = desk.theme
        for one in homes:
            pick = Button(theme, f"Voor {one.name}", icon="house")
            pick.clicked.connect(lambda _=False, chosen=one.id: self._pick(chosen))
            self.add_card("", pick)
        self.name = TextLine("Naam van het gezin", home.name if home else _proposal(client))
        self.role = WordsBox("Rol in dit gezin", HOUSEHOLD_ROLES)
        boxes = [FieldBox(theme, "Naam van het gezin", self.name)]
        if client is not None:
            boxes.append(FieldBox(theme, f"{client.person.short_name} is hier", self.role))
            self.role.setAccessibleName(f"{client.person.short_name} is hier")
        self.add_card("Een nieuw gezin" if homes else "", self.fields(*boxes))
        self.main_home = QCheckBox("Dit is het hoofdadres")
        self.main_home.setChecked(client is None or not client.household_ids)
        if client is not None and client.household_ids:
            self.add_card("", self.main_home)
        if home is not None and not home.members and not desk.workspace.plans.rows(home.id):
            self.add_removal(
                "Gezin weghalen",
                "Dit gezin weghalen?",
                "Er hoort niemand meer bij en er is geen plan. In de geschiedenis blijft het gezin staan.",
                lambda: self._take_away(home),
            )
        self.ready()

    def state(self) -> object:
        return self.name.value(), self.role.value(), self.main_home.isChecked()

    def first_field(self) -> QWidget:
        return self.name

    def write(self) -> str:
        name = required(
            self.name.value(), "Geef het gezin een naam, bijvoorbeeld Gezin Voorbeeld.", self.name
        )
        if self._home is not None:
            self.desk.clients.save_household(self._home, name)
            return "Naam bewaard."
        if self._client is None:
            raise InvalidInputError(
                "Open eerst een cliënt.", "Maak het gezin vanaf de pagina van die cliënt."
            )
        role = required(self.role.value(), _ROLE_NEEDED, self.role)
        household_id, _ = self.desk.clients.add_household(name)
        self.desk.clients.add_member(
            household_id, self._client.person.id, role, main_home=self.main_home.isChecked()
        )
        if self._waits:
            self._waits = False
            self.closed.connect(lambda: self.chosen.emit(household_id))
        return "Gezin toegevoegd."

    def _take_away(self, home: HouseholdView) -> None:
        self.desk.clients.remove_household(home)
        self.gone.emit()

    def _pick(self, household_id: str) -> None:
        self.closed.emit()
        self.chosen.emit(household_id)


def _proposal(client: ClientView | None) -> str:
    if client is None:
        return ""
    family = " ".join(part for part in (client.person.prefix, client.person.family_name) if part)
    return f"Gezin {family[:1].upper()}{family[1:]}".strip()
