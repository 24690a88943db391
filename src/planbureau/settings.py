"""The settings of this device: look, text size, idle time, where the vault is. Nothing of any client.

A vault's own settings are a record in the vault. This file holds the vault's folder, is readable by its
owner alone, and the folder is never shown in a window title or a list of recent files.
"""

from __future__ import annotations

import json
import os
from contextlib import suppress
from dataclasses import asdict, dataclass, fields
from pathlib import Path
from typing import Any, TypeGuard

import platformdirs

NAME = "instellingen.json"
_A_DAY = 24 * 60
_WIDEST = 20_000
"""Pixels: no screen is wider."""


@dataclass(frozen=True)
class Settings:
    """What this device remembers. `look` "" follows the system; `vault` "" is the default place.

    `last_user` is the id of the password that opened the vault last: a number, never a name.
    """

    look: str = ""
    text_size: str = "normal"
    idle_minutes: int = 10
    vault: str = ""
    last_user: str = ""
    window: tuple[int, int] = (1366, 768)


class SettingsFile:
    """Reads and writes the settings; a damaged or missing file gives the defaults."""

    def __init__(self, folder: Path | None = None) -> None:
        self._path = (folder or Path(platformdirs.user_config_dir("Planbureau", appauthor=False))) / NAME

    def read(self) -> Settings:
        """The settings of this device."""
        try:
            found = json.loads(self._path.read_text(encoding="utf-8"))
        except (OSError, ValueError, RecursionError):
            return Settings()
        return _settings(found) if isinstance(found, dict) else Settings()

    def write(self, settings: Settings) -> None:
        """Keeps the settings. A device that does not allow that works with the old ones."""
        temporary = self._path.with_suffix(".nieuw")
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            handle = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
            with os.fdopen(handle, "w", encoding="utf-8") as file:
                json.dump(asdict(settings), file)
            temporary.replace(self._path)
        except OSError:
            with suppress(OSError):
                temporary.unlink()


def _settings(found: dict[str, Any]) -> Settings:
    known: dict[str, Any] = asdict(Settings())
    for field in fields(Settings):
        value = found.get(field.name)
        default = known[field.name]
        if isinstance(default, tuple):
            if _is_size(value):
                known[field.name] = tuple(value)
        elif type(value) is type(default):
            known[field.name] = value
    if not 0 <= known["idle_minutes"] <= _A_DAY:
        known["idle_minutes"] = Settings.idle_minutes
    if "\0" in known["vault"]:
        known["vault"] = Settings.vault
    return Settings(**known)


def _is_size(value: object) -> TypeGuard[list[int]]:
    """Whether this is a width and a height that a window can have."""
    return (
        isinstance(value, list)
        and len(value) == 2
        and all(type(part) is int and 0 < part < _WIDEST for part in value)
    )
