"""Picture sets with Dutch names: search, suggestions, and the pictures for screen and paper.

`load_library()` gives the built-in sets; a user's own set joins as one more `PictogramSet`.
This room imports nothing heavy: pictures were turned into PDF operators when the program was built.
"""

from __future__ import annotations

from planbureau.pictograms.errors import PictogramResourceError, UnknownPictogramError
from planbureau.pictograms.library import PictogramLibrary, load_library
from planbureau.pictograms.values import Pictogram, PictogramSet, StoredPicture

__all__ = [
    "Pictogram",
    "PictogramLibrary",
    "PictogramResourceError",
    "PictogramSet",
    "StoredPicture",
    "UnknownPictogramError",
    "load_library",
]
