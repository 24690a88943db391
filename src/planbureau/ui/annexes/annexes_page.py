"""The place "Verslagen en bijlagen" of a plan: what there is, how far it is, and beginning another."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from planbureau.changes import Changes
from planbureau.errors import PlanbureauError
from planbureau.formats.model import PlanFormat
from planbureau.ui.annexes.annex_look import detail_of, look_of
from planbureau.ui.page import Page, PageContext
from planbureau.ui.places import OpenAnnexes, OpenPlan, Place, PrintPlan
from planbureau.ui.theme.context import ThemeContext
from planbureau.ui.widgets.buttons import Button, ButtonKind, IconButton
from planbureau.ui.widgets.card import Card
from planbureau.ui.widgets.empty_state import EmptyState
from planbureau.ui.widgets.labels import TextLabel, TextRole
from planbureau.ui.widgets.scroll_page import ScrollPage
from planbureau.ui.widgets.section_header import SectionHeader
from planbureau.ui.widgets.status_badge import StatusBadge
from planbureau.ui.widgets.tab_order import follow_layout
from planbureau.views import AnnexRow

TITLE = "Verslagen en bijlagen"


class AnnexLine(QWidget):
    """One annex: a link that opens it, its day, its state, paper, and a way out while it is empty."""

    def __init__(self, theme: ThemeContext, row: AnnexRow, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        px = theme.px
        word, tone, icon = look_of(row)
        self.open = Button(theme, row.title, ButtonKind.LINK)
        self.open.setAccessibleName(f"{row.title}, {detail_of(row)}, {word}")
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self.open, 0, Qt.AlignmentFlag.AlignLeft)
        detail = TextLabel(detail_of(row), TextRole.SMALL)
        detail.setIndent(px(6))
        words.addWidget(detail)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, px(2), 0, px(2))
        line.setSpacing(px(8))
        line.addLayout(words, 1)
        line.addWidget(StatusBadge(theme, word, tone, icon=icon))
        self.print = IconButton(theme, "printer", f"{row.title} afdrukken, {detail_of(row)}")
        self.throw_away = IconButton(theme, "trash-2", f"{row.title} weggooien: er staat nog niets in")
        self.throw_away.setVisible(row.empty and not row.version)
        line.addWidget(self.throw_away)
        line.addWidget(self.print)


class AnnexesPage(Page):
    """Shows the place OpenAnnexes."""

    def __init__(self, context: PageContext, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._plan_id = ""
        self.lines: list[AnnexLine] = []
        self._build()

    def _build(self) -> None:
        theme = self.context.theme
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        self._scroll = ScrollPage(theme, margins=(20, 18, 20, 18))
        column.addWidget(self._scroll)
        self._header = SectionHeader(TITLE, " ", level=TextRole.TITLE)
        self.back = Button(theme, "Terug naar het plan", icon="arrow-left")
        self.new = Button(theme, "Nieuw…", ButtonKind.PRIMARY, icon="plus")
        self.new.setAccessibleName("Nieuw verslag of nieuwe bijlage")
        for button in (self.back, self.new):
            self._header.add_action(button)
        self._card = Card(theme)
        self._scroll.add(self._header)
        self._scroll.add(self._card)
        self.back.clicked.connect(lambda: self.place_requested.emit(OpenPlan(self._plan_id)))
        self.new.clicked.connect(self._open_menu)

    # Page

    def show_place(self, place: Place) -> None:
        if isinstance(place, OpenAnnexes):
            self._plan_id = place.plan_id
            self._reload()

    def refresh(self, changes: Changes) -> None:
        if self._plan_id in changes.subjects:
            self._reload()

    def first_focus(self) -> QWidget | None:
        return self.lines[0].open if self.lines else self.new

    def _reload(self) -> None:
        workspace = self.context.workspace
        plan = workspace.plans.row(self._plan_id)
        rows = workspace.annexes.rows(self._plan_id)
        self._kinds = workspace.annexes.kinds(self._plan_id)
        self._header.set_subtitle(f"{plan.title} · {plan.subject_name}")
        self.new.setEnabled(bool(self._kinds) and not workspace.read_only)
        card = Card(self.context.theme)
        self.lines = [self._line(row) for row in rows]
        for line in self.lines:
            card.add(line, divided=True)
        if not rows:
            card.add(
                EmptyState(
                    self.context.theme,
                    "Nog geen verslagen of bijlagen",
                    "Kies 'Nieuw…' om een bespreking, een evaluatie of een eigen verklaring toe te voegen.",
                    icon="files",
                )
            )
        self._scroll.body.replaceWidget(self._card, card)
        self._card.hide()
        self._card.deleteLater()
        self._card = card
        card.show()
        follow_layout(self)

    def _line(self, row: AnnexRow) -> AnnexLine:
        line = AnnexLine(self.context.theme, row)
        version = row.version if row.status == "active" else 0
        line.open.clicked.connect(lambda: self.place_requested.emit(OpenPlan(row.id)))
        line.print.clicked.connect(lambda: self.place_requested.emit(PrintPlan(row.id, version=version)))
        line.throw_away.clicked.connect(lambda: self._throw_away(row))
        return line

    # New, and away

    def menu(self) -> QMenu:
        """What can be begun with this plan now."""
        menu = QMenu(self)
        menu.setToolTipsVisible(True)
        for kind in self._kinds:
            action = menu.addAction(kind.title.replace("&", "&&"))
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
