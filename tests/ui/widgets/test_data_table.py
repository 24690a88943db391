"""The table that people fill in: stored form, keyboard, cards, and nothing lost by a wrong key."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import count

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot
from tests.ui.showing import show_active
from tests.ui.walker import walk

from planbureau.clock import FixedClock
from planbureau.formats.answers import JsonValue
from planbureau.formats.model import Column, Option, QuestionKind
from planbureau.ui.theme.context import ThemeContext
from planbureau.ui.widgets.data_table import DataTable
from planbureau.ui.widgets.labels import TextLabel
from planbureau.ui.widgets.number_line import number_of
from planbureau.ui.widgets.table_cells import CellTools

CTRL_SHIFT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
PEOPLE = (("p1", "Fatima"), ("p2", "Emre"))
COLUMNS = (
    Column("wat", "Wat?", QuestionKind.SHORT_TEXT),
    Column("uitleg", "Uitleg", QuestionKind.LONG_TEXT, help="Een zin is genoeg."),
    Column("stand", "Stand", QuestionKind.CHOICE, options=(Option("open", "Open"), Option("klaar", "Klaar"))),
    Column("dag", "Wanneer?", QuestionKind.DATE),
    Column("keer", "Hoe vaak?", QuestionKind.NUMBER),
    Column("ja", "Gelukt", QuestionKind.TICK),
    Column("wie", "Wie?", QuestionKind.PERSON),
)
VALUE: list[dict[str, JsonValue]] = [
    {
        "id": "a",
        "wat": "Bellen",
        "uitleg": "Met de coach",
        "stand": "open",
        "dag": "2026-04-01",
        "keer": 2.5,
        "ja": True,
        "wie": [{"person": "p2"}, {"function": "avonddienst"}],
    },
    {"id": "b", "wat": "Schrijven"},
]


@pytest.fixture
def table(qtbot: QtBot, context: ThemeContext) -> Iterator[DataTable]:
    numbers = count(1)
    window = QWidget()
    qtbot.addWidget(window)
    before, after = QLineEdit(), QLineEdit()
    before.setAccessibleName("voor")
    after.setAccessibleName("na")
    widget = DataTable(
        context,
        "Afspraken",
        COLUMNS,
        CellTools(FixedClock.on(date(2026, 3, 12)), lambda: PEOPLE),
        word="afspraak",
        new_id=lambda: f"nieuw-{next(numbers)}",
    )
    column = QVBoxLayout(window)
    for one in (before, widget, after):
        column.addWidget(one)
    widget.set_value(VALUE)
    window.resize(1400, 500)
    show_active(qtbot, window)
    yield widget
    window.close()


def test_what_goes_in_comes_out(table: DataTable) -> None:
    assert table.value() == VALUE


def test_showing_emits_nothing_and_keeps_editors(qtbot: QtBot, table: DataTable) -> None:
    rows = table.rows()
    changed = [{**VALUE[0], "wat": "Mailen"}, VALUE[1]]
    with qtbot.assertNotEmitted(table.value_changed):
        table.set_value(changed)
    assert table.rows() == rows
    assert table.value() == changed


def test_the_help_of_a_column_is_heard_and_stands_in_a_card(qtbot: QtBot, table: DataTable) -> None:
    row = table.rows()[0]
    (words,) = [one for one in row.findChildren(TextLabel) if one.text() == "Een zin is genoeg."]
    assert row.cell("uitleg").focus_target().accessibleDescription() == "Een zin is genoeg."
    assert not words.isVisible()
    table.window().resize(500, 900)
    qtbot.waitUntil(words.isVisible)


def test_a_column_that_is_not_asked_keeps_what_stands_in_it(qtbot: QtBot, table: DataTable) -> None:
    table.show_columns(["uitleg", "stand"])
    row = table.rows()[0]
    assert not row.cell("wat").isVisible()
    assert row.cell("uitleg").isVisible()
    assert table.value() == VALUE
    table.add_row().focus_first()
    focus = QApplication.focusWidget()
    assert focus is not None
    assert focus.accessibleName() == "Uitleg, afspraak 3"
    assert walk(table.window(), pixels=False) == []
    table.show_columns([column.id for column in COLUMNS])
    qtbot.waitUntil(row.cell("wat").isVisible)


def test_a_new_row_counts_from_its_first_letter(qtbot: QtBot, table: DataTable) -> None:
    QTest.keyClick(table.add_button, Qt.Key.Key_Return)
    assert len(table.rows()) == 3
    assert table.value() == VALUE
    focus = QApplication.focusWidget()
    assert isinstance(focus, QLineEdit)
    assert focus.accessibleName() == "Wat?, afspraak 3"
    with qtbot.waitSignal(table.value_changed):
        QTest.keyClicks(focus, "x")
    assert table.value()[2] == {"id": "nieuw-1", "wat": "x"}


def test_arrows_with_ctrl_and_shift_move_a_row_and_keeps_the_focus(qtbot: QtBot, table: DataTable) -> None:
    editor = table.rows()[0].cell("wat").editor
    editor.setFocus()
    with qtbot.waitSignal(table.value_changed):
        QTest.keyClick(editor, Qt.Key.Key_Down, CTRL_SHIFT)
    assert [row["id"] for row in table.value()] == ["b", "a"]
    assert QApplication.focusWidget() is editor
    assert editor.accessibleName() == "Wat?, afspraak 2"
    with qtbot.assertNotEmitted(table.value_changed):
        QTest.keyClick(editor, Qt.Key.Key_Down, CTRL_SHIFT)


def test_a_row_that_was_taken_away_comes_back(qtbot: QtBot, table: DataTable) -> None:
    editor = table.rows()[0].cell("wat").editor
    editor.setFocus()
    with qtbot.waitSignal(table.value_changed):
        QTest.keyClick(editor, Qt.Key.Key_Delete, CTRL_SHIFT)
    assert [row["id"] for row in table.value()] == ["b"]
    assert table.undo_button.label() == "Afspraak terugzetten"
    with qtbot.waitSignal(table.value_changed):
        table.undo_button.click()
    assert table.value() == VALUE


def test_taking_the_last_row_away_leaves_the_focus_on_the_button(table: DataTable) -> None:
    for row in table.rows():
        table.remove_row(row)
    assert QApplication.focusWidget() is table.add_button
    assert table.value() == []


@pytest.mark.parametrize("width", [1400, 500])
def test_tab_goes_through_rows_wide_and_narrow(table: DataTable, width: int) -> None:
    window = table.window()
    window.resize(width, 900)
    table.add_row()
    table.move_row(table.rows()[2], -1)
    table.rows()[0].cell("wie").editor.setVisible(True)
    assert walk(window, pixels=False) == []
    first = table.rows()[0].cell("wat").editor
    before = window.findChild(QLineEdit)
    assert before is not None
    before.setFocus()
    QTest.keyClick(before, Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is first


def test_narrow_makes_cards_with_labels(table: DataTable) -> None:
    table.window().resize(420, 1500)
    QApplication.processEvents()
    row = table.rows()[0]
    assert row.property("card") == "sunken"
    tops = [row.cell(column.id).mapTo(row, row.cell(column.id).rect().topLeft()).y() for column in COLUMNS]
    assert tops == sorted(tops)
    assert len(set(tops)) == len(tops)
    table.window().resize(1400, 500)
    QApplication.processEvents()
    assert row.property("card") == ""


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("3", 3),
        ("2,5", 2.5),
        ("2.5", 2.5),
        ("-1", -1),
        (" 1 000 ", 1000),
        ("", None),
        ("twee", None),
        ("1,", None),
    ],
)
def test_numbers_as_people_write_them(text: str, number: float | None) -> None:
    assert number_of(text) == number


def test_what_is_no_number_is_said_and_not_stored(table: DataTable) -> None:
    cell = table.rows()[1].cell("keer")
    line = cell.editor
    assert isinstance(line, QLineEdit)
    QTest.keyClicks(line, "vaak")
    line.editingFinished.emit()
    assert line.property("state") == "error"
    assert cell.value() is None


@pytest.mark.parametrize("column", ["uitleg", "stand", "dag", "ja", "wie"])
def test_every_editor_lets_the_row_move(qtbot: QtBot, table: DataTable, column: str) -> None:
    editor = table.rows()[0].cell(column).focus_target()
    editor.setFocus()
    with qtbot.waitSignal(table.value_changed):
        QTest.keyClick(editor, Qt.Key.Key_Down, CTRL_SHIFT)
    assert [row["id"] for row in table.value()] == ["b", "a"]


def test_a_row_that_is_closed_elsewhere_is_only_read(table: DataTable) -> None:
    """It comes out as it went in, also what no editor shows; the other rows stay free."""
    value = [{**VALUE[0], "van_elders": "blijft"}, VALUE[1]]
    table.set_value(value)
    table.lock_rows({"a"}, "Uit een verslag.")
    closed, free = table.rows()
    assert not closed.cell("wat").isEnabled()
    assert free.cell("wat").isEnabled()
    assert any(label.text() == "Uit een verslag." for label in closed.findChildren(TextLabel))
    free.cell("wat").focus_target().setFocus()
    assert table.value() == value
    table.lock_rows((), "")
    assert closed.cell("wat").isEnabled()
