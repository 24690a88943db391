"""The care of the vault: a backup, a check, the password and the recovery code."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QDialog, QProgressBar

from planbureau.ui.background import Job
from planbureau.ui.page import PageContext
from planbureau.ui.settings.password_dialog import PasswordDialog
from planbureau.ui.settings.recovery_dialog import RecoveryDialog
from planbureau.ui.start.choosers import Choosers
from planbureau.ui.start.words import told
from planbureau.ui.theme.tokens import Tone
from planbureau.ui.widgets.banner import Banner
from planbureau.ui.widgets.buttons import Button
from planbureau.ui.widgets.card import Card
from planbureau.ui.widgets.flow import Flow
from planbureau.ui.widgets.labels import TextLabel, TextRole

SUFFIX = ".pbbackup"


class VaultCard(Card):
    """Four verbs; what came of the last one stands below them."""

    def __init__(self, context: PageContext, choosers: Choosers) -> None:
        theme = context.theme
        super().__init__(theme, "De kluis")
        self._page = context
        self._choosers = choosers
        self._job: Job[str] | None = None
        self.backup_button = Button(theme, "Reservekopie maken…", icon="archive")
        self.verify_button = Button(theme, "Kluis nakijken", icon="shield-check")
        self.password_button = Button(theme, "Wachtwoord wijzigen…", icon="key-round")
        self.recovery_button = Button(theme, "Nieuwe herstelcode…", icon="life-buoy")
        self._buttons = (
            self.backup_button,
            self.verify_button,
            self.password_button,
            self.recovery_button,
        )
        self.add(
            TextLabel(
                "Bewaar een reservekopie op een andere plek dan deze laptop, bijvoorbeeld op een USB-stick. "
                "De kopie is versleuteld en gaat open met je wachtwoord van vandaag.",
                TextRole.MUTED,
            )
        )
        flow = Flow(theme.px(8))
        for button in self._buttons:
            flow.add(button)
        self.add(flow)
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setAccessibleName("Bezig")
        self.add(self._bar)
        self._bar.hide()
        self.result = Banner(theme, "", Tone.OK)
        self.add(self.result)
        self.result.hide()
        self.backup_button.clicked.connect(self._backup)
        self.verify_button.clicked.connect(self._verify)
        self.password_button.clicked.connect(self._change_password)
        self.recovery_button.clicked.connect(self._renew_code)
        if context.workspace.read_only:
            for button in (self.password_button, self.recovery_button):
                button.setEnabled(False)

    @property
    def busy(self) -> bool:
        """Whether a backup or a check is going on."""
        return self._job is not None and self._job.busy

    def _backup(self) -> None:
        proposed = f"planbureau-{self._page.clock.today().isoformat()}{SUFFIX}"
        target = self._choosers.backup_target(self, proposed)
        if target is None:
            return
        target = target if target.suffix else target.with_name(target.name + SUFFIX)
        service = self._page.workspace.organisation
        self._start(lambda: service.backup(target))

    def _verify(self) -> None:
        self._start(self._page.workspace.organisation.verify)

    def _start(self, work: Callable[[], str]) -> None:
        if self.busy:
            return
        self.result.hide()
        self._set_busy(busy=True)
        self._job = Job(work, self._done, self._failed, self)

    def _done(self, words: str) -> None:
        self._set_busy(busy=False)
        self.result.set_message(words, Tone.OK)
        self.result.show()

    def _failed(self, problem: Exception) -> None:
        self._set_busy(busy=False)
        words = told(problem)
        self.result.set_message(words.what, Tone.ERR, detail=words.advice)
        self.result.show()

    def _set_busy(self, *, busy: bool) -> None:
        self._bar.setRange(0, 0 if busy else 1)
        self._bar.setVisible(busy)
        for button in (self.backup_button, self.verify_button):
            button.setEnabled(not busy)

    def password_dialog(self) -> PasswordDialog:
        """The dialogue in which the password is changed."""
        return PasswordDialog(self._page.theme, self._page.workspace.organisation, self)

    def recovery_dialog(self) -> RecoveryDialog:
        """The dialogue in which the recovery code is renewed."""
        return RecoveryDialog(self._page.theme, self._page.workspace, self._choosers, parent=self)

    def _change_password(self) -> None:
        if self.password_dialog().exec() == QDialog.DialogCode.Accepted:
            self._done("Het wachtwoord is gewijzigd.")

    def _renew_code(self) -> None:
        if self.recovery_dialog().exec() == QDialog.DialogCode.Accepted:
            self._done("De nieuwe herstelcode geldt. De oude werkt niet meer.")
