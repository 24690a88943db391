"""The ready-made goals by area, to tick for the people who are chosen."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from planbureau.changes import Changes
from planbureau.errors import PlanbureauError
from planbureau.formats.model import Subject
from planbureau.rules.people.names import fill, fill_blank
from planbureau.ui.goals.area_part import AreaPart
from planbureau.ui.goals.binding import Labelled
from planbureau.ui.goals.earlier_part import EarlierPart
from planbureau.ui.goals.making import matches, names_in, own_goal, spoken_names, ticked, usual_people, whose
from planbureau.ui.goals.people_chips import PeopleChips
from planbureau.ui.goals.ready_goal_row import ReadyGoalRow, made_label
from planbureau.ui.goals.scope import GoalScope, move_context
from planbureau.ui.goals.untick_dialog import NO_WAY, UntickDialog, ways
from planbureau.ui.goals.who_dialog import WhoDialog
from planbureau.ui.page import PageContext
from planbureau.ui.theme.tokens import Tone
from planbureau.ui.widgets.banner import Banner
from planbureau.ui.widgets.pictograms import PictogramPixmaps
from planbureau.ui.widgets.search_field import SearchField
from planbureau.ui.widgets.tab_order import follow_layout
from planbureau.views import EarlierWording, PlanView


class ReadyGoals(QWidget):
    """`saved` carries the Changes of a tick; `open_requested` the id of a goal to work on."""

    saved = Signal(object)
    open_requested = Signal(str)

    def __init__(
        self, context: PageContext, scope: GoalScope, plan_id: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._context = context
        self._scope = scope
        self._plan_id = plan_id
        theme = context.theme
        self.who = PeopleChips(theme, "Voor wie kies je nu", everyone="Hele gezin")
        self.search = SearchField(theme, "Zoek een doel")
        self.trouble = Banner(theme, "", Tone.WARN, dismissible=True)
        self.trouble.hide()
        self.dialog: QDialog | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme.px(10))
        self._column.addWidget(Labelled(theme, "Voor wie kies je nu", self.who))
        self._column.addWidget(self.search)
        self._column.addWidget(self.trouble)
        self.earlier = EarlierPart(context)
        self._column.addWidget(self.earlier)
        self.earlier.chosen.connect(self._use_earlier)
        pixmaps = PictogramPixmaps(context.workspace.pictograms.svg)
        self._areas = tuple(AreaPart(context, area, pixmaps) for area in scope.library.areas)
        for area in self._areas:
            self._column.addWidget(area)
            area.own_requested.connect(self._own)
            area.opened_changed.connect(lambda: follow_layout(self, self.search))
            for row in area.rows:
                row.tick_requested.connect(self._tick)
                row.untick_requested.connect(self._untick)
                row.open_requested.connect(self.open_requested)
        self._column.addStretch()
        self._offer_people()
        self.who.set_value(usual_people(scope, self._plan))
        self.who.value_changed.connect(self.show_goals)
        self.search.query_changed.connect(self.show_goals)
        self.show_goals()

    @property
    def _plan(self) -> PlanView:
        return self._scope.plan(self._plan_id)

    @property
    def areas(self) -> tuple[AreaPart, ...]:
        """The areas in order."""
        return self._areas

    def row(self, code: str) -> ReadyGoalRow:
        """The row of one ready-made goal. Raises KeyError."""
        return {row.ready.code: row for area in self._areas for row in area.rows}[code]

    def set_scope(self, scope: GoalScope) -> None:
        """Show the goals as they stand now."""
        self._scope = scope
        self._offer_people()
        self.show_goals()

    def show_goals(self) -> None:
        """Fill in the names, and show what answers the search."""
        people = self.who.value()
        query = self.search.query()
        spoken = spoken_names(self._scope, people)
        self.earlier.search(query)
        for area in self._areas:
            for row in area.rows:
                row.show_goals(self._scope, self._plan, people)
                row.setVisible(not query or matches(row.ready, area.area.title, query, spoken))
            area.show_count(self._plan, searching=bool(query))

    def _people(self) -> tuple[tuple[str, str], ...]:
        people = (*(person for person, _ in self._scope.people), *self._scope.elsewhere(self._plan))
        return tuple((person.id, person.short_name) for person in people)

    def _group(self) -> tuple[str, ...]:
        family = self._plan.format.subject is Subject.HOUSEHOLD
        return tuple(person.id for person, _ in self._scope.people) if family else ()

    def _offer_people(self) -> None:
        chosen = self.who.value()
        self.who.set_people(self._people(), self._group())
        self.who.set_value(chosen)

    # Ticks

    def _tick(self, code: str) -> None:
        people = self.who.value()
        if people:
            self._make(code, people)
            return
        dialog = WhoDialog(self._context.theme, self._people(), self._group(), self.window())
        self.dialog = dialog
        dialog.finished.connect(lambda result: self._who_answered(dialog, code, result))
        dialog.open()

    def _who_answered(self, dialog: WhoDialog, code: str, result: int) -> None:
        self.dialog = None
        people = dialog.chips.value()
        dialog.deleteLater()
        if result == QDialog.DialogCode.Accepted:
            self._make(code, people)

    def _make(self, code: str, people: tuple[str, ...]) -> None:
        ready, today = self.row(code).ready, self._context.clock.today()
        of = whose(ready, self._scope, self._plan, people, today)
        spoken = names_in(ready, self._scope, self._plan, of, today)
        try:
            _, changes = self._context.workspace.goals.tick(self._plan_id, code, of, spoken)
        except PlanbureauError as problem:
            self._say(str(problem))
            return
        self._done(changes)

    def _untick(self, code: str) -> None:
        plan = self._plan
        moves = move_context(plan)
        goals = [g for g in ticked(plan, code) if ways(g, moves)]
        if not goals:
            self._say(NO_WAY)
            return
        labels = [(goal, made_label(goal, plan, self._scope)) for goal in goals]
        dialog = UntickDialog(self._context.theme, labels, moves, self.window())
        self.dialog = dialog
        dialog.finished.connect(lambda result: self._untick_answered(dialog, result))
        dialog.open()

    def _untick_answered(self, dialog: UntickDialog, result: int) -> None:
        self.dialog = None
        goal_id, mistake, reason = dialog.goal_id, dialog.mistake, dialog.reason
        dialog.deleteLater()
        if result != QDialog.DialogCode.Accepted:
            return
        try:
            changes = self._context.workspace.goals.untick(goal_id, mistake=mistake, reason=reason)
        except PlanbureauError as problem:
            self._say(str(problem))
            return
        self._done(changes)

    def _use_earlier(self, one: EarlierWording) -> None:
        """Makes a goal of one's own with the words that were used before, for the people who are chosen."""
        people = self.who.value()
        spoken = spoken_names(self._scope, people)
        words = fill(one.sentence, spoken) if spoken else fill_blank(one.sentence)
        goals = self._context.workspace.goals
        try:
            goal_id, changes = own_goal(goals, self._plan, area=one.area, for_whom=people, sentence=words)
        except PlanbureauError as problem:
            self._say(str(problem))
            return
        self._done(changes)
        self.open_requested.emit(goal_id)

    def _own(self, area: str) -> None:
        goals = self._context.workspace.goals
        try:
            goal_id, changes = own_goal(goals, self._plan, area=area, for_whom=self.who.value())
        except PlanbureauError as problem:
            self._say(str(problem))
            return
        self._done(changes)
        self.open_requested.emit(goal_id)

    def _done(self, changes: Changes) -> None:
        self.trouble.hide()
        self.saved.emit(changes)

    def _say(self, message: str) -> None:
        self.trouble.set_message(message, Tone.WARN)
        self.trouble.show()
