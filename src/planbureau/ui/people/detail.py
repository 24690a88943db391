"""What the details of a client and of a household have in common."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QAbstractButton, QVBoxLayout, QWidget

from planbureau.ui.people.desk import Desk
from planbureau.ui.widgets.responsive_grid import ResponsiveGrid
from planbureau.ui.widgets.scroll_page import ScrollPage


class Detail(ScrollPage):
    """Made anew after each change; `put_back` then goes where the user was."""

    def __init__(self, desk: Desk, subject_id: str, parent: QWidget | None = None) -> None:
        super().__init__(desk.theme, parent=parent)
        self.desk = desk
        self.subject_id = subject_id

    def first_focus(self) -> QWidget | None:
        """Where the keyboard starts."""
        return None

    def add_columns(self, left: Sequence[QWidget], right: Sequence[QWidget]) -> None:
        """Cards in two columns that do not wait for each other; below each other in a narrow window."""
        grid = ResponsiveGrid(self.desk.theme, weights=(3, 2), narrow=680, gap=(14, 14))
        for cards in (left, right):
            column = QWidget()
            lines = QVBoxLayout(column)
            lines.setContentsMargins(0, 0, 0, 0)
            lines.setSpacing(self.desk.theme.px(14))
            for card in cards:
                lines.addWidget(card)
            lines.addStretch()
            grid.add(column)
        self.add(grid)

    def scroll_position(self) -> int:
        """How far it was scrolled."""
        return self.verticalScrollBar().value()

    def focus_mark(self, focus: QWidget | None) -> tuple[str, int] | None:
        """Name and place of the button that has the focus; None when it is elsewhere."""
        buttons = self.findChildren(QAbstractButton)
        if not isinstance(focus, QAbstractButton) or focus not in buttons:
            return None
        return focus.accessibleName(), buttons.index(focus)

    def put_back(self, position: int, mark: tuple[str, int] | None) -> None:
        """Scroll to where it was, and give the focus to the button of that name, else in that place."""
        if mark is not None:
            buttons = self.findChildren(QAbstractButton)
            named = [button for button in buttons if button.accessibleName() == mark[0]]
            for button in (*named, *buttons[mark[1] : mark[1] + 1])[:1]:
                button.setFocus()
        self.verticalScrollBar().setValue(position)
