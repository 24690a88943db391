"""Labels with values, and boxes for who agreed."""

from __future__ import annotations

from dataclasses import replace

from planbureau.documents.blocks import (
    KeyValueLayout,
    KeyValues,
    Pair,
    SignatureBlock,
    SignatureBox,
    TextStyle,
    is_empty,
)
from planbureau.documents.compose.context import Context, paragraphs, text_flow
from planbureau.documents.fonts import Face
from planbureau.documents.layout.boxes import Box, BoxStyle, Part, Row, even_row
from planbureau.documents.layout.flow import Flow, Stack
from planbureau.documents.layout.graphics import RuleFlow, SpaceFlow
from planbureau.documents.layout.lines import widest_word
from planbureau.documents.looks import LINE, MM, MUTED, SUNKEN, TextLook
from planbureau.documents.tagging.tags import Tag, table_cell, table_header

_FEWEST_ROWS = 2
_LABEL_SHARES = (0.32, 0.5)
"""The labels take the first share, so that all values of a page stand below each other; at most the second,
when a long word would break."""
_NARROW = 95 * MM
_SIGN_ROOM = 13 * MM


def key_values(block: KeyValues, context: Context) -> list[Flow]:
    """Pairs as a table with row heads, or each label above its value."""
    if not block.pairs:
        return []
    if block.layout is KeyValueLayout.LIST:
        flows: list[Flow] = []
        for pair in block.pairs:
            flows.append(
                text_flow(pair.label, context.looks.styles[TextStyle.LABEL], Tag("P"), keep_next=True)
            )
            flows += _value(pair, block.empty_text, context.looks.styles[TextStyle.BODY])
        return flows
    tag = Tag("Table")
    body = Tag("TBody", parent=tag)
    gap = context.looks.gap
    shape = replace(context.looks.styles[TextStyle.BODY].shape, after=0.0)
    label = TextLook(Face.REGULAR, shape, MUTED)
    value = TextLook(Face.REGULAR, shape)
    labels = [text_flow(pair.label, label, Tag("P")) for pair in block.pairs]
    least, most = (context.width * share for share in _LABEL_SHARES)
    longest = max(widest_word(flow.spans, shape.size) for flow in labels)
    label_width = min(most, max(least, longest + 1.0))
    width = context.width - label_width - gap
    rows = [
        Row(
            [
                Part(flow, label_width, table_header("Row")),
                Part(Stack(_value(pair, block.empty_text, value)), width, table_cell()),
            ],
            gap,
            Tag("TR", parent=body),
            space=gap * 0.6,
        )
        for flow, pair in zip(labels, block.pairs, strict=True)
    ]
    if len(rows) > _FEWEST_ROWS:  # no single row at either side of the end of a page
        rows[0].keep_next = rows[-2].keep_next = True
    stack = Stack(rows, tag)
    stack.space_before = stack.space_after = gap
    return [stack]


def _value(pair: Pair, empty_text: str, look: TextLook) -> list[Flow]:
    if is_empty(pair.value):
        return [text_flow(empty_text, replace(look, colour=MUTED), Tag("P"))]
    return [text_flow(part, look, Tag("P")) for part in paragraphs(pair.value)]


def signature_block(block: SignatureBlock, context: Context) -> list[Flow]:
    """Boxes two beside each other, or below each other on a narrow sheet."""
    gap = context.looks.gap * 1.5
    columns = 1 if context.width < _NARROW else 2
    width = (context.width - gap * (columns - 1)) / columns
    boxes = [_box(box, context.narrowed(width)) for box in block.boxes]
    rows = [boxes[start : start + columns] for start in range(0, len(boxes), columns)]
    return [even_row(row, width, gap) for row in rows]


def signature_box(block: SignatureBox, context: Context) -> list[Flow]:
    """One box over the whole width."""
    return [Stack([_box(block, context)], whole=True)]


def _box(block: SignatureBox, context: Context) -> Box:
    body = context.looks.styles[TextStyle.BODY]
    name = TextLook(Face.SEMIBOLD, replace(body.shape, after=0.0))
    quiet = TextLook(Face.REGULAR, context.looks.styles[TextStyle.HINT].shape, MUTED)
    flows: list[Flow] = [text_flow(block.name, name, Tag("P"))]
    if block.capacity:
        flows.append(text_flow(block.capacity, quiet, Tag("P")))
    if block.outcome:
        flows.append(text_flow(block.outcome, body, Tag("P")))
    if block.note:
        flows += [text_flow(part, quiet, Tag("P")) for part in paragraphs(block.note)]
    if block.sign_here:
        flows += [_line_to_fill("Datum", 7 * MM, quiet), _line_to_fill("Handtekening", _SIGN_ROOM, quiet)]
    style = BoxStyle(fill="" if block.sign_here else SUNKEN, stroke=LINE)
    return Box(Stack(flows), style, Tag("Sect"), space=context.looks.gap)


def _line_to_fill(label: str, room: float, look: TextLook) -> Flow:
    """Room to write, a line, and what belongs on it."""
    small = replace(look, shape=replace(look.shape, before=0.0, after=0.0))
    return Stack([SpaceFlow(room), RuleFlow(MUTED, 0.6, space=1.0), text_flow(label, small, Tag("P"))])
