"""Another password, after the old one."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QDialog, QWidget

from planbureau.errors import WrongSecretError
from planbureau.services.api import OrganisationService
from planbureau.ui.background import Job
from planbureau.ui.start.words import told
from planbureau.ui.theme.context import ThemeContext
from planbureau.ui.theme.tokens import Tone
from planbureau.ui.widgets.banner import Banner
from planbureau.ui.widgets.buttons import Button, ButtonKind
from planbureau.ui.widgets.dialog_parts import scroll_above, show_trouble
from planbureau.ui.widgets.dialog_size import fit_on_screen
from planbureau.ui.widgets.labels import FieldLabel, TextLabel, TextRole
from planbureau.ui.widgets.new_password import NewPassword
from planbureau.ui.widgets.password_field import PasswordField
from planbureau.ui.widgets.scroll_page import ScrollPage

WIDTH, HEIGHT = 480, 520


class PasswordDialog(QDialog):
    """Accepted when the password was changed."""

    def __init__(
        self, theme: ThemeContext, service: OrganisationService, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._service = service
        self._job: Job[None] | None = None
        self.setWindowTitle("Wachtwoord wijzigen")
        self.setModal(True)
        fit_on_screen(self, theme, WIDTH, HEIGHT)
        self.banner = Banner(theme, "", Tone.ERR)
        self.banner.hide()
        self.old = PasswordField(theme, "Wachtwoord van nu")
        self.new = NewPassword(theme, lambda password, _: service.password_strength(password))
        self.change_button = Button(theme, "Wachtwoord wijzigen", ButtonKind.PRIMARY)
        self.cancel_button = Button(theme, "Annuleren")
        self._area = area = ScrollPage(theme, margins=(22, 20, 16, 8))
        area.body.setSpacing(theme.px(8))
        area.add(TextLabel("Wachtwoord wijzigen", TextRole.HEADING))
        area.add(self.banner)
        area.add(FieldLabel("Wachtwoord van nu", self.old))
        area.add(self.old)
        area.add(self.new)
        area.add(
            TextLabel(
                "Een oude reservekopie gaat open met het wachtwoord van toen. "
                "Je herstelcode blijft dezelfde.",
                TextRole.HELP,
            )
        )
        scroll_above(self, theme, area, self.cancel_button, self.change_button)
        self.cancel_button.clicked.connect(self.reject)
        self.change_button.clicked.connect(self._change)
        self.old.submit_requested.connect(lambda: self.new.focus_target().setFocus())
        self.new.submit_requested.connect(self._change)
        self.new.failed.connect(self._failed)
        self.old.line.setFocus()

    @property
    def busy(self) -> bool:
        """Whether the password is being changed now."""
        return self._job is not None and self._job.busy

    def reject(self) -> None:
        if not self.busy:
            super().reject()

    def _change(self) -> None:
        if self.busy:
            return
        if not self.old.secret():
            self._tell("Vul eerst het wachtwoord van nu in.", "", self.old.line)
            return
        self.new.check(self._change_now)

    def _change_now(self) -> None:
        old, new, service = self.old.secret(), self.new.secret(), self._service
        self.banner.hide()
        self._enable(enabled=False)
        work: Callable[[], None] = lambda: service.change_password(old, new)  # noqa: E731 - names its type
        self._job = Job(work, lambda _: self._done(), self._failed, self)

    def _done(self) -> None:
        self.old.clear()
        self.new.forget()
        self.accept()

    def _failed(self, problem: Exception) -> None:
        self._enable(enabled=True)
        words = told(problem)
        wrong = isinstance(problem, WrongSecretError)
        self._tell(words.what, words.advice, self.old.line if wrong else self.new.focus_target())

    def _tell(self, what: str, advice: str, field: QWidget) -> None:
        show_trouble(self._area, self.banner, what, advice, field)

    def _enable(self, *, enabled: bool) -> None:
        for widget in (self.old, self.new, self.change_button, self.cancel_button):
            widget.setEnabled(enabled)
