"""Being built."""

from __future__ import annotations

from planbureau.ui.page import Page


class CalendarPage(Page):
    """Being built."""
