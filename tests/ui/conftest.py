"""One application for all tests of the screen: Dutch, with the shipped font, and without blinking."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QLocale
from PySide6.QtWidgets import QApplication

from planbureau.ui.theme.context import ThemeContext
from planbureau.ui.theme.theme import Theme
from planbureau.ui.theme.tokens import Look, TextSize


@pytest.fixture(scope="session")
def shared_theme(qapp: QApplication) -> Theme:
    QLocale.setDefault(QLocale(QLocale.Language.Dutch, QLocale.Country.Netherlands))
    qapp.setApplicationName("Planbureau")
    qapp.setCursorFlashTime(0)
    return Theme(qapp)


@pytest.fixture
def theme(shared_theme: Theme) -> Iterator[Theme]:
    """The theme, put back to light and 100 % when a test changed it, or a whole program took its place."""
    if not shared_theme.in_charge:
        shared_theme.apply(Look.LIGHT, TextSize.NORMAL)
    yield shared_theme
    _take_away_closed()
    if (shared_theme.look, shared_theme.text_size) != (Look.LIGHT, TextSize.NORMAL):
        shared_theme.apply(Look.LIGHT, TextSize.NORMAL)


def _take_away_closed() -> None:
    """Closed windows wait for an event loop; as long as they are there, each change of look is theirs too."""
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


@pytest.fixture
def context(theme: Theme) -> ThemeContext:
    return theme.context


@pytest.fixture
def icons_folder() -> Path:
    from planbureau import resources

    return resources.path("icons")
