"""The house as a test: who may import whom, one foreign library per room, and how large things may grow.

Both tables stand in docs/decisions/0001-rooms.md. All imports count: also those inside a function, those
that only a type checker follows (a type is a dependency too: a page that names an ORM row knows the
database), and `import_module` with a name written out.
"""

from __future__ import annotations

import ast
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PACKAGE = "planbureau"

EVERYWHERE = {"errors", "clock", "resources", "texts"}
ALL = {"*"}

# A room, or one module of it -> what it may import besides itself and EVERYWHERE. The longest name counts.
ALLOWED: dict[str, set[str]] = {
    "": set(),
    "__main__": ALL,
    "app": ALL,
    "cli": ALL,
    "loading": ALL,
    "settings": set(),
    "errors": set(),
    "clock": set(),
    "resources": set(),
    "texts": set(),
    "ui": {"services.api", "views", "plan_state", "changes", "formats", "rules"},
    "services": {
        "model",
        "vault",
        "exchange",
        "documents",
        "pictograms",
        "interop",
        "formats",
        "rules",
        "views",
        "plan_state",
        "changes",
    },
    "services.api": {"views", "changes", "formats", "rules"},
    "exchange": {"vault", "changes"},
    "model": {"formats", "rules", "views", "plan_state", "changes"},
    "documents": {"formats", "rules", "views", "plan_state", "pictograms"},
    "interop": {"formats", "rules", "views", "plan_state", "pictograms"},
    "views": {"formats", "rules"},
    "plan_state": {"formats", "rules", "views"},
    "rules": {"formats"},
    "formats": set(),
    "vault": set(),
    "pictograms": set(),
    "changes": set(),
}

# A foreign library -> the rooms that may import it. A library without a row may not be imported at all.
LIBRARIES: dict[str, set[str]] = {
    "PySide6": {"ui", "app"},
    "shiboken6": {"ui", "app"},
    "sqlalchemy": {"model"},
    "alembic": {"model"},
    "cattrs": {"model"},
    "sqlcipher3": {"vault"},
    "cryptography": {"vault"},
    "reportlab": {"documents"},
    "pikepdf": {"documents"},
    "pypdfium2": {"documents"},
    "PIL": {"documents"},
    "filelock": {"vault"},
    "tree_sitter": {"formats"},
    "tree_sitter_toml": {"formats"},
    "tomlkit": {"formats"},
    "platformdirs": {"app", "cli", "settings", "services"},
    "zxcvbn": {"vault", "services"},
    "icalendar": {"interop"},
}

FORBIDDEN_NAMES = {"utils", "util", "helpers", "helper", "logic", "common", "misc"}
MAX_LINES = {"module": 400, "class": 300, "function": 60}
# A migration is a frozen list of statements: it may be long, and is never split afterwards.
LONG_FUNCTIONS = ("model.migrations.versions",)


@dataclass(frozen=True)
class Module:
    """One source file: its name without `planbureau.`, and what stands in it."""

    name: str
    path: Path
    tree: ast.Module
    lines: int
    is_package: bool

    @property
    def room(self) -> str:
        return self.name.partition(".")[0]


def modules(source: Path) -> list[Module]:
    """All modules of the package under `source`."""
    found = []
    for path in sorted((source / PACKAGE).rglob("*.py")):
        parts = path.relative_to(source / PACKAGE).with_suffix("").parts
        is_package = parts[-1] == "__init__"
        text = path.read_text("utf-8")
        name = ".".join(parts[:-1] if is_package else parts)
        found.append(Module(name, path, ast.parse(text, str(path)), len(text.splitlines()), is_package))
    return found


def imported(module: Module) -> Iterator[tuple[str, int]]:
    """Every full dotted name that the module imports, and on which line; `from a import b` gives `a.b`."""
    for node in ast.walk(module.tree):
        match node:
            case ast.Import(names=names):
                yield from ((alias.name, node.lineno) for alias in names)
            case ast.ImportFrom(module=target, names=names, level=level):
                base = _absolute(module, target, level)
                yield from ((f"{base}.{alias.name}", node.lineno) for alias in names)
            case ast.Call(func=function, args=[ast.Constant(value=str(name)), *_]) if _is_import_call(
                function
            ):
                yield name, node.lineno
            case _:
                pass


def _absolute(module: Module, target: str | None, level: int) -> str:
    if level == 0:
        return target or ""
    here = [PACKAGE, *module.name.split(".")] if module.name else [PACKAGE]
    up = level - 1 if module.is_package else level
    return ".".join([*here[: len(here) - up], *([target] if target else [])])


def _is_import_call(function: ast.expr) -> bool:
    name = function.attr if isinstance(function, ast.Attribute) else getattr(function, "id", "")
    return name in {"import_module", "__import__"}


def _covers(allowed: str, name: str) -> bool:
    return name == allowed or name.startswith(f"{allowed}.")


def _row(name: str) -> str | None:
    """The longest entry of ALLOWED that holds for this module."""
    fitting = [entry for entry in ALLOWED if (name == entry if not entry else _covers(entry, name))]
    return max(fitting, key=len) if fitting else None


def direction_faults(found: list[Module]) -> list[str]:
    """Imports between rooms that the first table does not have."""
    faults = []
    for module in found:
        row = _row(module.name)
        if row is None:
            faults.append(f"{module.name}: this room stands in no row of the table")
            continue
        allowed = ALLOWED[row] | EVERYWHERE | {row}
        for full_name, line in imported(module):
            name = full_name.removeprefix(f"{PACKAGE}.")
            if name == full_name or ALLOWED[row] == ALL:
                continue
            if not any(_covers(entry, name) for entry in allowed):
                faults.append(f"{module.name}:{line} imports {name}")
    return faults


def library_faults(found: list[Module]) -> list[str]:
    """Imports of foreign libraries that the second table does not have."""
    faults = []
    for module in found:
        for full_name, line in imported(module):
            library = full_name.partition(".")[0]
            if library == PACKAGE or library in sys.stdlib_module_names:
                continue
            if library not in LIBRARIES:
                faults.append(f"{module.name}:{line} imports {library}, which has no room")
            elif module.room not in LIBRARIES[library]:
                faults.append(
                    f"{module.name}:{line} imports {library}, which lives in {sorted(LIBRARIES[library])}"
                )
    return faults


def name_faults(found: list[Module]) -> list[str]:
    """Modules and packages whose name says nothing about their subject."""
    return [module.name for module in found if FORBIDDEN_NAMES & set(module.name.split("."))]


def size_faults(found: list[Module]) -> list[str]:
    """Modules, classes and functions that are too long to read in one go."""
    faults = []
    for module in found:
        if module.lines > MAX_LINES["module"]:
            faults.append(f"{module.name}: {module.lines} lines, at most {MAX_LINES['module']}")
        for node in ast.walk(module.tree):
            if isinstance(node, ast.ClassDef):
                kind = "class"
            elif isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                kind = "function"
            else:
                continue
            if kind == "function" and module.name.startswith(LONG_FUNCTIONS):
                continue
            length = (node.end_lineno or node.lineno) - node.lineno + 1
            if length > MAX_LINES[kind]:
                faults.append(f"{module.name}.{node.name}: {length} lines, at most {MAX_LINES[kind]}")
    return faults


@pytest.fixture(scope="module")
def house() -> list[Module]:
    return modules(ROOT / "src")


def test_the_house_is_read(house: list[Module]) -> None:
    assert {"errors", "formats.model"} <= {module.name for module in house}


def test_imports_only_go_where_the_table_allows(house: list[Module]) -> None:
    faults = direction_faults(house)
    assert not faults, "\n".join(faults)


def test_each_foreign_library_stays_in_its_room(house: list[Module]) -> None:
    faults = library_faults(house)
    assert not faults, "\n".join(faults)


def test_every_module_is_named_after_its_subject(house: list[Module]) -> None:
    faults = name_faults(house)
    assert not faults, "\n".join(faults)


def test_nothing_is_too_long(house: list[Module]) -> None:
    faults = size_faults(house)
    assert not faults, "\n".join(faults)


def test_every_entry_of_the_tables_can_exist() -> None:
    targets = set().union(*ALLOWED.values(), *LIBRARIES.values()) - ALL
    assert targets <= set(ALLOWED)


# The checks themselves, tried on a made-up house.


@pytest.fixture
def build(tmp_path: Path) -> _Builder:
    return _Builder(tmp_path)


@dataclass(frozen=True)
class _Builder:
    """Writes a made-up house and reads it back."""

    source: Path

    def __call__(self, **texts: str) -> list[Module]:
        for name, text in texts.items():
            path = self.source.joinpath(PACKAGE, *name.split("__")).with_suffix(".py")
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, "utf-8")
        return modules(self.source)


@pytest.mark.parametrize(
    "statement",
    [
        "import planbureau.model.store",
        "from planbureau.model import store",
        "from planbureau import model",
        "from ..model import store",
        "from .. import model",
        "def lazily():\n    from planbureau.model.store import Store",
        "from typing import TYPE_CHECKING\nif TYPE_CHECKING:\n    from planbureau.model.store import Store",
        "import importlib\nimportlib.import_module('planbureau.model.store')",
        "from planbureau.services.plans import adopt_plan",
        "from planbureau.services import plans",
        "from planbureau import app",
    ],
)
def test_a_forbidden_import_of_a_room_is_found(build: _Builder, statement: str) -> None:
    assert len(direction_faults(build(ui__page=statement))) == 1


@pytest.mark.parametrize(
    "statement",
    [
        "from planbureau.services.api import Services",
        "from planbureau.services import api",
        "from planbureau import views, errors",
        "from planbureau.ui.theme import theme",
        "from .theme import theme",
        "import json",
    ],
)
def test_an_allowed_import_of_a_room_is_not_reported(build: _Builder, statement: str) -> None:
    assert direction_faults(build(ui__page=statement)) == []


def test_the_protocols_of_the_services_stay_light(build: _Builder) -> None:
    found = build(
        services__api="from planbureau.model import store",
        services__plans="from planbureau.model import store",
    )
    assert direction_faults(found) == ["services.api:1 imports model.store"]


def test_a_room_without_a_row_is_found(build: _Builder) -> None:
    assert direction_faults(build(attic__box="import json")) == [
        "attic.box: this room stands in no row of the table"
    ]


def test_a_library_outside_its_room_is_found(build: _Builder) -> None:
    found = build(
        ui__page="import sqlalchemy.orm", model__store="import sqlalchemy.orm", rules__dates="import numpy"
    )
    assert library_faults(found) == [
        "rules.dates:1 imports numpy, which has no room",
        "ui.page:1 imports sqlalchemy, which lives in ['model']",
    ]


def test_a_name_without_a_subject_is_found(build: _Builder) -> None:
    assert name_faults(build(ui__utils="", ui__buttons="")) == ["ui.utils"]


def test_what_is_too_long_is_found(build: _Builder) -> None:
    body = "    x = 1\n" * 60
    long_function = f"def long():\n{body}"
    found = build(
        ui__long_function=long_function,
        ui__long_class="class Long:\n" + "    x = 1\n" * 300,
        ui__long_module="x = 1\n" * 401,
        model__migrations__versions__v0001=long_function,
    )
    assert size_faults(found) == [
        "ui.long_class.Long: 301 lines, at most 300",
        "ui.long_function.long: 61 lines, at most 60",
        "ui.long_module: 401 lines, at most 400",
    ]
