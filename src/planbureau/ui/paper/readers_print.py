"""A print about one client or household for chosen readers: what you see is what is saved and printed."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from planbureau.errors import PlanbureauError
from planbureau.services.api import PreviewDocument, PrintedDocument
from planbureau.ui.paper.preview_pane import PreviewPane
from planbureau.ui.paper.print_options import FILE_COPY, FOR_READERS
from planbureau.ui.paper.printing import FileChooser, PrinterChooser, choose_file, choose_printer, print_pages
from planbureau.ui.people.desk import Desk
from planbureau.ui.people.field_box import FieldBox
from planbureau.ui.theme.tokens import Tone
from planbureau.ui.widgets.banner import Banner
from planbureau.ui.widgets.buttons import Button, ButtonKind
from planbureau.ui.widgets.card import Card
from planbureau.ui.widgets.chip_row import ChipRow
from planbureau.ui.widgets.choice_box import ChoiceBox
from planbureau.ui.widgets.date_field import DateField
from planbureau.ui.widgets.help_bubble import HelpBubble
from planbureau.ui.widgets.labels import TextLabel, TextRole
from planbureau.ui.widgets.responsive_grid import ResponsiveGrid
from planbureau.ui.widgets.scroll_page import ScrollPage
from planbureau.ui.widgets.section_header import SectionHeader

_WHO = (
    "Een cliënt vanaf 12 jaar mag de rapportages over zichzelf lezen, en een ouder met gezag die van een "
    "kind onder de 12. Is een kind 12 tot en met 15, dan krijgt een ouder met gezag wat nodig is om "
    "toestemming te geven. Vanaf 16 jaar beslist de jongere zelf. Een ouder zonder gezag krijgt geen "
    "rapportages. School, gemeente en anderen krijgen ze alleen met toestemming. Wat over een ander gaat, "
    "blijft weg: markeer dat eerst met 'niet voor'."
)
_SOURCE = "Jeugdwet 7.3.8, 7.3.10 en 7.3.11, BW 7:456 en 7:457, Wmo 5.3.2 en 5.3.3"


_BELOW = 12
"""Pixels of the design that stay free below the page."""

Render = Callable[[tuple[str, ...]], PrintedDocument]
"""Makes the document for these readers (person ids). Raises PlanbureauError when that cannot be."""


class ReadersPrint(QWidget):
    """Put choices in with `add_choice`, then `make`; `closed` when somebody goes back.

    Without a `subject_id` nobody is asked for whom it is.
    """

    closed = Signal()

    def __init__(
        self,
        desk: Desk,
        title: str,
        name: str,
        subject_id: str,
        render: Render,
        *,
        of_notes: bool = True,
        choose_file: FileChooser = choose_file,
        choose_printer: PrinterChooser = choose_printer,
    ) -> None:
        super().__init__()
        self._desk, self._render = desk, render
        self._of_notes = of_notes  # then who may read notes is explained
        self._choose_file, self._choose_printer = choose_file, choose_printer
        self._people = desk.people_around(subject_id) if subject_id else ()
        self.document: PrintedDocument | None = None
        self._preview: PreviewDocument | None = None
        self.choices: dict[str, DateField | ChoiceBox] = {}
        self._build(title, name)

    def _build(self, title: str, name: str) -> None:
        theme = self._desk.theme
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(8))
        head = SectionHeader(title, name, level=TextRole.TITLE)
        self.save_button = Button(theme, "Bewaar als PDF", ButtonKind.PRIMARY, icon="download")
        self.print_button = Button(theme, "Afdrukken", icon="printer")
        self.back_button = Button(theme, "Terug", icon="arrow-left")
        for button in (self.save_button, self.print_button, self.back_button):
            head.add_action(button)
        column.addWidget(head)
        self._scroll = scroll = ScrollPage(theme)
        column.addWidget(scroll, 1)
        grid = ResponsiveGrid(theme, weights=(2, 3), narrow=760)
        grid.add(self._options())
        self.pane = PreviewPane(theme)
        grid.add(self.pane)
        scroll.add(grid)
        scroll.viewport().installEventFilter(self)
        self.readers.chip_toggled.connect(lambda _: self.make())
        self.save_button.clicked.connect(self.save)
        self.print_button.clicked.connect(self._print)
        self.back_button.clicked.connect(self._go_back)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self._go_back()
        else:
            super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The page takes all the height there is: known when the part that scrolls has its size."""
        if event.type() == QEvent.Type.Resize and watched is self._scroll.viewport():
            px = self._desk.theme.px
            self.pane.setMinimumHeight(max(px(460), self._scroll.viewport().height() - px(_BELOW)))
        return super().eventFilter(watched, event)

    def _options(self) -> Card:
        theme = self._desk.theme
        self.readers = ChipRow(theme, "Voor wie is deze afdruk?")
        self.readers.set_chips((person.id, person.full_name) for person in self._people)
        self._for_whom = TextLabel(FILE_COPY, TextRole.SMALL)
        self.left_out = Banner(theme, "Er is iets weggelaten.", Tone.INFO)
        self.problem = Banner(theme, "", Tone.ERR)
        options = Card(theme, "Wat druk je af?")
        self._choices = QVBoxLayout()
        self._choices.setSpacing(theme.px(8))
        options.body.addLayout(self._choices)
        about = HelpBubble(theme, _WHO, source=_SOURCE, title="Wie mag rapportages lezen?")
        asked = (TextLabel("Voor wie is deze afdruk?", TextRole.STRONG), self.readers, self._for_whom)
        for widget in (*asked, self.left_out, self.problem, about):
            options.add(widget)
        for widget in (*asked, about):
            widget.setVisible(bool(self._people))
        if not self._of_notes:
            about.hide()
        options.body.addStretch(1)  # the choices stay together when the preview beside them is higher
        self.left_out.hide()
        self.problem.hide()
        return options

    def add_choice(self, label: str, field: DateField | ChoiceBox) -> FieldBox:
        """A choice above the readers; the document is made anew when it changes."""
        self.choices[label] = field
        box = FieldBox(self._desk.theme, label, field)
        self._choices.addWidget(box)
        field.value_changed.connect(self.make)
        return box

    def add_line(self, line: QWidget) -> None:
        """Something to know before printing, above the readers."""
        self._choices.addWidget(line)

    def make(self) -> None:
        """Makes the document anew from the choices."""
        chosen = self.readers.checked()
        self._for_whom.setText(FOR_READERS if chosen else FILE_COPY)
        self.forget()
        readers = tuple(person.id for person in self._people if person.id in chosen)
        try:
            self.document = self._render(readers)
            self._preview = self._desk.workspace.prints.preview(self.document)
        except PlanbureauError as problem:
            self._tell(str(problem))
            return
        self.problem.hide()
        self.left_out.setVisible(self.document.left_out)
        self.pane.show_document(self._preview)
        for button in (self.save_button, self.print_button):
            button.setEnabled(True)

    def save(self) -> None:
        """Asks where, and saves the pages that show."""
        path: Path | None = (
            self._choose_file(self, self.document.file_name) if self.document is not None else None
        )
        if self.document is None or path is None:
            return
        try:
            self._desk.workspace.prints.save(self.document, path)
        except PlanbureauError as problem:
            self._tell(str(problem))
        else:
            self._desk.say(f"Bewaard als {path.name}")

    def _print(self) -> None:
        preview = self._preview
        printer = self._choose_printer(self, preview) if preview is not None else None
        if preview is None or printer is None:
            return
        try:
            print_pages(preview, printer)
        except PlanbureauError as problem:
            self._tell(str(problem))
        else:
            self._desk.say("Naar de printer gestuurd.")

    def _tell(self, words: str) -> None:
        self.problem.set_message(words, Tone.ERR)
        self.problem.show()

    def forget(self) -> None:
        """Lets the pages go."""
        old, self._preview, self.document = self._preview, None, None
        self.pane.show_document(None)
        if old is not None:
            old.close()
        for button in (self.save_button, self.print_button):
            button.setEnabled(False)

    def take_away(self) -> None:
        """Lets the pages go, and leaves the page that showed this."""
        self.forget()
        self.hide()
        self.deleteLater()

    def _go_back(self) -> None:
        self.forget()
        self.closed.emit()
