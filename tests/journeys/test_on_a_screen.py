"""One journey on a real X server without a monitor, because the other tests draw nowhere."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

HERE = Path(__file__).parent


@pytest.mark.skipif(os.environ.get("SCHERMTEST") == "nee", reason="SCHERMTEST=nee: zonder nagebootst scherm")
@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="Xvfb is er alleen voor Linux")
def test_the_program_works_on_a_screen() -> None:
    environment = {**os.environ, "SCHERM": "xcb", "QT_QPA_PLATFORM": "xcb"}
    environment.pop("WAYLAND_DISPLAY", None)
    command = ["xvfb-run", "-a", "-s", "-screen 0 1600x1000x24", sys.executable, "-m", "pytest"]
    done = subprocess.run(  # noqa: S603 - our own command
        [*command, str(HERE / "on_a_real_screen.py")],
        env=environment,
        cwd=HERE.parent.parent,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
