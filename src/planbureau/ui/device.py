"""The choices that belong to this device: how it looks, and when it locks."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol


@dataclass(frozen=True)
class DeviceChoices:
    """`look` is a value of theme.tokens.Look, or "" to follow the system; `text_size` a name of TextSize."""

    look: str = ""
    text_size: str = "normal"
    idle_minutes: int = 10


class Device(Protocol):
    """Where the settings page reads and keeps these choices."""

    @property
    def choices(self) -> DeviceChoices: ...

    def choose(self, choices: DeviceChoices) -> None: ...
