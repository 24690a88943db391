"""Fills in every question of a plan through its own field: what the case says, or words of its own."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QApplication
from tests.journeys.hands import Hands, type_day
from tests.journeys.office import desk_of
from tests.journeys.whole.case import WholeCase

from planbureau.formats.answered import answered
from planbureau.formats.answers import JsonValue
from planbureau.formats.domain_parts import TEXT_PARTS, domain_parts
from planbureau.formats.flow import steps
from planbureau.formats.model import Question, QuestionKind
from planbureau.ui.goals.field import MatrixField
from planbureau.ui.wizard.fields.attachments import AttachmentsField
from planbureau.ui.wizard.fields.field import Field
from planbureau.ui.wizard.fields.frame import FrameField
from planbureau.ui.wizard.fields.guests import GuestField
from planbureau.ui.wizard.plan_page import PlanPage

K = QuestionKind
ELSEWHERE = frozenset({K.FRAME, K.CONSENT, K.NETWORK, K.HOUSEHOLD, K.CUSTODY})
"""Step one has its own way, consent is asked at the end, and people were made with the client."""


@dataclass
class WholeHands(Hands):
    """Hands that leave nothing empty. `file` is what gets attached."""

    case: WholeCase = field(default_factory=lambda: WholeCase("", ""))
    file: Path = Path()

    def whole_frame(self) -> None:
        """Step one: every law, flag and date of the case; a date that the case leaves out stays empty."""
        found = self.field("kader")
        assert isinstance(found, FrameField)
        for regime in self.case.regimes:
            chip = found._regimes.chip(regime)
            assert chip is not None
            if not chip.isChecked():
                chip.click()
        for flag in self.case.flags:
            found._flags[flag].box.click()
        self.save()
        for trigger, day in self.case.triggers.items():
            type_day(found._rows[trigger].date, day)
            QApplication.processEvents()
        assert set(self.stored.triggers) >= set(self.case.triggers)

    def fill_whole(self) -> set[QuestionKind]:
        """Every question that shows, in the order of the steps; an answer may make others show."""
        kinds: set[QuestionKind] = set()
        tried: set[str] = set()
        while (question := next(self._open(tried), None)) is not None:
            tried.add(question.id)
            self._fill_one(question)
            kinds.add(question.kind)
        return kinds

    def _open(self, tried: set[str]) -> Iterator[Question]:
        desk = desk_of(self.page)
        for step in steps(desk.format, desk.state):
            for question in step.questions:
                asked = question.kind not in ELSEWHERE and question.id not in {*tried, *self.case.leave}
                asked = asked and (not self.case.only or question.id in self.case.only)
                if asked and not (question.bind and answered(question, desk.state, desk.format)):
                    yield question

    def field(self, question_id: str) -> Field:
        """The field of a question: on the step that is open already, else by going there."""
        step = self.page.current_page() if isinstance(self.office.page, PlanPage) else None
        here = desk_of(self.page).plan_id == self.plan_id if step is not None else False
        if step is None or not here or question_id not in step.fields:
            return super().field(question_id)
        step.show_field(question_id)
        return step.fields[question_id]

    def _fill_one(self, question: Question) -> None:
        if question.kind not in {K.ATTACHMENTS, K.GOAL_MATRIX}:
            self.fill(question.id)
            return
        found = self.field(question.id)
        if isinstance(found, AttachmentsField):
            found.add_files([self.file])
        elif isinstance(found, GuestField) and isinstance(found._guest, MatrixField):
            self._tick(found._guest, question.id)
        assert found.flush()
        self.save()

    def _tick(self, matrix: MatrixField, question_id: str) -> None:
        """The ready-made goals of the case, for everyone."""
        for code in self.words.get(question_id, ["VEI-1"]):
            everyone = matrix.goals.who.row.chip("*")
            assert everyone is not None
            if not everyone.isChecked():
                everyone.click()
            matrix.goals.row(code).box.click()

    def answer(self, found: Field, usual: JsonValue = "") -> Any:
        """What the case says; a goal, a risk and a domain of its own when it says nothing."""
        question = found.question
        if question.id in self.words:
            return self.words[question.id]
        if question.bind == "client.call_name":
            return self.case.client["given_name"]
        match question.kind:
            case K.GOALS:
                return [{"sentence": "Ik fiets zelf naar school.", "actions": [{"what": "Samen oefenen"}]}]
            case K.LIFE_DOMAIN:
                domains = self.stored.format.domain_set(question.domain_set).domains
                return {one.id: _said(question, one.label) for one in domains[: question.at_least]}
        return usual


def _said(question: Question, label: str) -> dict[str, str]:
    """Something in the first text of a domain, and in every field of the plan type itself."""
    parts = domain_parts(question)
    text = next((part.id for part in parts if part.id in TEXT_PARTS - {"others_see"}), "")
    own = {part.id: "" for part in parts if part.column}
    return {**({text: f"Zo gaat het: {label}."} if text else {}), **own}
