"""The shipped plan types, and plan states written as data (tests/cases)."""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest

from planbureau import resources
from planbureau.formats import FormatLibrary, load_formats
from planbureau.formats.answers import Answer, PlanState
from planbureau.rules.deadlines.catalogue import RULE_IDS
from planbureau.rules.deadlines.triggers import TRIGGER_FIELDS
from planbureau.rules.plan_checks import CHECKS

CASES = Path(__file__).parents[1] / "cases"
CaseReader = Callable[[str], dict[str, Any]]
StateMaker = Callable[[Mapping[str, Any]], PlanState]
FolderMaker = Callable[..., Path]


@pytest.fixture(scope="session")
def shipped() -> FormatLibrary:
    return load_formats(
        [resources.path("formats")], RULE_IDS, frozenset(CHECKS), known_triggers=frozenset(TRIGGER_FIELDS)
    )


@pytest.fixture
def folder(tmp_path: Path) -> FolderMaker:
    """Writes format files, name=text, and gives their folder."""

    def write(**texts: str) -> Path:
        for name, text in texts.items():
            (tmp_path / f"{name}.toml").write_text(text, encoding="utf-8")
        return tmp_path

    return write


@pytest.fixture(scope="session")
def cases() -> CaseReader:
    def read(name: str) -> dict[str, Any]:
        return tomllib.loads((CASES / name).read_text(encoding="utf-8"))

    return read


@pytest.fixture(scope="session")
def state() -> StateMaker:
    """Makes a plan state from the keys of a case."""

    def make(data: Mapping[str, Any]) -> PlanState:
        return PlanState(
            answers={key: Answer(value) for key, value in data.get("answers", {}).items()},
            regimes=frozenset(data.get("regimes", [])),
            flags=frozenset(data.get("flags", [])),
            triggers=data.get("triggers", {}),
            facts=data.get("facts", {}),
            records=data.get("records", {}),
            purposes={int(number): aim for number, aim in data.get("purposes", {}).items()},
            bound=data.get("bound", {}),
        )

    return make
