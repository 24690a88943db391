"""What the system would keep of this program's memory or of the files that somebody chose."""

from __future__ import annotations

import os
from contextlib import suppress


def leave_no_core() -> None:
    """No core dump after a crash: it holds the key and every open plan. Call before the first window."""
    with suppress(ImportError, OSError, ValueError):
        import resource  # not on Windows

        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def forget_visited_folders() -> None:
    """No list of folders that were visited; call before the first file window opens.

    Qt's own file window writes the folders that somebody chose from in a plain file; such a folder often has
    the name of a client.
    """
    from PySide6.QtCore import QSettings  # after the first paint: a start does without

    QSettings.setPath(QSettings.Format.NativeFormat, QSettings.Scope.UserScope, os.devnull)
