"""One field of a form: its name, the field itself, the message below it, and perhaps its mark."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QSizePolicy, QVBoxLayout, QWidget

from planbureau.rules.hints import Hint, HintLevel
from planbureau.ui.theme.context import ThemeContext
from planbureau.ui.widgets.focus import focus_target
from planbureau.ui.widgets.inline_message import InlineMessage, MessageLevel
from planbureau.ui.widgets.labels import FieldLabel, TextLabel, TextRole
from planbureau.ui.widgets.wheel_guard import WheelGuard

_LEVELS = {
    HintLevel.NEEDED: MessageLevel.TODO,
    HintLevel.WRONG: MessageLevel.ERROR,
    HintLevel.TIP: MessageLevel.TIP,
}


class FieldBox(QWidget):
    """`mark` is a small button beside the name, such as the one of "niet voor ..."."""

    def __init__(
        self,
        context: ThemeContext,
        label: str,
        field: QWidget,
        *,
        help_text: str = "",
        mark: QWidget | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.field = field
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(context.px(4))
        head = QHBoxLayout()
        head.addWidget(FieldLabel(label, field), 1, Qt.AlignmentFlag.AlignBottom)
        column.addLayout(head)
        if help_text:
            column.addWidget(TextLabel(help_text, TextRole.HELP))
        row = QHBoxLayout()
        row.setSpacing(context.px(4))
        row.addWidget(field, 1)
        if mark is not None:
            row.addWidget(mark, 0, Qt.AlignmentFlag.AlignTop)
        column.addLayout(row)
        self.message = InlineMessage(context, focus_target(field))
        column.addWidget(self.message)
        column.addStretch()

    def show_hints(self, hints: tuple[Hint, ...]) -> None:
        """Show the first hint below the field, or nothing."""
        if hints:
            self.message.show_message(_LEVELS[hints[0].level], hints[0].text)
        else:
            self.message.clear()


class TextLine(QLineEdit):
    """A line of text that carries a name for a screen reader, and says when people change it."""

    value_changed = Signal()

    def __init__(self, name: str, value: str = "", parent: QWidget | None = None) -> None:
        super().__init__(value, parent)
        self.setCursorPosition(0)  # a long text shows its beginning
        self.setAccessibleName(name)
        self.setMaxLength(200)
        self.textEdited.connect(lambda _: self.value_changed.emit())

    def value(self) -> str:
        return self.text().strip()

    def set_value(self, text: str) -> None:
        self.setText(text)
        self.setCursorPosition(0)


class WordsBox(QComboBox):
    """Free words with a list of words that are often used."""

    value_changed = Signal()

    def __init__(
        self, name: str, words: Iterable[str], value: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setEditable(True)
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.setAccessibleName(name)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(8)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.addItems(list(words))
        WheelGuard(self)
        self.setEditText(value)
        self.editTextChanged.connect(lambda _: self.value_changed.emit())

    def value(self) -> str:
        return self.currentText().strip()

    def set_value(self, text: str) -> None:
        self.setEditText(text)
