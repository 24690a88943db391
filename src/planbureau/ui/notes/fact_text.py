"""One text in which an impression is marked apart, with Ctrl+I or the button, as letters are slanted."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFont, QKeySequence, QShortcut, QTextCharFormat, QTextCursor, QTextFormat
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from planbureau.formats.answers import JsonValue
from planbureau.rules.notes.text import TextPart, parts_of
from planbureau.ui.theme.context import ThemeContext
from planbureau.ui.widgets.buttons import Button, ButtonKind
from planbureau.ui.widgets.labels import TextLabel, TextRole
from planbureau.ui.widgets.long_text_edit import GrowingEdit

_MARK = QTextFormat.Property.UserProperty
MARK_LABEL = "Indruk (Ctrl+I)"


class FactText(QWidget):
    """What is not marked is fact. Below the text the impressions stand once more, with the word."""

    value_changed = Signal()

    def __init__(
        self, context: ThemeContext, name: str, *, lines: int = 5, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._name = name
        self.edit = GrowingEdit(context, lines)
        self.edit.setAccessibleName(name)
        self.mark_button = Button(context, MARK_LABEL, ButtonKind.QUIET, icon="message-circle")
        self.mark_button.setCheckable(True)
        self.mark_button.setAccessibleDescription(
            "Zet de gekozen woorden apart als jouw indruk; nog een keer maakt er weer een feit van."
        )
        self.marked = TextLabel("", TextRole.SMALL)
        foot = QHBoxLayout()
        foot.addWidget(self.mark_button, 0, Qt.AlignmentFlag.AlignTop)
        foot.addWidget(self.marked, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(context.px(4))
        column.addWidget(self.edit)
        column.addLayout(foot)
        self.edit.textChanged.connect(self._changed)
        self.edit.cursorPositionChanged.connect(self._show_state)
        self.mark_button.clicked.connect(self.toggle_mark)
        key = QShortcut(QKeySequence("Ctrl+I"), self, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)
        key.activated.connect(self.toggle_mark)

    def focus_target(self) -> QWidget:
        """What gets the focus when the field does."""
        return self.edit

    def value(self) -> tuple[TextPart, ...]:
        """The text in its parts."""
        return parts_of(self._pieces())

    def set_value(self, parts: Iterable[TextPart]) -> None:
        """Shows a text in its parts."""
        self.edit.clear()
        cursor = self.edit.textCursor()
        for part in parts:
            cursor.insertText(part.words, _format(impression=part.impression))
        self.edit.setCurrentCharFormat(_format(impression=False))

    def typed_name(self) -> str:
        return self._name

    def typed(self) -> JsonValue:
        return [{"words": part.words, "impression": part.impression} for part in self.value()]

    def put_back(self, value: JsonValue) -> None:
        """Shows a text that was kept before it was saved."""
        if isinstance(value, list):
            kept = [one for one in value if isinstance(one, dict)]
            self.set_value(TextPart(str(one["words"]), bool(one["impression"])) for one in kept)

    def toggle_mark(self) -> None:
        """Marks the words that are chosen, or what is typed from here; a second time takes it away."""
        cursor = self.edit.textCursor()
        if cursor.hasSelection():
            _widen(cursor)
            cursor.mergeCharFormat(_format(impression=not self._is_marked(cursor)))
            self._changed()
        else:
            marked = bool(self.edit.currentCharFormat().property(_MARK))
            self.edit.setCurrentCharFormat(_format(impression=not marked))
        self._show_state()
        self.edit.setFocus()

    def _is_marked(self, cursor: QTextCursor) -> bool:
        inside = QTextCursor(cursor)
        inside.setPosition(cursor.selectionStart() + 1)
        return bool(inside.charFormat().property(_MARK))

    def _pieces(self) -> Iterator[tuple[str, bool]]:
        block = self.edit.document().begin()
        while block.isValid():
            place = block.begin()
            while not place.atEnd():
                fragment = place.fragment()
                yield fragment.text().replace("\u2028", "\n"), bool(fragment.charFormat().property(_MARK))
                place += 1
            block = block.next()
            if block.isValid():
                yield "\n", False

    def _changed(self) -> None:
        impressions = [part.words for part in self.value() if part.impression]
        words = " · ".join(f"‘{words}’" for words in impressions)
        self.marked.setText(f"Jouw indruk: {words}" if words else "")
        self.value_changed.emit()

    def _show_state(self) -> None:
        marked = bool(self.edit.currentCharFormat().property(_MARK))
        self.mark_button.setChecked(marked)
        self.mark_button.setAccessibleName(f"{MARK_LABEL}, {'aan' if marked else 'uit'}")


def _widen(cursor: QTextCursor) -> None:
    """Takes whole words: half a word is nobody's impression."""
    start, end = cursor.selectionStart(), cursor.selectionEnd()
    text = cursor.document().toPlainText().encode("utf-16-le")

    def letter(at: int) -> bool:
        sign = text[2 * at : 2 * at + 2].decode("utf-16-le", "replace")
        return bool(sign) and not sign.isspace()

    while start > 0 and letter(start) and letter(start - 1):
        start -= 1
    while letter(end - 1) and letter(end):
        end += 1
    cursor.setPosition(start)
    cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)


def _format(*, impression: bool) -> QTextCharFormat:
    made = QTextCharFormat()
    made.setProperty(_MARK, impression)
    made.setFontItalic(impression)
    made.setFontWeight(QFont.Weight.DemiBold if impression else QFont.Weight.Normal)
    made.setUnderlineStyle(
        QTextCharFormat.UnderlineStyle.DotLine if impression else QTextCharFormat.UnderlineStyle.NoUnderline
    )
    return made
