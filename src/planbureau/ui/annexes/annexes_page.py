"""The place "Verslagen en bijlagen" of a plan: what there is, how far it is, and beginning another."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QMenu, QVBoxLayout, QWidget

from planbureau.changes import Changes
from planbureau.errors import PlanbureauError
from planbureau.formats.annexes import is_talk
from planbureau.formats.model import PlanFormat
from planbureau.ui.annexes.annex_line import AnnexLine
from planbureau.ui.annexes.correct_dialog import CorrectDialog
from planbureau.ui.annexes.group_card import GroupCard
from planbureau.ui.page import Page, PageContext
from planbureau.ui.paper.readers_print import ReadersPrint
from planbureau.ui.people.desk import Desk
from planbureau.ui.places import OpenAnnexes, OpenPlan, Place, PrintPlan
from planbureau.ui.tasks.preparation_card import PreparationCard
from planbureau.ui.widgets.buttons import Button, ButtonKind
from planbureau.ui.widgets.card import Card
from planbureau.ui.widgets.empty_state import EmptyState
from planbureau.ui.widgets.labels import TextRole
from planbureau.ui.widgets.scroll_page import ScrollPage
from planbureau.ui.widgets.section_header import SectionHeader
from planbureau.ui.widgets.tab_order import follow_layout
from planbureau.views import AnnexRow, PlanRow

TITLE = "Verslagen en bijlagen"


def _place(kind: PlanFormat) -> tuple[str, int, str]:
    """First what stands under no heading, then each heading in its own order."""
    form = kind.annex
    return (form.group, form.group_place, kind.title) if form is not None else ("", 0, kind.title)


class AnnexesPage(Page):
    """Shows the place OpenAnnexes."""

    def __init__(self, context: PageContext, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._plan_id, self._preparing = "", False
        self.lines: list[AnnexLine] = []
        self.groups: dict[str, GroupCard] = {}
        self._kinds: Sequence[PlanFormat] = ()
        self._build()

    def _build(self) -> None:
        theme = self.context.theme
        column = self._column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        self._scroll = ScrollPage(theme, margins=(20, 18, 20, 18))
        column.addWidget(self._scroll)
        self._header = SectionHeader(TITLE, " ", level=TextRole.TITLE)
        self.back = Button(theme, "Terug naar het plan", icon="arrow-left")
        self.new = Button(theme, "Nieuw…", ButtonKind.PRIMARY, icon="plus")
        self.new.setAccessibleName("Nieuw verslag of nieuwe bijlage")
        for button in (self.back, self.new):
            self._header.add_action(button)
        self._card = QWidget()
        self.preparation: PreparationCard | None = None
        self.printing: ReadersPrint | None = None
        self._scroll.add(self._header)
        self._scroll.add(self._card)
        self.back.clicked.connect(lambda: self.place_requested.emit(OpenPlan(self._plan_id)))
        self.new.clicked.connect(self._open_menu)

    # Page

    def show_place(self, place: Place) -> None:
        if isinstance(place, OpenAnnexes):
            self._drop_print()
            self._plan_id, self._preparing = place.plan_id, place.preparing
            self._reload()

    def refresh(self, changes: Changes) -> None:
        if self._plan_id not in changes.subjects:
            return
        if self.preparation is not None and {one.kind for one in changes.changed} == {"task"}:
            self.preparation.reload()  # in place: whoever ticks one goes on with the next
        else:
            self._reload()

    def leave(self) -> bool:
        self._drop_print()
        return True

    def first_focus(self) -> QWidget | None:
        if self._preparing and self.preparation is not None:
            return self.preparation.first_focus()
        return self.lines[0].open if self.lines else self.new

    def _reload(self) -> None:
        workspace = self.context.workspace
        plan = workspace.plans.row(self._plan_id)
        rows = workspace.annexes.rows(self._plan_id)
        self._kinds = workspace.annexes.kinds(self._plan_id)
        self._header.set_subtitle(f"{plan.title} · {plan.subject_name}")
        self.new.setEnabled(bool(self._kinds) and not workspace.read_only)
        card = QWidget()
        column = QVBoxLayout(card)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(self.context.theme.px(12))
        self.lines, self.groups = [], {}
        self.preparation = self._preparation_card(plan)
        if self.preparation is not None:
            column.addWidget(self.preparation)
        for name in self._group_names(rows):
            self.groups[name] = self._group(name, [row for row in rows if row.group == name])
            column.addWidget(self.groups[name])
        others = [row for row in rows if not row.group]
        if others or not rows:
            column.addWidget(self._others(others))
        self._scroll.body.replaceWidget(self._card, card)
        self._card.hide()
        self._card.deleteLater()
        self._card = card
        card.show()
        follow_layout(self)

    def _preparation_card(self, plan: PlanRow) -> PreparationCard | None:
        """Where a talk can be planned, or was."""
        if plan.status == "closed" or not any(is_talk(kind) for kind in self._kinds):
            return None
        card = PreparationCard(self.context, self._plan_id)
        card.told.connect(self.message_requested)
        card.print_requested.connect(self._open_print)
        return card

    def _open_print(self, on: date) -> None:
        prints, plan_id = self.context.workspace.prints, self._plan_id
        desk = Desk(self.context, self.place_requested.emit, lambda _: None, self.message_requested.emit)
        plan = self.context.workspace.plans.row(plan_id)
        self.printing = ReadersPrint(
            desk, "Takenlijst afdrukken", plan.subject_name, "", lambda _: prints.render_tasks(plan_id, on)
        )
        self.printing.closed.connect(self._close_print)
        self._scroll.hide()
        self._column.addWidget(self.printing, 1)
        self.printing.make()
        self.printing.save_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _close_print(self) -> None:
        self._drop_print()
        if self.preparation is not None:
            self.preparation.print_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _drop_print(self) -> None:
        if self.printing is not None:
            self._column.removeWidget(self.printing)
            self.printing.take_away()
            self.printing = None
        self._scroll.show()

    def _group_names(self, rows: Sequence[AnnexRow]) -> list[str]:
        """The headings that this plan has, of what there is and of what can be begun."""
        begun = (kind.annex.group for kind in self._kinds if kind.annex is not None)
        return sorted({*begun, *(row.group for row in rows)} - {""})

    def _group(self, name: str, rows: Sequence[AnnexRow]) -> GroupCard:
        workspace = self.context.workspace
        step = workspace.annexes.next_step(self._plan_id)
        kinds = {kind.id: kind for kind in self._kinds if kind.annex is not None and kind.annex.group == name}
        open_row = next((r for r in rows if step and r.format_id == step.kind and r.status != "active"), None)
        card = GroupCard(self.context.theme, name)
        if step is not None and step.kind in kinds:
            card.show_step(kinds[step.kind].title, step, begun=open_row is not None)
            card.begin.setEnabled(not workspace.read_only)
            kind = kinds[step.kind]
            card.begin.clicked.connect(lambda: self._go_on(kind, open_row))
        for row in rows:
            card.add(self._line(row), divided=True)
        return card

    def _go_on(self, kind: PlanFormat, row: AnnexRow | None) -> None:
        if row is None:
            self._start(kind)
        else:
            self.place_requested.emit(OpenPlan(row.id))

    def _others(self, rows: Sequence[AnnexRow]) -> Card:
        """What stands under no heading."""
        card = Card(self.context.theme)
        for row in rows:
            card.add(self._line(row), divided=True)
        if not rows:
            card.add(
                EmptyState(
                    self.context.theme,
                    "Nog geen verslagen of bijlagen",
                    "Kies 'Nieuw…' om een bespreking, een evaluatie of een eigen verklaring toe te voegen.",
                    icon="files",
                )
            )
        return card

    def _line(self, row: AnnexRow) -> AnnexLine:
        line = AnnexLine(self.context.theme, row)
        self.lines.append(line)
        version = row.version if row.status == "active" else 0
        line.open.clicked.connect(lambda: self.place_requested.emit(OpenPlan(row.id)))
        line.print.clicked.connect(lambda: self.place_requested.emit(PrintPlan(row.id, version=version)))
        line.throw_away.clicked.connect(lambda: self._throw_away(row))
        line.correct.clicked.connect(lambda: self._correct(row))
        line.reopen.clicked.connect(lambda: self._reopen(row))
        for button in (line.correct, line.reopen):
            button.setEnabled(not self.context.workspace.read_only)
        return line

    # New, and away

    def menu(self) -> QMenu:
        """What can be begun with this plan now."""
        menu = QMenu(self)
        menu.setToolTipsVisible(True)
        inside: dict[str, QMenu] = {}
        for kind in sorted(self._kinds, key=_place):
            group = kind.annex.group if kind.annex is not None else ""
            if group and group not in inside:
                inside[group] = menu.addMenu(group.replace("&", "&&"))
                inside[group].setToolTipsVisible(True)
            action = inside.get(group, menu).addAction(kind.title.replace("&", "&&"))
            action.setToolTip(kind.description)
            action.triggered.connect(lambda _=False, chosen=kind: self._start(chosen))
        return menu

    def _open_menu(self) -> None:
        menu = self.menu()
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(self.new.mapToGlobal(self.new.rect().bottomLeft()))

    def _start(self, kind: PlanFormat) -> None:
        try:
            annex_id, _ = self.context.workspace.annexes.start(self._plan_id, kind.id)
        except PlanbureauError as problem:
            self.message_requested.emit(str(problem))
            return
        self.place_requested.emit(OpenPlan(annex_id))

    def _correct(self, row: AnnexRow) -> None:
        annexes = self.context.workspace.annexes
        dialog = CorrectDialog(self.context.theme, self.context.clock, annexes.days_to_correct(row.id), self)
        accepted = dialog.exec() == QDialog.DialogCode.Accepted
        question_id, day, reason = dialog.which.value(), dialog.day.value(), dialog.reason()
        dialog.deleteLater()
        if accepted and day is not None:
            self.correct(row.id, question_id, day, reason)

    def correct(self, annex_id: str, question_id: str, day: date, reason: str) -> None:
        """Writes another day, and says what came of it."""
        try:
            self.context.workspace.annexes.correct_day(annex_id, question_id, day, reason)
        except PlanbureauError as problem:
            self.message_requested.emit(str(problem))
        else:
            self.message_requested.emit("Verbeterd. De termijn in de agenda volgt deze dag.")

    def _reopen(self, row: AnnexRow) -> None:
        try:
            self.context.workspace.annexes.reopen(row.id)
        except PlanbureauError as problem:
            self.message_requested.emit(str(problem))
        else:
            self.place_requested.emit(OpenPlan(row.id))

    def _throw_away(self, row: AnnexRow) -> None:
        try:
            self.context.workspace.annexes.throw_away(row.id)
        except PlanbureauError as problem:
            self.message_requested.emit(str(problem))
            return
        self.message_requested.emit(f"{row.title} is weggegooid. Er stond niets in.")
        focus = self.first_focus()
        if focus is not None:
            focus.setFocus()
