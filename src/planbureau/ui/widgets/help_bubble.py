"""Why a question is asked, and where that is written; folded until someone wants to know."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QSizePolicy, QVBoxLayout, QWidget

from planbureau.ui.theme.context import ThemeContext
from planbureau.ui.widgets.buttons import GAP, Button, ButtonKind
from planbureau.ui.widgets.labels import TextLabel, TextRole


class HelpBubble(QWidget):
    """A quiet button with the explanation below it. `about` names the question for a screen reader."""

    open_changed = Signal(bool)

    def __init__(
        self,
        context: ThemeContext,
        text: str,
        *,
        source: str = "",
        title: str = "Waarom vragen we dit?",
        about: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.button = Button(context, title, ButtonKind.LINK, icon="circle-question-mark")
        self.button.setCheckable(True)
        self.button.setText(GAP + title)
        self._name = f"{title} {about}".strip()
        self._panel = QFrame()
        self._panel.setProperty("card", "sunken")
        inside = QVBoxLayout(self._panel)
        inside.setContentsMargins(context.px(12), context.px(8), context.px(12), context.px(8))
        inside.setSpacing(4)
        inside.addWidget(TextLabel(text))
        if source:
            inside.addWidget(TextLabel(f"Bron: {source}", TextRole.SMALL))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(context.px(4))
        column.addWidget(self.button)
        column.addWidget(self._panel)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self._panel.hide()
        self.button.toggled.connect(self._toggle)
        self._toggle(is_open=False)

    def is_open(self) -> bool:
        return self.button.isChecked()

    def set_open(self, is_open: bool) -> None:
        self.button.setChecked(is_open)

    def _toggle(self, is_open: bool) -> None:
        self._panel.setVisible(is_open)
        state = "uitgeklapt" if is_open else "ingeklapt"
        self.button.setAccessibleName(f"{self._name} ({state})")
        self.open_changed.emit(is_open)
