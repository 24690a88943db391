"""Putting a backup back, always in a place of its own: what is there already stays."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from planbureau.ui.background import Job
from planbureau.ui.start.choosers import Choosers
from planbureau.ui.start.place_choice import PlaceChoice
from planbureau.ui.start.screen import Screen
from planbureau.ui.start.services import StartServices
from planbureau.ui.start.words import Told, told
from planbureau.ui.theme.context import ThemeContext
from planbureau.ui.theme.tokens import Tone
from planbureau.ui.widgets.buttons import Button, ButtonKind
from planbureau.ui.widgets.labels import ElidedLabel, FieldLabel, TextRole


class RestoreScreen(Screen):
    """`restored` carries the folder in which the vault stands now."""

    restored = Signal(object)
    back_requested = Signal()

    def __init__(self, theme: ThemeContext, services: StartServices, choosers: Choosers, usual: Path) -> None:
        super().__init__(
            theme,
            "Reservekopie terugzetten",
            "De kluis wordt weer zoals op de dag van de kopie. Een kluis die er al is, blijft staan.",
        )
        self._services = services
        self._choosers = choosers
        self._file: Path | None = None
        self._job: Job[None] | None = None
        self.file_button = Button(theme, "Bestand kiezen…", icon="archive")
        self._name = ElidedLabel("Nog geen bestand gekozen.", TextRole.MUTED)
        self.place = PlaceChoice(theme, services, choosers, usual)
        self.back_button = Button(theme, "Terug", icon="arrow-left")
        self.restore_button = Button(theme, "Terugzetten", ButtonKind.PRIMARY, icon="history")
        self.body.addWidget(FieldLabel("Reservekopie", self.file_button))
        self.body.addWidget(self.file_button, 0, Qt.AlignmentFlag.AlignLeft)
        self.body.addWidget(self._name)
        self.body.addSpacing(theme.px(8))
        self.body.addWidget(FieldLabel("Waar komt de kluis?", self.place))
        self.body.addWidget(self.place)
        self.body.addSpacing(theme.px(6))
        buttons = QHBoxLayout()
        buttons.addWidget(self.back_button)
        buttons.addStretch()
        buttons.addWidget(self.restore_button)
        self.body.addLayout(buttons)
        self.file_button.clicked.connect(self._choose_file)
        self.restore_button.clicked.connect(self._restore)
        self.back_button.clicked.connect(self.back_requested)

    def first_focus(self) -> QWidget:
        return self.file_button

    def may_close(self) -> bool:
        return not self.busy

    def _choose_file(self) -> None:
        chosen = self._choosers.backup(self)
        if chosen is not None:
            self._file = chosen
            self._name.set_whole_text(chosen.name)
            self.untell()

    def _restore(self) -> None:
        folder, file = self.place.folder(), self._file
        if file is None or folder is None:
            needed = "Kies eerst een reservekopie." if file is None else "Kies eerst een map voor de kluis."
            self.tell(Told(needed), Tone.WARN)
            (self.file_button if file is None else self.place.choose_button).setFocus()
            return
        self.untell()
        self._enable(enabled=False)
        self.set_busy("De reservekopie wordt nagekeken en teruggezet…")
        services = self._services
        self._job = Job(
            lambda: services.restore(file, folder), lambda _: self._done(folder), self._failed, self
        )

    def _done(self, folder: Path) -> None:
        self.set_busy("")
        self.restored.emit(folder)

    def _failed(self, problem: Exception) -> None:
        self.set_busy("")
        self._enable(enabled=True)
        self.tell(told(problem))
        self.file_button.setFocus()

    def _enable(self, *, enabled: bool) -> None:
        for widget in (self.file_button, self.place, self.back_button, self.restore_button):
            widget.setEnabled(enabled)
