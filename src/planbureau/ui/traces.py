"""What the system would keep of this program's memory or of the files that somebody chose."""

from __future__ import annotations

import os
from contextlib import suppress

from PySide6.QtCore import QSettings


def silence_traces() -> None:
    """No core dump after a crash, and no list of folders that were visited; call before the first window.

    A core dump holds the key and every open plan. Qt's own file window writes the folders that somebody
    chose from in a plain file; such a folder often has the name of a client.
    """
    with suppress(ImportError, OSError, ValueError):
        import resource  # not on Windows

        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    QSettings.setPath(QSettings.Format.NativeFormat, QSettings.Scope.UserScope, os.devnull)
