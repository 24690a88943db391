"""The page of one plan: steps at the left, the open step at the right, saved while it is written."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from planbureau.changes import Changes
from planbureau.formats.lookup import section_of
from planbureau.ui.page import Page, PageContext
from planbureau.ui.places import OpenPlan, Place, PrintPlan
from planbureau.ui.theme.tokens import Tone
from planbureau.ui.widgets.banner import Banner
from planbureau.ui.wizard.actions import (
    beside_of,
    close_plan,
    correct_report,
    export_plan,
    finish_of,
    show_list,
    show_pauses,
)
from planbureau.ui.wizard.autosave import Autosave
from planbureau.ui.wizard.desk import Desk, Pace
from planbureau.ui.wizard.fields.field import Field
from planbureau.ui.wizard.header import PlanHeader, kept_words
from planbureau.ui.wizard.kind_words import words_of
from planbureau.ui.wizard.leftovers import Leftovers
from planbureau.ui.wizard.missing_page import MissingPage
from planbureau.ui.wizard.plan_notice import PlanNotice
from planbureau.ui.wizard.put_back import PutBack, put_back
from planbureau.ui.wizard.step_bar import StepBar
from planbureau.ui.wizard.step_footer import StepFooter
from planbureau.ui.wizard.step_page import StepPage
from planbureau.ui.wizard.stepper import steps_of

NARROW = 860
"""Below this width, in pixels of the design, the steps become a drop-down."""
_COMPACT_HEADER = 980
_AHEAD_MS = 60

TRY_AGAIN = "Probeer opnieuw"
_STILL_THERE = "Je tekst staat nog op het scherm."


class PlanPage(Page):
    """Shows the place OpenPlan."""

    def __init__(
        self, context: PageContext, parent: QWidget | None = None, *, pace: Pace | None = None
    ) -> None:
        super().__init__(context, parent)
        self._pace = pace or Pace()
        self._desk: Desk | None = None
        self._leftovers: Leftovers  # there as soon as there is a desk
        self._pages: dict[str, StepPage] = {}
        self._missing_page: MissingPage | None = None
        self._last_step = ""
        self._sought: Field | None = None  # the question that somebody came for
        self._build()
        self._connect()

    # Build

    def _build(self) -> None:
        theme, px = self.context.theme, self.context.theme.px
        self.header = PlanHeader(theme)
        self.trouble = Banner(theme, "", Tone.ERR, action=TRY_AGAIN)
        self.notice = PlanNotice(theme)
        self.steps = StepBar(theme, self)
        self.content = QStackedWidget()
        self.footer = StepFooter(theme)
        self.trouble.hide()
        right = QVBoxLayout()
        right.setSpacing(px(10))
        right.addWidget(self.content, 1)
        right.addWidget(self.footer)
        self._body = QHBoxLayout()
        self._body.setSpacing(px(16))
        self._body.addWidget(self.steps.side)
        self._body.addLayout(right, 1)
        column = QVBoxLayout(self)
        column.setSizeConstraint(QVBoxLayout.SizeConstraint.SetNoConstraint)
        column.setContentsMargins(px(20), px(14), px(20), px(14))
        column.setSpacing(px(10))
        for widget in (self.header, self.trouble, self.notice, self.steps.top):
            column.addWidget(widget)
        column.addLayout(self._body, 1)
        self._ahead = QTimer(self, singleShot=True, interval=_AHEAD_MS)
        self._watch = QTimer(self)
        self._watch.setInterval(self._pace.draft)

    def _connect(self) -> None:
        header = self.header
        header.print_requested.connect(lambda edition: self._print(edition, 0))
        header.version_requested.connect(lambda number: self._print("professional", number))
        header.adopt_requested.connect(self._adopt)
        header.next_version_requested.connect(self._next_version)
        header.export_requested.connect(self._export)
        header.check_requested.connect(self.place_requested)
        header.close_requested.connect(self._close)
        header.access_requested.connect(lambda: show_list(self._need(), self))
        header.pause_requested.connect(lambda: self.message_requested.emit(show_pauses(self._need(), self)))
        header.correction_requested.connect(lambda again: correct_report(self._need(), again=again))
        header.aside_requested.connect(self._write_aside)
        self.trouble.action_requested.connect(self._try_again)
        self.steps.step_requested.connect(self.open_step)
        self.steps.missing_requested.connect(self._open_missing)
        self.steps.beside_requested.connect(lambda: self.place_requested.emit(beside_of(self._need().plan)))
        self.footer.step_requested.connect(self._open_with_focus)
        self._ahead.timeout.connect(self._build_ahead)
        self._watch.timeout.connect(self._keep_leftovers)

    # Page

    def show_place(self, place: Place) -> None:
        if not isinstance(place, OpenPlan):
            return
        if self._desk is None or self._desk.plan_id != place.plan_id:
            self._open(place.plan_id)
        else:
            self._desk.reload()
        desk = self._need()
        desk.resting = False
        self._watch.start()
        wanted = place.section_id or (section_of(desk.format, place.question_id) if place.question_id else "")
        shown = self.steps.step_ids()
        if wanted in shown or self.current_step() not in shown:
            self.open_step(wanted if wanted in shown else shown[0])
        self._sought = self._open_question(wanted, place.question_id) if place.question_id else None
        desk.autosave.flush()

    def refresh(self, changes: Changes) -> None:
        desk = self._desk
        if desk is not None:
            about = {desk.plan_id, desk.subject_id, *(client.id for client in desk.plan.clients)}
            if changes.subjects & about or changes.touches("person", "restriction", "attachment"):
                desk.reload()

    def leave(self) -> bool:
        desk = self._desk
        if desk is None:
            return True
        self._make_no_more()
        desk.resting = True
        saved = desk.autosave.settle()
        saved = self._keep_leftovers() and saved
        desk.resting = saved  # else the page stays, and works on
        return saved

    def keep_unfinished(self) -> bool:
        kept = self.findChildren(Autosave)
        for one in kept:
            one.write_drafts()
        return self._keep_leftovers() and not any(one.has_undrafted() for one in kept)

    def _keep_leftovers(self) -> bool:
        """Keeps what is no date or number yet, and forms that are open; nothing else would."""
        if self._desk is None or self._desk.read_only:
            return True
        return self.notice.keep(self._desk, self._leftovers, self._pages.values())

    def first_focus(self) -> QWidget | None:
        if self._sought is not None:
            return self._sought.focus_widget()
        return self.steps.focus_widget() if self.current_page() is not None else None

    # The plan

    def _need(self) -> Desk:
        assert self._desk is not None
        return self._desk

    @property
    def desk(self) -> Desk | None:
        """The plan that is open."""
        return self._desk

    def _open(self, plan_id: str) -> None:
        self._take_down()
        desk = self._desk = Desk(self.context, plan_id, self._pace, self)
        desk.plan_changed.connect(self._plan_changed)
        desk.kept.connect(self._show_header)
        desk.trouble_changed.connect(self._show_trouble)
        desk.place_requested.connect(self.place_requested)
        desk.message_requested.connect(self.message_requested)
        self.steps.set_beside(words_of(desk))
        self._leftovers = Leftovers(self.context.workspace.forms, plan_id, desk.subject_id)
        returned = put_back(desk, self._leftovers)
        self._plan_changed()
        self.notice.show_plan(desk, self._leftovers, returned)

    def _make_no_more(self) -> None:
        self._ahead.stop()
        self._watch.stop()
        for page in self._pages.values():
            page.pause()

    def _take_down(self) -> None:
        self._make_no_more()
        for page in (*self._pages.values(), self._missing_page):
            if page is not None:
                self.content.removeWidget(page)
                page.hide()
                page.deleteLater()
        self._pages, self._missing_page = {}, None
        if self._desk is not None:
            self._desk.deleteLater()
            self._desk = None

    def _plan_changed(self) -> None:
        desk = self._need()
        self.steps.set_steps(steps_of(desk), sum(item.level == "needed" for item in desk.missing()))
        here = self.current_step()
        self.footer.set_steps(self.steps.step_ids(), here, "" if here else self._last_step)
        self._show_header()
        self.notice.show_standing(desk, self._leftovers)
        for page in self._pages.values():
            page.refresh()
        if self._missing_page is not None and self.content.currentWidget() is self._missing_page:
            self._missing_page.refresh()

    def _show_header(self) -> None:
        desk = self._need()
        self.header.show_plan(desk, kept_words(desk))

    def _show_trouble(self, words: str) -> None:
        if words:
            self.trouble.set_message(words, Tone.ERR, detail=_STILL_THERE, action=TRY_AGAIN)
        self.trouble.setVisible(bool(words))

    def _try_again(self) -> None:
        self._need().autosave.flush()

    # Steps

    def current_step(self) -> str:
        """The id of the step that is open."""
        page = self.current_page()
        return page.section.id if page is not None else ""

    def current_page(self) -> StepPage | None:
        """The step that is open; None while the list of what is missing shows."""
        shown = self.content.currentWidget()
        return shown if isinstance(shown, StepPage) else None

    def open_step(self, section_id: str) -> None:
        """Shows a step, after what was typed in the other one is saved."""
        self._need().autosave.flush()
        before = self.current_page()
        page = self._page(section_id)
        self.content.setCurrentWidget(page)
        self._last_step = section_id
        page.catch_up()
        self.footer.stand_after(page)
        self.steps.set_current(section_id)
        self.footer.set_steps(self.steps.step_ids(), section_id)
        if before is not None and before is not page:
            before.be_strict()
        self._ahead.start()

    def _page(self, section_id: str) -> StepPage:
        page = self._pages.get(section_id)
        if page is None:
            section = next(s for s in self._need().format.sections if s.id == section_id)
            page = self._pages[section_id] = StepPage(self._need(), self._leftovers, section)
            self.content.addWidget(page)
        return page

    def _build_ahead(self) -> None:
        """Makes the next step while nobody is waiting for it."""
        ids, here = self.steps.step_ids(), self.current_step()
        if here in ids[:-1]:
            self._page(ids[ids.index(here) + 1])

    def _open_with_focus(self, section_id: str) -> None:
        self.open_step(section_id)
        page = self.current_page()
        first = page.first_field() if page is not None else None
        if first is not None:
            first.focus_widget().setFocus(Qt.FocusReason.TabFocusReason)
        if page is not None:
            page.verticalScrollBar().setValue(0)

    def _open_missing(self) -> None:
        desk = self._need()
        desk.autosave.flush()
        if self._missing_page is None:
            self._missing_page = MissingPage(desk)
            self._missing_page.question_requested.connect(self._open_question)
            self.content.addWidget(self._missing_page)
        self._missing_page.refresh()
        here = self.current_step() or self._last_step
        self.content.setCurrentWidget(self._missing_page)
        self.steps.clear_current()
        self.footer.set_steps(self.steps.step_ids(), "", back_to=here)
        first = self._missing_page.first_button()
        if first is not None:
            first.setFocus()

    def _open_question(self, section_id: str, question_id: str) -> Field | None:
        self.open_step(section_id or section_of(self._need().format, question_id))
        page = self.current_page()
        return page.show_field(question_id.split("/", 1)[0]) if page is not None else None

    # What can be done with the whole

    def _print(self, edition: str, version: int) -> None:
        if self.leave():
            self.place_requested.emit(PrintPlan(self._need().plan_id, edition, version))

    def _write_aside(self, note: bool) -> None:
        self.place_requested.emit(self._need().aside(self.current_step(), note=note))

    def _adopt(self) -> None:
        if self.leave():
            self.place_requested.emit(finish_of(self._need().plan))

    def _next_version(self) -> None:
        desk = self._need()
        plans = self.context.workspace.plans
        if desk.write(lambda: plans.start_next_version(desk.plan_id)):
            self.notice.show_plan(desk, self._leftovers, PutBack())

    def _export(self) -> None:
        if self.leave():
            words = export_plan(self._need(), self)
            if words:
                self.message_requested.emit(words)

    def _close(self) -> None:
        if self.leave() and close_plan(self._need(), self):
            plan_id = self._need().plan_id
            here = self.current_step()
            self._open(plan_id)
            self.open_step(here if here in self.steps.step_ids() else self.steps.step_ids()[0])

    def minimumSizeHint(self) -> QSize:
        """As narrow as the narrow arrangement, also while the wide one shows."""
        return QSize(self.context.theme.px(280), self.context.theme.px(240))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.steps.set_narrow(narrow=self.width() < self.context.theme.px(NARROW))
        self.header.set_compact(self.width() < self.context.theme.px(_COMPACT_HEADER))
