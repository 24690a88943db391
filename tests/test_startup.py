"""Nothing heavy stands before the first window: SQLAlchemy alone would add half a second."""

from __future__ import annotations

import importlib.util
import json
import subprocess
import sys

import pytest

HEAVY = {
    "sqlalchemy",
    "alembic",
    "reportlab",
    "pikepdf",
    "pypdfium2",
    "PIL",
    "lxml",
    "zxcvbn",
    "cryptography",
}


def _modules_after(statement: str) -> set[str]:
    """The top-level modules that a new Python has loaded after this statement."""
    code = f"{statement}\nimport json, sys\nprint(json.dumps(list(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)  # noqa: S603 - our own code
    return {name.partition(".")[0] for name in json.loads(done.stdout.splitlines()[-1])}


@pytest.mark.skipif(
    importlib.util.find_spec("planbureau.app") is None, reason="planbureau.app is not there yet"
)
def test_the_window_loads_no_heavy_module() -> None:
    assert _modules_after("import planbureau.app") & HEAVY == set()


def test_a_heavy_module_would_be_noticed() -> None:
    assert _modules_after("import sqlalchemy") & HEAVY == {"sqlalchemy"}
