"""Lists, for a person to read or as JSON for another program."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING, Any

from planbureau.cli.dutch import Options
from planbureau.cli.numbers import subject
from planbureau.cli.opening import opened
from planbureau.clock import Clock

if TYPE_CHECKING:
    from planbureau.views import DeadlineRow

STATUSES = {
    "concept": "concept",
    "active": "vastgesteld",
    "concept_beside_active": "vastgesteld, met een concept ernaast",
    "closed": "afgesloten",
}


def _status(row: Mapping[str, Any]) -> str:
    """The status in words; a plan of the client or the family itself was handed in and not adopted."""
    words = STATUSES[row["status"]]
    done = "beantwoord" if row["beantwoord"] else "ingeleverd"
    return words.replace("vastgesteld", done) if row["ingeleverd"] else words


def clients(options: Options, clock: Clock) -> int:
    """Names the clients."""
    with opened(options, clock, reading=True) as workspace:
        rows = [
            {
                "id": row.id,
                "naam": row.full_name,
                "code": row.code,
                "geboren": _day(row.birth_date),
                "afgesloten": row.closed,
            }
            for row in workspace.clients.rows()
        ]
    _show(options, rows, lambda row: f"{row['id']}  {row['naam']}{_behind(row['code'])}")
    return 0


def people(options: Options, clock: Clock) -> int:
    """Names the people around a client or household, or around that of a plan."""
    with opened(options, clock, reading=True) as workspace:
        rows = [
            {"id": person.id, "naam": person.full_name, "functie": person.function}
            for person in workspace.clients.people_of(subject(workspace, options.subject))
        ]
    _show(options, rows, lambda row: f"{row['id']}  {row['naam']}{_behind(row['functie'])}")
    return 0


def plans(options: Options, clock: Clock) -> int:
    """Names the plans."""
    with opened(options, clock, reading=True) as workspace:
        rows = [
            {
                "id": row.id,
                "plan": row.title,
                "plantype": row.format_id,
                "over": row.subject_name,
                "status": row.status,
                "versie": row.version,
                "vastgesteld_op": _day(row.adopted_on),
                "ingeleverd": row.handed_in,
                "beantwoord": row.answered,
                "client": row.client_ids[0] if row.client_ids else "",
                "gezin": row.household_id,
            }
            for row in workspace.plans.rows()
        ]
    _show(
        options,
        rows,
        lambda row: (
            f"{row['id']}  {row['plan']}, {row['over']}, {_status(row)}"
            + (f", versie {row['versie']}" if row["versie"] else "")
        ),
    )
    return 0


def deadlines(options: Options, clock: Clock) -> int:
    """Names the deadlines."""
    with opened(options, clock, reading=True) as workspace:
        found = workspace.calendar.deadlines(open_only=not options.all)
    rows = [deadline_json(row) for row in found]
    _show(
        options,
        rows,
        lambda row: (
            f"{_dutch(row['uiterste_datum'])}  {row['status']}: {row['titel']} "
            f"({', '.join(part for part in (row['plantype'], row['over']) if part)})"
        ),
    )
    return 0


def deadline_json(row: DeadlineRow) -> dict[str, Any]:
    """One deadline as JSON: dates in ISO form, words in Dutch."""
    item = row.deadline
    return {
        "plan": row.plan_id,
        "plantype": row.plan_title,
        "client": row.client_id,
        "gezin": row.household_id,
        "over": row.client_name,
        "regel": item.rule_id,
        "onderwerp": item.subject_label,
        "titel": item.title,
        "start": _day(item.trigger_date),
        "taak_vanaf": _day(item.start_date),
        "streefdatum": _day(item.target_date),
        "termijn": _day(item.term_date),
        "uiterste_datum": _day(item.last_date),
        "uiterste_tijd": item.last_moment.isoformat() if item.last_moment else None,
        "status": item.status.value,
        "soort": item.mark.value,
        "bron": item.source,
        "nagelezen": _read_on(item.rule_id),
        "waarom": item.why,
        "wat_nu": item.what_now,
        "let_op": item.warning,
    }


def _read_on(rule_id: str) -> str | None:
    """The date of the text of the law that was read; None for what is no law."""
    from planbureau.rules.deadlines import RULES

    rule = RULES.get(rule_id)
    return _day(rule.in_force_from) if rule is not None else None


def _show(options: Options, rows: list[dict[str, Any]], line: Any) -> None:
    if options.json:
        print(json.dumps(rows, ensure_ascii=False, indent=1))
        return
    for row in rows:
        print(line(row))
    if not rows:
        print("Er is nog niets.")


def _day(value: date | None) -> str | None:
    return value.isoformat() if value else None


def _dutch(day: str | None) -> str:
    return date.fromisoformat(day).strftime("%d-%m-%Y") if day else "geen datum"


def _behind(text: str) -> str:
    return f", {text}" if text else ""
