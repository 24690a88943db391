"""The pages of a print under each other, as they come out of the printer; drawn only when they are seen."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QImage, QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QWidget

from planbureau.services.api import PageImage, PreviewDocument
from planbureau.ui.theme.context import ThemeContext

ZOOMS = (0.5, 0.75, 1.0, 1.25, 1.5, 2.0, 3.0)
"""Times the width that fits."""

_MARGIN = 16
_MOST_WIDE = 900
_KEPT = 8
_A4 = 297 / 210


def as_image(page: PageImage) -> QImage:
    """The pixels of a page as an image of its own."""
    return QImage(page.rgba, page.width, page.height, page.width * 4, QImage.Format.Format_RGBA8888).copy()


class PagesView(QAbstractScrollArea):
    """PageUp and PageDown turn pages; plus and minus zoom. `page_changed` carries a number from 0."""

    page_changed = Signal(int)
    zoom_changed = Signal(float)

    def __init__(self, theme: ThemeContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._document: PreviewDocument | None = None
        self._points_wide = 595.0
        self._shapes: list[float] = []  # height divided by width, of each page
        self._images: dict[int, QImage] = {}
        self._zoom = 1.0
        self._current = 0
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.verticalScrollBar().valueChanged.connect(self._scrolled)
        theme.theme_changed.connect(self._lay_out)
        self._name_page()

    # What shows

    def set_document(self, document: PreviewDocument | None) -> None:
        """Show a document from its first page, or nothing. The caller closes what it gave."""
        self._document = document
        self._images.clear()
        self._shapes = []
        if document is not None and document.page_count:
            first = document.page(0, 1.0)
            self._points_wide = float(first.width)
            self._shapes = [first.height / first.width] * document.page_count
        self._lay_out()
        self.verticalScrollBar().setValue(0)
        self._scrolled()
        self._name_page()

    @property
    def page_count(self) -> int:
        return len(self._shapes)

    @property
    def current(self) -> int:
        """The page that fills most of the view, from 0."""
        return self._current

    @property
    def zoom(self) -> float:
        """Times the width that fits."""
        return self._zoom

    def go_to(self, page: int) -> None:
        """Bring the top of a page into view."""
        if self._shapes:
            page = max(0, min(page, self.page_count - 1))
            self.verticalScrollBar().setValue(self._place(page).top() - self._theme.px(_MARGIN))

    def set_zoom(self, zoom: float) -> None:
        """Show the pages larger or smaller, and stay at the page."""
        page = self._current
        self._zoom = max(ZOOMS[0], min(zoom, ZOOMS[-1]))
        self._images.clear()
        self._lay_out()
        self.go_to(page)
        self.zoom_changed.emit(self._zoom)

    def zoom_in(self) -> None:
        """One step larger."""
        self.set_zoom(next((step for step in ZOOMS if step > self._zoom + 0.01), ZOOMS[-1]))

    def zoom_out(self) -> None:
        """One step smaller."""
        self.set_zoom(next((step for step in reversed(ZOOMS) if step < self._zoom - 0.01), ZOOMS[0]))

    # Places of the pages

    def _width(self) -> int:
        margin = self._theme.px(_MARGIN)
        fits = min(self.viewport().width() - 2 * margin, self._theme.px(_MOST_WIDE))
        return max(60, round(fits * self._zoom))

    def _place(self, page: int) -> QRect:
        """Where a page stands in the whole roll."""
        margin, width = self._theme.px(_MARGIN), self._width()
        top = margin + sum(round(width * shape) + margin for shape in self._shapes[:page])
        left = max(margin, (self.viewport().width() - width) // 2)
        return QRect(left, top, width, round(width * self._shapes[page]))

    def _lay_out(self) -> None:
        view, margin = self.viewport().size(), self._theme.px(_MARGIN)
        height = self._place(self.page_count - 1).bottom() + margin if self._shapes else 0
        vertical, across = self.verticalScrollBar(), self.horizontalScrollBar()
        vertical.setPageStep(view.height())
        vertical.setSingleStep(self._theme.px(40))
        vertical.setRange(0, max(0, height - view.height()))
        across.setPageStep(view.width())
        across.setRange(0, max(0, self._width() + 2 * margin - view.width()))
        self.viewport().update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._images.clear()
        page = self._current
        self._lay_out()
        self.go_to(page)

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        del dx, dy
        self.viewport().update()

    # Drawing

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.fillRect(self.viewport().rect(), self._theme.colour("sunken"))
        offset = QPoint(self.horizontalScrollBar().value(), self.verticalScrollBar().value())
        seen = QRect(offset, self.viewport().size())
        for page in range(self.page_count):
            place = self._place(page)
            if place.top() > seen.bottom():
                break
            if place.intersects(seen):
                self._draw_page(painter, page, place.translated(-offset))
        if self.hasFocus():
            painter.setPen(self._theme.colour("focus"))
            painter.drawRect(QRectF(self.viewport().rect()).adjusted(0.5, 0.5, -1.5, -1.5))

    def _draw_page(self, painter: QPainter, page: int, place: QRect) -> None:
        image = self._image(page)
        painter.drawImage(place, image)
        painter.setPen(self._theme.colour("border"))
        painter.drawRect(place.adjusted(-1, -1, 0, 0))

    def _image(self, page: int) -> QImage:
        image = self._images.get(page)
        if image is None and self._document is not None:
            ratio = self.devicePixelRatioF()
            image = as_image(self._document.page(page, self._width() * ratio / self._points_wide))
            self._images[page] = image
            self._forget_far_pages(page)
            shape = image.height() / image.width()
            if abs(shape - self._shapes[page]) > 0.01:  # a page that lies on its side
                self._shapes[page] = shape
                self._lay_out()
        return image if image is not None else QImage()

    def _forget_far_pages(self, page: int) -> None:
        while len(self._images) > _KEPT:
            del self._images[max(self._images, key=lambda one: abs(one - page))]

    # Moving

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_PageDown: 1, Qt.Key.Key_PageUp: -1}
        key = Qt.Key(event.key())
        if key in steps:
            self.go_to(self._current + steps[key])
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            self.go_to(0 if key == Qt.Key.Key_Home else self.page_count - 1)
        elif key in (Qt.Key.Key_Plus, Qt.Key.Key_Equal):
            self.zoom_in()
        elif key == Qt.Key.Key_Minus:
            self.zoom_out()
        else:
            super().keyPressEvent(event)

    def _scrolled(self) -> None:
        bar = self.verticalScrollBar()
        at_end = bar.maximum() > 0 and bar.value() == bar.maximum()
        middle = bar.value() + self.viewport().height() // 2
        found = self.page_count - 1 if at_end else 0
        for page in range(self.page_count if not at_end else 0):
            if self._place(page).top() <= middle:
                found = page
        found = max(0, found)
        if found != self._current:
            self._current = found
            self._name_page()
            self.page_changed.emit(found)

    def _name_page(self) -> None:
        where = f", bladzijde {self._current + 1} van {self.page_count}" if self._shapes else ""
        self.setAccessibleName(f"Voorbeeld van de afdruk{where}")
