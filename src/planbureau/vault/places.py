"""Places where a living vault is not safe: folders that a cloud service copies, and network drives.

A service that copies files one by one gives a database without its latest work, and two laptops that write in
the same file over a network damage it. Such places are fine for backups.
"""

from __future__ import annotations

import sys
from pathlib import Path, PurePath

_CLOUD_NAMES = {
    "onedrive": "OneDrive",
    "dropbox": "Dropbox",
    "google drive": "Google Drive",
    "googledrive": "Google Drive",
    "google-drive": "Google Drive",
    "my drive": "Google Drive",
    "mijn drive": "Google Drive",
    "icloud": "iCloud",
    "mobile documents": "iCloud",
    "cloudstorage": "een clouddienst",
    "nextcloud": "Nextcloud",
    "owncloud": "ownCloud",
    "stackdrive": "STACK",
    "pcloud": "pCloud",
    "sharepoint": "SharePoint",
}
_NETWORK_SYSTEMS = frozenset(
    {"nfs", "nfs4", "cifs", "smb3", "smbfs", "ncpfs", "afs", "ceph", "davfs"}
    | {"fuse.sshfs", "fuse.rclone", "fuse.davfs2", "fuse.gvfsd-fuse", "fuse.onedriver"}
    | {"fuse.google-drive-ocamlfuse"}
)
_MOUNT_TABLE = Path("/proc/self/mounts")
_DRIVE_REMOTE = 4  # Windows: GetDriveTypeW


def warn_unsafe_place(path: Path, *, mounts: str | None = None) -> str | None:
    """A Dutch warning when a vault does not belong at `path`, else None.

    `mounts` is the text of a mount table; by default that of this computer.
    """
    service = _cloud_service(path) or _cloud_service(path.resolve())
    if service:
        return (
            f"Deze map wordt bijgehouden door {service}. Daar kan een open kluis beschadigd raken, "
            "en komt er een kopie buiten je eigen computer. Kies een gewone map op deze computer. "
            "Een reservekopie mag er wel staan."
        )
    if _is_network(path, mounts):
        return (
            "Deze map staat op een netwerkschijf. Daar kan een open kluis beschadigd raken. "
            "Kies een map op de schijf van deze computer. Een reservekopie mag er wel staan."
        )
    return None


def _cloud_service(path: PurePath) -> str | None:
    for part in path.parts:
        name = part.casefold()
        for known, service in _CLOUD_NAMES.items():
            # "OneDrive - Zorggroep", "Dropbox (Persoonlijk)", "iCloudDrive"; not "Mijn dropboxen"
            rest = name.removeprefix(known)
            if rest != name and (not rest[:1].isalpha() or rest.startswith("drive")):
                return service
    return None


def _is_network(path: Path, mounts: str | None) -> bool:
    if str(path).startswith(("\\\\", "//")):
        return True
    if sys.platform == "win32":
        import ctypes

        return bool(ctypes.windll.kernel32.GetDriveTypeW(path.resolve().anchor) == _DRIVE_REMOTE)
    if mounts is None:
        try:
            mounts = _MOUNT_TABLE.read_text("utf-8", "replace")
        except OSError:
            return False
    return _file_system(path.resolve(), mounts) in _NETWORK_SYSTEMS


def _file_system(path: Path, mounts: str) -> str:
    """The kind of file system that holds `path`, by the deepest mount point above it."""
    best, kind = -1, ""
    for line in mounts.splitlines():
        fields = line.split(" ")
        if len(fields) < 3:
            continue
        point = Path(fields[1].replace("\\040", " "))
        if path.is_relative_to(point) and len(point.parts) >= best:
            best, kind = len(point.parts), fields[2]
    return kind
