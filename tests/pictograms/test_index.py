from __future__ import annotations

from pathlib import Path

import pytest

from planbureau import resources
from planbureau.pictograms import PictogramResourceError
from planbureau.pictograms.dutch import fold
from planbureau.pictograms.index import DRAWINGS, OPENMOJI, IndexEntry, read_credits, read_index

GOOD = 'theme = "Test"\n\n[[pictogram]]\nid = "douchen"\nname = "douchen"\nopenmoji = "1F6BF"\n'
DRAWN = set(resources.path("pictograms", "drawings").glob("*.svg"))


@pytest.fixture(scope="module")
def entries() -> tuple[IndexEntry, ...]:
    return read_index(resources.path("pictograms", "index"))


def test_the_index_is_large_enough(entries: tuple[IndexEntry, ...]) -> None:
    assert len(entries) >= 330
    found = {fold(word) for entry in entries for word in (entry.pictogram.name, *entry.pictogram.synonyms)}
    assert len({word for word in found if " " not in word}) >= 300


def test_every_own_drawing_exists_and_is_used_once(entries: tuple[IndexEntry, ...]) -> None:
    used = [entry.source for entry in entries if entry.pictogram.set_id == DRAWINGS]
    assert len(used) >= 20
    assert sorted(used) == sorted(path.name for path in DRAWN)


def test_no_emoji_stands_for_two_words(entries: tuple[IndexEntry, ...]) -> None:
    used = [entry.source for entry in entries if entry.pictogram.set_id == OPENMOJI]
    assert sorted(used) == sorted(set(used))


def test_a_released_id_never_disappears(entries: tuple[IndexEntry, ...]) -> None:
    """Plans of twenty years ago refer to these ids; a new pictogram adds its id to the list."""
    released = (Path(__file__).parent / "released_ids.txt").read_text(encoding="utf-8").split()
    assert sorted(entry.pictogram.id for entry in entries) == released


def test_a_small_index(tmp_path: Path) -> None:
    (tmp_path / "a.toml").write_text(GOOD, encoding="utf-8")
    (entry,) = read_index(tmp_path)
    assert (entry.pictogram.id, entry.pictogram.theme, entry.source) == ("douchen", "Test", "1F6BF")
    assert entry.pictogram.set_id == OPENMOJI


@pytest.mark.parametrize(
    ("old", "new", "names"),
    [
        ('openmoji = "1F6BF"', 'openmoji = "1F6BF"\nsynonims = ["douche"]', "synonims"),
        ('name = "douchen"\n', "", "name"),
        ('openmoji = "1F6BF"', "", "openmoji"),
        ('openmoji = "1F6BF"', 'openmoji = "1F6BF"\ndrawing = "a.svg"', "drawing"),
        ('openmoji = "1F6BF"', 'openmoji = "../geheim"', "bron"),
        ('openmoji = "1F6BF"', 'drawing = "../geheim.svg"', "bron"),
        ('id = "douchen"', 'id = "Douchen!"', "id"),
        ('name = "douchen"', 'name = "  "', "leeg"),
        ('name = "douchen"', "name = 3", "tekst"),
        ('openmoji = "1F6BF"', 'openmoji = "1F6BF"\nsynonyms = "douche"', "lijst"),
        ('openmoji = "1F6BF"', 'openmoji = "1F6BF"\nforms = ["Douchen"]', "twee keer"),
        ('theme = "Test"', 'theme = "Test"\nkleur = "rood"', "niets anders"),
        ('theme = "Test"', "theme = ", "a.toml"),
    ],
)
def test_a_fault_in_the_index_is_named(tmp_path: Path, old: str, new: str, names: str) -> None:
    assert old in GOOD
    (tmp_path / "a.toml").write_text(GOOD.replace(old, new), encoding="utf-8")
    with pytest.raises(PictogramResourceError, match=names) as error:
        read_index(tmp_path)
    assert "a.toml" in str(error.value)


def test_an_id_may_not_be_used_twice(tmp_path: Path) -> None:
    (tmp_path / "a.toml").write_text(GOOD, encoding="utf-8")
    (tmp_path / "b.toml").write_text(GOOD, encoding="utf-8")
    with pytest.raises(PictogramResourceError, match="twee keer"):
        read_index(tmp_path)


def test_an_empty_folder_is_no_index(tmp_path: Path) -> None:
    with pytest.raises(PictogramResourceError, match="geen index"):
        read_index(tmp_path)


def test_credits_name_the_licence() -> None:
    credit_lines = read_credits(resources.path("pictograms", "credits.toml"))
    assert all("CC BY-SA 4.0" in line for line in credit_lines.values())
    assert "OpenMoji" in credit_lines[OPENMOJI]


def test_credits_of_an_unknown_set_are_an_error(tmp_path: Path) -> None:
    path = tmp_path / "credits.toml"
    with pytest.raises(PictogramResourceError, match="ontbreekt"):
        read_credits(path)
    path.write_text('openmoji = "a"\nplanbureau = "b"\nsclera = "c"\n', encoding="utf-8")
    with pytest.raises(PictogramResourceError, match="precies"):
        read_credits(path)
