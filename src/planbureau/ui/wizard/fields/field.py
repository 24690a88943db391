"""What every field of the wizard has: a name, help, messages, saving, conflicts, easy text, marks."""

from __future__ import annotations

import json

from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from planbureau.formats.answers import JsonValue
from planbureau.formats.lookup import source_of
from planbureau.formats.model import Question
from planbureau.ui.theme.context import ThemeContext
from planbureau.ui.widgets.focus import focus_target
from planbureau.ui.widgets.inline_message import InlineMessage, MessageLevel
from planbureau.ui.wizard.autosave import Kept
from planbureau.ui.wizard.desk import Desk
from planbureau.ui.wizard.fields.answer_files import AnswerFiles
from planbureau.ui.wizard.fields.conflict import ConflictList
from planbureau.ui.wizard.fields.easy import EasyPart
from planbureau.ui.wizard.fields.head import FieldHead
from planbureau.ui.wizard.fields.marking import mark, not_for
from planbureau.ui.wizard.fields.offer_line import OfferLine
from planbureau.ui.wizard.kind_words import words_of
from planbureau.views import FieldConflict

EMPTY: tuple[JsonValue, ...] = (None, "", [], {})
"""All that stands for nothing answered; a tick that is off is an answer."""
EASY = "makkelijk"
"""The part of a draft's key that holds the easy text of an answer."""


class Field(QWidget):
    """One question on the screen.

    A kind gives `make_editor`, `value` and `show_value`, and says when something changed: by `typed`
    (a draft now, a revision when the field is left) or by `chosen` (a revision at once).
    """

    MARKABLE = True
    OWN_FORMS = False
    """Whether it opens forms that keep themselves what stands in them."""

    def __init__(self, desk: Desk, question: Question, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk = desk
        self.question = question
        self.key = question.id
        self._strict = False
        self._quiet = False
        self._stored = desk.value(question)
        self._heads = desk.heads(self.key)
        self.kept = Kept(desk.autosave, self.key, self.draft, self._save, self)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(self.px(4))
        # The editor comes first, so that Tab goes from field to field; its head is put above it later.
        self.editor = self.make_editor()
        self._column.addWidget(self.editor)
        self.message = InlineMessage(self.theme, self.focus_widget())
        self._column.addWidget(self.message)
        self.offer: OfferLine | None = None
        self.files = AnswerFiles(desk, question.id, question.label) if question.takes_files else None
        if self.files is not None:
            self._column.addWidget(self.files)
        self.easy = self._make_easy()
        self.head = FieldHead(
            self.theme,
            question,
            markable=self.MARKABLE and not question.bind,
            source=source_of(desk.format, question),
        )
        self.head.label.set_field(self.focus_widget())
        self.head.mark_requested.connect(self._mark)
        self.conflicts = ConflictList(self.theme, desk.person_name, self._conflict_words)
        self.conflicts.chosen.connect(self._resolve)
        self._column.insertWidget(0, self.conflicts)
        self._column.insertWidget(0, self.head)
        self._column.addStretch(1)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self._show_stored()
        self._look()

    # For the kinds

    def make_editor(self) -> QWidget:
        """The widget in which the answer is given."""
        raise NotImplementedError

    def value(self) -> JsonValue:
        """What the field holds now, in the shape of its kind."""
        raise NotImplementedError

    def show_value(self, value: JsonValue) -> None:
        """Shows a stored answer."""
        raise NotImplementedError

    def words(self, value: JsonValue) -> str:
        """An answer in words, for a choice between two."""
        return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)

    def draft(self) -> str:
        """What is kept while somebody is still busy."""
        return json.dumps(self.value(), ensure_ascii=False)

    def same(self, one: JsonValue, other: JsonValue) -> bool:
        """Whether two answers mean the same."""
        return one == other or (one in EMPTY and other in EMPTY)

    @property
    def theme(self) -> ThemeContext:
        return self.desk.context.theme

    def px(self, pixels: int) -> int:
        """Pixels of the design at the chosen text size."""
        return self.theme.px(pixels)

    def typed(self) -> None:
        """Text changed under somebody's hands."""
        if not self._quiet:
            self.kept.touched()
            self._show_offer()

    def chosen(self) -> None:
        """A choice was made."""
        if not self._quiet:
            self.kept.touched_at_once()
            self._show_offer()

    # For the page

    def focus_widget(self) -> QWidget:
        """Where the keyboard starts in this field."""
        return focus_target(self.editor)

    def left(self) -> None:
        """The focus went elsewhere: what was typed becomes a revision."""
        self.flush()
        self._strict = True
        self._look()

    def be_strict(self) -> None:
        """From now on say what is still needed."""
        self._strict = True
        self._look()

    def flush(self) -> bool:
        """Saves what is not saved yet."""
        main = self.kept.flush() and (self.files is None or self.files.flush())
        return (self._kept_easy.flush() if self.easy is not None else True) and main

    def keep_forms(self) -> bool:
        """Keeps what stands in a form of this field that is not finished; False when that is refused."""
        return True

    def refresh(self) -> None:
        """The plan changed, here or elsewhere. What is being typed stays."""
        if self.files is not None:
            self.files.refresh()
        stored = self.desk.value(self.question)
        if not self.kept.dirty:
            changed = not self.same(stored, self._stored)
            self._stored, self._heads = stored, self.desk.heads(self.key)
            if changed:
                self._show_stored()
        elif self.same(stored, self._stored):
            # Another part of the same answer was written here: its files, its easy text.
            self._heads = self.desk.heads(self.key)
        self._look()

    # Saving

    def _save(self) -> bool:
        value = self.value()
        if self.same(value, self._stored):
            return True
        if not self.desk.save_answer(self.key, value, self._heads):
            return False
        self._stored, self._heads = self.desk.value(self.question), self.desk.heads(self.key)
        if not self.same(self._stored, value):
            self._show_stored()
        self._look()
        return True

    def _show_stored(self) -> None:
        self._quiet = True
        self.show_value(self._stored)
        self._quiet = False

    # What it says

    def _look(self) -> None:
        if self.message.lost_its_field:
            self.message.set_field(self.focus_widget())
            self.head.label.set_field(self.focus_widget())
        self.conflicts.show_conflicts(self.desk.conflicts(self.key))
        self._show_marks()
        self._show_easy()
        self._show_offer()
        self.show_messages()

    def show_messages(self) -> None:
        """Says what may harm somebody at once, and what is still needed once somebody has been here."""
        found = [m for m in self.desk.missing() if m.question_id == self.question.id and m.level != "tip"]
        danger = next((item for item in found if item.level == "danger"), None)
        if danger is not None:
            text = " ".join(f"{part.rstrip('.')}." for part in (danger.text, danger.why) if part)
            self.message.show_message(MessageLevel.DANGER, text)
            return
        if found and self._strict:
            text = words_of(self.desk).needed
            if self.desk.value(self.question) not in EMPTY:
                text = ". ".join(m.text for m in found) + "."
            self.message.show_message(MessageLevel.TODO, text)
        else:
            self.message.clear()

    def _conflict_words(self, value: JsonValue) -> str:
        return self.words(value["v"] if isinstance(value, dict) and "v" in value else value)

    def _resolve(self, conflict: FieldConflict, value: JsonValue) -> None:
        plans = self.desk.context.workspace.plans
        if self.flush():
            self.desk.write(lambda: plans.resolve_conflict(conflict.record_id, conflict.field, value))

    # What another plan says

    def _show_offer(self) -> None:
        """A quiet offer at an empty question; it goes as soon as there is an answer."""
        found = None if self.question.bind else self.desk.offer(self.key)
        if found is None or self.value() not in EMPTY:
            if self.offer is not None:
                self.offer.hide()
            return
        if self.offer is None:
            self.offer = OfferLine(self.theme, self.question.label)
            self.offer.taken.connect(self._take)
            self._column.insertWidget(self._column.indexOf(self.message) + 1, self.offer)
        answer = found.answer
        words = answer.easy_text if answer.value in EMPTY else self.words(answer.value)
        self.offer.show_offer(found.where, words, found.asked)
        self.offer.show()

    def _take(self) -> None:
        found = self.desk.offer(self.key)
        if found is not None and self.flush() and self.desk.take(found):
            self.focus_widget().setFocus()

    # For whom it is not

    @property
    def target(self) -> str:
        """What a mark on this answer is kept under."""
        return f"{self.desk.plan_id}:{self.key}"

    def _show_marks(self) -> None:
        self.head.set_not_for(not_for(self.desk, "answer", self.target))

    def _mark(self) -> None:
        if self.flush():
            mark(self.desk, "answer", self.target, self.question.label, self)

    # The easy text

    def _make_easy(self) -> EasyPart | None:
        question = self.question
        if question.bind or not (question.easy or question.pictograms) or not self.easy_here():
            return None
        easy = EasyPart(
            self.theme,
            self.desk.context.workspace.pictograms,
            question.label,
            text=question.easy,
            pictures=question.pictograms,
            look=self.desk.text_look,
        )
        self._kept_easy = Kept(self.desk.autosave, f"{self.key}/{EASY}", easy.text, self._save_easy, self)
        easy.text_changed.connect(self._kept_easy.touched)
        easy.pictograms_changed.connect(self._kept_easy.touched_at_once)
        easy.confirmed.connect(lambda: self._save_easy(confirm=True))
        self._column.addWidget(easy)
        return easy

    def easy_here(self) -> bool:
        """Whether this kind has its easy text at the answer itself, and not at its parts."""
        return True

    def _save_easy(self, *, confirm: bool = False) -> bool:
        if self.easy is None or not self.kept.flush():
            return False
        stored = self.desk.answer(self.key)
        text, pictures = self.easy.text(), self.easy.pictograms()
        if not confirm and text == stored.easy_text and pictures == stored.pictograms:
            return True
        done = self.desk.save_answer(
            self.key,
            self._stored,
            self._heads,
            easy_text=text if confirm or text != stored.easy_text else None,
            pictograms=pictures if pictures != stored.pictograms else None,
        )
        if done:
            self._heads = self.desk.heads(self.key)
            self._look()
        return done

    def _show_easy(self) -> None:
        if self.easy is None:
            return
        if not self._kept_easy.dirty:
            answer = self.desk.answer(self.key)
            self.easy.show_easy(answer.easy_text, answer.pictograms, stale=answer.easy_stale)
        if isinstance(self._stored, str):
            self.easy.set_source(self._stored)
