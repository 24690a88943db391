"""What dialogs with a long form share: all but the buttons scrolls, so those stay on a small screen."""

from __future__ import annotations

from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from planbureau.ui.theme.context import ThemeContext
from planbureau.ui.theme.tokens import Tone
from planbureau.ui.widgets.banner import Banner
from planbureau.ui.widgets.buttons import Button
from planbureau.ui.widgets.scroll_page import ScrollPage


def scroll_above(dialog: QDialog, context: ThemeContext, area: ScrollPage, *buttons: Button) -> None:
    """Lays out a dialog: `area`, and below it the buttons at the right, none of them pressed by Enter."""
    px = context.px
    column = QVBoxLayout(dialog)
    column.setContentsMargins(0, 0, 0, px(18))
    column.addWidget(area, 1)
    row = QHBoxLayout()
    row.setContentsMargins(px(22), 0, px(22), 0)
    row.addStretch()
    for button in buttons:
        button.setAutoDefault(False)
        row.addWidget(button)
    column.addLayout(row)


def show_trouble(area: ScrollPage, banner: Banner, what: str, advice: str, field: QWidget) -> None:
    """Says in the banner at the top of `area` what went wrong, and goes to the field to mend it."""
    banner.set_message(what, Tone.ERR, detail=advice)
    banner.show()
    field.setFocus()
    area.to_top()
