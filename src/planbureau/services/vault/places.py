"""Where vaults are kept on this device; light, because the first window asks for it."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

import platformdirs

APP = "Planbureau"


def _data_folder(name: str) -> Path:
    return Path(platformdirs.user_data_dir(APP, appauthor=False)) / name


@dataclass(frozen=True)
class Places:
    """Where vaults and their automatic copies are kept on this device; `daily` makes a copy each day.

    `formats` may hold plan types of the organisation, beside the shipped ones.
    """

    vault: Path = field(default_factory=lambda: _data_folder("kluis"))
    backups: Path = field(default_factory=lambda: _data_folder("reservekopieen"))
    formats: Path = field(default_factory=lambda: _data_folder("plantypes"))
    daily: bool = True
