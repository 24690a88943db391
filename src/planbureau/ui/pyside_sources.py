"""Keeps PySide from reading the source of every module that is imported after it.

It looks there for the word PySide6, to know which modules may use its `__feature__`, which changes the names
of Qt. We use none; and Python keeps every line that was read: a seventh of a start, and twenty megabytes. The
packaged program has no sources, so there is nothing to read.
"""

from __future__ import annotations

import sys
from types import ModuleType

import PySide6

_READER = "_mod_uses_pyside"
_OURS = PySide6.__name__, "planbureau", "tests"


def leave_sources_alone() -> None:
    """Tells PySide by its name whether a module uses it. A PySide that asks otherwise goes on as it did."""
    feature = sys.modules.get("shibokensupport.feature")
    if feature is not None and hasattr(feature, _READER):
        setattr(feature, _READER, _uses_pyside)


def _uses_pyside(module: ModuleType) -> bool:
    return module.__name__.partition(".")[0] in _OURS
