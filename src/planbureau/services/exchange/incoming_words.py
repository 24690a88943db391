"""What stands in a portable file, in Dutch, for who decides whether it may come in."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from planbureau.formats.library import FormatLibrary
from planbureau.interop.portable import PortableFile
from planbureau.model.incoming import kinds_of
from planbureau.model.reading import people as people_reading
from planbureau.model.reading import plans as plan_reading
from planbureau.model.store import ReadSession
from planbureau.rules.dutch import plain_date

_COUNTED = (
    ("household", "gezin", "gezinnen"),
    ("person", "persoon", "personen"),
    ("goal", "doel", "doelen"),
    ("action", "actie", "acties"),
    ("goal_look", "kijkmoment", "kijkmomenten"),
    ("agreement", "afspraak", "afspraken"),
    ("note", "rapportage", "rapportages"),
    ("appointment", "afspraak in de agenda", "afspraken in de agenda"),
    ("task", "taak", "taken"),
    ("plan_version", "vastgestelde versie", "vastgestelde versies"),
)


def subject_words(session: ReadSession, file: PortableFile, formats: FormatLibrary) -> str:
    """Whose file it is; read from the vault in the transaction in which it came in."""
    if file.subject_kind == "client":
        person = people_reading.client(session, file.subject_id).person
        born = f", geboren op {plain_date(person.birth_date)}" if person.birth_date else ""
        return f"{person.full_name or 'Zonder naam'}{born}"
    plan = plan_reading.plan_row(session, file.subject_id)
    title = plan.title or formats.get(plan.format_id, plan.format_version).title
    if plan.client_id:
        return f"{title} van {people_reading.client(session, plan.client_id).person.full_name}"
    return f"{title} van {people_reading.household(session, plan.household_id).name}"


def content_words(file: PortableFile, formats: FormatLibrary) -> tuple[str, ...]:
    """What comes in, a line for each sort; the subject itself is left out."""
    lines = []
    plans = [_plan_words(plan, formats) for plan in file.records.get("plan", ())]
    if file.subject_kind == "client":
        lines.append(
            f"{_number(len(plans), 'plan', 'plannen')}: {'; '.join(plans)}" if plans else "geen plan"
        )
    counts = [_number(len(file.records.get(kind, ())), one, many) for kind, one, many in _COUNTED]
    counts.append(_number(len(file.attachments), "bijlage", "bijlagen"))
    lines.append(", ".join(words for words in counts if not words.startswith("0 ")))
    return tuple(line for line in lines if line)


def known_words(session: ReadSession, file: PortableFile, shared: frozenset[str]) -> str:
    """Says so when people in the file are known here already: their own record stays; "" when nobody is."""
    records: Sequence[Mapping[str, Any]] = [
        record for kind in shared for record in file.records.get(kind, ())
    ]
    known = kinds_of(session, [record["id"] for record in records])
    return "Wie hier al bekend is, blijft zoals het hier staat." if known else ""


def _plan_words(plan: Mapping[str, Any], formats: FormatLibrary) -> str:
    title = plan.get("title") or formats.get(plan["format_id"], plan["format_version"]).title
    adopted = plan.get("adopted_on")
    state = f"vastgesteld op {plain_date(date.fromisoformat(adopted))}" if adopted else "concept"
    return f"{title} ({state})"


def _number(count: int, one: str, many: str) -> str:
    return f"{count} {one if count == 1 else many}"
