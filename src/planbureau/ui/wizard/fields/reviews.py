"""Agreements and risks of the plan, looked at again: a tick for each, with room for a line."""

from __future__ import annotations

import json
from collections.abc import Collection, Sequence

from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from planbureau.formats.answers import JsonValue
from planbureau.formats.model import Question, QuestionKind
from planbureau.formats.reviews import CHANGES, ENDS, Review
from planbureau.rules.dutch import plain_date
from planbureau.ui.theme.tokens import Tone
from planbureau.ui.widgets.chip_row import ChipRow
from planbureau.ui.widgets.labels import TextLabel, TextRole
from planbureau.ui.widgets.long_text_edit import LongTextEdit
from planbureau.ui.widgets.status_badge import StatusBadge
from planbureau.ui.wizard.autosave import Kept
from planbureau.ui.wizard.desk import Desk
from planbureau.ui.wizard.fields.agreement_then import AgreementThen
from planbureau.ui.wizard.fields.answer_mark import AnswerMark
from planbureau.ui.wizard.fields.conflict import ConflictList
from planbureau.ui.wizard.fields.evaluation_notes import INCIDENTS, EvaluationNotes, NotesFold
from planbureau.ui.wizard.fields.field import Field
from planbureau.ui.wizard.fields.risk_then import RiskThen
from planbureau.views import AgreementView, FieldConflict, RiskView

_NONE = {
    QuestionKind.AGREEMENT_REVIEWS: "Dit plan heeft geen vaste afspraken om op terug te kijken.",
    QuestionKind.RISK_REVIEWS: "In dit plan staan geen risico's om opnieuw te bekijken.",
}
_NOTE = "Toelichting"


class ReviewsField(Field):
    """One card per agreement or risk; each is saved by itself."""

    MARKABLE = False

    def make_editor(self) -> QWidget:
        box = QWidget()
        column = QVBoxLayout(box)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(self.px(8))
        told = EvaluationNotes.read(self.desk)
        self.incidents: NotesFold | None = None
        risks = self.question.kind is QuestionKind.RISK_REVIEWS
        records: Sequence[AgreementView | RiskView] = self.desk.plan.agreements
        if risks:
            records = self.desk.plan.risks
            if told.incidents():
                self.incidents = NotesFold(self.theme, "risico's", told.incidents(), told, INCIDENTS)
                column.addWidget(self.incidents)
        self.cards = {one.id: ReviewCard(self.desk, self.question, one, told) for one in records}
        for card in self.cards.values():
            column.addWidget(card)
        if not self.cards:
            column.addWidget(TextLabel(_NONE[self.question.kind], TextRole.MUTED))
        elif self.incidents is not None:
            self.incidents.mark_with(self._mark_first)
            self.incidents.taken.connect(self._take_incident)
        box.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        return box

    def _take_incident(self, words: str) -> None:
        """Goes to the first risk that is not looked at yet, else to the first."""
        self._first_open().take(words)

    def _mark_first(self, people: Collection[str]) -> bool:
        return self._first_open().mark.take_along(people)

    def _first_open(self) -> ReviewCard:
        cards = list(self.cards.values())
        return next((one for one in cards if not one.chosen()), cards[0])

    def focus_widget(self) -> QWidget:
        """The first that is not looked at yet."""
        cards = list(self.cards.values())
        if not cards:
            return self.editor
        return next((card for card in cards if not card.chosen()), cards[0]).focus_target()

    def value(self) -> JsonValue:
        return None

    def show_value(self, value: JsonValue) -> None:
        del value

    def easy_here(self) -> bool:
        return False

    def flush(self) -> bool:
        saved = [card.flush() for card in self.cards.values()]
        return all(saved)

    def left(self) -> None:
        self.flush()
        self._look()

    def refresh(self) -> None:
        for card in self.cards.values():
            card.refresh()
        self._look()


class ReviewCard(QFrame):
    """Saved under "question/record id"."""

    def __init__(
        self,
        desk: Desk,
        question: Question,
        record: AgreementView | RiskView,
        told: EvaluationNotes,
    ) -> None:
        super().__init__()
        self.desk, self._question = desk, question
        theme, px = desk.context.theme, desk.context.theme.px
        self.key = f"{question.id}/{record.id}"
        self._heads = desk.heads(self.key)
        self.kept = Kept(desk.autosave, self.key, self._draft, self._save, self)
        name = record.what or "(nog zonder woorden)"
        self.setProperty("card", "sunken")
        self.setAccessibleName(name)
        head = QHBoxLayout()
        head.addWidget(TextLabel(name, TextRole.STRONG), 1)
        badge = _due(record, desk)
        if badge is not None:
            head.addWidget(badge)
        self.chips = ChipRow(theme, name, exclusive=True)
        self.chips.set_chips((one.id, one.label) for one in question.options)
        for one in question.options:
            chip = self.chips.chip(one.id)
            if chip is not None:
                chip.setAccessibleName(f"{name}: {one.label}")
        self.note = LongTextEdit(theme, f"{_NOTE}: {name}", lines=1)
        self.note.edit.setPlaceholderText(_NOTE)
        self.conflicts = ConflictList(theme, desk.person_name, self._words)
        column = QVBoxLayout(self)
        column.setContentsMargins(px(14), px(10), px(14), px(12))
        column.setSpacing(px(6))
        column.addLayout(head)
        about = _about(record, desk)
        if about:
            column.addWidget(TextLabel(about, TextRole.SMALL))
        column.addWidget(self.conflicts)
        self.mark = AnswerMark(desk, self.key, name)
        column.addWidget(self.mark)
        notes = told.naming({record.id})
        self.notes = NotesFold(theme, name, notes, told) if notes else None
        if self.notes is not None:
            column.addWidget(self.notes)
            self.notes.mark_with(self.mark.take_along)
            self.notes.taken.connect(self.take)
        column.addWidget(self.chips)
        column.addWidget(self.note)
        self.then = _then(desk, record, name, question)
        column.addWidget(self.then)
        self.then.typed.connect(self.kept.touched)
        self.then.chosen.connect(self.kept.touched_at_once)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self._chosen = ""
        self._show()
        self.chips.chip_toggled.connect(self._pressed)
        self.note.value_changed.connect(self.kept.touched)
        self.conflicts.chosen.connect(self._resolve)

    def chosen(self) -> str:
        """The option that holds, or empty."""
        return self._chosen

    def focus_target(self) -> QWidget:
        """Where the keyboard starts."""
        return self.chips.chip(self._chosen or self._question.options[0].id) or self

    def take(self, words: str) -> None:
        """Puts a line below what stands in the note."""
        self.note.set_value("\n".join(part for part in (self.note.value().strip(), words) if part))
        self.kept.touched_at_once()

    def refresh(self) -> None:
        """The plan changed; what is being typed here stays."""
        if not self.kept.dirty:
            self._heads = self.desk.heads(self.key)
            self._show()
        self.mark.refresh()

    def flush(self) -> bool:
        """Saves what is not saved yet."""
        self.then.commit()
        return self.kept.flush()

    def _stored(self) -> Review:
        return Review.read(self.desk.answer(self.key).value)

    def _show(self) -> None:
        said = self._stored()
        self.note.blockSignals(True)
        self.note.set_value(said.note)
        self.note.blockSignals(False)
        self._chosen = said.choice
        self.chips.set_checked({said.choice} if said.choice else set())
        self.then.show_review(said)
        self._look()
        self.conflicts.show_conflicts(self.desk.conflicts(self.key))

    def _pressed(self, option: str) -> None:
        """A choice can be taken back by pressing it again."""
        self._chosen = "" if self._chosen == option else option
        self.chips.set_checked({self._chosen} if self._chosen else set())
        self._look()
        self.kept.touched_at_once()

    def _look(self) -> None:
        """How it goes on is asked once somebody said how it went."""
        self.then.show_choice(self._chosen)

    def _review(self) -> Review:
        return self.then.said(Review(self._chosen, self.note.value().strip()))

    def _draft(self) -> str:
        return json.dumps(self._review().to_json(), ensure_ascii=False)

    def _save(self) -> bool:
        said = self._review()
        if said == self._stored():
            return True
        done = self.desk.save_answer(self.key, said.to_json(), self._heads)
        if done:
            self._heads = self.desk.heads(self.key)
        return done

    def _resolve(self, conflict: FieldConflict, value: JsonValue) -> None:
        plans = self.desk.context.workspace.plans
        if self.flush():
            self.desk.write(lambda: plans.resolve_conflict(conflict.record_id, conflict.field, value))

    def _words(self, value: JsonValue) -> str:
        said = Review.read(value["v"] if isinstance(value, dict) and "v" in value else value)
        label = next((one.label for one in self._question.options if one.id == said.choice), "")
        then = {CHANGES: f"wordt: {said.what}", ENDS: self.then.ENDED}.get(said.then, "")
        return ". ".join(part for part in (label, said.note, then) if part)


def _then(
    desk: Desk, record: AgreementView | RiskView, name: str, question: Question
) -> AgreementThen | RiskThen:
    if isinstance(record, AgreementView):
        return AgreementThen(desk, record, name)
    return RiskThen(desk, record, name, question.options)


def _about(record: AgreementView | RiskView, desk: Desk) -> str:
    """Who and when, or how it shows and what is done."""
    who = desk.person_name(record.who) if record.who else record.who_function
    if isinstance(record, AgreementView):
        return " · ".join(part for part in (who, record.when) if part)
    signs = f"Je merkt het aan: {record.signs}" if record.signs else ""
    measures = f"Wat we doen: {record.measures}" if record.measures else ""
    return " · ".join(part for part in (signs, measures, who) if part)


def _due(record: AgreementView | RiskView, desk: Desk) -> StatusBadge | None:
    """A risk that asks to be looked at, an agreement that has ended."""
    theme, today = desk.context.theme, desk.today()
    if isinstance(record, RiskView):
        due = record.look_again_on is not None and record.look_again_on <= today
        return StatusBadge(theme, "opnieuw bekijken", Tone.WARN, icon="eye") if due else None
    if record.valid_until is None or record.valid_until >= today:
        return None
    return StatusBadge(theme, f"gold tot {plain_date(record.valid_until)}", Tone.IDLE, icon="calendar-x")
