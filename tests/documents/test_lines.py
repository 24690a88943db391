"""Lines of text: nothing too wide, nothing lost, a space at each line end."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planbureau.documents.fonts import Face, text_width
from planbureau.documents.layout.lines import Line, Span, break_lines, one_line_width, widest_word
from planbureau.documents.signs import printable
from planbureau.documents.syllables import SOFT_HYPHEN, syllable_end


def broken(text: str, width: float = 200.0) -> list[Line]:
    return break_lines([Span(text, Face.REGULAR, "#000000")], 11.0, width)


def said(lines: list[Line]) -> str:
    """What a screen reader says: boxes and the hyphens of broken words read as what they stand for."""
    signs = "".join(segment.actual or segment.text for line in lines for segment in line.segments)
    return signs.replace(SOFT_HYPHEN, "")


def test_lines_are_filled_and_end_in_a_space() -> None:
    lines = broken("Daan staat het liefst rustig op en wil eerst zijn thee, en daarna pas praten.")
    assert len(lines) > 1
    assert all(line.width <= 200 for line in lines)
    assert all(line.segments[-1].text.endswith(" ") for line in lines[:-1])
    assert not lines[-1].segments[-1].text.endswith(" ")


@pytest.mark.parametrize("face", list(Face))
def test_what_is_drawn_is_as_wide_as_was_counted(face: Face) -> None:
    words = "Bij ruzie gaan we even uit elkaar. Daarna praten we, met de juf of met de begeleider erbij."
    for line in break_lines([Span(words, face, "#000000")], 12.0, 150.0):
        drawn = sum(segment.width(12.0) for segment in line.segments)
        space = text_width(face, " ") * 12.0 / 1000 if line.segments[-1].text.endswith(" ") else 0.0
        assert line.width == pytest.approx(drawn - space)
        assert line.width <= 150.0


def test_a_newline_ends_a_line() -> None:
    assert [line.segments[0].text for line in broken("een\ntwee")] == ["een ", "twee"]


def test_a_hyphen_is_a_place_to_break_without_a_space() -> None:
    lines = broken("zorgverantwoordelijke-gedragswetenschapper", 150)
    assert said(lines).startswith("zorgverantwoordelijke-gedrag")
    assert said(lines).count(" ") == 0


@pytest.mark.parametrize(
    "address",
    [
        "https://voorbeeld.example/een/lang/pad?vraag=antwoord&nog=iets",
        "jan-willem.van.den.oudenbosch@samenwerkende-zorg.example",
    ],
)
def test_a_long_address_gets_no_hyphen_that_is_not_its_own(address: str) -> None:
    for width in range(90, 260, 10):
        drawn = "".join(one.text for line in broken(f"Zie {address}", width) for one in line.segments)
        assert drawn.replace(" ", "") == f"Zie{address}"


def test_a_word_wider_than_the_line_breaks_between_syllables() -> None:
    lines = broken("Zorgverantwoordelijke", 60)
    assert [segment.text for segment in lines[0].segments][-1] == "-"
    assert said(lines) == "Zorgverantwoordelijke"


def test_bold_in_the_middle_of_a_word_does_not_break_it() -> None:
    looks = (("on", Face.REGULAR), ("waar", Face.BOLD), (", dus", Face.REGULAR))
    spans = [Span(text, face, "#000000") for text, face in looks]
    lines = break_lines(spans, 11.0, 500.0)
    assert [segment.text for segment in lines[0].segments] == ["on", "waar", ", dus"]


def test_widths_of_words_and_lines() -> None:
    spans = [Span("een grootste woord", Face.REGULAR, "#000000")]
    assert widest_word(spans, 11.0) == broken("grootste", 500)[0].width
    assert one_line_width(spans, 11.0) == broken("een grootste woord", 500)[0].width
    assert widest_word([], 11.0) == 0


@given(st.text(max_size=300), st.floats(min_value=5, max_value=300))
def test_no_sign_is_lost_on_any_width(text: str, width: float) -> None:
    lines = broken(text, width)
    kept = "".join(said(lines).split())
    wanted = "".join(sign for sign in printable(text) if not sign.isspace())
    silent = dict.fromkeys(map(ord, "\u200d\ufe0e\ufe0f\U0001f3fb\U0001f3fc\U0001f3fd\U0001f3fe\U0001f3ff"))
    assert kept.translate(silent) == wanted.translate(silent)


def test_a_text_without_spaces_fills_its_lines() -> None:
    lines = broken("x" * 5000)
    assert all(line.width > 150 for line in lines[:-1])
    assert said(lines) == "x" * 5000


def test_syllables() -> None:
    assert syllable_end("verantwoordelijke", 6) == 6
    assert syllable_end("verantwoordelijke", 5) == 2
    assert syllable_end("lachen", 4) == 0
    assert syllable_end("12345678", 5) == 0
    assert syllable_end("thee", 3) == 0


def test_a_telephone_number_stays_on_one_line() -> None:
    for number in ("06-0000 0090", "030 100 00 09", "+31 6 1234 5678", "(030) 100 00 09."):
        for width in range(100, 260, 10):
            lines = [
                "".join(one.text for one in line.segments) for line in broken(f"Bel Ans op {number}", width)
            ]
            assert any(number in line for line in lines), (number, width, lines)
