"""What an evaluation says about one agreement or risk of its plan."""

from __future__ import annotations

from dataclasses import dataclass, fields, replace

from .answers import JsonValue, PlanState
from .lookup import plan_answer
from .model import PlanFormat, Question, QuestionKind

CHANGES, ENDS = "changes", "ends"
"""What becomes of an agreement; without either it stays as it is."""
THEN = (CHANGES, ENDS)
KINDS = frozenset({QuestionKind.AGREEMENT_REVIEWS, QuestionKind.RISK_REVIEWS})


@dataclass(frozen=True)
class Review:
    """Stored as the value of answer "question/record id"; `choice` is an option id of the question.

    `then` is one of `THEN`, and when it changes the other parts say how it reads from now on. Finishing
    carries that into the plan. Of a risk that stays as it is, `again` can be another day.
    """

    choice: str = ""
    note: str = ""
    then: str = ""
    what: str = ""
    person: str = ""  # id of who does it
    function: str = ""  # "avonddienst", when no person is named
    when: str = ""
    signs: str = ""
    measures: str = ""
    likelihood: str = ""
    impact: str = ""
    again: str = ""  # ISO: on which day people look at a risk again

    @property
    def empty(self) -> bool:
        """Whether nothing was said yet."""
        return not (self.choice or self.note.strip() or self.then)

    @property
    def reworded(self) -> bool:
        """Whether it says how the record reads from now on; without that it reads as it did."""
        of_risk = self.signs or self.measures or self.likelihood or self.impact
        return bool(self.what or self.person or self.function or self.when or of_risk)

    @classmethod
    def read(cls, value: JsonValue) -> Review:
        """The stored value; what is unknown or of another shape is left out."""
        if not isinstance(value, dict):
            return cls()
        found = {one.name: value.get(one.name) for one in fields(cls)}
        said = cls(**{name: part for name, part in found.items() if isinstance(part, str)})
        return said if said.then in ("", *THEN) else replace(said, then="")

    def to_json(self) -> dict[str, JsonValue]:
        """The value to store; empty parts are left out."""
        return {key: part for key, part in self.__dict__.items() if part}


def reviewed(question: Question, state: PlanState, plan: PlanFormat) -> int:
    """How many records something was said about."""
    keys = (key for key in state.answers if key.startswith(f"{question.id}/"))
    return sum(1 for key in keys if not Review.read(plan_answer(key, state, plan).value).empty)
