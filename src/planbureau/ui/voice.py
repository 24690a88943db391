"""Words are read aloud by the Dutch voice of the computer, for who does not read easily.

Nothing of ours comes with it: the voice is looked for once, and without one there is nothing to see. What is
read goes to it by standard input, so that no list of running programs shows the words of a client.
"""

from __future__ import annotations

import shutil
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QObject, QProcess, Signal

_WAIT_MS = 2000
_SPEAK = (
    "[Console]::InputEncoding=[Text.Encoding]::UTF8; Add-Type -AssemblyName System.Speech; "
    "$v=New-Object System.Speech.Synthesis.SpeechSynthesizer; "
    "$v.SelectVoiceByHints('NotSet','NotSet',0,[Globalization.CultureInfo]'nl-NL'); "
    "$v.Speak([Console]::In.ReadToEnd())"
)
_LIST = (
    "Add-Type -AssemblyName System.Speech; (New-Object System.Speech.Synthesis.SpeechSynthesizer)"
    ".GetInstalledVoices()|%{$_.VoiceInfo.Culture.Name}"
)


@dataclass(frozen=True)
class Speaker:
    """A program that speaks. `lists` shows its voices, in which one of `dutch` must stand."""

    lists: tuple[str, ...]
    dutch: tuple[str, ...]
    speaks: tuple[str, ...]


SPEAKERS = {
    "linux": (
        Speaker(("espeak-ng", "--voices=nl"), (" nl ",), ("espeak-ng", "-v", "nl", "-s", "150", "--stdin")),
    ),
    "darwin": (Speaker(("say", "-v", "?"), ("nl_NL", "nl_BE"), ("say", "-v", "{voice}", "-f", "-")),),
    "win32": (
        Speaker(
            ("powershell", "-NoProfile", "-NonInteractive", "-Command", _LIST),
            ("nl-NL", "nl-BE"),
            ("powershell", "-NoProfile", "-NonInteractive", "-Command", _SPEAK),
        ),
    ),
}  # fmt: skip
"""The one on Linux was tried; those of macOS and Windows follow their manuals (decision 0029)."""


class Voice(QObject):
    """Reads one text at a time; `found` when there is a Dutch voice, `ended` when it is silent again."""

    found = Signal()
    ended = Signal()

    def __init__(self, speakers: Sequence[Speaker] | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        known = SPEAKERS.get(sys.platform, ()) if speakers is None else speakers
        self._known = tuple(one for one in known if shutil.which(one.lists[0]))
        self._left: Iterator[Speaker] = iter(self._known)
        self._trying: Speaker | None = None
        self._command: tuple[str, ...] = ()
        self._process: QProcess | None = None

    @property
    def ready(self) -> bool:
        """Whether there is a Dutch voice."""
        return bool(self._command)

    @property
    def speaking(self) -> bool:
        """Whether something is read now."""
        return self._process is not None and self.ready

    def look(self) -> None:
        """Looks for a Dutch voice, without making anybody wait."""
        if self.ready or self._process is not None:
            return
        self._trying = next(self._left, None)
        if self._trying is not None:
            self._process = self._started(self._trying.lists, self._listed)

    def speak(self, text: str) -> None:
        """Reads this; what was being read stops."""
        self.stop()
        if not self.ready or not text.strip():
            return
        process = self._process = self._started(self._command, self._spoken)
        process.write(text.encode())
        process.closeWriteChannel()

    def stop(self) -> None:
        """Silence, at once."""
        if not self.speaking:
            return
        process, self._process = self._process, None
        assert process is not None
        _end(process)
        self.ended.emit()

    def close(self) -> None:
        """Ends whatever runs, looking for a voice as well; that begins anew when it is asked for."""
        self.stop()
        process, self._process = self._process, None
        if process is not None:
            _end(process)
            self._left = iter(self._known)

    def _started(self, command: Sequence[str], finished: object) -> QProcess:
        process = QProcess(self)
        process.setStandardErrorFile(QProcess.nullDevice())
        process.finished.connect(finished)
        process.errorOccurred.connect(self._failed)
        process.start(command[0], list(command[1:]))
        return process

    def _listed(self) -> None:
        process, self._process = self._process, None
        speaker, self._trying = self._trying, None
        if process is None or speaker is None:
            return
        lines = bytes(process.readAllStandardOutput().data()).decode(errors="replace").splitlines()
        process.deleteLater()
        line = next((one for one in lines if any(word in f"{one} " for word in speaker.dutch)), None)
        if line is None:
            self.look()
            return
        name = line.split("nl_")[0].strip()
        self._command = tuple(word.replace("{voice}", name) for word in speaker.speaks)
        self.found.emit()

    def _spoken(self) -> None:
        process, self._process = self._process, None
        if process is not None:
            process.deleteLater()
            self.ended.emit()

    def _failed(self, error: QProcess.ProcessError) -> None:
        if error is not QProcess.ProcessError.FailedToStart:
            return
        if self.ready:
            self._spoken()
        else:
            self._listed()


def _end(process: QProcess) -> None:
    process.blockSignals(True)
    process.kill()
    process.waitForFinished(_WAIT_MS)
    process.deleteLater()
