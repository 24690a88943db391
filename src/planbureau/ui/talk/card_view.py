"""One question on the whole screen, with what answers it; every answer goes the way of the wizard."""

from __future__ import annotations

import json

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from planbureau.formats.answers import JsonValue
from planbureau.rules.talk import answers as talk_answers
from planbureau.rules.talk.cards import TalkCard, TalkKind
from planbureau.ui.talk.card_grid import CardGrid
from planbureau.ui.talk.words_box import WordsBox
from planbureau.ui.widgets.labels import TextLabel, TextRole
from planbureau.ui.widgets.pictograms import PictogramPixmaps
from planbureau.ui.wizard.autosave import Kept
from planbureau.ui.wizard.desk import Desk
from planbureau.ui.wizard.fields.answer_files import AnswerFiles

_PICTURE, _SMALL_PICTURE = 88, 52


class CardView(QWidget):
    """Writes through the desk of the plan, on top of what it was read with."""

    def __init__(
        self,
        desk: Desk,
        card: TalkCard,
        pixmaps: PictogramPixmaps,
        who: str,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.desk, self.card = desk, card
        self._pixmaps, self._who = pixmaps, who
        self._question = desk.format.question(card.question_id)
        self.kept = Kept(desk.autosave, card.key, self._draft, self._save, self)
        self.grid: CardGrid | None = None
        self.box: WordsBox | None = None
        self.files: AnswerFiles | None = None
        self._read: JsonValue = None
        self._heads: tuple[str, ...] = ()
        self._build()
        self.refresh()
        self.setEnabled(not desk.read_only)

    # Build

    def _build(self) -> None:
        theme, px = self.desk.context.theme, self.desk.context.theme.px
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(14))
        head = QHBoxLayout()
        head.setSpacing(px(18))
        self._picture = QLabel()
        self._picture.setProperty("talk", "picture")
        head.addWidget(self._picture, 0, Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setSpacing(0)
        if self.card.about and self.card.part != "state":
            about = TextLabel(self.card.about, TextRole.MUTED, wrap=False)
            words.addWidget(about, 0, Qt.AlignmentFlag.AlignLeft)
        self.ask = TextLabel(self.card.ask, TextRole.TALK)
        words.addWidget(self.ask)
        head.addLayout(words, 1)
        column.addLayout(head)
        if self.card.choices:
            self.grid = CardGrid(theme, self.card.choices, self._pixmaps)
            self.grid.pointed.connect(self._pointed)
            column.addWidget(self.grid)
        if self.card.kind is TalkKind.WORDS:
            self._build_words(column)
        column.addStretch(1)
        self.set_compact(False)

    def _build_words(self, column: QVBoxLayout) -> None:
        name = f"In de woorden van {self._who}" if self._who else "In eigen woorden"
        self.box = WordsBox(self.desk.context.theme, name)
        self.box.typed.connect(self.kept.touched)
        column.addWidget(self.box)
        if self.card.takes_files:
            about = self.card.about or self._question.label
            self.files = AnswerFiles(self.desk, self.card.key, about)
            column.addWidget(self.files)

    def set_compact(self, compact: bool) -> None:
        """Smaller pictures, for a low window."""
        side = self.desk.context.theme.px(_SMALL_PICTURE if compact else _PICTURE)
        if self.card.pictogram:
            self._picture.setPixmap(self._pixmaps.pixmap(self.card.pictogram, side, self.devicePixelRatioF()))
            self._picture.setAccessibleName(self.desk.context.workspace.pictograms.name(self.card.pictogram))
        self._picture.setVisible(bool(self.card.pictogram))
        if self.grid is not None:
            self.grid.set_compact(compact)

    def spoken(self) -> str:
        """What stands on it, in sentences for the ear: the question, and the cards to point at."""
        choices = [choice.label for choice in self.card.choices]
        return " ".join(
            f"{words.rstrip('.!')}." if words[-1:] not in "?:" else words
            for words in (self.card.about, self.card.ask, *choices)
            if words
        )

    # What it holds

    @property
    def _value(self) -> JsonValue:
        return self.desk.value(self._question, self.card.key)

    def value(self) -> JsonValue:
        """The answer as it would be stored now, with what stands in the box."""
        stored = self._value
        if self.box is None or not self.kept.dirty:
            return stored
        words = self.box.words()
        if self.card.own_words:
            return talk_answers.say(self.card, stored, words)
        if not words.strip():
            return stored
        text = talk_answers.with_words(self.card, talk_answers.said(self.card, stored), words, self._who)
        return talk_answers.say(self.card, stored, text)

    def refresh(self) -> None:
        """The plan changed; what is being typed stays."""
        card, stored = self.card, self._value
        if self.grid is not None:
            chosen = talk_answers.pointed_at(card, stored, self._who)
            self.grid.set_chosen(n for n, choice in enumerate(card.choices) if choice in chosen)
        if not self.kept.dirty or stored == self._read:
            self._read, self._heads = stored, self.desk.heads(card.key)
        if self.box is not None and not self.kept.dirty:
            text = talk_answers.said(card, stored)
            self.box.set_words(text if card.own_words else "")
            self.box.set_quotes(() if card.own_words else talk_answers.quotes(text))
        if self.files is not None:
            self.files.refresh()

    def focus_widget(self) -> QWidget | None:
        """Where the keyboard starts: the card that holds, else the first, else the box."""
        if self.grid is not None:
            return next((card for card in self.grid.cards if card.isChecked()), self.grid.cards[0])
        return self.box.edit if self.box is not None else None

    # Writing

    def _pointed(self, number: int) -> None:
        choice = self.card.choices[number]
        if not self.kept.flush():
            return
        self.refresh()
        value = talk_answers.point(self.card, self._value, choice, self._who)
        pictograms = self._pictograms_with(
            choice.pictogram, talk_answers.pointed_at(self.card, value, self._who)
        )
        self.desk.save_answer(self.card.key, value, self._heads, pictograms=pictograms)
        self.refresh()

    def _pictograms_with(self, pictogram: str, chosen: tuple[object, ...]) -> tuple[str, ...] | None:
        """The pictograms of the answer with that of a card; None when the question has none."""
        if not pictogram or self.card.kind is not TalkKind.WORDS or not self._question.pictograms:
            return None
        there = self.desk.answer(self.card.key).pictograms
        holds = any(getattr(choice, "pictogram", "") == pictogram for choice in chosen)
        if holds and pictogram not in there:
            return (*there, pictogram)
        return there if holds else tuple(one for one in there if one != pictogram)

    def _draft(self) -> str:
        value = self.value()
        return json.dumps(value, ensure_ascii=False) if self.card.part else str(value or "")

    def _save(self) -> bool:
        value, stored = self.value(), self._value
        if value != stored and not (value in ("", None) and stored in ("", None)):
            if not self.desk.save_answer(self.card.key, value, self._heads):
                return False
            self._read, self._heads = self._value, self.desk.heads(self.card.key)
            if self.box is not None and not self.card.own_words:
                self.box.set_words("")
        return True
