"""Days without care (rules T14): they shift no term, and give the reason for a small move of some."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from enum import Enum

from planbureau.errors import InvalidInputError
from planbureau.rules import dutch

_KEPT = "Er is niets bewaard."


class PauseKind(Enum):
    """Why the care lay still; the value is kept."""

    HOSPITAL = "hospital"
    HOLIDAY = "holiday"
    DETENTION = "detention"
    OTHER = "other"

    @property
    def label(self) -> str:
        """The Dutch word."""
        return _LABELS[self]


_LABELS = {
    PauseKind.HOSPITAL: "in het ziekenhuis",
    PauseKind.HOLIDAY: "op vakantie",
    PauseKind.DETENTION: "gedetineerd",
    PauseKind.OTHER: "iets anders",
}

Days = tuple[date, date | None]


def check_pause(
    first: date | None, last: date | None, kind: str, reason: str, others: Iterable[Days]
) -> None:
    """Raises InvalidInputError (in Dutch) when such a pause cannot be; `others` are those of the plan."""
    if first is None:
        raise InvalidInputError("Kies de eerste dag waarop er geen zorg was.", _KEPT)
    if last is not None and last < first:
        raise InvalidInputError("De laatste dag ligt voor de eerste dag.", _KEPT)
    if kind not in {one.value for one in PauseKind}:
        raise InvalidInputError("Kies waarom de zorg stil lag.", _KEPT)
    if kind == PauseKind.OTHER.value and not reason.strip():
        raise InvalidInputError("Schrijf op waarom de zorg stil lag.", _KEPT)
    for begun, ended in others:
        if (last is None or begun <= last) and (ended is None or first <= ended):
            raise InvalidInputError(
                f"Voor deze dagen staat er al een pauze, vanaf {dutch.plain_date(begun)}.",
                f"{_KEPT} Verander de pauze die er al is.",
            )


def pause_words(first: date, last: date | None) -> str:
    """The days in Dutch."""
    begin = dutch.plain_date(first)
    return f"{begin} tot en met {dutch.plain_date(last)}" if last is not None else f"vanaf {begin}, nog bezig"
