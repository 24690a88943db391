"""How a plan is named in a sentence about where something stands."""

from __future__ import annotations

from datetime import date

from planbureau.clock import AMSTERDAM
from planbureau.model.rows import PlanRecord
from planbureau.rules.dutch import inside, plain_date


def day_of(plan: PlanRecord) -> date | None:
    """The day of a plan: when it was adopted, or else last written in."""
    if plan.status == "active" and plan.adopted_on is not None:
        return plan.adopted_on
    return plan.edited_at.astimezone(AMSTERDAM).date() if plan.edited_at is not None else None


def place_of(plan: PlanRecord) -> str:
    """Where something stands: "het ondersteuningsplan van 3 maart 2026"."""
    day = day_of(plan)
    when = f" van {plain_date(day)}" if day else ""
    title = plan.title
    named = f"het {inside(title)}" if title.split(" ", 1)[0].casefold().endswith("plan") else f'"{title}"'
    return named + when
