"""One number of the organisation: its name, a field, who set the default, and what the default is."""

from __future__ import annotations

from enum import Enum

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLineEdit, QSpinBox, QVBoxLayout, QWidget

from planbureau.formats.answers import JsonValue
from planbureau.rules.deadlines.setting_words import AGE, CHOICE, TICK, SettingWords
from planbureau.rules.deadlines.settings import MOST, LeapBirthday, SeriesAnchor, TalkRhythm
from planbureau.rules.mark import Mark
from planbureau.ui.theme.context import ThemeContext
from planbureau.ui.theme.tokens import Tone
from planbureau.ui.widgets.choice_box import ChoiceBox
from planbureau.ui.widgets.inline_message import InlineMessage, MessageLevel
from planbureau.ui.widgets.labels import FieldLabel, TextLabel, TextRole
from planbureau.ui.widgets.status_badge import StatusBadge
from planbureau.ui.widgets.wheel_guard import WheelGuard

_WIDE, _NARROW = 210, 110
CHOICES: dict[type[Enum], tuple[tuple[str, str], ...]] = {
    SeriesAnchor: (
        (SeriesAnchor.LAST_DONE.value, "de laatste evaluatie"),
        (SeriesAnchor.FIXED.value, "de vaste datum"),
    ),
    TalkRhythm: tuple((one.value, one.value) for one in TalkRhythm),
    LeapBirthday: (
        (LeapBirthday.FIRST_OF_MARCH.value, "1 maart"),
        (LeapBirthday.LAST_OF_FEBRUARY.value, "28 februari"),
    ),
}
_TONES = {Mark.LAW: (Tone.INFO, "scale"), Mark.GUIDANCE: (Tone.OK, "book-open")}


class TermRow(QWidget):
    """`changed` says that somebody chose; `value` is None while it equals the default."""

    changed = Signal()

    def __init__(self, theme: ThemeContext, name: str, words: SettingWords, default: object) -> None:
        super().__init__()
        self.name = name
        self._theme = theme
        self._words = words
        self._default = default
        self.editor = self._editor(words, default)
        self.message = InlineMessage(theme, self.editor)
        tone, icon = _TONES.get(words.mark, (Tone.IDLE, "pencil"))
        row = QHBoxLayout()
        row.setSpacing(theme.px(8))
        theme.theme_changed.connect(self._resize)
        self._resize()
        row.addWidget(self.editor)
        row.addWidget(TextLabel(self._hint(), TextRole.SMALL), 1)
        row.addWidget(StatusBadge(theme, words.mark.label, tone, icon=icon))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, theme.px(2), 0, theme.px(2))
        column.setSpacing(theme.px(2))
        column.addWidget(FieldLabel(words.label, self.editor))
        column.addLayout(row)
        column.addWidget(self.message)

    def _resize(self) -> None:
        # A bound method: a lambda would be called after the row is gone.
        self.editor.setFixedWidth(self._theme.px(_WIDE if self._words.unit == CHOICE else _NARROW))

    def _hint(self) -> str:
        unit = "" if self._words.unit in (AGE, CHOICE, TICK) else f"{self._words.unit}, "
        if isinstance(self._default, bool):
            return "gewoonlijk aan" if self._default else "gewoonlijk uit"
        if isinstance(self._default, Enum):
            shown = dict(CHOICES[type(self._default)])[self._default.value]
        elif self._words.unit == AGE:
            shown = f"{self._default} (jaren en maanden)"
        else:
            shown = str(self._default)
        return f"{unit}gewoonlijk {shown}"

    def _editor(self, words: SettingWords, default: object) -> QWidget:
        if isinstance(default, bool):
            tick = QCheckBox("Ja")
            tick.setAccessibleName(words.label)
            tick.toggled.connect(self.changed)
            return tick
        if isinstance(default, Enum):
            box = ChoiceBox(words.label, CHOICES[type(default)], nothing=None)
            box.value_changed.connect(self.changed)
            return box
        if isinstance(default, int):
            spin = QSpinBox()
            spin.setRange(1, MOST)
            spin.lineEdit().setTextMargins(8, 0, 0, 0)
            WheelGuard(spin)
            spin.setKeyboardTracking(False)
            spin.valueChanged.connect(self.changed)
            return spin
        line = QLineEdit()
        line.setMaxLength(6)
        line.editingFinished.connect(self.changed)
        return line

    def value(self) -> JsonValue:
        """What is chosen, as the vault keeps it; None is the default."""
        chosen = self._chosen()
        default = self._default.value if isinstance(self._default, Enum) else self._default
        return None if chosen in (default, "") else chosen

    def _chosen(self) -> JsonValue:
        editor = self.editor
        if isinstance(editor, QCheckBox):
            return editor.isChecked()
        if isinstance(editor, ChoiceBox):
            return editor.value()
        if isinstance(editor, QSpinBox):
            return editor.value()
        return editor.text().strip() if isinstance(editor, QLineEdit) else None

    def set_value(self, kept: JsonValue) -> None:
        """Shows what is kept, or the default; tells nobody."""
        default = self._default.value if isinstance(self._default, Enum) else self._default
        value = default if kept in (None, "") else kept
        editor = self.editor
        editor.blockSignals(True)
        if isinstance(editor, QCheckBox):
            editor.setChecked(bool(value))
        elif isinstance(editor, ChoiceBox):
            editor.set_value(str(value))
        elif isinstance(editor, QSpinBox) and isinstance(value, int):
            editor.setValue(value)
        elif isinstance(editor, QLineEdit):
            editor.setText(str(value))
        editor.blockSignals(False)

    def show_fault(self, words: str) -> None:
        """Shows why the value cannot be; empty words take that away."""
        if words:
            self.message.show_message(MessageLevel.ERROR, words)
        else:
            self.message.clear()
