"""Every icon that a status or a page names is shipped; a missing one would only show when it is drawn."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import planbureau
from planbureau import resources
from planbureau.rules.goals.action_status import ActionStatus
from planbureau.rules.goals.status import GoalStatus

SOURCE = Path(planbureau.__file__).parent / "ui"


def shipped() -> frozenset[str]:
    return frozenset(path.stem for path in resources.path("icons").glob("*.svg"))


def named() -> Iterator[tuple[str, str]]:
    """The names after `icon=` in the source of the screens, with their files."""
    for path in SOURCE.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.keyword) and node.arg in ("icon", "action_icon"):
                value = node.value
                if isinstance(value, ast.Constant) and isinstance(value.value, str) and value.value:
                    yield value.value, path.name
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name | ast.Attribute):
                name = node.func.id if isinstance(node.func, ast.Name) else node.func.attr
                if name == "icon" and node.args and isinstance(node.args[0], ast.Constant):
                    yield str(node.args[0].value), path.name


def test_every_named_icon_is_shipped() -> None:
    missing = {(name, file) for name, file in named() if name not in shipped()}
    assert missing == set()
    assert len({name for name, _ in named()}) > 20  # the search does find names


def test_every_status_has_its_icon() -> None:
    icons = {status.look.icon for status in (*GoalStatus, *ActionStatus)}
    assert icons <= shipped()
