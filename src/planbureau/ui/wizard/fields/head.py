"""The line above a field: its name, why it is asked, and for whom its answer is not."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from planbureau.formats.model import Question
from planbureau.rules.source_mark import NO_SOURCE, source_lines
from planbureau.ui.theme.context import ThemeContext
from planbureau.ui.widgets.buttons import GAP, Button, ButtonKind, IconButton
from planbureau.ui.widgets.labels import FieldLabel, TextLabel, TextRole

WHY = "Waarom vragen we dit?"
WHENCE = "Waar komt dit vandaan?"
"""Of a question with help and no reason beside it: a mark alone, so that the page stays calm."""
_NARROW = 460
"""Below this width, in pixels of the design, the question mark stands alone."""


class FieldHead(QWidget):
    """`mark_requested` asks for whom the answer is not."""

    mark_requested = Signal()

    def __init__(
        self,
        context: ThemeContext,
        question: Question,
        *,
        markable: bool,
        source: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._context = context
        self._question = question
        self._source = source or question.source
        self._asks = WHY if question.why else WHENCE
        self.label = FieldLabel(question.label)
        self._why: Button | None = None
        self._panel: QFrame | None = None
        self._not_for = TextLabel("", TextRole.SMALL_STRONG)
        self._not_for.hide()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(context.px(2))
        row = QHBoxLayout()
        row.setSpacing(context.px(4))
        row.addWidget(self.label, 1, Qt.AlignmentFlag.AlignVCenter)
        if question.why or (question.help and self._source):
            row.addWidget(self._why_button(), 0, Qt.AlignmentFlag.AlignVCenter)
        self._mark: IconButton | None = None
        if markable:
            row.addWidget(self._mark_button(), 0, Qt.AlignmentFlag.AlignVCenter)
        self._column.addLayout(row)
        if question.help:
            self._column.addWidget(TextLabel(question.help, TextRole.HELP))
        self._column.addWidget(self._not_for)
        self._column.addStretch()  # beside a field with more above it the name stays on top
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)

    def _why_button(self) -> Button:
        words = WHY if self._question.why else ""
        button = self._why = Button(self._context, words, ButtonKind.LINK, icon="circle-question-mark")
        button.setCheckable(True)
        button.toggled.connect(self._toggle)
        self._name_why(is_open=False)
        return button

    def _mark_button(self) -> IconButton:
        self._mark = IconButton(self._context, "eye-off", self._mark_words(), colour="muted")
        self._mark.clicked.connect(self.mark_requested)
        return self._mark

    def _mark_words(self) -> str:
        return f"Niet voor iedereen: {self._question.label}"

    def set_not_for(self, names: tuple[str, ...]) -> None:
        """Shows for whom the answer is not; without names the line goes away."""
        self._not_for.setText(f"Niet voor: {', '.join(names)}")
        self._not_for.setVisible(bool(names))
        if self._mark is not None:
            self._mark.set_icon("eye-off", "warn" if names else "muted")

    def _name_why(self, *, is_open: bool) -> None:
        if self._why is not None:
            state = "uitgeklapt" if is_open else "ingeklapt"
            self._why.setAccessibleName(f"{self._asks} {self._question.label} ({state})")

    def _toggle(self, is_open: bool) -> None:
        if self._panel is None:
            self._panel = self._make_panel()
            self._column.insertWidget(self._column.count() - 1, self._panel)
        self._panel.setVisible(is_open)
        self._name_why(is_open=is_open)

    def _make_panel(self) -> QFrame:
        px = self._context.px
        panel = QFrame()
        panel.setProperty("card", "sunken")
        inside = QVBoxLayout(panel)
        inside.setContentsMargins(px(12), px(8), px(12), px(8))
        inside.setSpacing(4)
        if self._question.why:
            inside.addWidget(TextLabel(self._question.why))
        for line in source_lines(self._source) or (NO_SOURCE,):
            inside.addWidget(TextLabel(line, TextRole.SMALL))
        return panel

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._why is not None:
            bare = not self._question.why or self.width() < self._context.px(_NARROW)
            self._why.setText("" if bare else GAP + self._asks)
            self._why.setToolTip(self._asks if bare else "")
