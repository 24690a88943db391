"""The few small drawings that a stylesheet can only read from a file.

They are written to a folder that belongs to this process alone (mode 0700) and holds nothing but
these icons; it is removed when the theme closes or the process ends.
"""

from __future__ import annotations

import shutil
import tempfile
import weakref
from pathlib import Path

from PySide6.QtCore import QDir

from planbureau.ui.theme.icons import IconDrawings
from planbureau.ui.theme.tokens import Tokens

SEARCH_PREFIX = "themabeeld"

_IMAGES: tuple[tuple[str, str, str, float], ...] = (
    ("check-on", "check", "on_primary", 3),
    ("minus-on", "minus", "on_primary", 3),
    ("down", "chevron-down", "muted", 2),
    ("up", "chevron-up", "muted", 2),
    ("left", "chevron-left", "text", 2),
    ("right", "chevron-right", "text", 2),
    ("calendar", "calendar", "muted", 2),
)
"""File name, drawing, colour token, stroke."""

_DOT = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24">'
    '<circle cx="12" cy="12" r="6" fill="{}"/></svg>'
)


class StylesheetImages:
    """Owns the folder of drawings for stylesheets."""

    def __init__(self, drawings: IconDrawings) -> None:
        self._drawings = drawings
        self.folder = Path(tempfile.mkdtemp(prefix="planbureau-thema-"))
        self._cleanup = weakref.finalize(self, shutil.rmtree, self.folder, ignore_errors=True)

    def write(self, tokens: Tokens) -> None:
        """Write the drawings of a look and let stylesheets find them under the search prefix."""
        folder = self.folder / tokens.look.value
        if not folder.exists():
            folder.mkdir()
            for file, drawing, token, stroke in _IMAGES:
                svg = self._drawings.svg(drawing, tokens.colour(token), stroke)
                (folder / f"{file}.svg").write_bytes(svg)
            (folder / "dot-on.svg").write_text(_DOT.format(tokens.on_primary), encoding="utf-8")
        QDir.setSearchPaths(SEARCH_PREFIX, [str(folder)])

    @property
    def in_use(self) -> bool:
        """Whether stylesheets find these drawings, and not those of another theme."""
        found = [Path(place).parent for place in QDir.searchPaths(SEARCH_PREFIX)]
        return found == [self.folder]

    def close(self) -> None:
        """Remove the folder; calling it twice is harmless."""
        QDir.setSearchPaths(SEARCH_PREFIX, [])
        self._cleanup()
