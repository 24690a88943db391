"""One deadline: its dates, why it stands there, and what can be done about it now."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFormLayout, QVBoxLayout, QWidget

from planbureau.clock import Clock
from planbureau.rules.deadlines import RULES, Deadline, Mark
from planbureau.rules.deadlines.acts import Act
from planbureau.rules.dutch import long_date, moment_words, plain_date, sentence
from planbureau.services.api import FormDraftService
from planbureau.ui.calendar.deadline_look import full_title, is_to_do, look_of
from planbureau.ui.calendar.deviation_form import DeviationForm, can_deviate
from planbureau.ui.calendar.done_form import DoneForm
from planbureau.ui.calendar.form_keys import DEVIATION, DONE, NOT, PAUSE, key_of, title_of
from planbureau.ui.calendar.not_applicable_form import NotApplicableForm
from planbureau.ui.calendar.pause_form import PauseForm
from planbureau.ui.calendar.records_part import RecordsPart
from planbureau.ui.people.keeper import Keeper, put_back_words
from planbureau.ui.theme.context import ThemeContext
from planbureau.ui.theme.tokens import Tone
from planbureau.ui.widgets.banner import Banner
from planbureau.ui.widgets.buttons import Button, ButtonKind
from planbureau.ui.widgets.flow import Flow
from planbureau.ui.widgets.focus import focus_target
from planbureau.ui.widgets.labels import Divider, TextLabel, TextRole
from planbureau.ui.widgets.scroll_page import ScrollPage
from planbureau.ui.widgets.status_badge import StatusBadge
from planbureau.views import DeadlineRow, PauseView, TermRecordView

BACK = "Terug naar de lijst"

_MARK_ICON = {
    Mark.LAW: "scale",
    Mark.GUIDANCE: "book-open",
    Mark.OWN: "building-2",
    Mark.UNCONFIRMED: "circle-question-mark",
}
_ACT_ICON = {
    Act.FRAME: "calendar-plus",
    Act.ADOPT: "check-check",
    Act.RECORD: "notebook-pen",
    Act.PRINT: "printer",
    Act.REQUEST: "inbox",
    Act.PEOPLE: "user-round",
    Act.OVERVIEW: "download",
}
_Form = DoneForm | DeviationForm | NotApplicableForm | PauseForm
_FORM_WORDS = {
    DONE: ("Gedaan op…", "calendar-check"),
    DEVIATION: ("Afwijken…", "calendar-clock"),
    NOT: ("Geldt hier niet…", "ban"),
    PAUSE: ("Zorg lag stil…", "pause"),
}


def fixed_words(deadline: Deadline) -> str:
    """Why a date cannot be moved; empty when it can, or when nothing is to be done any more."""
    if can_deviate(deadline) or not is_to_do(deadline) or deadline.term_date is None:
        return ""
    if deadline.mark is Mark.LAW:
        return (
            "Van deze termijn kun je niet afwijken: de wet laat dat niet toe, ook niet als de zorg stil lag. "
            "Lukt het niet op tijd? Leg dan vast op welke dag het wel is gedaan, en waarom."
        )
    return "Deze datum kan alleen opschuiven als de zorg stil lag. Leg dan eerst die dagen vast."


def source_words(deadline: Deadline) -> str:
    """The source, and the date of the text that was read: a law can have changed after that (rules G2).

    Several laws were read in texts of several dates; a source that tells it itself says enough.
    """
    source, rule = deadline.source, RULES.get(deadline.rule_id)
    told = any(words in source for words in (";", "tekst van", "zoals beschreven"))
    if rule is None or rule.in_force_from is None or told:
        return f"Bron: {source}."
    return f"Bron: {source} (nagelezen in de tekst van {plain_date(rule.in_force_from)})."


class DeadlinePanel(ScrollPage):
    """Shows one deadline. The page that has it does what is asked and shows it anew.

    Escape puts a form away, with what stands in it, and then goes back.
    """

    back_requested = Signal()
    plan_requested = Signal(str)
    done_requested = Signal(object, str)
    deviation_requested = Signal(object)
    act_requested = Signal()
    not_applicable_requested = Signal(str)
    pause_requested = Signal(object, object)
    pause_removed = Signal(object)
    take_back_requested = Signal(object)

    def __init__(
        self,
        theme: ThemeContext,
        clock: Clock,
        drafts: FormDraftService,
        act_label: Callable[[DeadlineRow], str],
        today: Callable[[], date | None],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, margins=(0, 0, 8, 0), parent=parent)
        self._theme = theme
        self._clock = clock
        self._drafts = drafts
        self._act_label = act_label
        self._today = today  # None when the clock cannot be right
        self.row: DeadlineRow | None = None
        self._people: Sequence[tuple[str, str]] = ()
        self._pauses: Sequence[PauseView] = ()
        self.back = Button(theme, BACK, ButtonKind.LINK, icon="arrow-left")
        self.back.clicked.connect(self.back_requested)
        self.add(self.back)
        self._content = QWidget()
        self.add(self._content)
        self._form: _Form | None = None
        self._keeper: Keeper | None = None
        self._name = ""  # of the form that is open
        self._openers: dict[str, Button] = {}
        self._place = QVBoxLayout()

    def show_deadline(
        self,
        row: DeadlineRow,
        people: Sequence[tuple[str, str]],
        records: Sequence[TermRecordView] = (),
        pauses: Sequence[PauseView] = (),
    ) -> None:
        """Show a deadline; `people` are those who may consent to a deviation (id and name)."""
        self.keep()
        self._pauses = pauses
        self.row, self._people, self._form, self._keeper = row, people, None, None
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(self._theme.px(8))
        self._fill_head(column, row)
        self._fill_next(column, row)
        self._fill_dates(column, row.deadline)
        self._fill_why(column, row.deadline)
        self._fill_records(column, records)
        self.body.replaceWidget(self._content, content)
        self._content.hide()
        self._content.deleteLater()
        self._content = content
        content.show()
        self.verticalScrollBar().setValue(0)
        self._open_unfinished(row)

    def keep(self) -> bool:
        """Keeps what stands in the form, for the next time; False when disk or vault refuse."""
        return self._keeper.keep() if self._keeper is not None else True

    def settle(self) -> None:
        """What was asked is written, or not wanted any more: the form goes, with what was kept of it."""
        if self._keeper is not None:
            self._keeper.forget()
        self._close_form()

    def show_problem(self, text: str) -> None:
        """Say why what was asked was not kept."""
        if self._form is not None:
            self._form.show_problem(text)

    # Parts, from top to bottom

    def _fill_head(self, column: QVBoxLayout, row: DeadlineRow) -> None:
        theme, deadline = self._theme, row.deadline
        column.addWidget(TextLabel(full_title(deadline), TextRole.HEADING))
        column.addWidget(TextLabel(f"{row.client_name} · {row.plan_title}", TextRole.MUTED))
        look = look_of(deadline, self._clock.today())
        badges = Flow(theme.px(6))
        badges.add(StatusBadge(theme, sentence(deadline.status_label), look.tone, icon=look.icon))
        mark = deadline.mark
        badges.add(StatusBadge(theme, sentence(mark.label), Tone.IDLE, icon=_MARK_ICON[mark]))
        column.addWidget(badges)
        if deadline.warning:
            column.addWidget(Banner(theme, deadline.warning, Tone.WARN))

    def _fill_next(self, column: QVBoxLayout, row: DeadlineRow) -> None:
        theme, deadline = self._theme, row.deadline
        self._heading(column, "Wat nu")
        if deadline.what_now:
            column.addWidget(TextLabel(deadline.what_now))
        buttons = Flow(theme.px(8))
        if deadline.act not in (Act.DONE, Act.OPEN):
            act = Button(theme, self._act_label(row), ButtonKind.PRIMARY, icon=_ACT_ICON[deadline.act])
            act.clicked.connect(self.act_requested)
            buttons.add(act)
        if row.plan_id:
            kind = ButtonKind.PRIMARY if deadline.act is Act.OPEN else ButtonKind.SECONDARY
            plan = Button(theme, "Naar het plan", kind, icon="file-text")
            plan.clicked.connect(lambda: self.plan_requested.emit(row.plan_id))
            buttons.add(plan)
        self._place, self._openers = QVBoxLayout(), {}
        for form in self._forms_of(deadline):
            label, icon = _FORM_WORDS[form]
            first = form == DONE and deadline.act is Act.DONE
            button = Button(theme, label, ButtonKind.PRIMARY if first else ButtonKind.SECONDARY, icon=icon)
            button.clicked.connect(lambda _=False, form=form: self._open(form))
            self._openers[form] = button
            buttons.add(button)
        column.addWidget(buttons)
        column.addLayout(self._place)

    def _fill_dates(self, column: QVBoxLayout, deadline: Deadline) -> None:
        self._heading(column, "Datums")
        dates = QFormLayout()
        dates.setContentsMargins(0, 0, 0, 0)
        dates.setVerticalSpacing(self._theme.px(4))
        dates.setHorizontalSpacing(self._theme.px(12))
        dates.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        shown = (
            ("Streefdatum", deadline.target_date),
            ("Termijn", deadline.term_date),
            ("Uiterste datum", deadline.last_date),
            ("Gedaan op", deadline.done_on),
        )
        for name, day in shown:
            if day is not None:
                role = TextRole.STRONG if name == "Uiterste datum" else TextRole.BODY
                last = deadline.last_moment if name == "Uiterste datum" else None
                words = moment_words(last) if last is not None else long_date(day)
                dates.addRow(TextLabel(name, TextRole.MUTED, wrap=False), TextLabel(words, role))
        column.addLayout(dates)

    def _fill_why(self, column: QVBoxLayout, deadline: Deadline) -> None:
        self._heading(column, "Waarom deze datum")
        column.addWidget(TextLabel(deadline.why))
        column.addWidget(TextLabel(source_words(deadline), TextRole.SMALL))
        fixed = fixed_words(deadline)
        if fixed:
            column.addWidget(TextLabel(fixed, TextRole.SMALL))

    def _fill_records(self, column: QVBoxLayout, records: Sequence[TermRecordView]) -> None:
        if not records:
            return
        self._heading(column, "Wat is vastgelegd")
        part = RecordsPart(self._theme, records)
        part.take_back_requested.connect(self.take_back_requested)
        column.addWidget(part)

    def _heading(self, column: QVBoxLayout, words: str) -> None:
        column.addSpacing(self._theme.px(4))
        column.addWidget(Divider())
        column.addWidget(TextLabel(words, TextRole.STRONG))

    # The forms, one at a time

    def _forms_of(self, deadline: Deadline) -> tuple[str, ...]:
        """Which forms there are for this deadline now; what is sent is noted where it is made."""
        if deadline.act is Act.OVERVIEW:
            return ()
        if not deadline.plan_id:
            return ()
        can_be_done = is_to_do(deadline) and deadline.last_date is not None
        can_move = can_deviate(deadline) and is_to_do(deadline)
        free = is_to_do(deadline) and deadline.mark is not Mark.LAW
        paused = free and deadline.last_date is not None
        return (*(DONE,) * can_be_done, *(DEVIATION,) * can_move, *(NOT,) * free, *(PAUSE,) * paused)

    def _make(self, form: str, row: DeadlineRow) -> _Form:
        deadline = row.deadline
        if form == DONE:
            done = DoneForm(self._theme, self._clock, deadline.last_in_time, self._today())
            done.save_requested.connect(self._done)
            return done
        if form == NOT:
            not_here = NotApplicableForm(self._theme)
            not_here.save_requested.connect(self.not_applicable_requested)
            return not_here
        if form == PAUSE:
            pause = PauseForm(self._theme, self._clock, row.plan_id, self._pauses)
            pause.save_requested.connect(self.pause_requested)
            pause.remove_requested.connect(self.pause_removed)
            return pause
        deviation = DeviationForm(self._theme, self._clock, deadline, self._people)
        deviation.save_requested.connect(self.deviation_requested)
        return deviation

    def _open(self, name: str) -> None:
        assert self.row is not None
        self.keep()
        self._close_form()
        self._name = name
        form = self._form = self._make(name, self.row)
        form.cancelled.connect(self._cancel)
        self._keeper = Keeper(self._drafts, key_of(name, self.row), title_of(name, self.row), form)
        found = self._keeper.begin()
        if found is not None:
            form.after_put_back()
            self._place.addWidget(self._returned(found[0], (), self._keeper.by))
        self._place.addWidget(form)
        form.show()
        focus_target(form).setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() != Qt.Key.Key_Escape:
            super().keyPressEvent(event)
        elif self._form is None:
            self.back_requested.emit()
        elif self.keep():
            self._leave_form()

    def _cancel(self) -> None:
        if self._keeper is not None:
            self._keeper.forget()
        self._leave_form()

    def _leave_form(self) -> None:
        """The keyboard goes back to the button that opened the form."""
        opener = self._openers.get(self._name, self.back)
        self._close_form()
        opener.setFocus(Qt.FocusReason.OtherFocusReason)

    def _close_form(self) -> None:
        self._form = self._keeper = None
        while (item := self._place.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()

    def _open_unfinished(self, row: DeadlineRow) -> None:
        """A form that was not finished opens by itself; of one that is not needed any more the texts show."""
        for name in _FORM_WORDS:
            draft = self._drafts.find(key_of(name, row))
            if draft is None:
                continue
            if name in self._forms_of(row.deadline):
                self._open(name)
                return
            texts = tuple(text for text in draft.typed.values() if isinstance(text, str) and text.strip())
            banner = self._returned(draft.at, texts, draft.by)
            banner.dismissed.connect(lambda key=draft.key: self._drafts.drop(key))
            self._place.addWidget(banner)

    def _returned(self, at: datetime, texts: tuple[str, ...], by: str) -> Banner:
        words = put_back_words(at, self._clock.today(), by)
        if not texts:
            return Banner(self._theme, words, detail="Leg het vast, of kies Annuleren.")
        detail = f"Voor deze datum is niets meer nodig. {by or 'Je'} schreef: {' · '.join(texts)}"
        return Banner(self._theme, words, detail=detail, dismissible=True)

    def _done(self, day: date, reason: str) -> None:
        self.done_requested.emit(day, reason)
