"""The list of what is missing on paper: whole, per file, with names or without, and with room to write."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any

import pypdfium2
import pytest
from tests.demo_room import DemoRoom, demo_room, made_demo  # noqa: F401
from tests.pdf_checks import assert_pdf_ua

from planbureau.rules.file_check import GapKind
from planbureau.services.api import GapsPrint, NamesOnPaper, PrintedDocument, Workspace
from planbureau.views import PersonView


@pytest.fixture(scope="module")
def demo(made_demo: DemoRoom) -> Any:
    opened = made_demo.unlock()
    yield opened
    opened.lock()


def words(printed: PrintedDocument) -> str:
    with pypdfium2.PdfDocument(printed.pdf) as document:
        text = " ".join(page.get_textpage().get_text_bounded() for page in document)
    return " ".join(text.replace("\x02", "").split())


@pytest.mark.parametrize("names", list(NamesOnPaper))
def test_every_file_stands_there_as_was_chosen(demo: Workspace, names: NamesOnPaper) -> None:
    rows = demo.file_check.gaps()
    printed = demo.prints.render_gaps(GapsPrint(rows, names))
    assert_pdf_ua(printed.pdf)
    text = words(printed)
    assert re.search(r"punten in \w+ dossiers\.", text)
    assert "Wie pakt het op" in text
    assert ("Fatma" in text) == (names is NamesOnPaper.NAMES)
    assert ("F.V." in text) == (names is NamesOnPaper.INITIALS)
    assert "demo" not in printed.file_name
    assert text.count("rapportage") == sum(row.gap.kind is GapKind.NO_NOTE for row in rows)


def test_a_wish_without_a_goal_on_purpose_stands_with_its_reason(demo: Workspace) -> None:
    row = replace(demo.file_check.gaps()[0], answer="Eerst rust in huis.")
    text = words(demo.prints.render_gaps(GapsPrint((row,), chosen="Wens zonder doel, met de reden")))
    assert "Waarom nu geen doel" in text
    assert "Eerst rust in huis." in text
    assert "Wie pakt het op" not in text


def test_two_files_of_one_name_are_two_and_each_stands_once(demo: Workspace) -> None:
    rows = demo.file_check.gaps()
    one = rows[0]
    other = next(row for row in rows if row.client_id not in ("", one.client_id))
    text = words(demo.prints.render_gaps(GapsPrint((one, other, one, other))))
    assert "Vier punten in twee dossiers." in text


def test_an_empty_list_says_so(demo: Workspace) -> None:
    assert "Hier ontbreekt niets." in words(demo.prints.render_gaps(GapsPrint(())))


def test_what_is_about_a_guarded_plan_stays_out_and_the_paper_says_so(
    workspace: Workspace, demo: Workspace
) -> None:
    shut = next(one for one in workspace.plans.formats() if one.access.value == "listed")
    client, _ = workspace.clients.add_client(PersonView(given_name="Noor", family_name="Voorbeeld"))
    plan, _ = workspace.plans.start_plan(shut.id, client)
    row = replace(demo.file_check.gaps()[0], client_id=client, household_id="", plan_id=plan)
    printed = workspace.prints.render_gaps(GapsPrint((row,)))
    assert printed.left_out
    assert "Niet alles staat op deze afdruk" in words(printed)
    assert "Noor" not in words(printed)
