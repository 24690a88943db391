"""Numbers that a region chose: shipped as data, or made by the organisation itself."""

from __future__ import annotations

import pytest

from planbureau import resources
from planbureau.errors import InvalidInputError
from planbureau.rules.deadlines.regions import (
    CHOSEN,
    OWN,
    own_regions,
    read_regions,
    with_own_region,
    with_region,
    without_own_region,
)
from planbureau.rules.deadlines.settings import settings_from

SHIPPED = {one.id: one for one in read_regions(resources.path("regions.toml").read_text(encoding="utf-8"))}


def test_the_shipped_regions_have_a_source_and_a_number() -> None:
    """Rules PPL-01: regions begin at 16 or at 16½."""
    starts = {one.id: one.values["ppl_start_leeftijd"] for one in SHIPPED.values()}
    assert starts == {
        "nji": "16j0m",
        "hart-van-brabant": "16j0m",
        "holland-rijnland": "16j6m",
        "fryslan": "16j6m",
    }
    assert all(one.source and not one.own for one in SHIPPED.values())
    assert SHIPPED["fryslan"].words == "Perspectiefplan beginnen: 16 jaar en zes maanden"


def test_another_region_takes_its_place_and_no_region_gives_the_defaults_back() -> None:
    terms = {"bijna_dagen": 21, "ppl_laat_dagen": 30}
    chosen = with_region(terms, SHIPPED["holland-rijnland"])
    assert chosen == {"bijna_dagen": 21, "ppl_start_leeftijd": "16j6m", CHOSEN: "holland-rijnland"}
    assert settings_from(chosen).ppl_start_leeftijd == "16j6m"
    again = with_region(chosen, SHIPPED["nji"])
    assert again == {"bijna_dagen": 21, CHOSEN: "nji"}
    assert with_region(again, None) == {"bijna_dagen": 21}


def test_own_choices_are_kept_as_a_region_and_taken_away() -> None:
    terms = {"ppl_start_leeftijd": "16j3m", "ipa_dagen": 35}
    kept = with_own_region(terms, " Ons Dal ", "Brief van 1 maart", SHIPPED.values())
    (own,) = own_regions(kept)
    assert (own.name, own.source, own.own) == ("Ons Dal", "Brief van 1 maart", True)
    assert (own.values["ppl_start_leeftijd"], own.values["ipa_dagen"]) == ("16j3m", 35)
    assert kept[CHOSEN] == own.id
    elsewhere = with_region(kept, SHIPPED["nji"])
    assert settings_from(elsewhere).ipa_dagen == 28
    assert settings_from(with_region(elsewhere, own)).ipa_dagen == 35
    gone = without_own_region(kept, own.id)
    assert gone == terms
    assert OWN not in gone


@pytest.mark.parametrize(
    ("name", "source", "words"),
    [("", "brief", "een naam"), ("Dal", " ", "waar deze keuzes"), ("fryslân", "brief", "al een regio")],
)
def test_a_region_that_cannot_be(name: str, source: str, words: str) -> None:
    with pytest.raises(InvalidInputError, match=words):
        with_own_region({}, name, source, SHIPPED.values())


def test_a_region_with_a_number_that_may_not_be_chosen_is_refused() -> None:
    text = '[[region]]\nid = "x"\nname = "X"\nsource = "y"\nppl_start_leeftijd = "19j0m"\n'
    with pytest.raises(InvalidInputError, match="achttiende verjaardag"):
        read_regions(text)
