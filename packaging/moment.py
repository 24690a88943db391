"""The moment that a package carries, so that two builds of the same source give the same bytes.

It comes from SOURCE_DATE_EPOCH, else from the last commit, else (a source folder without git) from the newest
dated version in CHANGELOG.md, else from the newest file.
"""

from __future__ import annotations

import re
import subprocess
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

_DATED = re.compile(r"^##\s.*\b(\d{4})-(\d{2})-(\d{2})\b", re.MULTILINE | re.ASCII)
_SOURCES = ("src", "resources", "packaging", "docs", "CHANGELOG.md", "pyproject.toml")
_MADE = ("_generated", "__pycache__")


@dataclass(frozen=True)
class Moment:
    """Seconds since 1970, and where they come from, in Dutch."""

    seconds: int
    source: str

    def in_words(self) -> str:
        """For who builds."""
        moment = datetime.fromtimestamp(self.seconds, UTC)
        return f"Tijdstip in het pakket: {moment:%d-%m-%Y %H:%M} UTC ({self.source})."


def moment_of(root: Path, environment: Mapping[str, str]) -> Moment:
    """The moment for a build of the source in `root`; never needs git."""
    given = environment.get("SOURCE_DATE_EPOCH", "")
    if given.isascii() and given.isdigit():
        return Moment(int(given), "uit SOURCE_DATE_EPOCH")
    return _of_commit(root) or _of_changelog(root) or _of_files(root)


def _of_commit(root: Path) -> Moment | None:
    # A source folder inside the repository of something else has no commit of its own.
    if not (root / ".git").exists():
        return None
    command = ["git", "log", "-1", "--format=%ct"]
    try:
        done = subprocess.run(command, cwd=root, capture_output=True, text=True, check=True)  # noqa: S603 - fixed
    except (OSError, subprocess.CalledProcessError):
        return None
    told = done.stdout.strip()
    return Moment(int(told), "van de laatste commit") if told.isdigit() else None


def _of_changelog(root: Path) -> Moment | None:
    found = _DATED.findall((root / "CHANGELOG.md").read_text(encoding="utf-8"))
    days = [datetime(int(year), int(month), int(day), tzinfo=UTC) for year, month, day in found]
    if not days:
        return None
    return Moment(int(max(days).timestamp()), "git is er niet; van de nieuwste versie in CHANGELOG.md")


def _of_files(root: Path) -> Moment:
    files = (file for name in _SOURCES for file in (root / name, *(root / name).rglob("*")) if file.is_file())
    times = (int(file.stat().st_mtime) for file in files if not set(_MADE) & set(file.parts))
    return Moment(max(times), "git is er niet; van het nieuwste bestand")
