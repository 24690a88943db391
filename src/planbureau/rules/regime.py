"""The legal frames ("wettelijk kader") that a plan can stand in."""

from __future__ import annotations

from enum import Enum


class Regime(Enum):
    """One legal frame; deadlines and consent are keyed on it, not on the plan type alone."""

    JEUGDWET = "jeugdwet"
    WLZ = "wlz"
    WMO = "wmo"
    ZVW = "zvw"
    WGBO = "wgbo"
    STRAFRECHT = "strafrecht"

    @property
    def label(self) -> str:
        """The Dutch name as a user reads it."""
        return _LABELS[self]


_LABELS = {
    Regime.JEUGDWET: "Jeugdwet",
    Regime.WLZ: "Wet langdurige zorg (Wlz)",
    Regime.WMO: "Wet maatschappelijke ondersteuning (Wmo)",
    Regime.ZVW: "Zorgverzekeringswet (Zvw)",
    Regime.WGBO: "Alleen Wgbo (behandelovereenkomst)",
    Regime.STRAFRECHT: "Strafrecht (reclassering)",
}
