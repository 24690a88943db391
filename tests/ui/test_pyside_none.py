"""PySide6 6.12.0 on Python 3.11 gives back None without counting it, and aborts after a while."""

from __future__ import annotations

import sys

from PySide6.QtWidgets import QApplication, QWidget


def test_a_qt_call_that_returns_none_keeps_the_count_of_none(qapp: QApplication) -> None:
    widget = QWidget()
    widget.parent()
    before = sys.getrefcount(None)
    for _ in range(100):
        widget.parent()
    assert sys.getrefcount(None) > before - 50
    assert qapp is not None
