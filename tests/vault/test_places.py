from __future__ import annotations

from pathlib import Path

import pytest

from planbureau.vault.places import warn_unsafe_place

MOUNTS = """\
/dev/sda1 / ext4 rw 0 0
server:/zorg /mnt/zorg nfs4 rw 0 0
//server/deel /mnt/met\\040spatie cifs rw 0 0
/dev/sdb1 /mnt/zorg/lokaal ext4 rw 0 0
"""


@pytest.mark.parametrize(
    ("path", "service"),
    [
        ("/home/a/OneDrive/kluis", "OneDrive"),
        ("/home/a/OneDrive - Zorggroep Noord/kluis", "OneDrive"),
        ("/home/a/dropbox/kluis", "Dropbox"),
        ("/home/a/Dropbox (Persoonlijk)/x", "Dropbox"),
        ("/home/a/Google Drive/kluis", "Google Drive"),
        ("/home/a/Mijn Drive/kluis", "Google Drive"),
        ("/Users/a/Library/Mobile Documents/com~apple~CloudDocs/kluis", "iCloud"),
        ("/Users/a/Library/CloudStorage/iets/kluis", "clouddienst"),
        ("/home/a/iCloudDrive/kluis", "iCloud"),
        ("/home/a/Nextcloud/kluis", "Nextcloud"),
    ],
)
def test_folders_that_a_service_copies(path: str, service: str) -> None:
    warning = warn_unsafe_place(Path(path), mounts=MOUNTS)
    assert warning is not None
    assert service in warning


@pytest.mark.parametrize("path", ["/mnt/zorg/kluis", "/mnt/met spatie/kluis", "//server/deel/kluis"])
def test_network_drives(path: str) -> None:
    warning = warn_unsafe_place(Path(path), mounts=MOUNTS)
    assert warning is not None
    assert "netwerkschijf" in warning


@pytest.mark.parametrize(
    "path", ["/home/a/kluis", "/mnt/zorg/lokaal/kluis", "/home/a/dropboxen/kluis", "/mnt/zorgelijk/kluis"]
)
def test_ordinary_places(path: str) -> None:
    assert warn_unsafe_place(Path(path), mounts=MOUNTS) is None


def test_this_computer_is_asked_by_default(tmp_path: Path) -> None:
    assert warn_unsafe_place(tmp_path) == warn_unsafe_place(tmp_path, mounts=mount_table())
    assert warn_unsafe_place(tmp_path, mounts=f"x {tmp_path} nfs rw 0 0\n") is not None


def mount_table() -> str:
    path = Path("/proc/self/mounts")
    return path.read_text("utf-8") if path.exists() else ""
