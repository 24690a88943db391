"""A dialog around a form that is long enough to lose: closing it by Escape keeps what was typed."""

from __future__ import annotations

from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from planbureau.ui.people.keeper import Keeper
from planbureau.ui.theme.context import ThemeContext
from planbureau.ui.widgets.dialog_size import fit_on_screen
from planbureau.ui.widgets.labels import TextLabel, TextRole
from planbureau.ui.widgets.scroll_page import ScrollPage

_WIDTH, _HEIGHT = 560, 560


class KeptDialog(QDialog):
    """Put the form in `area` and its buttons in `set_foot`, and give `keeper` who looks after it.

    The title may not name anybody.
    """

    keeper: Keeper

    def __init__(self, theme: ThemeContext, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._settled = False
        self._theme = theme
        self._foot: QWidget | None = None
        self.setWindowTitle(title)
        fit_on_screen(self, theme, _WIDTH, _HEIGHT)
        self.area = ScrollPage(theme, margins=(20, 18, 20, 18))
        self.area.add(TextLabel(title, TextRole.TITLE))
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(self.area)

    def set_foot(self, foot: QWidget) -> None:
        """Puts the buttons of the form below what scrolls, in place of those of the form before it."""
        px = self._theme.px
        foot.setContentsMargins(px(20), 0, px(20), px(16))
        old, self._foot = self._foot, foot
        if old is not None:
            old.hide()
            old.deleteLater()
        self._column.addWidget(foot)

    def accept(self) -> None:
        """What was typed is saved: nothing is kept for the next time."""
        self._settle()
        super().accept()

    def cancel(self) -> None:
        """Somebody chose to leave it."""
        self._settle()
        self.reject()

    def _settle(self) -> None:
        self._settled = True
        self.keeper.forget()

    def done(self, result: int) -> None:
        """Closing by Escape keeps what was typed, for the next time."""
        if not self._settled:
            self.keeper.keep()
        super().done(result)
