"""Writing answers: to the answer itself, or to the record that a question is bound to."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from planbureau.errors import InvalidInputError
from planbureau.formats.answers import AnswerFile, JsonValue
from planbureau.formats.model import PlanFormat
from planbureau.formats.vocabulary import PLAN_PART
from planbureau.model import codec
from planbureau.model.reading.answer_rows import stored_answer
from planbureau.model.reading.plans import text_mark
from planbureau.model.rows import AnswerRow, ClientRecord, HouseholdRow, PersonRow, PlanRecord
from planbureau.model.unit_of_work import UnitOfWork, new_id
from planbureau.views import PlanView


@dataclass(frozen=True)
class AnswerChange:
    """One answer as it is saved; None leaves easy text, pictograms or files as they are.

    `heads` are the revisions that the form was opened with; none means that there was no answer yet.
    """

    key: str
    value: JsonValue
    heads: tuple[str, ...]
    easy_text: str | None
    pictograms: Sequence[str] | None
    files: Sequence[AnswerFile] | None = None


def write_answer(work: UnitOfWork, plan_id: str, change: AnswerChange) -> None:
    """Writes what differs of one answer."""
    work.flush()
    stored = stored_answer(work.connection, plan_id, change.key)
    fields: dict[str, Any] = {"value": {"v": change.value}}
    if change.easy_text is not None:
        fields["easy_text"] = change.easy_text
        # The easy text counts as fresh when somebody wrote it beside this professional text, or handed in
        # both unchanged, which says that they still belong together.
        if stored is None or change.easy_text != stored.easy_text or stored.value == fields["value"]:
            fields["easy_of"] = text_mark(change.value)
    if change.pictograms is not None:
        fields["pictograms"] = list(change.pictograms)
    if change.files is not None:
        fields["files"] = [codec.to_json(file) for file in change.files]
    if stored is None:
        work.create(AnswerRow, {"plan_id": plan_id, "key": change.key, **fields})
        return
    differing = {name: value for name, value in fields.items() if getattr(stored, name) != value}
    work.change_known(AnswerRow, stored, differing, change.heads)


def bind_of(plan_format: PlanFormat, key: str) -> str:
    """The record that a question is bound to; empty when the answer is its own."""
    try:
        return plan_format.question(key).bind
    except KeyError as missing:
        raise InvalidInputError("Deze vraag hoort niet bij dit plan. Er is niets veranderd.") from missing


CLIENT_FIELDS = {
    "client.bsn": "bsn",
    "client.languages": "languages",
    "client.communication": "communication",
}


def write_bound(work: UnitOfWork, plan: PlanRecord, bind: str, value: JsonValue) -> None:
    """Writes a bound answer to the record it belongs to. Raises InvalidInputError for another bind."""
    if bind == PLAN_PART:
        _change(work, plan, {"title": value})
    elif bind == "plan.coordinator":
        person = value[0].get("person", "") if value else ""
        _change(work, plan, {"coordinator_id": person})
    elif bind.startswith("trigger."):
        name = bind.removeprefix("trigger.")
        _change(work, plan, {"triggers": _with(plan.triggers, name, value)})
    elif bind == "household.name":
        _change(work, work.get(HouseholdRow, plan.household_id), {"name": value})
    elif bind == "client.photo":
        photo = value[0].get("sha256", "") if value else ""
        _change(work, work.get(ClientRecord, plan.client_id), {"photo": photo})
    elif bind in CLIENT_FIELDS:
        _change(work, work.get(ClientRecord, plan.client_id), {CLIENT_FIELDS[bind]: value})
    else:
        client = work.get(ClientRecord, plan.client_id)
        _write_person(work, work.get(PersonRow, client.person_id), bind, value)


def _change(work: UnitOfWork, row: Any, fields: Mapping[str, Any]) -> None:
    work.change(row, {name: value for name, value in fields.items() if getattr(row, name) != value})


def _write_person(work: UnitOfWork, row: PersonRow, bind: str, value: JsonValue) -> None:
    if bind == "client.call_name":
        _change(work, row, {"call_name": value})
    elif bind == "client.name":
        given, _, rest = str(value).strip().partition(" ")
        _change(work, row, {"given_name": given, "prefix": "", "family_name": rest.strip()})
    elif bind == "client.birth_date":
        if (row.birth_date.isoformat() if row.birth_date else None) != (value or None):
            work.change(row, {"birth_date": value or None})
    elif bind == "client.address":
        _change(work, row, {"addresses": _with_first_address(row.addresses, str(value))})
    elif bind in ("client.phone", "client.email"):
        _change(work, row, {"contacts": _with_first_contact(row.contacts, bind.split(".")[1], str(value))})
    else:
        raise InvalidInputError("Deze vraag kan hier niet worden ingevuld. Er is niets veranderd.")


def _with(triggers: Mapping[str, Any], name: str, value: JsonValue) -> dict[str, Any]:
    kept = {key: day for key, day in triggers.items() if key != name}
    return {**kept, name: value} if value else kept


def _with_first_address(addresses: Sequence[Mapping[str, Any]], text: str) -> list[Any]:
    street, _, place = text.partition(",")
    words = place.split()
    digits = len(words) > 1 and words[0].isdigit()
    postcode = " ".join(words[:2]) if digits else ""
    city = " ".join(words[2:] if digits else words)
    first = dict(addresses[0]) if addresses else {"id": new_id(), "label": ""}
    first |= {"street": street.strip(), "postcode": postcode, "city": city}
    return [first, *addresses[1:]]


def _with_first_contact(contacts: Sequence[Mapping[str, Any]], kind: str, value: str) -> list[Any]:
    changed, found = [], False
    for contact in contacts:
        if contact["kind"] == kind and not found:
            found = True
            changed.append({**contact, "value": value})
        else:
            changed.append(dict(contact))
    if not found and value:
        changed.append({"id": new_id(), "kind": kind, "value": value, "label": ""})
    return changed


def frame_fields(
    row: PlanRecord,
    before: PlanView,
    regimes: Sequence[str],
    flags: Sequence[str],
    triggers: Mapping[str, date | None],
    reason: str,
    work: UnitOfWork,
) -> dict[str, Any]:
    """What differs in regime, flags and trigger dates; a corrected trigger keeps its history (T13)."""
    fields: dict[str, Any] = {}
    if list(regimes) != list(before.regimes):
        fields["regimes"] = list(regimes)
    if list(flags) != list(before.flags):
        fields["flags"] = list(flags)
    days = {name: day.isoformat() for name, day in triggers.items() if day is not None}
    old = {name: day.isoformat() for name, day in before.triggers.items()}
    if days != old:
        fields["triggers"] = days
        moments = {name: moment for name, moment in row.moments.items() if days.get(name) == old.get(name)}
        if moments != row.moments:
            fields["moments"] = moments
        corrected = [
            {
                "trigger": name,
                "old": old[name],
                "new": days.get(name),
                "by": work.author,
                "at": work.now().isoformat(),
                "why": reason,
            }
            for name in old
            if days.get(name) != old[name]
        ]
        if corrected:
            fields["trigger_history"] = [*row.trigger_history, *corrected]
    return fields
