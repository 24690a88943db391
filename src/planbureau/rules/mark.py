"""How firm a rule stands: law, guidance, own choice or not confirmed (rules part 0)."""

from __future__ import annotations

from enum import Enum


class Mark(Enum):
    """The mark of a rule; the value is the letter that the rules document uses."""

    LAW = "W"
    GUIDANCE = "R"
    OWN = "O"
    UNCONFIRMED = "?"

    @property
    def label(self) -> str:
        """The Dutch word as a user reads it."""
        return _LABELS[self]


_LABELS = {
    Mark.LAW: "wet",
    Mark.GUIDANCE: "richtlijn",
    Mark.OWN: "eigen keuze",
    Mark.UNCONFIRMED: "niet bevestigd",
}
