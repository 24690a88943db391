"""Fields: what goes in comes out, nothing is emitted by showing, and the keyboard suffices."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QTextOption, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QCalendarWidget,
    QLineEdit,
    QPlainTextEdit,
    QTableView,
    QWidget,
)
from pytestqt.qtbot import QtBot
from tests.ui.showing import show_active

from planbureau.clock import FixedClock
from planbureau.ui.theme.context import ThemeContext
from planbureau.ui.widgets.choice_box import ChoiceBox
from planbureau.ui.widgets.date_field import DateField
from planbureau.ui.widgets.date_popup import DatePopup
from planbureau.ui.widgets.labels import FieldLabel
from planbureau.ui.widgets.long_text_edit import LongTextEdit
from planbureau.ui.widgets.password_field import PasswordField
from planbureau.ui.widgets.password_meter import Strength
from planbureau.ui.widgets.person_picker import PersonPicker, Pick, picks_from_json, picks_to_json
from planbureau.ui.widgets.search_field import SearchField

CLOCK = FixedClock.on(date(2026, 3, 12))
PEOPLE = (("p1", "Fatima Yıldız"), ("p2", "Emre & Elif"))


@pytest.fixture
def day(qtbot: QtBot, context: ThemeContext) -> DateField:
    field = DateField(context, CLOCK, "Startdatum")
    qtbot.addWidget(field)
    field.resize(400, 60)
    field.show()
    return field


def test_a_typed_date_is_read_when_the_line_is_left(qtbot: QtBot, day: DateField) -> None:
    QTest.keyClicks(day.line, "over 6 weken")
    with qtbot.waitSignal(day.value_changed):
        QTest.keyClick(day.line, Qt.Key.Key_Return)
    assert day.value() == date(2026, 4, 23)
    assert day.line.text() == "donderdag 23 april 2026"


def test_what_is_no_date_stays_and_is_said(qtbot: QtBot, day: DateField) -> None:
    day.set_value(date(2026, 1, 1))
    day.line.clear()
    QTest.keyClicks(day.line, "30 feb 2026")
    with qtbot.waitSignal(day.value_changed):
        QTest.keyClick(day.line, Qt.Key.Key_Return)
    assert day.value() is None
    assert day.raw_text() == "30 feb 2026"
    assert not day.message.isHidden()
    assert "Klopt niet" in day.line.accessibleDescription()
    assert day.line.property("state") == "error"


def test_a_right_date_takes_the_complaint_away(day: DateField) -> None:
    QTest.keyClicks(day.line, "onzin")
    QTest.keyClick(day.line, Qt.Key.Key_Return)
    day.line.selectAll()
    QTest.keyClicks(day.line, "1-3-26")
    QTest.keyClick(day.line, Qt.Key.Key_Return)
    assert day.value() == date(2026, 3, 1)
    assert day.message.isHidden()
    assert day.is_valid()


def test_showing_or_leaving_a_date_emits_nothing(qtbot: QtBot, day: DateField) -> None:
    with qtbot.assertNotEmitted(day.value_changed):
        day.set_value(date(2026, 3, 1))
        QTest.keyClick(day.line, Qt.Key.Key_Return)
    assert day.value() == date(2026, 3, 1)


def test_a_date_may_be_empty(qtbot: QtBot, day: DateField) -> None:
    day.set_value(date(2026, 3, 1))
    day.line.selectAll()
    QTest.keyClick(day.line, Qt.Key.Key_Delete)
    with qtbot.waitSignal(day.value_changed):
        day.commit()
    assert day.value() is None
    assert day.is_valid()


def test_the_calendar_opens_by_key_and_fills_the_line(qtbot: QtBot, day: DateField) -> None:
    QTest.keyClick(day.line, Qt.Key.Key_F4)
    popup = day.findChild(DatePopup)
    assert popup is not None
    calendar = popup.findChild(QCalendarWidget)
    assert calendar is not None
    assert calendar.selectedDate().toPython() == date(2026, 3, 12)
    with qtbot.waitSignal(day.value_changed):
        calendar.clicked.emit(calendar.selectedDate().addDays(2))
    assert day.value() == date(2026, 3, 14)


def test_label_leads_to_the_line_inside(context: ThemeContext, qtbot: QtBot) -> None:
    field = DateField(context, CLOCK)
    qtbot.addWidget(field)
    label = FieldLabel("Geboren op", field)
    qtbot.addWidget(label)
    assert label.buddy() is field.line
    assert field.line.accessibleName() == "Geboren op"


def test_long_text_grows_and_stops(qtbot: QtBot, context: ThemeContext) -> None:
    text = LongTextEdit(context, "Verhaal", lines=2)
    qtbot.addWidget(text)
    text.resize(400, 100)
    text.show()
    low = text.edit.height()
    text.set_value("\n".join("regel" for _ in range(8)))
    middle = text.edit.height()
    text.set_value("\n".join("regel" for _ in range(400)))
    high = text.edit.height()
    assert low < middle < high < 20 * text.edit.fontMetrics().lineSpacing()
    assert text.edit.verticalScrollBar().maximum() > 0


def test_long_text_keeps_a_pasted_book_and_counts(qtbot: QtBot, context: ThemeContext) -> None:
    text = LongTextEdit(context, "Verhaal")
    qtbot.addWidget(text)
    text.show()
    paste = QMimeData()
    paste.setText("a\x00b" * 50_000)
    paste.setHtml("<b>nee</b>")
    with qtbot.waitSignal(text.value_changed):
        text.edit.insertFromMimeData(paste)
    assert text.value() == "ab" * 50_000
    assert not text.too_long()
    assert text.edit.wordWrapMode() == QTextOption.WrapMode.WrapAnywhere
    assert "100.000 van 100.000 tekens" in text._counter.text()
    QTest.keyClicks(text.edit, "!")
    assert text.too_long()
    assert len(text.value()) == 100_001


def test_tab_leaves_a_long_text(qtbot: QtBot, context: ThemeContext) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    text = LongTextEdit(context, "Verhaal", parent=window)
    after = QLineEdit(window)
    show_active(qtbot, window)
    text.edit.setFocus()
    QTest.keyClick(text.edit, Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is after
    assert text.value() == ""


def test_setting_the_same_text_keeps_the_cursor(qtbot: QtBot, context: ThemeContext) -> None:
    text = LongTextEdit(context, "Verhaal")
    qtbot.addWidget(text)
    QTest.keyClicks(text.edit, "abc")
    text.set_value("abc")
    assert text.edit.textCursor().position() == 3


def test_search_emits_while_typing_and_only_on_change(qtbot: QtBot, context: ThemeContext) -> None:
    field = SearchField(context, "Zoek cliënt")
    qtbot.addWidget(field)
    heard: list[str] = []
    field.query_changed.connect(heard.append)
    QTest.keyClicks(field, "de ")
    QTest.keyClick(field, Qt.Key.Key_Escape)
    assert heard == ["d", "de", ""]
    with qtbot.waitSignal(field.results_requested):
        QTest.keyClick(field, Qt.Key.Key_Down)


def test_choice_can_be_empty_and_keeps_what_is_no_longer_offered(qtbot: QtBot) -> None:
    box = ChoiceBox("Wet", (("jw", "Jeugdwet"), ("wmo", "Wmo")))
    qtbot.addWidget(box)
    assert box.value() == ""
    box.set_value("wlz")
    assert box.value() == "wlz"
    box.set_options((("wlz", "Wlz"),))
    assert box.currentText() == "Wlz"


def test_the_wheel_does_not_change_a_choice(qtbot: QtBot) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    box = ChoiceBox("Wet", (("jw", "Jeugdwet"), ("wmo", "Wmo")), parent=page)
    box.set_value("jw")
    page.show()
    wheel = QWheelEvent(
        QPointF(5, 5),
        QPointF(5, 5),
        QPoint(0, -120),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    assert wheel.type() == QEvent.Type.Wheel
    QApplication.sendEvent(box, wheel)
    assert box.value() == "jw"


def test_password_can_be_seen_and_judged(qtbot: QtBot, context: ThemeContext) -> None:
    field = PasswordField(context, "Wachtwoord", meter=True)
    qtbot.addWidget(field)
    QTest.keyClicks(field.line, "geheim")
    assert field.secret() == "geheim"
    assert field.line.echoMode() == QLineEdit.EchoMode.Password
    field._eye.click()
    assert field.line.echoMode() == QLineEdit.EchoMode.Normal
    assert field._eye.accessibleName() == "Wachtwoord verbergen"
    field.show_strength(Strength(1, "Zwak.", "Neem vier woorden."))
    assert field.line.accessibleDescription() == "Zwak. Neem vier woorden."
    with qtbot.waitSignal(field.submit_requested):
        QTest.keyClick(field.line, Qt.Key.Key_Return)
    field.clear()
    assert field.secret() == ""
    assert not field.line.isUndoAvailable()


@pytest.fixture
def picker(qtbot: QtBot, context: ThemeContext) -> PersonPicker:
    widget = PersonPicker(context, "Wie helpt?", PEOPLE, new_people=True)
    qtbot.addWidget(widget)
    widget.show()
    return widget


def test_people_are_offered_once(qtbot: QtBot, picker: PersonPicker) -> None:
    with qtbot.waitSignal(picker.value_changed):
        picker.choose("p1")
    assert picker.value() == (Pick("p1", "Fatima Yıldız"),)
    texts = [action.text() for action in picker.menu().actions() if action.text()]
    assert texts == ["Emre && Elif", "Een functie, zonder naam…", "Nieuwe persoon…"]


def test_a_function_without_a_name_can_be_typed(qtbot: QtBot, picker: PersonPicker) -> None:
    picker._open_function()
    QTest.keyClicks(picker._function, "avonddienst")
    with qtbot.waitSignal(picker.value_changed):
        QTest.keyClick(picker._function, Qt.Key.Key_Return)
    assert picker.value() == (Pick("", "avonddienst"),)
    assert picker._function.isHidden()


def test_delete_takes_a_person_away(qtbot: QtBot, picker: PersonPicker) -> None:
    picker.set_value((Pick("p1", "Fatima Yıldız"), Pick("", "avonddienst")))
    chip = picker._row.chip("0")
    assert chip is not None
    assert chip.accessibleName() == "Fatima Yıldız weghalen"
    with qtbot.waitSignal(picker.value_changed):
        QTest.keyClick(chip, Qt.Key.Key_Delete)
    assert picker.value() == (Pick("", "avonddienst"),)


def test_one_person_hides_the_button(qtbot: QtBot, context: ThemeContext) -> None:
    widget = PersonPicker(context, "Wie?", PEOPLE, many=False)
    qtbot.addWidget(widget)
    widget.choose("p2")
    assert widget.add_button.isHidden()
    assert widget.focus_target() is widget._row.chip("0")


def test_stored_people_come_back_the_same() -> None:
    stored = [{"person": "p1"}, {"function": "avonddienst"}, {"person": "weg"}]
    picks = picks_from_json(stored, PEOPLE)
    assert [pick.label for pick in picks] == ["Fatima Yıldız", "avonddienst", "onbekende persoon"]
    assert picks_to_json(picks) == stored
    assert picks_from_json("kapot", PEOPLE) == ()


def test_the_days_of_the_calendar_fit(qtbot: QtBot, context: ThemeContext) -> None:
    line = QLineEdit()
    qtbot.addWidget(line)
    line.show()
    popup = DatePopup(context, line)
    popup.open_at(line, date(2026, 3, 12))
    days = popup.findChild(QTableView)
    assert days is not None
    for column in range(days.model().columnCount()):
        assert days.sizeHintForColumn(column) <= days.columnWidth(column)
    popup.close()


def test_a_box_measures_itself_again_when_its_letters_change(qtbot: QtBot, context: ThemeContext) -> None:
    box = LongTextEdit(context, "Wat gaat er gebeuren", lines=1)
    qtbot.addWidget(box)
    show_active(qtbot, box)
    edit = box.findChild(QPlainTextEdit)
    assert edit is not None
    letters = edit.font()
    letters.setPixelSize(letters.pixelSize() + 4)  # as when the style reaches a box that was made before it
    edit.setFont(letters)
    QApplication.processEvents()
    assert edit.minimumHeight() == edit.sizeHint().height()
    assert box.rect().contains(edit.geometry())
