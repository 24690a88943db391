"""A month on paper: one page to hang up, whatever stands in it, and a list of what did not fit."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from planbureau.documents.blocks import Document, Heading, PageBreak, PaperSize, Table
from planbureau.documents.editions.agenda import AgendaLine, AgendaOnPaper
from planbureau.documents.editions.fitting import page_count
from planbureau.documents.editions.month import month_document
from planbureau.documents.text_dump import dump

TODAY = date(2026, 11, 23)
SIX_WEEKS = date(2026, 11, 1)  # begins on a Sunday
LONG = "Maria Antoinette van der Hoeven-Bakker tot Nijenhuis-Schimmelpenninck"


def line(day: date, at: int = 0, what: str = "Huisbezoek", who: str = "Noor Voorbeeld") -> AgendaLine:
    return AgendaLine(day, f"{8 + at:02}:30", who, f"{what} {at}", "thuis", "afspraak", "")


def month(*lines: AgendaLine, first: date = SIX_WEEKS) -> Document:
    return month_document(
        AgendaOnPaper("Agenda november 2026", [("", lines)], "Zorg Voorbeeld", TODAY, month=first)
    )


def days(first: date, number: int) -> list[date]:
    return [first + timedelta(days=at) for at in range(number)]


def sheet(document: Document) -> Document:
    """The month itself, without the list behind it."""
    at = next((n for n, one in enumerate(document.blocks) if isinstance(one, PageBreak)), None)
    return Document(
        document.title, document.blocks[:at], edition=document.edition, cover=document.cover,
        page=document.page,
    )  # fmt: skip


def listed(document: Document) -> list[tuple[object, ...]]:
    tables = [one for one in document.blocks if isinstance(one, Table)]
    return [row for table in tables[1:] for row in table.rows]


@pytest.mark.parametrize("first", [SIX_WEEKS, date(2026, 2, 1), date(2027, 2, 1), date(2026, 8, 1)])
@pytest.mark.parametrize("each", [0, 1, 3, 6, 12])
def test_a_month_is_one_page(first: date, each: int) -> None:
    lines = [line(day, at) for day in days(first, 28) for at in range(each)]
    assert page_count(sheet(month(*lines, first=first)), pictures=False) == 1


def test_very_long_names_and_titles_keep_it_on_one_page() -> None:
    what = "Bellen met de wijkverpleegkundige over de medicijnlijst en de hulpmiddelen " * 4
    lines = [line(day, at, what, LONG) for day in days(SIX_WEEKS, 30) for at in range(4)]
    document = month(*lines)
    assert page_count(sheet(document), pictures=False) == 1
    assert len(listed(document)) == len(lines)


def test_what_fits_is_there_in_full_and_no_list_follows() -> None:
    """Two home visits on each working day are an ordinary month."""
    lines = [line(day, at) for day in days(SIX_WEEKS, 30) if day.weekday() < 5 for at in range(2)]
    document = month(*lines)
    assert page_count(document, pictures=False) == 1
    assert listed(document) == []
    assert "lijst" not in dump(document)
    assert dump(document).count("Huisbezoek") == len(lines)


def test_nine_on_one_day_of_a_quiet_month_are_all_in_it() -> None:
    document = month(*(line(date(2026, 11, 11), at) for at in range(9)))
    assert page_count(document, pictures=False) == 1
    assert listed(document) == []


def test_a_day_that_is_not_whole_stands_in_full_in_the_list_behind() -> None:
    lines = [line(day, at) for day in days(SIX_WEEKS, 30) for at in range(7)]
    document = month(*lines, line(date(2026, 11, 18), 8, "Alleen hier"))
    words = dump(document)
    assert "en nog" in words
    heading = next(one for one in document.blocks if isinstance(one, Heading))
    assert heading.text == "Lijst van volle dagen"
    short = sum("en nog" in found for found in words.splitlines())
    assert short == 30
    assert len(listed(document)) == len(lines) + 1
    assert "Alleen hier" in dump(Document("t", document.blocks[-1:]))


def test_only_the_full_days_are_in_the_list() -> None:
    full = [line(date(2026, 11, 18), at, "Overleg over de verhuizing met het hele team") for at in range(30)]
    quiet = line(date(2026, 11, 19), 0, "Kennismaking")
    document = month(*full, quiet)
    assert page_count(sheet(document), pictures=False) == 1
    assert len(listed(document)) == len(full)
    assert dump(document).count("Kennismaking") == 1


def test_an_a3_holds_in_full_what_an_a4_has_to_shorten() -> None:
    talk = "Overleg over de verhuizing met het hele team en met wie er verder bij wil zijn"
    lines = [line(day, at, talk) for day in days(SIX_WEEKS, 30) if day.weekday() < 5 for at in range(3)]
    paper = AgendaOnPaper("Agenda", [("", lines)], "Zorg", TODAY, month=SIX_WEEKS)
    assert listed(month_document(paper))
    large = month_document(replace(paper, size=PaperSize.A3))
    assert page_count(large, pictures=False) == 1
    assert not listed(large)


def test_an_empty_month_fills_its_page_to_write_in() -> None:
    table = next(one for one in month().blocks if isinstance(one, Table))
    assert table.row_mm >= 22


def test_a_month_of_one_client_names_that_client_once() -> None:
    lines = [line(day, at) for day in days(SIX_WEEKS, 30) for at in range(9)]
    paper = AgendaOnPaper("Agenda", [("", lines)], "Zorg", TODAY, "Noor Voorbeeld", SIX_WEEKS)
    document = month_document(paper)
    assert "Wie" not in [column.title for table in document.blocks if isinstance(table, Table)
                         for column in table.columns]  # fmt: skip
    assert dump(document).count("Noor Voorbeeld") == 2  # below the title and in the foot


def test_rather_all_of_a_day_in_few_words_than_the_first_of_it_in_full() -> None:
    talk = "Overleg over de verhuizing met het hele team en met wie er verder bij wil zijn, en wat dat vraagt"
    lines = [line(day, at, talk) for day in days(SIX_WEEKS, 30) if day.weekday() < 5 for at in range(2)]
    words = dump(sheet(month(*lines)))
    assert "en nog" not in words
    assert "die op … eindigt" in words
    assert words.count("Noor Voorbeeld: ") == len(lines)


def test_why_a_term_lapsed_is_not_for_the_little_box_of_a_day() -> None:
    lapsed = AgendaLine(
        date(2026, 11, 18), "", "Gerrit", "Begeleiding evalueren", "", "wet",
        "vervallen (plan afgesloten op 21 september 2026)",
    )  # fmt: skip
    assert "Begeleiding evalueren (vervallen)" in dump(month(lapsed))
