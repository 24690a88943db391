"""The top of a plan: whose it is, when it was kept, and what can be done with the whole."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Signal
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QMenu, QVBoxLayout, QWidget

from planbureau.clock import AMSTERDAM
from planbureau.formats.length import length_words
from planbureau.formats.model import Access
from planbureau.rules.dutch import plain_date
from planbureau.rules.goals.status import WITHOUT_CONSENT_WORD, consent_word
from planbureau.ui.places import OpenFileCheck
from planbureau.ui.theme.context import ThemeContext
from planbureau.ui.theme.tokens import Tone
from planbureau.ui.widgets.buttons import Button, IconButton
from planbureau.ui.widgets.labels import ElidedLabel, TextRole
from planbureau.ui.widgets.status_badge import StatusBadge
from planbureau.ui.wizard.desk import Desk
from planbureau.ui.wizard.kind_words import PLAN, status_words, words_of
from planbureau.views import PlanView


def title_of(plan: PlanView) -> str:
    """The plan and whose it is, by the name that people use."""
    about_household = plan.format.subject.value == "household"
    if plan.client is not None and not about_household:
        return f"{plan.title} – {plan.client.person.short_name}"
    return f"{plan.title} – {plan.subject_name}"


def lacking_consent(plan: PlanView) -> str:
    """The word for what counts now when not everybody agrees with it (rules B1.4, B1.7), else empty."""
    adopted = plan.status in ("active", "closed") and bool(plan.versions)
    return consent_word(plan.versions[-1].agreed_by) if adopted else ""


class PlanHeader(QWidget):
    """Signals ask the page; `print_requested` carries the edition, `version_requested` its number."""

    print_requested = Signal(str)
    version_requested = Signal(int)
    adopt_requested = Signal()
    next_version_requested = Signal()
    check_requested = Signal(object)  # the place of the file check
    export_requested = Signal()
    close_requested = Signal()
    aside_requested = Signal(bool)  # True: a progress note; False: the scratch pad
    access_requested = Signal()
    pause_requested = Signal()
    correction_requested = Signal(bool)  # True: open a finished report again; False: leave it as it was

    def __init__(self, context: ThemeContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._plan: PlanView | None = None
        self._words = PLAN
        self._correction: bool | None = None
        self.title = ElidedLabel("", TextRole.TITLE)
        self.status = ElidedLabel("", TextRole.MUTED)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self.title)
        self.without = StatusBadge(context, WITHOUT_CONSENT_WORD, Tone.WARN, icon="circle-alert")
        self.without.hide()
        below = QHBoxLayout()
        below.setSpacing(context.px(8))
        below.addWidget(self.without)
        self.shielded = StatusBadge(context, "afgeschermd", Tone.INFO, icon="lock")
        self.shielded.hide()
        below.addWidget(self.shielded)
        below.addWidget(self.status, 1)
        words.addLayout(below)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(context.px(8))
        row.addLayout(words, 1)
        self.preview = Button(context, "Voorbeeld", icon="eye")
        self.start = Button(context, "Startafspraken", icon="file-text")
        self.adopt = Button(context, "Vaststellen", icon="check-check")
        self.more = IconButton(context, "ellipsis-vertical", "Meer met dit plan", quiet=False)
        self.scratch = IconButton(context, "notebook-pen", "Kladblad (F8)", quiet=False)
        self.scratch.clicked.connect(lambda: self.aside_requested.emit(False))
        self.note = IconButton(context, "pen-line", "Rapporteren (Ctrl+R)", quiet=False)
        self.note.clicked.connect(lambda: self.aside_requested.emit(True))
        for button in (self.note, self.scratch, self.preview, self.start, self.adopt, self.more):
            row.addWidget(button)
        self._compact = False
        self._offered: dict[QAbstractButton, bool] = {}
        self.preview.clicked.connect(lambda: self.print_requested.emit("professional"))
        self.start.clicked.connect(lambda: self.print_requested.emit("start"))
        self.adopt.clicked.connect(self.adopt_requested)
        self.more.clicked.connect(self._open_menu)

    def set_compact(self, compact: bool) -> None:
        """In a narrow window the buttons keep their icon alone, and some go into the menu.

        Else the name of whose plan it is would have no room.
        """
        self._compact = compact
        for button in (self.preview, self.adopt):
            button.set_compact(compact)
        self._show_buttons()

    def _show_buttons(self) -> None:
        for button, offered in self._offered.items():
            button.setVisible(offered and not self._compact)

    def show_plan(self, desk: Desk, kept_at: str) -> None:
        """Shows this plan; `kept_at` is when it was last kept, in words."""
        self._plan = desk.plan
        self.title.set_whole_text(title_of(desk.plan))
        length = length_words(desk.format, desk.state)
        parts = (status_words(desk.plan), length, kept_at)
        self.status.set_whole_text(" · ".join(part for part in parts if part))
        lacks = lacking_consent(desk.plan)
        self.without.set_status(lacks or WITHOUT_CONSENT_WORD, Tone.WARN, icon="circle-alert")
        self.without.setVisible(bool(lacks))
        self.shielded.setVisible(desk.plan.format.access is Access.LISTED)
        self.adopt.setEnabled(not desk.read_only and desk.plan.status != "active")
        self._correction = True if desk.can_reopen else False if desk.correcting else None
        words = self._words = words_of(desk)
        self.adopt.set_label(words.finish)
        self.more.set_name(words.more)
        own = desk.plan.format.access is Access.OWNER
        # The first agreements hang on somebody's wall: never those of a shielded plan.
        starts = desk.plan.parent is None and desk.plan.format.access is Access.TEAM
        self.adopt.setVisible(not own)
        elsewhere = desk.context.workspace.organisation.organisation().reports_elsewhere
        self._offered = {self.start: starts, self.scratch: not own, self.note: not (own or elsewhere)}
        self._show_buttons()

    def menu(self) -> QMenu:
        """What is needed less often."""
        menu = QMenu(self)
        plan = self._plan
        if self._compact:
            for button, offered in self._offered.items():
                if offered:
                    menu.addAction(button.accessibleName()).triggered.connect(button.click)
            menu.addSeparator()
        menu.addAction("Makkelijke versie").triggered.connect(lambda: self.print_requested.emit("easy"))
        menu.addAction("Gesprekskaarten").triggered.connect(lambda: self.print_requested.emit("cards"))
        if plan is not None and plan.versions:
            versions = menu.addMenu(self._words.versions)
            for version in reversed(plan.versions):
                action = versions.addAction(f"Versie {version.number}, {plain_date(version.adopted_on)}")
                action.triggered.connect(
                    lambda _=False, number=version.number: self.version_requested.emit(number)
                )
        if self._correction is not None:
            again = self._correction
            correct = menu.addAction("Verbeteren" if again else "Toch niet verbeteren")
            correct.triggered.connect(lambda: self.correction_requested.emit(again))
        if plan is not None and (plan.parent is not None or plan.format.access is Access.OWNER):
            return menu
        check = OpenFileCheck(plan_id=plan.id if plan is not None else "")
        menu.addAction("Dossiercheck").triggered.connect(lambda: self.check_requested.emit(check))
        menu.addSeparator()
        next_version = menu.addAction("Volgende versie beginnen")
        next_version.setEnabled(plan is not None and plan.status == "active")
        next_version.triggered.connect(self.next_version_requested)
        if plan is not None and plan.format.access is Access.LISTED:
            menu.addAction("Wie mag dit plan openen…").triggered.connect(self.access_requested)
        pause = menu.addAction("Zorg lag stil…")
        pause.setEnabled(plan is not None and plan.status != "closed")
        pause.triggered.connect(self.pause_requested)
        menu.addAction("Exporteren…").triggered.connect(self.export_requested)
        close = menu.addAction("Plan afsluiten…")
        close.setEnabled(plan is not None and plan.status != "closed")
        close.triggered.connect(self.close_requested)
        return menu

    def _open_menu(self) -> None:
        menu = self.menu()
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.more.mapToGlobal(QPoint(0, self.more.height())))


def kept_words(desk: Desk) -> str:
    """When the plan was last kept: with the time today, with the day otherwise."""
    at = desk.kept_at
    if at is None:
        return ""
    local = at.astimezone(AMSTERDAM)
    if local.date() == desk.today():
        return f"bewaard om {local:%H:%M}"
    return f"bewaard op {plain_date(local.date())}"
