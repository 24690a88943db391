"""The calendar on paper: a month on its side, or a list. What a colour says on the screen is a word here."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from planbureau.documents.blocks import (
    Block,
    Callout,
    CalloutKind,
    Cell,
    CellContent,
    Column,
    Cover,
    Document,
    Footer,
    Heading,
    Page,
    PaperSize,
    Paragraph,
    Run,
    Table,
    TextStyle,
)
from planbureau.rules.dutch import plain_date, sentence, short_date

LEFT_OUT = "Niet alles staat op deze afdruk."
_GUARDED = "Datums van een afgeschermd plan, en afspraken die niet voor iedereen zijn, komen niet op papier."
_NOTHING = "Er staat hier niets in de agenda."
_OPEN = "open"
_MOST = 4
"""So many lines stand in one day of the month; a day with more stands below it in full."""
_WEEK_MM, _FULL_WEEK_MM = 21.0, 12.0
"""The least height of a week, so that there is room to write something in; less in a month that is full."""
_NAMES = ("maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag")
_QUIET = 0.65
"""How wide a day of the week is on which nothing stands, against one with something."""
_FULL = 2
"""With more lines than this in one day a month is full."""


@dataclass(frozen=True)
class AgendaLine:
    """One term, appointment or task in the words that are printed."""

    day: date
    time: str
    who: str
    what: str
    where: str
    kind: str  # "wet", "afspraak"
    standing: str  # "te laat", "afgezegd"; empty when it just stands


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


def agenda_document(paper: AgendaOnPaper) -> Document:
    """The month or the list as a document."""
    blocks = [*_left_out(paper), *(_list(paper) if paper.month is None else _month(paper))]
    made = f"Gemaakt op {plain_date(paper.today)}"
    subtitle = " · ".join(part for part in (paper.whose, made) if part)
    return Document(
        title=paper.title,
        blocks=tuple(blocks),
        subject=paper.title,
        author=paper.organisation,
        cover=Cover(subtitle=subtitle),
        footer=Footer((paper.organisation, paper.title, made)),
        page=Page(PaperSize.A4, landscape=paper.month is not None),
    )


def _left_out(paper: AgendaOnPaper) -> Iterator[Block]:
    """What the reader must know; above a month in one line, so that the month has its page."""
    if not paper.left_out:
        return
    if paper.month is None:
        yield Callout(CalloutKind.INFO, LEFT_OUT, _GUARDED)
    else:
        yield Paragraph((Run(f"{LEFT_OUT} ", bold=True), Run(_GUARDED)), TextStyle.SMALL)


def _list(paper: AgendaOnPaper) -> Iterator[Block]:
    if not any(lines for _, lines in paper.sections):
        yield Paragraph(_NOTHING)
        return
    for title, lines in paper.sections:
        if lines:
            yield Heading(1, title)
            yield _table(lines, paper.today)


def _table(lines: Sequence[AgendaLine], today: date) -> Table:
    columns = (
        Column("Wanneer", 2.0),
        Column("Wie", 1.5),
        Column("Wat", 3.0),
        Column("Soort", 0.9),
        Column("Stand", 1.3),
    )
    rows = tuple(
        (
            _when(line, today),
            line.who,
            f"{line.what}\n{line.where}" if line.where else line.what,
            line.kind,
            line.standing or _OPEN,
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


def _month(paper: AgendaOnPaper) -> Iterator[Block]:
    month = paper.month or paper.today
    by_day: dict[date, list[AgendaLine]] = {}
    for _, lines in paper.sections:
        for line in lines:
            by_day.setdefault(line.day, []).append(line)
    monday = month.replace(day=1) - timedelta(days=month.replace(day=1).weekday())
    rows: list[tuple[CellContent, ...]] = []
    while (monday.year, monday.month) <= (month.year, month.month):
        days = [monday + timedelta(days=at) for at in range(7)]
        cells = (_day(day, by_day.get(day, ()), month) for day in days)
        rows.append((f"{monday.isocalendar().week}", *cells))
        monday += timedelta(days=7)
    busy = {day.weekday() for day in by_day}
    widths = [1.0 if at in busy else _QUIET for at in range(len(_NAMES))]
    columns = (Column("Week", 0.4), *(Column(name, wide) for name, wide in zip(_NAMES, widths, strict=True)))
    fullest = max((len(lines) for day, lines in by_day.items() if day.month == month.month), default=0)
    height = _FULL_WEEK_MM if fullest > _FULL else _WEEK_MM
    yield Table(columns, tuple(rows), row_headers=True, row_mm=height, ruled=True)
    full = [(day, lines) for day, lines in sorted(by_day.items()) if len(lines) > _MOST and day != date.max]
    if full:
        yield Heading(1, "Dagen met meer")
        yield _table([line for _, lines in full for line in lines], paper.today)


def _day(day: date, lines: Sequence[AgendaLine], month: date) -> Cell:
    number = str(day.day) if day.month == month.month else plain_date(day).rpartition(" ")[0]
    shown = lines if len(lines) <= _MOST else lines[: _MOST - 1]
    blocks: list[Block] = [Paragraph((Run(number, bold=day.month == month.month),), TextStyle.SMALL)]
    blocks += (Paragraph(_words(line), TextStyle.SMALL) for line in shown)
    if len(shown) < len(lines):
        blocks.append(
            Paragraph((Run(f"nog {len(lines) - len(shown)}, zie onder", italic=True),), TextStyle.SMALL)
        )
    return Cell(tuple(blocks))


def _words(line: AgendaLine) -> tuple[Run, ...]:
    """One line in a day: the time and who first, then what it is, and in words how it stands."""
    head = " ".join(part for part in (line.time.partition("-")[0], line.who) if part)
    tail = " ".join(part for part in (line.what, f"({line.standing})" if line.standing else "") if part)
    return (Run(f"{head}: ", bold=True), Run(tail)) if head else (Run(sentence(tail)),)
