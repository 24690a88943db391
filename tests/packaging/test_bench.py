"""The benchmark's sums, on invented numbers: nothing here is timed."""

from __future__ import annotations

import pytest
from bench_limits import Note, Row, Skipped, middle, verdict, within


def test_a_ratio_at_its_limit_passes_and_above_it_does_not() -> None:
    assert Row("start", 150, 100, 1.5).passed
    assert not Row("start", 151, 100, 1.5).passed
    assert Row("start", 151, 100, 1.5).ratio == pytest.approx(1.51)


def test_a_fixed_limit_is_a_ratio_too() -> None:
    assert within("toets", 8, 16).ratio == pytest.approx(0.5)
    assert within("toets", 16, 16).passed
    assert not within("toets", 16.1, 16).passed


def test_the_line_says_what_was_measured_against_what() -> None:
    line = Row("geheugen", 260, 100, 2.6, "MB", "een kaal venster").line
    assert line.startswith("goed")
    assert "2.60 (hooguit 2.60) x een kaal venster" in line
    assert "[260 MB bij 100 MB]" in line
    assert within("toets", 40, 16).line.startswith("TE VEEL")
    assert "16.0 ms" in within("toets", 40, 16).line


def test_the_middle_is_not_moved_by_one_bad_moment() -> None:
    assert middle([3, 2, 400]) == 3
    with pytest.raises(ValueError, match="nothing"):
        middle([])


def test_one_row_over_its_limit_fails_the_run() -> None:
    good, bad = within("a", 1, 2), within("b", 3, 2)
    assert verdict([good]) == ("Alle 1 metingen blijven binnen hun grens.", 0)
    words, code = verdict([good, bad])
    assert (words, code) == ("1 van de 2 metingen gaan over hun grens.", 1)


def test_what_is_skipped_is_told_and_does_not_fail() -> None:
    skipped = Skipped("vergelijken met WeasyPrint", "niet te installeren")
    assert "niet te installeren" in skipped.line
    words, code = verdict([within("a", 1, 2), skipped])
    assert words.endswith("1 niet gemeten.")
    assert code == 0
    assert verdict([skipped])[1] == 1


def test_a_note_has_no_limit_and_does_not_count() -> None:
    note = Note("openen na nieuwe regels", 2500)
    assert "2500 ms" in note.line
    assert verdict([within("a", 1, 2), note]) == ("Alle 1 metingen blijven binnen hun grens.", 0)
    assert verdict([note])[1] == 1
