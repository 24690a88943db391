"""The password is forgotten: the printed code opens the vault, and a new password is chosen."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from planbureau.errors import WrongSecretError
from planbureau.services.api import Workspace
from planbureau.ui.background import Job
from planbureau.ui.start.code_text import signs_of
from planbureau.ui.start.screen import Screen
from planbureau.ui.start.services import StartServices
from planbureau.ui.start.who_choice import WhoChoice
from planbureau.ui.start.words import Told, told
from planbureau.ui.theme.context import ThemeContext
from planbureau.ui.theme.tokens import Tone
from planbureau.ui.widgets.buttons import Button, ButtonKind
from planbureau.ui.widgets.inline_message import InlineMessage, MessageLevel
from planbureau.ui.widgets.labels import FieldLabel, TextLabel, TextRole
from planbureau.ui.widgets.new_password import NewPassword

SIGNS = 29
PAUSE = 600
"""Milliseconds of rest after a key before the code is looked at."""


class RecoveryScreen(Screen):
    """`opened` carries the Workspace, with the new password in place."""

    opened = Signal(object)
    back_requested = Signal()

    def __init__(
        self,
        theme: ThemeContext,
        services: StartServices,
        folder: Path,
        *,
        last_user: str = "",
        pause: int = PAUSE,
    ) -> None:
        super().__init__(
            theme,
            "Openen met de herstelcode",
            "Pak het papier met de herstelcode. Daarna kies je een nieuw wachtwoord. De code blijft geldig.",
        )
        self._services = services
        self._folder = folder
        self._check: Job[str] | None = None
        self._job: Job[Workspace] | None = None
        self.who = WhoChoice(theme, last_user)
        self._build()
        self.who.look(services, folder)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(pause)
        self._timer.timeout.connect(self._look)
        self._connect()

    def _build(self) -> None:
        self.code = QLineEdit()
        self.code.setPlaceholderText("XXXXX-XXXXX-XXXXX-XXXXX-XXXXX-XXXX")
        self.message = InlineMessage(self.theme, self.code)
        self.password = NewPassword(self.theme, self._services.password_strength)
        self.back_button = Button(self.theme, "Terug", icon="arrow-left")
        self.open_button = Button(self.theme, "Kluis openen", ButtonKind.PRIMARY, icon="lock-open")
        self.body.addWidget(FieldLabel("Herstelcode", self.code))
        self.body.addWidget(
            TextLabel(
                "Hoofdletters, streepjes en spaties maken niet uit. Een O mag ook een nul zijn.",
                TextRole.HELP,
            )
        )
        self.body.addWidget(self.code)
        self.body.addWidget(self.message)
        self.body.addSpacing(self.theme.px(8))
        self.body.addWidget(self.who)
        self.body.addWidget(self.password)
        self.body.addSpacing(self.theme.px(6))
        buttons = QHBoxLayout()
        buttons.addWidget(self.back_button)
        buttons.addStretch()
        buttons.addWidget(self.open_button)
        self.body.addLayout(buttons)

    def _connect(self) -> None:
        self.code.textEdited.connect(self._typed)
        self.code.editingFinished.connect(self._look)
        self.code.returnPressed.connect(lambda: self.password.focus_target().setFocus())
        self.password.submit_requested.connect(self._open)
        self.password.failed.connect(self._failed)
        self.open_button.clicked.connect(self._open)
        self.back_button.clicked.connect(self.back_requested)

    def first_focus(self) -> QWidget:
        return self.code

    def may_close(self) -> bool:
        return not self.busy

    # The code is judged before it is tried.

    def _typed(self) -> None:
        self.message.clear()
        if len(signs_of(self.code.text())) >= SIGNS:
            self._timer.start()

    def _look(self) -> None:
        self._timer.stop()
        if self._check is not None and self._check.busy:
            return
        services, code = self._services, self.code.text()
        if not code.strip():
            return
        self._check = Job(lambda: services.recovery_code_fault(code), self._show_fault, self._failed, self)

    def _show_fault(self, fault: str) -> None:
        if fault:
            self.message.show_message(MessageLevel.ERROR, fault)
        else:
            self.message.clear()

    def _open(self) -> None:
        if self.busy:
            return
        self.untell()
        if not self.code.text().strip():
            self.message.show_message(MessageLevel.TODO, "Typ de herstelcode over van je papier.")
            self.code.setFocus()
            return
        if self.who.waits():
            self.tell(Told("Kies eerst je naam.", "Het nieuwe wachtwoord is van jou alleen."), Tone.WARN)
            return
        self.password.check(self._open_now)

    def _open_now(self) -> None:
        services, folder = self._services, self._folder
        code, password, who = self.code.text(), self.password.secret(), self.who.slot_id()
        fault = services.recovery_code_fault(code)
        if fault:
            self._show_fault(fault)
            self.code.setFocus()
            return
        self._enable(enabled=False)
        self.set_busy("De kluis gaat open…")
        self._job = Job(
            lambda: services.unlock_with_recovery(folder, code, password, who),
            self._opened,
            self._failed,
            self,
        )

    def _opened(self, workspace: Workspace) -> None:
        self.set_busy("")
        self.code.clear()
        self.password.forget()
        self.opened.emit(workspace)

    def _failed(self, problem: Exception) -> None:
        self.set_busy("")
        self._enable(enabled=True)
        self.tell(told(problem))
        field = self.code if isinstance(problem, WrongSecretError) else self.password.focus_target()
        field.setFocus()

    def _enable(self, *, enabled: bool) -> None:
        for widget in (self.code, self.who, self.password, self.back_button, self.open_button):
            widget.setEnabled(enabled)
