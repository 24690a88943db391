"""Bars that compare a few marks."""

from __future__ import annotations

from dataclasses import replace

from planbureau.documents.blocks import Bars, TextStyle
from planbureau.documents.compose.context import Context, text_flow
from planbureau.documents.fonts import Face
from planbureau.documents.layout.bars import BarLine, BarsFlow
from planbureau.documents.layout.flow import Flow
from planbureau.documents.looks import TextLook


def bars(block: Bars, context: Context) -> list[Flow]:
    """The bars as one figure, with their words in it."""
    body = context.looks.styles[TextStyle.LEAD if block.large else TextStyle.BODY]
    look = replace(body, shape=replace(body.shape, before=0.0, after=0.0))
    strong = TextLook(Face.SEMIBOLD, look.shape, look.colour)
    lines = [
        BarLine(text_flow(one.word, strong, None), one.share, one.fill, text_flow(one.says, look, None))
        for one in block.bars
    ]
    return [BarsFlow(lines, block.alt, space=context.looks.gap)]
