"""Opening the vault with a password, and what can be done when that does not work."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from planbureau.errors import OnlyReadableError, WrongSecretError
from planbureau.ui.background import Job
from planbureau.ui.start.screen import Screen, add_links
from planbureau.ui.start.who_choice import WhoChoice
from planbureau.ui.start.words import Told, told
from planbureau.ui.theme.context import ThemeContext
from planbureau.ui.theme.tokens import Tone
from planbureau.ui.widgets.buttons import Button, ButtonKind
from planbureau.ui.widgets.icon_label import IconLabel
from planbureau.ui.widgets.labels import Divider, ElidedLabel, FieldLabel, TextRole
from planbureau.ui.widgets.password_field import PasswordField

if TYPE_CHECKING:
    from planbureau.services.api import Workspace
    from planbureau.ui.start.services import StartServices

READ_ONLY = "Alleen lezen openen"
SECOND = 1000
"""Milliseconds. A test makes the seconds of the wait shorter."""


@dataclass
class Attempts:
    """Wrong passwords in a row for one vault; it outlives the screen."""

    failures: int = 0


class UnlockScreen(Screen):
    """`opened` carries the Workspace. The other signals ask for another screen."""

    opened = Signal(object)
    recovery_requested = Signal()
    other_requested = Signal()
    restore_requested = Signal()
    new_requested = Signal()

    def __init__(
        self,
        theme: ThemeContext,
        services: StartServices,
        folder: Path,
        attempts: Attempts,
        *,
        last_user: str = "",
        second: int = SECOND,
    ) -> None:
        super().__init__(theme, "Welkom terug", "Vul je wachtwoord in. Dan gaat de kluis open.")
        self._services = services
        self._folder = folder
        self._attempts = attempts
        self._job: Job[Workspace] | None = None
        self._seconds = 0
        self.who = WhoChoice(theme, last_user)
        self._build()
        self._clock = QTimer(self)
        self._clock.setInterval(second)
        self._clock.timeout.connect(self._tick)
        self._connect()
        if attempts.failures:
            self._wait()

    def _build(self) -> None:
        self._place: _PlaceLine | None = None
        self._place_room = QVBoxLayout()
        self.field = PasswordField(self.theme, "Wachtwoord")
        self.open_button = Button(self.theme, "Ontgrendelen", ButtonKind.PRIMARY, icon="lock-open")
        self.body.addLayout(self._place_room)
        self.body.addWidget(self.who)
        self.body.addWidget(FieldLabel("Wachtwoord", self.field))
        self.body.addWidget(self.field)
        self.body.addSpacing(self.theme.px(4))
        self.body.addWidget(self.open_button, 0, Qt.AlignmentFlag.AlignLeft)
        self.body.addSpacing(self.theme.px(4))
        links = (("key-round", "Wachtwoord vergeten? Gebruik de herstelcode"),)
        others = (
            ("folder-open", "Andere kluis openen…"),
            ("history", "Reservekopie terugzetten…"),
            ("plus", "Nieuwe kluis maken"),
        )
        self._links = add_links(self.theme, self.body, links)
        self.body.addWidget(Divider())
        self._links += add_links(self.theme, self.body, others)

    def _connect(self) -> None:
        self.open_button.clicked.connect(lambda: self._unlock(read_only=False))
        self.field.submit_requested.connect(lambda: self._unlock(read_only=False))
        self.action_requested.connect(lambda: self._unlock(read_only=True))
        asked = (self.recovery_requested, self.other_requested, self.restore_requested, self.new_requested)
        for link, signal in zip(self._links, asked, strict=True):
            link.clicked.connect(signal)

    def first_focus(self) -> QWidget:
        return self.field.line

    def look_who(self) -> None:
        """Asks beside the window who has a password; with one person nothing changes."""
        self.who.look(self._services, self._folder)

    def show_place(self, words: str) -> None:
        """Names the folder, when it is not the usual one."""
        if self._place is None:
            if not words:
                return
            self._place = _PlaceLine(self.theme)
            self._place_room.addWidget(self._place)
        self._place.words.set_whole_text(words)
        self._place.setVisible(bool(words))

    def _unlock(self, *, read_only: bool) -> None:
        if self.busy or self._seconds:
            return
        password = self.field.secret()
        if self.who.waits():
            self.tell(Told("Kies eerst je naam."), Tone.WARN, action=READ_ONLY if read_only else "")
            return
        if not password:
            self.tell(Told("Vul eerst je wachtwoord in."), Tone.WARN, action=READ_ONLY if read_only else "")
            self.field.line.setFocus()
            return
        self.untell()
        self._enable(enabled=False)
        self.set_busy("De kluis gaat open…")
        services, folder, who = self._services, self._folder, self.who.slot_id()
        self._job = Job(
            lambda: services.unlock(folder, password, read_only=read_only, slot_id=who),
            self._opened,
            self._failed,
            self,
        )

    def _opened(self, workspace: Workspace) -> None:
        self._attempts.failures = 0
        self.set_busy("")
        self.field.clear()
        self.opened.emit(workspace)

    def _failed(self, problem: Exception) -> None:
        self.set_busy("")
        self._enable(enabled=True)
        self.tell(told(problem), action=READ_ONLY if isinstance(problem, OnlyReadableError) else "")
        self.field.line.setFocus()
        self.field.line.selectAll()
        if isinstance(problem, WrongSecretError):
            self._attempts.failures += 1
            self._wait()

    def _enable(self, *, enabled: bool) -> None:
        self.field.setEnabled(enabled)
        self.who.setEnabled(enabled)
        self.open_button.setEnabled(enabled)
        for link in self._links:
            link.setEnabled(enabled)

    # The wait after wrong passwords; the field stays open for typing.

    def _wait(self) -> None:
        self._seconds = round(self._services.wait_after(self._attempts.failures))
        if self._seconds:
            self._clock.start()
        self._show_wait()

    def _tick(self) -> None:
        self._seconds -= 1
        if not self._seconds:
            self._clock.stop()
        self._show_wait()

    def _show_wait(self) -> None:
        self.open_button.setEnabled(not self._seconds)
        words = f"Nog {self._seconds} s wachten" if self._seconds else "Ontgrendelen"
        self.open_button.set_label(words)


class _PlaceLine(QWidget):
    """The folder of the vault, in one line."""

    def __init__(self, theme: ThemeContext) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(IconLabel(theme, "folder-open", "muted", 16))
        self.words = ElidedLabel("", TextRole.SMALL)
        row.addWidget(self.words, 1)
