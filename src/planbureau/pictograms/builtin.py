"""The sets that are shipped with the program: OpenMoji, and own drawings for what it lacks."""

from __future__ import annotations

from pathlib import Path

from planbureau.pictograms.archive import PictureArchive
from planbureau.pictograms.errors import PictogramResourceError, UnknownPictogramError
from planbureau.pictograms.index import read_credits, read_index
from planbureau.pictograms.values import Pictogram, StoredPicture


class BuiltinSet:
    """One shipped set: a part of the index with its pictures from the generated archive."""

    def __init__(
        self, set_id: str, credit: str, pictograms: tuple[Pictogram, ...], archive: PictureArchive
    ) -> None:
        self._set_id = set_id
        self._credit = credit
        self._pictograms = pictograms
        self._ids = frozenset(pictogram.id for pictogram in pictograms)
        self._archive = archive

    @property
    def set_id(self) -> str:
        return self._set_id

    @property
    def credit(self) -> str:
        return self._credit

    def pictograms(self) -> tuple[Pictogram, ...]:
        return self._pictograms

    def svg(self, pictogram_id: str) -> bytes:
        self._check(pictogram_id)
        return self._archive.svg(pictogram_id)

    def pdf_picture(self, pictogram_id: str) -> StoredPicture:
        self._check(pictogram_id)
        return self._archive.pdf(pictogram_id)

    def _check(self, pictogram_id: str) -> None:
        if pictogram_id not in self._ids:
            raise UnknownPictogramError(pictogram_id)


def builtin_sets(folder: Path, archive: Path) -> tuple[BuiltinSet, ...]:
    """The shipped sets, from the folder with `index/` and `credits.toml` and the generated archive.

    Raises `PictogramResourceError` when a file is missing, wrong, or older than the index.
    """
    entries = read_index(folder / "index")
    credit_lines = read_credits(folder / "credits.toml")
    pictures = PictureArchive(archive)
    missing = {entry.pictogram.id for entry in entries} - pictures.ids
    if missing:
        raise PictogramResourceError(
            f"Van {len(missing)} pictogrammen ontbreekt het plaatje ({min(missing)}).",
            "Maak ze opnieuw met 'make resources', of installeer het programma opnieuw.",
        )
    return tuple(
        BuiltinSet(
            set_id,
            credit,
            tuple(entry.pictogram for entry in entries if entry.pictogram.set_id == set_id),
            pictures,
        )
        for set_id, credit in credit_lines.items()
    )
