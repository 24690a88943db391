"""Portable JSON between vaults: what goes out comes in the same, and what is wrong changes nothing."""

from __future__ import annotations

import base64
import hashlib
import json
from collections.abc import Callable, Iterator
from copy import deepcopy
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.demo_room import DemoRoom, demo, demo_room, made_demo  # noqa: F401
from tests.vault_room import VaultRoom

from planbureau.errors import ImportFileError
from planbureau.formats.model import Access
from planbureau.interop.portable import decode
from planbureau.services.api import AdoptPlan, Edition, PrintRequest, Workspace
from planbureau.views import PersonView, PlanRow

Document = dict[str, Any]


@pytest.fixture(scope="module")
def exported(made_demo: DemoRoom) -> dict[str, bytes]:
    """Clients and plans of the demo as a file, by id.

    Without what a list or the client's own code keeps apart: of that another vault shows less.
    """
    workspace = made_demo.unlock()
    apart = {one.id for one in workspace.plans.formats() if one.access is not Access.TEAM}
    plans = [row for row in workspace.plans.rows() if row.format_id not in apart]
    clients = {row.id for row in workspace.clients.rows()}
    own = {client for row in workspace.plans.rows() if row.format_id == "wrap" for client in row.client_ids}
    files = {client: workspace.exchange.export_client(client) for client in sorted(clients - own)}
    files |= {
        row.id: workspace.exchange.export_plan(row.id) for row in plans if own.isdisjoint(row.client_ids)
    }
    workspace.lock()
    return files


@pytest.fixture(scope="module")
def luuk(exported: dict[str, bytes]) -> bytes:
    """One client with nearly everything: a version, consents, custody, goals, marks."""
    return next(file for file in exported.values() if b'"kind": "client"' in file and b"VL-004" in file)


@pytest.fixture(scope="module")
def receiving(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workspace]:
    """Another vault, which refuses everything in these tests and so stays as it was."""
    workspace = VaultRoom(tmp_path_factory.mktemp("ander")).create_anew()
    yield workspace
    workspace.lock()


def state(workspace: Workspace) -> dict[str, Any]:
    """How much stands in the vault; the number of rows of every table."""
    connection = workspace._access.connect(read_only=True)  # type: ignore[attr-defined]
    names = [row[0] for row in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
    counts = {name: connection.execute(f'SELECT count(*) FROM "{name}"').fetchone()[0] for name in names}  # noqa: S608
    connection.close()
    return counts


def test_everything_comes_in_the_same(exported: dict[str, bytes], tmp_path: Path) -> None:
    workspace = VaultRoom(tmp_path).create()
    for client in (i for i, file in exported.items() if decode(file).subject_kind == "client"):
        workspace.exchange.import_file(exported[client])
    for record, file in exported.items():
        again = (
            workspace.exchange.export_client(record)
            if decode(file).subject_kind == "client"
            else workspace.exchange.export_plan(record)
        )
        assert again == file
    assert len(workspace.clients.rows()) == 13
    assert workspace.search("luuk")
    assert workspace.calendar.deadlines(open_only=True)
    workspace.lock()


def test_each_plan_comes_in_on_its_own(exported: dict[str, bytes], tmp_path: Path) -> None:
    plans = [i for i, file in exported.items() if decode(file).subject_kind == "plan"]
    workspace = VaultRoom(tmp_path).create()
    for plan in plans:
        told, changes = workspace.exchange.import_file(exported[plan])
        assert told.startswith("Het plan is geïmporteerd")
        assert changes.touches("plan")
        assert workspace.exchange.export_plan(plan) == exported[plan]
    workspace.lock()


def test_a_copy_stands_beside_the_original(
    exported: dict[str, bytes],
    demo: Workspace,
) -> None:
    for record, file in exported.items():
        before = {row.id for row in demo.clients.rows()}, {row.id for row in demo.plans.rows()}
        demo.exchange.import_file(file, as_copy=True)
        clients = {row.id for row in demo.clients.rows()} - before[0]
        plans = {row.id for row in demo.plans.rows()} - before[1]
        if decode(file).subject_kind == "plan":
            (made,) = plans
            copy = demo.exchange.export_plan(made)
            original = demo.exchange.export_plan(record)
        else:
            (made,) = clients
            copy = demo.exchange.export_client(made)
            original = demo.exchange.export_client(record)
        assert original == file
        assert _shape(copy) == _shape(file)
        for plan in plans:
            for version in demo.plans.plan(plan).versions:
                view = demo.plans.version_plan(plan, version.number)
                assert all(c.person_id in view.people for c in view.consents)


def _shape(content: bytes) -> dict[str, list[str]]:
    """A file without its ids: how many records of each kind, with their lengths as text."""
    document = json.loads(content)
    return {
        kind: sorted(str(len(json.dumps(record))) for record in records)
        for kind, records in document["records"].items()
    }


def test_what_is_there_already_is_refused(exported: dict[str, bytes], demo: Workspace) -> None:
    before = state(demo)
    for file in exported.values():
        with pytest.raises(ImportFileError, match="staat al in de kluis"):
            demo.exchange.import_file(file)
    assert state(demo) == before


def test_attachments_travel(workspace: Workspace, tmp_path: Path) -> None:
    letter = tmp_path / "verklaring.txt"
    letter.write_bytes("Ik wil graag buiten werken. Ünïcode 字".encode())
    client, _ = workspace.clients.add_client(PersonView(given_name="Noor", birth_date=date(1990, 5, 1)))
    plan, _ = workspace.plans.start_plan("osp", client)
    kept = workspace.plans.add_attachment(letter)
    value = [{"sha256": kept.sha256, "name": kept.name, "media_type": kept.media_type, "caption": ""}]
    workspace.plans.save_answer(plan, "eigen_verklaring", value, ())
    file = workspace.exchange.export_plan(plan)
    other = VaultRoom(tmp_path / "ander").create_anew()
    other.exchange.import_file(file)
    assert other.plans.attachment(kept.sha256) == letter.read_bytes()
    assert other.exchange.export_plan(plan) == file
    damaged = json.loads(file)
    damaged["attachments"][kept.sha256]["content"] = base64.b64encode(b"iets anders").decode()
    with pytest.raises(ImportFileError, match="veranderd of beschadigd"):
        other.exchange.import_file(json.dumps(damaged).encode(), as_copy=True)
    other.lock()


def test_a_file_cut_off_anywhere_changes_nothing(luuk: bytes, receiving: Workspace) -> None:
    before = state(receiving)
    for length in range(0, len(luuk) - 2, 1000):
        with pytest.raises(ImportFileError, match="Er is niets veranderd"):
            receiving.exchange.import_file(luuk[:length])
    assert state(receiving) == before


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"", "niet heel"),
        (b"\xff\xfe\x00", "niet heel"),
        (b"[]", "geen bestand van Planbureau"),
        (b'{"naam": 1}', "geen bestand van Planbureau"),
        (b'{"planbureau": 2}', "nieuwere versie"),
        (b'{"planbureau": 0}', "versienummer"),
        (b'{"planbureau": true}', "versienummer"),
        (b'{"planbureau": "1"}', "versienummer"),
        (b'{"planbureau": 1}', "over wie het gaat"),
        (b'{"planbureau": 1, "subject": {"kind": "vault", "id": ""}}', "over wie het gaat"),
        (b'{"planbureau": 1, "subject": {"kind": "client", "id": "x"}}', "ontbreken de gegevens"),
        (b'{"planbureau": 1, "subject": {"kind": "client", "id": "x"}, "records": {}}', "over wie het gaat"),
        (b'{"planbureau": ' + b"9" * 5000 + b"}", "niet heel"),
        (b"[" * 100_000, "niet heel"),
    ],
    ids=lambda value: value[:24] if isinstance(value, str) else "",
)
def test_what_is_no_file_of_ours_is_told_apart(content: bytes, told: str, receiving: Workspace) -> None:
    before = state(receiving)
    with pytest.raises(ImportFileError, match=told):
        receiving.exchange.import_file(content)
    assert state(receiving) == before


def _first(document: Document, kind: str) -> Document:
    record: Document = document["records"][kind][0]
    return record


def _wrong(kind: str, field: str, value: Any) -> Callable[[Document], None]:
    def change(document: Document) -> None:
        _first(document, kind)[field] = value

    return change


def _organisation(document: Document) -> None:
    document["records"]["organisation"] = [{"id": _first(document, "client")["id"], "name": "Overgenomen"}]


def _without(kind: str, field: str) -> Callable[[Document], None]:
    def change(document: Document) -> None:
        del _first(document, kind)[field]

    return change


def _twice(document: Document) -> None:
    document["records"]["goal"].append(deepcopy(_first(document, "goal")))


def _same_id(document: Document) -> None:
    _first(document, "relation")["id"] = _first(document, "client")["id"]


def _of_another(document: Document) -> None:
    """An answer in the plan of somebody who is not in this file."""
    _first(document, "answer")["plan_id"] = "00000000-0000-4000-8000-000000000000"


def _words_changed(document: Document) -> None:
    # Luuk has more than one version, in no order.
    version = next(one for one in document["records"]["plan_version"] if "scooters" in one["content"])
    version["content"] = version["content"].replace("scooters", "auto's")


def _forged(document: Document) -> None:
    """A version with a hash that fits, and words that no plan can be read from."""
    version = _first(document, "plan_version")
    version["content"] = '{"id": 1}'
    joined = f"{version['content']}\n{version['format_text']}"
    version["content_hash"] = hashlib.sha256(joined.encode()).hexdigest()


def _answer(question: str, value: Any) -> Callable[[Document], None]:
    def change(document: Document) -> None:
        for record in document["records"]["answer"]:
            if record["key"] == question:
                record["value"] = {"v": value}
                return
        raise AssertionError(question)

    return change


BAD: dict[str, Callable[[Document], None]] = {
    "unknown kind": lambda d: d["records"].update(hobby=[{"id": "x"}]),
    "the organisation": _organisation,
    "unknown field": _wrong("goal", "kleur", "groen"),
    "a field of ours": _wrong("goal", "heads", []),
    "removed": _wrong("goal", "removed", True),
    "missing field": _without("plan", "format_id"),
    "missing owner": _without("answer", "plan_id"),
    "number for text": _wrong("person", "family_name", 5),
    "text for number": _wrong("plan_goal", "number", "1"),
    "endless number": _wrong("plan_goal", "number", 10**30),
    "text for yes": _wrong("person", "professional", "ja"),
    "nothing for text": _wrong("person", "family_name", None),
    "text for list": _wrong("person", "addresses", "Demostraat"),
    "list of numbers": _wrong("goal", "for_whom", [1, 2]),
    "strange address": _wrong("person", "addresses", [{"straat": "Demostraat"}]),
    "no such day": _wrong("person", "birth_date", "2026-02-30"),
    "no such day in a plan": _wrong("plan", "triggers", {"datum_start_zorg": "2026-02-30"}),
    "other notation": _wrong("goal", "target_date", "20260301"),
    "half a character": _wrong("person", "family_name", "\ud800"),
    "not a number": _wrong("answer", "value", {"v": float("nan")}),
    "unknown status": _wrong("goal", "status", "klaar"),
    "unknown law": _wrong("plan", "regimes", ["zeerecht"]),
    "unknown outcome": _wrong("consent", "outcome", "misschien"),
    "unknown plan type": _wrong("plan", "format_id", "tovenaarsplan"),
    "newer plan type": _wrong("plan", "format_version", 99),
    "strange id": _wrong("goal", "id", "1"),
    "endless id": _wrong("relation", "person_id", "x" * 100),
    "twice": _twice,
    "one id for two": _same_id,
    "of another": _of_another,
    "words of a version": _words_changed,
    "forged version": _forged,
    "number for an answer": _answer("belangrijk_voor_mij", 5),
    "text for a table": _answer("hulp", "geen tabel"),
    "text for people": _answer("vervanger", "Ruben"),
    "no such day in a table": _answer("evaluatie_momenten", [{"id": "1", "datum": "2026-13-01"}]),
    "answer without value": _wrong("answer", "value", []),
    "records that are none": lambda d: d["records"].update(goal={"id": "x"}),
    "attachments that are none": lambda d: d.update(attachments=[]),
    "bad base64": lambda d: d["attachments"].update(
        {"0" * 64: {"name": "a", "media_type": "b", "content": "%"}}
    ),
}


@pytest.mark.parametrize("change", BAD.values(), ids=BAD.keys())
@pytest.mark.parametrize("as_copy", [False, True], ids=["as it is", "as a copy"])
def test_a_wrong_record_refuses_the_whole_file(
    luuk: bytes, receiving: Workspace, change: Callable[[Document], None], as_copy: bool
) -> None:
    document = json.loads(luuk)
    change(document)
    before = state(receiving)
    with pytest.raises(ImportFileError, match=r"[Nn]iets veranderd"):
        receiving.exchange.import_file(json.dumps(document).encode(), as_copy=as_copy)
    assert state(receiving) == before


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=6,
)


@given(data=st.data(), value=JSON)
def test_any_value_anywhere_comes_in_readable_or_not_at_all(
    luuk: bytes, receiving: Workspace, data: st.DataObject, value: Any
) -> None:
    document = json.loads(luuk)
    kind = data.draw(st.sampled_from(sorted(document["records"])))
    record = data.draw(st.sampled_from(document["records"][kind]))
    record[data.draw(st.sampled_from(sorted(record)))] = value
    before = state(receiving)
    told = ""
    try:
        receiving.exchange.import_file(json.dumps(document).encode(), as_copy=True)
    except ImportFileError as problem:
        told = str(problem)
    if told:
        assert "iets veranderd" in told
        assert state(receiving) == before
        return
    for row in receiving.clients.rows():
        receiving.clients.client(row.id)
    for plan in receiving.plans.rows():
        receiving.plans.plan(plan.id)
        receiving.plans.missing(plan.id)
    receiving.calendar.deadlines()


def is_luuk(row: PlanRow) -> bool:
    return (row.subject_name, row.format_id) == ("Luuk van Verzonnen", "osp")


def test_a_client_that_is_known_stays_as_it_is(demo: Workspace) -> None:
    """A plan of a known client brings its own records only; the client's own data are not overwritten."""
    plan = next(row for row in demo.plans.rows() if is_luuk(row))
    document = json.loads(demo.exchange.export_plan(plan.id))
    kept = {"person", "client", "household", "member", "relation", "custody", "measure", "request"}
    names = {
        record["id"]: f"10000000-0000-4000-8000-{number:012d}"
        for number, (kind, record) in enumerate(
            (kind, record)
            for kind, records in document["records"].items()
            for record in records
            if kind not in kept
        )
    }
    document["records"].pop("plan_version")  # its hash protects the old ids
    for record in document["records"]["person"]:
        record["family_name"] = "Overschreven"
    text = json.dumps(document)
    for old, new in names.items():
        text = text.replace(old, new)
    before = demo.clients.people()
    demo.exchange.import_file(text.encode())
    assert demo.clients.people() == before
    assert len([row for row in demo.plans.rows() if is_luuk(row)]) == 2


def test_an_adopted_version_of_a_copy_prints(workspace: Workspace, luuk: bytes) -> None:
    workspace.exchange.import_file(luuk, as_copy=True)
    row = next(row for row in workspace.plans.rows() if is_luuk(row))
    printed = workspace.prints.render(PrintRequest(row.id, Edition.PROFESSIONAL, 1))
    assert printed.pdf.startswith(b"%PDF")


def test_a_version_is_frozen_with_agreed_goals(demo: Workspace) -> None:
    """Adopting agrees on the goals, so paper does not call them concept."""
    row = next(row for row in demo.plans.rows() if row.subject_name == "Fatma Verzonnen")
    assert any(goal.status == "concept" for goal in demo.plans.plan(row.id).goals)
    plan = demo.plans.plan(row.id)
    asked = demo.plans.adoption_check(row.id, demo.calendar.today()).expected
    consents = tuple(replace(one, outcome="agreed", form="spoken") for one in asked)
    sections = tuple(section.id for section in plan.format.sections)
    assert plan.client is not None
    request = AdoptPlan(
        row.id, demo.calendar.today(), "thuis", (plan.client.person.id,), "", sections, "", consents
    )
    made, _ = demo.plans.adopt(request)
    frozen = demo.plans.version_plan(row.id, made.number)
    assert "concept" not in {goal.status for goal in frozen.goals}


def test_an_archive_copy_comes_in_as_the_plan_it_carries(
    exported: dict[str, bytes], demo: Workspace, tmp_path: Path
) -> None:
    plan_id = next(i for i, file in exported.items() if decode(file).subject_kind == "plan")
    request = PrintRequest(plan_id, Edition.PROFESSIONAL)
    printed = demo.prints.render(request)
    copy = demo.prints.archived(printed, request)
    assert copy.file_name.endswith("-archief.pdf")
    kept = tmp_path / copy.file_name
    kept.write_bytes(copy.pdf)
    other = VaultRoom(tmp_path).create()
    incoming = other.exchange.look(kept)
    assert not incoming.known
    other.exchange.bring_in(incoming)
    assert other.exchange.export_plan(plan_id) == exported[plan_id]
    other.lock()


def test_a_pdf_without_a_plan_in_it_is_told_apart(demo: Workspace, receiving: Workspace) -> None:
    plan = demo.plans.rows()[0]
    printed = demo.prints.render(PrintRequest(plan.id, Edition.PROFESSIONAL))
    locked = demo.prints.locked(printed, "vier losse woorden")
    before = state(receiving)
    for pdf in (printed.pdf, locked.pdf, printed.pdf[:400]):
        with pytest.raises(ImportFileError, match="geen gegevens van een plan"):
            receiving.exchange.import_file(pdf)
    assert state(receiving) == before
