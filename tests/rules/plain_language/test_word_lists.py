"""The word lists are read strictly."""

from __future__ import annotations

from pathlib import Path

import pytest

from planbureau import resources
from planbureau.errors import FormatError
from planbureau.rules.plain_language.word_lists import FILE_NAME, load_lists, shipped_lists, stem

SHIPPED = resources.path(FILE_NAME).read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("old", "new", "named"),
    [
        ("[background]", "[backgrounds]", "backgrounds"),
        ("no_stop = [", "no_stops = [", "no_stops"),
        ('IQ = "uitslag van een intelligentietest"', "IQ = 3", "abbreviations"),
        ("museum = 3", 'museum = "drie"', "syllables.words"),
        ("museum = 3", "museum = true", "syllables.words"),
        ('"betrokkene"', '"Betrokkene"', "outside_view"),
        ('alsmede = "en"', 'alsmede = ""', "replacements.exact"),
        ("[background]", "[background", FILE_NAME),
    ],
)
def test_a_damaged_list_names_file_and_key(tmp_path: Path, old: str, new: str, named: str) -> None:
    assert SHIPPED.count(old) >= 1
    path = tmp_path / FILE_NAME
    path.write_text(SHIPPED.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(FormatError) as caught:
        load_lists(path)
    assert FILE_NAME in str(caught.value)
    assert named in str(caught.value)


def test_a_missing_file_is_a_format_error(tmp_path: Path) -> None:
    with pytest.raises(FormatError, match="nergens"):
        load_lists(tmp_path / "nergens.toml")


@pytest.mark.parametrize(
    ("word", "offer"),
    [
        ("evalueert", "terugkijken"),
        ("Evalueren", "terugkijken"),
        ("adequate", "goed, passend"),
        ("prioriteiten", "eerst"),
        ("middels", "met"),
        ("middelen", ""),
        ("conform", "volgens"),
        ("koken", ""),
        ("coachen", "helpen"),
        ("coach", ""),
        ("indicaties", "besluit over zorg"),
    ],
)
def test_a_word_is_found_in_its_other_forms(word: str, offer: str) -> None:
    assert shipped_lists().replacement(word) == offer


def test_the_start_set_of_f3_is_there() -> None:
    lists = shipped_lists()
    assert (
        len(lists.replacements_exact) + len(lists.replacements_stem) == 41
    )  # "coacht" stands apart from the noun "coach"


def test_no_word_is_both_easy_and_to_be_replaced() -> None:
    lists = shipped_lists()
    assert [word for word in lists.ok if lists.replacement(word)] == []


def test_a_stem_is_never_empty() -> None:
    assert [stem(word) for word in ("", "a", "en", "oo")] == ["", "a", "en", "o"]
