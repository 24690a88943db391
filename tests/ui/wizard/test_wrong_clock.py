"""A clock that runs behind does not keep anybody from writing down the real day of what happened."""

from __future__ import annotations

from datetime import timedelta

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from tests.ui.wizard.conftest import QUICK, Table, field_of
from tests.vault_room import DAY, VaultRoom

from planbureau.rules.dutch import number_date
from planbureau.ui.wizard.fields.frame import FrameField


def test_the_real_day_is_taken_in_the_frame(osp: Table, room: VaultRoom) -> None:
    plans = osp.workspace.plans
    plans.save_frame(osp.stored, ["wlz"], [], {})
    day = "datum_laatste_planbespreking"

    room.clock.moment -= timedelta(days=30)
    assert osp.workspace.clock_checks.doubt()
    frame = field_of(osp.open(QUICK), "kader")
    assert isinstance(frame, FrameField)
    line = frame._rows[day].date.line
    QTest.keyClicks(line, number_date(DAY))
    QTest.keyClick(line, Qt.Key.Key_Return)
    assert osp.stored.triggers[day] == DAY
    room.clock.moment += timedelta(days=30)
    assert osp.workspace.clock_checks.last_day() == DAY
