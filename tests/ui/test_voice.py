"""Words are read aloud by a voice of the computer; they go to it by standard input and nowhere else."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QProcess
from pytestqt.qtbot import QtBot

from planbureau.ui.voice import SPEAKERS, Speaker, Voice

HEARD = "import pathlib, sys; pathlib.Path(sys.argv[1]).write_text(sys.stdin.read())"
STAYS = "import sys, time; sys.stdin.read(); time.sleep(60)"


def speaker(voices: str, *speaks: str) -> Speaker:
    return Speaker((sys.executable, "-c", f"print({voices!r})"), (" nl ",), (sys.executable, "-c", *speaks))


def found(qtbot: QtBot, *speakers: Speaker) -> Voice:
    voice = Voice(speakers)
    with qtbot.waitSignal(voice.found, timeout=10_000):
        voice.look()
    return voice


def test_the_first_program_with_a_dutch_voice_reads(qtbot: QtBot, tmp_path: Path) -> None:
    heard = tmp_path / "gehoord"
    english = speaker(" 5  en  English", STAYS)
    voice = found(
        qtbot, Speaker(("/bestaat/niet",), (), ()), english, speaker(" 5  nl  Dutch", HEARD, str(heard))
    )
    with qtbot.waitSignal(voice.ended, timeout=10_000):
        voice.speak("Wat vind je fijn? Één ding.")
    assert heard.read_text(encoding="utf-8") == "Wat vind je fijn? Één ding."
    assert not voice.speaking


def test_without_a_dutch_voice_nothing_is_read(qtbot: QtBot) -> None:
    voice = Voice([speaker(" 5  en  English", STAYS)])
    voice.look()
    qtbot.waitUntil(lambda: not voice.findChildren(QProcess))
    assert not voice.ready
    voice.speak("Hallo")
    assert not voice.speaking


def test_it_is_silent_at_once(qtbot: QtBot) -> None:
    voice = found(qtbot, speaker(" 5  nl  Dutch", STAYS))
    voice.speak("Een lang verhaal.")
    assert voice.speaking
    with qtbot.waitSignal(voice.ended, timeout=10_000):
        voice.stop()
    assert not voice.speaking


@pytest.mark.parametrize("system", sorted(SPEAKERS))
def test_no_command_has_a_place_for_what_is_read(system: str) -> None:
    for one in SPEAKERS[system]:
        assert "{text}" not in " ".join(one.speaks)
        assert any(word in ("--stdin", "-f") or "[Console]::In" in word for word in one.speaks)
