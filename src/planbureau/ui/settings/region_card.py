"""The region of the organisation: numbers with a source, chosen at once, and own ones kept by name."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from planbureau.errors import PlanbureauError
from planbureau.rules.deadlines.regions import CHOSEN, Region
from planbureau.services.api import OrganisationService
from planbureau.ui.theme.context import ThemeContext
from planbureau.ui.widgets.buttons import Button, ButtonKind
from planbureau.ui.widgets.card import Card
from planbureau.ui.widgets.choice_box import ChoiceBox
from planbureau.ui.widgets.flow import Flow
from planbureau.ui.widgets.inline_message import InlineMessage, MessageLevel
from planbureau.ui.widgets.labels import FieldLabel, TextLabel, TextRole

ABOUT = (
    "Regio's spreken zelf dingen af, zoals wanneer een perspectiefplan begint. Dat is geen wet. Kies je "
    "regio, dan staan haar keuzes meteen bij ‘Eigen termijnen’. Je kunt ze daar nog veranderen."
)


class RegionCard(Card):
    """`saved` comes after every choice that was kept."""

    saved = Signal()

    def __init__(self, theme: ThemeContext, service: OrganisationService) -> None:
        super().__init__(theme, "Regio")
        self._service = service
        self._regions: dict[str, Region] = {}
        self.add(TextLabel(ABOUT, TextRole.MUTED))
        self.choice = ChoiceBox("Regio", (), nothing="Geen regio")
        self.add(FieldLabel("Regio", self.choice))
        self.add(self.choice)
        self._words = TextLabel("", TextRole.SMALL)
        self.add(self._words)
        self.use_button = Button(theme, "Deze keuze gebruiken", ButtonKind.PRIMARY, icon="check")
        self.drop_button = Button(theme, "Eigen regio weghalen", icon="trash-2")
        self.add(_row(theme, self.use_button, self.drop_button))
        self.add(TextLabel("Je eigen keuzes bewaren als regio", TextRole.STRONG))
        self.name, self.source = QLineEdit(), QLineEdit()
        for label, line in (("Naam van de regio", self.name), ("Waar staat dit (bron)", self.source)):
            line.setAccessibleName(label)
            self.add(FieldLabel(label, line))
            self.add(line)
        self.message = InlineMessage(theme, self.name)
        self.keep_button = Button(theme, "Bewaren als regio", icon="save")
        self.add(self.message)
        self.add(_row(theme, self.keep_button))
        self.choice.value_changed.connect(self._explain)
        self.use_button.clicked.connect(lambda: self._do(lambda: service.choose_region(self.choice.value())))
        self.drop_button.clicked.connect(lambda: self._do(lambda: service.remove_region(self.choice.value())))
        self.keep_button.clicked.connect(self._keep)
        self.show_region()

    def show_region(self) -> None:
        """Shows the regions there are, and the one that is chosen."""
        self._regions = {one.id: one for one in self._service.regions()}
        self.choice.set_options((one.id, one.name) for one in self._regions.values())
        self.choice.set_value(str(self._service.organisation().terms.get(CHOSEN) or ""))
        self._explain()

    def _explain(self) -> None:
        region = self._regions.get(self.choice.value())
        words = (
            f"{region.words}. Bron: {region.source}."
            if region
            else "De getallen zijn die van Planbureau, of wat je zelf koos."
        )
        self._words.setText(words)
        self.drop_button.setVisible(region is not None and region.own)

    def _keep(self) -> None:
        if self._do(lambda: self._service.keep_region(self.name.text(), self.source.text())):
            self.name.clear()
            self.source.clear()

    def _do(self, write: Callable[[], object]) -> bool:
        try:
            write()
        except PlanbureauError as problem:
            self.message.show_message(MessageLevel.ERROR, str(problem))
            return False
        self.message.clear()
        self.show_region()
        self.saved.emit()
        return True


def _row(theme: ThemeContext, *buttons: Button) -> QWidget:
    flow = Flow(theme.px(8))
    for button in buttons:
        flow.add(button)
    return flow
