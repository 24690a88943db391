"""The few small drawings that a stylesheet can only read from a file.

They are shipped, a folder for each look, so that starting writes nothing. `packaging/build_theme_images.py`
draws them again when a colour or a drawing changes.
"""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QDir

from planbureau import resources
from planbureau.ui.theme.icons import IconDrawings
from planbureau.ui.theme.tokens import Look, Tokens

SEARCH_PREFIX = "themabeeld"

_IMAGES: tuple[tuple[str, str, str, float], ...] = (
    ("check-on", "check", "on_primary", 3),
    ("minus-on", "minus", "on_primary", 3),
    ("down", "chevron-down", "muted", 2),
    ("up", "chevron-up", "muted", 2),
    ("left", "chevron-left", "text", 2),
    ("right", "chevron-right", "text", 2),
)
"""File name, drawing, colour token, stroke."""

_DOT = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24">'
    '<circle cx="12" cy="12" r="6" fill="{}"/></svg>\n'
)


def images_of(drawings: IconDrawings, tokens: Tokens) -> dict[str, bytes]:
    """The file names and what is in them, in the colours of a look."""
    drawn = {
        f"{file}.svg": drawings.svg(drawing, tokens.colour(token), stroke)
        for file, drawing, token, stroke in _IMAGES
    }
    return {**drawn, "dot-on.svg": _DOT.format(tokens.on_primary).encode()}


def folder_of(look: Look) -> Path:
    """Where the drawings of a look are shipped."""
    return resources.path("theme", look.value)


def use_images_of(look: Look) -> None:
    """Lets stylesheets find the drawings of this look under the search prefix."""
    QDir.setSearchPaths(SEARCH_PREFIX, [str(folder_of(look))])
