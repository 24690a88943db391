"""The verbs about scratch pads: jot, drop a line into its plan, close."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from planbureau.changes import Changes
    from planbureau.rules.notes.jotting import Destination
    from planbureau.views import ScratchPadView


class ScratchService(Protocol):
    """The working notes of who is at the keyboard; those of others are never shown.

    They are no part of any file (rules A6, BWT-WERK): no revision, no export, no print, no search.
    """

    def pads(self, client_id: str = "", household_id: str = "") -> tuple[ScratchPadView, ...]:
        """The pads about a client or household, the newest first; without ids all of them.

        With both ids only what was written about the client alone or in that home.
        """
        ...

    def jot(self, client_id: str, household_id: str, typed: str, *, quote: bool = False) -> Changes:
        """Adds a line to the pad of today, and begins one when there is none; an empty line adds nothing."""
        ...

    def keep_typing(self, client_id: str, household_id: str, typed: str) -> None:
        """Keeps what stands in the box, within two seconds."""
        ...

    def change_line(self, line_id: str, words: str, *, quote: bool) -> Changes: ...

    def strike(self, line_id: str, *, done: bool) -> Changes:
        """Says that a line is dealt with, or that it is not; what went to a plan stays there."""
        ...

    def destinations(self, plan_id: str) -> tuple[Destination, ...]:
        """Every place in this plan that takes a line."""
        ...

    def drop(self, line_id: str, plan_id: str, place: Destination) -> Changes:
        """Puts a line at the end of an answer or of a text of a goal, as a revision of it.

        Where `place` adds a record it makes a new agreement, risk, goal or row of a table.

        Raises InvalidInputError for a line that is not somebody's own words where people speak themselves.
        """
        ...

    def close(self, pad_id: str) -> Changes:
        """Destroys a pad for good, with every line that is still on it."""
        ...

    def due(self) -> tuple[ScratchPadView, ...]:
        """The pads whose day to be dealt with has come, the oldest first."""
        ...
