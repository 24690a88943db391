"""kill -9 at any moment loses nothing that was acknowledged."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

ROUNDS = 60


@pytest.mark.skipif(sys.platform == "win32", reason="there is no fork on Windows")
def test_a_killed_writer_loses_nothing_that_was_acknowledged(tmp_path: Path) -> None:
    nursery = Path(__file__).with_name("nursery.py")
    done = subprocess.run(  # noqa: S603 - our own script
        [sys.executable, str(nursery), str(tmp_path), str(ROUNDS), "20260316"],
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    found = json.loads(done.stdout.strip().splitlines()[-1])
    assert found["rounds"] == ROUNDS
    assert found["acknowledged"] > ROUNDS  # the writers were truly at work
    assert found["lost"] == []
    assert found["problems"] == []
    assert found["answers"] == 1
