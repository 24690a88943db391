"""How a status looks wherever it stands: a word, an icon and a tone, never colour alone."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import Literal

Tone = Literal["ok", "warn", "err", "info", "idle"]


@dataclass(frozen=True)
class StatusLook:
    """The Dutch word, the name of the Lucide icon and the tone of one status."""

    word: str
    icon: str
    tone: Tone


class LookedStatus(Enum):
    """A status that has a look; a subclass gives `look`, and its values are what is stored."""

    @property
    def look(self) -> StatusLook:
        """Word, icon and tone together."""
        raise NotImplementedError

    @property
    def word(self) -> str:
        """The Dutch word as a user reads it."""
        return self.look.word

    @property
    def icon(self) -> str:
        """The name of the Lucide icon."""
        return self.look.icon

    @property
    def tone(self) -> Tone:
        """The tone that a theme turns into a colour."""
        return self.look.tone
