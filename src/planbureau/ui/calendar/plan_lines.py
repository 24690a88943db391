"""The plans that somebody worked on last, and typed text that was put back after a stop."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from planbureau.clock import AMSTERDAM, Clock
from planbureau.rules.dutch import plain_date, relative_day
from planbureau.ui.paper.entries import DRAFT_KEY
from planbureau.ui.plan_words import LOST
from planbureau.ui.theme.context import ThemeContext
from planbureau.ui.theme.tokens import Tone
from planbureau.ui.widgets.buttons import Button
from planbureau.ui.widgets.card import Card
from planbureau.ui.widgets.empty_state import EmptyState
from planbureau.ui.widgets.labels import ElidedLabel, TextLabel, TextRole
from planbureau.ui.widgets.responsive_grid import ResponsiveGrid
from planbureau.ui.widgets.status_badge import StatusBadge
from planbureau.ui.widgets.tab_order import follow_layout
from planbureau.ui.widgets.title_button import TitleButton
from planbureau.views import AnnexRow, DraftView, FormDraftView, PlanRow

_LINK_EDGE = 6
"""The words of a link button stand so many pixels from its edge."""

NEAR = 6
"""Up to so many days ago, a day is told by how long ago it was."""


CONCEPTS = frozenset({"concept", "concept_beside_active"})


def plan_status(row: PlanRow, *, counted: bool = True) -> tuple[str, Tone, str]:
    """How far a plan is, as words, tone and icon. Before its needs are counted a concept is just that."""
    if row.lost:
        return LOST
    if row.status in CONCEPTS and not counted:
        return "concept", Tone.IDLE, "pen-line"
    if row.status == "closed":
        return "afgesloten", Tone.IDLE, "archive"
    if row.status == "active":
        return f"versie {row.version}", Tone.OK, "circle-check"
    if row.needed:
        return f"nog nodig: {row.needed}", Tone.WARN, "pen-line"
    return "klaar om te bespreken", Tone.INFO, "handshake"


def plan_detail(row: PlanRow, today: date) -> str:
    """Which plan it is, and when somebody wrote in it last."""
    if row.edited_at is None:
        return row.title
    day = row.edited_at.astimezone(AMSTERDAM).date()
    near = relative_day(day, today) if (today - day).days <= NEAR else f"op {plain_date(day)}"
    return f"{row.title} · {near} bewerkt"


class PlanLines(QWidget):
    """`plan_opened` carries the id of a plan, and the key of a question or an empty text."""

    plan_opened = Signal(str, str)
    form_opened = Signal(object)  # the FormKey of a form that was not finished
    begin_requested = Signal()

    def __init__(self, theme: ThemeContext, clock: Clock, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._clock = clock
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme.px(14))
        self._cards: list[Card] = []
        self._badges: dict[str, StatusBadge] = {}
        self._buttons: dict[str, Button] = {}

    def show_plans(
        self,
        recent: Sequence[PlanRow],
        put_back: Sequence[tuple[PlanRow, DraftView]],
        forms: Sequence[FormDraftView] = (),
        annexes: Sequence[AnnexRow] = (),
    ) -> None:
        """Show the plans edited last, and above them what is not finished: typed text, forms, annexes."""
        for card in self._cards:
            self._column.removeWidget(card)
            card.hide()  # a layout shows what was just added a moment later: then it would be a window
            card.setParent(None)
            card.deleteLater()
        self._badges, self._buttons = {}, {}
        waiting = put_back or forms or annexes
        self._cards = [self._put_back_card(put_back, forms, annexes)] if waiting else []
        self._cards.append(self._recent_card(recent))
        for card in self._cards:
            self._column.addWidget(card)
        follow_layout(self)

    def put_above(self, widget: QWidget) -> None:
        """Put something above the cards."""
        self._column.insertWidget(0, widget)

    def show_needed(self, row: PlanRow) -> None:
        """Show what a plan still needs, now that it is counted."""
        if row.id in self._badges:
            words, tone, icon = plan_status(row)
            self._badges[row.id].set_status(words, tone, icon)
            self._buttons[row.id].setAccessibleName(f"{row.subject_name}: {row.title}, {words}")

    def _put_back_card(
        self,
        put_back: Sequence[tuple[PlanRow, DraftView]],
        forms: Sequence[FormDraftView],
        annexes: Sequence[AnnexRow],
    ) -> Card:
        card = Card(self._theme, "Ligt nog klaar")
        card.add(
            TextLabel("Dit was nog niet af toen je stopte. Er is niets verloren gegaan.", TextRole.MUTED)
        )
        for row, draft in put_back:
            talk = draft.key == DRAFT_KEY
            back = f"tekst van {draft.by}" if draft.by else "tekst terug"
            words, icon = ("bespreking begonnen", "handshake") if talk else (back, "rotate-ccw")
            badge = StatusBadge(self._theme, words, Tone.INFO, icon=icon)
            card.add(self._line(row, badge, draft.key), divided=True)
        for form in forms:
            card.add(self._form_line(form), divided=True)
        for annex in annexes:
            card.add(self._annex_line(annex), divided=True)
        return card

    def _annex_line(self, annex: AnnexRow) -> QWidget:
        badge = StatusBadge(self._theme, "nog niet afgesloten", Tone.INFO, icon="pen-line")
        button = TitleButton(self._theme, annex.subject_name)
        button.setAccessibleName(f"{annex.subject_name}: {annex.title}, {badge.text()}")
        button.clicked.connect(lambda: self.plan_opened.emit(annex.id, ""))
        return self._two_lines(button, badge, f"{annex.title} · bij {annex.plan_title}")

    def _form_line(self, form: FormDraftView) -> QWidget:
        badge = StatusBadge(self._theme, "nog niet bewaard", Tone.INFO, icon="rotate-ccw")
        name = form.subject_name or form.title
        button = TitleButton(self._theme, name)
        button.setAccessibleName(f"{name}: {form.title}, {badge.text()}")
        button.clicked.connect(lambda: self.form_opened.emit(form.key))
        local = form.at.astimezone(AMSTERDAM)
        same_day = local.date() == self._clock.today()
        when = f"{local:%H:%M}" if same_day else plain_date(local.date())
        by = f" door {form.by}" if form.by else ""
        return self._two_lines(button, badge, f"{form.title} · ingevuld {when}{by}")

    def _recent_card(self, recent: Sequence[PlanRow]) -> Card:
        card = Card(self._theme, "Waar je was")
        for row in recent:
            words, tone, icon = plan_status(row, counted=False)
            badge = StatusBadge(self._theme, words, tone, icon=icon)
            card.add(self._line(row, badge), divided=True)
            self._badges[row.id] = badge
        if not recent:
            empty = EmptyState(
                self._theme,
                "Nog geen plannen",
                "Kies een cliënt en begin een plan. Het staat daarna hier.",
                icon="file-text",
                action="Naar cliënten",
                action_icon="users",
            )
            empty.action_requested.connect(self.begin_requested)
            card.add(empty)
        return card

    def _line(self, row: PlanRow, badge: StatusBadge, question: str = "") -> QWidget:
        button = TitleButton(self._theme, row.subject_name)
        button.setAccessibleName(f"{row.subject_name}: {row.title}, {badge.text()}")
        button.clicked.connect(lambda: self.plan_opened.emit(row.id, question))
        if not question:
            self._buttons[row.id] = button
        return self._two_lines(button, badge, plan_detail(row, self._clock.today()))

    def _two_lines(self, button: Button, badge: StatusBadge, words: str) -> QWidget:
        line = ResponsiveGrid(self._theme, weights=(1,), gap=(8, 0))
        head = QWidget()
        beside = QHBoxLayout(head)
        beside.setContentsMargins(0, 0, 0, 0)
        beside.addWidget(button)
        beside.addStretch()
        beside.addWidget(badge)
        line.add(head)
        detail = ElidedLabel(words, TextRole.MUTED)
        detail.setContentsMargins(_LINK_EDGE, 0, 0, 0)
        line.add(detail)
        return line
