"""Walking the chain of Tab leaves every widget with its own parent: else Python takes a shown page away."""

from __future__ import annotations

import gc

import shiboken6
from PySide6.QtWidgets import QPushButton, QStackedWidget, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from planbureau.ui.theme.context import ThemeContext
from planbureau.ui.widgets.chip_row import ChipRow
from planbureau.ui.widgets.scroll_page import ScrollPage


def test_a_page_that_scrolls_stays_when_garbage_is_collected(qtbot: QtBot, context: ThemeContext) -> None:
    stack = QStackedWidget()
    qtbot.addWidget(stack)
    stack.addWidget(QPushButton("eerst"))
    stack.show()
    qtbot.waitExposed(stack)
    page = QWidget()
    scroll = ScrollPage(context)
    QVBoxLayout(page).addWidget(scroll)
    row = ChipRow(context, "Voor wie")
    row.set_chips([("a", "Anna"), ("b", "Bo")])
    scroll.add(row)
    stack.addWidget(page)
    del scroll
    stack.setCurrentWidget(page)
    assert "ScrollPage" in shiboken6.dump(page).partition("children")[2]
    gc.collect()
    assert shiboken6.isValid(row)
