"""The pictures that are shipped with the program: OpenMoji, and own drawings for what it lacks."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from planbureau.pictograms.archive import PictureArchive
from planbureau.pictograms.errors import PictogramResourceError, UnknownPictogramError
from planbureau.pictograms.index import read_credits, read_index
from planbureau.pictograms.values import Pictogram, StoredPicture


class BuiltinSet:
    """The shipped pictures, in the order of the index; a `PictogramSet`."""

    def __init__(self, folder: Path, archive: Path) -> None:
        """Read the folder with `index/` and `credits.toml`, and the generated archive.

        Raises `PictogramResourceError` when a file is missing, wrong, or older than the index.
        """
        self._pictograms = tuple(entry.pictogram for entry in read_index(folder / "index"))
        self._credits = read_credits(folder / "credits.toml")
        self._archive = PictureArchive(archive)
        missing = {pictogram.id for pictogram in self._pictograms} - self._archive.ids
        if missing:
            raise PictogramResourceError(
                f"Van {len(missing)} pictogrammen ontbreekt het plaatje ({min(missing)}).",
                "Maak ze opnieuw met 'make resources', of installeer het programma opnieuw.",
            )

    @property
    def credits(self) -> Mapping[str, str]:
        return self._credits

    def pictograms(self) -> tuple[Pictogram, ...]:
        return self._pictograms

    def svg(self, pictogram_id: str) -> bytes:
        self._check(pictogram_id)
        return self._archive.svg(pictogram_id)

    def pdf_picture(self, pictogram_id: str) -> StoredPicture:
        self._check(pictogram_id)
        return self._archive.pdf(pictogram_id)

    def _check(self, pictogram_id: str) -> None:
        if pictogram_id not in self._archive.ids:
            raise UnknownPictogramError(pictogram_id)
