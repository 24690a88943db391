"""The head of a document: organisation, title, of whom it is, key facts; and the credits at its end."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from planbureau.documents.blocks import Cover, Document, KeyValues, TextStyle, is_empty
from planbureau.documents.compose.context import Context, spans, text_flow
from planbureau.documents.compose.forms import key_values
from planbureau.documents.compose.pictures import badge, pictogram
from planbureau.documents.fonts import Face
from planbureau.documents.layout.boxes import Box, BoxStyle, Part, Row
from planbureau.documents.layout.flow import Break, Flow, Stack
from planbureau.documents.layout.graphics import ImageFlow, RuleFlow, SpaceFlow
from planbureau.documents.layout.text import TextFlow
from planbureau.documents.looks import LINE, MM, MUTED, PRIMARY, SUNKEN, TextLook
from planbureau.documents.tagging.tags import Tag

_PHOTO = 30 * MM
_CREDIT_SIZE = 9.0
"""Points: who made the pictures is not for the reader of the plan, so it is small in every edition."""


def cover(document: Document, context: Context) -> list[Flow]:
    """The title as H1, and what the cover adds to it."""
    part = document.cover or Cover()
    looks = context.looks
    flows: list[Flow] = []
    if part.full_page:
        flows.append(SpaceFlow(context.page_height * 0.16))
    if part.organisation:
        quiet = looks.styles[TextStyle.HINT]
        organisation = TextLook(Face.SEMIBOLD, replace(quiet.shape, after=looks.gap), PRIMARY)
        flows.append(text_flow(part.organisation, organisation, Tag("P"), keep_next=True))
    flows.append(_title(document, part, context))
    if part.status:
        status = Stack([badge(part.status, looks.cell_head)])
        status.space_before = looks.gap / 2
        flows.append(status)
    if part.facts:
        flows.append(_facts(part, context))
    for flow in flows:
        flow.keep_next = True
    rule = RuleFlow(PRIMARY, 2.2, space=looks.gap * 1.6)
    return [*flows, rule, Break()] if part.full_page else [*flows, rule]


def credit_lines(lines: Sequence[str], context: Context) -> list[Flow]:
    """The makers and licences of the pictures, in small type below a line."""
    if not lines:
        return []
    look = context.looks.styles[TextStyle.SMALL]
    size = min(look.shape.size, _CREDIT_SIZE)
    shape = replace(look.shape, size=size, leading=size * 1.3, after=1.0)
    texts: list[Flow] = [text_flow(line, replace(look, shape=shape), Tag("P")) for line in lines]
    return [Stack([RuleFlow(LINE, space=min(size, context.looks.gap * 1.5)), *texts], whole=True)]


def _title(document: Document, part: Cover, context: Context) -> Flow:
    looks = context.looks
    look = looks.headings[0]
    size = _PHOTO if part.photo else look.shape.leading * 2.2 if part.pictogram else 0.0
    width = context.width - (size + looks.gap * 2 if size else 0.0)
    title = TextFlow(spans(document.title, look), look.shape, Tag("H1"), bookmark=(document.title, 0))
    texts: list[Flow] = [title]
    if not is_empty(part.subtitle):
        lead = looks.styles[TextStyle.LEAD]
        texts.append(text_flow(part.subtitle, replace(lead, colour=MUTED), Tag("P")))
    if not size:
        return Stack(texts)
    picture = (
        ImageFlow(part.photo, size, size * 1.2, part.photo_alt)
        if part.photo
        else pictogram(part.pictogram, size, context)
    )
    return Row(
        [Part(Stack(texts), width, centred=True), Part(picture, size, centred=True)],
        looks.gap * 2,
        whole=True,
    )


def _facts(part: Cover, context: Context) -> Flow:
    style = BoxStyle(fill=SUNKEN, pad_x=12.0, pad_y=4.0)
    inner = context.compact().narrowed(context.width - 2 * style.pad_x)
    return Box(Stack(key_values(KeyValues(part.facts), inner)), style, space=context.looks.gap * 1.4)
