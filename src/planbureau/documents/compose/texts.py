"""Headings, paragraphs, quotes and call-outs."""

from __future__ import annotations

from dataclasses import replace

from planbureau.documents.blocks import Callout, Heading, Paragraph, Status, StatusLine, TextStyle, is_empty
from planbureau.documents.compose.context import Context, paragraphs, spans, text_flow
from planbureau.documents.compose.pictures import badge, pictogram
from planbureau.documents.fonts import Face
from planbureau.documents.layout.boxes import Box, BoxStyle, Part, Row
from planbureau.documents.layout.flow import Flow, Stack
from planbureau.documents.layout.graphics import IconFlow
from planbureau.documents.layout.text import TextFlow
from planbureau.documents.looks import CALLOUTS, INK, PRIMARY, TONES, TextLook
from planbureau.documents.tagging.tags import Tag


def heading(block: Heading, context: Context) -> list[Flow]:
    """A heading that stays with what follows, and stands in the reader's table of contents.

    The title is level 1 of the structure, so level 1 becomes H2. A level that would be skipped is closed
    up: PDF/UA-1 (7.4.2) allows no jump from H2 to H4.
    """
    level = min(block.level + 1, context.progress.heading_level + 1)
    context.progress.heading_level = level
    look = context.looks.headings[block.level]
    flow = TextFlow(
        spans(block.text, look),
        look.shape,
        Tag(f"H{level}"),
        keep_next=True,
        bookmark=(block.text, level - 1),
    )
    if block.status:
        return [_with_status(flow, block.status, context)]
    if not block.pictogram:
        return [flow]
    size = look.shape.leading * 1.7
    picture = pictogram(block.pictogram, size, context)
    width = context.width - size - context.looks.gap
    row = Row(
        [Part(picture, size, centred=True), Part(flow, width, centred=True)], context.looks.gap, whole=True
    )
    row.space_before, row.space_after, row.keep_next = flow.space_before, flow.space_after, True
    return [row]


def _with_status(heading: TextFlow, status: Status, context: Context) -> Row:
    sign = badge(status, context.looks.cell_head)
    sign_width = min(sign.natural_width(), context.width * 0.4)
    gap = context.looks.gap * 1.5
    width = min(heading.natural_width() + 1.0, context.width - sign_width - gap)
    row = Row([Part(heading, width, centred=True), Part(sign, sign_width, centred=True)], gap, whole=True)
    row.space_before, row.space_after, row.keep_next = heading.space_before, heading.space_after, True
    return row


def paragraph(block: Paragraph, context: Context) -> list[Flow]:
    """A paragraph for each stretch between empty lines; a quote gets a bar at its left."""
    look = context.looks.styles[block.style]
    flows: list[Flow] = [
        text_flow(part, look, Tag("P", language=block.language), keep_next=block.style is TextStyle.LABEL)
        for part in paragraphs(block.text)
    ]
    if block.style is not TextStyle.QUOTE or not flows:
        return flows
    style = BoxStyle(accent=PRIMARY, pad_x=8.0, pad_y=1.0, accent_width=2.5)
    return [Box(Stack(flows), style, Tag("BlockQuote"), space=context.looks.gap)]


def status_line(block: StatusLine, context: Context) -> list[Flow]:
    """A status, and behind it what it means."""
    sign = badge(block.status, context.looks.cell_head)
    if is_empty(block.text):
        row = Row([Part(sign, context.width)], 0.0, space=context.looks.gap)
        row.keep_next = True  # it says how the thing below it stands
        return [row]
    look = context.looks.styles[TextStyle.BODY]
    sign_width = min(sign.natural_width(), context.width * 0.4)
    width = context.width - sign_width - context.looks.gap
    text = text_flow(block.text, look, Tag("P"))
    return [Row([Part(sign, sign_width), Part(text, width)], context.looks.gap, space=context.looks.gap)]


def callout(block: Callout, context: Context) -> list[Flow]:
    """A coloured box with a sign and a title in words."""
    ink, fill = TONES[CALLOUTS[block.kind]]
    style = BoxStyle(fill=fill, accent=ink)
    body = context.looks.styles[TextStyle.BODY]
    title = TextLook(Face.BOLD, replace(body.shape, after=2.0), ink)
    icon_size = body.shape.size * 1.5
    inner_width = context.width - 2 * style.pad_x - style.accent_width - icon_size - 8.0
    parts: list[Flow] = [text_flow(block.title, title, Tag("P"), keep_next=True)]
    parts += [text_flow(part, replace(body, colour=INK), Tag("P")) for part in paragraphs(block.text)]
    parts += context.blocks(block.blocks, context.narrowed(inner_width))
    icon = IconFlow(block.kind, icon_size, ink)
    row = Row([Part(icon, icon_size), Part(Stack(parts), inner_width)], 8.0)
    return [Box(row, style, Tag("Sect"), space=context.looks.gap * 1.5)]
