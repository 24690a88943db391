"""Pictograms for the screen."""

from __future__ import annotations

from planbureau.pictograms.library import PictogramLibrary
from planbureau.services.api import PictogramChoice


class Pictures:
    """`services.api.PictogramService` on the sets of this device."""

    def __init__(self, library: PictogramLibrary) -> None:
        self._library = library

    def search(self, text: str, limit: int = 60) -> tuple[PictogramChoice, ...]:
        if not text.strip():
            every = (p for members in self._library.by_theme().values() for p in members)
            return tuple(PictogramChoice(p.id, p.name) for p in every)
        return tuple(PictogramChoice(p.id, p.name) for p in self._library.search(text, limit))

    def suggest(self, text: str) -> tuple[PictogramChoice, ...]:
        return tuple(PictogramChoice(p.id, p.name) for p in self._library.suggest(text))

    def name(self, pictogram_id: str) -> str:
        if pictogram_id not in self._library:
            return "onbekende picto"
        return self._library.get(pictogram_id).name

    def svg(self, pictogram_id: str) -> bytes:
        return self._library.svg(pictogram_id) if pictogram_id in self._library else b""
