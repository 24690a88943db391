"""The recovery code, large and in groups, to be put on paper."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from planbureau.services.api import PrintedDocument, Workspace
from planbureau.ui.background import Job
from planbureau.ui.start.choosers import Choosers
from planbureau.ui.start.code_text import groups_of
from planbureau.ui.start.words import told
from planbureau.ui.theme.context import ThemeContext
from planbureau.ui.theme.tokens import Tone
from planbureau.ui.widgets.banner import Banner
from planbureau.ui.widgets.buttons import Button
from planbureau.ui.widgets.card import Card
from planbureau.ui.widgets.flow import Flow
from planbureau.ui.widgets.labels import TextLabel, TextRole

PER_ROW = 3
_Use = Callable[[PrintedDocument], None]


class CodeStep(QWidget):
    """Shows the code, prints it, keeps it as a PDF. `put_on_paper` says that one of both was done."""

    put_on_paper = Signal()

    def __init__(
        self, theme: ThemeContext, workspace: Workspace, code: str, organisation: str, choosers: Choosers
    ) -> None:
        super().__init__()
        self._workspace = workspace
        self._code = code
        self._organisation = organisation
        self._choosers = choosers
        self._sheet: PrintedDocument | None = None
        self._job: Job[PrintedDocument] | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(10))
        column.addWidget(self._code_card(theme))
        self.print_button = Button(theme, "Afdrukken", icon="printer")
        self.save_button = Button(theme, "Bewaar als PDF", icon="save")
        buttons = Flow(theme.px(8))
        buttons.add(self.print_button)
        buttons.add(self.save_button)
        column.addWidget(buttons)
        self.message = Banner(theme, "", Tone.OK)
        self.message.hide()
        column.addWidget(self.message)
        column.addWidget(
            TextLabel(
                "Je kunt de code ook overschrijven. Leg het papier op een veilige plek, niet bij de laptop. "
                "Wie deze code heeft en de laptop, kan alles lezen.",
                TextRole.HELP,
            )
        )
        self.print_button.clicked.connect(lambda: self._with_sheet(self._print))
        self.save_button.clicked.connect(lambda: self._with_sheet(self._save))

    def _code_card(self, theme: ThemeContext) -> Card:
        card = Card(theme, sunken=True)
        grid = QGridLayout()
        grid.setHorizontalSpacing(theme.px(12))
        grid.setVerticalSpacing(theme.px(10))
        for index, group in enumerate(groups_of(self._code)):
            cell = QVBoxLayout()
            cell.setSpacing(0)
            number = TextLabel(f"groep {index + 1}", TextRole.SMALL, wrap=False)
            signs = TextLabel(group, TextRole.TITLE, wrap=False)
            signs.setAccessibleName(f"Groep {index + 1}: {' '.join(group)}")
            for label in (number, signs):
                cell.addWidget(label, 0, Qt.AlignmentFlag.AlignHCenter)
            grid.addLayout(cell, index // PER_ROW, index % PER_ROW)
        card.body.addLayout(grid)
        return card

    def focus_target(self) -> QWidget:
        """What gets the focus when the widget does."""
        return self.print_button

    def _with_sheet(self, use: _Use) -> None:
        if self._job is not None and self._job.busy:
            return
        if self._sheet is not None:
            self._use(self._sheet, use)
            return
        prints, code, organisation = self._workspace.prints, self._code, self._organisation
        self._enable(enabled=False)
        self._job = Job(
            lambda: prints.recovery_sheet(code, organisation),
            lambda sheet: self._made(sheet, use),
            self._failed,
            self,
        )

    def _made(self, sheet: PrintedDocument, use: _Use) -> None:
        self._sheet = sheet
        self._enable(enabled=True)
        self._use(sheet, use)

    def _use(self, sheet: PrintedDocument, use: _Use) -> None:
        try:
            use(sheet)
        except Exception as problem:  # noqa: BLE001 - told on the screen
            self._failed(problem)

    def _print(self, sheet: PrintedDocument) -> None:
        pages = self._workspace.prints.preview(sheet)
        try:
            if self._choosers.print_pages(self, pages):
                self._done("De code is naar de printer gestuurd.")
        finally:
            pages.close()

    def _save(self, sheet: PrintedDocument) -> None:
        path = self._choosers.pdf(self, sheet.file_name)
        if path is not None:
            self._workspace.prints.save(sheet, path.with_suffix(".pdf"))
            self._done("De PDF is bewaard.", "Druk hem af, en gooi het bestand daarna weg.")

    def _done(self, words: str, detail: str = "") -> None:
        self.message.set_message(words, Tone.OK, detail=detail)
        self.message.show()
        self.put_on_paper.emit()

    def _failed(self, problem: Exception) -> None:
        self._enable(enabled=True)
        words = told(problem)
        self.message.set_message(words.what, Tone.ERR, detail=words.advice)
        self.message.show()

    def _enable(self, *, enabled: bool) -> None:
        self.print_button.setEnabled(enabled)
        self.save_button.setEnabled(enabled)
