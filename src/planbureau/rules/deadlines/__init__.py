"""Deadlines: rules as data, applied to the frozen facts of a plan; each answer explains itself."""

from __future__ import annotations

from planbureau.rules.deadlines.deadline import Deadline
from planbureau.rules.deadlines.facts import (
    Deviation,
    Organisation,
    Pause,
    PersonFacts,
    PersonRole,
    PlanFacts,
    Request,
    RequestKind,
)
from planbureau.rules.deadlines.kinds import Severity, Status
from planbureau.rules.deadlines.settings import (
    DEFAULT_SETTINGS,
    LeapBirthday,
    SeriesAnchor,
    TermSettings,
    validate_settings,
)
from planbureau.rules.mark import Mark
from planbureau.rules.regime import Regime

__all__ = [
    "DEFAULT_SETTINGS",
    "Deadline",
    "Deviation",
    "LeapBirthday",
    "Mark",
    "Organisation",
    "Pause",
    "PersonFacts",
    "PersonRole",
    "PlanFacts",
    "Regime",
    "Request",
    "RequestKind",
    "SeriesAnchor",
    "Severity",
    "Status",
    "TermSettings",
    "validate_settings",
]
