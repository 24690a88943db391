"""Where the pictograms of a print come from; `PictogramLibrary` of the pictogram room is one."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Protocol

from planbureau.pictograms.errors import UnknownPictogramError
from planbureau.pictograms.values import Pictogram, StoredPicture


class PictogramSource(Protocol):
    """Gives the picture, the Dutch name and the licence lines of pictograms."""

    def get(self, pictogram_id: str) -> Pictogram:
        """Return the pictogram with its name; raises `UnknownPictogramError`."""

    def pdf_picture(self, pictogram_id: str) -> StoredPicture:
        """Return the picture as PDF operators; raises `UnknownPictogramError`."""

    def credit_lines(self, pictogram_ids: Iterable[str]) -> tuple[str, ...]:
        """Return one line with maker and licence for each set that the ids use."""


class NoPictograms:
    """A source without pictures, for documents that have none."""

    def get(self, pictogram_id: str) -> Pictogram:
        raise UnknownPictogramError(pictogram_id)

    def pdf_picture(self, pictogram_id: str) -> StoredPicture:
        raise UnknownPictogramError(pictogram_id)

    def credit_lines(self, pictogram_ids: Iterable[str]) -> tuple[str, ...]:  # noqa: ARG002  # the protocol's name
        return ()
