"""What the records of the Wzd mean for adopting their plan: what stands in the way, and who resists."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date

from planbureau.clock import AMSTERDAM
from planbureau.errors import NotFoundError
from planbureau.formats.library import FormatLibrary
from planbureau.formats.model import PlanFormat
from planbureau.model.reading import plans as plan_reading
from planbureau.model.reading.annexes import annex_records
from planbureau.model.reading.care_periods import earlier_care_ended
from planbureau.model.reading.days import day_and_moment
from planbureau.model.rows import PlanRecord
from planbureau.model.store import ReadSession
from planbureau.plan_state import empty
from planbureau.rules.consent.record import ConsentOutcome
from planbureau.rules.dutch import long_date, sentence
from planbureau.rules.mark import Mark
from planbureau.rules.wzd.steps import (
    JUDGEMENT,
    KINDS,
    RESISTANCE,
    Resistance,
    WzdRecord,
    gates,
    of_this_care,
    standing_resistance,
)
from planbureau.services.api.requests import Gate
from planbureau.services.consent.expected import WZD
from planbureau.views import ConsentView, PlanView

_MARKS = {
    Mark.LAW: "Dit staat in de wet.",
    Mark.OWN: "Dat dit eerst af is, is een eigen keuze van Planbureau.",
}


def wzd_records(session: ReadSession, formats: FormatLibrary, plan: PlanRecord) -> tuple[WzdRecord, ...]:
    """The records that count for a plan now; none when the Wzd does not hold.

    Without drafts in which nothing stands, and without what is of a care that ended before this one began.
    """
    if WZD not in plan.flags:
        return ()
    found = []
    for row in annex_records(session, [plan.id]):
        if row.format_id in KINDS:
            record = _record(session, formats, row)
            found += [record] if record is not None else []
    ended = earlier_care_ended(session, plan) if found else None
    return tuple(found) if ended is None else of_this_care(found, ended)


def _record(session: ReadSession, formats: FormatLibrary, row: PlanRecord) -> WzdRecord | None:
    try:
        annex: PlanFormat = formats.get(row.format_id, row.format_version)
    except NotFoundError:  # its format file is gone; it comes back with the file
        return None
    answers = plan_reading.answers(session, row.id)
    if not row.version and all(empty(one.answer) for one in answers.values()):
        return None
    said = {key: one.answer.value for key, one in answers.items()}
    day, _ = day_and_moment(said.get(annex.annex.dated_by)) if annex.annex else (None, None)
    begun = row.made_at.astimezone(AMSTERDAM).date()
    return WzdRecord(row.format_id, bool(row.version), day or row.adopted_on or begun, said)


def wzd_gates(view: PlanView, records: Sequence[WzdRecord], not_competent: Sequence[str]) -> list[Gate]:
    """What is missing before a plan under the Wzd can be adopted, and the resistance that stands."""
    if WZD not in view.flags:
        return []
    found = [
        Gate(f"wzd.{one.kind}", one.text, f"{one.why} {_MARKS[one.mark]}", blocks=True, source=one.source,
             in_annexes=True)
        for one in gates(records)
    ]  # fmt: skip
    if not_competent and not _judged(records):
        text = "Leg het oordeel over wilsbekwaamheid vast"
        why = f"Zonder dat oordeel beslist de cliënt zelf. {_MARKS[Mark.LAW]}"
        found.append(Gate(f"wzd.{JUDGEMENT}", text, why, blocks=True, source="Wzd 3 lid 2", in_annexes=True))
    return [*found, *(_resistance_gate(view, one) for one in standing_resistance(records))]


def _resistance_gate(view: PlanView, one: Resistance) -> Gate:
    """Shown in red; that the plan is adopted all the same asks a reason, like every missing agreement."""
    why = "Verzet maakt een eerder akkoord ongedaan. Zorg waartegen verzet is, is onvrijwillig."
    return Gate(f"wzd.{RESISTANCE}.{one.person}", _told(view, one), why, blocks=False, source="Wzd 3a lid 5",
                in_annexes=True, danger=True)  # fmt: skip


def _judged(records: Iterable[WzdRecord]) -> bool:
    """Whether the last judgement about some decision is that the client cannot make it."""
    judged = sorted(
        (one for one in records if one.kind == JUDGEMENT and one.finished), key=lambda one: one.day
    )
    last = {" ".join(one.said("beslissing").casefold().split()): one.said("uitkomst") for one in judged}
    return "niet" in last.values()


def _told(view: PlanView, one: Resistance) -> str:
    person = view.people.get(one.person)
    name = person.short_name if person else "iemand"
    about = f": {one.against}" if one.against else ""
    return f"Er is verzet van {name} sinds {long_date(one.day)}{about}"


def with_resistance(
    asked: Sequence[ConsentView], records: Sequence[WzdRecord], counts: frozenset[str], on: date
) -> tuple[ConsentView, ...]:
    """The open consents, with "verzet" where somebody's resistance stands and counts (Wzd 3a)."""
    standing = {one.person: one for one in standing_resistance(records) if one.day <= on}
    return tuple(
        replace(view, outcome=ConsentOutcome.RESISTS.value, form=one.how, reason=_reason(one))
        if view.person_id in counts and (one := standing.get(view.person_id)) is not None
        else view
        for view in asked
    )


def _reason(one: Resistance) -> str:
    since = f"verzet van {long_date(one.day)}"
    return f"{one.against} ({since})" if one.against else sentence(since)
