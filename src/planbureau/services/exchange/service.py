"""Portable JSON: out of one vault, into another, the same bytes again."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

from planbureau.changes import Changes
from planbureau.errors import ImportFileError, NotFoundError
from planbureau.formats.model import Access
from planbureau.interop.portable import KEPT, PortableAttachment, PortableFile, decode, encode
from planbureau.model import blobs
from planbureau.model.columns import Record
from planbureau.model.incoming import kinds_of
from planbureau.model.reading import export, lists
from planbureau.model.reading import people as people_reading
from planbureau.model.reading import plans as plan_reading
from planbureau.model.rows import KINDS, PlanVersionRow
from planbureau.model.sight import unlimited
from planbureau.model.store import ReadSession
from planbureau.model.unit_of_work import UnitOfWork
from planbureau.plan_state import state_of
from planbureau.rules.plan_checks import missing
from planbureau.services.adoption.versions import read_version
from planbureau.services.api import BroughtIn, IncomingFile
from planbureau.services.api.requests import CareOverview
from planbureau.services.context import Context, told_in_words
from planbureau.services.exchange.copying import copied
from planbureau.services.exchange.incoming import check_file
from planbureau.services.exchange.incoming_answers import answer_fits
from planbureau.services.exchange.incoming_words import content_words, known_words, subject_words
from planbureau.services.exchange.withholding import for_readers
from planbureau.services.files import read_whole, write_private
from planbureau.services.plan.viewing import current_view
from planbureau.services.sight.openings import EXPORTED, note
from planbureau.services.sighting import guarded_plans
from planbureau.services.wzd.overview import overview

PEOPLE = ("person", "client", "household", "member", "relation", "custody", "measure", "request")
PLANS = ("plan", "answer", "goal", "plan_goal", "action", "agreement", "risk", "plan_version")
OF_GOAL = ("goal_scale", "goal_look")
TERMS = ("consent", "deviation", "done", "task", "pause", "not_applicable")
ORDER = (*PEOPLE, *PLANS, *OF_GOAL, *TERMS, "note", "appointment", "restriction")
SHARED = frozenset(PEOPLE)
"""Kinds that may be in the vault already when a plan comes in; then the vault's own record stays."""
_ABOUT_PEOPLE = frozenset({"person", "person_field", "address", "contact"})


class _KnownError(ImportFileError):
    """It is in the vault already: only a copy can come in."""


class _TriedError(Exception):
    """It can come in, and that was all that had to be known."""


@contextmanager
def _wrong_file() -> Iterator[None]:
    """Whatever does not fit in a file from elsewhere is told as a file that is wrong."""
    try:
        yield
    except (KeyError, TypeError, ValueError, AttributeError, RecursionError) as problem:
        raise ImportFileError(
            f"Dit bestand klopt niet en kan niet worden gelezen. {KEPT}", "Vraag een nieuw bestand."
        ) from problem


def _data_in(content: bytes) -> bytes:
    """The data of an archive copy; any other file is the data itself. Raises ImportFileError."""
    if not content.startswith(b"%PDF"):
        return content
    from planbureau.documents.finish import attachment  # Lazy: PDF is not needed to open a vault.

    found = attachment(content)
    if found is None:
        raise ImportFileError(
            f"In deze pdf zitten geen gegevens van een plan. {KEPT}",
            "Vraag om een archiefkopie, of om een uitwisselbestand.",
        )
    return found


class Exchange:
    """`services.api.ExchangeService` on the vault."""

    def __init__(self, context: Context) -> None:
        self._context = context

    def export_client(self, client_id: str, readers: Sequence[str] = ()) -> bytes:
        with self._context.reading() as session:
            people_reading.client(session, client_id)
            subjects = people_reading.linked_subjects(session, client_id)
            listed = self._listed(session)
            plans = [plan.id for plan in lists.plan_rows(session, subjects) if plan.id not in listed]
            return _written(_file(session, "client", client_id, subjects, plans), readers)

    def export_plan(self, plan_id: str, readers: Sequence[str] = ()) -> bytes:
        with self._context.reading() as session:
            plan = plan_reading.plan_row(session, plan_id)
            subjects = [i for i in (plan.client_id, plan.household_id) if i]
            note_it = plan.id in self._listed(session)
            linked = [i for subject in subjects for i in people_reading.linked_subjects(session, subject)]
            written = _written(_file(session, "plan", plan_id, dict.fromkeys(linked), [plan_id]), readers)
        if note_it:
            note(self._context, plan_id, EXPORTED)
        return written

    def left_out(self, client_id: str) -> int:
        with self._context.reading() as session, unlimited(session):
            subjects = people_reading.linked_subjects(session, client_id)
            plans = lists.plan_rows(session, subjects)
            listed = self._listed(session)
            return sum(plan.id in listed for plan in plans)

    def _listed(self, session: ReadSession) -> set[str]:
        """The plans with a list of who may open them, also when the file of their type is gone."""
        kept = guarded_plans(session, self._context.formats)
        return {plan for plan, access in kept.items() if access is Access.LISTED}

    def save(self, path: Path, content: bytes) -> None:
        write_private(path, content)

    def care_overview(self, first: date, last: date) -> CareOverview:
        with self._context.reading() as session:
            return overview(session, self._context.formats, first, last)

    def look(self, path: Path) -> IncomingFile:
        content = _data_in(read_whole(path))
        with _wrong_file():
            file = decode(content)
            check_file(file, ORDER)
            try:
                return self._tried(content, file)
            except _KnownError:
                return replace(self._tried(content, copied(file)), known=True)

    def bring_in(self, incoming: IncomingFile, *, as_copy: bool = False) -> BroughtIn:
        file, words, changes = self._import(incoming.content, as_copy=as_copy)
        return BroughtIn(words, file.subject_kind, file.subject_id, changes)

    def import_file(self, content: bytes, *, as_copy: bool = False) -> tuple[str, Changes]:
        _, words, changes = self._import(content, as_copy=as_copy)
        return words, changes

    def _import(self, content: bytes, *, as_copy: bool) -> tuple[PortableFile, str, Changes]:
        with _wrong_file():
            file = decode(_data_in(content))
            check_file(file, ORDER)
            if as_copy:
                file = copied(file)
            # What comes in is compared with all there is, also with what the user may not open.
            with self._context.writing() as work, unlimited(work.session):
                count = self._take_in(work, file)
        what = {"client": "De cliënt", "plan": "Het plan"}[file.subject_kind]
        return file, f"{what} is geïmporteerd ({count} gegevens).", work.changes

    def _take_in(self, work: UnitOfWork, file: PortableFile) -> int:
        new = _without_known_family_plans(work, file)
        count = self._write(work, new)
        self._read_back(work, new)
        return count

    def _tried(self, content: bytes, file: PortableFile) -> IncomingFile:
        """Imports it and takes that back: nothing else tells so surely whether it can come in."""
        formats, store = self._context.formats, self._context.store
        with suppress(_TriedError), told_in_words(), store.writing(self._context.user_id) as work:
            known = known_words(work.session, file, SHARED)
            self._take_in(work, file)
            about = subject_words(work.session, file, formats)
            lines = (*content_words(file, formats), *([known] if known else []))
            raise _TriedError
        return IncomingFile(content, file.subject_kind, about, lines)

    def _write(self, work: UnitOfWork, file: PortableFile) -> int:
        known = kinds_of(work.session, [record["id"] for group in file.records.values() for record in group])
        if file.subject_id in known:
            raise _KnownError(
                f"Dit staat al in de kluis. {KEPT}", "Kies importeren als kopie als je het ernaast wilt."
            )
        count = 0
        for kind in ORDER:
            for record in file.records.get(kind, ()):
                found = known.get(record["id"])
                if found == kind and (kind in SHARED or record.get("target_kind") in _ABOUT_PEOPLE):
                    continue
                if found is not None:
                    raise _KnownError(
                        f"Een deel van dit bestand staat al in de kluis. {KEPT}", "Importeer het als kopie."
                    )
                fields = {name: value for name, value in record.items() if name != "id"}
                work.create(KINDS[kind], fields, record["id"])
                if kind in ("client", "household", "plan"):
                    work.touch(record["id"])
                count += 1
        for item in file.attachments.values():
            blobs.put(work.session, item.name, item.media_type, item.content)
        work.session.flush()
        return count

    def _read_back(self, work: UnitOfWork, file: PortableFile) -> None:
        """Opens every plan and version as a screen would; what cannot be opened does not come in."""
        session = work.session
        for client in file.records.get("client", ()):
            people_reading.client(session, client["id"])
        for record in file.records.get("plan", ()):
            row = plan_reading.plan_row(session, record["id"])
            try:
                plan_format = self._context.formats.get(row.format_id, row.format_version)
            except NotFoundError as problem:
                raise ImportFileError(
                    f"Dit bestand hoort bij een plantype dat hier niet bekend is. {KEPT}",
                    "Installeer de nieuwste versie, of voeg het plantype eerst toe.",
                ) from problem
            for answer in file.records.get("answer", ()):
                if answer["plan_id"] == row.id and not answer_fits(
                    plan_format, answer["key"], answer["value"].get("v")
                ):
                    raise ImportFileError(
                        f"Een antwoord in dit bestand klopt niet ({answer['key']}). {KEPT}",
                        "Vraag een nieuw bestand.",
                    )
            view = current_view(self._context, session, row, deadlines=False)
            missing(view.format, state_of(view, self._context.today()))
        for record in file.records.get("plan_version", ()):
            read_version(self._context, session, work.get(PlanVersionRow, record["id"]))


def _without_known_family_plans(work: UnitOfWork, file: PortableFile) -> PortableFile:
    """A client's file without the plans and notes of a household that came in before, with another child.

    The vault's own plan stays as it is, as people do who are known already.
    """
    if file.subject_kind != "client":
        return file
    known = kinds_of(work.session, [record["id"] for group in file.records.values() for record in group])
    plans = {
        record["id"]
        for record in file.records.get("plan", ())
        if record["household_id"] and known.get(record["id"]) == "plan"
    }
    plans |= {r["id"] for r in file.records.get("plan", ()) if r.get("parent_id") in plans}
    goals = {r["goal_id"] for r in file.records.get("plan_goal", ()) if r["plan_id"] in plans}

    def stays_out(kind: str, record: Mapping[str, Any]) -> bool:
        if kind in ("restriction", "note", "appointment") and known.get(record["id"]) == kind:
            return True
        ids = (record["id"], record.get("plan_id"), record.get("goal_id"))
        return any(one in plans or one in goals for one in ids)

    return replace(
        file,
        records={
            kind: tuple(record for record in group if not stays_out(kind, record))
            for kind, group in file.records.items()
        },
    )


def _written(file: PortableFile, readers: Sequence[str]) -> bytes:
    return encode(for_readers(file, readers)[0] if readers else file)


def _file(
    session: ReadSession, kind: str, subject: str, subjects: Iterable[str], plans: list[str]
) -> PortableFile:
    records: list[Record] = export.subject_records(session, list(subjects))
    records += export.plan_records(session, plans)
    if kind == "client":
        records += export.note_records(session, list(subjects))
        records += export.appointment_records(session, list(subjects), plans)
    records += export.person_records(session, records)
    records += export.restriction_records(session, records)
    grouped: dict[str, list[Mapping[str, Any]]] = {}
    for record in records:
        grouped.setdefault(record.kind, []).append(export.as_fields(record))
    files = {
        row.sha256: PortableAttachment(row.name, row.media_type, row.content)
        for row in export.blobs_named(session, records)
    }
    return PortableFile(kind, subject, {k: tuple(v) for k, v in grouped.items()}, files)
