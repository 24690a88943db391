"""A package can be built from a source folder without git, and says where its moment comes from."""

from __future__ import annotations

import os
import shutil
import subprocess
from datetime import UTC, datetime
from pathlib import Path

import pytest
from moment import moment_of

NEWEST = 1_700_000_000


@pytest.fixture
def source(tmp_path: Path) -> Path:
    """A source folder as it comes out of an archive."""
    root = tmp_path / "Plánbureau bron"
    (root / "src").mkdir(parents=True)
    for name, seconds in (("src/a.py", NEWEST), ("CHANGELOG.md", NEWEST - 5), ("src/b.py", NEWEST - 9)):
        (root / name).write_text("## 0.1.0 (nog niet uitgebracht)\n", encoding="utf-8")
        os.utime(root / name, (seconds, seconds))
    return root


def test_what_is_given_counts(source: Path) -> None:
    found = moment_of(source, {"SOURCE_DATE_EPOCH": "86400"})
    assert found.in_words() == "Tijdstip in het pakket: 02-01-1970 00:00 UTC (uit SOURCE_DATE_EPOCH)."


def test_what_is_no_number_does_not_stop_the_build(source: Path) -> None:
    assert moment_of(source, {"SOURCE_DATE_EPOCH": "gisteren"}).seconds == NEWEST


def test_without_git_the_newest_file_counts(source: Path) -> None:
    found = moment_of(source, {})
    assert (found.seconds, found.source) == (NEWEST, "git is er niet; van het nieuwste bestand")


def test_the_newest_dated_version_wins_from_the_files(source: Path) -> None:
    text = "## 0.2.0 (nog niet uitgebracht)\n## 0.1.1 (2026-12-01)\n\n2027-01-01\n## 0.1.0 (2026-11-30)\n"
    (source / "CHANGELOG.md").write_text(text, encoding="utf-8")
    found = moment_of(source, {})
    assert datetime.fromtimestamp(found.seconds, UTC) == datetime(2026, 12, 1, tzinfo=UTC)


def test_a_broken_or_missing_git_does_not_stop_it(source: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (source / ".git").mkdir()
    assert moment_of(source, {}).seconds == NEWEST
    monkeypatch.setenv("PATH", str(source))
    assert moment_of(source, {}).seconds == NEWEST


@pytest.mark.skipif(shutil.which("git") is None, reason="git is not there")
def test_the_repository_of_something_else_around_it_does_not_count(source: Path) -> None:
    subprocess.run(["git", "init", "-q", str(source.parent)], check=True)  # noqa: S603, S607 - fixed
    assert moment_of(source, {}).seconds == NEWEST
