"""A new password: typed twice, judged while typing, and again before it is used."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from planbureau.services.api import PasswordStrength
from planbureau.ui.background import Job
from planbureau.ui.theme.context import ThemeContext
from planbureau.ui.widgets.focus import focus_target
from planbureau.ui.widgets.inline_message import InlineMessage, MessageLevel
from planbureau.ui.widgets.labels import FieldLabel, TextLabel, TextRole
from planbureau.ui.widgets.password_field import PasswordField
from planbureau.ui.widgets.password_meter import Strength

Judge = Callable[[str, Sequence[str]], PasswordStrength]
PAUSE = 250
"""Milliseconds of rest after a key before the password is judged."""
ADVICE = "Minstens twaalf tekens. Vier losse woorden zijn sterk en goed te onthouden."


class NewPassword(QWidget):
    """`check(then)` calls `then` when the password may be used, and otherwise shows why not.

    `judge` may be slow: it runs beside the window. `pause` can be set small in a test.
    """

    submit_requested = Signal()
    failed = Signal(object)  # an exception of the judge

    def __init__(
        self, theme: ThemeContext, judge: Judge, *, pause: int = PAUSE, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._judge = judge
        self._own_words: tuple[str, ...] = ()
        self._job: Job[PasswordStrength] | None = None
        self._judged = ""
        self._found: PasswordStrength | None = None
        self._then: Callable[[], None] | None = None
        self.first = PasswordField(theme, "Nieuw wachtwoord", meter=True)
        self.second = PasswordField(theme, "Nog een keer hetzelfde wachtwoord")
        self.message = InlineMessage(theme, self.second.line)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(pause)
        self._timer.timeout.connect(self._start)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(6))
        column.addWidget(FieldLabel("Nieuw wachtwoord", self.first))
        column.addWidget(TextLabel(ADVICE, TextRole.HELP))
        column.addWidget(self.first)
        column.addSpacing(theme.px(6))
        column.addWidget(FieldLabel("Nog een keer", self.second))
        column.addWidget(self.second)
        column.addWidget(self.message)
        self.first.text_changed.connect(self._typed)
        self.second.text_changed.connect(self.message.clear)
        self.first.submit_requested.connect(self.second.line.setFocus)
        self.second.submit_requested.connect(self.submit_requested)

    def focus_target(self) -> QWidget:
        """What gets the focus when the widget does."""
        return focus_target(self.first)

    def secret(self) -> str:
        """The password of the first field."""
        return self.first.secret()

    def forget(self) -> None:
        """Empties both fields."""
        self.first.clear()
        self.second.clear()
        self.message.clear()

    def set_own_words(self, words: Sequence[str]) -> None:
        """Names that make a password easy to guess."""
        if self._own_words != tuple(words):
            self._own_words = tuple(words)
            self._judged, self._found = "", None

    def check(self, then: Callable[[], None]) -> None:
        """Calls `then`, at once or after judging, when both fields agree and the password is strong."""
        if not self.secret():
            self._refuse("Vul een wachtwoord in.", self.first)
        elif self.secret() != self.second.secret():
            self._refuse("De twee wachtwoorden zijn niet gelijk. Typ ze opnieuw.", self.second)
        else:
            self._then = then
            self._start()

    def _refuse(self, words: str, field: PasswordField) -> None:
        self.message.show_message(MessageLevel.ERROR, words)
        focus_target(field).setFocus()

    def _typed(self) -> None:
        self._then = None
        self.message.clear()
        if self.secret():
            self._timer.start()
        else:
            self._timer.stop()
            self.first.show_strength(Strength(0, "", ""))

    def _start(self) -> None:
        self._timer.stop()
        if self._found is not None and self._judged == self.secret():
            self._show(self._found)
            return
        if self._job is not None and self._job.busy:
            return
        password, words, judge = self.secret(), self._own_words, self._judge
        self._job = Job(
            lambda: judge(password, words),
            lambda found: self._done(password, found),
            self._failed,
            self,
        )

    def _done(self, password: str, found: PasswordStrength) -> None:
        if password == self.secret():
            self._judged, self._found = password, found
            self._show(found)
        elif self.secret():
            self._start()

    def _show(self, found: PasswordStrength) -> None:
        self.first.show_strength(Strength(found.score, f"{found.word.capitalize()}.", found.advice))
        then, self._then = self._then, None
        if then is None:
            return
        if found.accepted:
            then()
        else:
            self._refuse("Kies eerst een sterker wachtwoord.", self.first)

    def _failed(self, problem: Exception) -> None:
        self._then = None
        self.failed.emit(problem)
