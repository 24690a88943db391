"""How goals were worded before: found by words, without names and without whose they were."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from planbureau.ui.page import PageContext
from planbureau.ui.widgets.buttons import Button, ButtonKind
from planbureau.ui.widgets.labels import TextLabel, TextRole
from planbureau.views import EarlierWording

_ABOUT = "Zo schreven we het eerder. Namen zijn eruit gehaald; bij … stond nog iets dat een naam kan zijn."


_SHOWN = 5


class EarlierPart(QFrame):
    """`chosen` carries the EarlierWording that somebody wants to use. Hidden while nothing was found."""

    chosen = Signal(object)

    def __init__(self, context: PageContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self.found: tuple[EarlierWording, ...] = ()
        px = context.theme.px
        self.setProperty("card", "sunken")
        self.setAccessibleName("Eerder zo geschreven")
        column = QVBoxLayout(self)
        column.setContentsMargins(px(12), px(10), px(12), px(10))
        column.setSpacing(px(4))
        column.addWidget(TextLabel(_ABOUT, TextRole.SMALL))
        self._lines = QVBoxLayout()
        self._lines.setSpacing(px(4))
        column.addLayout(self._lines)
        self.more_button = Button(context.theme, "Meer voorbeelden", ButtonKind.LINK, icon="chevron-down")
        self.more_button.clicked.connect(self._more)
        column.addWidget(self.more_button, 0, Qt.AlignmentFlag.AlignLeft)
        self.hide()

    def search(self, query: str) -> None:
        """Show what was written with these words."""
        found = self._context.workspace.own_goals.worded_before(query)
        if found == self.found:
            return
        self.found = found
        while (item := self._lines.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for one in found[:_SHOWN]:
            self._lines.addWidget(self._line(one))
        self.more_button.setVisible(len(found) > _SHOWN)
        self.setVisible(bool(found))

    def buttons(self) -> tuple[Button, ...]:
        """The buttons of the lines in order."""
        return tuple(one for one in self.findChildren(Button) if one is not self.more_button)

    def _more(self) -> None:
        for one in self.found[_SHOWN:]:
            self._lines.addWidget(self._line(one))
        self.more_button.hide()

    def _line(self, one: EarlierWording) -> QWidget:
        theme = self._context.theme
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px(8))
        times = f" ({one.times} keer)" if one.times > 1 else ""
        row.addWidget(TextLabel(f"{one.sentence}{times}"), 1)
        button = Button(theme, "Gebruiken", ButtonKind.QUIET, icon="plus")
        button.setAccessibleName(f"Gebruiken: {one.sentence}")
        button.clicked.connect(lambda: self.chosen.emit(one))
        row.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        return line
