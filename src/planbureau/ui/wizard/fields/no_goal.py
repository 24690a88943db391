"""Below a wish: "hier maken we nu geen doel van", with the reason."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from planbureau.ui.theme.context import ThemeContext
from planbureau.ui.widgets.check_line import CheckLine
from planbureau.ui.widgets.labels import FieldLabel
from planbureau.ui.widgets.long_text_edit import LongTextEdit

_ASK = "Hier maken we nu geen doel van"
_WHY = "Waarom niet"


class NoGoal(QWidget):
    """Shows as long as there is a wish or a reason. `typed` with each keystroke in the reason."""

    typed = Signal()

    def __init__(self, context: ThemeContext, about: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.tick = CheckLine(context, _ASK)
        self.tick.box.setAccessibleName(f"{_ASK}, {about}")
        self.why = LongTextEdit(context, f"{_WHY}, {about}", lines=1)
        self._label = FieldLabel(_WHY, self.why)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(context.px(4))
        for widget in (self.tick, self._label, self.why):
            column.addWidget(widget)
        self.tick.clicked.connect(self._ticked)
        self.why.value_changed.connect(self.typed)
        self.show_reason("", "")

    def reason(self) -> str:
        """The reason, or "" when people do want a goal."""
        return self.why.value().strip() if self.tick.checked() else ""

    def show_reason(self, wish: str, reason: str) -> None:
        """Shows what is stored; a tick that still waits for its reason stays."""
        if reason != self.reason():
            self.why.set_value(reason)
        if reason:
            self.tick.set_checked(on=True)
        self.follow(wish)

    def follow(self, wish: str) -> None:
        """Shows the tick as long as there is a wish or a reason, and the reason when it is ticked."""
        ticked = self.tick.checked()
        self.setVisible(bool(wish.strip()) or ticked)
        self._show_why()

    def _show_why(self) -> None:
        for widget in (self._label, self.why):
            widget.setVisible(self.tick.checked())

    def _ticked(self) -> None:
        self._show_why()
        if self.tick.checked():
            self.why.setFocus()
        self.typed.emit()
