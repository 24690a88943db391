"""A day or a moment as an answer; a moment is kept with its distance to UTC.

The law counts some terms in real hours (Wzd 15 lid 2), so the night on which the clock changes must not
make one of them longer or shorter.
"""

from __future__ import annotations

from datetime import date, datetime


def read_day(value: object) -> date | None:
    """The stored day; None when there is none or it cannot be read."""
    if not isinstance(value, str):
        return None
    try:
        return date.fromisoformat(value)
    except ValueError:
        return None


def read_moment(value: object) -> datetime | None:
    """The stored moment, aware; None when there is none or it cannot be read."""
    if not isinstance(value, str) or "T" not in value:
        return None
    try:
        found = datetime.fromisoformat(value)
    except ValueError:
        return None
    return found if found.tzinfo is not None else None


def moment_text(moment: datetime) -> str:
    """The text to store: whole minutes, with the distance to UTC ("2026-05-01T14:00+02:00")."""
    return moment.isoformat(timespec="minutes")
