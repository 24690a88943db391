"""Text on a page, by what it is: a title, a heading, a field name, small print."""

from __future__ import annotations

from enum import StrEnum

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QFrame, QLabel, QSizePolicy, QWidget

from planbureau.ui.theme.properties import set_style_property
from planbureau.ui.theme.tokens import Tone
from planbureau.ui.widgets.focus import focus_target


class TextRole(StrEnum):
    """The roles the stylesheet knows."""

    TITLE = "title"
    HEADING = "h2"
    BRAND = "brand"
    STRONG = "strong"
    FIELD = "field"
    BODY = "body"
    MUTED = "muted"
    SMALL = "small"
    SMALL_STRONG = "small-strong"
    HELP = "help"
    MESSAGE = "message"
    TALK = "talk"
    TALK_QUOTE = "talk-quote"


class TextLabel(QLabel):
    """Plain text that never interprets what a person typed as markup. Wraps unless told not to."""

    def __init__(
        self,
        text: str = "",
        role: TextRole = TextRole.BODY,
        *,
        wrap: bool = True,
        tone: Tone | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(wrap)
        self.setProperty("role", role.value)
        if tone is not None:
            self.setProperty("tone", tone.value)
        if wrap:
            self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self.setText(text)

    def set_tone(self, tone: Tone | None) -> None:
        set_style_property(self, "tone", tone.value if tone else "")


class FieldLabel(TextLabel):
    """The name of a field; a mouse click or a screen reader leads from it to the field itself."""

    def __init__(self, text: str, field: QWidget | None = None, parent: QWidget | None = None) -> None:
        super().__init__(text, TextRole.FIELD, parent=parent)
        if field is not None:
            self.set_field(field)

    def set_field(self, field: QWidget) -> None:
        """Bind the label to its field, and name the field after it when it has no name.

        The first of several options keeps its own words beside it: "Welke wet? Jeugdwet".
        """
        target = focus_target(field)
        self.setBuddy(target)
        if not target.accessibleName():
            option = target.text() if isinstance(target, QAbstractButton) else ""
            mark = "" if not option or self.text().endswith("?") else ":"
            target.setAccessibleName(f"{self.text()}{mark} {option}".strip())


class ElidedLabel(TextLabel):
    """One line that shortens with an ellipsis in a narrow place; the whole text is its tooltip."""

    def __init__(
        self, text: str = "", role: TextRole = TextRole.BODY, *, parent: QWidget | None = None
    ) -> None:
        self._whole = ""
        super().__init__("", role, wrap=False, parent=parent)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.set_whole_text(text)

    def minimumSizeHint(self) -> QSize:
        return QSize(0, super().minimumSizeHint().height())  # it may always be narrower than its words

    def set_whole_text(self, text: str) -> None:
        self._whole = text
        self.setAccessibleName(text)
        self._shorten()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._shorten()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        self._shorten()

    def _shorten(self) -> None:
        room = self.contentsRect().width()
        short = self.fontMetrics().elidedText(self._whole, Qt.TextElideMode.ElideRight, room)
        if short != self.text():
            self.setText(short)
        self.setToolTip("" if short == self._whole else self._whole)


class Divider(QFrame):
    """A thin line between rows; only decoration."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("line", True)
