"""The generated pictures: one zip with an SVG file and PDF operators for each pictogram.

The build writes it, the program reads it. The first picture that is asked for brings it into memory whole
(about a megabyte), so that no file stays open; each picture is unpacked when it is asked for.
"""

from __future__ import annotations

import io
import json
import os
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from zipfile import ZIP_DEFLATED, BadZipFile, ZipFile, ZipInfo

from planbureau.pictograms.errors import PictogramResourceError
from planbureau.pictograms.values import StoredPicture

_MANIFEST = "manifest.json"
_REMEDY = "Maak ze opnieuw met 'make resources', of installeer het programma opnieuw."


@dataclass(frozen=True, slots=True)
class Picture:
    """One picture in both of its shapes."""

    svg: bytes
    pdf: StoredPicture


class PictureArchive:
    """Read access to the generated pictures."""

    def __init__(self, path: Path) -> None:
        """Open the archive; raises `PictogramResourceError` when it is missing or damaged."""
        self._path = path
        try:
            with ZipFile(path) as archive:
                manifest = json.loads(archive.read(_MANIFEST))
            self.digest: str = manifest["digest"]
            self._boxes: dict[str, list[float]] = manifest["boxes"]
            self.ids = frozenset(self._boxes)
        except (OSError, BadZipFile, KeyError, ValueError) as error:
            raise PictogramResourceError("De plaatjes van de pictogrammen ontbreken.", _REMEDY) from error

    def svg(self, pictogram_id: str) -> bytes:
        """Return the picture as an SVG file."""
        return self._read(f"svg/{pictogram_id}.svg")

    def pdf(self, pictogram_id: str) -> StoredPicture:
        """Return the picture as the content of a PDF form XObject."""
        left, bottom, right, top = self._boxes[pictogram_id]
        return StoredPicture((left, bottom, right, top), self._read(f"pdf/{pictogram_id}.txt"))

    @cached_property
    def _zip(self) -> ZipFile:
        return ZipFile(io.BytesIO(self._path.read_bytes()))

    def _read(self, name: str) -> bytes:
        try:
            return self._zip.read(name)
        except (OSError, KeyError, BadZipFile) as error:
            raise PictogramResourceError("Een plaatje van de pictogrammen is beschadigd.", _REMEDY) from error


def write_archive(path: Path, digest: str, pictures: Mapping[str, Picture]) -> None:
    """Write all pictures in one go; an older archive stays whole until the new one is complete.

    `digest` names what the pictures were made from. The same pictures give the same bytes.
    """
    boxes = {pictogram_id: picture.pdf.bbox for pictogram_id, picture in pictures.items()}
    files = {_MANIFEST: json.dumps({"digest": digest, "boxes": boxes}).encode()}
    for pictogram_id, picture in pictures.items():
        files[f"svg/{pictogram_id}.svg"] = picture.svg
        files[f"pdf/{pictogram_id}.txt"] = picture.pdf.operators
    path.parent.mkdir(parents=True, exist_ok=True)
    unfinished = path.with_name(f"{path.name}.{os.getpid()}")
    with ZipFile(unfinished, "w", ZIP_DEFLATED, compresslevel=9) as archive:
        for name, content in files.items():
            archive.writestr(ZipInfo(name), content, ZIP_DEFLATED)
    unfinished.replace(path)
