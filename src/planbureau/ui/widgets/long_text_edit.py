"""A box for longer text that grows with what is written, and stays quick with a pasted book."""

from __future__ import annotations

import re

from PySide6.QtCore import QEvent, QMimeData, QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent, QTextOption, QWheelEvent
from PySide6.QtWidgets import QPlainTextEdit, QSizePolicy, QVBoxLayout, QWidget

from planbureau.ui.theme.context import ThemeContext
from planbureau.ui.widgets.labels import TextLabel, TextRole

_GROWS_TO_LINES = 14
_COUNTER_FROM = 0.8
_LONG_WORD = re.compile(r"\S{1000}")


class GrowingEdit(QPlainTextEdit):
    """Plain text only. Tab goes to the next field. Grows to fourteen lines, then scrolls."""

    def __init__(self, context: ThemeContext, lines: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._lines = lines
        self._around = 18 if lines == 1 else 26
        self.setProperty("compact", lines == 1)
        self.setTabChangesFocus(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.document().documentLayout().documentSizeChanged.connect(self._fit)
        context.theme_changed.connect(self._fit)
        self._fit()

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Take the words of what is pasted, never its markup or its pictures."""
        if source.hasText():
            words = source.text().replace("\x00", "")
            self._wrap_for(words)
            self.textCursor().insertText(words)

    def setPlainText(self, text: str) -> None:
        self._wrap_for(text)
        super().setPlainText(text)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._fit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        # The style gives a compact box its own letters when it is first shown, after it measured itself.
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._fit()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._fit()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Let the page scroll on when there is nothing to scroll in the box."""
        if self.verticalScrollBar().maximum() == 0:
            event.ignore()
        else:
            super().wheelEvent(event)

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), self._height())

    def minimumSizeHint(self) -> QSize:
        return QSize(self._context.px(120), self._height())

    def _wrap_for(self, text: str) -> None:
        # Looking for a place to break in a word without spaces of 100,000 letters takes Qt a second.
        if _LONG_WORD.search(text):
            self.setWordWrapMode(QTextOption.WrapMode.WrapAnywhere)

    def _height(self) -> int:
        # A plain text document measures its height in lines, wrapped lines included.
        lines = round(self.document().size().height())
        shown = min(max(lines, self._lines), max(_GROWS_TO_LINES, self._lines))
        return shown * self.fontMetrics().lineSpacing() + self._around

    def _fit(self) -> None:
        height = self._height()
        if (height, height) != (self.minimumHeight(), self.maximumHeight()):
            self.setFixedHeight(height)
            self.updateGeometry()


class LongTextEdit(QWidget):
    """A growing box and, near its limit, a counter. Text over the limit is kept, and said to be too long."""

    value_changed = Signal()

    def __init__(
        self,
        context: ThemeContext,
        name: str = "",
        *,
        lines: int = 3,
        limit: int = 100_000,
        placeholder: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._limit = limit
        self.edit = GrowingEdit(context, lines)
        self.edit.setAccessibleName(name)
        self.edit.setPlaceholderText(placeholder)
        self._counter = TextLabel("", TextRole.SMALL)
        self._counter.setAlignment(Qt.AlignmentFlag.AlignRight)
        self._counter.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(self.edit)
        column.addWidget(self._counter)
        self.edit.textChanged.connect(self._text_changed)

    def focus_target(self) -> QWidget:
        """What gets the focus when the field does."""
        return self.edit

    def value(self) -> str:
        return self.edit.toPlainText()

    def set_value(self, text: str) -> None:
        """Show a text; the same text again leaves cursor and undo as they are."""
        if text != self.value():
            self.edit.setPlainText(text)

    def too_long(self) -> bool:
        """Whether there is more text than the limit; nothing is cut off."""
        return self._length() > self._limit

    def _length(self) -> int:
        return max(0, self.edit.document().characterCount() - 1)

    def _text_changed(self) -> None:
        length = self._length()
        near = length >= self._limit * _COUNTER_FROM
        if near:
            self._counter.setText(f"{length:,} van {self._limit:,} tekens".replace(",", "."))
        self._counter.setVisible(near)
        self.value_changed.emit()
