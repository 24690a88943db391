"""One question of a copy in the editor: its words, and whether it shows."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QLineEdit, QVBoxLayout, QWidget

from planbureau.formats.copy_draft import OWN_KINDS, WITH_OPTIONS, ChapterDraft, QuestionDraft
from planbureau.formats.model import Need, QuestionKind
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
NEEDS = (Need.FREE, Need.ADVISED, Need.ADOPT)
NEED_WORDS = {
    Need.FREE: "Niet nodig",
    Need.ADVISED: "Een tip als het leeg is",
    Need.ADOPT: "Nodig om het plan vast te stellen",
}
LONGEST = 300


class QuestionPart(QWidget):
    """`changed` says that somebody changed the question that is shown; `question` is how it is now."""

    changed = Signal()
    move_requested = Signal(str)  # the id of the chapter that it goes to

    def __init__(self, theme: ThemeContext) -> None:
        super().__init__()
        self._question: QuestionDraft | None = None
        self.label_line = QLineEdit()
        self.label_line.setMaxLength(LONGEST)
        self.easy_line = QLineEdit()
        self.easy_line.setMaxLength(LONGEST)
        self.help_text = GrowingEdit(theme, 2)
        self.why_text = GrowingEdit(theme, 2)
        self.need_box = ChoiceBox("Is het antwoord nodig", [], nothing=None)
        self.chapter_box = ChoiceBox("Staat in hoofdstuk", [], nothing=None)
        self.kind_box = ChoiceBox(
            "Soort antwoord", [(kind.value, KIND_WORDS[kind]) for kind in OWN_KINDS], nothing=None
        )
        self.options_text = GrowingEdit(theme, 3)
        self.hide_tick = QCheckBox("Deze vraag weglaten")
        self.message = InlineMessage(theme, self.hide_tick)
        self._lay_out(theme)
        self.label_line.textEdited.connect(self._edited)
        self.easy_line.textEdited.connect(self._edited)
        self.help_text.textChanged.connect(self._edited)
        self.why_text.textChanged.connect(self._edited)
        self.need_box.value_changed.connect(self._edited)
        self.chapter_box.value_changed.connect(self._move)
        self.kind_box.value_changed.connect(self._edited)
        self.options_text.textChanged.connect(self._edited)
        self.hide_tick.toggled.connect(self._edited)

    def _lay_out(self, theme: ThemeContext) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(6))
        for label, field in (
            ("Vraag", self.label_line),
            ("In makkelijke woorden, voor de cliënt", self.easy_line),
            ("Uitleg bij de vraag", self.help_text),
            ("Waarom vragen we dit", self.why_text),
            ("Is het antwoord nodig", self.need_box),
            ("Staat in hoofdstuk", self.chapter_box),
        ):
            column.addWidget(FieldLabel(label, field))
            column.addWidget(field)
        self._kind_label = FieldLabel("Soort antwoord", self.kind_box)
        column.addWidget(self._kind_label)
        column.addWidget(self.kind_box)
        self._options_label = FieldLabel("Antwoorden, elk op een eigen regel", self.options_text)
        column.addWidget(self._options_label)
        column.addWidget(self.options_text)
        column.addWidget(self.hide_tick)
        column.addWidget(self.message)

    @property
    def question(self) -> QuestionDraft | None:
        """The question as it is typed now."""
        return self._question

    def show_question(
        self,
        question: QuestionDraft | None,
        chapters: tuple[ChapterDraft, ...] = (),
        here: str = "",
        *,
        stored: bool = True,
    ) -> None:
        """Shows a question; the kind of an extra one is fixed once it was stored.

        `chapters` are those in which it may stand, `here` is the one in which it stands.
        """
        self._question = None  # what is filled in now was not typed by anybody
        self.setEnabled(question is not None)
        self.message.clear()
        self.label_line.setText(question.label if question is not None else "")
        self.easy_line.setText(question.easy_label if question is not None else "")
        self.help_text.setPlainText(question.help if question is not None else "")
        self.why_text.setPlainText(question.why if question is not None else "")
        self.chapter_box.set_options([(one.id, one.title or one.id) for one in chapters])
        self.chapter_box.set_value(here)
        self.chapter_box.setEnabled(len(chapters) > 1)
        extra = question is not None and question.extra
        own_kind = extra and question is not None and question.kind in OWN_KINDS
        for widget in (self._kind_label, self.kind_box):
            widget.setVisible(own_kind)
        self.kind_box.setEnabled(not stored)
        self.hide_tick.setText("Deze extra vraag weghalen" if extra else "Deze vraag weglaten")
        if question is not None:
            self._show_need(question)
            if own_kind:
                self.kind_box.set_value(question.kind.value)
            self.options_text.setPlainText("\n".join(question.options))
            self.hide_tick.setChecked(question.hidden)
        self._question = question
        self._show_options()

    def _show_need(self, question: QuestionDraft) -> None:
        """What may be asked: as much as the base does, or more."""
        more = NEEDS[NEEDS.index(question.least) :]
        self.need_box.set_options([(need.value, NEED_WORDS[need]) for need in more])
        self.need_box.set_value(question.need.value)
        self.need_box.setEnabled(len(more) > 1)

    def _move(self) -> None:
        if self._question is not None:
            self.move_requested.emit(self.chapter_box.value())

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
            easy_label=self.easy_line.text().strip(),
            why=self.why_text.toPlainText().strip(),
            need=Need(self.need_box.value()),
            help=self.help_text.toPlainText().strip(),
            kind=kind,
            options=options,
            hidden=self.hide_tick.isChecked(),
        )
        self._show_options()
        self.changed.emit()
