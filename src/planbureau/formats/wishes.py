"""Where a plan type lets people say what they want, and where it says why no goal comes of that for now."""

from __future__ import annotations

from dataclasses import dataclass

from .model import PlanFormat, QuestionKind

WHOLE_PLAN = "*"
"""A wish that any goal or agreement of the plan may answer."""


@dataclass(frozen=True)
class WishAsk:
    """One question that holds a wish outside the life domains.

    `area` is where a goal is looked for; `reason` names the question with the reason. Of a table each row is
    a wish that cannot be followed, `wish` is the column with its words and `reason` the one with its ground.
    """

    question_id: str
    area: str
    reason: str = ""
    table: bool = False
    wish: str = ""


def wish_asks(plan: PlanFormat) -> tuple[WishAsk, ...]:
    """The questions of this plan type that hold wishes, in their order."""
    return tuple(
        WishAsk(
            one.id,
            one.wish,
            one.wish_reason,
            one.kind is QuestionKind.TABLE,
            one.columns[0].id if one.columns else "",
        )
        for section in plan.sections
        for one in section.questions
        if one.wish
    )
