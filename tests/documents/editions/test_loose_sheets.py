"""A sheet that falls out of its folder still says whose it is, and short facts do not take a line each."""

from __future__ import annotations

from datetime import date

from tests.documents.editions import noor
from tests.documents.editions.shipped import context

from planbureau.documents.blocks import BulletList, Document, ListItem, Table, plain
from planbureau.documents.editions import edit
from planbureau.documents.editions.file_check import FileCheckOnPaper, file_check_document
from planbureau.documents.editions.fitting import page_count
from planbureau.documents.editions.note_words import note_runs
from planbureau.documents.editions.notes import NotesOnPaper, notes_document
from planbureau.documents.editions.tick_list import TickListOnPaper, tick_list_document
from planbureau.rules.file_check import Link, LinkState
from planbureau.rules.notes.text import TextPart
from planbureau.views import GoalThread, TaskView, ThreadEntry, ThreadPart

TODAY = date(2026, 11, 28)
NAME = "Noor Voorbeeld"


def thread(*entries: ThreadEntry) -> Document:
    part = ThreadPart(Link.AGREEMENT, LinkState.THERE, entries)
    goal = GoalThread("p", "Ondersteuningsplan", 1, "c", "", NAME, "g", 1, "Noor kookt zelf.", (part,))
    return file_check_document(FileCheckOnPaper((goal,), "Ondersteuningsplan", NAME, "Zorg", TODAY))


def items(document: Document) -> list[ListItem]:
    lists = (block for block in document.blocks if isinstance(block, BulletList))
    return [one for block in lists for one in block.items if isinstance(one, ListItem)]


def test_every_sheet_says_whose_it_is() -> None:
    day = date(2026, 12, 1)
    notes = NotesOnPaper((), NAME, TODAY, day, "Zorg", TODAY, {}, {}, {})
    tasks = TickListOnPaper((), NAME, "Ondersteuningsplan", day, "Zorg", TODAY)
    for document in (thread(), notes_document(notes), tick_list_document(tasks)):
        assert NAME in " ".join(document.footer.texts)


def test_a_few_words_stand_behind_what_happened_and_a_text_below_it() -> None:
    short, long = items(
        thread(
            ThreadEntry("Noor: akkoord", on=TODAY, lines=("mondeling",)),
            ThreadEntry("Noor: akkoord", on=TODAY, lines=("Noor las het plan met Mila. " * 5,)),
        )
    )
    assert plain(short.text) == "28 november 2026. Noor: akkoord · mondeling"
    assert short.blocks == ()
    assert plain(long.text) == "28 november 2026. Noor: akkoord"
    assert long.blocks


def test_an_impression_stands_apart_from_the_fact_before_it() -> None:
    parts = (TextPart("Hij belde."), TextPart("Hij klonk boos. ", impression=True))
    assert plain(note_runs(parts)) == "Hij belde. (indruk: Hij klonk boos.)"


def test_a_task_that_nobody_signed_for_has_no_comma_at_its_end() -> None:
    task = TaskView("1", "p", title="Lees het verslag", meeting_on=TODAY, due=TODAY, done_on=TODAY)
    paper = TickListOnPaper((task,), NAME, "Plan", TODAY, "Zorg", TODAY)
    assert "Gedaan op 28 november 2026" in str(tick_list_document(paper))
    assert "2026, " not in str(tick_list_document(paper).blocks)


def test_an_empty_page_for_the_table_has_lines_to_write_on() -> None:
    document = edit(noor.empty(), "table", context()).document
    heads = [
        column.title for table in document.blocks if isinstance(table, Table) for column in table.columns
    ]
    assert heads == ["Wie komt er", "Waarom", "Waar praten we over"]
    assert page_count(document) == 1
