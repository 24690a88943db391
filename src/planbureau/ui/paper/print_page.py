"""Being built."""

from __future__ import annotations

from planbureau.ui.page import Page


class PrintPage(Page):
    """Being built."""
