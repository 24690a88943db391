"""What is no date or number yet is not lost either: not at a lock, not when the program stops."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit
from tests.ui.wizard.conftest import QUICK, SLOW, Table, desk_of, field_of

from planbureau.ui.places import OpenPlan
from planbureau.ui.wizard.fields.agreements import AgreementsField
from planbureau.ui.wizard.fields.frame import FrameField
from planbureau.ui.wizard.plan_page import PlanPage

LINES = {"ondersteuner_aangeboden": "31 februari", "cijfer_hulp": "een zeven"}


def line_of(page: PlanPage, question: str) -> QLineEdit:
    line = field_of(page, question).focus_widget()
    assert isinstance(line, QLineEdit)
    return line


def go_away(page: PlanPage) -> None:
    """What the window does at a lock: the page is left, and taken down."""
    page.leave() or page.keep_unfinished()
    page.hide()


@pytest.mark.parametrize("question", LINES)
def test_a_lock_keeps_what_cannot_be_read_and_puts_it_back_in_its_field(osp: Table, question: str) -> None:
    page = osp.open(SLOW)
    QTest.keyClicks(line_of(page, question), LINES[question])
    go_away(page)
    again = osp.open(SLOW)
    assert LINES[question] in again.notice.accessibleName()
    assert line_of(again, question).text() == LINES[question]
    assert osp.stored.answer(question).empty
    line = line_of(again, question)
    line.clear()
    QTest.keyClicks(line, "7")
    QTest.keyClick(line, Qt.Key.Key_Return)
    go_away(again)
    assert osp.workspace.forms.all() == () or question != "cijfer_hulp"


def test_a_stop_keeps_it_within_two_seconds(osp: Table) -> None:
    page = osp.open(QUICK)
    QTest.keyClicks(line_of(page, "ondersteuner_aangeboden"), "31 febr")
    osp.qtbot.waitUntil(lambda: len(osp.workspace.forms.all()) == 1)
    assert list(osp.workspace.forms.all()[0].typed.values()) == ["31 febr"]


def test_it_is_forgotten_once_there_is_a_date(osp: Table) -> None:
    page = osp.open(SLOW)
    QTest.keyClicks(line_of(page, "ondersteuner_aangeboden"), "31 februari")
    go_away(page)
    again = osp.open(SLOW)
    line = line_of(again, "ondersteuner_aangeboden")
    line.clear()
    QTest.keyClicks(line, "28-2-2026")
    QTest.keyClick(line, Qt.Key.Key_Return)
    go_away(again)
    assert osp.stored.answer("ondersteuner_aangeboden").value == "2026-02-28"
    assert osp.workspace.forms.all() == ()
    assert osp.open(SLOW).notice.isHidden()


def test_the_message_goes_once_there_is_a_date(osp: Table) -> None:
    page = osp.open(SLOW)
    QTest.keyClicks(line_of(page, "ondersteuner_aangeboden"), "28-2-2026")  # and the program stops
    assert page.keep_unfinished()
    page.hide()
    again = osp.open(QUICK)
    assert "28-2-2026" in again.notice.accessibleName()
    QTest.keyClick(line_of(again, "ondersteuner_aangeboden"), Qt.Key.Key_Return)
    osp.qtbot.waitUntil(again.notice.isHidden)
    assert osp.stored.answer("ondersteuner_aangeboden").value == "2026-02-28"


def test_a_message_that_was_closed_stays_closed(osp: Table) -> None:
    page = osp.open(SLOW)
    for question, words in LINES.items():
        QTest.keyClicks(line_of(page, question), words)
    go_away(page)
    again = osp.open(SLOW)
    assert all(words in again.notice.accessibleName() for words in LINES.values())
    line = [line_of(again, question) for question in LINES][-1]  # both stand in their fields again
    again.notice.dismissed.emit()
    again.notice.hide()
    line.clear()
    QTest.keyClicks(line, "7")
    QTest.keyClick(line, Qt.Key.Key_Return)
    assert again.keep_unfinished()
    assert again.notice.isHidden()


def test_what_is_no_date_or_number_empties_none_that_was_known(osp: Table) -> None:
    known = {"ondersteuner_aangeboden": "2026-03-02", "cijfer_hulp": 7}
    page = osp.open(SLOW)
    for question, value in known.items():
        desk_of(page).save_answer(question, value, ())
    for question, value in known.items():
        found = field_of(page, question)
        line = line_of(page, question)
        line.selectAll()
        QTest.keyClicks(line, LINES[question])
        found.left()
        assert osp.stored.answer(question).value == value
    go_away(page)
    again = osp.open(SLOW)
    assert [line_of(again, question).text() for question in known] == list(LINES.values())


def test_a_date_in_a_record_waits_in_the_message_until_that_is_closed(osp: Table) -> None:
    page = osp.open(SLOW)
    found = field_of(page, "afspraken")
    assert isinstance(found, AgreementsField)
    found.add("")
    card = found.cards[0]
    assert card._editor is not None
    QTest.keyClicks(card._editor.focus_target(), "Elke dag wandelen")
    until = next(line for line in card.findChildren(QLineEdit) if "Geldt" in line.accessibleName())
    QTest.keyClicks(until, "tot de zomer")
    go_away(page)
    again = osp.open(SLOW)
    assert "tot de zomer" in again.notice.accessibleName()
    go_away(again)
    third = osp.open(SLOW)
    assert "tot de zomer" in third.notice.accessibleName()
    third.notice.dismissed.emit()
    assert osp.open(SLOW).notice.isHidden()


@pytest.mark.parametrize("typed", ["9-3-2026", "31 februari"])
def test_a_corrected_date_asks_nobody_when_the_vault_locks(
    osp: Table, monkeypatch: pytest.MonkeyPatch, typed: str
) -> None:
    osp.workspace.plans.save_frame(osp.stored, ["wlz"], [], {"datum_start_zorg": date(2026, 3, 2)})
    asked: list[object] = []
    monkeypatch.setattr("planbureau.ui.wizard.fields.frame.ask_reason", lambda *of: asked.append(of))
    page = osp.open(SLOW)
    page.show_place(OpenPlan(osp.plan_id, "kader"))
    found = field_of(page, "kader")
    assert isinstance(found, FrameField)
    line = found._rows["datum_start_zorg"].date.line
    line.setFocus()
    line.selectAll()
    QTest.keyClicks(line, typed)
    go_away(page)
    assert asked == []
    assert osp.stored.triggers["datum_start_zorg"] == date(2026, 3, 2)
    assert typed in osp.open(SLOW).notice.accessibleName()
