"""What the manual and the schema of the portable file promise, held against real files."""

from __future__ import annotations

import json
from collections.abc import Iterator
from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from tests.demo_room import DemoRoom, made_demo  # noqa: F401

from planbureau.interop.portable import VERSION
from planbureau.model.columns import RECORD_COLUMNS
from planbureau.model.rows import KINDS
from planbureau.services.exchange.service import ORDER

DOCS = Path(__file__).parents[1] / "docs"


@pytest.fixture(scope="module")
def schema() -> dict[str, Any]:
    found: dict[str, Any] = json.loads((DOCS / "uitwisselbestand.schema.json").read_text("utf-8"))
    Draft202012Validator.check_schema(found)
    return found


@pytest.fixture(scope="module")
def files(made_demo: DemoRoom) -> list[dict[str, Any]]:
    """Every client and plan of the demo."""
    workspace = made_demo.unlock()
    exported = [workspace.exchange.export_client(row.id) for row in workspace.clients.rows()]
    exported += [workspace.exchange.export_plan(row.id) for row in workspace.plans.rows()]
    workspace.lock()
    return [json.loads(content) for content in exported]


def test_every_file_of_the_demo_keeps_to_the_schema(
    schema: dict[str, Any], files: list[dict[str, Any]]
) -> None:
    validator = Draft202012Validator(schema)
    assert len(files) == 31
    for file in files:
        assert [error.message for error in validator.iter_errors(file)] == []
    kinds = {kind for file in files for kind in file["records"]}
    assert set(ORDER) - kinds <= {"measure", "deviation", "pause", "not_applicable"}


def _broken(file: dict[str, Any]) -> Iterator[dict[str, Any]]:
    changes: tuple[dict[str, Any], ...] = (
        {"planbureau": 2},
        {"subject": {"kind": "vault", "id": file["subject"]["id"]}},
        {"records": {"hobby": []}},
        {"extra": 1},
    )
    for change in changes:
        yield {**deepcopy(file), **change}
    for kind, field, value in (
        ("person", "birth_date", "gisteren"),
        ("person", "kleur", "groen"),
        ("client", "person_id", "1"),
    ):
        wrong = deepcopy(file)
        wrong["records"][kind][0][field] = value
        yield wrong


def test_the_schema_refuses_what_is_wrong(schema: dict[str, Any], files: list[dict[str, Any]]) -> None:
    validator = Draft202012Validator(schema)
    for wrong in _broken(files[0]):
        assert not validator.is_valid(wrong)


def test_schema_and_vault_know_the_same_fields(schema: dict[str, Any]) -> None:
    assert list(schema["properties"]["records"]["properties"]) == list(ORDER)
    assert schema["properties"]["planbureau"]["const"] == VERSION
    for kind in ORDER:
        columns = {column.name for column in KINDS[kind].__table__.columns}
        fields = (columns - RECORD_COLUMNS - {"removed"}) | {"id"}
        assert set(schema["$defs"][kind]["properties"]) == fields, kind
        assert set(schema["$defs"][kind]["required"]) == fields, kind


def test_the_manual_names_every_kind() -> None:
    text = (DOCS / "uitwisselbestand.md").read_text("utf-8")
    assert [kind for kind in ORDER if f"`{kind}`" not in text] == []
