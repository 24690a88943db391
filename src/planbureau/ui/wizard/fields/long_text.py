"""Running text, with quiet tips about plain language."""

from __future__ import annotations

from PySide6.QtCore import QTimer
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QVBoxLayout, QWidget

from planbureau.formats.answers import JsonValue
from planbureau.formats.model import Voice
from planbureau.rules.plain_language.check import check_text
from planbureau.rules.plain_language.hint import TextContext
from planbureau.ui.widgets.chip_row import ChipMode, ChipRow
from planbureau.ui.widgets.inline_message import InlineMessage, MessageLevel
from planbureau.ui.widgets.long_text_edit import LongTextEdit
from planbureau.ui.wizard.fields.field import Field

_CHECKED = 6_000
"""So many characters are looked at: enough for every answer, and quick enough to go unnoticed."""
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
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(self.desk.pace.hints)
        self._pause.timeout.connect(self.show_hints)
        self.tip = InlineMessage(self.theme)
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
            self._pause.start()

    def show_hints(self) -> None:
        """Looks at the text, and shows the first thing that could be plainer."""
        text = self._text.value()[:_CHECKED]
        names = [p.full_name for p in self.desk.plan.people.values()]
        found = check_text(
            text,
            TextContext(
                names=tuple(part for name in names for part in name.split()),
                for_client=self.question.easy and self.question.voice is Voice.CLIENT,
                own_words=self.question.voice is Voice.CLIENT,
            ),
        )
        if not found:
            self.tip.clear()
            return
        more = f" (nog {len(found) - 1})" if len(found) > 1 else ""
        self.tip.show_message(MessageLevel.TIP, found[0].text + more)

    def focus_widget(self) -> QWidget:
        return self._text.focus_target()
