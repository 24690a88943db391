"""The values of the pictogram room."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol


@dataclass(frozen=True, slots=True)
class Pictogram:
    """One picture with its Dutch words, as a screen or a document may see it.

    `id` is stored in plans and keeps its meaning for ever. `synonyms` are other words for the same
    thing, `forms` are verb forms and plurals that the simple stemming would miss; in a form `...` stands
    for up to four other words ("staat ... op").
    """

    id: str
    name: str
    synonyms: tuple[str, ...]
    theme: str
    set_id: str
    forms: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class StoredPicture:
    """A picture for paper: the content of a PDF form XObject.

    `bbox` is (left, bottom, right, top) in the picture's own units, y upwards. `operators` uses only
    paths, lines, colours and transformations, so it needs no fonts and no other PDF resources.
    """

    bbox: tuple[float, float, float, float]
    operators: bytes

    @property
    def width(self) -> float:
        """Width in the picture's own units."""
        return self.bbox[2] - self.bbox[0]

    @property
    def height(self) -> float:
        """Height in the picture's own units."""
        return self.bbox[3] - self.bbox[1]


class PictogramSet(Protocol):
    """A collection of pictures: the built-in one, or a user's own."""

    @property
    def credits(self) -> Mapping[str, str]:
        """`Pictogram.set_id` -> the Dutch line with maker and licence that a print using it must carry.

        A collection with pictures of two makers has two lines.
        """

    def pictograms(self) -> Sequence[Pictogram]:
        """All pictures of the set, in the order of their index."""

    def svg(self, pictogram_id: str) -> bytes:
        """Return the picture for the screen as an SVG file; raises `UnknownPictogramError`."""

    def pdf_picture(self, pictogram_id: str) -> StoredPicture:
        """Return the picture for paper; raises `UnknownPictogramError`."""
