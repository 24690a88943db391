"""Buttons: one main action on a screen, ordinary ones, quiet ones, and the one that cannot be undone."""

from __future__ import annotations

from enum import StrEnum

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QPushButton, QSizePolicy, QToolButton, QWidget

from planbureau.ui.theme.context import ThemeContext
from planbureau.ui.theme.properties import set_style_property

GAP = "\u00a0"
"""A stylesheet cannot set the gap between icon and words; a no-break space is in the font itself."""

ICON = 18


class ButtonKind(StrEnum):
    """What pressing a button means."""

    PRIMARY = "primary"
    SECONDARY = "secondary"
    QUIET = "quiet"
    LINK = "link"
    DANGER = "danger"


_ICON_COLOUR = {
    ButtonKind.PRIMARY: "on_primary",
    ButtonKind.SECONDARY: "text",
    ButtonKind.QUIET: "primary",
    ButtonKind.LINK: "primary",
    ButtonKind.DANGER: "on_danger",
}


class Button(QPushButton):
    """A button with words, and perhaps an icon before or after them. Enter and Space both press it."""

    def __init__(
        self,
        context: ThemeContext,
        text: str,
        kind: ButtonKind = ButtonKind.SECONDARY,
        *,
        icon: str = "",
        icon_after: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._context = context
        self._icon_name = icon
        self._icon_after = icon_after
        self._compact = False
        self._kind = kind
        self.setProperty("kind", kind.value)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        if icon:
            self.setIcon(context.icon(icon, _ICON_COLOUR[kind], "primary"))
            if icon_after:
                self.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
            context.theme_changed.connect(self._rescale)
            self._rescale()
        self.set_label(text)

    def label(self) -> str:
        """The words, without the gap that belongs to the icon."""
        return self.accessibleName()

    def set_label(self, text: str) -> None:
        self.setAccessibleName(text.replace("&", ""))
        self._show_words(text)

    def set_icon(self, icon: str) -> None:
        """Another icon, for a button that was made with one."""
        self._icon_name = icon
        self.setIcon(self._context.icon(icon, _ICON_COLOUR[self._kind], "primary"))

    def set_kind(self, kind: ButtonKind) -> None:
        self._kind = kind
        set_style_property(self, "kind", kind.value)
        if self._icon_name:
            self.setIcon(self._context.icon(self._icon_name, _ICON_COLOUR[kind], "primary"))

    def set_compact(self, compact: bool) -> None:
        """Show the icon alone, for a narrow window; the words become the tooltip."""
        self._compact = compact and bool(self._icon_name)
        self.setToolTip(self.label() if self._compact else "")
        self._show_words(self.label())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
            return
        super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.hasFocus() and self._kind in (ButtonKind.PRIMARY, ButtonKind.DANGER):
            # The outline of the focus is too close to the colour of these two: a light line inside it.
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(self._context.colour(_ICON_COLOUR[self._kind]), 1.5))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(3.5, 3.5, -3.5, -3.5), 4, 4)

    def _show_words(self, text: str) -> None:
        if self._compact:
            self.setText("")
        elif self._icon_name:
            self.setText(text + GAP if self._icon_after else GAP + text)
        else:
            self.setText(text)

    def _rescale(self) -> None:
        side = self._context.px(ICON)
        self.setIconSize(QSize(side, side))


class IconButton(QToolButton):
    """A square button with an icon alone; its name is its tooltip and what a screen reader says."""

    def __init__(
        self,
        context: ThemeContext,
        icon: str,
        name: str,
        *,
        colour: str = "text",
        quiet: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._context = context
        self.setIcon(context.icon(icon, colour, "primary"))
        self.setProperty("iconOnly", True)
        self.setProperty("kind", ButtonKind.QUIET.value if quiet else ButtonKind.SECONDARY.value)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.set_name(name)
        context.theme_changed.connect(self._rescale)
        self._rescale()

    def set_name(self, name: str) -> None:
        self.setAccessibleName(name)
        self.setToolTip(name)

    def set_icon(self, icon: str, colour: str = "text") -> None:
        self.setIcon(self._context.icon(icon, colour, "primary"))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
            return
        super().keyPressEvent(event)

    def _rescale(self) -> None:
        side = self._context.px(ICON)
        self.setIconSize(QSize(side, side))
