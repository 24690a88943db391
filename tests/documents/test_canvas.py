"""The canvas refuses what a screen reader could not say."""

from __future__ import annotations

from io import BytesIO

import pytest
from tests.pdf_checks import assert_pdf_ua, roles

from planbureau.documents.fonts import Face, register_fonts
from planbureau.documents.tagging.canvas import TaggedCanvas, UntaggedTextError
from planbureau.documents.tagging.tags import Tag


@pytest.fixture
def target() -> BytesIO:
    return BytesIO()


@pytest.fixture
def canvas(target: BytesIO) -> TaggedCanvas:
    register_fonts()
    made = TaggedCanvas(target, (200, 200), "nl", Face.REGULAR.value)
    made.setTitle("Proef")
    return made


def write(canvas: TaggedCanvas) -> None:
    canvas.setFont(Face.REGULAR.value, 12)
    canvas.drawString(20, 100, "tekst")


def test_text_outside_a_tag_is_an_error(canvas: TaggedCanvas) -> None:
    write(canvas)
    with pytest.raises(UntaggedTextError, match="page 1"):
        canvas.showPage()


def test_lines_outside_a_tag_become_an_artifact(canvas: TaggedCanvas, target: BytesIO) -> None:
    canvas.line(0, 0, 100, 100)
    with canvas.content(Tag("P")):
        write(canvas)
    canvas.rect(1, 1, 5, 5)
    canvas.save()
    assert_pdf_ua(target.getvalue())
    assert roles(target.getvalue()) == ["Document", "P"]


def test_marks_do_not_nest_and_are_closed_before_a_page_ends(canvas: TaggedCanvas) -> None:
    with canvas.content(Tag("P")):
        with pytest.raises(UntaggedTextError, match="still open"), canvas.content(Tag("Span")):
            pass
        with pytest.raises(UntaggedTextError, match="still open"):
            canvas.showPage()


def test_a_tag_on_two_pages_is_one_element(canvas: TaggedCanvas, target: BytesIO) -> None:
    tag = Tag("P")
    for _ in range(2):
        with canvas.content(tag):
            write(canvas)
        canvas.showPage()
    canvas.save()
    assert roles(target.getvalue()) == ["Document", "P"]
    assert_pdf_ua(target.getvalue())


def test_what_is_repeated_makes_no_elements(canvas: TaggedCanvas, target: BytesIO) -> None:
    with canvas.repeated(), canvas.container(Tag("Table")), canvas.content(Tag("P")):
        write(canvas)
    canvas.save()
    assert roles(target.getvalue()) == ["Document"]


def test_a_link_outside_a_link_element_is_an_error(canvas: TaggedCanvas) -> None:
    with canvas.content(Tag("P")), pytest.raises(UntaggedTextError, match="link"):
        canvas.link("https://voorbeeld.nl", (0, 0, 1, 1), "voorbeeld")
