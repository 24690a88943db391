"""Computing the deadlines of plans, with the organisation's own numbers."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence

from planbureau.clock import Clock
from planbureau.errors import NotFoundError
from planbureau.formats.library import FormatLibrary
from planbureau.formats.model import PlanFormat
from planbureau.model.reading import people as people_reading
from planbureau.model.reading.facts import FactBook
from planbureau.model.reading.plan_heads import PlanHead, head_of
from planbureau.model.rows import PlanRecord
from planbureau.model.store import ReadSession
from planbureau.rules.deadlines import Deadline, PlanFacts, TermSettings
from planbureau.rules.deadlines.engine import compute
from planbureau.rules.deadlines.outline import Outline, outline
from planbureau.rules.deadlines.settings import settings_from


def settings_of(session: ReadSession) -> TermSettings:
    """The organisation's own terms; what it left empty is the default."""
    return settings_from(people_reading.terms_of_organisation(session))


def facts_of_plan(session: ReadSession, formats: FormatLibrary, plan: PlanRecord) -> PlanFacts:
    """The facts of one plan."""
    head = head_of(plan)
    return FactBook(session, [head]).facts(head, formats.get(plan.format_id, plan.format_version))


def deadlines_of_plan(
    session: ReadSession, formats: FormatLibrary, plan: PlanRecord, clock: Clock
) -> tuple[Deadline, ...]:
    """The deadlines of one plan as they stand now; none when its format file is missing."""
    return next(computed(session, formats, [head_of(plan)], clock))[1]


def computed(
    session: ReadSession,
    formats: FormatLibrary,
    plans: Sequence[PlanHead],
    clock: Clock,
    only: Mapping[str, Collection[str]] | None = None,
) -> Iterator[tuple[PlanHead, tuple[Deadline, ...]]]:
    """Each plan with its deadlines as they stand now; `only` names the rules for each plan id; None is all.

    A plan whose format file is missing has none, and says so when opened.
    """
    settings, today, now = settings_of(session), clock.today(), clock.now()
    for plan, facts in _facts(session, formats, plans, only):
        wanted = None if only is None else only[plan.id]
        yield plan, () if facts is None else compute(facts, today, settings, wanted, now)


def outlined(
    session: ReadSession, formats: FormatLibrary, plans: Sequence[PlanHead]
) -> Iterator[tuple[PlanHead, list[Outline]]]:
    """Each plan with its deadlines in short, as the index keeps them."""
    settings = settings_of(session)
    for plan, facts in _facts(session, formats, plans):
        yield plan, [] if facts is None else outline(facts, settings)


def _facts(
    session: ReadSession,
    formats: FormatLibrary,
    plans: Sequence[PlanHead],
    only: Mapping[str, Collection[str]] | None = None,
) -> Iterator[tuple[PlanHead, PlanFacts | None]]:
    book = FactBook(session, plans, only)
    known: dict[tuple[str, int], PlanFormat | None] = {}
    for plan in plans:
        key = (plan.format_id, plan.format_version)
        if key not in known:
            known[key] = _format(formats, *key)
        plan_format = known[key]
        yield plan, None if plan_format is None else book.facts(plan, plan_format)


def _format(formats: FormatLibrary, format_id: str, version: int) -> PlanFormat | None:
    try:
        return formats.get(format_id, version)
    except NotFoundError:
        return None
