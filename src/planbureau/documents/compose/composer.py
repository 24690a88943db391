"""Turns the block tree into pieces of a page: one function for each kind of block."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from planbureau.documents import blocks as b
from planbureau.documents.compose import bars, cards, charts, cover, forms, lists, pictures, tables, texts
from planbureau.documents.compose.context import Context, Progress
from planbureau.documents.layout.flow import Break, Flow, Stack
from planbureau.documents.layout.graphics import RuleFlow
from planbureau.documents.looks import LINE, Sheet, looks_of
from planbureau.documents.pictures import PictogramSource


def compose(document: b.Document, sheet: Sheet, source: PictogramSource) -> Stack:
    """Return the whole document as one stack of pieces for pages of `sheet`."""
    context = Context(
        looks_of(document.edition), sheet.text_width, sheet.text_height, source, Progress(), compose_blocks
    )
    if document.page.to_cut:
        return Stack(compose_blocks(document.blocks, context))
    flows = cover.cover(document, context)
    flows += compose_blocks(document.blocks, context)
    lines = (*document.credits, *source.credit_lines(context.progress.pictograms))
    credit = cover.credit_lines(lines, context)
    if credit and flows:
        flows[-1].keep_next = True  # a last page with nothing but the makers of pictures is no page
    return Stack([*flows, *credit])


def compose_blocks(blocks: Iterable[b.Block], context: Context) -> list[Flow]:
    """Return the pieces of several blocks, in order."""
    flows: list[Flow] = []
    for block in blocks:
        flows += _COMPOSERS[type(block)](block, context)
    return flows


def _divider(block: b.Divider, context: Context) -> list[Flow]:  # noqa: ARG001  # the signature of a composer
    return [RuleFlow(LINE, space=context.looks.gap * 1.6)]


def _page_break(block: b.PageBreak, context: Context) -> list[Flow]:  # noqa: ARG001  # the signature of a composer
    return [Break()]


def _keep_together(block: b.KeepTogether, context: Context) -> list[Flow]:
    inside = [each for each in block.blocks if not isinstance(each, b.PageBreak)]
    return [Stack(compose_blocks(inside, context), whole=True)]


_COMPOSERS: dict[type, Callable[[Any, Context], list[Flow]]] = {
    b.Heading: texts.heading,
    b.Paragraph: texts.paragraph,
    b.BulletList: lists.bullet_list,
    b.NumberedList: lists.numbered_list,
    b.CheckList: lists.check_list,
    b.Table: tables.table,
    b.Matrix: tables.matrix,
    b.StatusLine: texts.status_line,
    b.PictureRow: pictures.picture_row,
    b.IdeaRow: pictures.idea_row,
    b.PictureGrid: pictures.picture_grid,
    b.CardSheets: cards.card_sheets,
    b.Figure: pictures.figure,
    b.Bars: bars.bars,
    b.Ladder: charts.ladder,
    b.GoalFigure: charts.goal_figure,
    b.SignatureBox: forms.signature_box,
    b.SignatureBlock: forms.signature_block,
    b.KeyValues: forms.key_values,
    b.Callout: texts.callout,
    b.Divider: _divider,
    b.PageBreak: _page_break,
    b.KeepTogether: _keep_together,
}
