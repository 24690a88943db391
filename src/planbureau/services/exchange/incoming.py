"""Whether a file from elsewhere makes sense as a whole, before anything of it is written."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from planbureau.errors import ImportFileError
from planbureau.interop.portable import KEPT, PortableFile
from planbureau.model.incoming import misfit
from planbureau.rules.appointments import AppointmentKind, is_clock, problem_with
from planbureau.rules.consent.capacity import Capacity
from planbureau.rules.consent.record import ConsentForm, ConsentOutcome, ConsentSubject
from planbureau.rules.consent.representation import Relation
from planbureau.rules.deadlines import RequestKind
from planbureau.rules.deadlines.pauses import PauseKind
from planbureau.rules.deadlines.requests import Ground, RequesterRole
from planbureau.rules.goals.action_status import ActionStatus
from planbureau.rules.goals.actions import PerformerKind
from planbureau.rules.goals.gas import MEANINGS
from planbureau.rules.goals.looks import Noticed, Voice
from planbureau.rules.goals.smart import GoalForm, GoalKind
from planbureau.rules.goals.status import GoalStatus
from planbureau.rules.notes.notes import NoteKind
from planbureau.rules.regime import Regime

_ID = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
_NEW_FILE = "Vraag de afzender om een nieuw bestand."


def _values(kinds: Any) -> frozenset[str]:
    return frozenset(kind.value for kind in kinds)


_WORDS: Mapping[tuple[str, str], frozenset[Any]] = {
    ("plan", "status"): frozenset({"concept", "active", "concept_beside_active", "closed", "correcting"}),
    ("plan", "regimes"): _values(Regime),
    ("goal", "status"): _values(GoalStatus) - {GoalStatus.REMOVED.value},
    ("goal", "goal_kind"): _values(GoalKind),
    ("goal", "form"): _values(GoalForm),
    ("action", "status"): _values(ActionStatus),
    ("action", "doer_kind"): _values(PerformerKind) | {""},
    ("goal_look", "change"): _values(Noticed) | {""},
    ("goal_look", "meaningful"): _values(Noticed) | {""},
    ("goal_look", "voice"): _values(Voice),
    ("goal_look", "source"): frozenset({"", "note", "evaluation"}),
    ("goal_look", "score"): frozenset({None, *MEANINGS}),
    ("consent", "outcome"): _values(ConsentOutcome) | {""},
    ("consent", "form"): _values(ConsentForm) | {""},
    ("consent", "subject"): _values(ConsentSubject),
    ("consent", "capacity"): _values(Capacity) | {""},
    ("request", "request_kind"): frozenset(kind.name for kind in RequestKind),
    ("request", "requester_role"): _values(RequesterRole) | {""},
    ("request", "ground"): _values(Ground) | {""},
    ("pause", "pause_kind"): _values(PauseKind),
    ("note", "note_kind"): _values(NoteKind),
    ("appointment", "appointment_kind"): _values(AppointmentKind),
    ("custody", "custody_kind"): _values(Relation)
    | {"", "parent", "guardian", "gi_guardian", "parent_without_custody"},
}
"""Fields with a closed set of words; another word would only be found out when the plan is opened."""

_OWNERS: Mapping[str, tuple[tuple[str, tuple[str, ...], bool], ...]] = {
    "client": (("person_id", ("person",), True),),
    "member": (("household_id", ("household",), True), ("person_id", ("person",), True)),
    "relation": (("subject_id", ("client", "household"), True), ("person_id", ("person",), True)),
    "custody": (("client_id", ("client",), True), ("person_id", ("person",), True)),
    "measure": (("client_id", ("client",), True),),
    "request": (("client_id", ("client",), True),),
    "plan": (
        ("client_id", ("client",), False),
        ("household_id", ("household",), False),
        ("parent_id", ("plan",), False),
    ),
    "answer": (("plan_id", ("plan",), True),),
    "goal": (("client_id", ("client",), False), ("household_id", ("household",), False)),
    "plan_goal": (("plan_id", ("plan",), True), ("goal_id", ("goal",), True)),
    "action": (("goal_id", ("goal",), True),),
    "goal_scale": (("goal_id", ("goal",), True),),
    "goal_look": (
        ("goal_id", ("goal",), True),
        ("scale_id", ("goal_scale",), False),
        ("replaces", ("goal_look",), False),
    ),
    "agreement": (("plan_id", ("plan",), True),),
    "risk": (("plan_id", ("plan",), True),),
    "plan_version": (("plan_id", ("plan",), True),),
    "consent": (("plan_id", ("plan",), True),),
    "deviation": (("plan_id", ("plan",), True),),
    "done": (("plan_id", ("plan",), True),),
    "task": (
        ("plan_id", ("plan",), True),
        ("client_id", ("client",), False),
        ("household_id", ("household",), False),
    ),
    "pause": (("plan_id", ("plan",), True),),
    "not_applicable": (("plan_id", ("plan",), True),),
    "note": (
        ("client_id", ("client",), False),
        ("household_id", ("household",), False),
        ("replaces", ("note",), False),
    ),
    "appointment": (
        ("client_id", ("client",), False),
        ("household_id", ("household",), False),
        ("plan_id", ("plan",), False),
    ),
}
"""What a record belongs to: field, kinds of its owner, and whether there must be one.

The owner must come in the same file: a file about one client can never write in the file of another.
"""


def check_file(file: PortableFile, order: tuple[str, ...]) -> None:
    """Raises ImportFileError when something cannot be right; `order` are the kinds that a file may have."""
    unknown = set(file.records) - set(order)
    if unknown:
        raise ImportFileError(f"In dit bestand staan onbekende gegevens ({min(unknown)}). {KEPT}", _NEW_FILE)
    ids = _ids(file)
    if ids.get(file.subject_id) != file.subject_kind:
        raise ImportFileError(f"In dit bestand staat niet over wie het gaat. {KEPT}", _NEW_FILE)
    for kind, record in _all(file):
        field = misfit(kind, record) or _strange_word(kind, record) or _without_owner(kind, record, ids)
        field = field or (_strange_time(record) if kind == "appointment" else "")
        if field:
            raise ImportFileError(
                f"Een gegeven in dit bestand klopt niet ({kind}, {field}). {KEPT}", _NEW_FILE
            )
    for version in file.records.get("plan_version", ()):
        if version_hash(version["content"], version["format_text"]) != version["content_hash"]:
            raise ImportFileError(
                f"Een vastgestelde versie in dit bestand is veranderd of beschadigd. {KEPT}", _NEW_FILE
            )


def version_hash(content: str, format_text: str) -> str:
    """The hash that protects the words of an adopted version."""
    return hashlib.sha256(f"{content}\n{format_text}".encode()).hexdigest()


def _all(file: PortableFile) -> Iterator[tuple[str, Mapping[str, Any]]]:
    for kind, records in file.records.items():
        for record in records:
            yield kind, record


def _ids(file: PortableFile) -> dict[str, str]:
    found: dict[str, str] = {}
    for kind, record in _all(file):
        record_id = record["id"]
        if not _ID.fullmatch(record_id) or record_id in found:
            raise ImportFileError(f"Een nummer in dit bestand klopt niet ({kind}). {KEPT}", _NEW_FILE)
        found[record_id] = kind
    return found


def _strange_word(kind: str, record: Mapping[str, Any]) -> str:
    for (of_kind, field), words in _WORDS.items():
        if of_kind == kind and field in record:
            value = record[field]
            if not set(value if isinstance(value, list) else [value]) <= words:
                return field
    return ""


def _strange_time(record: Mapping[str, Any]) -> str:
    """The first time of an appointment that no clock shows."""
    times = {name: record.get(name, "") for name in ("starts", "ends")}
    wrong = next((name for name, value in times.items() if value and not is_clock(value)), "")
    if wrong:
        return wrong
    return "ends" if problem_with(date.fromisoformat(record["day"]), *times.values()) else ""


def _without_owner(kind: str, record: Mapping[str, Any], ids: Mapping[str, str]) -> str:
    owners = _OWNERS.get(kind, ())
    for field, kinds, needed in owners:
        owner = record.get(field, "")
        if (owner or needed) and ids.get(owner) not in kinds:
            return field
    if owners and not any(record.get(field) for field, _, _ in owners):
        return owners[0][0]
    return ""
