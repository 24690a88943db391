"""Until when personal working notes may wait (rules A6, BWT-WERK)."""

from __future__ import annotations

from datetime import date

from planbureau.rules.deadlines.catalogue import RULES
from planbureau.rules.deadlines.rule import DeadlineRule
from planbureau.rules.deadlines.settings import TermSettings

RULE_ID = "BWT-WERK"


def working_notes_rule() -> DeadlineRule:
    """The rule itself, with its words and its source."""
    return RULES[RULE_ID]


def clear_by(made_on: date, settings: TermSettings) -> date:
    """The last day on which a note of `made_on` is to be dealt with."""
    interval = working_notes_rule().interval
    assert interval is not None
    return interval.end(made_on, settings.werknotitie_dagen)
