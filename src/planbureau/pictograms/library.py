"""All pictograms on this device: one list over several sets."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from types import MappingProxyType

from planbureau import resources
from planbureau.pictograms.builtin import BuiltinSet
from planbureau.pictograms.errors import UnknownPictogramError
from planbureau.pictograms.search import PictogramSearch
from planbureau.pictograms.values import Pictogram, PictogramSet, StoredPicture

DEFAULT_LIMIT = 60


class PictogramLibrary:
    """Search and pictures over several sets; the order of the sets breaks ties in a search.

    When two sets have the same id, the first set keeps it, so an imported set cannot change what a plan
    already shows.
    """

    def __init__(self, sets: Sequence[PictogramSet]) -> None:
        self._pictograms: dict[str, Pictogram] = {}
        self._home: dict[str, PictogramSet] = {}
        self._credits: dict[str, str] = {}
        for each in sets:
            for pictogram in each.pictograms():
                if pictogram.id not in self._home:
                    self._pictograms[pictogram.id] = pictogram
                    self._home[pictogram.id] = each
                    self._credits.setdefault(pictogram.set_id, each.credits[pictogram.set_id])

    @cached_property
    def _search(self) -> PictogramSearch:
        """Made when somebody first looks for a picture: in many sessions nobody does."""
        return PictogramSearch(tuple(self._pictograms.values()))

    def __len__(self) -> int:
        return len(self._pictograms)

    def __contains__(self, pictogram_id: object) -> bool:
        return pictogram_id in self._pictograms

    def search(self, text: str, limit: int = DEFAULT_LIMIT) -> tuple[Pictogram, ...]:
        """The pictograms that fit what was typed, best first: the word itself, its start, its forms."""
        return self._search.search(text, limit)

    def suggest(self, text: str) -> tuple[Pictogram, ...]:
        """The pictograms for the words of a Dutch sentence, in the order of the sentence, each once."""
        return self._search.suggest(text)

    def get(self, pictogram_id: str) -> Pictogram:
        """Return one pictogram; raises `UnknownPictogramError`."""
        try:
            return self._pictograms[pictogram_id]
        except KeyError:
            raise UnknownPictogramError(pictogram_id) from None

    def by_theme(self) -> Mapping[str, tuple[Pictogram, ...]]:
        """All pictograms per theme, in the order of the index."""
        themes: dict[str, list[Pictogram]] = defaultdict(list)
        for pictogram in self._pictograms.values():
            themes[pictogram.theme].append(pictogram)
        return MappingProxyType({theme: tuple(members) for theme, members in themes.items()})

    def svg(self, pictogram_id: str) -> bytes:
        """Return the picture for the screen as an SVG file; raises `UnknownPictogramError`."""
        return self._set_of(pictogram_id).svg(pictogram_id)

    def pdf_picture(self, pictogram_id: str) -> StoredPicture:
        """Return the picture for paper; raises `UnknownPictogramError`."""
        return self._set_of(pictogram_id).pdf_picture(pictogram_id)

    def credit_lines(self, pictogram_ids: Iterable[str]) -> tuple[str, ...]:
        """Return the line with maker and licence of each set that the ids use, always in the same order.

        An id that is not known has no picture on the print, and so owes no line.
        """
        used = {
            self._pictograms[pictogram_id].set_id
            for pictogram_id in pictogram_ids
            if pictogram_id in self._pictograms
        }
        return tuple(line for set_id, line in self._credits.items() if set_id in used)

    def _set_of(self, pictogram_id: str) -> PictogramSet:
        if pictogram_id not in self._home:
            raise UnknownPictogramError(pictogram_id)
        return self._home[pictogram_id]


def load_library(extra: Sequence[PictogramSet] = ()) -> PictogramLibrary:
    """Return the built-in sets, followed by `extra` sets of the user.

    Raises `PictogramResourceError` when the shipped files are missing or wrong.
    """
    archive = resources.path("_generated", "pictograms", "pictures.zip")
    return PictogramLibrary((BuiltinSet(resources.path("pictograms"), archive), *extra))
