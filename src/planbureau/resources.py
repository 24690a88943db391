"""Where the shipped files are: formats, pictograms, fonts, icons, goals."""

from __future__ import annotations

from functools import cache
from pathlib import Path


@cache
def root() -> Path:
    """The folder with the shipped resources: inside the wheel, or `resources/` of a checkout.

    An editable install does not see the files that the wheel is given, hence the second place.
    """
    packed = Path(__file__).parent / "_resources"
    if packed.is_dir():
        return packed
    return Path(__file__).parents[2] / "resources"


def path(*parts: str) -> Path:
    """The path of one shipped file or folder."""
    return root().joinpath(*parts)
