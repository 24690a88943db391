"""How a status looks wherever it stands: a word, an icon and a tone, never colour alone."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Tone = Literal["ok", "warn", "err", "info", "idle"]


@dataclass(frozen=True)
class StatusLook:
    """The Dutch word, the name of the Lucide icon and the tone of one status."""

    word: str
    icon: str
    tone: Tone
