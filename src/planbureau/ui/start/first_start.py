"""The first start: who you are, a password, a place, and a recovery code on paper."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from planbureau.services.api import CreateVault, NewVault
from planbureau.ui.background import Job
from planbureau.ui.start.about_step import AboutStep
from planbureau.ui.start.choosers import Choosers
from planbureau.ui.start.code_step import CodeStep
from planbureau.ui.start.code_text import Pick, pick_at_random
from planbureau.ui.start.confirm_step import ConfirmStep
from planbureau.ui.start.place_choice import PlaceChoice
from planbureau.ui.start.screen import Screen, add_links
from planbureau.ui.start.services import StartServices
from planbureau.ui.start.words import Told, told
from planbureau.ui.theme.context import ThemeContext
from planbureau.ui.theme.tokens import Tone
from planbureau.ui.widgets.buttons import Button, ButtonKind
from planbureau.ui.widgets.focus import focus_target
from planbureau.ui.widgets.labels import Divider, TextLabel, TextRole
from planbureau.ui.widgets.new_password import NewPassword
from planbureau.ui.widgets.tab_order import follow_layout

TITLES = (
    ("Welkom bij Planbureau", "Eerst even kennismaken. Dit duurt een paar minuten."),
    (
        "Kies een wachtwoord",
        "Hiermee gaat de kluis open. Alleen jij weet het: niemand kan het voor je opzoeken.",
    ),
    ("Waar komt de kluis?", "In de kluis staat alles: cliënten, plannen en afspraken, versleuteld."),
    (
        "Je herstelcode",
        "Wachtwoord vergeten? Dan gaat de kluis alleen nog open met deze code. Zet hem nu op papier.",
    ),
    ("Staat de code op papier?", "Neem je papier en typ deze twee groepen over."),
)
ABOUT, PASSWORD, PLACE, CODE, CONFIRM = range(5)
_NEXT = ("Volgende", "Volgende", "Kluis maken", "Ik heb de code op papier", "Klaar")


class FirstStart(Screen):
    """`opened` carries the Workspace, after the recovery code was confirmed."""

    opened = Signal(object)
    other_requested = Signal()
    restore_requested = Signal()
    back_requested = Signal()  # to the screen of a vault that exists already

    def __init__(
        self,
        theme: ThemeContext,
        services: StartServices,
        choosers: Choosers,
        usual: Path,
        wanted: Path | None = None,
        *,
        may_go_back: bool = False,
        pick: Pick = pick_at_random,
    ) -> None:
        super().__init__(theme, *TITLES[ABOUT])
        self._services = services
        self._choosers = choosers
        self._pick = pick
        self._may_go_back = may_go_back
        self._made: NewVault | None = None
        self._job: Job[NewVault] | None = None
        self.about = AboutStep(theme)
        self.password = NewPassword(theme, services.password_strength)
        self.place = PlaceChoice(theme, services, choosers, usual, wanted)
        self.code: CodeStep | None = None
        self.confirm: ConfirmStep | None = None
        self._steps: list[QWidget] = [self.about, self.password, self.place]
        self._step = ABOUT
        self._build()
        self._connect()
        self._show_step(ABOUT)

    def _build(self) -> None:
        self._count = TextLabel("", TextRole.SMALL)
        self._progress = QProgressBar()
        self._progress.setRange(0, len(TITLES))
        self._progress.setTextVisible(False)
        self._progress.setAccessibleName("Voortgang")
        head = QVBoxLayout()
        head.addWidget(self._count)
        head.addWidget(self._progress)
        self.card.body.insertLayout(0, head)
        self._room = QVBoxLayout()
        for step in self._steps:
            self._room.addWidget(step)
        self.body.addLayout(self._room)
        self.body.addSpacing(self.theme.px(6))
        self.back_button = Button(self.theme, "Vorige", icon="arrow-left")
        self.next_button = Button(self.theme, "Volgende", ButtonKind.PRIMARY)
        buttons = QHBoxLayout()
        buttons.addWidget(self.back_button)
        buttons.addStretch()
        buttons.addWidget(self.next_button)
        self.body.addLayout(buttons)
        self._foot = QWidget()
        foot = QVBoxLayout(self._foot)
        foot.setContentsMargins(0, self.theme.px(4), 0, 0)
        foot.addWidget(Divider())
        links = (("folder-open", "Ik heb al een kluis"), ("history", "Reservekopie terugzetten…"))
        self._links = add_links(self.theme, foot, links)
        self.body.addWidget(self._foot)

    def _connect(self) -> None:
        self.next_button.clicked.connect(self._next)
        self.back_button.clicked.connect(self._back)
        self.about.submit_requested.connect(self._next)
        self.password.submit_requested.connect(self._next)
        self.place.submit_requested.connect(self._next)
        self.password.failed.connect(self._failed)
        self._links[0].clicked.connect(self.other_requested)
        self._links[1].clicked.connect(self.restore_requested)

    def first_focus(self) -> QWidget:
        return focus_target(self._steps[self._step])

    def may_close(self) -> bool:
        """A vault whose code was not confirmed is only left after a question; it is locked then."""
        if self.busy:
            return False
        if self._made is None:
            return True
        if not self._choosers.leave(self, self.theme):
            return False
        self._made.workspace.lock()
        self._made = None
        return True

    def _show_step(self, step: int) -> None:
        self._step = step
        title, explanation = TITLES[step]
        self._count.setText(f"Stap {step + 1} van {len(TITLES)}")
        self._progress.setValue(step + 1)
        self.title.setText(title)
        self.explanation.setText(explanation)
        for number, widget in enumerate(self._steps):
            widget.setVisible(number == step)
        self.next_button.set_label(_NEXT[step])
        self.back_button.set_label("Toon de code nog eens" if step == CONFIRM else "Vorige")
        self.back_button.setVisible(step not in (ABOUT, CODE) or (step == ABOUT and self._may_go_back))
        self._foot.setVisible(step == ABOUT)
        self.setAccessibleName(f"{self._count.text()}: {title}")
        if self.isVisible():
            self.first_focus().setFocus()
            self.area.to_top()

    def _back(self) -> None:
        self.untell()
        if self._step == ABOUT:
            self.back_requested.emit()
        else:
            self._show_step(self._step - 1)

    def _next(self) -> None:
        if self.busy:
            return
        self.untell()
        if self._step == ABOUT and self.about.complete():
            self.password.set_own_words(self.about.about().own_words)
            self._show_step(PASSWORD)
        elif self._step == PASSWORD:
            self.password.check(lambda: self._show_step(PLACE))
        elif self._step == PLACE:
            self._create()
        elif self._step == CODE:
            self._show_step(CONFIRM)
        elif self._step == CONFIRM and self.confirm is not None and self.confirm.complete():
            self._finish()

    def _create(self) -> None:
        folder = self.place.folder()
        if folder is None:
            self.tell(Told("Kies eerst een map voor de kluis."), Tone.WARN)
            self.place.choose_button.setFocus()
            return
        about = self.about.about()
        request = CreateVault(folder, about.organisation, about.name, about.function, self.password.secret())
        self._enable(enabled=False)
        self.set_busy("De kluis wordt gemaakt…")
        services = self._services
        self._job = Job(lambda: services.create(request), self._created, self._failed, self)

    def _created(self, made: NewVault) -> None:
        self.set_busy("")
        self._enable(enabled=True)
        self.password.forget()
        self._made = made
        about = self.about.about()
        self.code = CodeStep(
            self.theme, made.workspace, made.recovery_code, about.organisation, self._choosers
        )
        self.confirm = ConfirmStep(self.theme, made.recovery_code, self._pick)
        self.confirm.submit_requested.connect(self._next)
        for step in (self.code, self.confirm):
            self._steps.append(step)
            self._room.addWidget(step)
        follow_layout(self.card, self.next_button)
        self._show_step(CODE)

    def _failed(self, problem: Exception) -> None:
        self.set_busy("")
        self._enable(enabled=True)
        self.tell(told(problem))
        self.first_focus().setFocus()

    def _enable(self, *, enabled: bool) -> None:
        for widget in (self.place, self.back_button, self.next_button):
            widget.setEnabled(enabled)

    def _finish(self) -> None:
        if self._made is None:
            return
        workspace, self._made = self._made.workspace, None
        self.opened.emit(workspace)
