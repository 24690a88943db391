"""The colours by meaning, once for each look. Contrast of every pair in use is tested."""

from __future__ import annotations

from enum import Enum, StrEnum
from typing import NamedTuple


class Look(StrEnum):
    """The three looks a person can choose from; the value is kept in the settings."""

    LIGHT = "licht"
    DARK = "donker"
    CONTRAST = "hoog_contrast"


class TextSize(Enum):
    """How large the text is; the value is a percentage of the design size."""

    NORMAL = 100
    LARGE = 115
    LARGEST = 130

    @property
    def factor(self) -> float:
        return self.value / 100


class Tone(StrEnum):
    """What a colour says. The colour never says it alone: an icon and a word stand beside it."""

    OK = "ok"
    WARN = "warn"
    ERR = "err"
    INFO = "info"
    IDLE = "idle"


class Tokens(NamedTuple):
    """One look as colours (`#RRGGBB`), each named after its task.

    `border` only decorates and has no contrast to keep; `control` outlines something that can be
    used and keeps 3:1; each text colour keeps 4.5:1 on each ground it is used on.
    """

    look: Look
    bg: str
    surface: str
    sunken: str
    nav: str
    nav_text: str
    nav_active: str
    nav_active_text: str
    text: str
    muted: str
    border: str
    control: str
    primary: str
    primary_hover: str
    primary_pressed: str
    on_primary: str
    primary_soft: str
    danger: str
    danger_hover: str
    on_danger: str
    focus: str
    ok: str
    ok_bg: str
    warn: str
    warn_bg: str
    err: str
    err_bg: str
    info: str
    info_bg: str
    idle: str
    idle_bg: str

    def colour(self, name: str) -> str:
        """The colour called `name`; raises AttributeError for a name that is no token.

        `ok_line` and its like outline a ground that cannot be told from the surface behind it.
        """
        if name.endswith("_line"):
            tone = name.removesuffix("_line")
            ground = self.colour(f"{tone}_bg")
            return self.colour(tone) if ground == self.surface else ground
        value: str = getattr(self, name)
        return value


LIGHT = Tokens(
    look=Look.LIGHT,
    bg="#F4F6F7",
    surface="#FFFFFF",
    sunken="#EDF1F3",
    nav="#E6ECEF",
    nav_text="#2B3F48",
    nav_active="#FFFFFF",
    nav_active_text="#0B5A63",
    text="#16262E",
    muted="#4C5F69",
    border="#D5DDE1",
    control="#7B8B94",
    primary="#0B6670",
    primary_hover="#09565F",
    primary_pressed="#07464D",
    on_primary="#FFFFFF",
    primary_soft="#DDEFF0",
    danger="#A11D1D",
    danger_hover="#861616",
    on_danger="#FFFFFF",
    focus="#1D5FD1",
    ok="#1A6437",
    ok_bg="#E1F3E7",
    warn="#7A4A00",
    warn_bg="#FFF0CF",
    err="#A11D1D",
    err_bg="#FCE6E6",
    info="#184C8C",
    info_bg="#E3EEFB",
    idle="#44545D",
    idle_bg="#E8EDF0",
)

DARK = Tokens(
    look=Look.DARK,
    bg="#151C20",
    surface="#1D262B",
    sunken="#243037",
    nav="#11171A",
    nav_text="#C3D0D6",
    nav_active="#243037",
    nav_active_text="#7FD3DA",
    text="#E8EEF1",
    muted="#A9B8C0",
    border="#34434B",
    control="#7C8E98",
    primary="#6CC7CF",
    primary_hover="#86D5DC",
    primary_pressed="#A3E1E6",
    on_primary="#06262A",
    primary_soft="#1F3D42",
    danger="#FFB0B0",
    danger_hover="#FFC8C8",
    on_danger="#3A0A0A",
    focus="#8AB4FF",
    ok="#8FDBA9",
    ok_bg="#1C3626",
    warn="#F3C877",
    warn_bg="#3B2E14",
    err="#FFB0B0",
    err_bg="#45201F",
    info="#A9CCFA",
    info_bg="#1B304A",
    idle="#BAC7CE",
    idle_bg="#2B373E",
)

CONTRAST = Tokens(
    look=Look.CONTRAST,
    bg="#FFFFFF",
    surface="#FFFFFF",
    sunken="#F0F0F0",
    nav="#FFFFFF",
    nav_text="#000000",
    nav_active="#003C43",
    nav_active_text="#FFFFFF",
    text="#000000",
    muted="#262626",
    border="#000000",
    control="#000000",
    primary="#003C43",
    primary_hover="#002B30",
    primary_pressed="#001A1D",
    on_primary="#FFFFFF",
    primary_soft="#D9F2F4",
    danger="#7A0000",
    danger_hover="#5C0000",
    on_danger="#FFFFFF",
    focus="#B4006A",
    ok="#003D17",
    ok_bg="#FFFFFF",
    warn="#4A2B00",
    warn_bg="#FFFFFF",
    err="#7A0000",
    err_bg="#FFFFFF",
    info="#00265C",
    info_bg="#FFFFFF",
    idle="#000000",
    idle_bg="#FFFFFF",
)


def tokens_of(look: Look) -> Tokens:
    """The colours of a look."""
    return {Look.LIGHT: LIGHT, Look.DARK: DARK, Look.CONTRAST: CONTRAST}[look]
