"""Deadlines: rules as data, applied to the frozen facts of a plan; each answer explains itself."""

from __future__ import annotations

from planbureau.rules.deadlines.catalogue import RULE_IDS, RULES, rules_for
from planbureau.rules.deadlines.deadline import Deadline
from planbureau.rules.deadlines.deviations import check_deviation
from planbureau.rules.deadlines.engine import compute
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
from planbureau.rules.deadlines.gates import Gate, adoption_gates, meeting_gate, oral_form_allowed
from planbureau.rules.deadlines.kinds import Severity, Status
from planbureau.rules.deadlines.moved import Moved, moved
from planbureau.rules.deadlines.settings import (
    DEFAULT_SETTINGS,
    LeapBirthday,
    SeriesAnchor,
    TermSettings,
    validate_settings,
)
from planbureau.rules.deadlines.triggers import TriggerField, trigger_label, triggers_for
from planbureau.rules.mark import Mark
from planbureau.rules.regime import Regime

__all__ = [
    "DEFAULT_SETTINGS",
    "RULES",
    "RULE_IDS",
    "Deadline",
    "Deviation",
    "Gate",
    "LeapBirthday",
    "Mark",
    "Moved",
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
    "TriggerField",
    "adoption_gates",
    "check_deviation",
    "compute",
    "meeting_gate",
    "moved",
    "oral_form_allowed",
    "rules_for",
    "trigger_label",
    "triggers_for",
    "validate_settings",
]
