from __future__ import annotations

import os
from pathlib import Path

import pytest

from planbureau.vault import atomic


def test_replaces_the_whole_file(tmp_path: Path) -> None:
    path = tmp_path / "a"
    atomic.write_atomically(path, b"een")
    atomic.write_atomically(path, b"twee")
    assert path.read_bytes() == b"twee"
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.skipif(os.name != "posix", reason="Windows has no such rights")
def test_only_the_owner_may_read(tmp_path: Path) -> None:
    atomic.write_atomically(tmp_path / "a", b"x")
    assert (tmp_path / "a").stat().st_mode & 0o777 == 0o600


def test_a_failure_leaves_the_old_file_and_nothing_else(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a"
    atomic.write_atomically(path, b"oud")

    def full(_descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="No space"):
        atomic.write_atomically(path, b"nieuw")
    assert path.read_bytes() == b"oud"
    assert list(tmp_path.iterdir()) == [path]
