"""Who decides with a client: custody of a child, representation of an adult (rules B2, B4, block GEZ)."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtWidgets import QWidget

from planbureau.rules.consent.representation import Relation
from planbureau.rules.dates import age_on
from planbureau.ui.people.desk import Desk
from planbureau.ui.people.field_box import FieldBox, TextLine
from planbureau.ui.people.form_panel import FormPanel
from planbureau.ui.people.needed import required
from planbureau.ui.people.who_field import WhoField
from planbureau.ui.people.words import ADULT_KINDS, CHILD_KINDS
from planbureau.ui.widgets.choice_box import ChoiceBox
from planbureau.ui.widgets.date_field import DateField
from planbureau.ui.widgets.labels import TextLabel, TextRole
from planbureau.views import ClientView, CustodyView, FormKey, PersonView

_WILLING = (("yes", "ja"), ("no", "nee"))
_HELP = {
    "parent_without_custody": "Zonder gezag beslis je niet mee. Meedenken en informatie krijgen kan wel.",
    "gi_guardian": "De instelling heeft de voogdij en wordt om akkoord gevraagd.",
    Relation.ADMINISTRATOR.value: "Een bewindvoerder gaat over geld en beslist nooit over zorg.",
    Relation.MENTOR.value: "Een mentor vraagt de cliënt telkens zelf, als die hierover kan beslissen.",
    Relation.AUTHORISED.value: "Nodig: een volmacht op papier, en onder de Wzd een bereidheidsverklaring.",
}


ADULT_AGE = 18


class CustodyForm(FormPanel):
    """Without `custody` somebody is added."""

    def __init__(
        self,
        desk: Desk,
        client: ClientView,
        custody: CustodyView | None = None,
        parent: QWidget | None = None,
    ) -> None:
        adult = _age(client, desk) >= ADULT_AGE
        title = "Wie vertegenwoordigt" if adult else "Wie heeft gezag"
        super().__init__(
            desk,
            FormKey("custody", client.id, custody.id if custody else ""),
            f"{title} {'' if adult else 'over '}{client.person.short_name}?",
            parent=parent,
        )
        self._before = custody
        self._start = custody or CustodyView("", client.id, PersonView())
        self.who: WhoField | None = None
        if custody is None:
            taken = frozenset({client.person.id, *(c.person.id for c in desk.clients.custody(client.id))})
            self.who = WhoField(desk, client.id, taken)
            self.add_card("Wie", self.who)
        else:
            self.add_card("", TextLabel(custody.person.full_name, TextRole.STRONG))
        self._make_fields(_age(client, desk))
        if custody is not None:
            self.add_removal(
                "Weghalen",
                "Deze persoon hier weghalen?",
                "Hij of zij beslist dan niet meer mee. De gegevens van de persoon blijven bewaard.",
                lambda: desk.clients.remove_custody(custody),
            )
        self.ready()

    def state(self) -> object:
        return self._made(), self.who.state() if self.who else None

    def first_field(self) -> QWidget:
        return self.who.given if self.who else self.kind

    def write(self) -> str:
        made = self._made()
        if self._before is not None:
            self.desk.clients.save_custody(self._before, made)
            return "Bewaard."
        assert self.who is not None
        self.who.person()
        required(made.kind, "Kies eerst in welke rol deze persoon meebeslist.", self.kind)
        self.desk.clients.add_custody(replace(made, person=self.who.save()))
        return "Toegevoegd."

    def _make_fields(self, age: int) -> None:
        theme, clock, start = self.desk.theme, self.desk.context.clock, self._start
        self.kind = ChoiceBox("In welke rol", kinds_for(age))
        self.kind.set_value(start.kind)
        self.help = TextLabel("", TextRole.HELP)
        self.proof = TextLine("Bewijsstuk", start.proof)
        proof = "uittreksel gezagsregister" if age < ADULT_AGE else "beschikking van de rechter, of volmacht"
        self.proof.setPlaceholderText(f"bijv. {proof}")
        self.willing = ChoiceBox("Wil dit doen", _WILLING, nothing="nog niet gevraagd")
        if start.willing is not None:
            self.willing.set_value("yes" if start.willing else "no")
        self.begin = DateField(theme, clock, "Vanaf", weekday=False)
        self.end = DateField(theme, clock, "Tot en met", weekday=False)
        self.begin.set_value(start.start)
        self.end.set_value(start.end)
        grid = self.fields(
            FieldBox(theme, "In welke rol", self.kind),
            FieldBox(theme, "Wil dit doen", self.willing),
            FieldBox(theme, "Vanaf", self.begin),
            FieldBox(theme, "Tot en met", self.end),
            FieldBox(theme, "Bewijsstuk", self.proof),
        )
        self.add_card("", self.help, grid)
        self.kind.value_changed.connect(self._explain)
        self._explain()

    def _explain(self) -> None:
        words = _HELP.get(self.kind.value(), "")
        self.help.setText(words)
        self.help.setVisible(bool(words))

    def _made(self) -> CustodyView:
        willing = self.willing.value()
        return replace(
            self._start,
            kind=self.kind.value(),
            proof=self.proof.value(),
            willing=None if not willing else willing == "yes",
            start=self.begin.value(),
            end=self.end.value(),
        )


def kinds_for(age: int) -> tuple[tuple[str, str], ...]:
    """The roles that fit an age: custody under eighteen, representation from eighteen.

    At seventeen both, because a mentor can be asked before the birthday; -1 is an age that is not known.
    """
    if age < 0 or age == 17:
        return (*CHILD_KINDS, *ADULT_KINDS)
    return CHILD_KINDS if age < 17 else ADULT_KINDS


def _age(client: ClientView, desk: Desk) -> int:
    born = client.person.birth_date
    return age_on(born, desk.today) if born else -1
