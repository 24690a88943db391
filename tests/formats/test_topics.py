"""The nine Wlz topics follow from the life domains where they overlap."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import pytest

from planbureau.formats import FormatLibrary
from planbureau.formats.answers import PlanState
from planbureau.formats.model import PlanFormat
from planbureau.formats.topics import topic_marks, topics_of_domain

StateMaker = Callable[[Mapping[str, Any]], PlanState]


@pytest.fixture(scope="module")
def osp(shipped: FormatLibrary) -> PlanFormat:
    return shipped.get("osp")


def _marks(osp: PlanFormat, state: PlanState) -> dict[str, tuple[str, str]]:
    marks = topic_marks(osp.question("wlz_onderwerpen"), state, osp)
    return {name: (mark.mark, mark.domain.id if mark.domain else "") for name, mark in marks.items()}


def test_talking_about_a_domain_covers_its_topics(osp: PlanFormat, state: StateMaker) -> None:
    talked = state({"answers": {"leefgebieden/lichaam": {"state": "open", "now": "Ik eet te weinig."}}})
    assert _marks(osp, talked) == {"verzorging": ("besproken", "lichaam"), "eten": ("besproken", "lichaam")}


@pytest.mark.parametrize(
    "value", [{"state": "not_now", "now": "x"}, {"state": "open"}, {"state": "later"}, {}]
)
def test_a_domain_in_which_nothing_was_said_covers_nothing(
    osp: PlanFormat, state: StateMaker, value: dict[str, str]
) -> None:
    assert _marks(osp, state({"answers": {"leefgebieden/lichaam": value}})) == {}


def test_a_mark_with_the_domain_goes_before_what_follows_by_itself(
    osp: PlanFormat, state: StateMaker
) -> None:
    said = {"state": "open", "now": "Goed.", "topics": {"eten": "nvt"}}
    assert _marks(osp, state({"answers": {"leefgebieden/lichaam": said}}))["eten"] == ("nvt", "lichaam")


def test_a_mark_in_the_list_goes_before_all(osp: PlanFormat, state: StateMaker) -> None:
    answers = {
        "leefgebieden/lichaam": {"state": "open", "now": "Goed.", "topics": {"eten": "besproken"}},
        "wlz_onderwerpen": {"eten": "nvt", "onbekend": "nvt", "schoon": "misschien"},
    }
    marks = _marks(osp, state({"answers": answers}))
    assert marks["eten"] == ("nvt", "")
    assert set(marks) == {"eten", "verzorging"}


def test_marks_that_cannot_be_read_count_for_nothing(osp: PlanFormat, state: StateMaker) -> None:
    answers: dict[str, Any] = {
        "leefgebieden/lichaam": {"state": "not_now", "topics": {"eten": ["besproken"]}},
        "wlz_onderwerpen": {"schoon": {}, "sfeer": None},
    }
    assert _marks(osp, state({"answers": answers})) == {}


def test_a_domain_shows_its_topics_only_when_the_format_asks_for_them(
    osp: PlanFormat, shipped: FormatLibrary
) -> None:
    body = osp.domain_set("GHZ8").domains[0]
    assert [topic.id for topic in topics_of_domain(body, osp)] == ["verzorging", "eten"]
    assert topics_of_domain(body, shipped.get("gzp")) == ()
