"""A small picture of a file in the vault."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QPixmap

from planbureau.ui.wizard.desk import Desk

_MOST_BYTES = 12 * 1024 * 1024


def file_picture(desk: Desk, sha256: str, media_type: str, side: int) -> QPixmap | None:
    """The file as a picture of at most `side` pixels; None when it is none, or too large to show quickly."""
    if not media_type.startswith("image/"):
        return None
    known = next((one for one in desk.plan.attachments if one.sha256 == sha256), None)
    if known is not None and known.size > _MOST_BYTES:
        return None
    found: list[bytes] = []
    if not desk.ask(lambda: found.append(desk.context.workspace.plans.attachment(sha256))):
        return None
    pixmap = QPixmap()
    if not pixmap.loadFromData(found[0]):
        return None
    keep, smooth = Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
    return pixmap.scaled(side, side, keep, smooth)
