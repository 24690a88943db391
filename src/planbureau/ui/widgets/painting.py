"""What the delegates of lists and grids draw alike: rounded grounds, the focus frame, icons, short text."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem

from planbureau.ui.theme.context import ThemeContext, ToneColours

_LEFT_MIDDLE = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


def is_selected(option: QStyleOptionViewItem) -> bool:
    return bool(option.state & QStyle.StateFlag.State_Selected)


def is_hovered(option: QStyleOptionViewItem) -> bool:
    return bool(option.state & QStyle.StateFlag.State_MouseOver)


def has_focus(option: QStyleOptionViewItem) -> bool:
    """Whether this cell is the current one of a view that has the keyboard."""
    widget = option.widget
    return bool(option.state & QStyle.StateFlag.State_HasFocus) and widget is not None and widget.hasFocus()


def fill_rounded(painter: QPainter, rect: QRectF, colour: QColor, radius: float = 7) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    painter.drawRoundedRect(rect, radius, radius)


def fill_tone(painter: QPainter, rect: QRectF, colours: ToneColours, radius: float = 7) -> None:
    """The ground of a chip or a badge, with an outline in a look that needs it."""
    fill_rounded(painter, rect, colours.ground, radius)
    if colours.line != colours.ground:
        frame_rounded(painter, rect, colours.line, radius, 1)


def frame_rounded(
    painter: QPainter, rect: QRectF, colour: QColor, radius: float = 7, width: float = 2
) -> None:
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(colour, width))
    inset = width / 2
    painter.drawRoundedRect(rect.adjusted(inset, inset, -inset, -inset), radius, radius)


def draw_icon(
    painter: QPainter, context: ThemeContext, name: str, colour: str, corner: QPointF, size: float
) -> None:
    """Draw an icon of `size` design pixels with its top left at `corner`."""
    pixmap = context.pixmap(name, colour, size, painter.device().devicePixelRatio())
    painter.drawPixmap(QPointF(round(corner.x()), round(corner.y())), pixmap)


def draw_line(painter: QPainter, rect: QRectF, text: str, colour: QColor) -> None:
    """One line of text at the left, in the middle of `rect`, shortened when it does not fit."""
    painter.setPen(colour)
    metrics = QFontMetricsF(painter.font())
    short = metrics.elidedText(text, Qt.TextElideMode.ElideRight, rect.width())
    painter.drawText(rect, int(_LEFT_MIDDLE), short)


def font_of(
    option: QStyleOptionViewItem, context: ThemeContext, pixels: float, *, bold: bool = False
) -> QFont:
    """The font of the view at `pixels` design pixels."""
    font = QFont(option.font)
    font.setPixelSize(context.px(pixels))
    font.setWeight(QFont.Weight.DemiBold if bold else QFont.Weight.Normal)
    return font
