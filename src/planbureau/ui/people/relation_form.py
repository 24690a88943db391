"""Somebody around a client or household: what he or she does, reads and signs, and whom to call first."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtWidgets import QCheckBox, QWidget

from planbureau.errors import NotFoundError
from planbureau.rules.hints import tip
from planbureau.ui.people.desk import Desk
from planbureau.ui.people.field_box import FieldBox, WordsBox
from planbureau.ui.people.form_panel import FormPanel
from planbureau.ui.people.needed import required
from planbureau.ui.people.who_field import WhoField
from planbureau.ui.people.words import MAY_READ, NETWORK_ROLES
from planbureau.ui.widgets.choice_box import ChoiceBox
from planbureau.ui.widgets.labels import TextLabel, TextRole
from planbureau.ui.widgets.long_text_edit import LongTextEdit
from planbureau.views import FormKey, PersonView, RelationView

_ORDERS = (*((str(n), f"{n}e om te bellen") for n in range(1, 7)),)


def _oneself(desk: Desk, subject_id: str) -> frozenset[str]:
    """The client is nobody's own network; of a household everybody else may be."""
    try:
        return frozenset({desk.clients.client(subject_id).person.id})
    except NotFoundError:
        return frozenset()


class RelationForm(FormPanel):
    """Without `relation` somebody is added: known or new."""

    def __init__(
        self, desk: Desk, subject_id: str, relation: RelationView | None = None, parent: QWidget | None = None
    ) -> None:
        title = f"{relation.person.full_name} in het netwerk" if relation else "Iemand toevoegen"
        key = FormKey("relation", subject_id, relation.id if relation else "")
        super().__init__(desk, key, title, parent=parent)
        self._before = relation
        start = relation or RelationView("", subject_id, PersonView())
        self._start = start
        self.who: WhoField | None = None
        if relation is None:
            there = frozenset(one.person.id for one in desk.clients.relations(subject_id))
            self.who = WhoField(desk, subject_id, there | _oneself(desk, subject_id))
            self.add_card("Wie", self.who)
        self._make_fields(start)
        if relation is not None:
            self.add_removal(
                "Uit het netwerk halen",
                "Deze persoon uit het netwerk halen?",
                "De gegevens van de persoon blijven bewaard. Alleen de plek in dit netwerk vervalt.",
                lambda: desk.clients.remove_relation(relation),
            )
        self.ready()

    def state(self) -> object:
        return self._made(), self.who.state() if self.who else None

    def first_field(self) -> QWidget:
        return self.who.given if self.who else self.role

    def write(self) -> str:
        made = self._made()
        if self._before is not None:
            self.desk.clients.save_relation(self._before, made)
            return "Bewaard."
        assert self.who is not None
        self.who.person()
        required(made.role, "Vul in wat deze persoon is, bijvoorbeeld moeder of huisarts.", self.role)
        self.desk.clients.add_relation(replace(made, person=self.who.save()))
        return "Toegevoegd aan het netwerk."

    def _make_fields(self, start: RelationView) -> None:
        theme = self.desk.theme
        self.role = WordsBox("Rol", NETWORK_ROLES, start.role)
        self.order = ChoiceBox("Wie bel je eerst", _ORDERS, nothing="niet op de bellijst")
        if start.contact_order:
            self.order.set_value(str(start.contact_order))
        self._order_box = FieldBox(theme, "Wie bel je eerst", self.order)
        self.order.value_changed.connect(self._show_same_place)
        self._show_same_place()
        self.may_read = ChoiceBox("Mag meelezen", MAY_READ, nothing="nog niet gevraagd")
        self.may_read.set_value(start.may_read)
        self.signs = QCheckBox("Is bij de bespreking en geeft akkoord")
        self.signs.setChecked(start.signs)
        self.contribution = LongTextEdit(theme, "Wat doet deze persoon", lines=2)
        self.contribution.set_value(start.contribution)
        grid = self.fields(
            FieldBox(theme, "Rol", self.role),
            self._order_box,
            FieldBox(theme, "Mag meelezen", self.may_read),
        )
        what = FieldBox(theme, "Wat doet deze persoon", self.contribution)
        who_reads = TextLabel(
            "Meelezen kan alleen als de cliënt of wie beslist dat goed vindt.", TextRole.HELP
        )
        self.add_card("Wat is deze persoon hier", grid, who_reads, self.signs, what)

    def _show_same_place(self) -> None:
        """Two people can have the same place on the list; then nobody knows whom to call first."""
        place = int(self.order.value() or 0)
        others = self.desk.clients.relations(self._start.subject_id)
        same = [
            one.person.full_name
            for one in others
            if place and one.contact_order == place and one.id != self._start.id
        ]
        words = f"{' en '.join(same)} {'is' if len(same) == 1 else 'zijn'} ook de {place}e om te bellen."
        said = f"{words} Geef een van hen een andere plek."
        self._order_box.show_hints((tip("contact_order", said),) if same else ())

    def _made(self) -> RelationView:
        return replace(
            self._start,
            role=self.role.value(),
            contact_order=int(self.order.value() or 0),
            may_read=self.may_read.value(),
            signs=self.signs.isChecked(),
            contribution=self.contribution.value().strip(),
        )
