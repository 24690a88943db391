"""Plan format files of an organisation: checked against the rules and pictograms that exist."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from planbureau.formats.loader import check_file, files_in
from planbureau.formats.pictures import PictureNames
from planbureau.pictograms import load_library
from planbureau.rules.deadlines.catalogue import RULE_IDS
from planbureau.rules.plan_checks import CHECKS

_MOST_PICTURES = 4
_SHORTEST = 4  # letters of a mistyped name that still say something


def problems_in(path: Path) -> tuple[str, ...]:
    """What is wrong with a format file, or with those in a folder, each with file, line and a hint."""
    if path.is_dir():
        files = files_in(path)
        if not files:
            return (f"{path.name}: in deze map staat geen bestand dat eindigt op .toml.",)
        return tuple(problem for file in files for problem in problems_in(file))
    found = check_file(path, RULE_IDS, frozenset(CHECKS), _pictures())
    return tuple(str(problem) for problem in found)


@cache
def _pictures() -> PictureNames:
    library = load_library()

    def search(name: str) -> tuple[str, ...]:
        words = name.replace("-", " ").replace("_", " ")
        shorter = (words[:length] for length in range(len(words), min(_SHORTEST, len(words)) - 1, -1))
        found = next((some for part in shorter if (some := library.search(part, _MOST_PICTURES))), ())
        return tuple(picture.id for picture in found)

    return PictureNames(library, search)
