"""Plan format files of an organisation: checked against the rules and pictograms that exist."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from planbureau.formats.loader import check_file, files_in
from planbureau.formats.pictures import PictureNames, check_pictures
from planbureau.formats.problems import FormatProblem, Problems
from planbureau.formats.tree import read_toml
from planbureau.pictograms.library import PictogramLibrary, load_library
from planbureau.rules.deadlines.catalogue import RULE_IDS
from planbureau.rules.deadlines.triggers import TRIGGER_FIELDS
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
    found = check_file(path, RULE_IDS, frozenset(CHECKS), _shipped_pictures(), frozenset(TRIGGER_FIELDS))
    return tuple(str(problem) for problem in found)


def pictures_in(path: Path, names: PictureNames) -> tuple[FormatProblem, ...]:
    """The pictograms in one file that lead nowhere."""
    problems = Problems()
    try:
        document = read_toml(path.read_text(encoding="utf-8-sig"), path.name, Problems())
    except (OSError, UnicodeDecodeError):
        return ()  # that is told as a fault of the file
    if document is not None:
        check_pictures(document, names, problems)
    return problems.found


@cache
def _shipped_pictures() -> PictureNames:
    return picture_names(load_library())


def picture_names(library: PictogramLibrary) -> PictureNames:
    """What exists in a library, and a search for what looks like a mistyped name."""

    def search(name: str) -> tuple[str, ...]:
        words = name.replace("-", " ").replace("_", " ")
        shorter = (words[:length] for length in range(len(words), min(_SHORTEST, len(words)) - 1, -1))
        found = next((some for part in shorter if (some := library.search(part, _MOST_PICTURES))), ())
        return tuple(picture.id for picture in found)

    return PictureNames(library, search)
