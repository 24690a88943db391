"""The verbs about progress notes: write, read, ask and answer."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from planbureau.changes import Changes
    from planbureau.views import LookView, NoteScore, NoteView, TopicView
    from planbureau.views.access import OpeningLine


class NoteService(Protocol):
    """Progress notes (rules C13 N2): only added to; what was wrong stays readable beside its correction."""

    def notes(self, subject_ids: Sequence[str]) -> tuple[NoteView, ...]:
        """The notes about these clients and households, the last that happened first."""
        ...

    def printed(self, subject_ids: Sequence[str]) -> tuple[OpeningLine, ...]:
        """Who printed the notes about these clients and households, the last one first."""
        ...

    def topics(self, subject_ids: Sequence[str]) -> tuple[TopicView, ...]:
        """The goals, actions and agreements in their plans that a note can be about."""
        ...

    def scores(self, notes: Sequence[NoteView]) -> Mapping[str, tuple[NoteScore, ...]]:
        """The scores that were given with these notes, by note; a note without any is not in it."""
        ...

    def since_evaluation(self, annex_id: str) -> tuple[NoteView, ...]:
        """The notes about whose plan this annex belongs to, from the day of the talk before it.

        Without an earlier one all of them, the last that happened first; what was corrected is left out.
        """
        ...

    def kept_from(self, note_ids: Iterable[str]) -> Mapping[str, frozenset[str]]:
        """Who may not read these notes (person ids), of those that not everybody may read."""
        ...

    def since(self, annex_id: str) -> date | None:
        """The day of the last talk before this annex that looked back on the plan, if there was one."""
        ...

    def add(self, note: NoteView, scores: Iterable[LookView] = ()) -> tuple[str, Changes]:
        """Writes a note; author, function and moment of writing are filled in here.

        `scores` are given with it, on the day that the note is about (see `LookService.add`).

        Raises InvalidInputError when it says nothing or is about what must still happen.
        """
        ...

    def settle(self, note_id: str, *, done: bool = True) -> Changes:
        """Ticks off the question in a note, or takes the tick away."""
        ...

    def discussed(self, note_id: str, on: date) -> Changes:
        """Says when an incident was talked about with the client (Wkkgz 10 lid 3)."""
        ...

    def unread(self) -> tuple[NoteView, ...]:
        """What others wrote and the user has not read yet."""
        ...

    def waiting(self) -> tuple[NoteView, ...]:
        """The questions to the user that have no answer yet, the first due first."""
        ...

    def answered(self, since: date) -> tuple[NoteView, ...]:
        """The questions of the user to somebody else that were ticked off since that day, the last first."""
        ...

    def mark_read(self, note_ids: Iterable[str]) -> Changes:
        """Remembers, on this device alone, that the user has read these."""
        ...
