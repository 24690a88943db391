"""A portable file for certain readers: what is marked "niet voor ..." them does not travel.

Deny wins, as on paper (rules B7). Adopted versions hold a whole plan and are left out, and so are the
marks themselves: they would tell what was left out.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from typing import Any

from planbureau.errors import InvalidInputError
from planbureau.interop.portable import PortableFile
from planbureau.rules.notes.notes import with_corrections
from planbureau.views import answer_targets

Records = dict[str, list[dict[str, Any]]]
WHOLE = frozenset({"person", "goal", "action", "agreement", "risk", "note", "appointment"})
OWNERS = ("person_id", "goal_id", "client_id", "parent_id", "source_id")
"""Fields that name the record to which another belongs: when that goes, this goes too."""
EMPTY: Mapping[str, Any] = {"birth_date": None, "addresses": [], "contacts": [], "deceased_on": None}


def for_readers(file: PortableFile, readers: Collection[str]) -> tuple[PortableFile, bool]:
    """The file without what is not for these people (person ids), and whether something was left out.

    Raises InvalidInputError when the subject itself is not for them.
    """
    wanted = set(readers)
    marks = [mark for mark in file.records.get("restriction", ()) if wanted & set(mark["not_for"])]
    records: Records = {
        kind: [dict(record) for record in group]
        for kind, group in file.records.items()
        if kind not in ("restriction", "plan_version")
    }
    silent = _notes_not_for(records, marks, wanted)
    if not marks and not silent:
        kept = {kind: tuple(group) for kind, group in records.items()}
        return PortableFile(file.subject_kind, file.subject_id, kept, file.attachments), False
    gone = {mark["target_id"] for mark in marks if mark["target_kind"] in WHOLE}
    parts = {mark["target_id"] for mark in marks if mark["target_kind"] in ("address", "contact")}
    answers = {mark["target_id"] for mark in marks if mark["target_kind"] == "answer"}
    gone |= silent | _looks_with(records, silent, answers)
    words = _words(records, gone, parts, marks)
    _drop_answers(records, answers)
    _empty_fields(records, [mark["target_id"] for mark in marks if mark["target_kind"] == "person_field"])
    _drop_whole(records, gone)
    records["answer"] = [a for a in records.get("answer", []) if a["key"].rpartition("/")[2] not in gone]
    if file.subject_id not in {record["id"] for record in records.get(file.subject_kind, ())}:
        raise InvalidInputError(
            "Dit bestand gaat over iemand die niet voor deze lezer is. Er is niets geschreven.",
            "Kies een andere lezer, of haal de markering eerst weg.",
        )
    kept = {kind: tuple(_without(group, gone | parts)) for kind, group in records.items()}
    kept = _scrubbed(kept, words)
    text = str(kept)
    files = {digest: item for digest, item in file.attachments.items() if digest in text}
    return PortableFile(file.subject_kind, file.subject_id, kept, files), True


def _notes_not_for(
    records: Records, marks: Iterable[Mapping[str, Any]], readers: Collection[str]
) -> frozenset[str]:
    """The notes that are marked, or are not for a client who reads, with all corrections of them."""
    notes = records.get("note", ())
    clients = {record["id"] for record in records.get("client", ()) if record["person_id"] in readers}
    lives_in = {
        member["household_id"] for member in records.get("member", ()) if member["person_id"] in readers
    }
    found = {mark["target_id"] for mark in marks if mark["target_kind"] == "note"}
    found |= {
        note["id"]
        for note in notes
        if not note["for_client"] and (note["client_id"] in clients or note["household_id"] in lives_in)
    }
    return with_corrections({note["id"]: note["replaces"] for note in notes}, found)


def _looks_with(records: Records, notes: Collection[str], answers: Collection[str]) -> frozenset[str]:
    """The looks at goals that were given with these notes or answers, with all corrections of them."""
    looks = records.get("goal_look", ())
    said = {
        (answer["plan_id"], answer["key"].partition("/")[2])
        for answer in records.get("answer", ())
        if _withheld(answer, answers)
    }
    found = {
        look["id"]
        for look in looks
        if look["source_id"] in notes or (look["source_id"], look["goal_id"]) in said
    }
    return with_corrections({look["id"]: look["replaces"] for look in looks}, found)


def _drop_whole(records: Records, gone: set[str]) -> None:
    """Takes out these records and, until nothing changes, what belongs to them."""
    while True:
        before = len(gone)
        for group in records.values():
            for record in list(group):
                if record["id"] in gone or any(record.get(field) in gone for field in OWNERS):
                    group.remove(record)
                    if record.get("goal_id") is None:
                        gone.add(record["id"])
        if len(gone) == before:
            return


def _drop_answers(records: Records, targets: set[str]) -> None:
    """Also the parts of an answer that is withheld as a whole ("uitkomsten/<goal id>")."""
    records["answer"] = [answer for answer in records.get("answer", []) if not _withheld(answer, targets)]


def _withheld(answer: Mapping[str, Any], targets: Collection[str]) -> bool:
    return not answer_targets(answer["plan_id"], answer["key"]).isdisjoint(targets)


def _empty_fields(records: Records, targets: Iterable[str]) -> None:
    people = {record["id"]: record for record in records.get("person", ())}
    for target in targets:
        person_id, _, field = target.partition(":")
        if person_id in people and field in people[person_id]:
            people[person_id][field] = EMPTY.get(field, "")


def _without(value: Any, gone: set[str]) -> Any:
    """The value without these ids: out of lists, and empty where a field names one."""
    if isinstance(value, str):
        return "" if value in gone else value
    if isinstance(value, list):
        return [_without(part, gone) for part in value if not _is(part, gone)]
    if isinstance(value, dict):
        return {key: _without(part, gone) for key, part in value.items() if key not in gone}
    return value


def _is(part: Any, gone: set[str]) -> bool:
    if isinstance(part, str):
        return part in gone
    return isinstance(part, dict) and (part.get("person") in gone or part.get("id") in gone)


def _words(records: Records, gone: set[str], parts: set[str], marks: Iterable[Mapping[str, Any]]) -> set[str]:
    """The names and numbers that people may have written in running text."""
    words: set[str] = set()
    shown: set[str] = set()
    fields = {mark["target_id"] for mark in marks if mark["target_kind"] == "person_field"}
    for person in records.get("person", ()):
        names = {person["given_name"], person["call_name"], person["family_name"]}
        full = " ".join(n for n in (person["given_name"], person["prefix"], person["family_name"]) if n)
        if person["id"] in gone:
            words |= names | {full}
        else:
            shown |= names
        for part in (*person["addresses"], *person["contacts"]):
            if part["id"] in parts or person["id"] in gone:
                words.add(part.get("street") or part.get("value") or "")
        words |= {
            str(person[name])
            for name in ("organisation", "function", "note")
            if f"{person['id']}:{name}" in fields
        }
    return words - shown - {""}


def _scrubbed(
    records: Mapping[str, tuple[dict[str, Any], ...]], words: set[str]
) -> dict[str, tuple[dict[str, Any], ...]]:
    from planbureau.documents.editions.scrubbing import Scrubber

    clean = Scrubber(words)
    return {kind: tuple(clean(record) for record in group) for kind, group in records.items()}
