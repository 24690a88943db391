"""The library of ready-made goals: fifty sentences in which names and verbs agree."""

from __future__ import annotations

import tomllib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from planbureau import resources
from planbureau.errors import FormatError, NotFoundError
from planbureau.formats.goals import GoalLibrary, load_goals, parse_goals
from planbureau.rules.people import names

CaseReader = Callable[[str], dict[str, Any]]


@pytest.fixture(scope="module")
def library() -> GoalLibrary:
    return load_goals()


def test_ten_areas_with_five_goals_each(library: GoalLibrary) -> None:
    assert len(library.areas) == 10
    assert {len(area.goals) for area in library.areas} == {5}


def test_every_goal_with_one_name_and_with_two(library: GoalLibrary, cases: CaseReader) -> None:
    expected = cases("gzp/doelen.toml")["case"]
    assert [case["code"] for case in expected] == [goal.code for goal in library.goals]
    for case in expected:
        goal = library.goal(case["code"])
        assert library.area(goal.code).title == case["area"]
        assert names.fill(goal.sentence, ["Sara"]) == case["one"]
        assert names.fill(goal.sentence, ["Sara", "Tom"]) == case["two"]


def test_easy_texts_can_be_filled_and_are_short(library: GoalLibrary) -> None:
    for goal in library.goals:
        assert names.template_errors(goal.easy_text) == ()
        words = names.fill(goal.easy_text, ["Sara"]).split()
        assert len(words) <= 13, goal.easy_text


def test_sentences_have_at_most_fifteen_words(library: GoalLibrary) -> None:
    for goal in library.goals:
        assert len(names.fill(goal.sentence, ["Sara"]).split()) <= 15, goal.sentence


def test_every_pictogram_is_in_the_index(library: GoalLibrary) -> None:
    ids: set[str] = set()
    for path in resources.path("pictograms", "index").glob("*.toml"):
        ids |= {entry["id"] for entry in tomllib.loads(path.read_text(encoding="utf-8"))["pictogram"]}
    used = {goal.pictogram for goal in library.goals} | {area.pictogram for area in library.areas}
    assert used <= ids


def test_what_does_not_exist_is_said_in_dutch(library: GoalLibrary) -> None:
    with pytest.raises(NotFoundError, match="VEI-9"):
        library.goal("VEI-9")
    with pytest.raises(NotFoundError, match="XYZ"):
        library.area("XYZ-1")


AREA = '[[area]]\ncode = "VEI"\ntitle = "Veiligheid"\neasy_title = "Veilig"\npictogram = "veilig"\n'
GOAL = '{ code = "VEI-1", text = "{naam} {is/zijn} veilig.", easy = "Veilig.", pictogram = "veilig" }'


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", ["minstens één \\[\\[area\\]\\]"]),
        (AREA.replace("VEI", "veilig"), ["regel 2", "drie hoofdletters"]),
        (AREA.replace("VEI", "EIG"), ["regel 2", "drie hoofdletters"]),
        (AREA + f"goals = [{GOAL.replace('VEI-1', 'OPV-1')}]", ["regel 6", "VEI- met een getal"]),
        (AREA + f"goals = [{GOAL}, {GOAL}]", ["'VEI-1' komt twee keer voor"]),
        (AREA + AREA, ["'VEI' komt twee keer voor"]),
        (AREA + f"goals = [{GOAL.replace('zijn}', 'zijn')}]", ["regel 6", "accolade"]),
        (AREA + f"goals = [{GOAL.replace('easy', 'makkelijk')}]", ["'makkelijk'", "regel 6"]),
        (AREA + "color = 3", ["regel 6", "'color'"]),
        ("area = 'x'", ["regel 1", "lijst van tabellen"]),
        ("area = [", ["geen geldige TOML"]),
    ],
)
def test_a_fault_names_file_and_line(text: str, words: list[str]) -> None:
    for word in ["doelen.toml", *words]:
        with pytest.raises(FormatError, match=word):
            parse_goals(text, "doelen.toml")


def test_a_file_that_cannot_be_read_is_a_format_error(tmp_path: Path) -> None:
    with pytest.raises(FormatError, match="niet te lezen"):
        load_goals(tmp_path / "goals.toml")
    (tmp_path / "goals.toml").write_bytes(b"\xff\xfe")
    with pytest.raises(FormatError, match="UTF-8"):
        load_goals(tmp_path / "goals.toml")
