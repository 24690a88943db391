"""The picture of a client in a disc, or the initials when there is none."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent, QPixmap
from PySide6.QtWidgets import QWidget

from planbureau.ui.theme.context import ThemeContext
from planbureau.ui.widgets.avatar import Avatar


class PhotoDisc(Avatar):
    """`content` are the bytes of a picture; what is no picture shows the initials."""

    def __init__(
        self,
        context: ThemeContext,
        name: str,
        content: bytes = b"",
        size: float = 56,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(context, name, size, parent)
        self._name = name
        self._picture = QPixmap()
        self.set_content(content)

    def has_photo(self) -> bool:
        """Whether a picture is shown."""
        return not self._picture.isNull()

    def set_content(self, content: bytes) -> None:
        """Show another picture; empty bytes show the initials."""
        self._picture = QPixmap()
        if content:
            self._picture.loadFromData(content)
        self.setAccessibleName(f"Foto van {self._name}" if self.has_photo() else "")
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self.has_photo():
            super().paintEvent(event)
            return
        painter = QPainter(self)
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        disc = QRectF(self.rect())
        path = QPainterPath()
        path.addEllipse(disc)
        painter.setClipPath(path)
        ratio = self.devicePixelRatio()
        scaled = self._picture.scaled(
            self.size() * ratio,
            Qt.AspectRatioMode.KeepAspectRatioByExpanding,
            Qt.TransformationMode.SmoothTransformation,
        )
        left = (scaled.width() - disc.width() * ratio) / 2
        top = (scaled.height() - disc.height() * ratio) / 2
        source = QRectF(left, top, disc.width() * ratio, disc.height() * ratio)
        painter.drawPixmap(disc, scaled, source)
