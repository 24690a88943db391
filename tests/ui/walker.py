"""Walks a window as people with a keyboard, a screen reader or poor sight do, and says what stops them.

`walk(window)` gives findings; every page must give none. The window must be shown.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from PIL import Image
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QCheckBox,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QRadioButton,
    QScrollArea,
    QStyle,
    QStyleOptionComboBox,
    QStyleOptionFrame,
    QWidget,
)

from planbureau.ui.theme.contrast import TEXT_MINIMUM, contrast
from planbureau.ui.widgets.date_field import DateLine

MINIMUM_TARGET = 24
"""WCAG 2.2, 2.5.8 Target Size (Minimum), level AA: 24 by 24 pixels."""

_ROW = 12
_SCALE = 3
_ROUNDS = 6
_INTERNAL = frozenset({"qt_spinbox_lineedit", "qt_scrollarea_viewport", "qt_calendar_calendarview"})


@dataclass(frozen=True)
class Finding:
    """One thing that is wrong: which check, which widget, and what about it."""

    check: str
    widget: str
    detail: str = ""


def walk(window: QWidget, *, pixels: bool = True) -> list[Finding]:
    """All findings in a shown window. `pixels=False` leaves out the contrast, which draws the window."""
    checks: list[Callable[[QWidget], Iterator[Finding]]] = [names, labels, images, tab_order]
    if pixels:
        checks.append(low_contrast)
    return [finding for check in checks for finding in check(window)] + misfits(window)


def misfits(window: QWidget) -> list[Finding]:
    """What depends on the size of the window alone: too small, cut, sticking out or too wide."""
    for _ in range(_ROUNDS):  # each box passes on to the next outside it that it became higher
        QApplication.processEvents()
    checks = (targets, clipped_text, cut_choices, hidden_begins, outside, wide_pages)
    return [finding for check in checks for finding in check(window)]


def described(widget: QWidget) -> str:
    """A widget in words that lead to it."""
    text = widget.text() if isinstance(widget, QLabel | QAbstractButton) else ""
    parent = widget.parentWidget()
    inside = type(parent).__name__ if parent else "-"
    name = widget.accessibleName() or text or widget.objectName()
    return f"{type(widget).__name__}({name!r}) in {inside}"


def seen(window: QWidget) -> list[QWidget]:
    """Every visible widget of a window, without the windows that it opened."""
    inside = [window, *window.findChildren(QWidget)]
    return [one for one in inside if one.isVisibleTo(window) and one.window() is window.window()]


def stops(window: QWidget) -> list[QWidget]:
    """Everything that Tab should come to."""
    return [
        widget
        for widget in seen(window)
        if widget.isEnabled()
        and widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and widget.objectName() not in _INTERNAL
        and widget.focusProxy() is None
        and not isinstance(widget.parentWidget(), QComboBox)
    ]


def names(window: QWidget) -> Iterator[Finding]:
    """Everything that takes the focus has a name of its own or a label that belongs to it."""
    # The accessible name that Qt makes up itself is not used: that of a combo box is its value.
    buddies = {id(label.buddy()) for label in window.findChildren(QLabel) if label.buddy() is not None}
    for widget in stops(window):
        text = widget.text() if isinstance(widget, QAbstractButton) else ""
        if not (widget.accessibleName() or text).strip() and id(widget) not in buddies:
            yield Finding("geen naam", described(widget))


def labels(window: QWidget) -> Iterator[Finding]:
    """The name of a field leads to its field."""
    for label in seen(window):
        if isinstance(label, QLabel) and label.property("role") == "field" and label.buddy() is None:
            yield Finding("label zonder veld", described(label))


def images(window: QWidget) -> Iterator[Finding]:
    """A picture has a name, or says that it only decorates."""
    for label in seen(window):
        if not isinstance(label, QLabel) or label.pixmap().isNull():
            continue
        if not label.accessibleName() and not label.property("decorative"):
            yield Finding("afbeelding zonder naam", described(label))


def tab_order(window: QWidget) -> Iterator[Finding]:
    """Tab reaches everything, leaves everything, and does not jump up within a group."""
    wanted = stops(window)
    if not wanted:
        return
    visited, trap = _follow_tab(window, wanted)
    if trap is not None:
        yield Finding("tab-val", described(trap))
    reached = {id(widget) for widget in visited}
    for widget in wanted:
        if id(widget) not in reached and not _one_of_a_group(widget):
            yield Finding("niet bereikbaar met Tab", described(widget))
    for before, after in pairwise(visited):
        if before.parentWidget() is not after.parentWidget():
            continue
        rise = before.mapTo(window, QPoint(0, 0)).y() - after.mapTo(window, QPoint(0, 0)).y()
        if rise > _ROW + before.height():
            yield Finding("tabvolgorde springt omhoog", described(after), f"na {described(before)}")


def _follow_tab(window: QWidget, wanted: list[QWidget]) -> tuple[list[QWidget], QWidget | None]:
    window.window().activateWindow()
    QApplication.processEvents()
    wanted[0].setFocus(Qt.FocusReason.TabFocusReason)
    visited: list[QWidget] = []
    for _ in range(4 * len(wanted) + 20):
        focus = QApplication.focusWidget()
        if focus is None or any(focus is one for one in visited):
            break
        visited.append(focus)
        QTest.keyClick(focus, Qt.Key.Key_Tab)
        if QApplication.focusWidget() is focus and len(wanted) > 1:
            return visited, focus
    return visited, None


def _one_of_a_group(widget: QWidget) -> bool:
    """Radio buttons and exclusive groups have one Tab stop together; arrows do the rest."""
    if isinstance(widget, QRadioButton):
        return True
    group = widget.group() if isinstance(widget, QAbstractButton) else None
    return group is not None and group.exclusive()


def targets(window: QWidget) -> Iterator[Finding]:
    """What can be pressed is large enough for a shaking hand."""
    for widget in stops(window):
        if not isinstance(widget, QAbstractButton | QComboBox | QLineEdit):
            continue
        if widget.width() < MINIMUM_TARGET or widget.height() < MINIMUM_TARGET:
            yield Finding("klein doel", described(widget), f"{widget.width()} x {widget.height()}")


def clipped_text(window: QWidget) -> Iterator[Finding]:
    """No word falls outside its label or its button."""
    for widget in seen(window):
        if isinstance(widget, QCheckBox | QRadioButton):
            need = widget.sizeHint()
        elif isinstance(widget, QAbstractButton) and widget.text():
            need = widget.minimumSizeHint()
        elif isinstance(widget, QLabel) and widget.text() and not widget.wordWrap():
            need = widget.sizeHint()
        elif isinstance(widget, QLabel) and widget.text():
            if widget.height() + 1 < widget.heightForWidth(widget.width()):
                yield Finding("afgekapt", described(widget), f"hoogte {widget.height()}")
            continue
        else:
            continue
        if widget.width() + 1 < need.width() or widget.height() + 1 < need.height():
            size = f"{widget.width()} x {widget.height()}, nodig {need.width()} x {need.height()}"
            yield Finding("afgekapt", described(widget), size)


def cut_choices(window: QWidget) -> Iterator[Finding]:
    """What is chosen in a drop-down can be read, or shortens with an ellipsis."""
    for box in seen(window):
        if not isinstance(box, QComboBox) or box.isEditable():
            continue
        option = QStyleOptionComboBox()
        box.initStyleOption(option)
        part = QStyle.SubControl.SC_ComboBoxEditField
        room = box.style().subControlRect(QStyle.ComplexControl.CC_ComboBox, option, part, box).width()
        need = box.fontMetrics().horizontalAdvance(option.currentText)
        if need > room:
            yield Finding("afgekapt", described(box), f"breed {room}, nodig {need}")


def hidden_begins(window: QWidget) -> Iterator[Finding]:
    """A line nobody types in shows the beginning of its text, and a line only to read shows all of it."""
    for line in seen(window):
        if not isinstance(line, QLineEdit) or line.hasFocus():
            continue
        option = QStyleOptionFrame()
        line.initStyleOption(option)
        room = line.style().subElementRect(QStyle.SubElement.SE_LineEditContents, option, line).width() - 4
        over = line.fontMetrics().horizontalAdvance(line.displayText()) > room
        if over and (line.cursorPosition() > 0 or isinstance(line, DateLine)):
            yield Finding("begin niet te zien", described(line), line.displayText()[:40])


def outside(window: QWidget) -> Iterator[Finding]:
    """Nothing with words sticks out of the box in which it stands, where it would be cut."""
    kinds = (QLabel, QAbstractButton, QLineEdit, QComboBox, QPlainTextEdit)
    for widget in seen(window):
        parent = widget.parentWidget()
        if widget is window or parent is None or not isinstance(widget, kinds):
            continue
        if isinstance(parent, QComboBox | QLineEdit):
            continue
        left, over = widget.x(), widget.geometry().right() - parent.rect().right()
        below = widget.geometry().bottom() - parent.rect().bottom()
        if left < -1 or over > 1 or below > 1:
            yield Finding("steekt uit", described(widget), f"links {left}, rechts {over}, onder {below}")


def wide_pages(window: QWidget) -> Iterator[Finding]:
    """No page has to be scrolled sideways (WCAG 2.2, 1.4.10 Reflow)."""
    for area in seen(window):
        inside = area.widget() if isinstance(area, QScrollArea) else None
        if isinstance(area, QScrollArea) and inside is not None:
            over = inside.width() - area.viewport().width()
            if over > 0:
                yield Finding("te breed", described(area), f"{over} pixels")


def low_contrast(window: QWidget) -> Iterator[Finding]:
    """Text as it is drawn keeps 4.5:1 on what is behind it; drawn three times as large, to see its colour."""
    image = QImage(window.size() * _SCALE, QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(_SCALE)
    window.render(image)
    for widget in seen(window):
        if not isinstance(widget, QLabel | QAbstractButton) or not widget.text().strip():
            continue
        if not widget.isEnabled() or not _whole(widget):
            continue
        ratio = _drawn_contrast(window, widget, image)
        if ratio < TEXT_MINIMUM:
            yield Finding("contrast", described(widget), f"{ratio:.1f}")


def _whole(widget: QWidget) -> bool:
    """Whether no part of it is scrolled away."""
    return widget.width() > 4 and widget.visibleRegion().boundingRect() == widget.rect()


def _drawn_contrast(window: QWidget, widget: QWidget, image: QImage) -> float:
    """Commonest colour against the most different one that covers at least 0.3 % of the widget."""
    corner = widget.mapTo(window, QPoint(0, 0)) * _SCALE
    part = image.copy(QRect(corner, widget.size() * _SCALE)).convertToFormat(QImage.Format.Format_RGBA8888)
    # Counted by Pillow: a million pixels in Python take a second.
    size = (part.width(), part.height())
    pixels = Image.frombuffer("RGBA", size, bytes(part.constBits()), "raw", "RGBA", part.bytesPerLine(), 1)
    colours: list[tuple[int, Any]] = pixels.getcolors(size[0] * size[1]) or []
    _, ground = max(colours)
    least = max(3, size[0] * size[1] * 0.003)
    drawn = [QColor(*colour[:3]) for count, colour in colours if count >= least]
    return max((contrast(colour, QColor(*ground[:3])) for colour in drawn), default=1.0)
