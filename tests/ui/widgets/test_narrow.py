"""Words that do not fit end in an ellipsis and are told by pointing; a long line shows its beginning."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import QPointF, QRect
from PySide6.QtGui import QEnterEvent
from PySide6.QtWidgets import QApplication, QStyleOptionComboBox, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from planbureau.clock import FixedClock
from planbureau.services.api import PasswordStrength
from planbureau.ui.paper.lock_dialog import LockDialog
from planbureau.ui.people.restriction_dialog import RestrictionDialog
from planbureau.ui.theme.context import ThemeContext
from planbureau.ui.theme.properties import set_style_property
from planbureau.ui.widgets import dialog_size
from planbureau.ui.widgets.chip_row import ChipMode, ChipRow
from planbureau.ui.widgets.choice_box import ChoiceBox
from planbureau.ui.widgets.date_field import DateField
from planbureau.ui.widgets.draw_dialog import DrawDialog
from planbureau.ui.widgets.long_text_edit import LongTextEdit
from planbureau.ui.widgets.shortening import bold_metrics, shortened
from planbureau.ui.widgets.title_button import TitleButton

LONG = "Herstelplan in de stijl van WRAP"


def _point_at(widget: QWidget) -> None:
    QApplication.sendEvent(widget, QEnterEvent(QPointF(3, 3), QPointF(3, 3), QPointF(3, 3)))


def _drawn(box: ChoiceBox) -> str:
    option = QStyleOptionComboBox()
    box.initStyleOption(option)
    return option.currentText


def test_a_drop_down(qtbot: QtBot, context: ThemeContext) -> None:
    del context
    box = ChoiceBox("Wie", (("een", LONG),))
    qtbot.addWidget(box)
    box.set_value("een")
    box.resize(140, 38)
    assert _drawn(box).endswith("…")
    _point_at(box)
    assert box.toolTip() == LONG
    box.resize(500, 38)
    assert _drawn(box) == LONG
    _point_at(box)
    assert box.toolTip() == ""
    assert box.currentText() == LONG  # what it holds is never shortened


def test_a_title(qtbot: QtBot, context: ThemeContext) -> None:
    button = TitleButton(context, LONG)
    qtbot.addWidget(button)
    button.resize(button.sizeHint())
    assert shortened(button) == LONG
    whole = button.grab().toImage()
    button.resize(button.minimumSizeHint())
    assert shortened(button).endswith("…")
    assert button.grab().toImage() != whole.copy(0, 0, button.width(), button.height())
    _point_at(button)
    assert button.toolTip() == LONG


def test_chips_in_a_narrow_cell(qtbot: QtBot, context: ThemeContext) -> None:
    row = ChipRow(context, "Wie is erbij", ChipMode.REMOVE)
    qtbot.addWidget(row)
    row.set_chips((("0", "Tom van den Verzinsel (gezinsbegeleider)"),))
    row.resize(150, 120)
    row.show()
    chip = row.chip("0")
    assert chip is not None
    qtbot.waitUntil(lambda: 0 < chip.width() <= row.width())
    assert "…" in shortened(chip)
    assert chip.toolTip() == "Tom van den Verzinsel (gezinsbegeleider) weghalen"


@pytest.mark.parametrize("room", [900, 420])
def test_a_chip_that_is_on_keeps_all_its_words(qtbot: QtBot, context: ThemeContext, room: int) -> None:
    name = "Maria Wilhelmina van den Bergh-Schuurmans van Oudewater (wettelijk vertegenwoordiger)"
    row = ChipRow(context, "Wie waren erbij")
    qtbot.addWidget(row)
    row.set_chips((("0", name),))
    chip = row.chip("0")
    assert chip is not None
    row.resize(room, 120)
    row.show()
    chip.setChecked(True)
    qtbot.waitUntil(lambda: 0 < chip.width() <= room)
    words = shortened(chip)
    assert (words == name) == (room > 800)
    needed = bold_metrics(chip).horizontalAdvance(words)
    assert needed <= chip.width() - 2 * 11 + context.px(12)  # what the edges have, and may give away


def test_a_date(qtbot: QtBot, context: ThemeContext) -> None:
    field = DateField(context, FixedClock.on(date(2026, 3, 16)), "Dag")
    qtbot.addWidget(field)
    field.set_value(date(2026, 9, 30))
    field.resize(400, 60)
    field.show()
    assert field.line.text() == "woensdag 30 september 2026"
    field.resize(210, 60)
    assert field.line.text() == "30 september 2026"
    assert field.value() == date(2026, 9, 30)
    assert field.unread_text() == ""
    field.resize(400, 60)
    assert field.line.text() == "woensdag 30 september 2026"


def test_a_box_of_one_line_has_its_whole_edge(qtbot: QtBot, context: ThemeContext) -> None:
    """Also after its look changed: with a least height from the stylesheet it then lost its lower edge."""
    page = QWidget()
    qtbot.addWidget(page)
    column = QVBoxLayout(page)
    page.resize(500, 300)
    page.show()
    box = LongTextEdit(context, "Wat gaat er gebeuren", lines=1)
    column.addWidget(box)
    qtbot.waitUntil(box.edit.isVisible)
    set_style_property(box.edit, "state", "todo")
    QApplication.processEvents()
    assert box.edit.minimumHeight() == box.edit.maximumHeight()
    assert box.rect().contains(box.edit.geometry())


@pytest.mark.parametrize(
    ("screen", "fits"), [((683, 384), (460, 384 - 48)), ((1366, 768), (460, 480)), ((320, 568), (320, 480))]
)
def test_a_dialog_is_never_larger_than_the_screen(
    qtbot: QtBot,
    context: ThemeContext,
    monkeypatch: pytest.MonkeyPatch,
    screen: tuple[int, int],
    fits: tuple[int, int],
) -> None:
    """Else its buttons are below the screen, as on a small laptop at 200 %."""
    monkeypatch.setattr(dialog_size, "room_under", lambda _: QRect(0, 0, *screen))
    people = tuple((str(n), f"Iemand {n}") for n in range(12))
    dialog = RestrictionDialog(context, "Adres Kade 12", people)
    qtbot.addWidget(dialog)
    assert (dialog.width(), dialog.height()) == fits
    dialog.show()
    QApplication.processEvents()
    assert dialog.height() <= screen[1] - 48
    assert dialog.rect().contains(dialog.save_button.mapTo(dialog, dialog.save_button.rect().bottomRight()))


def test_the_buttons_below_a_drawing_stay_on_a_small_screen(
    qtbot: QtBot, context: ThemeContext, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(dialog_size, "room_under", lambda _: QRect(0, 0, 683, 384))
    page = QWidget()
    qtbot.addWidget(page)
    page.resize(683, 384)
    dialog = DrawDialog(context, page)
    dialog.show()
    QApplication.processEvents()
    assert dialog.height() <= 384 - 48
    assert dialog.pad.height() >= context.px(110)


def test_the_buttons_below_two_passwords_stay_on_a_small_screen(qtbot: QtBot, context: ThemeContext) -> None:
    dialog = LockDialog(context, lambda _: PasswordStrength(0, "", "", accepted=False))
    qtbot.addWidget(dialog)
    dialog.resize(460, 336)
    dialog.show()
    QApplication.processEvents()
    assert dialog.height() == 336
    for button in (dialog.cancel_button, dialog.save_button):
        assert dialog.rect().contains(button.geometry())
