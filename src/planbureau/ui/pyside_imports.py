"""Takes away the look that PySide takes at every import.

It looks at every module that is imported, and reads the source of each for the word PySide6, to know which
modules may use its `__feature__`, which changes the names of Qt. We use none. Its looking costs a tenth of a
start, and Python keeps every line that was read: twenty megabytes.
"""

from __future__ import annotations

import builtins

import PySide6.QtCore  # noqa: F401 - Order: this is when PySide begins to look.

_KEPT = "__orig_import__"
"""Where PySide keeps the import that was there before its look."""


def import_without_looking() -> None:
    """Undoes what PySide did. A PySide that does it otherwise goes on as it did."""
    before = getattr(builtins, _KEPT, None)
    if before is not None:
        builtins.__import__ = before
