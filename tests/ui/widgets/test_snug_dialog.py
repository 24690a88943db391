"""A window is as high as what is in it, and never higher than the screen: its buttons stay in sight."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot
from tests.ui.showing import show_active
from tests.ui.walker import walk

from planbureau.ui.theme.context import ThemeContext
from planbureau.ui.widgets import dialog_size, snug_dialog
from planbureau.ui.widgets.chip_row import ChipRow
from planbureau.ui.widgets.confirm_dialog import ConfirmDialog
from planbureau.ui.widgets.labels import FieldLabel, TextLabel

SMALL = QRect(0, 0, 683, 384)
"""A screen of 1366 by 768 at 200 %."""


def asking(qtbot: QtBot, context: ThemeContext, people: int) -> ConfirmDialog:
    """A question with a chip for each of so many people."""
    dialog = ConfirmDialog(context, "Voor wie is dit?", "Kies een of meer mensen.", action="Kiezen")
    qtbot.addWidget(dialog)
    chips = ChipRow(context, "Voor wie")
    chips.set_chips((str(number), f"Mens nummer {number}") for number in range(people))
    dialog.extra.addWidget(FieldLabel("Voor wie", chips))
    dialog.extra.addWidget(chips)
    show_active(qtbot, dialog)
    QApplication.processEvents()
    return dialog


def test_a_question_is_as_high_as_its_content(qtbot: QtBot, context: ThemeContext) -> None:
    dialog = asking(qtbot, context, 16)
    assert dialog.area.verticalScrollBar().maximum() == 0
    empty = dialog.area.height() - dialog.extra.geometry().bottom()
    assert empty < 40
    assert walk(dialog) == []


@pytest.mark.parametrize("people", [2, 16, 60])
def test_the_buttons_stay_on_a_small_screen(
    qtbot: QtBot, context: ThemeContext, monkeypatch: pytest.MonkeyPatch, people: int
) -> None:
    for module in (dialog_size, snug_dialog):
        monkeypatch.setattr(module, "room_under", lambda _: SMALL)
    dialog = asking(qtbot, context, people)
    assert dialog.height() <= SMALL.height()
    for button in (dialog.cancel_button, dialog.action_button):
        assert dialog.rect().contains(button.geometry())


def test_tab_goes_from_what_is_asked_to_the_buttons(qtbot: QtBot, context: ThemeContext) -> None:
    dialog = ConfirmDialog(context, "Afsluiten?", "Veranderen kan dan niet meer.", action="Afsluiten")
    qtbot.addWidget(dialog)
    why = QLineEdit()
    dialog.extra.addWidget(FieldLabel("Waarom", why))
    dialog.extra.addWidget(why)
    why.setFocus()
    show_active(qtbot, dialog)
    assert why.hasFocus()
    QTest.keyClick(why, Qt.Key.Key_Tab)
    assert dialog.cancel_button.hasFocus()
    assert walk(dialog) == []


def test_it_grows_with_what_is_said_later(qtbot: QtBot, context: ThemeContext) -> None:
    dialog = asking(qtbot, context, 3)
    before = dialog.height()
    dialog.extra.addWidget(TextLabel("Kies eerst voor wie dit doel is. " * 6))
    qtbot.waitUntil(lambda: dialog.height() > before)
    assert dialog.area.verticalScrollBar().maximum() == 0
