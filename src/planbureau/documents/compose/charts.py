"""Figures about one goal: its steps as a ladder, and how it went over time."""

from __future__ import annotations

from dataclasses import replace

from planbureau.documents.blocks import GoalFigure, Ladder, TextStyle
from planbureau.documents.compose.context import Context, text_flow
from planbureau.documents.fonts import Face
from planbureau.documents.layout.flow import Flow
from planbureau.documents.layout.goal_figure import FigureWords, GoalFigureFlow
from planbureau.documents.layout.ladder import LadderFlow, Rung
from planbureau.documents.looks import TextLook


def ladder(block: Ladder, context: Context) -> list[Flow]:
    """The steps as one figure, the highest above, with their words in it."""
    body = context.looks.styles[TextStyle.BODY]
    look = replace(body, shape=replace(body.shape, before=0.0, after=0.0))
    strong = TextLook(Face.BOLD, look.shape, look.colour)
    rungs = [
        Rung(
            text_flow(step.text, strong if step.now or step.goal else look, None),
            " · ".join(word for word, on in ((block.now_word, step.now), (block.goal_word, step.goal)) if on),
            step.now,
        )
        for step in reversed(block.steps)
    ]
    words = {rung.word: text_flow(rung.word, strong, None) for rung in rungs if rung.word}
    return [LadderFlow(rungs, words, block.alt, space=context.looks.gap)]


def goal_figure(block: GoalFigure, context: Context) -> list[Flow]:
    """The picture of a goal as one figure; its words are small but never smaller than a foot line."""
    small = context.looks.styles[TextStyle.SMALL]
    look = replace(small, shape=replace(small.shape, before=0.0, after=0.0))
    words = FigureWords(lambda text: text_flow(text, look, None))
    return [GoalFigureFlow(block.picture, words, space=context.looks.gap)]
