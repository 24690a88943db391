"""Whether a question needs its label above its answer: not when the heading of its section says it."""

from __future__ import annotations

from planbureau.documents.blocks import Block, Paragraph, TextStyle
from planbureau.formats.model import Question, Section


def label_of(question: Question, section: Section) -> list[Block]:
    """The label as a paragraph, or nothing when it repeats the title of the section."""
    if question.label.strip().casefold() == section.title.strip().casefold():
        return []
    return [Paragraph(question.label, TextStyle.LABEL)]
