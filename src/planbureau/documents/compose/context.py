"""What every composer needs: the looks of the edition, the pictures, and the width to fill."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace

from planbureau.documents.blocks import Block, Run, Text, TextStyle
from planbureau.documents.fonts import Face
from planbureau.documents.layout.flow import Flow
from planbureau.documents.layout.lines import Span
from planbureau.documents.layout.text import TextFlow
from planbureau.documents.looks import PRIMARY, Looks, TextLook
from planbureau.documents.pictures import PictogramSource
from planbureau.documents.tagging.tags import Tag

_LINKS = ("https://", "http://", "mailto:", "tel:")


@dataclass(eq=False)
class Progress:
    """What is known of the document so far: the pictograms in use, and the level of the last heading."""

    pictograms: dict[str, None] = field(default_factory=dict)
    heading_level: int = 1


@dataclass(frozen=True)
class Context:
    """Passed to each composer. `width` and `page_height` are points; `blocks` composes nested blocks."""

    looks: Looks
    width: float
    page_height: float
    source: PictogramSource
    progress: Progress
    blocks: Callable[[Iterable[Block], Context], list[Flow]]

    def narrowed(self, width: float) -> Context:
        """The same, for a part of the page that is `width` points wide."""
        return replace(self, width=width)

    def compact(self) -> Context:
        """The same, with the type of table cells as body type."""
        styles = dict(self.looks.styles)
        shape = replace(self.looks.cell.shape, after=styles[TextStyle.BODY].shape.after / 2)
        styles[TextStyle.BODY] = replace(self.looks.cell, shape=shape)
        return replace(self, looks=replace(self.looks, styles=styles))


def spans(text: Text, look: TextLook) -> list[Span]:
    """A text as spans in the look of its role."""
    if isinstance(text, str):
        return [Span(text, look.face, look.colour)]
    return [_span(run, look) for run in text]


def text_flow(text: Text, look: TextLook, tag: Tag | None, *, keep_next: bool = False) -> TextFlow:
    """A text as one paragraph."""
    return TextFlow(spans(text, look), look.shape, tag, keep_next=keep_next)


def paragraphs(text: Text) -> list[Text]:
    """Cut a plain text at its empty lines; runs stay together."""
    if not isinstance(text, str):
        return [text]
    parts = [part.strip("\n") for part in text.replace("\r\n", "\n").split("\n\n")]
    return [part for part in parts if part.strip()]


def _span(run: Run, look: TextLook) -> Span:
    face = look.face
    if run.bold:
        face = Face.BOLD
    elif run.italic and face is not Face.BOLD:
        face = Face.ITALIC
    link = run.link if run.link.startswith(_LINKS) else ""
    return Span(run.text, face, PRIMARY if link else look.colour, link)
