"""What can go wrong with pictograms."""

from __future__ import annotations

from planbureau.errors import NotFoundError, PlanbureauError


class UnknownPictogramError(NotFoundError):
    """A plan refers to a pictogram that none of the sets on this device has."""

    def __init__(self, pictogram_id: str) -> None:
        super().__init__(
            f"Het pictogram '{pictogram_id}' staat niet op deze laptop.",
            "De tekst van het plan is er nog. Kies een ander pictogram, of voeg de set weer toe.",
        )
        self.pictogram_id = pictogram_id


class PictogramResourceError(PlanbureauError):
    """The shipped index or pictures are missing, or have an error; names file and place."""
