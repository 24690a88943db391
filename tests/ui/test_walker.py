"""Each check of the walker fires on what it is there for, and stays silent on a good window."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtGui import QKeyEvent, QPixmap
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot
from tests.ui.showing import show_active
from tests.ui.walker import walk

from planbureau.ui.theme.context import ThemeContext
from planbureau.ui.widgets.buttons import Button, ButtonKind
from planbureau.ui.widgets.labels import FieldLabel, TextLabel
from planbureau.ui.widgets.scroll_page import ScrollPage

Build = Callable[[QVBoxLayout, ThemeContext], None]


class _Trap(QPlainTextEdit):
    def keyPressEvent(self, event: QKeyEvent) -> None:
        event.accept()


def _no_name(column: QVBoxLayout, context: ThemeContext) -> None:
    del context
    column.addWidget(QLineEdit())


def _no_buddy(column: QVBoxLayout, context: ThemeContext) -> None:
    del context
    column.addWidget(FieldLabel("Naam"))


def _mute_image(column: QVBoxLayout, context: ThemeContext) -> None:
    label = QLabel()
    label.setPixmap(context.pixmap("check", "text", 18))
    column.addWidget(label)


def _tab_trap(column: QVBoxLayout, context: ThemeContext) -> None:
    box = _Trap()
    box.setAccessibleName("val")
    column.addWidget(box)
    column.addWidget(Button(context, "Verder"))


def _unreachable(column: QVBoxLayout, context: ThemeContext) -> None:
    first, second, third = (Button(context, word) for word in ("Een", "Twee", "Drie"))

    class _Skips(QWidget):
        def focusNextPrevChild(self, forward: bool) -> bool:
            (third if first.hasFocus() else first).setFocus()
            return forward or True

    box = _Skips()
    inside = QVBoxLayout(box)
    for button in (first, second, third):
        inside.addWidget(button)
    column.addWidget(box)


def _jumps_up(column: QVBoxLayout, context: ThemeContext) -> None:
    buttons = [Button(context, word) for word in ("Een", "Twee", "Drie", "Vier")]
    for button in buttons:
        column.addWidget(button)
    QWidget.setTabOrder(buttons[0], buttons[3])
    QWidget.setTabOrder(buttons[3], buttons[1])


def _small(column: QVBoxLayout, context: ThemeContext) -> None:
    del context
    button = QPushButton()
    button.setAccessibleName("klein")
    button.setFixedSize(20, 20)
    column.addWidget(button)


def _clipped(column: QVBoxLayout, context: ThemeContext) -> None:
    del context
    label = TextLabel("Een lange zin die hier niet past", wrap=False)
    label.setFixedWidth(60)
    column.addWidget(label)


def _clipped_below(column: QVBoxLayout, context: ThemeContext) -> None:
    del context
    label = TextLabel("Een lange zin die over veel regels loopt en hier dus niet past")
    label.setFixedSize(120, 20)
    column.addWidget(label)


def _cut_choice(column: QVBoxLayout, context: ThemeContext) -> None:
    del context
    box = QComboBox()
    box.setAccessibleName("Wie")
    box.addItem("Iedereen die iets doet in dit gezin")
    box.setFixedWidth(120)
    column.addWidget(box)


def _hidden_begin(column: QVBoxLayout, context: ThemeContext) -> None:
    column.addWidget(Button(context, "Hier staat de aandacht"))
    line = QLineEdit("Zorgbureau De Verzonnen Linde, afdeling wonen")
    line.setAccessibleName("Organisatie")
    line.setFixedWidth(120)
    column.addWidget(line)


def _sticks_out(column: QVBoxLayout, context: ThemeContext) -> None:
    cell = QWidget()
    cell.setFixedSize(100, 60)
    button = Button(context, "Tom van den Verzinsel", parent=cell)
    button.setGeometry(0, 0, 220, 38)
    column.addWidget(cell)


def _too_wide(column: QVBoxLayout, context: ThemeContext) -> None:
    page = ScrollPage(context)
    wide = TextLabel("breed")
    wide.setMinimumWidth(900)
    page.add(wide)
    column.addWidget(page)


def _pale(column: QVBoxLayout, context: ThemeContext) -> None:
    del context
    label = TextLabel("Bleke tekst")
    label.setStyleSheet("color: #BBBBBB; background: #FFFFFF;")
    column.addWidget(label)


CASES: tuple[tuple[str, Build], ...] = (
    ("geen naam", _no_name),
    ("label zonder veld", _no_buddy),
    ("afbeelding zonder naam", _mute_image),
    ("tab-val", _tab_trap),
    ("niet bereikbaar met Tab", _unreachable),
    ("tabvolgorde springt omhoog", _jumps_up),
    ("klein doel", _small),
    ("afgekapt", _clipped),
    ("afgekapt", _clipped_below),
    ("afgekapt", _cut_choice),
    ("begin niet te zien", _hidden_begin),
    ("steekt uit", _sticks_out),
    ("te breed", _too_wide),
    ("contrast", _pale),
)


def _window(qtbot: QtBot, context: ThemeContext, build: Build) -> QWidget:
    window = QWidget()
    qtbot.addWidget(window)
    build(QVBoxLayout(window), context)
    window.resize(500, 300)
    show_active(qtbot, window)
    return window


@pytest.mark.parametrize(("check", "build"), CASES, ids=[build.__name__ for _, build in CASES])
def test_check_fires(qtbot: QtBot, context: ThemeContext, check: str, build: Build) -> None:
    findings = walk(_window(qtbot, context, build))
    assert check in {finding.check for finding in findings}


def test_a_good_window_has_no_findings(qtbot: QtBot, context: ThemeContext) -> None:
    def build(column: QVBoxLayout, context: ThemeContext) -> None:
        line = QLineEdit()
        column.addWidget(line)
        column.insertWidget(0, FieldLabel("Naam", line))
        row = QHBoxLayout()
        row.addWidget(Button(context, "Bewaren", ButtonKind.PRIMARY, icon="check"))
        row.addWidget(Button(context, "Annuleren"))
        column.addLayout(row)
        decoration = QLabel()
        decoration.setPixmap(QPixmap(4, 4))
        decoration.setProperty("decorative", True)
        column.addWidget(decoration)

    assert walk(_window(qtbot, context, build)) == []
