"""Running text, with quiet tips about plain language."""

from __future__ import annotations

from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QVBoxLayout, QWidget

from planbureau.formats.answers import JsonValue
from planbureau.formats.model import Voice
from planbureau.ui.widgets.chip_row import ChipMode, ChipRow
from planbureau.ui.widgets.long_text_edit import LongTextEdit
from planbureau.ui.widgets.text_tip import TextKind, TextTip
from planbureau.ui.wizard.fields.field import Field

_LIMIT = 100_000


class LongTextField(Field):
    """Grows with the text. A tip comes when the hands rest, and never stops anything."""

    def make_editor(self) -> QWidget:
        box = QWidget()
        column = QVBoxLayout(box)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(self.px(4))
        self._text = LongTextEdit(self.theme, self.question.label, limit=self.question.soft_limit or _LIMIT)
        column.addWidget(self._text)
        self._text.value_changed.connect(self._changed)
        self.ideas = ChipRow(self.theme, "Misschien helpt dit", ChipMode.OPEN)
        self.ideas.open_requested.connect(self._begin_with)
        column.addWidget(self.ideas)
        client = self.question.voice is Voice.CLIENT
        kind = TextKind(for_client=self.question.easy and client, own_words=client)
        self.tip = TextTip(self.theme, self.desk.text_look, self._text.value, kind)
        column.addWidget(self.tip)
        return box

    def value(self) -> JsonValue:
        return self._text.value()

    def draft(self) -> str:
        return self._text.value()

    def show_value(self, value: JsonValue) -> None:
        self._text.set_value(value if isinstance(value, str) else "")
        self._offer()

    def _offer(self) -> None:
        """The words to begin with that do not stand there yet."""
        text = self._text.value()
        left = [words for words in self.question.suggestions if words not in text]
        if [words for words in self.question.suggestions if self.ideas.chip(words) is not None] != left:
            self.ideas.set_chips(((words, words.rstrip(":")) for words in left), icon="plus")
        self.ideas.setVisible(bool(left))

    def _begin_with(self, words: str) -> None:
        """Puts the words on a line of their own, with the cursor behind them."""
        before = self._text.value().rstrip()
        line = f"{words} " if words.endswith(":") else words
        self._text.set_value(f"{before}\n{line}" if before else line)
        self._text.edit.moveCursor(QTextCursor.MoveOperation.End)
        self._text.focus_target().setFocus()
        self._changed()

    def _changed(self) -> None:
        self.typed()
        self._offer()
        if not self._quiet:
            self.tip.touched()

    def focus_widget(self) -> QWidget:
        return self._text.focus_target()
