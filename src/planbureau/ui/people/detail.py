"""What the details of a client and of a household have in common."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtWidgets import QAbstractButton, QVBoxLayout, QWidget

from planbureau.ui.people.desk import Desk
from planbureau.ui.widgets.responsive_grid import ResponsiveGrid
from planbureau.ui.widgets.scroll_page import ScrollPage


@dataclass(frozen=True)
class FocusMark:
    """A button by its name, which one of that name it is, and its place among all buttons."""

    name: str
    which: int
    place: int


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

    def focus_mark(self, focus: QWidget | None) -> FocusMark | None:
        """Which button has the focus; None when it is elsewhere."""
        buttons = self.findChildren(QAbstractButton)
        if not isinstance(focus, QAbstractButton) or focus not in buttons:
            return None
        name = focus.accessibleName()
        return FocusMark(name, _named(buttons, name).index(focus), buttons.index(focus))

    def marked(self, mark: FocusMark | None) -> QAbstractButton | None:
        """The button of that name, else the one in that place."""
        if mark is None:
            return None
        buttons = self.findChildren(QAbstractButton)
        named = _named(buttons, mark.name)
        if named:
            return named[min(mark.which, len(named) - 1)]
        return buttons[mark.place] if mark.place < len(buttons) else None

    def put_back(self, position: int, mark: FocusMark | None) -> None:
        """Scroll to where it was, and give the focus to the button that had it."""
        button = self.marked(mark)
        if button is not None:
            button.setFocus()
        self.verticalScrollBar().setValue(position)


def _named(buttons: Sequence[QAbstractButton], name: str) -> list[QAbstractButton]:
    return [button for button in buttons if button.accessibleName() == name]
