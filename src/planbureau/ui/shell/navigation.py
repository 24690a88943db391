"""The places in the navigation, and which of them belongs to a page."""

from __future__ import annotations

from planbureau.ui.places import (
    AdoptPlan,
    CloseAnnex,
    HomeVisit,
    OpenAnnexes,
    OpenCalendar,
    OpenClient,
    OpenClients,
    OpenFileCheck,
    OpenForm,
    OpenLostPlan,
    OpenMatrix,
    OpenNotes,
    OpenOwnPlan,
    OpenPlan,
    OpenScratchPad,
    OpenSettings,
    OpenTalk,
    OpenToday,
    Place,
    PrintPlan,
)
from planbureau.ui.widgets.nav_bar import NavItem

TODAY, CLIENTS, CALENDAR, MATRIX = "vandaag", "clienten", "agenda", "doelen"
CHECK = "dossiercheck"
SETTINGS, VISIT, LOCK = "instellingen", "huisbezoek", "vergrendelen"

NAVIGATION = (
    NavItem(TODAY, "Vandaag", "list-checks", "Ctrl+1"),
    NavItem(CLIENTS, "Cliënten", "users", "Ctrl+2"),
    NavItem(CALENDAR, "Agenda", "calendar-days", "Ctrl+3"),
    NavItem(MATRIX, "Doelenmatrix", "layout-grid", "Ctrl+4"),
    NavItem(CHECK, "Dossiercheck", "file-check", "Ctrl+5"),
    NavItem(VISIT, "Huisbezoek", "house", "F9", place=False),
    NavItem(SETTINGS, "Instellingen", "settings", "", low=True),
    NavItem(LOCK, "Vergrendelen", "lock", "Ctrl+L", place=False),
)

IN_VISIT = frozenset({CLIENTS, CALENDAR, MATRIX, VISIT, LOCK})
"""What stays in the navigation during a home visit."""

_OF: tuple[tuple[type[Place], str], ...] = (
    (OpenToday, TODAY),
    (OpenClients, CLIENTS),
    (OpenClient, CLIENTS),
    (OpenForm, CLIENTS),
    (OpenPlan, CLIENTS),
    (OpenLostPlan, CLIENTS),
    (PrintPlan, CLIENTS),
    (AdoptPlan, CLIENTS),
    (OpenAnnexes, CLIENTS),
    (OpenOwnPlan, CLIENTS),
    (CloseAnnex, CLIENTS),
    (OpenScratchPad, CLIENTS),
    (OpenNotes, CLIENTS),
    (OpenTalk, CLIENTS),
    (OpenCalendar, CALENDAR),
    (OpenMatrix, MATRIX),
    (OpenFileCheck, CHECK),
    (OpenSettings, SETTINGS),
)


def nav_id_of(place: Place) -> str:
    """The item of the navigation that is marked while this place shows."""
    return next(nav_id for kind, nav_id in _OF if isinstance(place, kind))


def place_of(nav_id: str, visit: HomeVisit | None = None) -> Place:
    """Where an item of the navigation goes; during a home visit, for that household alone."""
    seen = visit or HomeVisit()
    places: dict[str, Place] = {
        TODAY: OpenToday(),
        CLIENTS: OpenClient(seen.client_id, seen.household_id) if visit else OpenClients(),
        CALENDAR: OpenCalendar(seen.client_id, seen.household_id),
        MATRIX: OpenMatrix(seen.client_id or seen.household_id),
        CHECK: OpenFileCheck(seen.client_id, seen.household_id),
        SETTINGS: OpenSettings(),
    }
    return places[nav_id]
