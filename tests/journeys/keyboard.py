"""Hands that have a keyboard and nothing else: every key goes to whatever has the focus."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QMenu,
    QWidget,
)

FAR = 150
"""So many times Tab is pressed at most before something counts as out of reach."""
NONE, SHIFT, CONTROL = (
    Qt.KeyboardModifier.NoModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.ControlModifier,
)


@dataclass
class Keyboard:
    """Tab, arrows, Enter and letters. `pressed` counts them."""

    pressed: int = 0

    @property
    def focus(self) -> QWidget:
        """Where the keys go, once the window has drawn what came. Nowhere is a fault."""
        QApplication.processEvents()
        popup = QApplication.activePopupWidget()
        found = popup if isinstance(popup, QMenu) else QApplication.focusWidget()
        assert found is not None, "nothing has the keyboard"
        assert found.isVisible(), f"what has the keyboard cannot be seen: {name_of(found)}"
        return found

    @property
    def at(self) -> str:
        """The name of what has the keyboard, as a screen reader says it."""
        return name_of(self.focus)

    def key(self, key: Qt.Key, modifier: Qt.KeyboardModifier = NONE) -> None:
        """One key."""
        QTest.keyClick(self.focus, key, modifier)
        self.pressed += 1

    def type(self, words: str) -> None:
        """Letter after letter."""
        QTest.keyClicks(self.focus, words)
        self.pressed += len(words)

    def to(self, words: str, *, back: bool = False) -> QWidget:
        """Presses Tab until what has the keyboard has a name that begins so, and can be seen."""
        seen = []
        for _ in range(FAR):
            focus = self.focus
            if name_of(focus).casefold().startswith(words.casefold()):
                assert not focus.visibleRegion().isEmpty(), f"{words} is scrolled out of sight"
                return focus
            seen.append(name_of(focus))
            self.key(Qt.Key.Key_Backtab if back else Qt.Key.Key_Tab, SHIFT if back else NONE)
        raise AssertionError(f"{words!r} is out of reach; past {list(dict.fromkeys(seen))}")

    def press(self, words: str, *, back: bool = False) -> None:
        """Goes to it with Tab, and presses it with the space bar."""
        self.to(words, back=back)
        self.key(Qt.Key.Key_Space)

    def write(self, where: str, words: str) -> None:
        """Goes to a field with Tab, and types in it."""
        self.to(where)
        self.type(words)

    def radio(self, question: str, option: str) -> None:
        """Goes to a question with one answer, and with the arrows to that answer."""
        self.to(f"{question}: ")
        seen = []
        for arrow in (Qt.Key.Key_Right, Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_Up) * 4:
            if self.at == f"{question}: {option}":
                self.key(Qt.Key.Key_Space)
                return
            seen.append(self.at)
            self.key(arrow)
        raise AssertionError(f"{option!r} is no answer to {question!r}; past {seen}")

    def row(self, *words: str) -> None:
        """Goes down the list that has the keyboard to the row that says all these words, and opens it."""
        view = self.focus
        assert isinstance(view, QAbstractItemView), f"no list has the keyboard: {name_of(view)}"
        rows = view.model().rowCount()
        for _ in range(rows + 1):
            said = str(view.currentIndex().data(Qt.ItemDataRole.AccessibleTextRole) or "")
            if all(word in said for word in words):
                self.key(Qt.Key.Key_Return)
                return
            self.key(Qt.Key.Key_Down)
        raise AssertionError(f"{words!r} is not in {name_of(view)}")

    def choose(self, words: str) -> None:
        """Goes down a menu that is open to the entry that begins with these words, and takes it."""
        menu = self.focus
        assert isinstance(menu, QMenu), f"no menu is open: {name_of(menu)}"
        for _ in range(len(menu.actions()) + 1):
            active = menu.activeAction()
            if active is not None and active.text().startswith(words):
                self.key(Qt.Key.Key_Return)
                return
            self.key(Qt.Key.Key_Down)
        raise AssertionError(f"{words!r} is not among {[one.text() for one in menu.actions()]}")


def name_of(widget: QWidget) -> str:
    """The accessible name, else the words that stand on it or the label that belongs to it."""
    if widget.accessibleName():
        return widget.accessibleName()
    if isinstance(widget, QAbstractButton):
        return widget.text().strip()
    if isinstance(widget, QLineEdit | QComboBox):
        labels = widget.window().findChildren(QLabel)
        return next((label.text() for label in labels if label.buddy() is widget), "")
    return type(widget).__name__
