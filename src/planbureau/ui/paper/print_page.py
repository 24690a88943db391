"""The preview of a plan on paper: choose what and for whom, look at it, save or print the same thing."""

from __future__ import annotations

from PySide6.QtCore import QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from planbureau.changes import Changes
from planbureau.errors import PlanbureauError
from planbureau.services.api import PreviewDocument, PrintedDocument, PrintRequest
from planbureau.ui.background import Job
from planbureau.ui.page import Page, PageContext
from planbureau.ui.paper.preview_pane import PreviewPane
from planbureau.ui.paper.print_options import PrintOptions
from planbureau.ui.paper.printing import (
    FileChooser,
    PrinterChooser,
    choose_file,
    choose_printer,
    print_pages,
)
from planbureau.ui.paper.table import table_of
from planbureau.ui.places import OpenPlan, Place, PrintPlan
from planbureau.ui.theme.tokens import Tone
from planbureau.ui.widgets.banner import Banner
from planbureau.ui.widgets.buttons import Button, ButtonKind
from planbureau.ui.widgets.labels import TextLabel, TextRole
from planbureau.ui.widgets.scroll_page import ScrollPage
from planbureau.ui.widgets.section_header import SectionHeader

NARROW = 760
"""Below this width, in pixels of the design, the choices stand above the preview."""

SIDE = 330
FAILED = "Het voorbeeld kon niet worden gemaakt. Het plan zelf staat veilig in de kluis."


class PrintPage(Page):
    """The document is made beside the window; a newer choice makes an older one fall away."""

    def __init__(
        self,
        context: PageContext,
        parent: QWidget | None = None,
        *,
        choose_file: FileChooser = choose_file,
        choose_printer: PrinterChooser = choose_printer,
        wait_ms: int = 250,
    ) -> None:
        super().__init__(context, parent)
        self._choose_file, self._choose_printer = choose_file, choose_printer
        self._plan_id = ""
        self._turn = 0
        self._jobs: list[Job[PrintedDocument]] = []
        self._document: PrintedDocument | None = None
        self._preview: PreviewDocument | None = None
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(wait_ms)
        self._build()
        self._connect()

    # Build the page

    def _build(self) -> None:
        theme, px = self.context.theme, self.context.theme.px
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(px(20), px(18), px(20), px(18))
        self._column.setSpacing(px(12))
        self._header = SectionHeader("Afdrukken", " ", level=TextRole.TITLE)
        self._back = Button(theme, "Terug naar het plan", icon="arrow-left")
        self._header.add_action(self._back)
        self._column.addWidget(self._header)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._row.setSpacing(px(14))
        self._side = ScrollPage(theme)
        self.options = PrintOptions(theme)
        self._signs = Banner(theme, "", Tone.WARN)
        self._left_out = Banner(theme, "", Tone.INFO)
        self._problem = Banner(theme, "", Tone.ERR, action="")
        self.save_button = Button(theme, "Bewaar als PDF", ButtonKind.PRIMARY, icon="download")
        self.print_button = Button(theme, "Afdrukken", icon="printer")
        self._care = TextLabel(
            "Een bewaard bestand is niet versleuteld. Bewaar het alleen waar dat mag.", TextRole.SMALL
        )
        for widget in (self.options, self._problem, self._signs, self._left_out):
            self._side.add(widget)
        for button in (self.save_button, self.print_button, self._care):
            self._side.add(button)
        self.pane = PreviewPane(theme)
        self._row.addWidget(self._side)
        self._row.addWidget(self.pane, 1)
        self._column.addLayout(self._row, 1)
        self._tell_about(None)
        self._problem.hide()

    # Connect signals

    def _connect(self) -> None:
        self._soon.timeout.connect(self._render)
        self._back.clicked.connect(lambda: self.place_requested.emit(OpenPlan(self._plan_id)))
        self.options.request_changed.connect(self._ask)
        self.save_button.clicked.connect(self._save)
        self.print_button.clicked.connect(self._print)
        self.context.theme.theme_changed.connect(self._arrange)

    # Show

    def show_place(self, place: Place) -> None:
        if not isinstance(place, PrintPlan):
            return
        self._plan_id = place.plan_id
        self._read(place.edition, place.version)
        self._render()

    def refresh(self, changes: Changes) -> None:
        del changes
        if self._plan_id:
            request = self.options.request()
            self._read(request.edition.value, request.version or 0)
            self._ask()

    def leave(self) -> bool:
        """Forgets the document: pages of a client do not stay in memory behind another page."""
        self._soon.stop()
        self._turn += 1
        self._forget()
        return True

    def first_focus(self) -> QWidget | None:
        return self.pane.pages

    def _read(self, edition: str, version: int) -> None:
        workspace = self.context.workspace
        plan = workspace.plans.plan(self._plan_id)
        table = table_of(workspace, plan, self.context.clock.today())
        self._header.set_subtitle(f"{plan.title} · {plan.subject_name}")
        self.options.show_plan(plan, table.people, edition, version)

    # Make the document

    def _ask(self) -> None:
        self._wait()
        self._soon.start()

    def _wait(self) -> None:
        self.pane.show_busy()
        self.save_button.setEnabled(False)
        self.print_button.setEnabled(False)

    def _render(self) -> None:
        self._soon.stop()
        self._wait()
        self._turn += 1
        turn, request, prints = self._turn, self.options.request(), self.context.workspace.prints

        def work(request: PrintRequest = request) -> PrintedDocument:
            return prints.render(request)

        self._jobs = [job for job in self._jobs if job.busy]
        self._jobs.append(
            Job(work, lambda made: self._made(turn, made), lambda problem: self._failed(turn, problem), self)
        )

    def _made(self, turn: int, document: PrintedDocument) -> None:
        if turn != self._turn:
            return
        self._forget()
        try:
            self._preview = self.context.workspace.prints.preview(document)
        except PlanbureauError as problem:
            self._failed(turn, problem)
            return
        self._document = document
        self._problem.hide()
        self.pane.show_document(self._preview)
        self.save_button.setEnabled(True)
        self.print_button.setEnabled(True)
        self._tell_about(document)

    def _failed(self, turn: int, problem: Exception) -> None:
        if turn != self._turn:
            return
        self._forget()
        self._show_problem(str(problem) if isinstance(problem, PlanbureauError) else FAILED)

    def _forget(self) -> None:
        self.pane.show_document(None)
        if self._preview is not None:
            self._preview.close()
        self._preview, self._document = None, None
        self._tell_about(None)

    def _tell_about(self, document: PrintedDocument | None) -> None:
        signs = document.missing_signs if document else ()
        self._signs.setVisible(bool(signs))
        if signs:
            self._signs.set_message(
                f"Deze tekens kan de afdruk niet tonen: {' '.join(signs)}",
                Tone.WARN,
                detail="Op papier staat daar een leeg vakje. Schrijf het met andere tekens.",
            )
        self._left_out.setVisible(bool(document and document.left_out))
        self._left_out.set_message(
            "Er is iets weggelaten.", Tone.INFO, detail="Het is niet bedoeld voor wie dit leest."
        )

    def _show_problem(self, text: str) -> None:
        self._problem.set_message(text, Tone.ERR)
        self._problem.show()

    # Save and print: the same document as the preview

    def _save(self) -> None:
        document = self._document
        path = self._choose_file(self, document.file_name) if document else None
        if document is None or path is None:
            return
        try:
            self.context.workspace.prints.save(document, path)
        except PlanbureauError as problem:
            self._show_problem(str(problem))
        else:
            self._problem.hide()
            self.message_requested.emit(f"Bewaard als {path.name}")

    def _print(self) -> None:
        preview = self._preview
        printer = self._choose_printer(self, preview.page_count) if preview else None
        if preview is None or printer is None:
            return
        try:
            print_pages(preview, printer)
        except PlanbureauError as problem:
            self._show_problem(str(problem))
        else:
            self._problem.hide()
            self.message_requested.emit("Naar de printer gestuurd.")

    # Wide or narrow

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        px = self.context.theme.px
        narrow = self.width() < px(NARROW)
        direction = QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight
        self._row.setDirection(direction)
        self._side.setMinimumWidth(0 if narrow else px(SIDE))
        self._side.setMaximumWidth(16_777_215 if narrow else px(SIDE))
        self._row.setStretch(0, 1 if narrow else 0)
        self._row.setStretch(1, 1)
