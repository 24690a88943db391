"""Which font draws which sign, and which signs are named before printing."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planbureau.documents.fonts import PLACEHOLDER, Face, FontRun, font_runs, missing_signs, text_width
from planbureau.documents.signs import clusters, printable


@pytest.mark.parametrize(
    "text",
    [
        "Één reëel geïnformeerd ĳs, Ĳssel – € 12,50 …",
        "żółć łóżko İğne şeker ăâîșț",
        "План підтримки",
        "Ωμέγα",
        "✓ ☐ ☑ → •",
        "😀",
        "❤️",
        "a\u0308 e\u0301",
        "regel\nregel\ttab",
    ],
)
def test_these_texts_print_completely(text: str) -> None:
    assert missing_signs(text) == ()


def test_missing_signs_are_named_once_and_whole() -> None:
    assert missing_signs("王小明 en 王 👨‍👩‍👧 🇳🇱 👍🏽") == ("王", "小", "明", "👨‍👩‍👧", "🇳🇱", "👍🏽")


def test_letters_from_right_to_left_are_drawn_and_kept() -> None:
    assert missing_signs("سلام") == ()
    assert font_runs("سلام", Face.BOLD) == [
        FontRun(Face.FALLBACK_BOLD, "\ufeb3\ufefc\ufee1", "سلام", turned=True)
    ]


def test_a_fallback_keeps_the_weight() -> None:
    assert font_runs("a→", Face.BOLD) == [FontRun(Face.BOLD, "a"), FontRun(Face.FALLBACK_BOLD, "→")]
    assert font_runs("a→", Face.ITALIC)[1].face is Face.FALLBACK


def test_boxes_keep_what_they_stand_for() -> None:
    assert font_runs("a王小b", Face.REGULAR) == [
        FontRun(Face.REGULAR, "a"),
        FontRun(Face.FALLBACK, PLACEHOLDER * 2, "王小"),
        FontRun(Face.REGULAR, "b"),
    ]


def test_widths_add_up() -> None:
    assert text_width(Face.REGULAR, "thee") == pytest.approx(
        sum(text_width(Face.REGULAR, sign) for sign in "thee")
    )


@given(st.text())
def test_no_sign_is_lost(text: str) -> None:
    ready = printable(text)
    assert "".join(clusters(ready)) == ready
    assert all(run.text for run in font_runs(ready, Face.REGULAR))


@pytest.mark.parametrize(
    ("text", "ready"),
    [
        ("a\r\nb\rc", "a\nb\nc"),
        ("a\x00\x07b\x1b", "ab"),
        ("e\u0301", "é"),
        ("a\u2009b", "a b"),
        ("a\u202fb", "a\u00a0b"),
        ("x\u2011y", "x-y"),
        ("\ud800", ""),
        ("\u202eomgekeerd", "omgekeerd"),
        ("woord\u00addeel", "woorddeel"),
    ],
)
def test_control_signs_go_and_letters_are_composed(text: str, ready: str) -> None:
    assert printable(text) == ready
