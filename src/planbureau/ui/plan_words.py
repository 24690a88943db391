"""How a plan without its plan type is called in every list."""

from __future__ import annotations

from planbureau.ui.theme.tokens import Tone

LOST = ("plantype ontbreekt", Tone.WARN, "triangle-alert")
"""Words, tone and icon of its badge."""
