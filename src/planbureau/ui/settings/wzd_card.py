"""The overview of involuntary care for the inspectorate, of the whole organisation."""

from __future__ import annotations

from datetime import date, timedelta

from PySide6.QtWidgets import QVBoxLayout, QWidget

from planbureau.errors import InvalidInputError, PlanbureauError
from planbureau.rules.dates import add_months
from planbureau.rules.dutch import long_date
from planbureau.ui.page import PageContext
from planbureau.ui.start.choosers import Choosers
from planbureau.ui.start.words import told
from planbureau.ui.theme.tokens import Tone
from planbureau.ui.widgets.banner import Banner
from planbureau.ui.widgets.buttons import Button
from planbureau.ui.widgets.card import Card
from planbureau.ui.widgets.date_field import DateField
from planbureau.ui.widgets.flow import Flow
from planbureau.ui.widgets.labels import FieldLabel, TextLabel, TextRole
from planbureau.ui.widgets.responsive_grid import ResponsiveGrid

ABOUT = (
    "Alle afgesloten verslagen over onvrijwillige zorg in een periode, als bestand voor een rekenblad. De "
    "wet vraagt minstens elke zes maanden een overzicht met een ondertekende analyse (Wzd 17 lid 2). De "
    "kolommen volgen Wzd 17 lid 1 zoals wij dat lezen. Dat is niet bevestigd: kijk ze na."
)
OPEN = (
    "Het bestand is niet versleuteld. Cliënten staan erin met een code, maar in de teksten kunnen namen "
    "staan. Bewaar het alleen op een veilige plek."
)
SENT = (
    "Heb je het overzicht met de analyse verstuurd? Leg het vast. De dag waarop het volgende overzicht er "
    "moet zijn, staat dan in de agenda."
)
_NEXT_MONTHS = 6
_HALF = 7


def last_half_year(today: date) -> tuple[date, date]:
    """The half calendar year that ended before today."""
    first = date(today.year, 1, 1) if today.month >= _HALF else date(today.year - 1, _HALF, 1)
    return first, add_months(first, 6) - timedelta(days=1)


class WzdCard(Card):
    """A period, and a button that saves the overview."""

    def __init__(self, context: PageContext, choosers: Choosers, parent: QWidget | None = None) -> None:
        theme = context.theme
        super().__init__(theme, "Overzicht voor de inspectie (Wzd)", parent=parent)
        self._page, self._choosers = context, choosers
        first, last = last_half_year(context.clock.today())
        self.first = DateField(theme, context.clock, "Eerste dag van de periode")
        self.last = DateField(theme, context.clock, "Laatste dag van de periode")
        self.first.set_value(first)
        self.last.set_value(last)
        self.add(TextLabel(ABOUT, TextRole.MUTED))
        grid = ResponsiveGrid(theme, weights=(1, 1))
        for label, field in (("Eerste dag", self.first), ("Laatste dag", self.last)):
            box = QWidget()
            column = QVBoxLayout(box)
            column.setContentsMargins(0, 0, 0, 0)
            column.setSpacing(theme.px(4))
            column.addWidget(FieldLabel(label, field.line))
            column.addWidget(field)
            grid.add(box)
        self.add(grid)
        self.add(Banner(theme, OPEN, Tone.WARN))
        self.save_button = Button(theme, "Overzicht bewaren…", icon="download")
        flow = Flow(theme.px(8))
        flow.add(self.save_button)
        self.add(flow)
        self.result = Banner(theme, "", Tone.OK)
        self.add(self.result)
        self.result.hide()
        self.sent_button = Button(theme, "Verstuurd: vastleggen", icon="check")
        self.sent_button.setEnabled(not context.workspace.read_only)
        flow.add(self.sent_button)
        self.add(TextLabel(SENT, TextRole.SMALL))
        self.save_button.clicked.connect(self._save)
        self.sent_button.clicked.connect(self._note_sent)

    def _save(self) -> None:
        self.first.commit()
        self.last.commit()
        first, last = self.first.value(), self.last.value()
        if first is None or last is None:
            self._tell("Kies de eerste en de laatste dag. Er is niets gemaakt.", Tone.ERR)
            return
        try:
            made = self._page.workspace.exchange.care_overview(first, last)
        except PlanbureauError as problem:
            words = told(problem)
            self._tell(words.what, Tone.ERR, words.advice)
            return
        path = self._choosers.csv(self, f"overzicht-wzd-{first.isoformat()}-{last.isoformat()}.csv")
        if path is None:
            return
        path = path if path.suffix else path.with_suffix(".csv")
        try:
            self._page.workspace.exchange.save(path, made.content)
        except InvalidInputError:
            self._tell("Het overzicht kon daar niet worden bewaard.", Tone.ERR, "Kies een andere plek.")
            return
        following = long_date(add_months(last, _NEXT_MONTHS))
        lines = "1 regel" if made.lines == 1 else f"{made.lines} regels"
        saved = f"Het overzicht is bewaard: {lines}. Het bestand is niet versleuteld."
        self._tell(f"{saved} Het volgende overzicht is er uiterlijk op {following}.", Tone.OK)

    def _note_sent(self) -> None:
        self.last.commit()
        last = self.last.value()
        if last is None or last > self._page.clock.today():
            self._tell("Kies de laatste dag van de periode die je hebt verstuurd.", Tone.ERR)
            return
        try:
            self._page.workspace.calendar.note_overview_sent(last)
        except PlanbureauError as problem:
            words = told(problem)
            self._tell(words.what, Tone.ERR, words.advice)
            return
        following = long_date(add_months(last, _NEXT_MONTHS))
        sent = f"Vastgelegd: verstuurd tot en met {long_date(last)}."
        self._tell(f"{sent} Het volgende overzicht staat op {following} in de agenda.", Tone.OK)

    def _tell(self, words: str, tone: Tone, detail: str = "") -> None:
        self.result.set_message(words, tone, detail=detail)
        self.result.show()
