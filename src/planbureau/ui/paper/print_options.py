"""What is printed, and for whom: edition, version, readers."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from planbureau.formats.model import Access
from planbureau.rules.dutch import plain_date, sentence
from planbureau.rules.talk.deck import DeckPart
from planbureau.services.api import Edition, PrintRequest
from planbureau.ui.theme.context import ThemeContext
from planbureau.ui.widgets.card import Card
from planbureau.ui.widgets.chip_row import ChipRow
from planbureau.ui.widgets.choice_box import ChoiceBox
from planbureau.ui.widgets.labels import FieldLabel, TextLabel, TextRole
from planbureau.views import PersonView, PlanView

EXPLAINED = {
    Edition.PROFESSIONAL: "Alles wat in het plan staat, voor het dossier, de cliënt en wie meewerkt.",
    Edition.EASY: "Grote letters, één onderwerp met één pictogram tegelijk.",
    Edition.START: "Eén bladzijde voor het begin: wat belangrijk is, wat nu onveilig is, drie afspraken en "
    "wie je belt.",
    Edition.MATRIX: "Alle doelen in één tabel: gebieden en mensen.",
    Edition.TABLE: "Eén bladzijde voor de cliënt vóór het gesprek: wie erbij is, waarom, en waar het over "
    "gaat.",
    Edition.CARDS: "Vragen en antwoorden met pictogrammen, vier op een blad, om uit te knippen. "
    "Er staat niets over iemand op.",
}
FILE_COPY = "Niemand gekozen: dit is het exemplaar voor het dossier. Daar staat alles in."
FOR_READERS = "Wat niet voor deze mensen is, blijft weg uit deze afdruk."
_NOW = "0"
_FINISHED = frozenset({"active", "closed"})


class PrintOptions(Card):
    """`request_changed` after each choice."""

    request_changed = Signal()

    def __init__(self, theme: ThemeContext, parent: QWidget | None = None) -> None:
        super().__init__(theme, "Wat druk je af?", parent=parent)
        self._theme = theme
        self._plan_id = ""
        self._order: tuple[str, ...] = ()
        self._has_cards = False
        self.edition = ChoiceBox("Soort", ((e.value, sentence(e.label)) for e in Edition), nothing=None)
        self._about = TextLabel("", TextRole.SMALL)
        self.part = ChoiceBox("Welk deel", (), nothing="Het hele plan")
        self.version = ChoiceBox("Versie", (), nothing=None)
        self.audience = ChipRow(theme, "Voor wie is deze afdruk?")
        self._for_whom = TextLabel(FILE_COPY, TextRole.SMALL)
        self._add(FieldLabel("Soort", self.edition), self.edition, self._about)
        self._part_box = self._add(FieldLabel("Welk deel", self.part), self.part)
        self._version_box = self._add(FieldLabel("Versie", self.version), self.version)
        readers = TextLabel("Voor wie is deze afdruk?", TextRole.STRONG)
        self._readers_box = self._add(readers, self.audience, self._for_whom)
        self.edition.value_changed.connect(self._changed)
        self.part.value_changed.connect(self._changed)
        self.version.value_changed.connect(self._changed)
        self.audience.chip_toggled.connect(lambda _: self._changed())

    def _add(self, *widgets: QWidget) -> QWidget:
        box = QWidget()
        column = QVBoxLayout(box)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(self._theme.px(4))
        for widget in widgets:
            column.addWidget(widget)
        self.add(box)
        return box

    def show_parts(self, parts: tuple[DeckPart, ...], part: str) -> None:
        """Offer the parts of a plan that have cards."""
        self.blockSignals(True)
        self._has_cards = bool(parts)
        self.part.set_options((one.id, one.title) for one in parts)
        self.part.set_value(part if part in {one.id for one in parts} else "")
        self.blockSignals(False)

    def show_plan(self, plan: PlanView, people: tuple[PersonView, ...], edition: str, version: int) -> None:
        """Offer what can be printed of a plan. `version` 0 is the plan as it stands now."""
        self.blockSignals(True)
        same = self._plan_id == plan.id
        self._plan_id = plan.id
        adopted = [
            (str(one.number), f"Versie {one.number}, {plain_date(one.adopted_on)}")
            for one in sorted(plan.versions, key=lambda one: -one.number)
        ]
        # An active or closed plan has nothing newer than its last version: "the concept" would mislead.
        finished = bool(adopted) and plan.status in _FINISHED
        options = adopted if finished else [(_NOW, "Concept, zoals het nu is"), *adopted]
        self.version.set_options(options)
        self.version.set_value(str(version) if version else options[0][0])
        offered = self._offer(plan)
        self.edition.set_value(edition if edition in offered else Edition.PROFESSIONAL.value)
        self._order = tuple(person.id for person in people)
        self.audience.set_chips((person.id, person.full_name) for person in people)
        if not same:
            self.audience.set_checked(())
        self._tell()
        self.blockSignals(False)

    def _offer(self, plan: PlanView) -> frozenset[str]:
        """An annex has no first agreements and no matrix; only a talk has people at a table.

        A shielded plan has no page for on the wall (rules C7).
        """
        asked = {name for s in plan.format.sections for q in s.questions for name in q.editions}
        start = () if plan.format.access is Access.LISTED else (Edition.START,)
        own = (*start, Edition.MATRIX) if plan.parent is None else ()
        more = (Edition.TABLE,) if Edition.TABLE.value in asked else ()
        cards = (Edition.CARDS,) if self._has_cards else ()
        offered = (Edition.PROFESSIONAL, Edition.EASY, *own, *more, *cards)
        self.edition.set_options((one.value, sentence(_label(one, plan))) for one in offered)
        return frozenset(one.value for one in offered)

    def request(self) -> PrintRequest:
        """What is asked for now."""
        chosen, number = self.audience.checked(), int(self.version.value() or _NOW)
        edition = Edition(self.edition.value())
        return PrintRequest(
            self._plan_id,
            edition,
            number or None,
            tuple(i for i in self._order if i in chosen),
            self.part.value() if edition is Edition.CARDS else "",
        )

    def _tell(self) -> None:
        cards = self.edition.value() == Edition.CARDS.value
        self._part_box.setVisible(cards)
        for box in (self._version_box, self._readers_box):  # nothing of anybody stands on a card
            box.setVisible(not cards)
        self._about.setText(EXPLAINED[Edition(self.edition.value())])
        self._for_whom.setText(FOR_READERS if self.audience.checked() else FILE_COPY)

    def _changed(self) -> None:
        self._tell()
        self.request_changed.emit()


def _label(edition: Edition, plan: PlanView) -> str:
    whole = edition is Edition.PROFESSIONAL and plan.parent is not None
    return "volledig verslag" if whole else edition.label
