"""What records of the Wzd do to their plan: resistance ends agreement, a judgement stands in the plan."""

from __future__ import annotations

from datetime import date
from typing import Any

from planbureau.errors import InvalidInputError
from planbureau.formats.answers import JsonValue, has_value
from planbureau.model.reading.annexes import closed_records
from planbureau.model.reading.answer_rows import answer_row
from planbureau.model.reading.consent_rows import standing_consents
from planbureau.model.rows import AnswerRow, PlanRecord
from planbureau.model.unit_of_work import UnitOfWork
from planbureau.rules.consent.record import ConsentOutcome
from planbureau.rules.wzd.steps import JUDGED, JUDGEMENT
from planbureau.services.concept import begin_concept
from planbureau.services.consent.competence_gates import DOUBT
from planbureau.services.consent.expected import expected
from planbureau.views import PlanView

_SAME = (
    "beslissing", "uitkomst", "wie", "functie", "hoe", "gevraagd", "wanneer", "wens", "overleg",
    "vertegenwoordiger", "deskundige", "opnieuw", "wzd_verteld",
)  # fmt: skip
"""The fields of a judgement: they have the same names in the record and in the table of the plan."""


def person_of(value: JsonValue) -> str:
    """The id of the first person in the answer to a question for a person; empty for a function."""
    first = value[0] if isinstance(value, list) and value else {}
    return str(first.get("person") or "") if isinstance(first, dict) else ""


def resisting(view: PlanView, on: date) -> frozenset[str]:
    """The people whose resistance counts with this plan, whether the client can decide or not (Wzd 3a)."""
    unable = [client.id for client in view.clients]
    return expected(view, on).resists | expected(view, on, unable).resists


def end_agreement(work: UnitOfWork, view: PlanView, parent: PlanRecord, day: date) -> None:
    """Withdraws the agreement with the plan of whoever resists, when that resistance counts (B1.7)."""
    person = person_of(view.answer("wie").value)
    if person not in resisting(view, day):
        return
    against = str(view.answer("waartegen").value or "").strip()
    for row in standing_consents(work.session, parent.id, person):
        agreed = row.outcome in (ConsentOutcome.AGREED.value, ConsentOutcome.PARTLY.value)
        if agreed and (row.on is None or row.on <= day):
            work.change(
                row, {"withdrawn_on": day.isoformat(), "withdrawn_reason": f"Verzet (Wzd 3a): {against}"}
            )


def write_judgement(work: UnitOfWork, view: PlanView, parent: PlanRecord) -> None:
    """Puts the judgement in the table of the plan, in the place of an older one about the same decision.

    The row has the id of its record: by that it is known that it is closed (`refuse_other_judgement`).
    """
    mine = _row_of(view)
    held = answer_row(work.session, parent.id, JUDGED)
    rows = held.value.get("v") if held is not None else None
    kept = [row for row in rows or () if isinstance(row, dict) and _topic(row) != _topic(mine)]
    _write(work, parent, JUDGED, [*kept, {"id": view.id, **mine}])
    _write(work, parent, DOUBT, "ja")
    begin_concept(work, parent)


def refuse_other_judgement(work: UnitOfWork, plan: PlanRecord, value: JsonValue) -> None:
    """A judgement that a finished record wrote stays what it is: a correction is a new judgement.

    Raises InvalidInputError when such a row was changed or taken away.
    """
    held = answer_row(work.session, plan.id, JUDGED)
    closed = closed_records(work.session, plan.id, JUDGEMENT)
    before = {row["id"]: row for row in _rows(held.value.get("v") if held else None) if row["id"] in closed}
    now = {row["id"]: row for row in _rows(value) if row["id"] in before}
    if now != before:
        raise InvalidInputError(
            "Dit oordeel komt uit een afgesloten verslag. Er is niets veranderd.",
            "Klopt het niet meer? Maak een nieuw verslag Wilsbekwaamheid. Dat komt ervoor in de plaats.",
        )


def _rows(value: JsonValue) -> list[dict[str, Any]]:
    """The rows with their empty cells left out: a screen writes none, a record may."""
    found = [row for row in value or () if isinstance(row, dict) and row.get("id")]
    return [{name: cell for name, cell in row.items() if has_value(cell)} for row in found]


def _row_of(view: PlanView) -> dict[str, Any]:
    said = {name: view.answer(name).value for name in _SAME}
    return {name: value for name, value in said.items() if value}


def _topic(row: dict[str, Any]) -> str:
    return " ".join(str(row.get("beslissing") or "").casefold().split())


def _write(work: UnitOfWork, parent: PlanRecord, key: str, value: JsonValue) -> None:
    row = answer_row(work.session, parent.id, key)
    if row is None:
        work.create(AnswerRow, {"plan_id": parent.id, "key": key, "value": {"v": value}})
    elif row.value != {"v": value}:
        work.change(row, {"value": {"v": value}})
