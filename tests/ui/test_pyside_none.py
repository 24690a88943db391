"""PySide6 6.12.0 on Python 3.11 gives back None without counting it, and aborts after a while."""

from __future__ import annotations

import re
import sys
import tokenize
from functools import cache
from pathlib import Path

from PySide6.QtWidgets import QApplication, QWidget

import planbureau


def test_a_qt_call_that_returns_none_keeps_the_count_of_none(qapp: QApplication) -> None:
    widget = QWidget()
    widget.parent()
    before = sys.getrefcount(None)
    for _ in range(100):
        widget.parent()
    assert sys.getrefcount(None) > before - 50
    assert qapp is not None


def test_no_widget_is_asked_for_its_screen() -> None:
    """With PySide 6.11 Qt falls over it some time later: five of five runs of the goals did."""
    assert [name for name, code in sources() if ".screen()" in code] == []


def test_no_layout_is_asked_for_what_it_holds_by_number() -> None:
    """Python keeps the item that `itemAt` answers after Qt took it away, and a page that goes ends it all.

    Of eight runs of six thousand changes six ended so.
    """
    assert [name for name, code in sources() if ".itemAt(" in code] == []


def test_no_layout_is_made_in_python() -> None:
    """Its items are those of Qt, kept in Python: three of four random walks through the window ended so.

    A layout of Qt that is only told how to grow keeps its items itself.
    """
    made = re.compile(r"^class \w+\(.*\bQ(Layout|LayoutItem|WidgetItem|SpacerItem)\b", re.MULTILINE)
    assert [name for name, code in sources() if made.search(code)] == []


@cache
def sources() -> tuple[tuple[str, str], ...]:
    """Every module of the program: its name and its code."""
    source = Path(planbureau.__file__).parent
    return tuple((path.name, code_of(path)) for path in source.rglob("*.py"))


def code_of(path: Path) -> str:
    """A module without its strings and comments."""
    with path.open("rb") as file:
        kinds = (tokenize.STRING, tokenize.COMMENT)
        return "".join(one.string for one in tokenize.tokenize(file.readline) if one.type not in kinds)
