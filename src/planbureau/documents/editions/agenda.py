"""The calendar on paper as a list. What a colour says on the screen is a word here."""

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
    Footer,
    Heading,
    PaperSize,
    Paragraph,
    Table,
)
from planbureau.rules.dutch import plain_date, short_date

LEFT_OUT = "Niet alles staat op deze afdruk."
GUARDED = (
    "Datums van een afgeschermd plan, en afspraken en namen die niet voor iedereen zijn, komen "
    "niet op papier."
)
_NOTHING = "Er staat hier niets in de agenda."
OPEN = "open"


@dataclass(frozen=True)
class AgendaLine:
    """One term, appointment or task in the words that are printed."""

    day: date
    time: str
    who: str
    what: str
    where: str
    kind: str  # "wet", "afspraak"
    standing: str  # "open", "te laat", "afgezegd"; empty for an appointment that just stands

    @property
    def news(self) -> str:
        """The standing in few words, when there is more to say than that it is open."""
        return "" if self.standing == OPEN else self.standing.partition(" (")[0]


@dataclass(frozen=True)
class AgendaOnPaper:
    """What is printed: sections with a heading each. With `month` they are printed as a month."""

    title: str
    sections: Sequence[tuple[str, Sequence[AgendaLine]]]
    organisation: str
    today: date
    whose: str = ""  # whose dates these are, when of one client or household
    month: date | None = None
    left_out: bool = False
    size: PaperSize = PaperSize.A4  # of a month

    @property
    def name(self) -> str:
        """The title with whose dates these are, for the foot of a page."""
        return ", ".join(part for part in (self.title, self.whose) if part)


def agenda_document(paper: AgendaOnPaper) -> Document:
    """The list as a document; `month.month_document` makes a month of it."""
    blocks = [*_left_out(paper), *_list(paper)]
    made = f"Gemaakt op {plain_date(paper.today)}"
    subtitle = " · ".join(part for part in (paper.whose, made) if part)
    return Document(
        title=paper.title,
        blocks=tuple(blocks),
        subject=paper.title,
        author=paper.organisation,
        cover=Cover(subtitle=subtitle),
        footer=Footer((paper.organisation, paper.name, made)),
    )


def _left_out(paper: AgendaOnPaper) -> Iterator[Block]:
    """What the reader must know."""
    if paper.left_out:
        yield Callout(CalloutKind.INFO, LEFT_OUT, GUARDED)


def _list(paper: AgendaOnPaper) -> Iterator[Block]:
    if not any(lines for _, lines in paper.sections):
        yield Paragraph(_NOTHING)
        return
    for title, lines in paper.sections:
        if lines:
            yield Heading(1, title)
            yield lines_table(lines, paper)


def lines_table(lines: Sequence[AgendaLine], paper: AgendaOnPaper, *, wide: bool = False) -> Table:
    """Lines below each other, in their order; on a `wide` page with the place beside them."""
    whose = any(line.who != paper.whose for line in lines)  # else the title says it
    who = (Column("Wie", 1.5),) if whose else ()
    where = (Column("Waar", 2.0),) if wide else ()
    columns = (
        Column("Wanneer", 2.0),
        *who,
        Column("Wat", 3.0),
        *where,
        Column("Soort", 0.9),
        Column("Stand", 1.3),
    )
    rows = tuple(
        (
            _when(line, paper.today),
            *((line.who,) if whose else ()),
            *((line.what, line.where) if wide else ("\n".join(filter(None, (line.what, line.where))),)),
            line.kind,
            line.standing,
        )
        for line in lines
    )
    return Table(columns, rows)


def _when(line: AgendaLine, today: date) -> str:
    """Day and time; of another year with that year."""
    if line.day == date.max:  # waits for something that is not known yet
        return "nog geen dag"
    day = short_date(line.day)
    if line.day.year != today.year:
        day = f"{day} {line.day.year}"
    return f"{day} {line.time}" if line.time else day
