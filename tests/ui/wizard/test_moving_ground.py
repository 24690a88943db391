"""What a field stands on goes away while something of it is still busy."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QTableView
from tests.ui.wizard.conftest import QUICK, Table, field_of

from planbureau.ui.goals.field import GoalsField
from planbureau.ui.widgets.date_popup import DatePopup
from planbureau.ui.wizard.fields.corrected_date import ReasonDialog
from planbureau.ui.wizard.fields.frame import FrameField
from planbureau.ui.wizard.fields.guests import GuestField
from planbureau.views import GoalView


def clear_away() -> None:
    """Takes away what is to be deleted, as the loop of a dialogue does."""
    QApplication.processEvents()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def test_a_known_date_from_the_calendar_asks_why_when_the_calendar_is_gone(osp: Table) -> None:
    osp.workspace.plans.save_frame(osp.stored, ["wlz"], [], {"datum_start_zorg": date(2026, 3, 2)})
    page = osp.open(QUICK)
    found = field_of(page, "kader")
    assert isinstance(found, FrameField)
    where = found._rows["datum_start_zorg"].date
    QTest.keyClick(where.line, Qt.Key.Key_F4)
    popup = where.findChild(DatePopup)
    assert popup is not None
    days = popup.findChild(QTableView)
    assert days is not None
    asked: list[bool] = []

    def answer() -> None:
        dialog = QApplication.activeModalWidget()
        if not isinstance(dialog, ReasonDialog):
            QTimer.singleShot(1, answer)
            return
        clear_away()
        asked.append(where.findChild(DatePopup) is None)
        dialog.line.setText("verkeerd overgenomen")
        dialog.accept()

    QTimer.singleShot(1, answer)
    QTest.keyClick(days, Qt.Key.Key_Right)
    QTest.keyClick(days, Qt.Key.Key_Return)
    osp.qtbot.waitUntil(lambda: osp.stored.triggers["datum_start_zorg"] == date(2026, 3, 3))
    assert asked == [True]
    page.activateWindow()
    osp.qtbot.waitUntil(where.line.hasFocus)


def test_what_is_still_needed_follows_when_the_first_goal_goes(osp: Table) -> None:
    goals = osp.workspace.goals
    goals.add_goal(GoalView("", osp.plan_id, 1, sentence="Zelf koken."))
    page = osp.open(QUICK)
    found = field_of(page, "doelen")
    assert isinstance(found, GuestField)
    assert isinstance(found._guest, GoalsField)
    first = found.focus_widget()
    found.left()
    page.refresh(goals.untick(osp.stored.goals[0].id, mistake=True))
    clear_away()
    assert found.focus_widget() is not first
    found.refresh()
    found.left()
    assert found.head.label.buddy() is found.focus_widget()
    assert found.message.text()
    assert found.message.text() in found.focus_widget().accessibleDescription()
