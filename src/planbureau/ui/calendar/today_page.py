"""The start page: what is late, what is near, what was put back, and where you were."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta

from PySide6.QtCore import QTimer
from PySide6.QtGui import QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from planbureau.changes import Changes
from planbureau.clock import Clock
from planbureau.errors import PlanbureauError
from planbureau.rules.deadlines.working_notes import working_notes_rule
from planbureau.rules.dutch import long_date, sentence
from planbureau.ui.calendar.after_shown import AfterShown
from planbureau.ui.calendar.day_card import DayCard
from planbureau.ui.calendar.deadline_look import agenda_entry, is_to_do, row_id
from planbureau.ui.calendar.form_keys import place_of
from planbureau.ui.calendar.gaps_line import GapsLine
from planbureau.ui.calendar.notes_card import NotesCard
from planbureau.ui.calendar.plan_lines import CONCEPTS, PlanLines
from planbureau.ui.calendar.waiting_card import EACH, WaitingCard
from planbureau.ui.page import Page, PageContext
from planbureau.ui.paper.entries import DRAFT_KEY
from planbureau.ui.places import (
    AdoptPlan,
    CloseAnnex,
    OpenAnnexes,
    OpenCalendar,
    OpenClients,
    OpenFileCheck,
    OpenMatrix,
    OpenNotes,
    OpenPlan,
    OpenScratchPad,
    OpenToday,
    Place,
)
from planbureau.ui.tasks.today_card import TasksCard
from planbureau.ui.theme.tokens import Tone
from planbureau.ui.visiting import sight_of
from planbureau.ui.widgets.agenda_list import AgendaList
from planbureau.ui.widgets.banner import Banner
from planbureau.ui.widgets.buttons import Button, ButtonKind
from planbureau.ui.widgets.card import Card
from planbureau.ui.widgets.empty_state import EmptyState
from planbureau.ui.widgets.kept_focus import focus_kept
from planbureau.ui.widgets.labels import TextRole
from planbureau.ui.widgets.responsive_grid import ResponsiveGrid
from planbureau.ui.widgets.scroll_page import ScrollPage
from planbureau.ui.widgets.section_header import SectionHeader
from planbureau.ui.widgets.tab_order import follow_layout
from planbureau.views import DeadlineRow, NoteView, ScratchPadView

ANSWERS = timedelta(days=7)
"""How long an answer to an own question stands on it."""

AHEAD = timedelta(days=14)
"""How far the start page looks ahead."""

A_DAY = timedelta(days=1)

TERMS = 40
"""So many terms stand on it at most, the first last day first; the agenda holds them all."""

TASKS = 8
"""So many tasks stand on it at most; the first due come first."""

NARROW = 860
"""Below this width, in pixels of the design, the cards stand below each other."""

RECENT = 6
"""How many of the last edited plans stand on it."""


class HourWatch(QTimer):
    """A term of hours becomes late while the page shows: then it is shown anew."""

    def __init__(self, clock: Clock, parent: QWidget) -> None:
        super().__init__(parent)
        self._clock = clock
        self.setSingleShot(True)

    def wait_for(self, moments: Iterable[datetime | None]) -> None:
        """Waits for the first of these that is still to come today."""
        now = self._clock.now()
        ends = [end for end in moments if end is not None and end > now]
        self.stop()
        if ends and min(ends) - now < A_DAY:
            self.start(int((min(ends) - now).total_seconds() * 1000) + 1000)


class TodayPage(Page):
    """Each line opens its place: a date the calendar, a plan its wizard."""

    def __init__(self, context: PageContext, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._rows: dict[str, DeadlineRow] = {}
        self._due: tuple[ScratchPadView, ...] = ()
        self._was_at_day = False  # whoever comes back goes on in the list where he was
        self._hour = HourWatch(context.clock, self)
        self._hour.timeout.connect(self._hour_passed)
        self._build()
        self._connect()

    # Build the page

    def _build(self) -> None:
        theme = self.context.theme
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        scroll = ScrollPage(theme, margins=(20, 18, 20, 18))
        column.addWidget(scroll)
        self._header = SectionHeader("Vandaag", " ", level=TextRole.TITLE)
        self._new = Button(theme, "Nieuwe cliënt", ButtonKind.PRIMARY, icon="plus")
        self.gaps = GapsLine(self.context)
        self._header.add_action(self.gaps)
        self._header.add_action(self._new)
        scroll.add(self._header)
        self.notes = Banner(theme, "", Tone.WARN, action="Openen")
        self.notes.hide()
        scroll.add(self.notes)
        grid = ResponsiveGrid(theme, weights=(3, 2), narrow=NARROW)
        self._dates = self._build_dates()
        self.day = DayCard(theme, self.context.clock)
        left = QWidget()
        cards = QVBoxLayout(left)
        cards.setContentsMargins(0, 0, 0, 0)
        cards.setSpacing(theme.px(14))
        cards.addWidget(self.day)
        cards.addWidget(self._dates)
        cards.addStretch()
        grid.add(left)
        self._plans = PlanLines(theme, self.context.clock)
        self.reports = NotesCard(theme)
        self.tasks = TasksCard(theme)
        self._plans.put_above(self.tasks)
        self._plans.put_above(self.reports)
        self.waiting = WaitingCard(theme)
        self._plans.put_above(self.waiting)
        self.later = AfterShown(self.context, self._plans, self.waiting, self.gaps, self)
        grid.add(self._plans)
        scroll.add(grid)

    def _build_dates(self) -> Card:
        theme = self.context.theme
        self._all = Button(theme, "Hele agenda", ButtonKind.LINK, icon="calendar-days")
        card = Card(theme, "Wat nu aandacht vraagt", action=self._all)
        self._list = AgendaList(theme, self.context.clock, "Te laat en dichtbij", grows=True)
        self._nothing = EmptyState(
            theme,
            "De komende twee weken is er niets te doen",
            "Zodra een datum dichtbij komt, staat die hier. Alle datums staan in de agenda.",
            icon="circle-check",
        )
        # Else the heading of the card would take the room that a list as high as its content leaves.
        self._list.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._more = Button(theme, " ", ButtonKind.LINK, icon="calendar-days")
        card.add(self._list)
        card.add(self._more)
        card.add(self._nothing)
        return card

    # Connect signals

    def _connect(self) -> None:
        self._new.clicked.connect(lambda: self.place_requested.emit(OpenClients(new=True)))
        for button in (self._all, self._more):
            button.clicked.connect(lambda: self.place_requested.emit(OpenCalendar()))
        self.notes.action_requested.connect(self._open_notes)
        self.reports.write_requested.connect(self._report)
        self.reports.all_requested.connect(self._open_reports)
        self.later.added.connect(self._line_added)
        self.waiting.question_settled.connect(self._settle)
        self.waiting.note_opened.connect(self._open_reports)
        self.waiting.plan_opened.connect(
            lambda plan: self.place_requested.emit(OpenPlan(plan, question_id="akkoord"))
        )
        self.waiting.goal_opened.connect(
            lambda plan, goal: self.place_requested.emit(OpenMatrix(plan_id=plan, goal_id=goal))
        )
        self.day.new_requested.connect(lambda: self._open_calendar(new=True))
        self.day.appointment_opened.connect(self._open_calendar)
        self.gaps.clicked.connect(lambda: self.place_requested.emit(OpenFileCheck(came_from=OpenToday())))
        self.tasks.ticked.connect(self._tick)
        self.tasks.plan_opened.connect(
            lambda plan: self.place_requested.emit(OpenAnnexes(plan, preparing=True))
        )
        self._list.entry_opened.connect(self._open_deadline)
        self._plans.plan_opened.connect(self._open_plan)
        self._plans.form_opened.connect(lambda key: self.place_requested.emit(place_of(key)))
        self._plans.begin_requested.connect(lambda: self.place_requested.emit(OpenClients()))

    # Show

    def show_place(self, place: Place) -> None:
        del place
        self._reload()

    def refresh(self, changes: Changes) -> None:
        del changes
        with focus_kept(self):
            self._reload()

    def _hour_passed(self) -> None:
        if self.isVisible():  # else it is read anew when somebody comes back
            self.refresh(Changes())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.gaps.set_narrow(self.width() < self.context.theme.px(NARROW))

    def first_focus(self) -> QWidget | None:
        if self._was_at_day and not self.day.list.isHidden():
            return self.day.list
        return self._list if self._rows else self._new

    def _reload(self) -> None:
        today = self.context.workspace.calendar.today()
        self._header.set_subtitle(sentence(long_date(today)))
        self._show_notes()
        self._show_reports()
        self._show_waiting()
        self._show_tasks()
        self._show_day()
        self._show_dates()
        self._show_plans()
        follow_layout(self)

    def _show_notes(self) -> None:
        """Working notes that have waited long enough (rules A6, BWT-WERK)."""
        self._due = self.context.workspace.scratch.due()
        self.notes.setVisible(bool(self._due))
        many = len(self._due)
        words = "Er wacht een kladblad." if many == 1 else f"Er wachten {many} kladbladen."
        rule = working_notes_rule()
        self.notes.set_message(words, Tone.WARN, detail=rule.what_now, action="Openen")

    def _show_reports(self) -> None:
        """Progress notes; not where an organisation writes them in another system and none are here."""
        workspace = self.context.workspace
        unread = len(workspace.notes.unread())
        elsewhere = workspace.organisation.organisation().reports_elsewhere
        self.reports.setVisible(not elsewhere or bool(unread))
        self.reports.write_button.setVisible(not elsewhere)
        self.reports.write_button.setEnabled(not workspace.read_only)
        self.reports.show_notes(unread)

    def _show_waiting(self) -> None:
        """Questions to the user, answers of the last week, and who must still be asked to agree."""
        workspace, today = self.context.workspace, self.context.workspace.calendar.today()
        sight = sight_of(self.context)
        asked, answered = (
            [note for note in notes if sight.sees(note.client_id, note.household_id)]
            for notes in (workspace.notes.waiting(), workspace.notes.answered(today - ANSWERS))
        )
        names = {note.subject_id: self._name_of(note) for note in (*asked[:EACH], *answered[:EACH])}
        self.waiting.writable = not workspace.read_only
        self.waiting.show_waiting(asked, answered, names, today)

    def _name_of(self, note: NoteView) -> str:
        clients = self.context.workspace.clients
        if note.client_id:
            return clients.client(note.client_id).person.full_name
        return clients.household(note.household_id).name

    def _show_day(self) -> None:
        visit, workspace = self.context.visit, self.context.workspace
        today, sight = workspace.calendar.today(), sight_of(self.context)
        found = workspace.appointments.appointments(
            client_id=visit.client_id, household_id=visit.household_id, start=today, end=today
        )
        self.day.new_button.setEnabled(not workspace.read_only)
        self.day.show_appointments([one for one in found if sight.sees(one.client_id, one.household_id)])

    def _open_calendar(self, appointment: str = "", *, new: bool = False) -> None:
        self.place_requested.emit(OpenCalendar(appointment=appointment, new=new, came_from=OpenToday()))

    def _show_tasks(self) -> None:
        """What has to be done before a talk about a plan, late or in the coming days."""
        workspace = self.context.workspace
        today = workspace.calendar.today()
        found = workspace.tasks.tasks(end=today + AHEAD, open_only=True)
        self.tasks.show_tasks(found[:TASKS], today, enabled=not workspace.read_only)

    def _tick(self, task_id: str, done: bool) -> None:
        try:
            self.context.workspace.tasks.settle([task_id], done=done)
        except PlanbureauError as problem:
            self.message_requested.emit(str(problem))

    def _settle(self, note_id: str) -> None:
        try:
            self.context.workspace.notes.settle(note_id)
        except PlanbureauError as problem:
            self.message_requested.emit(str(problem))
        else:
            self.message_requested.emit("De vraag is afgevinkt.")

    def _report(self) -> None:
        self.place_requested.emit(OpenNotes(write=True, came_from=OpenToday()))

    def _open_reports(self, client_id: str = "", household_id: str = "") -> None:
        self.place_requested.emit(OpenNotes(client_id, household_id, came_from=OpenToday()))

    def _show_dates(self) -> None:
        visit, calendar = self.context.visit, self.context.workspace.calendar
        today = calendar.today()
        found, more = calendar.first(
            today + AHEAD, TERMS, client_id=visit.client_id, household_id=visit.household_id
        )
        self._rows = {row_id(row): row for row in found if is_to_do(row.deadline)}
        entries = [agenda_entry(row, today) for row in self._rows.values()]
        self._list.set_entries(entry for entry in entries if entry is not None)
        self._hour.wait_for(row.deadline.last_moment for row in self._rows.values())
        self._list.setVisible(bool(self._rows))
        self._nothing.setVisible(not self._rows)
        self._more.setVisible(bool(more))
        words = "één termijn" if more == 1 else f"{more} termijnen"
        self._more.set_label(f"Nog {words} in de agenda")

    def _show_plans(self) -> None:
        visit, plans = self.context.visit, self.context.workspace.plans
        subject = visit.client_id or visit.household_id
        recent = plans.rows(subject)[:RECENT] if self.context.visiting else plans.recent(RECENT)
        drafts = {} if self.context.visiting else {draft.plan_id: draft for draft in plans.drafts()}
        known = {row.id: row for row in recent}
        put_back = [(known.get(plan_id) or plans.row(plan_id), draft) for plan_id, draft in drafts.items()]
        forms = () if self.context.visiting else self.context.workspace.forms.all()
        annexes = () if self.context.visiting else self.context.workspace.annexes.unfinished(RECENT)
        self._plans.show_plans(recent, put_back, forms, [row for row in annexes if row.id not in drafts])
        self.later.begin([row.id for row in recent if row.status in CONCEPTS])
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        self.later.go_on()

    def _line_added(self) -> None:
        follow_layout(self)

    def leave(self) -> bool:
        self._was_at_day = self.window().focusWidget() is self.day.list
        self.later.forget()
        return True

    # Go

    def _open_notes(self) -> None:
        pad = self._due[0]
        self.place_requested.emit(OpenScratchPad(pad.client_id, pad.household_id, OpenToday()))

    def _open_deadline(self, entry_id: str) -> None:
        row = self._rows[entry_id]
        place = OpenCalendar(plan_id=row.plan_id, deadline=row.deadline.key, came_from=OpenToday())
        self.place_requested.emit(place)

    def _open_plan(self, plan_id: str, key: str) -> None:
        adopting = key == DRAFT_KEY
        if adopting and self.context.workspace.plans.row(plan_id).parent_id:
            self.place_requested.emit(CloseAnnex(plan_id))
            return
        question = key.partition("/")[0]
        self.place_requested.emit(AdoptPlan(plan_id) if adopting else OpenPlan(plan_id, question_id=question))
