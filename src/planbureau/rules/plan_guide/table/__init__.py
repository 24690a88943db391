"""The rows of the guide, subject by subject; `proposing` reads them in this order."""

from __future__ import annotations

from planbureau.rules.plan_guide.advice import Advice, Note
from planbureau.rules.plan_guide.table import adults, family, notes, safety, youth

ADVICES: tuple[Advice, ...] = (*safety.ADVICES, *youth.ADVICES, *family.ADVICES, *adults.ADVICES)
NOTES: tuple[Note, ...] = (*safety.NOTES, *notes.NOTES)
KNOWN_PLANS = frozenset(advice.plan for advice in ADVICES)
"""The plan types that the table knows; any other one is an organisation's own."""
