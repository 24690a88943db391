"""What appears away from the keyboard is said aloud to who uses a screen reader, and said once."""

from __future__ import annotations

import pytest
from PySide6 import QtGui
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from planbureau.ui.theme.context import ThemeContext
from planbureau.ui.theme.tokens import Tone
from planbureau.ui.widgets.banner import Banner
from planbureau.ui.widgets.inline_message import InlineMessage, MessageLevel
from planbureau.ui.widgets.toast_bar import ToastBar

POLITE = QAccessible.AnnouncementPoliteness.Polite
AT_ONCE = QAccessible.AnnouncementPoliteness.Assertive


class ScreenReader:
    """Listens in the place of Qt's way to a screen reader."""

    AnnouncementPoliteness = QAccessible.AnnouncementPoliteness

    def __init__(self, *, on: bool = True) -> None:
        self.on = on
        self.heard: list[tuple[str, QAccessible.AnnouncementPoliteness]] = []

    def isActive(self) -> bool:
        return self.on

    def updateAccessibility(self, event: QAccessibleAnnouncementEvent) -> None:
        self.heard.append((event.message(), event.politeness()))


@pytest.fixture
def reader(monkeypatch: pytest.MonkeyPatch) -> ScreenReader:
    listening = ScreenReader()
    monkeypatch.setattr(QtGui, "QAccessible", listening)
    return listening


class Window(QWidget):
    """A window that shows, in which widgets are put one below the other."""

    def __init__(self) -> None:
        super().__init__()
        self.column = QVBoxLayout(self)


@pytest.fixture
def window(qtbot: QtBot) -> Window:
    made = Window()
    qtbot.addWidget(made)
    made.show()
    return made


def test_a_toast_is_said_politely(reader: ScreenReader, window: Window, context: ThemeContext) -> None:
    ToastBar(context, window).show_message("Bewaard om 14:32.")
    assert reader.heard == [("Bewaard om 14:32.", POLITE)]


def test_what_is_wrong_in_a_field_is_said_at_once_and_not_at_each_key(
    reader: ScreenReader, window: Window, context: ThemeContext
) -> None:
    field = QLineEdit()
    message = InlineMessage(context, field)
    for widget in (field, message):
        window.column.addWidget(widget)
    message.show_message(MessageLevel.ERROR, "Deze dag bestaat niet.")
    message.show_message(MessageLevel.ERROR, "Deze dag bestaat niet.")
    assert reader.heard == [("Klopt niet: Deze dag bestaat niet.", AT_ONCE)]
    message.clear()
    message.show_message(MessageLevel.ERROR, "Deze dag bestaat niet.")
    assert len(reader.heard) == 2


def test_what_is_still_needed_waits_for_who_comes_by(
    reader: ScreenReader, window: Window, context: ThemeContext
) -> None:
    message = InlineMessage(context)
    window.column.addWidget(message)
    message.show_message(MessageLevel.TODO, "Vul dit nog in.")
    assert reader.heard == []


def test_a_warning_across_the_page_is_said_when_it_shows_and_when_it_changes(
    reader: ScreenReader, window: Window, context: ThemeContext
) -> None:
    banner = Banner(context, "De schijf is vol.", Tone.ERR, detail="Er is niets weg.")
    window.column.addWidget(banner)
    banner.show()
    banner.set_message("De schijf is vol.", Tone.ERR, detail="Er is niets weg.")
    banner.set_message("Er is weer ruimte.", Tone.WARN)
    window.column.addWidget(Banner(context, "Ter informatie.", Tone.INFO))
    assert reader.heard == [("De schijf is vol. Er is niets weg.", AT_ONCE), ("Er is weer ruimte.", POLITE)]


def test_nothing_is_made_when_nobody_listens(
    reader: ScreenReader, window: Window, context: ThemeContext
) -> None:
    reader.on = False
    ToastBar(context, window).show_message("Bewaard om 14:32.")
    assert reader.heard == []
