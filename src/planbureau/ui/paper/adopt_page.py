"""Being built."""

from __future__ import annotations

from planbureau.ui.page import Page


class AdoptPage(Page):
    """Being built."""
