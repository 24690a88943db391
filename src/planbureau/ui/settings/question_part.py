"""One question of a copy in the editor: its words, and whether it shows."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QLineEdit, QVBoxLayout, QWidget

from planbureau.formats.copy_draft import OWN_KINDS, QuestionDraft
from planbureau.formats.model import QuestionKind
from planbureau.ui.theme.context import ThemeContext
from planbureau.ui.widgets.choice_box import ChoiceBox
from planbureau.ui.widgets.inline_message import InlineMessage, MessageLevel
from planbureau.ui.widgets.labels import FieldLabel
from planbureau.ui.widgets.long_text_edit import GrowingEdit

KIND_WORDS = {
    QuestionKind.SHORT_TEXT: "Korte tekst",
    QuestionKind.LONG_TEXT: "Langere tekst",
    QuestionKind.CHOICE: "Eén antwoord kiezen",
    QuestionKind.CHOICES: "Meer antwoorden kiezen",
    QuestionKind.DATE: "Datum",
    QuestionKind.NUMBER: "Getal",
    QuestionKind.TICK: "Vinkje",
}
WITH_OPTIONS = frozenset({QuestionKind.CHOICE, QuestionKind.CHOICES})
LONGEST = 300


class QuestionPart(QWidget):
    """`changed` says that somebody changed the question that is shown; `question` is how it is now."""

    changed = Signal()

    def __init__(self, theme: ThemeContext) -> None:
        super().__init__()
        self._question: QuestionDraft | None = None
        self.label_line = QLineEdit()
        self.label_line.setMaxLength(LONGEST)
        self.help_text = GrowingEdit(theme, 2)
        self.kind_box = ChoiceBox(
            "Soort antwoord", [(kind.value, KIND_WORDS[kind]) for kind in OWN_KINDS], nothing=None
        )
        self.options_text = GrowingEdit(theme, 3)
        self.hide_tick = QCheckBox("Deze vraag weglaten")
        self.message = InlineMessage(theme, self.hide_tick)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(6))
        column.addWidget(FieldLabel("Vraag", self.label_line))
        column.addWidget(self.label_line)
        column.addWidget(FieldLabel("Uitleg bij de vraag", self.help_text))
        column.addWidget(self.help_text)
        self._kind_label = FieldLabel("Soort antwoord", self.kind_box)
        column.addWidget(self._kind_label)
        column.addWidget(self.kind_box)
        self._options_label = FieldLabel("Antwoorden, elk op een eigen regel", self.options_text)
        column.addWidget(self._options_label)
        column.addWidget(self.options_text)
        column.addWidget(self.hide_tick)
        column.addWidget(self.message)
        self.label_line.textEdited.connect(self._edited)
        self.help_text.textChanged.connect(self._edited)
        self.kind_box.value_changed.connect(self._edited)
        self.options_text.textChanged.connect(self._edited)
        self.hide_tick.toggled.connect(self._edited)

    @property
    def question(self) -> QuestionDraft | None:
        """The question as it is typed now."""
        return self._question

    def show_question(self, question: QuestionDraft | None, *, stored: bool = True) -> None:
        """Shows a question; the kind of an extra one is fixed once it was stored."""
        self._question = None  # what is filled in now was not typed by anybody
        self.setEnabled(question is not None)
        self.message.clear()
        self.label_line.setText(question.label if question is not None else "")
        self.help_text.setPlainText(question.help if question is not None else "")
        extra = question is not None and question.extra
        own_kind = extra and question is not None and question.kind in OWN_KINDS
        for widget in (self._kind_label, self.kind_box):
            widget.setVisible(own_kind)
        self.kind_box.setEnabled(not stored)
        self.hide_tick.setText("Deze extra vraag weghalen" if extra else "Deze vraag weglaten")
        if question is not None:
            if own_kind:
                self.kind_box.set_value(question.kind.value)
            self.options_text.setPlainText("\n".join(question.options))
            self.hide_tick.setChecked(question.hidden)
        self._question = question
        self._show_options()

    def refuse_to_hide(self, why: str) -> None:
        """Puts the tick back and says why the question stays."""
        if self._question is not None:
            self._question = replace(self._question, hidden=False)
        quiet = self.hide_tick.blockSignals(True)
        self.hide_tick.setChecked(False)
        self.hide_tick.blockSignals(quiet)
        self.message.show_message(MessageLevel.ERROR, why)

    def _show_options(self) -> None:
        question = self._question
        shown = question is not None and question.extra and question.kind in WITH_OPTIONS
        self._options_label.setVisible(shown)
        self.options_text.setVisible(shown)

    def _edited(self) -> None:
        question = self._question
        if question is None:
            return
        kind = question.kind
        if question.extra and kind in OWN_KINDS:
            kind = QuestionKind(self.kind_box.value())
        options = question.options
        if question.extra:
            typed = (line.strip() for line in self.options_text.toPlainText().splitlines())
            options = tuple(dict.fromkeys(line for line in typed if line))
        self.message.clear()
        self._question = replace(
            question,
            label=self.label_line.text().strip(),
            help=self.help_text.toPlainText().strip(),
            kind=kind,
            options=options,
            hidden=self.hide_tick.isChecked(),
        )
        self._show_options()
        self.changed.emit()
