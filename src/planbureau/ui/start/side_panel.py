"""The quiet plane beside the card: what the program is, in three lines. It goes away in a narrow window."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from planbureau.ui.theme.context import ThemeContext
from planbureau.ui.widgets.icon_label import IconLabel
from planbureau.ui.widgets.labels import TextLabel, TextRole

WIDTH = 360

PROMISES = (
    ("handshake", "Samen een plan", "In gewone taal, met de cliënt en het gezin erbij."),
    ("calendar-check", "Geen datum vergeten", "Evaluaties en termijnen staan op één plek."),
    ("shield-check", "Alleen op deze laptop", "Versleuteld, ook zonder internet."),
)


class SidePanel(QFrame):
    """Name and promise of the program; only decoration, nothing to press."""

    def __init__(self, theme: ThemeContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setProperty("nav", True)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Ignored)
        self._column = QVBoxLayout(self)
        self._column.addStretch(2)
        self._column.addWidget(TextLabel("Planbureau", TextRole.TITLE))
        self._column.addWidget(TextLabel("Plannen die mensen begrijpen.", TextRole.MUTED))
        self._column.addSpacing(theme.px(14))
        for icon, head, words in PROMISES:
            self._column.addLayout(self._promise(icon, head, words))
        self._column.addStretch(3)
        theme.theme_changed.connect(self._respace)
        self._respace()

    def _promise(self, icon: str, head: str, words: str) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(self._theme.px(14))
        row.addWidget(IconLabel(self._theme, icon, "primary", 26), 0, Qt.AlignmentFlag.AlignTop)
        texts = QVBoxLayout()
        texts.setSpacing(0)
        texts.addWidget(TextLabel(head, TextRole.STRONG))
        texts.addWidget(TextLabel(words, TextRole.MUTED))
        row.addLayout(texts, 1)
        return row

    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(WIDTH), super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        """Nothing: it never keeps the window from becoming small."""
        return QSize(0, 0)

    def _respace(self) -> None:
        px = self._theme.px
        self.setMaximumWidth(px(WIDTH))
        self._column.setContentsMargins(px(36), px(24), px(32), px(24))
        self._column.setSpacing(px(12))
