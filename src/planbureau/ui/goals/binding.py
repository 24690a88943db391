"""Joins a field on the screen with a field of a record: shown when it is read, saved when it is left."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from planbureau.rules.hints import Hint, HintLevel
from planbureau.ui.goals.editor import Editor
from planbureau.ui.theme.context import ThemeContext
from planbureau.ui.widgets.choice_box import ChoiceBox
from planbureau.ui.widgets.date_field import DateField
from planbureau.ui.widgets.focus import focus_target
from planbureau.ui.widgets.inline_message import InlineMessage, MessageLevel
from planbureau.ui.widgets.labels import FieldLabel, TextLabel, TextRole
from planbureau.ui.widgets.long_text_edit import LongTextEdit
from planbureau.ui.widgets.text_tip import PLAIN, TextKind, TextLook, TextTip
from planbureau.ui.wizard.autosave import Kept

LEVELS = {
    HintLevel.NEEDED: MessageLevel.TODO,
    HintLevel.WRONG: MessageLevel.ERROR,
    HintLevel.TIP: MessageLevel.TIP,
}


class Labelled(QWidget):
    """A field under its label, with help below the label and a message below the field."""

    def __init__(
        self,
        context: ThemeContext,
        label: str,
        field: QWidget,
        *,
        help_text: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.field = field
        self.tip: TextTip | None = None
        self.message = InlineMessage(context, focus_target(field))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(context.px(4))
        self._label = FieldLabel(label, field)
        column.addWidget(self._label)
        if help_text:
            column.addWidget(TextLabel(help_text, TextRole.HELP))
        column.addWidget(field)
        column.addWidget(self.message)
        column.addStretch()

    def give_tips(self, look: TextLook, binding: TextBinding, kind: TextKind = PLAIN) -> None:
        """A tip below the message, for what somebody types."""
        context = binding.context
        self.tip = TextTip(context, look, binding.text, kind)
        binding.typed.connect(self.tip.touched)
        column = self.layout()
        assert isinstance(column, QVBoxLayout)
        column.insertWidget(column.indexOf(self.message) + 1, self.tip)

    def set_label(self, text: str) -> None:
        """Ask it in other words."""
        self._label.setText(text)
        focus_target(self.field).setAccessibleName(text)

    def show_hints(self, hints: tuple[Hint, ...], *names: str) -> None:
        """Show the first hint about one of these fields, or nothing."""
        found = next((hint for hint in hints if hint.field in names), None)
        if found is None:
            self.message.clear()
        else:
            self.message.show_message(LEVELS[found.level], found.text)


class TextBinding(QObject):
    """A text: a draft while it is typed, a revision when the focus leaves it.

    A draft of a session that ended too soon is put back in the field and saved.
    """

    typed = Signal()

    def __init__(self, editor: Editor, name: str, field: LongTextEdit | QLineEdit) -> None:
        super().__init__(field)
        self._editor = editor
        self._name = name
        self._field = field
        self._showing = False
        self.context = editor.context.theme
        self.kept = Kept(editor.autosave, editor.key(name), self.text, self._save, self)
        if isinstance(field, LongTextEdit):
            field.value_changed.connect(self._typed)
        else:
            field.textChanged.connect(self._typed)
        focus_target(field).installEventFilter(self)
        editor.record_changed.connect(self.show)
        self.show()
        self._restore()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusOut:
            self.kept.flush()
        return super().eventFilter(watched, event)

    def show(self) -> None:
        """Show what is stored, unless something else is being typed here."""
        stored = str(self._editor.value(self._name))
        if self.kept.dirty or stored == self.text():
            return
        self._put(stored)

    def _put(self, text: str) -> None:
        self._showing = True
        if isinstance(self._field, LongTextEdit):
            self._field.set_value(text)
        else:
            self._field.setText(text)
            self._field.setCursorPosition(0)  # a long text shows its beginning
        self._showing = False

    def _restore(self) -> None:
        draft = self._editor.drafts.get(self._editor.key(self._name))
        if draft is None:
            return
        self._put(draft)
        self.kept.drafted = self._editor.key(self._name)
        self.kept.touched()
        self.kept.flush()

    def text(self) -> str:
        """What stands in the field now."""
        return self._field.value() if isinstance(self._field, LongTextEdit) else self._field.text()

    def _typed(self) -> None:
        if not self._showing:
            self.kept.touched()
            self.typed.emit()

    def _save(self) -> bool:
        return self._editor.change(**{self._name: self.text()})


class ChoiceBinding(QObject):
    """A choice is saved at once."""

    def __init__(self, editor: Editor, name: str, box: ChoiceBox) -> None:
        super().__init__(box)
        self._editor, self._name, self._box = editor, name, box
        editor.record_changed.connect(self.show)
        self.show()
        box.value_changed.connect(self._save)

    def show(self) -> None:
        """Show what is stored."""
        self._box.blockSignals(True)
        self._box.set_value(str(self._editor.value(self._name)))
        self._box.blockSignals(False)

    def _save(self) -> None:
        self._editor.change(**{self._name: self._box.value()})


class DateBinding(QObject):
    """A date is saved when the line is left; what is no date stays in the line and changes nothing."""

    def __init__(self, editor: Editor, name: str, field: DateField) -> None:
        super().__init__(field)
        self._editor, self._name, self._field = editor, name, field
        editor.record_changed.connect(self.show)
        self.show()
        field.value_changed.connect(self._save)

    def show(self) -> None:
        """Show what is stored, unless something that is no date stands there."""
        stored = self._editor.value(self._name)
        if self._field.is_valid() and not self._field.line.isModified() and stored != self._field.value():
            self._field.set_value(stored)

    def _save(self) -> None:
        if self._field.is_valid():
            self._editor.change(**{self._name: self._field.value()})
