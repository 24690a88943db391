"""What the benchmark measures against what: ratios, and which of them went over."""

from __future__ import annotations

import statistics
from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Row:
    """One line of the result: `measured` beside `against`, at most `limit` times as much.

    `against` is something that was measured in the same run, or a fixed number when `fixed`.
    """

    what: str
    measured: float
    against: float
    limit: float
    unit: str = "ms"
    beside: str = ""
    fixed: bool = False

    @property
    def ratio(self) -> float:
        """How many times `against` it is."""
        return self.measured / self.against

    @property
    def passed(self) -> bool:
        """Whether it stays within its limit."""
        return self.ratio <= self.limit

    @property
    def line(self) -> str:
        """The row in words."""
        verdict = "goed   " if self.passed else "TE VEEL"
        end = "van de grens" if self.fixed else f"x {self.beside}"
        numbers = f"{_number(self.measured)} {self.unit} bij {_number(self.against)} {self.unit}"
        return f"{verdict} {self.ratio:5.2f} (hooguit {self.limit:4.2f}) {end:<24.24} {self.what} [{numbers}]"


@dataclass(frozen=True)
class Skipped:
    """What could not be measured here, and why."""

    what: str
    why: str

    @property
    def passed(self) -> bool:
        """What was not measured did not go over its limit."""
        return True

    @property
    def line(self) -> str:
        """The row in words."""
        return f"overgeslagen: {self.what} ({self.why})"


@dataclass(frozen=True)
class Note:
    """A measurement that has no limit."""

    what: str
    measured: float
    unit: str = "ms"

    @property
    def passed(self) -> bool:
        """Without a limit nothing goes over it."""
        return True

    @property
    def line(self) -> str:
        """The row in words."""
        return f"zonder grens: {self.what} [{_number(self.measured)} {self.unit}]"


def within(what: str, milliseconds: float, limit: float) -> Row:
    """A measurement with a fixed limit in milliseconds."""
    return Row(what, milliseconds, limit, 1.0, fixed=True)


def middle(samples: Sequence[float]) -> float:
    """The median; raises ValueError when nothing was measured."""
    if not samples:
        raise ValueError("nothing was measured")
    return statistics.median(samples)


def verdict(found: Sequence[Row | Skipped | Note]) -> tuple[str, int]:
    """The last line, and the exit code: 1 when any limit was passed, or nothing was measured at all."""
    rows = [row for row in found if not isinstance(row, Note)]
    over = [row for row in rows if not row.passed]
    skipped = sum(isinstance(row, Skipped) for row in rows)
    if skipped == len(rows):
        return "Er is niets gemeten.", 1
    rest = f" {skipped} niet gemeten." if skipped else ""
    if over:
        return f"{len(over)} van de {len(rows)} metingen gaan over hun grens.{rest}", 1
    return f"Alle {len(rows) - skipped} metingen blijven binnen hun grens.{rest}", 0


def _number(value: float) -> str:
    return f"{value:.0f}" if value >= 100 else f"{value:.1f}"
