"""A password for a colleague: who it is and the own password first, then the colleague types."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QDialog, QLineEdit, QVBoxLayout, QWidget

from planbureau.services.api import PasswordStrength
from planbureau.services.api.users import Newcomer, UserService
from planbureau.ui.background import Job
from planbureau.ui.start.busy_line import BusyLine
from planbureau.ui.start.words import told
from planbureau.ui.theme.context import ThemeContext
from planbureau.ui.theme.tokens import Tone
from planbureau.ui.widgets.banner import Banner
from planbureau.ui.widgets.buttons import Button, ButtonKind
from planbureau.ui.widgets.choice_box import ChoiceBox
from planbureau.ui.widgets.dialog_parts import scroll_above, show_trouble
from planbureau.ui.widgets.dialog_size import fit_on_screen
from planbureau.ui.widgets.labels import FieldLabel, TextLabel, TextRole
from planbureau.ui.widgets.new_password import NewPassword
from planbureau.ui.widgets.password_field import PasswordField
from planbureau.ui.widgets.scroll_page import ScrollPage

WIDTH, HEIGHT = 540, 520
SOMEBODY_NEW = "nieuw"
_FIRST = "Wie krijgt een eigen wachtwoord? Vul ook jouw wachtwoord in: zo is zeker dat jij dit doet."
_SECOND = (
    "Geef het toetsenbord nu aan {name}. {name} kiest zelf een wachtwoord en zegt het tegen niemand. Ook jij "
    "hoeft het niet te weten."
)


class AddUserDialog(QDialog):
    """Accepted when the colleague has a password."""

    def __init__(self, theme: ThemeContext, service: UserService, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._service = service
        self._job: Job[None] | None = None
        self._own = ""
        self._newcomer: Newcomer | None = None
        self.setWindowTitle("Collega toevoegen")
        self.setModal(True)
        fit_on_screen(self, theme, WIDTH, HEIGHT)
        self._known = {person.id: person for person in service.known_colleagues()}
        self._build(theme)
        self.cancel_button.clicked.connect(self.reject)
        self.next_button.clicked.connect(self._next)
        self.who.value_changed.connect(self._who_changed)
        self.name.textEdited.connect(self.banner.hide)
        self.own.submit_requested.connect(self._next)
        self.new.submit_requested.connect(self._next)
        self.new.failed.connect(self._failed)
        self._who_changed()
        (self.who if self._known else self.name).setFocus()

    def _build(self, theme: ThemeContext) -> None:
        self.words = TextLabel(_FIRST, TextRole.MUTED)
        self.banner = Banner(theme, "", Tone.ERR)
        self.banner.hide()
        options = [(one.id, self._label(one.id)) for one in self._known.values()]
        self.who = ChoiceBox("Wie is het?", [*options, (SOMEBODY_NEW, "Iemand anders…")])
        if not self._known:
            self.who.set_value(SOMEBODY_NEW)
        self.name, self.function = QLineEdit(), QLineEdit()
        self.own = PasswordField(theme, "Jouw wachtwoord")
        self.new = NewPassword(theme, self._judge)
        self.busy_line = BusyLine()
        self.busy_line.hide()
        self._ask = QWidget()
        ask = QVBoxLayout(self._ask)
        ask.setContentsMargins(0, 0, 0, 0)
        ask.setSpacing(theme.px(6))
        who_label = FieldLabel("Wie is het?", self.who)
        self._fields = QWidget()
        fields = QVBoxLayout(self._fields)
        fields.setContentsMargins(0, 0, 0, 0)
        fields.setSpacing(theme.px(6))
        for label, line in (("Naam", self.name), ("Functie", self.function)):
            fields.addWidget(FieldLabel(label, line))
            fields.addWidget(line)
        for widget in (who_label, self.who, self._fields, FieldLabel("Jouw wachtwoord", self.own), self.own):
            ask.addWidget(widget)
        who_label.setVisible(bool(self._known))
        self.who.setVisible(bool(self._known))
        self.new.hide()
        self.cancel_button = Button(theme, "Annuleren")
        self.next_button = Button(theme, "Verder", ButtonKind.PRIMARY)
        self._area = scroll = ScrollPage(theme, margins=(22, 18, 22, 10))
        for widget in (TextLabel("Collega toevoegen", TextRole.HEADING), self.words, self.banner, self._ask,
                       self.new, self.busy_line):  # fmt: skip
            scroll.add(widget)
        scroll_above(self, theme, scroll, self.cancel_button, self.next_button)

    def _label(self, person_id: str) -> str:
        person = self._known[person_id]
        return f"{person.full_name}, {person.function}" if person.function else person.full_name

    @property
    def busy(self) -> bool:
        """Whether a password is being looked at, or made."""
        return self._job is not None and self._job.busy

    def reject(self) -> None:
        if not self.busy:
            self._own = ""
            self.new.forget()
            super().reject()

    def _who_changed(self) -> None:
        self.banner.hide()
        self._fields.setVisible(self.who.value() == SOMEBODY_NEW)

    def _judge(self, password: str, _: Sequence[str]) -> PasswordStrength:
        return self._service.password_strength(password, self._newcomer or Newcomer())

    def _next(self) -> None:
        if self.busy:
            return
        self.banner.hide()
        if self._newcomer is None:
            self._prove()
        else:
            self.new.check(self._admit)

    # The first half: who it is, and that the one who asks may ask it

    def _prove(self) -> None:
        chosen = self.who.value()
        name = " ".join(self.name.text().split())
        if not chosen:
            self._tell("Kies eerst wie het is.", "", self.who)
        elif chosen == SOMEBODY_NEW and not name:
            self._tell("Vul de naam van je collega in.", "", self.name)
        elif not self.own.secret():
            self._tell("Vul jouw wachtwoord in.", "", self.own.line)
        else:
            service, own = self._service, self.own.secret()
            self._begin("Je wachtwoord wordt nagekeken…")
            self._job = Job(lambda: service.prove(own), self._proven, self._failed, self)

    def _proven(self, _: None) -> None:
        self._end()
        chosen = self.who.value()
        if chosen == SOMEBODY_NEW:
            self._newcomer = Newcomer(name=self.name.text(), function=self.function.text())
            name = " ".join(self.name.text().split())
        else:
            self._newcomer, name = Newcomer(chosen), self._known[chosen].full_name
        self._own = self.own.secret()
        self.own.clear()
        self._ask.hide()
        self.new.show()
        self.words.setText(_SECOND.format(name=name))
        self.next_button.set_label("Wachtwoord vastleggen")
        self.new.focus_target().setFocus()
        self._area.to_top()

    # The second half: the colleague

    def _admit(self) -> None:
        assert self._newcomer is not None
        service, own, new = self._service, self._own, self.new.secret()
        try:
            slot_id = service.enlist(self._newcomer)
        except Exception as problem:  # noqa: BLE001 - told in words
            self._failed(problem)
            return
        self._begin("Het wachtwoord wordt vastgelegd…")
        self._job = Job(lambda: service.admit(slot_id, own, new), self._done, self._failed, self)

    def _done(self, _: None) -> None:
        self._own = ""
        self.new.forget()
        self.accept()

    def _begin(self, words: str) -> None:
        self._enable(enabled=False)
        self.busy_line.show_words(words)

    def _end(self) -> None:
        self._enable(enabled=True)
        self.busy_line.show_words("")

    def _failed(self, problem: Exception) -> None:
        self._end()
        words = told(problem)
        field = self.own.line if self._newcomer is None else self.new.focus_target()
        self._tell(words.what, words.advice, field)

    def _tell(self, what: str, advice: str, field: QWidget) -> None:
        show_trouble(self._area, self.banner, what, advice, field)

    def _enable(self, *, enabled: bool) -> None:
        for widget in (self._ask, self.new, self.next_button, self.cancel_button):
            widget.setEnabled(enabled)
