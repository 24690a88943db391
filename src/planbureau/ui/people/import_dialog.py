"""A client or plan from a file: what is in it, and then whether it comes in."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QDialog, QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from planbureau.services.api import BroughtIn, ExchangeService, IncomingFile
from planbureau.ui.background import Job
from planbureau.ui.start.words import told
from planbureau.ui.theme.context import ThemeContext
from planbureau.ui.theme.tokens import Tone
from planbureau.ui.widgets.banner import Banner
from planbureau.ui.widgets.buttons import Button, ButtonKind
from planbureau.ui.widgets.labels import TextLabel, TextRole

WIDTH = 520
_WHAT = {"client": "Cliënt", "plan": "Plan"}
_KNOWN = "Dit staat al in de kluis en wordt niet overschreven."
_COPY = "Je kunt het als kopie ernaast zetten. Wat er al staat, blijft zoals het is."


class ImportDialog(QDialog):
    """Accepted when it came in: `brought` then tells what. Nothing changes before that."""

    def __init__(
        self, theme: ThemeContext, exchange: ExchangeService, path: Path, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._exchange = exchange
        self._incoming: IncomingFile | None = None
        self.brought: BroughtIn | None = None
        self.setWindowTitle("Importeren")
        self.setModal(True)
        self.setMinimumWidth(theme.px(WIDTH))
        self.banner = Banner(theme, "")
        self.words = TextLabel(f"Planbureau kijkt wat er in {path.name} staat.", TextRole.MUTED)
        self._bar = QProgressBar()
        self._bar.setRange(0, 0)
        self._bar.setTextVisible(False)
        self._bar.setAccessibleName("Bezig met lezen")
        self.cancel_button = Button(theme, "Annuleren")
        self.import_button = Button(theme, "Importeren", ButtonKind.PRIMARY)
        self._lines = QVBoxLayout()
        self._lines.setSpacing(theme.px(4))
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.px(22), theme.px(20), theme.px(22), theme.px(18))
        column.setSpacing(theme.px(10))
        column.addWidget(TextLabel("Importeren uit een bestand", TextRole.HEADING))
        for widget in (self.words, self.banner, self._bar):
            column.addWidget(widget)
        column.addLayout(self._lines)
        column.addStretch()
        buttons = QHBoxLayout()
        buttons.addStretch()
        for button in (self.cancel_button, self.import_button):
            button.setAutoDefault(False)
            buttons.addWidget(button)
        column.addLayout(buttons)
        self.banner.hide()
        self.import_button.setEnabled(False)
        self.cancel_button.clicked.connect(self.reject)
        self.import_button.clicked.connect(self._import)
        self.cancel_button.setFocus()
        self._job = Job(lambda: exchange.look(path), self._looked, self._failed, self)

    def _looked(self, found: IncomingFile) -> None:
        self._bar.hide()
        self._incoming = found
        self.words.setText("Dit komt in de kluis:")
        self._lines.addWidget(TextLabel(f"{_WHAT[found.kind]}: {found.about}", TextRole.STRONG))
        for line in found.lines:
            self._lines.addWidget(TextLabel(line))
        if found.known:
            self.words.setText("Dit staat in het bestand:")
            self.banner.set_message(_KNOWN, Tone.WARN, detail=_COPY)
            self.banner.show()
            self.import_button.set_label("Als kopie importeren")
        self.import_button.setEnabled(True)
        self.import_button.setFocus()
        self.adjustSize()

    def _failed(self, problem: Exception) -> None:
        self._bar.hide()
        self.words.hide()
        words = told(problem)
        self.banner.set_message(words.what, Tone.ERR, detail=words.advice)
        self.banner.show()
        self.import_button.setEnabled(False)
        self.cancel_button.set_label("Sluiten")
        self.cancel_button.setFocus()
        self.adjustSize()

    def _import(self) -> None:
        found = self._incoming
        if found is None:
            return
        self.import_button.setEnabled(False)
        try:
            # Not beside the window: whoever shows something hears of it in the same thread.
            self.brought = self._exchange.bring_in(found, as_copy=found.known)
        except Exception as problem:  # noqa: BLE001 - whatever it is: told in Dutch, and nothing changed
            self._failed(problem)
        else:
            self.accept()
