"""Portable JSON: out of one vault, into another, the same bytes again."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from planbureau.changes import Changes
from planbureau.errors import ImportFileError
from planbureau.interop.portable import KEPT, PortableAttachment, PortableFile, decode, encode
from planbureau.model import blobs
from planbureau.model.columns import Record
from planbureau.model.reading import export, lists
from planbureau.model.reading import people as people_reading
from planbureau.model.reading import plans as plan_reading
from planbureau.model.rows import KINDS
from planbureau.model.store import ReadSession
from planbureau.model.unit_of_work import UnitOfWork, new_id
from planbureau.services.context import Context

PEOPLE = ("person", "client", "household", "member", "relation", "custody", "measure", "request")
PLANS = ("plan", "answer", "goal", "plan_goal", "action", "agreement", "risk", "plan_version")
ORDER = (*PEOPLE, *PLANS, "consent", "deviation", "done", "restriction")
SHARED = frozenset(PEOPLE)
"""Kinds that may be in the vault already when a plan comes in; then the vault's own record stays."""


class Exchange:
    """`services.api.ExchangeService` on the vault."""

    def __init__(self, context: Context) -> None:
        self._context = context

    def export_client(self, client_id: str) -> bytes:
        with self._context.reading() as session:
            people_reading.client(session, client_id)
            subjects = people_reading.linked_subjects(session, client_id)
            plans = [plan.id for plan in lists.plan_rows(session, subjects)]
            return _file(session, "client", client_id, subjects, plans)

    def export_plan(self, plan_id: str) -> bytes:
        with self._context.reading() as session:
            plan = plan_reading.plan_row(session, plan_id)
            subjects = [i for i in (plan.client_id, plan.household_id) if i]
            linked = [i for subject in subjects for i in people_reading.linked_subjects(session, subject)]
            return _file(session, "plan", plan_id, dict.fromkeys(linked), [plan_id])

    def import_file(self, content: bytes, *, as_copy: bool = False) -> tuple[str, Changes]:
        file = decode(content)
        unknown = set(file.records) - set(KINDS)
        if unknown:
            raise ImportFileError(f"In dit bestand staan onbekende gegevens ({min(unknown)}). {KEPT}")
        if as_copy:
            file = _copied(file)
        with self._context.writing() as work:
            if export.exists(work.session, file.subject_kind, file.subject_id):
                raise ImportFileError(
                    f"Dit staat al in de kluis. {KEPT}", "Kies importeren als kopie als je het ernaast wilt."
                )
            count = self._write(work, file)
        what = {"client": "de cliënt", "plan": "het plan", "household": "het gezin"}[file.subject_kind]
        return f"{what.capitalize()} is geïmporteerd ({count} gegevens).", work.changes

    def _write(self, work: UnitOfWork, file: PortableFile) -> int:
        count = 0
        for kind in ORDER:
            for record in file.records.get(kind, ()):
                if export.exists(work.session, kind, record["id"]):
                    if kind in SHARED:
                        continue
                    raise ImportFileError(
                        f"Een deel van dit bestand staat al in de kluis. {KEPT}", "Importeer het als kopie."
                    )
                _create(work, kind, record)
                if kind in ("client", "household", "plan"):
                    work.touch(record["id"])
                count += 1
        for item in file.attachments.values():
            blobs.put(work.session, item.name, item.media_type, item.content)
        return count


def _create(work: UnitOfWork, kind: str, record: Mapping[str, Any]) -> None:
    fields = {name: value for name, value in record.items() if name != "id"}
    try:
        work.create(KINDS[kind], fields, str(record["id"]))
        work.session.flush()
    except (KeyError, TypeError, ValueError) as problem:
        raise ImportFileError(
            f"Een gegeven in dit bestand klopt niet ({kind}). {KEPT}", "Vraag een nieuw bestand."
        ) from problem


def _file(session: ReadSession, kind: str, subject: str, subjects: Iterable[str], plans: list[str]) -> bytes:
    records: list[Record] = export.subject_records(session, list(subjects))
    records += export.plan_records(session, plans)
    records += export.person_records(session, records)
    records += export.restriction_records(session, records)
    grouped: dict[str, list[Mapping[str, Any]]] = {}
    for record in records:
        grouped.setdefault(record.kind, []).append(export.as_fields(record))
    files = {
        row.sha256: PortableAttachment(row.name, row.media_type, row.content)
        for row in export.blobs_named(session, records)
    }
    return encode(PortableFile(kind, subject, {k: tuple(v) for k, v in grouped.items()}, files))


def _copied(file: PortableFile) -> PortableFile:
    """The same file with fresh ids; an adopted version keeps its words, which its hash protects."""
    fresh = {str(r["id"]): new_id() for records in file.records.values() for r in records}
    frozen = ("content", "content_hash", "format_text")

    def renew(value: Any) -> Any:
        if isinstance(value, str):
            head, sign, rest = value.partition(":")
            return fresh.get(head, head) + sign + rest
        if isinstance(value, list):
            return [renew(part) for part in value]
        if isinstance(value, dict):
            return {
                fresh.get(key, key): part if key in frozen else renew(part) for key, part in value.items()
            }
        return value

    records = {kind: tuple(renew(record) for record in found) for kind, found in file.records.items()}
    return PortableFile(file.subject_kind, fresh[file.subject_id], records, file.attachments)
