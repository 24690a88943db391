"""The heading above a part of a page, with its explanation below and its action at the right."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from planbureau.ui.widgets.labels import TextLabel, TextRole


class SectionHeader(QWidget):
    """`level` TITLE is for the page itself, HEADING for a part of it."""

    def __init__(
        self,
        title: str,
        subtitle: str = "",
        *,
        action: QWidget | None = None,
        level: TextRole = TextRole.HEADING,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        words = QVBoxLayout()
        words.setSpacing(0)
        self._title = TextLabel(title, level)
        self._subtitle = TextLabel(subtitle, TextRole.MUTED)
        words.addWidget(self._title)
        words.addWidget(self._subtitle)
        row.addLayout(words, 1)
        # After it has a parent: shown without one it would be a window of its own for a moment.
        self._subtitle.setVisible(bool(subtitle))
        self._actions = QHBoxLayout()
        row.addLayout(self._actions)
        if action is not None:
            self.add_action(action)

    def set_title(self, title: str) -> None:
        self._title.setText(title)

    def set_subtitle(self, subtitle: str) -> None:
        self._subtitle.setText(subtitle)
        self._subtitle.setVisible(bool(subtitle))

    def add_action(self, action: QWidget) -> None:
        """Put a button at the right, after the ones that are there."""
        self._actions.addWidget(action, 0, Qt.AlignmentFlag.AlignTop)
