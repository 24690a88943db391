"""The formats, goals and pictograms that ship, and a context for the day on which the tests happen."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import cache
from typing import Any

from planbureau import resources
from planbureau.documents.editions import EditionContext
from planbureau.formats.goals import GoalLibrary, load_goals
from planbureau.formats.library import FormatLibrary
from planbureau.formats.loader import load_formats
from planbureau.formats.model import PlanFormat
from planbureau.pictograms import PictogramLibrary, load_library
from planbureau.rules.deadlines import RULE_IDS
from planbureau.rules.plan_checks import CHECKS
from planbureau.views import OrganisationView

DAY = date(2026, 3, 16)
ORGANISATION = OrganisationView(
    id="org",
    name="Zorg Voorbeeld",
    complaint_contact="Mevrouw Klaver, 030 100 00 09",
    client_support="MEE in de buurt, 030 100 00 08",
)


@cache
def pictograms() -> PictogramLibrary:
    """The built-in pictograms."""
    return load_library()


@cache
def goals() -> GoalLibrary:
    """The ready-made goals."""
    return load_goals()


@cache
def formats() -> FormatLibrary:
    """The shipped plan types."""
    return load_formats([resources.path("formats")], RULE_IDS, frozenset(CHECKS))


@cache
def format_of(format_id: str) -> PlanFormat:
    """A shipped plan type."""
    return formats().get(format_id)


def name_of(pictogram_id: str) -> str:
    """The Dutch name of a pictogram, or ""."""
    return pictograms().get(pictogram_id).name if pictogram_id in pictograms() else ""


def context(
    audience: frozenset[str] = frozenset(), meeting: Mapping[str, Any] | None = None
) -> EditionContext:
    """A print on the day of the tests."""
    return EditionContext(
        today=DAY,
        audience=audience,
        organisation=ORGANISATION,
        goal_library=goals(),
        pictogram_name=name_of,
        meeting=meeting or {},
    )
