from __future__ import annotations

from pathlib import Path

import pytest

from planbureau.pictograms import PictogramResourceError, StoredPicture
from planbureau.pictograms.archive import Picture, PictureArchive, write_archive
from planbureau.pictograms.builtin import BuiltinSet

PICTURE = Picture(b"<svg/>", StoredPicture((0.0, 0.0, 54.0, 54.0), b"q Q"))


def test_what_is_written_is_read_back(tmp_path: Path) -> None:
    path = tmp_path / "nieuw" / "pictures.zip"
    write_archive(path, "abc", {"douchen": PICTURE})
    archive = PictureArchive(path)
    assert archive.digest == "abc"
    assert archive.ids == {"douchen"}
    assert Picture(archive.svg("douchen"), archive.pdf("douchen")) == PICTURE


def test_the_same_pictures_give_the_same_bytes(tmp_path: Path) -> None:
    for name in ("a", "b"):
        write_archive(tmp_path / name, "abc", {"douchen": PICTURE})
    assert (tmp_path / "a").read_bytes() == (tmp_path / "b").read_bytes()
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a", "b"]


def test_a_missing_or_damaged_archive_says_what_to_do(tmp_path: Path) -> None:
    path = tmp_path / "pictures.zip"
    with pytest.raises(PictogramResourceError, match="make resources"):
        PictureArchive(path)
    write_archive(path, "abc", {"douchen": PICTURE})
    path.write_bytes(path.read_bytes()[:-40])
    with pytest.raises(PictogramResourceError, match="make resources"):
        PictureArchive(path)


def test_a_damaged_picture_is_told(tmp_path: Path) -> None:
    path = tmp_path / "pictures.zip"
    content = Picture(b"<svg>" + bytes(range(200)) + b"</svg>", PICTURE.pdf)
    write_archive(path, "abc", {"douchen": content})
    damaged = bytearray(path.read_bytes())
    place = damaged.index(b"svg/douchen.svg") + len("svg/douchen.svg") + 20
    damaged[place] ^= 0xFF
    path.write_bytes(damaged)
    with pytest.raises(PictogramResourceError, match="beschadigd"):
        PictureArchive(path).svg("douchen")


def test_pictures_older_than_the_index_are_told(tmp_path: Path) -> None:
    index = tmp_path / "index"
    index.mkdir()
    (index / "a.toml").write_text(
        'theme = "T"\n[[pictogram]]\nid = "nieuw"\nname = "nieuw"\nopenmoji = "2728"\n', encoding="utf-8"
    )
    (tmp_path / "credits.toml").write_text('openmoji = "a"\nplanbureau = "b"\n', encoding="utf-8")
    write_archive(tmp_path / "pictures.zip", "abc", {"douchen": PICTURE})
    with pytest.raises(PictogramResourceError, match=r"nieuw.*make resources"):
        BuiltinSet(tmp_path, tmp_path / "pictures.zip")
