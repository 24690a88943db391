"""Every key and list element of a TOML file has a line."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from typing import Any

import pytest

from planbureau import resources
from planbureau.formats.toml_positions import KeyPath, line_numbers

TEXT = """id = "a"
a.b = 1

[x."y z"]
q = [{ a = 1 },  # comment
  { b = 2 }]
[[s]]
id = "1"
[[s]]
id = "2"
[[s.q]]
when = { not = { flag = "x" } }
[s.change.naam]
need = "adopt"
"""


@pytest.mark.parametrize(
    ("path", "line"),
    [
        (("id",), 1),
        (("a", "b"), 2),
        (("x", "y z"), 4),
        (("x", "y z", "q", 1, "b"), 6),
        (("s", 0, "id"), 8),
        (("s", 1), 9),
        (("s", 1, "q", 0), 11),
        (("s", 1, "q", 0, "when", "not", "flag"), 12),
        (("s", 1, "change", "naam", "need"), 14),
    ],
)
def test_line_of_a_key(path: KeyPath, line: int) -> None:
    assert line_numbers(TEXT)[path] == line


@pytest.mark.parametrize("name", ["formats/_shared.toml", "formats/osp.toml", "goals.toml"])
def test_every_value_of_the_shipped_files_has_a_line(name: str) -> None:
    text = resources.path(*name.split("/")).read_text(encoding="utf-8")
    lines = line_numbers(text)
    source = text.splitlines()
    for path in _paths(tomllib.loads(text), ()):
        if isinstance(path[-1], str):
            assert path[-1] in source[lines[path] - 1], path


def _paths(value: Any, path: KeyPath) -> Iterator[KeyPath]:
    if isinstance(value, dict):
        for key, part in value.items():
            if not isinstance(part, list) or not part or not isinstance(part[0], dict):
                yield (*path, key)
            yield from _paths(part, (*path, key))
    elif isinstance(value, list):
        for index, part in enumerate(value):
            yield (*path, index)
            yield from _paths(part, (*path, index))
