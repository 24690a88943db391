"""All widgets together, in every look and at both ends of the text size, without a finding."""

from __future__ import annotations

import gallery
import pytest
from pytestqt.qtbot import QtBot
from tests.ui.showing import show_active
from tests.ui.walker import walk

from planbureau.ui.theme.theme import Theme
from planbureau.ui.theme.tokens import Look, TextSize


@pytest.mark.parametrize(
    ("look", "size"),
    [(Look.LIGHT, TextSize.NORMAL), (Look.DARK, TextSize.LARGEST), (Look.CONTRAST, TextSize.LARGE)],
)
@pytest.mark.parametrize("name", sorted(gallery.PAGES))
def test_no_finding(qtbot: QtBot, theme: Theme, name: str, look: Look, size: TextSize) -> None:
    theme.apply(look, size)
    build, (width, height) = gallery.PAGES[name]
    page = build(theme.context)
    qtbot.addWidget(page)
    page.resize(width, height)
    show_active(qtbot, page)
    assert walk(page) == []
