from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from planbureau.pictograms import Pictogram, PictogramLibrary
from planbureau.pictograms.search import PictogramSearch

HERE = Path(__file__).parent
ROOT = HERE.parents[1]


def _cases(name: str, key: str) -> list[dict[str, Any]]:
    cases: list[dict[str, Any]] = tomllib.loads((HERE / name).read_text(encoding="utf-8"))[key]
    return cases


@pytest.mark.parametrize("case", _cases("searches.toml", "search"), ids=lambda case: case["typed"])
def test_search(library: PictogramLibrary, case: dict[str, Any]) -> None:
    found = [pictogram.id for pictogram in library.search(case["typed"], 20)]
    if case.get("none"):
        assert found == []
        return
    assert found
    assert found[0] == case.get("first", found[0])
    assert set(case.get("also", [])) <= set(found)


@pytest.mark.parametrize("case", _cases("suggestions.toml", "suggestion"), ids=lambda case: case["sentence"])
def test_suggestions(library: PictogramLibrary, case: dict[str, Any]) -> None:
    assert [pictogram.id for pictogram in library.suggest(case["sentence"])] == case["pictograms"]


@pytest.mark.parametrize(
    "word",
    """
    begeleider dagbesteding opstaan stofzuigen schoonmaken afwassen koken boodschappen tandenpoetsen
    aankleden praten bellen boos blij bang verdrietig veilig ruzie thuis school werk geld schulden brief
    afspraak dokter tandarts ziekenhuis rolstoel bus taxi fiets wandelen zwemmen muziek tv gamen telefoon
    familie moeder vader opa oma broer zus vriend buren hond kat morgen middag avond nacht dag week klok
    kalender doel ster ja nee stop toilet incontinentie eten drinken alcohol roken drugs epilepsie vallen
    slikken pijn slapen douchen scheren medicijnen
    """.split(),  # noqa: SIM905 - a list of words is read more easily without quotes
)
def test_a_care_word_finds_its_own_pictogram(library: PictogramLibrary, word: str) -> None:
    assert library.search(word, 1)[0].id == word


@pytest.mark.parametrize("words", ["naar bed gaan", "medicijnen innemen", "rustig worden", "hulp vragen",
                                   "niet veilig", "persoonlijk plan", "gesprek aan tafel"])  # fmt: skip
def test_a_phrase_finds_its_own_pictogram(library: PictogramLibrary, words: str) -> None:
    found = library.search(words, 1)[0]
    assert words in (found.name, *found.synonyms)


def test_every_ready_made_goal_has_a_suggestion(library: PictogramLibrary) -> None:
    """A goal that is ticked in the matrix is printed with pictures at once (rules D1)."""
    goals = tomllib.loads((ROOT / "resources" / "goals.toml").read_text(encoding="utf-8"))
    texts = [goal["text"] for goal in _goals(goals)]
    assert len(texts) == 50
    assert [text for text in texts if not library.suggest(text)] == []


def _goals(content: dict[str, Any]) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = []
    for value in content.values():
        if isinstance(value, list):
            for item in value:
                found += [item] if "text" in item else _goals(item)
    return found


def _pictogram(name: str, *synonyms: str, forms: tuple[str, ...] = ()) -> Pictogram:
    return Pictogram(name.replace(" ", "-"), name, synonyms, "Test", "test", forms)


def test_ranking() -> None:
    search = PictogramSearch(
        [
            _pictogram("kast", "meubel van bed"),
            _pictogram("slaap", "bedden"),
            _pictogram("rust", "bed"),
            _pictogram("bedankt"),
            _pictogram("bed"),
        ]
    )
    names = [pictogram.name for pictogram in search.search("bed", 10)]
    assert names == ["bed", "rust", "bedankt", "slaap", "kast"]


def test_the_limit_is_kept() -> None:
    search = PictogramSearch([_pictogram("bed"), _pictogram("bedankt")])
    assert len(search.search("bed", 1)) == 1
    assert search.search("bed", 0) == ()


def test_the_longest_phrase_wins_and_uses_its_words_up() -> None:
    search = PictogramSearch(
        [_pictogram("bed"), _pictogram("naar bed", forms=("gaat naar bed",)), _pictogram("bed opmaken")]
    )
    assert [found.id for found in search.suggest("Zij gaat naar bed")] == ["naar-bed"]
    assert [found.id for found in search.suggest("bed opmaken, dan naar bed")] == ["bed-opmaken", "naar-bed"]


def test_a_gap_spans_at_most_four_words() -> None:
    search = PictogramSearch([_pictogram("opstaan", forms=("staat ... op",))])
    assert search.suggest("staat een twee drie vier op")
    assert not search.suggest("staat een twee drie vier vijf op")
    assert search.suggest("staat op")
