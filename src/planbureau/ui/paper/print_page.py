"""The preview of a plan on paper: choose what and for whom, look at it, save or print the same thing."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QSize, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QLayout, QVBoxLayout, QWidget

from planbureau.changes import Changes
from planbureau.errors import NotFoundError, PlanbureauError
from planbureau.plan_state import state_of
from planbureau.rules.talk.deck import deck_parts
from planbureau.services.api import PreviewDocument, PrintedDocument, PrintRequest
from planbureau.ui.background import Job
from planbureau.ui.page import Page, PageContext
from planbureau.ui.paper.other_ways import OtherWays
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
from planbureau.ui.widgets.chip_row import Chip, ChipMode
from planbureau.ui.widgets.labels import TextLabel, TextRole
from planbureau.ui.widgets.scroll_page import ScrollPage
from planbureau.ui.widgets.section_header import SectionHeader
from planbureau.views import PlanView

NARROW = 760
"""Below this width, in pixels of the design, the choices and the preview take turns."""

SIDE = 330
ANY_WIDTH = 16_777_215
"""Qt's own word for no maximum (QWIDGETSIZE_MAX), which PySide6 does not carry."""

CARE = (
    "Een bewaard bestand is niet versleuteld. Bewaar het alleen waar dat mag. Om te mailen is er ‘Anders "
    "bewaren’, met een wachtwoord."
)
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
        self._choosing = False
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
        column = QVBoxLayout(self)
        column.setContentsMargins(px(20), px(18), px(20), px(18))
        column.setSpacing(px(12))
        column.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
        self._header = SectionHeader("Afdrukken", " ", level=TextRole.TITLE)
        self._back = Button(theme, "Terug naar het plan", icon="arrow-left")
        self.print_button = Button(theme, "Afdrukken", icon="printer")
        self.save_button = Button(theme, "Bewaar als PDF", ButtonKind.PRIMARY, icon="download")
        self.more_button = OtherWays(theme, self.context.workspace)
        for button in (self._back, self.print_button, self.save_button, self.more_button):
            self._header.add_action(button)
        self._problem = Banner(theme, "", Tone.ERR)
        self._signs = Banner(theme, "", Tone.WARN)
        self._left_out = Banner(theme, "", Tone.INFO)
        for widget in (self._header, self._problem, self._signs, self._left_out, self._build_tabs()):
            column.addWidget(widget)
        column.addLayout(self._build_row(), 1)
        self._problem.hide()
        self._tell_about(None)

    def _build_tabs(self) -> QWidget:
        """In a narrow window the choices and the preview take turns."""
        theme = self.context.theme
        self._tabs = QWidget()
        row = QHBoxLayout(self._tabs)
        row.setContentsMargins(0, 0, 0, 0)
        self._choices_tab = Chip(theme, "Keuzes", ChipMode.TOGGLE, "settings")
        self._preview_tab = Chip(theme, "Voorbeeld", ChipMode.TOGGLE, "eye")
        row.addWidget(self._choices_tab)
        row.addWidget(self._preview_tab)
        row.addStretch()
        return self._tabs

    def _build_row(self) -> QHBoxLayout:
        theme = self.context.theme
        self._side = ScrollPage(theme)
        self.options = PrintOptions(theme)
        self._side.add(self.options)
        self._side.add(TextLabel(CARE, TextRole.SMALL))
        self.pane = PreviewPane(theme)
        row = QHBoxLayout()
        row.setSpacing(theme.px(14))
        row.addWidget(self._side, 1)
        row.addWidget(self.pane, 3)
        return row

    # Connect signals

    def _connect(self) -> None:
        self._soon.timeout.connect(self._render)
        self._back.clicked.connect(lambda: self.place_requested.emit(OpenPlan(self._plan_id)))
        self.options.request_changed.connect(self._ask)
        self.save_button.clicked.connect(self._save)
        self.print_button.clicked.connect(self._print)
        self.more_button.made.connect(self._save_as)
        self.more_button.failed.connect(self._show_problem)
        self._choices_tab.clicked.connect(lambda: self._turn_to(choices=True))
        self._preview_tab.clicked.connect(lambda: self._turn_to(choices=False))
        self.context.theme.theme_changed.connect(self._arrange)

    # Show

    def show_place(self, place: Place) -> None:
        if not isinstance(place, PrintPlan):
            return
        self._plan_id = place.plan_id
        self._read(place.edition, place.version, place.part)
        self._render()

    def refresh(self, changes: Changes) -> None:
        del changes
        if self._plan_id:
            request = self.options.request()
            self._read(request.edition.value, request.version or 0, request.part)
            self._ask()

    def leave(self) -> bool:
        """Forgets the document: pages of a client do not stay in memory behind another page."""
        self._soon.stop()
        self._turn += 1
        self._forget()
        return True

    def first_focus(self) -> QWidget | None:
        return self.pane.pages

    def _read(self, edition: str, version: int, part: str) -> None:
        plan = self._plan(version)
        table = table_of(self.context, plan)
        self._header.set_subtitle(f"{plan.title} · {plan.subject_name}")
        self.options.show_parts(deck_parts(plan.format, state_of(plan, self.context.clock.today())), part)
        alive = tuple(person for person in table.people if person.deceased_on is None)
        self.options.show_plan(plan, alive, edition, version)

    def _plan(self, version: int) -> PlanView:
        """The plan; without its plan type the adopted version that was asked for, which keeps its own."""
        plans = self.context.workspace.plans
        try:
            return plans.plan(self._plan_id)
        except NotFoundError:
            if not version:
                raise
            return replace(plans.version_plan(self._plan_id, version), status="closed")

    @property
    def _acts(self) -> tuple[QAbstractButton, ...]:
        """What can be done once there is a document."""
        return (self.save_button, self.print_button, self.more_button)

    # Make the document

    def _ask(self) -> None:
        # A document that is still being made is for other readers: it may not be saved any more.
        self._turn += 1
        self._wait()
        self._soon.start()

    def _wait(self) -> None:
        self.pane.show_busy()
        for button in self._acts:
            button.setEnabled(False)

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
        self.more_button.show_document(document, self.options.request())
        self._problem.hide()
        self.pane.show_document(self._preview)
        for button in self._acts:
            button.setEnabled(True)
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
        self.more_button.show_document(None, self.options.request())
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
        if self._document is not None:
            self._save_as(self._document)

    def _save_as(self, document: PrintedDocument) -> None:
        path = self._choose_file(self, document.file_name)
        if path is None:
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
        printer = self._choose_printer(self, preview) if preview else None
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

    def minimumSizeHint(self) -> QSize:
        """As narrow as the narrow arrangement, also while the wide one shows."""
        return QSize(self.context.theme.px(280), self.context.theme.px(240))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _turn_to(self, *, choices: bool) -> None:
        self._choosing = choices
        self._arrange()

    def _arrange(self) -> None:
        px = self.context.theme.px
        narrow = self.width() < px(NARROW)
        self._tabs.setVisible(narrow)
        self._choices_tab.setChecked(self._choosing)
        self._preview_tab.setChecked(not self._choosing)
        self._side.setVisible(not narrow or self._choosing)
        self.pane.setVisible(not narrow or not self._choosing)
        self._side.setMinimumWidth(0 if narrow else px(SIDE))
        self._side.setMaximumWidth(ANY_WIDTH if narrow else px(SIDE))
        for button in (self._back, self.print_button, self.save_button):
            button.set_compact(narrow)
