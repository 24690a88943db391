"""Who decides at which age, in words (rules B2, B4)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from planbureau.ui.people.custody_form import kinds_for
from planbureau.ui.people.deciding import deciding, during
from planbureau.ui.people.duplicates import known_like, same_person
from planbureau.ui.people.words import born_words, with_age
from planbureau.views import CustodyView, MeasureView, PersonView

TODAY = date(2026, 3, 16)


def born(day: date | None) -> PersonView:
    return PersonView("p", "Sem", birth_date=day)


@pytest.mark.parametrize(
    ("day", "now", "following"),
    [
        (date(2014, 3, 17), "Wie gezag heeft, beslist", "17 maart 2026 wordt Sem 12"),
        (
            date(2014, 3, 16),
            "geeft zelf toestemming, en iedereen met gezag ook",
            "16 maart 2030 wordt Sem 16",
        ),
        (date(2010, 3, 16), "beslist zelf over hulp", "16 maart 2028 wordt Sem 18"),
        (date(2008, 3, 16), "beslist zelf. Alleen als", ""),
        (None, "Vul de geboortedatum in", ""),
    ],
)
def test_the_words_follow_the_age(day: date | None, now: str, following: str) -> None:
    facts = deciding(born(day), (), TODAY)
    assert now in facts.now
    assert following in facts.next
    assert bool(facts.next) == bool(following)


def test_what_is_missing_is_named() -> None:
    child, adult = born(date(2015, 1, 1)), born(date(2000, 1, 1))
    parent = CustodyView("1", "c", PersonView("q", "Ada"), "parent")
    without = CustodyView("2", "c", PersonView("q", "Ada"), "parent_without_custody")
    ended = CustodyView("3", "c", PersonView("q", "Ada"), "parent", end=date(2025, 1, 1))
    assert "wie heeft gezag" in deciding(child, (without, ended), TODAY).needed
    died = CustodyView("4", "c", PersonView("q", "Ada", deceased_on=TODAY), "parent")
    assert "wie heeft gezag" in deciding(child, (died,), TODAY).needed
    assert deciding(child, (parent,), TODAY).needed == ""
    assert "gezag geldt niet meer" in deciding(adult, (parent,), TODAY).needed


def test_a_measure_that_runs_says_what_it_does_to_consent() -> None:
    runs = MeasureView("m", "c", "ots", start=date(2026, 1, 1))
    over = MeasureView("n", "c", "jeugdreclassering", end=date(2026, 3, 15))
    other = MeasureView("o", "c", "zorgmachtiging")
    ((words, source),) = during((runs, over, other), TODAY)
    assert "geen akkoord nodig: hoor ieder" in words
    assert "Ouders houden gezag" in words
    assert "1:265e" in source
    ((guardian, _),) = during((MeasureView("p", "c", "gi_voogdij"),), TODAY)
    assert guardian.startswith("De gecertificeerde instelling is voogd")


def test_kinds_of_both_sides_at_seventeen() -> None:
    assert {"parent", "mentor"} <= dict(kinds_for(17)).keys()
    assert {"parent", "mentor"} <= dict(kinds_for(-1)).keys()
    assert "mentor" not in dict(kinds_for(16))
    assert "parent" not in dict(kinds_for(18))


def test_people_are_recognised() -> None:
    known = (
        PersonView("1", "Fatima", family_name="Yıldız", birth_date=date(1987, 3, 14)),
        PersonView("2", "Fatima", family_name="Yıldız", birth_date=date(2001, 1, 1)),
        PersonView("3", "René", "de", "Wit"),
    )
    one = PersonView("", "fatima", family_name="Yildiz", birth_date=date(2001, 1, 1))
    found = same_person(known, one)
    assert found is not None
    assert found.id == "2"
    assert same_person(known, PersonView("", "Fatima", family_name="Yildiz", birth_date=TODAY)) is None
    assert [person.id for person in known_like(known, "rene wi")] == ["3"]
    assert [person.id for person in known_like(known, "yil", not_ids=frozenset({"1"}))] == ["2"]


def test_who_died_gets_no_older() -> None:
    child = PersonView("p", "Sem", birth_date=date(2016, 2, 29))
    assert born_words(child, TODAY) == "Geboren 29 februari 2016 · 10 jaar"
    assert with_age(child, TODAY) == "Sem (10 jaar)"
    died = replace(child, deceased_on=date(2026, 3, 2))
    assert born_words(died, TODAY) == "Geboren 29 februari 2016 · overleden 2 maart 2026"
    assert with_age(died, TODAY) == "Sem"
