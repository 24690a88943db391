"""A new recovery code: the password first, then the code on paper, then the proof of it."""

from __future__ import annotations

from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from planbureau.errors import PlanbureauError
from planbureau.services.api import NewRecoveryCode, Workspace
from planbureau.ui.background import Job
from planbureau.ui.start.choosers import Choosers
from planbureau.ui.start.code_step import CodeStep
from planbureau.ui.start.code_text import Pick, pick_at_random
from planbureau.ui.start.confirm_step import ConfirmStep
from planbureau.ui.start.words import told
from planbureau.ui.theme.context import ThemeContext
from planbureau.ui.theme.tokens import Tone
from planbureau.ui.widgets.banner import Banner
from planbureau.ui.widgets.buttons import Button, ButtonKind
from planbureau.ui.widgets.dialog_parts import scroll_above, show_trouble
from planbureau.ui.widgets.dialog_size import fit_on_screen
from planbureau.ui.widgets.focus import focus_target
from planbureau.ui.widgets.labels import FieldLabel, TextLabel, TextRole
from planbureau.ui.widgets.password_field import PasswordField
from planbureau.ui.widgets.scroll_page import ScrollPage
from planbureau.ui.widgets.tab_order import follow_layout

WIDTH, HEIGHT = 500, 480
_ASK = "De oude code werkt daarna niet meer. Gooi het oude papier weg."
_SHOW = "Zet deze code nu op papier. De oude code werkt al niet meer."
_CONFIRM = "Neem je papier en typ deze twee groepen over."


class RecoveryDialog(QDialog):
    """Accepted when the new code was confirmed."""

    def __init__(
        self,
        theme: ThemeContext,
        workspace: Workspace,
        choosers: Choosers,
        *,
        pick: Pick = pick_at_random,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._workspace = workspace
        self._choosers = choosers
        self._pick = pick
        self._job: Job[NewRecoveryCode] | None = None
        self.code: CodeStep | None = None
        self.confirm: ConfirmStep | None = None
        self.setWindowTitle("Nieuwe herstelcode")
        self.setModal(True)
        fit_on_screen(self, theme, WIDTH, HEIGHT)
        self._words = TextLabel(_ASK, TextRole.MUTED)
        self.banner = Banner(theme, "", Tone.ERR)
        self.banner.hide()
        self.password = PasswordField(theme, "Je wachtwoord")
        self._ask = QWidget()
        ask = QVBoxLayout(self._ask)
        ask.setContentsMargins(0, 0, 0, 0)
        ask.addWidget(FieldLabel("Je wachtwoord", self.password))
        ask.addWidget(self.password)
        self.cancel_button = Button(theme, "Annuleren")
        self.back_button = Button(theme, "Toon de code nog eens", ButtonKind.LINK, icon="arrow-left")
        self.next_button = Button(theme, "Nieuwe code maken", ButtonKind.PRIMARY)
        area = ScrollPage(theme, margins=(22, 20, 16, 8))
        self._area, self._column = area, area.body
        self._column.setSpacing(theme.px(10))
        for widget in (
            TextLabel("Nieuwe herstelcode", TextRole.HEADING),
            self._words,
            self.banner,
            self._ask,
            self.back_button,
        ):
            area.add(widget)
        self.back_button.hide()
        scroll_above(self, theme, area, self.cancel_button, self.next_button)
        self.cancel_button.clicked.connect(self.reject)
        self.back_button.clicked.connect(self._show_code)
        self.next_button.clicked.connect(self._next)
        self.password.submit_requested.connect(self._next)
        self.password.line.setFocus()

    def reject(self) -> None:
        busy = self._job is not None and self._job.busy
        if busy:
            return
        if self.code is None or self._choosers.leave_renewal(self, self._theme):
            super().reject()
        else:
            self._show_code()

    def _next(self) -> None:
        if self.confirm is None:
            self._make()
        elif self.confirm.isHidden():
            self._show_confirm()
        elif self.confirm.complete():
            self.accept()

    def _make(self) -> None:
        if self._job is not None and self._job.busy:
            return
        self.banner.hide()
        if not self.password.secret():
            self._tell("Vul eerst je wachtwoord in.", "")
            return
        self._enable(enabled=False)
        service, password = self._workspace.organisation, self.password.secret()
        self._job = Job(lambda: service.new_recovery_code(password), self._made, self._failed, self)

    def _made(self, made: NewRecoveryCode) -> None:
        """Order: kept when it is shown, so that a lock meanwhile leaves the code on the old paper."""
        if self.isHidden():
            return
        try:
            made.keep()
        except PlanbureauError as problem:
            self._failed(problem)
            return
        code = made.text
        self._enable(enabled=True)
        self.password.clear()
        self._ask.hide()
        name = self._workspace.organisation.organisation().name
        self.code = CodeStep(self._theme, self._workspace, code, name, self._choosers)
        self.confirm = ConfirmStep(self._theme, code, self._pick)
        self.confirm.hide()
        self.confirm.submit_requested.connect(self._next)
        at = self._column.indexOf(self._ask)
        self._column.insertWidget(at, self.code)
        self._column.insertWidget(at + 1, self.confirm)
        follow_layout(self)
        self._show_code()

    def _show_code(self) -> None:
        """The code stands there until it was confirmed: whoever goes on too early can go back."""
        assert self.code is not None
        assert self.confirm is not None
        self.confirm.hide()
        self.back_button.hide()
        self.code.show()
        self._words.setText(_SHOW)
        self.next_button.set_label("Ik heb de code op papier")
        self.code.print_button.setFocus()

    def _show_confirm(self) -> None:
        assert self.code is not None
        assert self.confirm is not None
        self.code.hide()
        self.confirm.show()
        self.back_button.show()
        self._words.setText(_CONFIRM)
        self.next_button.set_label("Klaar")
        focus_target(self.confirm).setFocus()

    def _failed(self, problem: Exception) -> None:
        self._enable(enabled=True)
        words = told(problem)
        self._tell(words.what, words.advice)
        self.password.line.selectAll()

    def _tell(self, what: str, advice: str) -> None:
        show_trouble(self._area, self.banner, what, advice, self.password.line)

    def _enable(self, *, enabled: bool) -> None:
        for widget in (self.password, self.next_button, self.cancel_button):
            widget.setEnabled(enabled)
