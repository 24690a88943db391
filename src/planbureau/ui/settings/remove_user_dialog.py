"""Taking a colleague's password away: what it means, the own password, and then the change of key."""

from __future__ import annotations

from PySide6.QtWidgets import QDialog, QWidget

from planbureau.services.api.users import UserService, VaultUserView
from planbureau.ui.background import Job
from planbureau.ui.start.busy_line import BusyLine
from planbureau.ui.start.words import told
from planbureau.ui.theme.context import ThemeContext
from planbureau.ui.theme.tokens import Tone
from planbureau.ui.widgets.banner import Banner
from planbureau.ui.widgets.buttons import Button, ButtonKind
from planbureau.ui.widgets.dialog_parts import scroll_above, show_trouble
from planbureau.ui.widgets.dialog_size import fit_on_screen
from planbureau.ui.widgets.labels import FieldLabel, TextLabel, TextRole
from planbureau.ui.widgets.password_field import PasswordField
from planbureau.ui.widgets.scroll_page import ScrollPage

WIDTH, HEIGHT = 540, 470
MEANS = (
    "Het wachtwoord van {name} opent deze kluis dan niet meer. De kluis krijgt een nieuwe sleutel. Wat "
    "{name} schreef blijft staan, met de naam erbij. Jouw wachtwoord en de herstelcode blijven gelden."
)
BACKUPS = (
    "Let op: een reservekopie van vóór dit moment gaat nog wel open met het oude wachtwoord van {name}. "
    "Maak daarna een nieuwe kopie, en gooi oude kopieën weg die je niet meer nodig hebt."
)


class RemoveUserDialog(QDialog):
    """Accepted when the password was taken away."""

    def __init__(
        self,
        theme: ThemeContext,
        service: UserService,
        user: VaultUserView,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._service = service
        self._user = user
        self._job: Job[None] | None = None
        self.setWindowTitle("Collega verwijderen")
        self.setModal(True)
        fit_on_screen(self, theme, WIDTH, HEIGHT)
        self.banner = Banner(theme, "", Tone.ERR)
        self.banner.hide()
        self.own = PasswordField(theme, "Jouw wachtwoord")
        self.busy_line = BusyLine()
        self.busy_line.hide()
        self.remove_button = Button(theme, "Verwijderen", ButtonKind.DANGER)
        self.cancel_button = Button(theme, "Annuleren")
        self._area = scroll = ScrollPage(theme, margins=(22, 18, 22, 10))
        scroll.add(TextLabel(f"{user.name} uit de kluis verwijderen?", TextRole.HEADING))
        scroll.add(self.banner)
        for words in (MEANS, BACKUPS):
            scroll.add(TextLabel(words.format(name=user.name)))
        scroll.add(FieldLabel("Jouw wachtwoord", self.own))
        scroll.add(self.own)
        scroll.add(self.busy_line)
        scroll_above(self, theme, scroll, self.cancel_button, self.remove_button)
        self.cancel_button.clicked.connect(self.reject)
        self.remove_button.clicked.connect(self._remove)
        self.own.submit_requested.connect(self._remove)
        self.own.line.setFocus()

    @property
    def busy(self) -> bool:
        """Whether the vault is getting its new key now."""
        return self._job is not None and self._job.busy

    def reject(self) -> None:
        if not self.busy:
            super().reject()

    def _remove(self) -> None:
        if self.busy:
            return
        if not self.own.secret():
            self._tell("Vul eerst jouw wachtwoord in.", "")
            return
        service, slot_id, own = self._service, self._user.slot_id, self.own.secret()
        self.banner.hide()
        self._enable(enabled=False)
        self.busy_line.show_words("De kluis krijgt een nieuwe sleutel. Dat kan even duren…")
        self._job = Job(lambda: service.remove(slot_id, own), self._done, self._failed, self)

    def _done(self, _: None) -> None:
        self.own.clear()
        self.accept()

    def _failed(self, problem: Exception) -> None:
        self._enable(enabled=True)
        self.busy_line.show_words("")
        words = told(problem)
        self._tell(words.what, words.advice)

    def _tell(self, what: str, advice: str) -> None:
        show_trouble(self._area, self.banner, what, advice, self.own.line)

    def _enable(self, *, enabled: bool) -> None:
        for widget in (self.own, self.remove_button, self.cancel_button):
            widget.setEnabled(enabled)
