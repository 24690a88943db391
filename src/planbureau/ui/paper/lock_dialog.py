"""A password for a file that goes by mail: whoever gets the file needs it to read."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QDialog, QWidget

from planbureau.services.api import PasswordStrength
from planbureau.ui.start.words import told
from planbureau.ui.theme.context import ThemeContext
from planbureau.ui.widgets.buttons import Button, ButtonKind
from planbureau.ui.widgets.dialog_parts import scroll_above
from planbureau.ui.widgets.dialog_size import fit_on_screen
from planbureau.ui.widgets.inline_message import MessageLevel
from planbureau.ui.widgets.labels import TextLabel, TextRole
from planbureau.ui.widgets.new_password import NewPassword
from planbureau.ui.widgets.scroll_page import ScrollPage

Judge = Callable[[str], PasswordStrength]
WIDTH, HEIGHT = 480, 480
ABOUT = (
    "Wie het bestand opent, moet dit wachtwoord weten. Bel het door of stuur het met een berichtje; zet het "
    "niet in dezelfde mail. Planbureau bewaart het niet."
)


class LockDialog(QDialog):
    """Accepted when a password was chosen; `secret` gives it until the dialog goes away."""

    def __init__(self, theme: ThemeContext, judge: Judge, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("Bewaren met een wachtwoord")
        self.setModal(True)
        fit_on_screen(self, theme, WIDTH, HEIGHT)
        self.new = NewPassword(theme, lambda password, _: judge(password))
        self.save_button = Button(theme, "Bewaar met dit wachtwoord", ButtonKind.PRIMARY)
        self.cancel_button = Button(theme, "Annuleren")
        area = ScrollPage(theme, margins=(22, 20, 16, 8))
        area.body.setSpacing(theme.px(8))
        area.add(TextLabel("Bewaren met een wachtwoord", TextRole.HEADING))
        area.add(TextLabel(ABOUT))
        area.add(self.new)
        scroll_above(self, theme, area, self.cancel_button, self.save_button)
        self.cancel_button.clicked.connect(self.reject)
        self.save_button.clicked.connect(self._choose)
        self.new.submit_requested.connect(self._choose)
        self.new.failed.connect(self._failed)
        self.new.focus_target().setFocus()

    def secret(self) -> str:
        """The password that was chosen."""
        return self.new.secret()

    def _choose(self) -> None:
        self.new.check(self.accept)

    def _failed(self, problem: Exception) -> None:
        self.new.message.show_message(MessageLevel.ERROR, told(problem).what)
