"""How large a window over the page opens: as it was drawn, and never larger than the screen."""

from __future__ import annotations

from PySide6.QtWidgets import QDialog

from planbureau.ui.theme.context import ThemeContext
from planbureau.ui.widgets.screen_room import room_under

_BAR = 48
"""Pixels for the bar that the system draws above a window."""


def fit_on_screen(dialog: QDialog, context: ThemeContext, wide: int, high: int) -> None:
    """Makes a dialog so wide and high, in pixels of the design; with large letters or a small screen less."""
    room = room_under(dialog)
    dialog.resize(min(context.px(wide), room.width()), min(context.px(high), room.height() - _BAR))
