"""A recording is heard without leaving the vault: no file is written, and nothing says whose it is.

On Linux its bytes lie in memory under no name on any disk, and a player of the system reads them there. The
other systems have no player that reads from memory, and Qt's own is too large to carry (decision 0023):
there a readable copy is the way.
"""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QObject, QProcess, QProcessEnvironment, Signal

_UNCOMPRESSED = frozenset({"audio/wav", "audio/x-wav", "audio/vnd.wave"})
_PLAIN = _UNCOMPRESSED | {"audio/ogg", "audio/flac", "audio/x-flac"}
_WAIT_MS = 2000


@dataclass(frozen=True)
class Program:
    """A player; `{path}` is where the sound lies. `reads` are the media types it knows, () is all."""

    command: tuple[str, ...]
    reads: frozenset[str] = frozenset()


PROGRAMS = (
    Program(("ffplay", "-nodisp", "-autoexit", "-loglevel", "quiet", "-i", "{path}")),
    Program(("mpv", "--no-config", "--no-video", "--no-terminal", "{path}")),
    Program(("gst-launch-1.0", "-q", "playbin", "uri=file://{path}", "video-sink=fakesink")),
    Program(("pw-play", "{path}"), _PLAIN),
    Program(("paplay", "{path}"), _PLAIN),
    Program(("aplay", "-q", "{path}"), _UNCOMPRESSED),
)


def player_for(media_type: str, programs: Sequence[Program] = PROGRAMS) -> tuple[str, ...]:
    """The command that plays this kind of recording on this computer; empty when there is none."""
    if sys.platform != "linux":
        return ()
    for program in programs:
        found = shutil.which(program.command[0])
        if found and (not program.reads or media_type in program.reads):
            return (found, *program.command[1:])
    return ()


class SoundPlayer(QObject):
    """Plays one recording at a time; `ended` when it stops, by itself or by `stop`, true when it failed."""

    ended = Signal(bool)

    def __init__(self, command: Sequence[str], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._command = tuple(command)
        self._process: QProcess | None = None

    @property
    def playing(self) -> bool:
        """Whether something is heard now."""
        return self._process is not None

    def play(self, content: bytes) -> None:
        """Begins; what was playing stops."""
        self.stop()
        if sys.platform != "linux":
            self.ended.emit(True)
            return
        # Not closed on exec: the player inherits this number and nothing else can name the memory.
        memory = os.memfd_create("planbureau", 0)
        try:
            with os.fdopen(os.dup(memory), "wb") as target:
                target.write(content)
            self._start(f"/proc/self/fd/{memory}")
        finally:
            os.close(memory)

    def _start(self, path: str) -> None:
        program, *words = (word.replace("{path}", path) for word in self._command)
        process = self._process = QProcess(self)
        process.setProcessEnvironment(QProcessEnvironment.systemEnvironment())
        process.setStandardInputFile(QProcess.nullDevice())
        process.setStandardOutputFile(QProcess.nullDevice())
        process.setStandardErrorFile(QProcess.nullDevice())
        process.finished.connect(self._finished)
        process.errorOccurred.connect(self._failed)
        process.start(program, words)

    def stop(self) -> None:
        """Silence, at once."""
        process, self._process = self._process, None
        if process is None:
            return
        process.blockSignals(True)
        process.kill()
        process.waitForFinished(_WAIT_MS)
        process.deleteLater()
        self.ended.emit(False)

    def _finished(self, code: int) -> None:
        process, self._process = self._process, None
        if process is not None:
            process.deleteLater()
            self.ended.emit(code != 0)

    def _failed(self, error: QProcess.ProcessError) -> None:
        if error is QProcess.ProcessError.FailedToStart:
            self._finished(1)
