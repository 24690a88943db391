"""Starts Planbureau from a checkout: with a window, or on a machine without a screen its main job."""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
from pathlib import Path

import system_libraries

ROOT = Path(__file__).resolve().parents[1]
DEMO = Path("demo")
PRINTS = DEMO / "afdrukken"


def has_screen() -> bool:
    """Whether a window could be shown: on Linux that takes X11 or Wayland (or a platform chosen by hand)."""
    if not sys.platform.startswith("linux"):
        return True
    return any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"))


def planbureau(module: str, *arguments: str) -> int:
    """Run one of the two entrances of the program."""
    command = [sys.executable, "-m", f"planbureau.{module}", *arguments]
    return subprocess.run(command, cwd=ROOT, check=False).returncode  # noqa: S603 - our own command


def without_window() -> int:
    """Make the demo vault and print its plans in each edition, into a folder that is named."""
    print("Deze computer heeft geen scherm, dus er gaat geen venster open.")
    print(
        "Planbureau maakt nu een kluis van een verzonnen organisatie en drukt de plannen daaruit af.",
        flush=True,
    )
    code = planbureau("cli", "demo", "--folder", str(DEMO), "--print", str(PRINTS))
    if code == 0:
        print(f"De afgedrukte plannen staan in: {ROOT / PRINTS}")
        print("Wat er nog meer kan zonder venster: .venv/bin/planbureau --help")
    return code


def main() -> int:
    """Start with what this machine has."""
    parser = argparse.ArgumentParser(description="Start Planbureau.")
    parser.add_argument("--demo", action="store_true", help="met een verzonnen organisatie")
    chosen = parser.parse_args()
    if not has_screen():
        return without_window()
    if not system_libraries.ensure("screen"):
        return 1
    return planbureau("app", *(["--demo"] if chosen.demo else []))


if __name__ == "__main__":
    sys.exit(main())
