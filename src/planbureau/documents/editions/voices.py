"""What the client says beside what others see, and the marks of then, now and wanted beside each other."""

from __future__ import annotations

from collections.abc import Sequence

from planbureau.documents.blocks import (
    Bar,
    BarFill,
    Bars,
    Block,
    Cell,
    Column,
    KeyValues,
    Pair,
    Paragraph,
    Run,
    Table,
    TextStyle,
)
from planbureau.documents.editions.paper import Paper
from planbureau.documents.editions.values import people_text
from planbureau.formats.answers import DomainAnswer
from planbureau.formats.marks import Mark
from planbureau.formats.wording import lower_first

FILLS = {"Toen": BarFill.HATCHED, "Nu": BarFill.SOLID, "Gewenst": BarFill.OPEN}
EASY_WORDS = {"Toen": "Toen", "Nu": "Nu", "Gewenst": "Ik wil"}
_FITS_BESIDE = 900
"""Characters; longer texts stand below each other, because they do not belong in a table."""


def said_beside(said: DomainAnswer, paper: Paper) -> list[Block]:
    """What others see, each by name, beside how the client says it goes; nothing when no other was heard."""
    heard = voices(said, paper)
    if not heard:
        return []
    own = said.now.strip()
    whose = "Het gezin zegt" if paper.is_household else "De cliënt zegt"
    longest = max(len(own), sum(len(text) for _, text in heard))
    if longest > _FITS_BESIDE or not own:
        first = [Paragraph(whose, TextStyle.LABEL), Paragraph(own)] if own else []
        return [*first, Paragraph("Wat anderen zien", TextStyle.LABEL), *_lines(heard)]
    cells = (own, Cell(tuple(_lines(heard))))
    return [Table((Column(whose), Column("Anderen zien")), (cells,))]


def voices(said: DomainAnswer, paper: Paper) -> list[tuple[str, str]]:
    """Who says it and what, in the order in which it was written down; without a name it is somebody else."""
    named = [
        (people_text(one.get("who") or [], paper) or "Iemand", str(one.get("text") or "").strip())
        for one in said.others
    ]
    found = [("Anderen", said.others_see.strip()), *named]
    return [(who, text) for who, text in found if text]


def _lines(heard: Sequence[tuple[str, str]]) -> list[Block]:
    return [Paragraph((Run(f"{who}: ", bold=True), Run(text))) for who, text in heard]


def mark_blocks(marks: Sequence[tuple[str, Mark]], *, large: bool = False) -> list[Block]:
    """One mark in words; more than one as bars, with the same words for who does not see them."""
    if not marks:
        return []
    if len(marks) == 1:
        word, mark = marks[0]
        return [KeyValues((Pair(f"Cijfer {lower_first(word)}", mark.words),))]
    said = {word: EASY_WORDS[word] if large else word for word, _ in marks}
    told = ", ".join(f"{lower_first(said[word])} {mark.words}" for word, mark in marks)
    drawn = tuple(Bar(said[word], mark.share, mark.words, FILLS[word]) for word, mark in marks)
    return [Bars(drawn, f"Cijfer: {told}", large=large)]
