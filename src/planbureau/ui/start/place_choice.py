"""Where a vault comes: the usual place, or another one, with a warning for places that are not safe."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QRadioButton, QVBoxLayout, QWidget

from planbureau.ui.background import Job
from planbureau.ui.start.choosers import Choosers
from planbureau.ui.start.folders import free_folder, holds_vault
from planbureau.ui.start.services import StartServices
from planbureau.ui.theme.context import ThemeContext
from planbureau.ui.theme.tokens import Tone
from planbureau.ui.widgets.banner import Banner
from planbureau.ui.widgets.buttons import Button
from planbureau.ui.widgets.labels import ElidedLabel, TextLabel, TextRole

OWN_FOLDER = "Planbureau-kluis"
"""A vault stands in a folder of its own; this one is made in a chosen folder that is not empty."""


class PlaceChoice(QWidget):
    """`folder()` is the place; `wanted` is chosen from the start when it is not the usual one."""

    changed = Signal()
    submit_requested = Signal()

    def __init__(
        self,
        theme: ThemeContext,
        services: StartServices,
        choosers: Choosers,
        usual: Path,
        wanted: Path | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._services = services
        self._choosers = choosers
        self._usual = usual
        self._other: Path | None = None
        self._job: Job[str] | None = None
        taken = holds_vault(usual) or free_folder(usual) != usual
        self.usual_button = QRadioButton("De gewone plek op deze computer (aanbevolen)")
        self.other_button = QRadioButton("Een andere plek")
        self.choose_button = Button(theme, "Map kiezen…", icon="folder-open")
        self._path = ElidedLabel("", TextRole.SMALL)
        self._warning = Banner(theme, "", Tone.WARN)
        self._warning.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(6))
        column.addWidget(self.usual_button)
        if taken:
            column.addWidget(
                TextLabel("Op de gewone plek staat al een kluis. Die blijft staan.", TextRole.HELP)
            )
        column.addWidget(self.other_button)
        column.addWidget(self.choose_button, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self._path)
        column.addWidget(self._warning)
        self.usual_button.setEnabled(not taken)
        self.usual_button.setChecked(not taken)
        self.other_button.setChecked(taken)
        self.usual_button.toggled.connect(self._show)
        self.choose_button.clicked.connect(self.choose)
        if wanted is not None and wanted != usual:
            self._take(wanted)
        elif taken:
            self._take(free_folder(usual))
        self._show()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter on a place goes on, as it does in the lines of the steps before."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.submit_requested.emit()
        else:
            super().keyPressEvent(event)

    def focus_target(self) -> QWidget:
        """What gets the focus when the widget does."""
        return self.usual_button if self.usual_button.isChecked() else self.other_button

    def folder(self) -> Path | None:
        """The chosen place; None when another place was asked for and not chosen yet."""
        return self._usual if self.usual_button.isChecked() else self._other

    def choose(self) -> None:
        """Asks for another place."""
        chosen = self._choosers.folder(self, "Kies een map voor de kluis")
        if chosen is not None:
            self._take(chosen if free_folder(chosen) == chosen else free_folder(chosen / OWN_FOLDER))

    def _take(self, folder: Path) -> None:
        self._other = folder
        self.other_button.setChecked(True)
        self._path.set_whole_text(f"De kluis komt in: {folder}")
        self._warning.hide()
        services = self._services
        self._job = Job(lambda: services.place_warning(folder), self._warn, lambda _: None, self)
        self._show()

    def _warn(self, words: str) -> None:
        if words:
            self._warning.set_message("Deze plek is niet veilig voor een kluis.", Tone.WARN, detail=words)
        self._warning.setVisible(bool(words) and self.other_button.isChecked())

    def _show(self) -> None:
        other = self.other_button.isChecked()
        self.choose_button.setVisible(other)
        self._path.setVisible(other and self._other is not None)
        if not other:
            self._warning.hide()
        self.changed.emit()
