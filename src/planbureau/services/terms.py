"""Computing the deadlines of plans, with the organisation's own numbers."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from planbureau.errors import NotFoundError
from planbureau.formats.library import FormatLibrary
from planbureau.model.reading import people as people_reading
from planbureau.model.reading.facts import FactBook
from planbureau.model.rows import PlanRecord
from planbureau.model.store import ReadSession
from planbureau.rules.deadlines import Deadline, PlanFacts, TermSettings, validate_settings
from planbureau.rules.deadlines.engine import compute


def settings_of(session: ReadSession) -> TermSettings:
    """The organisation's own terms; what it left empty is the default."""
    stored = people_reading.organisation(session).terms
    values = {key: value for key, value in stored.items() if value not in (None, "")}
    return validate_settings(TermSettings(**values)) if values else TermSettings()


def facts_of_plan(session: ReadSession, formats: FormatLibrary, plan: PlanRecord) -> PlanFacts:
    """The facts of one plan."""
    return FactBook(session, [plan]).facts(plan, formats.get(plan.format_id, plan.format_version))


def computed(
    session: ReadSession, formats: FormatLibrary, plans: Sequence[PlanRecord], today: date
) -> Iterator[tuple[PlanRecord, tuple[Deadline, ...]]]:
    """Each plan with its deadlines. A plan whose format file is missing has none, and says so when opened."""
    settings = settings_of(session)
    book = FactBook(session, plans)
    for plan in plans:
        try:
            plan_format = formats.get(plan.format_id, plan.format_version)
        except NotFoundError:
            yield plan, ()
            continue
        yield plan, compute(book.facts(plan, plan_format), today, settings)
