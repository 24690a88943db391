"""The gradual scale of a goal as a table, and how it went over time: a picture with its table (rules D4)."""

from __future__ import annotations

from planbureau.documents.blocks import (
    Block,
    Column,
    GoalFigure,
    KeepTogether,
    Paragraph,
    Table,
    TextStyle,
)
from planbureau.documents.editions.paper import Paper
from planbureau.rules.dutch import plain_date
from planbureau.rules.goals.gas import MEANINGS, signed
from planbureau.rules.goals.smart import GoalForm
from planbureau.views import GoalView, ScaleView
from planbureau.views.series import COLUMNS, picture_of


def scale_blocks(goal: GoalView, paper: Paper) -> list[Block]:
    """The scale in use, and those before it. A direction has none (rules D3)."""
    if goal.form == GoalForm.GOZ.value:
        return []
    return [
        KeepTogether((*_about(scale, earlier=scale is not goal.scale, paper=paper), _levels(scale)))
        for scale in reversed(goal.scales)
        if any(scale.text(score) for score in scale.gas.scores)
    ]


TIME_WIDTHS = (1.6, 0.95, 2.25, 2.1)
"""Shares of the columns of what was seen over time: a whole date fits on one line."""


def over_time(goal: GoalView, paper: Paper) -> list[Block]:
    """What was seen so far: the picture, and the same in a table with the words of each moment."""
    picture = picture_of(goal, paper.view.looks, paper.short_name)
    if picture is None:
        return []
    columns = tuple(Column(title, width) for title, width in zip(COLUMNS, TIME_WIDTHS, strict=True))
    label = Paragraph("Hoe het ging in de tijd", TextStyle.LABEL)
    return [KeepTogether((label, GoalFigure(picture))), Table(columns, picture.rows, row_headers=True)]


def _about(scale: ScaleView, *, earlier: bool, paper: Paper) -> list[Block]:
    made = f" van {plain_date(scale.made_on)}" if scale.made_on else ""
    title = f"Eerdere schaal{made}" if earlier else "Schaal"
    with_whom = paper.names(scale.made_with)
    about = [
        f"Waar we naar kijken: {scale.variable.strip()}" if scale.variable.strip() else "",
        f"Wanneer we scoren: {scale.moment.strip()}" if scale.moment.strip() else "",
        f"Gemaakt met {with_whom}" if with_whom else "",
    ]
    words = " · ".join(part for part in about if part)
    return [Paragraph(title, TextStyle.LABEL), *([Paragraph(words, TextStyle.SMALL)] if words else [])]


def _levels(scale: ScaleView) -> Table:
    rows = tuple(
        (signed(score), MEANINGS[score], scale.text(score) or "–") for score in reversed(scale.gas.scores)
    )
    return Table((Column("Score", 0.5), Column("Wat dat is", 1.5), Column("In onze woorden", 3.6)), rows,
                 row_headers=True)  # fmt: skip
