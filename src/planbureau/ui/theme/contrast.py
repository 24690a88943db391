"""How well two colours can be told apart: the contrast of WCAG 2.2, and the pairs this program uses."""

from __future__ import annotations

from PySide6.QtGui import QColor

TEXT_MINIMUM = 4.5
"""WCAG 2.2, 1.4.3 Contrast (Minimum), level AA."""

CONTROL_MINIMUM = 3.0
"""WCAG 2.2, 1.4.11 Non-text Contrast, level AA."""

_GROUNDS = ("bg", "surface", "sunken", "primary_soft")
_TONES = ("ok", "warn", "err", "info", "idle")

TEXT_PAIRS: tuple[tuple[str, str], ...] = (
    *(("text", ground) for ground in _GROUNDS),
    *(("muted", ground) for ground in _GROUNDS),
    *((tone, f"{tone}_bg") for tone in _TONES),
    *((tone, ground) for tone in ("ok", "warn", "err") for ground in ("surface", "bg", "primary_soft")),
    *(("text", f"{tone}_bg") for tone in _TONES),
    *(("primary", ground) for ground in _GROUNDS),
    *(("primary", f"{tone}_bg") for tone in _TONES),
    ("nav_text", "nav"),
    ("nav_text", "primary_soft"),
    ("nav_active_text", "nav_active"),
    ("on_primary", "primary"),
    ("on_primary", "primary_hover"),
    ("on_primary", "primary_pressed"),
    ("on_danger", "danger"),
    ("on_danger", "danger_hover"),
    ("surface", "text"),
)

CONTROL_PAIRS: tuple[tuple[str, str], ...] = (
    *(("control", ground) for ground in ("surface", "bg")),
    *(("focus", ground) for ground in ("surface", "bg", "nav", "primary_soft", "sunken")),
    ("primary", "surface"),
    ("warn", "surface"),
    ("err", "surface"),
)


def luminance(colour: QColor) -> float:
    """Relative luminance, 0 (black) to 1 (white), as WCAG 2.2 defines it."""

    def linear(channel: float) -> float:
        return channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4

    return 0.2126 * linear(colour.redF()) + 0.7152 * linear(colour.greenF()) + 0.0722 * linear(colour.blueF())


def contrast(one: QColor, other: QColor) -> float:
    """The contrast ratio of two colours, 1 to 21."""
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)
