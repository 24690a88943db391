"""A page that scrolls down, and that keeps the field with the focus in sight.

It can scroll sideways too, because hiding what does not fit is worse; a page should not need it.
"""

from __future__ import annotations

from PySide6.QtCore import QPoint, QSize, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QScrollArea, QVBoxLayout, QWidget

from planbureau.ui.theme.context import ThemeContext


class _Content(QWidget):
    """As high as its text is at its width, and not as high as it would be at its narrowest."""

    def minimumSizeHint(self) -> QSize:
        least = super().minimumSizeHint()
        layout = self.layout()
        wraps = layout is not None and layout.hasHeightForWidth()
        return QSize(least.width(), 0) if wraps else least


class ScrollPage(QScrollArea):
    """Put content in `body`. `width_changed` tells the width inside, for layouts that become narrow."""

    width_changed = Signal(int)

    def __init__(
        self,
        context: ThemeContext,
        *,
        margins: tuple[int, int, int, int] = (0, 0, 6, 0),
        stretch: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._context = context
        self._margins = margins
        self._stretch = stretch
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        # The bar keeps its room, drawn or not. When it came and went, text that just fits without it and just
        # not beside it made Qt lay out the page without end, until the program fell over.
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        content = _Content()
        content.setObjectName("ScrollBody")
        self.body = QVBoxLayout(content)
        if stretch:
            self.body.addStretch()
        self.setWidget(content)
        self._settled = QTimer(self)
        self._settled.setSingleShot(True)
        self._settled.timeout.connect(self._show_focused)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._follow_focus)
        context.theme_changed.connect(self._respace)
        self._respace()

    def add(self, widget: QWidget) -> None:
        """Put a widget below the others."""
        at = self.body.count() - 1 if self._stretch else self.body.count()
        self.body.insertWidget(at, widget)

    def to_top(self) -> None:
        """Shows the beginning, and as little less of it as the field with the focus asks."""
        self.verticalScrollBar().setValue(0)
        self._settled.start()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        # The size in the event is that of the room inside. Asking Qt for the viewport makes PySide prepare
        # every kind of widget that there is, a twelfth of a start.
        self.width_changed.emit(event.size().width())

    # Made known with the class: PySide loses a slot that it adds to a widget later ("Slot not found").
    @Slot(QWidget, QWidget)
    def _follow_focus(self, old: QWidget | None, new: QWidget | None) -> None:
        del old
        content = self.widget()
        if new is not None and content is not None and content.isAncestorOf(new):
            self._show(new)
            self._settled.start()

    @Slot()
    def _show_focused(self) -> None:
        """A form that has just opened has its place only now."""
        focused, content = QApplication.focusWidget(), self.widget()
        if focused is not None and content is not None and content.isAncestorOf(focused):
            self._show(focused)

    def _show(self, widget: QWidget) -> None:
        """All of it, or its top when it is higher than what shows: what stands above it stays in sight."""
        margin, content = self._context.px(24), self.widget()
        if content is not None and widget.height() + 2 * margin > self.maximumViewportSize().height():
            top = widget.mapTo(content, QPoint(0, 0))
            self.ensureVisible(top.x(), top.y(), 0, margin)
        else:
            self.ensureWidgetVisible(widget, 0, margin)

    @Slot()
    def _respace(self) -> None:
        left, top, right, bottom = self._margins
        px = self._context.px
        self.body.setContentsMargins(px(left), px(top), px(right), px(bottom))
        self.body.setSpacing(px(14))
