"""All deadline rules together, and which of them hold for a plan."""

from __future__ import annotations

from functools import lru_cache
from types import MappingProxyType

from planbureau.rules.deadlines.rule import DeadlineRule
from planbureau.rules.deadlines.table import (
    ages,
    gezinsplan,
    jeugdwet,
    keeping,
    other_plans,
    requests,
    wlz,
    wmo,
    wzd,
    youth_orders,
)
from planbureau.rules.regime import Regime

_TABLES = (jeugdwet, youth_orders, gezinsplan, wlz, wzd, wmo, other_plans, ages, requests, keeping)

RULES: MappingProxyType[str, DeadlineRule] = MappingProxyType(
    {rule.id: rule for table in _TABLES for rule in table.RULES}
)

RULE_IDS: frozenset[str] = frozenset(RULES) | frozenset(rule.base_id for rule in RULES.values())
"""The names of rules that a plan format may use."""


@lru_cache(maxsize=2048)
def rules_for(
    plan_type: str,
    regimes: frozenset[Regime],
    flags: frozenset[str],
    rule_ids: frozenset[str] | None = None,
) -> tuple[DeadlineRule, ...]:
    """The rules that hold for such a plan (T17: all of them, of every regime).

    `rule_ids` are the rules that the plan's format names; they then decide instead of the plan type.
    General rules (ages, requests, keeping, Wzd) hold for every plan.
    """
    return tuple(rule for rule in RULES.values() if rule.applies_to(plan_type, regimes, flags, rule_ids))
