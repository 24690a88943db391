"""kill -9 at any moment loses nothing that was acknowledged."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

ROUNDS = 60
ROUNDS_OF_TWO = 50
ROOT = Path(__file__).parents[2]
pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="there is no fork on Windows")


def killing(script: str, folder: Path, rounds: int) -> dict[str, Any]:
    """What a script of this folder found."""
    paths = os.pathsep.join(str(ROOT / name) for name in ("src", "."))
    done = subprocess.run(  # noqa: S603 - our own script
        [sys.executable, str(Path(__file__).with_name(script)), str(folder), str(rounds), "20260316"],
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
        env=os.environ | {"PYTHONPATH": paths},
    )
    assert done.returncode == 0, done.stderr
    found: dict[str, Any] = json.loads(done.stdout.strip().splitlines()[-1])
    assert found["rounds"] == rounds
    assert found["acknowledged"] > rounds  # the writers were truly at work
    return found


def test_a_killed_writer_loses_nothing_that_was_acknowledged(tmp_path: Path) -> None:
    found = killing("nursery.py", tmp_path, ROUNDS)
    assert found["lost"] == []
    assert found["problems"] == []
    assert found["answers"] == 1


def test_two_colleagues_lose_nothing_in_a_plan_an_evaluation_a_note_or_on_the_scratch_pad(
    tmp_path: Path,
) -> None:
    found = killing("colleagues.py", tmp_path, ROUNDS_OF_TWO)
    assert found["lost"] == []
    assert found["verdict"] == "De kluis is in orde."
