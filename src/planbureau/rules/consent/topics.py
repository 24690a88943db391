"""Plan types whose consent does not follow from the law alone: those with rows of their own in table B2."""

from __future__ import annotations

from planbureau.rules.consent.facts import Topic

_TOPICS = {topic.value: topic for topic in (Topic.IPA, Topic.FAMILY_GROUP_PLAN, Topic.REPORT_CODE)}
"""Rows 14, 15, 30 and 31, whatever the law the plan falls under."""
_TREATMENT = frozenset({"bhp"})
OWN_PLANS = frozenset({"wrap", "pp"})
"""Plan types that a client makes alone or with help: nobody's consent is asked (rules C11 and C12)."""


def topic_of(plan_type: str) -> Topic:
    """What a consent to a plan of this type is about."""
    return _TOPICS.get(plan_type, Topic.PLAN)


def free_of_consent(plan_type: str) -> bool:
    """Whether such a plan may be kept without anybody's consent (B2, row 31; rules C11 and C12)."""
    return plan_type in OWN_PLANS or topic_of(plan_type) is Topic.REPORT_CODE


def is_treatment(plan_type: str) -> bool:
    """Whether the Wgbo decides who agrees, and asks an explanation first (B2 row 11; B6; BW 7:448)."""
    return plan_type in _TREATMENT
