"""How large a window over the page opens: as it was drawn, and never larger than the screen."""

from __future__ import annotations

from PySide6.QtWidgets import QDialog

from planbureau.ui.theme.context import ThemeContext
from planbureau.ui.widgets.screen_room import room_under

_BAR = 48
"""Pixels for the bar that the system draws above a window."""


def fit_on_screen(dialog: QDialog, context: ThemeContext, wide: int, high: int) -> None:
    """Makes a dialog so wide and high, in pixels of the design; with large letters or a small screen less."""
    wide = min(context.px(wide), room_under(dialog).width())
    dialog.resize(wide, min(context.px(high), height_under(dialog)))


def height_under(dialog: QDialog) -> int:
    """How high a dialog may be, in pixels."""
    return room_under(dialog).height() - _BAR
