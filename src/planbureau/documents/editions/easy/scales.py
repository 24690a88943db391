"""The steps to a goal as a ladder, with where I stand now."""

from __future__ import annotations

from planbureau.documents.blocks import Block, KeepTogether, Ladder, LadderStep, Paragraph, TextStyle
from planbureau.documents.editions.paper import Paper
from planbureau.rules.goals.looks import Voice
from planbureau.rules.goals.smart import GoalForm
from planbureau.views import GoalView, LookView, ScaleView


def ladder(goal: GoalView, paper: Paper) -> list[Block]:
    """The scale in use; a scale with a gap is not shown, it is still being written."""
    scale = goal.scale
    if goal.form == GoalForm.GOZ.value or scale is None or not scale.whole:
        return []
    now = _now(scale, paper.view.looks)
    steps = tuple(
        LadderStep(scale.text(score), goal=score == 0, now=score == now) for score in scale.gas.scores
    )
    we = paper.is_household
    title = f"Zo ver {'zijn we' if we else 'ben ik'} met doel {goal.number}"
    here = "Hier zijn we" if we else "Hier ben ik"
    drawn = Ladder(steps, _said(steps, here), now_word=here)
    return [KeepTogether((Paragraph(title, TextStyle.LABEL), drawn))]


def _now(scale: ScaleView, looks: tuple[LookView, ...]) -> int | None:
    """The last score of the client or of all together; nobody else says where the client stands."""
    own = (Voice.CLIENT.value, Voice.TOGETHER.value)
    found = [
        look
        for look in looks
        if look.scale_id == scale.id and not look.replaced_by and look.score is not None and look.voice in own
    ]
    return found[-1].score if found else None


def _said(steps: tuple[LadderStep, ...], here: str) -> str:
    words = [f"stap {number}: {step.text.rstrip('.')}" for number, step in enumerate(steps, start=1)]
    now = next((number for number, step in enumerate(steps, start=1) if step.now), 0)
    goal = next(number for number, step in enumerate(steps, start=1) if step.goal)
    standing = f" {here}: stap {now}." if now else ""
    return f"Een ladder van laag naar hoog. {'; '.join(words)}. Het doel is stap {goal}.{standing}"
