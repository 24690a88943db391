"""Arabic and Hebrew on paper: joined letters, the order of a line, and what is spoken and copied."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO

import pikepdf
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.documents.editions import noor
from tests.documents.editions.shipped import context, pictograms
from tests.pdf_checks import assert_pdf_ua

from planbureau.documents.editions import edit
from planbureau.documents.fonts import Face, missing_signs
from planbureau.documents.layout.lines import Line, Span, break_lines
from planbureau.documents.pdf import render
from planbureau.documents.right_to_left import begins_right, drawn_letters, turned
from planbureau.documents.signs import printable

NAME = "\u0641\u0627\u0637\u0645\u0629 \u05db\u05d4\u05df"
"""Fatima in Arabic, and Cohen in Hebrew."""
ARABIC, HEBREW = NAME.split()


@pytest.mark.parametrize(
    ("word", "drawn"),
    [
        ("\u0633\u0644\u0627\u0645", "\ufeb3\ufefc\ufee1"),  # salaam: lam and alef are one sign
        ("\u0645\u062d\u0645\u062f", "\ufee3\ufea4\ufee4\ufeaa"),  # Mohammed: four forms that join
        ("\u062f\u0627\u0631", "\ufea9\ufe8d\ufead"),  # dar: letters that never join to the next
        ("\u0645\u064f\u062d\u064e\u0645\u0651\u062f", "\ufee3\ufea4\ufee4\ufeaa"),  # with its vowel points
        ("\u06af\u0686", "\ufb94\ufb7b"),  # Persian
        ("\u05e9\u05b8\u05c1\u05dc\u05d5\u05b9\u05dd", "\u05e9\u05dc\u05d5\u05dd"),  # Hebrew with its points
    ],
)
def test_letters_take_the_form_that_their_neighbours_ask_for(word: str, drawn: str) -> None:
    assert drawn_letters(word) == drawn
    assert missing_signs(word) == ()


def test_brackets_still_open_and_close_when_turned() -> None:
    assert turned("(\u05d0\u05d1)") == "(\u05d1\u05d0)"


def test_the_first_and_the_last_letter_decide_where_a_paragraph_begins() -> None:
    assert begins_right(f"06 {ARABIC}")
    assert begins_right(f"{ARABIC} (Noor) {HEBREW}")
    assert not begins_right(f"Dag {ARABIC}")


def test_a_dutch_sentence_that_begins_with_a_name_stays_dutch() -> None:
    assert not begins_right(f"{ARABIC}, oom")
    assert not begins_right(f"06 {ARABIC} is er")
    assert begins_right(f"{ARABIC} " * 6 + "in Utrecht")


def lines(text: str, width: float = 400.0) -> list[Line]:
    return break_lines([Span(text, Face.REGULAR, "#000000")], 11.0, width)


def seen(line: Line) -> str:
    """What stands on the line from left to right."""
    return "".join(line.segments[at].text for at in line.places or range(len(line.segments)))


def said(found: list[Line]) -> str:
    return "".join(segment.actual or segment.text for line in found for segment in line.segments)


A, B = "\u05d0\u05d1", "\u05d2\u05d3"


@pytest.mark.parametrize(
    ("text", "on_paper"),
    [
        (f"Dag {A} {B} en nu", f"Dag {B[::-1]} {A[::-1]} en nu"),
        (f"Dag {A} ({B}) en nu", f"Dag ({B[::-1]}) {A[::-1]} en nu"),
        (f"Dag ({A}) {B}", f"Dag ({A[::-1]}) {B[::-1]}"),
        (f"{A}: 06-0000 0130 {B}", f"{B[::-1]} 06-0000 0130 :{A[::-1]}"),
        (f"{A} en Utrecht.", f"{A[::-1]} en Utrecht."),
        (f"{A}!", f"!{A[::-1]}"),
    ],
)
def test_a_line_is_seen_in_its_own_order_and_said_in_that_of_speech(text: str, on_paper: str) -> None:
    found = lines(text)
    assert [seen(line) for line in found] == [on_paper]
    assert said(found) == text


@pytest.mark.parametrize("text", [f"Dag\n\n{ARABIC}", f"{HEBREW}\n\n\nDag", f"\n\n{ARABIC}"])
def test_an_empty_line_beside_arabic_or_hebrew_stays_an_empty_line(text: str) -> None:
    """Such a text made no print at all: the empty line has nothing to put in order."""
    assert any(line.segments == () for line in lines(text))
    assert "".join(seen(line) for line in lines(text)).strip()


def test_a_long_quote_begins_at_the_right_and_a_name_where_names_stand() -> None:
    assert all(line.at_right for line in lines(f"{A} " * 40, 100.0))
    assert not lines(A)[0].at_right
    assert not any(line.at_right for line in lines(f"Dag {A} " * 40, 100.0))


@given(st.text(alphabet="\u0628\u0627\u0644\u064e\u05d0\u05b8 a1(.", max_size=150), st.floats(5, 300))
def test_nothing_is_lost_on_any_width(text: str, width: float) -> None:
    kept = said(lines(text, width)).replace("\u00ad", "")
    assert "".join(kept.split()) == "".join(printable(text).split())


@pytest.mark.parametrize("edition", ["professional", "easy", "start", "matrix", "table"])
def test_a_name_in_every_print_is_spoken_and_copied_as_it_is_written(edition: str) -> None:
    view = noor.rich()
    assert view.client is not None
    person = replace(view.client.person, given_name=ARABIC, call_name=ARABIC, family_name=HEBREW)
    named = replace(view, client=replace(view.client, person=person))
    pdf = render(edit(named, edition, context()).document, pictograms())
    assert_pdf_ua(pdf)
    assert ARABIC in spoken(pdf)


def spoken(pdf: bytes) -> set[str]:
    """The texts that stand for what is drawn."""
    found = set()
    with pikepdf.open(BytesIO(pdf)) as document:
        for page in document.pages:
            for one in pikepdf.parse_content_stream(page):
                if str(one.operator) == "BDC" and "/ActualText" in one.operands[1]:
                    found.add(str(one.operands[1].ActualText))
    return found
