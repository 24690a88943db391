"""A month on paper: one page on its side to hang up, and behind it a list of the days that did not fit.

One page is a promise, so it is measured. A month with room has all of it in full and weeks as high as the
page allows, to write in; a fuller one gets smaller letters; and only then days are shortened.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from textwrap import wrap

from planbureau.documents.blocks import (
    Block,
    Cell,
    CellContent,
    Column,
    Cover,
    Document,
    Edition,
    Footer,
    Heading,
    Page,
    PageBreak,
    PaperSize,
    Paragraph,
    Run,
    Table,
    TextStyle,
    plain,
)
from planbureau.documents.editions.agenda import GUARDED, LEFT_OUT, AgendaLine, AgendaOnPaper, lines_table
from planbureau.documents.editions.fitting import page_count
from planbureau.documents.editions.values import shortened
from planbureau.rules.dutch import plain_date, sentence

_NAMES = ("maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag")
_QUIET = 0.65
"""How wide a day of the week is on which nothing stands, against one with something."""
_WEEK_NUMBER = 0.35
_HIGHEST_MM = {PaperSize.A4: 45, PaperSize.A3: 65}
"""The least height of a week grows to this when there is room."""
_LENGTHS = (0, 180, 90, 45)
"""Signs of one line of the agenda in a month that is shortened; 0 is all of them."""
_SHORTENED = "Een regel die op … eindigt, staat helemaal in de lijst op de volgende bladzijde."
_FEWEST_SIGNS = 15
"""Signs of what it is about, when a long name takes the others: who it is about matters most."""
_SIGNS = {PaperSize.A4: 22, PaperSize.A3: 32}
"""About so many signs stand beside each other in a day: to share the page fairly, never to promise it."""
_LOWEST = 3
"""So many lines of text a day always has."""


@dataclass(frozen=True)
class _Room:
    """How a month is set: the letters, and how much is shown of a day (0: all of it).

    `lines` are those of a day, by week (the last number holds for the weeks after it); `signs` those of one
    line of the agenda. `week_mm` is the least height of a week.
    """

    style: TextStyle
    lines: tuple[int, ...] = (0,)
    signs: int = 0
    week_mm: int = 0

    def of_week(self, at: int) -> int:
        """The lines of a day in this week."""
        return self.lines[min(at, len(self.lines) - 1)]


def month_document(paper: AgendaOnPaper) -> Document:
    """The month of `paper` on one page, with the list behind it when a day is shortened."""
    month = _Month(paper)
    for style in (TextStyle.BODY, TextStyle.FINE):
        room = _Room(style)
        if month.fits(room):
            return month.document(_heightened(room, month))
    return month.document(_shortened(month))


def _heightened(room: _Room, month: _Month) -> _Room:
    """Weeks as high as the page has room for."""
    height = _most(_HIGHEST_MM[month.size], lambda mm: month.fits(replace(room, week_mm=mm)))
    return replace(room, week_mm=height)


def _shortened(month: _Month) -> _Room:
    """As much as the page holds: first the same for every week, then what is left for one after the other.

    Rather all of the day in few words than the first of it in full.
    """
    rooms = [_evenly(signs, month) for signs in _LENGTHS]
    room = max((one for one in rooms if one is not None), key=month.shown)  # of equals the one in full
    same = room.lines[0]
    for week in range(month.weeks):
        for more in (2, 1):
            lines = (*room.lines[:week], same + more, *room.lines[week + 1 :])
            if month.fits(replace(room, lines=lines)):
                room = replace(room, lines=lines)
                break
    return room


def _evenly(signs: int, month: _Month) -> _Room | None:
    """The same number of lines for every week, as many as fit; None when not even the fewest do."""
    room = _Room(TextStyle.FINE, (_LOWEST,), signs)
    if signs != _LENGTHS[-1] and not month.fits(room):
        return None
    tallest = max(month.tallest(signs), _LOWEST)
    lines = _most(tallest, lambda count: month.fits(replace(room, lines=(count,))), _LOWEST)
    return replace(room, lines=(lines,) * month.weeks)


def _most(highest: int, fits: Callable[[int], bool], lowest: int = 0) -> int:
    """The greatest number up to `highest` that fits; `lowest` without trying."""
    while lowest < highest:
        middle = (lowest + highest + 1) // 2
        if fits(middle):
            lowest = middle
        else:
            highest = middle - 1
    return lowest


class _Month:
    """The days of one month with what stands in them."""

    def __init__(self, paper: AgendaOnPaper) -> None:
        self._paper = paper
        self._month = paper.month or paper.today
        self._by_day: dict[date, list[AgendaLine]] = {}
        for _, lines in paper.sections:
            for line in lines:
                self._by_day.setdefault(line.day, []).append(line)
        self._weeks = list(self._mondays())

    def _mondays(self) -> Iterator[date]:
        first = self._month.replace(day=1)
        monday = first - timedelta(days=first.weekday())
        while (monday.year, monday.month) <= (first.year, first.month):
            yield monday
            monday += timedelta(days=7)

    @property
    def size(self) -> PaperSize:
        """The sheet."""
        return self._paper.size

    @property
    def weeks(self) -> int:
        """How many weeks the month has, whole or in part."""
        return len(self._weeks)

    def fits(self, room: _Room) -> bool:
        """Whether the month takes one page."""
        return page_count(self._made(self._sheet(room)), pictures=False) == 1

    def tallest(self, signs: int) -> int:
        """About how many lines the fullest day has."""
        return max(
            sum(self._height(self._words(one, signs)) for one in lines) for lines in self._by_day.values()
        )

    def shown(self, room: _Room) -> int:
        """How many lines of the agenda stand in the days."""
        return sum(len(self._shown(day, room)) for day in self._days())

    def document(self, room: _Room) -> Document:
        """The month, and the list of the days that are not whole in it."""
        blocks = list(self._sheet(room))
        full = [line for day in self._days() if not self._is_whole(day, room) for line in self._by_day[day]]
        if full:
            table = lines_table(full, self._paper, wide=True)
            blocks += [PageBreak(), Heading(1, "Lijst van volle dagen"), table]
        return self._made(blocks)

    def _made(self, blocks: Iterable[Block]) -> Document:
        paper = self._paper
        made = f"Gemaakt op {plain_date(paper.today)}"
        return Document(
            title=paper.title,
            blocks=tuple(blocks),
            subject=paper.title,
            author=paper.organisation,
            edition=Edition.ONE_PAGE,
            cover=Cover(subtitle=paper.whose),
            footer=Footer((paper.organisation, paper.name, made)),
            page=Page(paper.size, landscape=True, narrow=True),
        )

    def _sheet(self, room: _Room) -> Iterator[Block]:
        if self._paper.left_out:  # in one line, so that the month has its page
            yield Paragraph((Run(f"{LEFT_OUT} ", bold=True), Run(GUARDED)), TextStyle.SMALL)
        if room.signs:
            yield Paragraph(_SHORTENED, TextStyle.SMALL)
        busy = {day.weekday() for day in self._days()}
        widths = (1.0 if at in busy or not busy else _QUIET for at in range(len(_NAMES)))
        days = (Column(name, wide) for name, wide in zip(_NAMES, widths, strict=True))
        rows = tuple(self._week(monday, room) for monday in self._weeks)
        columns = (Column("Week", _WEEK_NUMBER), *days)
        yield Table(columns, rows, row_headers=True, row_mm=room.week_mm, ruled=True)

    def _days(self) -> list[date]:
        """The days on the page on which something stands."""
        shown = [monday + timedelta(days=at) for monday in self._weeks for at in range(7)]
        return [day for day in shown if day in self._by_day]

    def _week(self, monday: date, room: _Room) -> tuple[CellContent, ...]:
        days = (monday + timedelta(days=at) for at in range(7))
        return (f"{monday.isocalendar().week}", *(self._day(day, room) for day in days))

    def _day(self, day: date, room: _Room) -> Cell:
        own = day.month == self._month.month
        number = str(day.day) if own else plain_date(day).rpartition(" ")[0]
        texts = [self._words(line, room.signs) for line in self._shown(day, room)]
        more = len(self._by_day.get(day, ())) - len(texts)
        if more:
            texts.append((Run(f"en nog {more}, zie lijst", italic=True),))
        head = Paragraph((Run(number, bold=own),), room.style)
        return Cell((head, *(Paragraph(text, room.style) for text in texts)))

    def _shown(self, day: date, room: _Room) -> Sequence[AgendaLine]:
        """The first lines of a day, as many as its room holds; at least one."""
        lines = self._by_day.get(day, [])
        heights = [self._height(self._words(line, room.signs)) for line in lines]
        most = room.of_week((day - self._weeks[0]).days // 7)
        if not most or sum(heights) <= most:
            return lines
        count = 1
        while sum(heights[: count + 1]) < most:  # one line stays for "en nog"
            count += 1
        return lines[:count]

    def _is_whole(self, day: date, room: _Room) -> bool:
        lines = self._by_day[day]
        return len(self._shown(day, room)) == len(lines) and all(
            self._words(line, room.signs) == self._words(line) for line in lines
        )

    def _words(self, line: AgendaLine, signs: int = 0) -> tuple[Run, ...]:
        """One line in a day: the time and who first, then what it is, and in one word how it stands."""
        who = "" if line.who == self._paper.whose else line.who
        head = " ".join(part for part in (line.time.partition("-")[0], who) if part)
        tail = " ".join(part for part in (line.what, f"({line.news})" if line.news else "") if part)
        if signs:
            head = shortened(head, signs)
            tail = shortened(tail, max(signs - len(head), _FEWEST_SIGNS))
        return (Run(f"{head}: ", bold=True), Run(tail)) if head else (Run(sentence(tail)),)

    def _height(self, words: tuple[Run, ...]) -> int:
        return len(wrap(plain(words), _SIGNS[self.size]))
