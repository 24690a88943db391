"""Dates to another calendar: choose what goes along, see the very words, and save the file."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import timedelta
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFileDialog, QPlainTextEdit, QVBoxLayout, QWidget

from planbureau.errors import PlanbureauError
from planbureau.rules.dutch import count, long_date, sentence
from planbureau.services.api.sending import Outgoing, SendChoice, Whose
from planbureau.ui.calendar.agenda_lines import Line
from planbureau.ui.calendar.send_list import SendList
from planbureau.ui.people.desk import Desk
from planbureau.ui.people.field_box import FieldBox
from planbureau.ui.theme.tokens import Tone
from planbureau.ui.widgets.banner import Banner
from planbureau.ui.widgets.buttons import Button, ButtonKind
from planbureau.ui.widgets.card import Card
from planbureau.ui.widgets.check_line import CheckLine
from planbureau.ui.widgets.choice_box import ChoiceBox
from planbureau.ui.widgets.flow import Flow
from planbureau.ui.widgets.labels import TextLabel, TextRole
from planbureau.ui.widgets.responsive_grid import ResponsiveGrid
from planbureau.ui.widgets.scroll_page import ScrollPage
from planbureau.ui.widgets.section_header import SectionHeader

Lines = Callable[[timedelta], Sequence[Line]]
"""What stands in the calendar from today on, for so long."""
SaveChooser = Callable[[QWidget], Path | None]

PERIODS = (("28", "Vier weken"), ("91", "Drie maanden"), ("183", "Een half jaar"), ("366", "Een jaar"))
_PROPOSED = "91"
_WHY = (
    "Het bestand is niet versleuteld, en een andere agenda staat vaak op internet. Daarom gaan er geen namen "
    "en geen opmerkingen mee."
)
_MASKED = "Namen die Planbureau kent worden voorletters. Lees het na: een bijnaam kent Planbureau niet."


def choose_calendar_file(parent: QWidget) -> Path | None:
    """Asks where the file goes."""
    name, _ = QFileDialog.getSaveFileName(parent, "Agenda bewaren", "agenda.ics", "Agenda (*.ics)")
    return Path(name if name.endswith(".ics") else f"{name}.ics") if name else None


class SendPanel(QWidget):
    """`closed` when somebody goes back, or after the file was saved."""

    closed = Signal()

    def __init__(self, desk: Desk, lines: Lines, choose: SaveChooser = choose_calendar_file) -> None:
        super().__init__()
        self._desk, self._lines, self._choose = desk, lines, choose
        self.whose = ChoiceBox("Wie het is", [(o.value, sentence(o.words)) for o in Whose], nothing=None)
        self.period = ChoiceBox("Welke tijd vanaf vandaag", PERIODS, nothing=None)
        self.period.set_value(_PROPOSED)
        self._build()
        self._connect()
        self.reload()

    def _build(self) -> None:
        theme = self._desk.theme
        self.titles = CheckLine(theme, "Ook waar een afspraak over gaat", _MASKED)
        self.places = CheckLine(theme, "Ook waar een afspraak is", _MASKED)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(8))
        head = SectionHeader("Naar een andere agenda", " ", level=TextRole.TITLE)
        self._head = head
        self.save_button = Button(theme, "Bewaar het bestand", ButtonKind.PRIMARY, icon="download")
        self.back_button = Button(theme, "Terug", icon="arrow-left")
        for button in (self.save_button, self.back_button):
            head.add_action(button)
        column.addWidget(head)
        scroll = ScrollPage(theme)
        column.addWidget(scroll, 1)
        self.problem = Banner(theme, "", Tone.ERR)
        self.problem.hide()
        self.guarded = Banner(theme, "", Tone.WARN)
        self.guarded.hide()
        scroll.add(self.problem)
        scroll.add(self.guarded)
        grid = ResponsiveGrid(theme, weights=(3, 2), narrow=760)
        grid.add(self._list_card())
        grid.add(self._word_cards())
        scroll.add(grid)
        for field in (self.whose, self.period):
            field.setMinimumWidth(theme.px(150))

    def _list_card(self) -> Card:
        theme = self._desk.theme
        self.all_button = Button(theme, "Alles aanvinken", ButtonKind.LINK)
        self.none_button = Button(theme, "Niets aanvinken", ButtonKind.LINK)
        card = Card(theme, "Wat gaat er mee?")
        self.list = SendList(theme)
        self.list.setMinimumHeight(theme.px(320))
        buttons = Flow(theme.px(8))
        buttons.add(self.all_button)
        buttons.add(self.none_button)
        self._nothing = TextLabel("In deze tijd staat er niets in de agenda.", TextRole.MUTED)
        for widget in (buttons, self.list, self._nothing):
            card.add(widget)
        return card

    def _word_cards(self) -> QWidget:
        theme = self._desk.theme
        both = QWidget()
        column = QVBoxLayout(both)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(14))
        words = Card(theme, "Welke woorden?")
        words.add(FieldBox(theme, "Wie het is", self.whose))
        words.add(FieldBox(theme, "Welke tijd vanaf vandaag", self.period))
        for widget in (self.titles, self.places, TextLabel(_WHY, TextRole.SMALL)):
            words.add(widget)
        shown = Card(theme, "Zo komt het er te staan")
        self.preview = QPlainTextEdit()
        self.preview.setReadOnly(True)
        self.preview.setTabChangesFocus(True)
        self.preview.setAccessibleName("Zo komt het er te staan")
        self.preview.setMinimumHeight(theme.px(170))
        shown.add(self.preview)
        column.addWidget(shown)
        column.addWidget(words)
        column.addStretch()
        return both

    def _connect(self) -> None:
        for field in (self.whose, self.period):
            field.value_changed.connect(self.reload)
        for tick in (self.titles, self.places):
            tick.clicked.connect(self.reload)
        self.list.current_shown.connect(self._show_words)
        self.list.lines.ticked_changed.connect(self._count)
        self.all_button.clicked.connect(lambda: self.list.lines.tick_all(ticked=True))
        self.none_button.clicked.connect(lambda: self.list.lines.tick_all(ticked=False))
        self.save_button.clicked.connect(self.save)
        self.back_button.clicked.connect(self.closed)
        within = Qt.ShortcutContext.WidgetWithChildrenShortcut
        QShortcut(QKeySequence("Esc"), self, context=within).activated.connect(self.closed)
        QShortcut(QKeySequence("Ctrl+S"), self, context=within).activated.connect(self.save_button.click)
        self.save_button.setToolTip("Ctrl+S")

    def first_focus(self) -> QWidget:
        """Where the keyboard starts."""
        return self.list if self.list.lines.rows else self.back_button

    def choice(self) -> SendChoice:
        """Which words go out."""
        return SendChoice(Whose(self.whose.value()), self.titles.checked(), self.places.checked())

    def reload(self) -> None:
        """Reads what can go along, in the words that are chosen."""
        rows = self._desk.workspace.sending.outgoing(self._shown_lines(), self.choice())
        self.list.show_rows(rows)
        self.list.setVisible(bool(rows))
        self._nothing.setVisible(not rows)
        guarded = sum(row.guarded for row in rows)
        told = count(guarded, "datum gaat", "datums gaan")
        why = f"{sentence(told)} niet vanzelf mee: van een afgeschermd plan, of niet voor iedereen."
        detail = "Vink zelf aan wat mee mag. Dat wordt vastgelegd."
        self.guarded.set_message(why, Tone.WARN, detail=detail)
        self.guarded.setVisible(bool(guarded))

    def save(self) -> None:
        """Asks where, and writes the items that are ticked."""
        path = self._choose(self)
        if path is None:
            return
        items = self.list.lines.ticked()
        try:
            self._desk.workspace.sending.write(self._shown_lines(), self.choice(), items, path)
        except PlanbureauError as problem:
            self.problem.set_message(str(problem), Tone.ERR)
            self.problem.show()
            return
        many = count(len(items), "datum", "datums")
        self._desk.say(f"Het bestand met {many} is bewaard. Open het met je agenda.")
        self.closed.emit()

    def _shown_lines(self) -> Sequence[Line]:
        return self._lines(timedelta(days=int(self.period.value())))

    def _count(self) -> None:
        ticked, rows = len(self.list.lines.ticked()), len(self.list.lines.rows)
        self._head.set_subtitle(f"{ticked} van {rows} gaan mee" if rows else "Er is niets om mee te sturen")
        self.save_button.setEnabled(ticked > 0 and not self._desk.workspace.read_only)

    def _show_words(self, row: Outgoing | None) -> None:
        self.preview.setPlainText(words_of(row) if row is not None else "")


def words_of(row: Outgoing) -> str:
    """Everything of one item that stands in the file, for people."""
    title = f"Vervallen: {row.summary}" if row.cancelled else row.summary
    end = f" tot {row.ends}" if row.ends else ", een uur lang"
    hours = f"{row.starts}{end}" if row.starts else "de hele dag"
    lines = (
        ("Titel", title),
        ("Dag", sentence(long_date(row.day))),
        ("Tijd", hours),
        ("Plaats", row.place or "staat er niet bij"),
        ("Tekst", row.note),
        ("Stand", "vervallen: haal het weg uit je agenda" if row.cancelled else "gaat door"),
    )
    return "\n".join(f"{name}: {words}" for name, words in lines)
