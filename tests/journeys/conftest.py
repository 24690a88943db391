"""Whole-app journeys use the same theme as the other tests of the screen."""

from __future__ import annotations

from tests.ui.conftest import context, shared_theme, theme

__all__ = ["context", "shared_theme", "theme"]
