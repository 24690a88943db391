"""A goal over time and its steps on paper: voices apart, no averages, figures with words in their place."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from io import BytesIO

import pikepdf
import pytest
from tests.documents.samples import FakePictograms, document
from tests.pdf_checks import assert_pdf_ua, elements

from planbureau.documents.blocks import GoalFigure, Heading, Ladder, LadderStep
from planbureau.documents.pdf import render
from planbureau.documents.preview import open_preview
from planbureau.views import GoalView, LookView, ScaleView
from planbureau.views.series import is_full, picture_of

OLD = ScaleView("oud", "g", 1, start="5 keer.", better="3", reached="1", more="half", most="geen")
NEW = replace(OLD, id="nieuw", order=2, start="3 per week")
GOAL = GoalView("g", "p", 2, sentence="Rust in huis", scales=(OLD, NEW))
NAMES = {"sem": "Sem", "elif": "Elif"}


def look(day: date, score: int | None = None, **more: object) -> LookView:
    scale = {"scale_id": "oud"} if score is not None else {}
    at = datetime(day.year, day.month, day.day, 12, tzinfo=UTC)
    fields = {"score": score, "written_at": at, **scale, **more}
    return LookView("x", "g", day, **fields)  # type: ignore[arg-type]


LOOKS = (
    look(date(2026, 1, 1), -2),
    look(date(2026, 1, 21), 2, replaced_by="y"),
    look(date(2026, 1, 31), -1, voice="family", said_by="elif", remark="rustig"),
    look(date(2026, 1, 31), -2, voice="client", said_by="sem", mark=1, mark_of=3),
    look(date(2026, 4, 11), 0, scale_id="nieuw", mark=8, mark_of=10),
    look(date(2026, 4, 11), change="yes", meaningful="unknown", next_step="door"),
)


def named(person_id: str) -> str:
    return NAMES.get(person_id, "")


def test_each_voice_has_a_line_of_its_own_and_what_was_corrected_is_left_out() -> None:
    drawn = picture_of(GOAL, LOOKS, named)
    assert drawn is not None
    assert drawn.scores == (-2, -1, 0, 1, 2)
    assert [(line.word, [(p.at, p.score) for p in line.points]) for line in drawn.lines] == [
        ("Samen", [(0.0, -2), (1.0, 0)]),
        ("Elif", [(0.3, -1)]),
        ("Sem", [(0.3, -2)]),
    ]
    assert [is_full(line.shape) for line in drawn.lines] == [True, False, False]
    assert drawn.new_scales == (1.0,)
    assert drawn.lines[0].points[0].scale != drawn.lines[0].points[1].scale  # no line over two scales
    assert [(strip.word, [(m.at, m.says) for m in strip.marks]) for strip in drawn.strips] == [
        ("Wat de cliënt vindt", [(0.3, "1/3"), (1.0, "8/10")]),
        ("Verandering", [(1.0, "+")]),
        ("Zinvol", [(1.0, "?")]),
    ]
    assert [word for _, word in drawn.ticks] == ["jan 2026", "feb 2026", "mrt 2026", "apr 2026"]


def test_words_and_table_say_the_same_as_the_picture() -> None:
    drawn = picture_of(GOAL, LOOKS, named)
    assert drawn is not None
    assert drawn.rows == (
        ("1 januari 2026", "Samen", "score -2 (5 keer)", ""),
        ("31 januari 2026", "Elif", "score -1 (3)", "rustig"),
        ("31 januari 2026", "Sem", "score -2 (5 keer), de cliënt: niet goed (1 van 3)", ""),
        ("11 april 2026", "Samen", "score 0 (1), de cliënt: 8 van 10", ""),
        ("11 april 2026", "Samen", "verandering: ja, zinvol: weet niet", "Volgende stap: door"),
    )
    assert drawn.said.startswith("Doel 2 in de tijd. 1 januari 2026: score -2; 31 januari 2026: score -1;")


@pytest.mark.parametrize(
    ("first", "last", "words"),
    [
        (date(2026, 3, 1), date(2026, 3, 1), ["1 mrt"]),
        (date(2026, 3, 1), date(2026, 4, 2), ["1 mrt", "2 apr"]),
        (date(2024, 1, 15), date(2026, 3, 1), ["jul 2024", "jan 2025", "jul 2025", "jan 2026"]),
        (date(2016, 2, 29), date(2026, 2, 28), ["feb 2018", "feb 2020", "feb 2022", "feb 2024", "feb 2026"]),
    ],
)
def test_days_under_the_picture_are_few_and_lie_within_it(first: date, last: date, words: list[str]) -> None:
    drawn = picture_of(GOAL, (look(first, -2), look(last, 0)), named)
    assert drawn is not None
    assert all(0 <= at <= 1 for at, _ in drawn.ticks)
    assert [word for _, word in drawn.ticks] == words


def test_nothing_seen_gives_no_picture() -> None:
    assert picture_of(GOAL, (replace(LOOKS[1]),), named) is None


def test_both_figures_pass_the_validator_and_are_read_in_words() -> None:
    drawn = picture_of(GOAL, LOOKS, named)
    assert drawn is not None
    steps = (LadderStep("Vijf keer", now=True), LadderStep("Eén keer per week, " * 6, goal=True))
    blocks = (Heading(1, "Doel"), GoalFigure(drawn), Ladder(steps, "Een ladder van twee stappen."))
    pdf = render(document(*blocks), FakePictograms())
    assert_pdf_ua(pdf)
    with pikepdf.open(BytesIO(pdf)) as opened:
        figures = [str(one.get("/Alt")) for one in elements(opened) if str(one.get("/S")) == "/Figure"]
    assert figures == [drawn.said, "Een ladder van twee stappen."]
    with open_preview(pdf) as preview:
        text = preview.text()
    for word in ("0 (doel)", "Elif", "Verandering", "apr 2026", "Hier ben ik", "Doel"):
        assert word in text
