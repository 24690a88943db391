"""Lists with bullets, numbers, own labels and boxes to tick; an item may hold any other block."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from planbureau.documents.blocks import BulletList, CheckList, ListItem, NumberedList, TextStyle
from planbureau.documents.compose.context import Context, paragraphs, text_flow
from planbureau.documents.fonts import Face
from planbureau.documents.layout.boxes import Part, Row
from planbureau.documents.layout.flow import Flow, Stack
from planbureau.documents.layout.graphics import CheckBoxFlow
from planbureau.documents.layout.text import TextFlow
from planbureau.documents.looks import PRIMARY, TextLook
from planbureau.documents.tagging.tags import Tag

_FEWEST_ITEMS = 2
_CHECKED, _UNCHECKED = "aangevinkt", "niet aangevinkt"


def bullet_list(block: BulletList, context: Context) -> list[Flow]:
    """Items with a dot, or with their own label."""
    items = [_item(item) for item in block.items]
    return _list(items, [item.label or "•" for item in items], "Disc", context)


def numbered_list(block: NumberedList, context: Context) -> list[Flow]:
    """Items with a number, or with their own label."""
    items = [_item(item) for item in block.items]
    labels = [item.label or f"{number}." for number, item in enumerate(items, block.start)]
    return _list(items, labels, "Decimal", context)


def check_list(block: CheckList, context: Context) -> list[Flow]:
    """Lines with a box; the box is said as ticked or not."""
    body = context.looks.styles[TextStyle.BODY]
    size = body.shape.size * 1.15
    label_width = size * 1.6
    rows: list[Flow] = []
    for item in block.items:
        tag = Tag("Lbl", actual=_CHECKED if item.checked else _UNCHECKED)
        box = CheckBoxFlow(size, body.shape.leading, PRIMARY, tag, checked=item.checked)
        text = _texts(ListItem(item.text), context.narrowed(context.width - label_width))
        parts = [Part(box, label_width), Part(text, context.width - label_width, Tag("LBody"))]
        rows.append(Row(parts, 0.0, Tag("LI"), space=context.looks.gap / 2))
    return [_together(rows, "None", context)]


def _item(item: ListItem | str) -> ListItem:
    return ListItem(item) if isinstance(item, str) else item


def _together(rows: Sequence[Flow], numbering: str, context: Context) -> Stack:
    if len(rows) > _FEWEST_ITEMS:  # no single item at either side of the end of a page
        rows[0].keep_next = rows[-2].keep_next = True
    stack = Stack(rows, Tag("L", attributes={"List": {"ListNumbering": numbering}}))
    stack.space_before = stack.space_after = context.looks.gap
    return stack


def _list(items: Sequence[ListItem], labels: Sequence[str], numbering: str, context: Context) -> list[Flow]:
    if not items:
        return []
    body = context.looks.styles[TextStyle.BODY]
    look = TextLook(Face.SEMIBOLD, replace(body.shape, after=0.0), PRIMARY)
    flows = [text_flow(label, look, Tag("Lbl")) for label in labels]
    label_width = _label_width(flows, body.shape.size, context.width)
    width = context.width - label_width
    rows = [
        Row(
            [Part(flow, label_width), Part(_texts(item, context.narrowed(width)), width, Tag("LBody"))],
            0.0,
            Tag("LI"),
            space=context.looks.gap / 2,
        )
        for flow, item in zip(flows, items, strict=True)
    ]
    return [_together(rows, numbering, context)]


def _label_width(flows: Sequence[TextFlow], size: float, width: float) -> float:
    """Room for the widest label, and no more than a third of the line."""
    widest = max(flow.natural_width() for flow in flows)
    return min(max(widest + size * 0.6, size * 1.3), width / 3)


def _texts(item: ListItem, context: Context) -> Stack:
    body = context.looks.styles[TextStyle.BODY]
    look = replace(body, shape=replace(body.shape, after=context.looks.gap / 2))
    flows: list[Flow] = [text_flow(part, look, Tag("P")) for part in paragraphs(item.text)]
    if flows and item.blocks:  # what an item says first does not stand on the page before the rest of it
        flows[-1].keep_next = True
    return Stack([*flows, *context.blocks(item.blocks, context)])
