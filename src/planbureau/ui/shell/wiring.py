"""All wiring between places and pages, on one page."""

from __future__ import annotations

from planbureau.ui.device import Device
from planbureau.ui.page import Page, PageContext
from planbureau.ui.places import (
    AdoptPlan,
    CloseAnnex,
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
    PrintPlan,
)
from planbureau.ui.shell.main_window import PageEntry


def page_entries(device: Device) -> tuple[PageEntry, ...]:
    """Every page. Its module is imported on the first visit."""

    def settings_page(context: PageContext) -> Page:
        from planbureau.ui.settings.settings_page import SettingsPage

        return SettingsPage(context, device)

    return (
        PageEntry("vandaag", (OpenToday,), _today, in_visit=False),
        PageEntry("clienten", (OpenClients, OpenClient, OpenForm), _clients),
        PageEntry("plan", (OpenPlan,), _plan),
        PageEntry("plan-zonder-type", (OpenLostPlan,), _lost_plan),
        PageEntry("agenda", (OpenCalendar,), _calendar),
        PageEntry("doelen", (OpenMatrix,), _matrix),
        PageEntry("afdruk", (PrintPlan,), _print),
        PageEntry("vaststellen", (AdoptPlan,), _adopt),
        PageEntry("verslagen", (OpenAnnexes,), _annexes),
        PageEntry("afsluiten", (CloseAnnex,), _finish),
        PageEntry("rapportage", (OpenNotes,), _notes),
        PageEntry("dossiercheck", (OpenFileCheck,), _file_check),
        PageEntry("kladblad", (OpenScratchPad,), _scratch),
        PageEntry("gespreksvel", (OpenTalk,), _talk, whole=True),
        PageEntry("eigen-plan", (OpenOwnPlan,), _own_plan),
        PageEntry("instellingen", (OpenSettings,), settings_page, in_visit=False),
    )


def _today(context: PageContext) -> Page:
    from planbureau.ui.calendar.today_page import TodayPage

    return TodayPage(context)


def _clients(context: PageContext) -> Page:
    from planbureau.ui.people.clients_page import ClientsPage

    return ClientsPage(context)


def _plan(context: PageContext) -> Page:
    from planbureau.ui.wizard.plan_page import PlanPage

    return PlanPage(context)


def _lost_plan(context: PageContext) -> Page:
    from planbureau.ui.wizard.lost_page import LostPlanPage

    return LostPlanPage(context)


def _calendar(context: PageContext) -> Page:
    from planbureau.ui.calendar.calendar_page import CalendarPage

    return CalendarPage(context)


def _matrix(context: PageContext) -> Page:
    from planbureau.ui.goals.matrix_page import MatrixPage

    return MatrixPage(context)


def _print(context: PageContext) -> Page:
    from planbureau.ui.paper.print_page import PrintPage

    return PrintPage(context)


def _adopt(context: PageContext) -> Page:
    from planbureau.ui.paper.adopt_page import AdoptPage

    return AdoptPage(context)


def _scratch(context: PageContext) -> Page:
    from planbureau.ui.scratch.scratch_page import ScratchPage

    return ScratchPage(context)


def _notes(context: PageContext) -> Page:
    from planbureau.ui.notes.notes_page import NotesPage

    return NotesPage(context)


def _file_check(context: PageContext) -> Page:
    from planbureau.ui.file_check.file_check_page import FileCheckPage

    return FileCheckPage(context)


def _annexes(context: PageContext) -> Page:
    from planbureau.ui.annexes.annexes_page import AnnexesPage

    return AnnexesPage(context)


def _own_plan(context: PageContext) -> Page:
    from planbureau.ui.protect.own_page import OwnPlanPage

    return OwnPlanPage(context)


def _finish(context: PageContext) -> Page:
    from planbureau.ui.annexes.finish_page import FinishPage

    return FinishPage(context)


def _talk(context: PageContext) -> Page:
    from planbureau.ui.talk.talk_page import TalkPage

    return TalkPage(context)
