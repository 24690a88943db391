"""Clients and households on paper that leaves the building: by name, by initials or by code."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from planbureau.model.reading import people as people_reading
from planbureau.model.reading.labels import everyones_names, labels_of
from planbureau.model.store import ReadSession
from planbureau.rules.people.initials import Masker
from planbureau.services.api.requests import NamesOnPaper
from planbureau.views import PersonView


class Naming:
    """How these clients and households are meant on one print."""

    def __init__(self, session: ReadSession, names: NamesOnPaper, subject_ids: Iterable[str]) -> None:
        self._session = session
        self.names = names
        self._labels = labels_of(session, set(subject_ids))
        self._mask = Masker(() if names is NamesOnPaper.NAMES else everyones_names(session))

    def whose(self, subject_id: str) -> str:
        """A client or household as the paper means it."""
        if self.names is NamesOnPaper.NAMES:
            return people_reading.name_of_subject(self._session, subject_id) if subject_id else ""
        label = self._labels.get(subject_id)
        if label is None:
            return ""
        return (label.code or label.initials) if self.names is NamesOnPaper.CODE else label.initials

    def text(self, text: str) -> str:
        """A text without names, unless the paper has names."""
        return text if self.names is NamesOnPaper.NAMES else self._mask(text)


def hidden_names(around: Iterable[PersonView], gone: Sequence[PersonView]) -> frozenset[str]:
    """The names that stay off a paper: of who is not for its readers, as far as nobody else has them."""
    return _names(gone) - _names(one for one in around if one not in gone)


def _names(people: Iterable[PersonView]) -> frozenset[str]:
    found = (
        word for one in people for word in (one.given_name, one.call_name, one.family_name, one.full_name)
    )
    return frozenset(found) - {""}
