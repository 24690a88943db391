"""The order of Tab stands on what a layout holds now, also when parts came and went many times.

Python keeps the wrappers of layout items that Qt has taken away: with `itemAt` this ended the process.
"""

from __future__ import annotations

import random

from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QGridLayout, QHBoxLayout, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from planbureau.ui.widgets.flow import Flow
from planbureau.ui.widgets.tab_order import follow_layout, in_order, stops_in

TURNS = 800
MOST = 20


class Card(QWidget):
    """Buttons on a row of their own inside a column."""

    def __init__(self, buttons: int, *, stretch: bool) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        self.row = QHBoxLayout()
        column.addLayout(self.row)
        for number in range(buttons):
            self.row.addWidget(QPushButton(str(number)))
        if stretch:
            self.row.addStretch()

    def empty(self) -> None:
        while self.row.count():
            item = self.row.takeAt(0)
            widget = item.widget() if item is not None else None
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self.row.addWidget(QPushButton("anders"))


def test_cards_that_come_and_go(qtbot: QtBot) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    column, cards, chance = QVBoxLayout(page), list[Card](), random.Random(1)  # noqa: S311 - chance, no secret
    for _ in range(TURNS):
        what = chance.random()
        if what < 0.4 or not cards:
            cards.append(Card(chance.randrange(1, 4), stretch=chance.random() < 0.5))
            column.addWidget(cards[-1])
        elif what < 0.7:
            gone = cards.pop(chance.randrange(len(cards)))
            if what < 0.6:
                column.removeWidget(gone)
            gone.hide()
            gone.deleteLater()
        elif what < 0.85:
            chance.choice(cards).empty()
        elif buttons := chance.choice(cards).findChildren(QPushButton):
            buttons[0].setParent(None)
            buttons[0].deleteLater()
        follow_layout(page)
        if chance.random() < 0.5:
            QApplication.processEvents()
            QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
        while len(cards) > MOST:
            column.removeWidget(cards[0])
            cards.pop(0).deleteLater()
    assert in_order(page)


def test_every_kind_of_layout_is_read_as_people_see_it(qtbot: QtBot) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    column = QVBoxLayout(page)
    names = {}

    def button(name: str) -> QPushButton:
        names[name] = QPushButton(name)
        return names[name]

    last, flow, grid = button("laatste"), Flow(), QGridLayout()
    column.addWidget(last)
    column.insertWidget(0, flow)
    column.insertLayout(0, grid)
    column.insertWidget(0, button("eerste"))
    grid.addWidget(button("rechtsonder"), 1, 1)
    grid.addWidget(button("linksonder"), 1, 0)
    grid.addWidget(button("linksboven"), 0, 0)
    flow.add(button("twee"))
    flow.insert(0, button("een"))
    expected = ["eerste", "linksboven", "linksonder", "rechtsonder", "een", "twee", "laatste"]
    assert [names[name] for name in expected] == list(stops_in(page))
    follow_layout(page)
    page.show()
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    names["eerste"].setFocus()
    for name in expected:
        assert names[name].hasFocus(), name
        QTest.keyClick(names[name], Qt.Key.Key_Tab)
