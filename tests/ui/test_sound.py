"""A recording is heard out of memory: the player reads its bytes, and no file was written for it."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from planbureau.ui.sound import Program, SoundPlayer, player_for
from planbureau.ui.theme.context import ThemeContext
from planbureau.ui.widgets.sound_button import SoundButton

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="no other system plays from memory")
RECORDING = b"een opname van iemand" * 5000
READS = (
    "import os, pathlib, sys; where, told = sys.argv[1:]; "
    "pathlib.Path(told).write_text(f'{len(open(where, \"rb\").read())} {os.readlink(where)}')"
)
STAYS = "import sys; sys.stdin.read(); import time; time.sleep(60)"


def test_a_player_reads_the_bytes_from_memory(qtbot: QtBot, tmp_path: Path) -> None:
    told = tmp_path / "verslag"
    player = SoundPlayer((sys.executable, "-c", READS, "{path}", str(told)))
    with qtbot.waitSignal(player.ended, timeout=10_000) as ended:
        player.play(RECORDING)
    assert ended.args == [False]
    size, where = told.read_text().split(" ", 1)
    assert int(size) == len(RECORDING)
    assert where.startswith("/memfd:planbureau"), "no file on any disk, and no name of anybody"


@pytest.mark.parametrize("command", [(sys.executable, "-c", "raise SystemExit(3)"), ("/bestaat/niet",)])
def test_a_player_that_cannot_says_so(qtbot: QtBot, command: tuple[str, ...]) -> None:
    player = SoundPlayer(command)
    with qtbot.waitSignal(player.ended, timeout=10_000) as ended:
        player.play(RECORDING)
    assert ended.args == [True]
    assert not player.playing


def test_the_button_plays_stops_and_is_silent_once_it_is_out_of_sight(
    qtbot: QtBot, context: ThemeContext
) -> None:
    button = SoundButton(context, "opname.m4a", (sys.executable, "-c", STAYS, "{path}"), lambda: RECORDING)
    qtbot.addWidget(button)
    button.show()
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert button.player.playing
    assert button.accessibleName() == "Stoppen: opname.m4a"
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert not button.player.playing
    assert button.accessibleName() == "Afspelen: opname.m4a"
    QTest.keyClick(button, Qt.Key.Key_Return)
    assert button.player.playing
    button.hide()
    assert not button.player.playing


def test_a_player_is_only_asked_for_what_it_knows() -> None:
    own = Program((sys.executable, "{path}"), frozenset({"audio/wav"}))
    assert player_for("audio/wav", (own,)) == (sys.executable, "{path}")
    assert player_for("audio/mp4", (own,)) == ()
    assert player_for("audio/wav", (Program(("geen-speler-met-deze-naam",)),)) == ()
