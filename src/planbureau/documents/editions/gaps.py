"""What is missing in files, as a list to go through together and to write on who takes it up."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from planbureau.documents.blocks import (
    Block,
    Callout,
    CalloutKind,
    Column,
    Cover,
    Document,
    Edition,
    Footer,
    Heading,
    Pair,
    Paragraph,
    Table,
)
from planbureau.documents.editions.agenda import LEFT_OUT
from planbureau.rules.dutch import count, plain_date, sentence
from planbureau.views import GapRow

TITLE = "Dossiercheck"
_MISSING = "Wat er ontbreekt"
_GUARDED = "Wat over een afgeschermd plan gaat, komt niet op papier."
_NOTHING = "Hier ontbreekt niets."
_LOOSE = "Het hele dossier"


@dataclass(frozen=True)
class GapsOnPaper:
    """What is printed: each file with its rows; a row with what it is about, and why it is no gap."""

    files: Sequence[tuple[str, Sequence[tuple[GapRow, str, str]]]]
    organisation: str
    today: date
    chosen: str = ""
    whose: str = ""  # of one client or household
    left_out: bool = False


def gaps_document(paper: GapsOnPaper) -> Document:
    """The list as a document, a table for each file."""
    day = plain_date(paper.today)
    facts = [Pair("Wat erin staat", sentence(paper.chosen))] if paper.chosen else []
    return Document(
        title=TITLE,
        blocks=tuple(_blocks(paper)),
        subject=f"{TITLE}, {_MISSING.lower()}",
        author=paper.organisation,
        edition=Edition.ONE_PAGE,
        cover=Cover(
            organisation=paper.organisation,
            subtitle=": ".join(part for part in (_MISSING, paper.whose) if part),
            facts=(*facts, Pair("Gemaakt op", day)),
        ),
        footer=Footer((paper.organisation, ", ".join(filter(None, (TITLE, paper.whose))), day)),
    )


def _blocks(paper: GapsOnPaper) -> Iterator[Block]:
    if paper.left_out:
        yield Callout(CalloutKind.INFO, LEFT_OUT, _GUARDED)
    points = sum(len(rows) for _, rows in paper.files)
    if not points:
        yield Paragraph(_NOTHING)
        return
    files = count(len(paper.files), "dossier", "dossiers")
    yield Paragraph(f"{sentence(count(points, 'punt', 'punten'))} in {files}.")
    for name, rows in paper.files:
        yield Heading(1, name)
        yield _table(rows)


def _table(rows: Sequence[tuple[GapRow, str, str]]) -> Table:
    answered = any(answer for _, _, answer in rows)
    columns = (
        Column("Waar het over gaat", 2.6),
        Column("Waarom nu geen doel" if answered else _MISSING, 2.2),
        *(() if answered else (Column("Sinds", 1.2), Column("Wie pakt het op", 1.5))),
    )
    return Table(
        columns,
        tuple(
            (about or _LOOSE, answer)
            if answered
            else (about or _LOOSE, row.gap.kind.word, plain_date(row.gap.since) if row.gap.since else "", "")
            for row, about, answer in rows
        ),
        row_headers=True,
    )
