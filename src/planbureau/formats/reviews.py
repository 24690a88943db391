"""What an evaluation says about one agreement or risk of its plan."""

from __future__ import annotations

from dataclasses import dataclass

from .answers import JsonValue, PlanState
from .lookup import plan_answer
from .model import PlanFormat, Question, QuestionKind

KINDS = frozenset({QuestionKind.AGREEMENT_REVIEWS, QuestionKind.RISK_REVIEWS})


@dataclass(frozen=True)
class Review:
    """Stored as the value of answer "question/record id"; `choice` is an option id of the question."""

    choice: str = ""
    note: str = ""

    @property
    def empty(self) -> bool:
        """Whether nothing was said yet."""
        return not (self.choice or self.note.strip())

    @classmethod
    def read(cls, value: JsonValue) -> Review:
        """The stored value; what is unknown or of another shape is left out."""
        if not isinstance(value, dict):
            return cls()
        choice, note = value.get("choice"), value.get("note")
        return cls(choice if isinstance(choice, str) else "", note if isinstance(note, str) else "")

    def to_json(self) -> dict[str, JsonValue]:
        """The value to store; empty parts are left out."""
        return {key: part for key, part in self.__dict__.items() if part}


def reviewed(question: Question, state: PlanState, plan: PlanFormat) -> int:
    """How many records something was said about."""
    keys = (key for key in state.answers if key.startswith(f"{question.id}/"))
    return sum(1 for key in keys if not Review.read(plan_answer(key, state, plan).value).empty)
