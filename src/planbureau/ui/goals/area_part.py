"""One result area with its ready-made goals, closed until somebody needs it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from planbureau.formats.goals import ResultArea
from planbureau.texts import count
from planbureau.ui.goals.making import ticked
from planbureau.ui.goals.ready_goal_row import ReadyGoalRow
from planbureau.ui.page import PageContext
from planbureau.ui.widgets.buttons import Button, ButtonKind, IconButton
from planbureau.ui.widgets.labels import TextLabel, TextRole
from planbureau.ui.widgets.pictograms import PictogramPixmaps
from planbureau.views import PlanView

_SIDE = 34


class AreaPart(QFrame):
    """`own_requested` carries the code of the area. A search opens every area that has an answer."""

    own_requested = Signal(str)
    opened_changed = Signal()

    def __init__(
        self, context: PageContext, area: ResultArea, pixmaps: PictogramPixmaps, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.area = area
        self._opened = False
        self._searching = False
        theme = context.theme
        self.setProperty("card", "true")
        self.toggle = IconButton(theme, "chevron-right", "")
        self._count = TextLabel("", TextRole.MUTED, wrap=False)
        picture = QLabel()
        side = theme.px(_SIDE)
        picture.setPixmap(pixmaps.pixmap(area.pictogram, side, self.devicePixelRatioF()))
        picture.setFixedSize(side, side)
        picture.setProperty("decorative", True)
        head = QHBoxLayout()
        head.setSpacing(theme.px(10))
        head.addWidget(self.toggle)
        head.addWidget(picture)
        head.addWidget(TextLabel(area.title, TextRole.HEADING), 1)
        head.addWidget(self._count, 0, Qt.AlignmentFlag.AlignVCenter)
        self._inside = QWidget()
        inside = QVBoxLayout(self._inside)
        inside.setContentsMargins(theme.px(12), 0, 0, 0)
        inside.setSpacing(theme.px(4))
        self.rows = tuple(ReadyGoalRow(context, ready, pixmaps) for ready in area.goals)
        for row in self.rows:
            inside.addWidget(row)
        self.own = Button(theme, "Eigen doel", ButtonKind.QUIET, icon="plus")
        self.own.setAccessibleName(f"Eigen doel bij {area.title}")
        inside.addWidget(self.own)
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.px(10), theme.px(8), theme.px(14), theme.px(8))
        column.addLayout(head)
        column.addWidget(self._inside)
        self.toggle.clicked.connect(lambda: self.set_open(opened=not self._opened))
        self.own.clicked.connect(lambda: self.own_requested.emit(area.code))
        self._show()

    @property
    def is_open(self) -> bool:
        """Whether its goals show."""
        return self._opened

    def set_open(self, *, opened: bool) -> None:
        """Open or close it."""
        self._opened = opened
        self._show()
        self.opened_changed.emit()

    def show_count(self, plan: PlanView, *, searching: bool) -> None:
        """Show how many goals were chosen here, and open while a search has answers."""
        chosen = sum(len(ticked(plan, row.ready.code)) for row in self.rows)
        own = sum(g.area == self.area.code and g.matrix_code.startswith("EIG") for g in plan.goals)
        total = chosen + own
        self._count.setText(f"{count(total, 'doel', 'doelen')} gekozen" if total else "")
        found = any(not row.isHidden() for row in self.rows)
        self._searching = searching and found
        self.setVisible(not searching or found)
        self._show()

    def _show(self) -> None:
        opened = self._opened or self._searching
        self._inside.setVisible(opened)
        self.toggle.set_icon("chevron-down" if opened else "chevron-right")
        self.toggle.set_name(f"{self.area.title} {'sluiten' if opened else 'openen'}")
