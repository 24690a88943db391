"""A card with short texts of one record, saved when the focus leaves a field."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from planbureau.errors import PlanbureauError
from planbureau.ui.theme.context import ThemeContext
from planbureau.ui.widgets.card import Card
from planbureau.ui.widgets.inline_message import InlineMessage, MessageLevel
from planbureau.ui.widgets.labels import FieldLabel, TextLabel, TextRole
from planbureau.ui.widgets.responsive_grid import ResponsiveGrid

LONGEST = 500


@dataclass(frozen=True)
class TextLine:
    """One field: the name of its attribute, its label, whether it may be empty, and help."""

    name: str
    label: str
    needed: bool = False
    help_text: str = ""


class TextCard(Card):
    """`read` gives the texts by name, `save` writes those that changed; errors stand below the fields."""

    saved = Signal()

    def __init__(
        self,
        theme: ThemeContext,
        title: str,
        lines: tuple[TextLine, ...],
        read: Callable[[], Mapping[str, str]],
        save: Callable[[Mapping[str, str]], None],
    ) -> None:
        super().__init__(theme, title)
        self._lines = lines
        self._read = read
        self._save = save
        self._shown: dict[str, str] = {}
        self.fields: dict[str, QLineEdit] = {}
        grid = ResponsiveGrid(theme)
        for line in lines:
            grid.add(self._field(theme, line))
        self.add(grid)
        self.message = InlineMessage(theme)
        self.add(self.message)
        self.show_texts()

    def _field(self, theme: ThemeContext, line: TextLine) -> QWidget:
        box = QWidget()
        column = QVBoxLayout(box)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(4))
        field = QLineEdit()
        field.setMaxLength(LONGEST)
        column.addWidget(FieldLabel(line.label, field))
        column.addWidget(field)
        if line.help_text:
            column.addWidget(TextLabel(line.help_text, TextRole.HELP))
            field.setAccessibleDescription(line.help_text)
        column.setAlignment(Qt.AlignmentFlag.AlignTop)
        field.editingFinished.connect(self.save_now)
        self.fields[line.name] = field
        return box

    def show_texts(self) -> None:
        """Shows what is kept; a field that somebody is changing stays as typed."""
        texts = self._read()
        for name, field in self.fields.items():
            if field.text() == self._shown.get(name, ""):
                field.setText(texts[name])
                field.setCursorPosition(0)  # a long text shows its beginning
            self._shown[name] = texts[name]

    def leave_now(self) -> bool:
        """Saves when the page is left; a field that may not be empty gets its kept text back."""
        for line in self._lines:
            field = self.fields[line.name]
            if line.needed and not field.text().strip():
                field.setText(self._shown[line.name])
        return self.save_now()

    def save_now(self) -> bool:
        """Saves what differs; False when that failed, and then everything typed is still there."""
        typed = {name: field.text().strip() for name, field in self.fields.items()}
        changed = {name: text for name, text in typed.items() if text != self._shown[name]}
        if not changed:
            self.message.clear()
            return True
        for line in self._lines:
            if line.needed and not typed[line.name]:
                self.message.show_message(MessageLevel.TODO, f"‘{line.label}’ mag niet leeg zijn.")
                return False
        try:
            self._save(changed)
        except PlanbureauError as problem:
            self.message.show_message(MessageLevel.ERROR, str(problem))
            return False
        self.message.clear()
        for name in changed:
            self.fields[name].setText(typed[name])
            self._shown[name] = typed[name]
        self.saved.emit()
        return True
