"""The name of a page is the title that stands above it."""

from __future__ import annotations

import pytest
import shots
from tests.ui.vault_fixtures import page_context, room, workspace  # noqa: F401

from planbureau.ui.device import DeviceChoices
from planbureau.ui.page import PageContext
from planbureau.ui.places import OpenCalendar, OpenFileCheck, OpenMatrix, OpenSettings, OpenToday, Place
from planbureau.ui.shell.spoken import heading_of
from planbureau.ui.shell.wiring import page_entries


@pytest.mark.parametrize(
    ("place", "name"),
    [
        (OpenToday(), "Vandaag"),
        (OpenCalendar(), "Agenda"),
        (OpenMatrix(), "Doelenmatrix"),
        (OpenFileCheck(), "Dossiercheck"),
        (OpenSettings(), "Instellingen"),
    ],
)
def test_a_page_is_called_by_its_own_title(page_context: PageContext, place: Place, name: str) -> None:
    entry = next(
        one for one in page_entries(shots.FixedDevice(DeviceChoices())) if isinstance(place, one.places)
    )
    page = entry.make(page_context)
    page.show_place(place)
    assert heading_of(page) == name
    page.deleteLater()
