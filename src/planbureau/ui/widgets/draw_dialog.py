"""A sheet to draw on, with pens beside it. Whatever closes it, what was drawn is kept."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor, QIcon, QPixmap
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLineEdit, QToolButton, QVBoxLayout, QWidget

from planbureau.ui.theme.context import ThemeContext
from planbureau.ui.widgets.buttons import Button, ButtonKind
from planbureau.ui.widgets.dialog_size import height_under
from planbureau.ui.widgets.draw_pad import COLOURS, THICK, THIN, DrawPad
from planbureau.ui.widgets.flow import Flow
from planbureau.ui.widgets.labels import FieldLabel

CAPTION = "Wat staat erop? (voor wie de tekening niet kan zien)"


class DrawDialog(QDialog):
    """After `exec()` `drawing` is a PNG, or empty when nothing was drawn or it was thrown away."""

    def __init__(self, theme: ThemeContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._thrown = False
        self.setWindowTitle("Tekenen")
        size = _size_for(theme, parent)
        self.resize(size.width(), min(size.height(), height_under(self)))
        px = theme.px
        column = QVBoxLayout(self)
        column.setContentsMargins(px(14), px(12), px(14), px(12))
        column.setSpacing(px(8))
        self.pad = DrawPad(theme)
        column.addWidget(self._pens())
        column.addWidget(self.pad, 1)
        self.line = QLineEdit()
        column.addWidget(FieldLabel(CAPTION, self.line))
        column.addWidget(self.line)
        column.addLayout(self._buttons())
        self.save_button.setFocus()

    @property
    def drawing(self) -> bytes:
        """The picture."""
        return b"" if self._thrown or self.pad.is_empty() else self.pad.png()

    @property
    def caption(self) -> str:
        """What there is to see, in words."""
        return self.line.text().strip()

    def _pens(self) -> QWidget:
        row = Flow()
        self.colours: list[QToolButton] = []
        for colour, name in COLOURS:
            button = QToolButton()
            button.setIcon(_dot(colour, self._theme.px(20)))
            button.setIconSize(QSize(self._theme.px(20), self._theme.px(20)))
            button.setProperty("iconOnly", True)
            button.setCheckable(True)
            button.setAutoExclusive(True)
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            button.setAccessibleName(name)
            button.setToolTip(name)
            button.clicked.connect(lambda _=False, colour=colour: self._take(colour))
            row.add(button)
            self.colours.append(button)
        self.colours[0].setChecked(True)
        self.thick = Button(self._theme, "Dikke stift", icon="pen-line")
        self.thick.setCheckable(True)
        self.thick.toggled.connect(self._set_thick)
        self.undo = Button(self._theme, "Laatste lijn weg", icon="undo-2")
        self.undo.clicked.connect(self.pad.undo)
        for extra in (self.thick, self.undo):
            extra.setAutoDefault(False)
            row.add(extra)
        return row

    def _buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.addStretch()
        throw = Button(self._theme, "Weggooien", icon="trash-2")
        self.save_button = Button(self._theme, "Klaar", ButtonKind.PRIMARY, icon="check")
        for button in (throw, self.save_button):
            button.setAutoDefault(False)
            row.addWidget(button)
        throw.clicked.connect(self._throw)
        self.save_button.clicked.connect(self.accept)
        return row

    def _take(self, colour: str) -> None:
        self.pad.colour = colour

    def _set_thick(self, thick: bool) -> None:
        self.pad.thickness = THICK if thick else THIN

    def _throw(self) -> None:
        self._thrown = True
        self.reject()


def _size_for(theme: ThemeContext, parent: QWidget | None) -> QSize:
    """As large as the window it opens from allows."""
    wanted = QSize(theme.px(860), theme.px(680))
    room = parent.window().size() * 0.96 if parent is not None else wanted
    return wanted.boundedTo(room)


def _dot(colour: str, side: int) -> QIcon:
    pixmap = QPixmap(side, side)
    pixmap.fill(QColor(colour))
    return QIcon(pixmap)
