"""Pictures of every page, in three sizes and three looks, for human eyes: `make shots`.

The demo vault is made in a temporary folder on a fixed day, so that pictures of two days can be compared.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QDeadlineTimer, QEvent, QEventLoop, QThreadPool
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget

from planbureau.app import build_application
from planbureau.clock import FixedClock
from planbureau.services.api import GoalsShape, Workspace
from planbureau.services.api.annexes import FinishAnnex
from planbureau.services.demo import make_demo
from planbureau.ui.annexes.finish_page import FinishPage
from planbureau.ui.device import DeviceChoices
from planbureau.ui.file_check.file_check_page import FileCheckPage
from planbureau.ui.goals import overview as overview_views
from planbureau.ui.goals.matrix_page import MatrixPage
from planbureau.ui.page import PageContext
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
    OpenMatrix,
    OpenNotes,
    OpenPlan,
    OpenScratchPad,
    OpenSettings,
    OpenTalk,
    OpenToday,
    Place,
    PrintPlan,
)
from planbureau.ui.settings.users_card import UsersCard
from planbureau.ui.shell.main_window import MainWindow
from planbureau.ui.shell.wiring import page_entries
from planbureau.ui.theme.theme import Theme
from planbureau.ui.theme.tokens import Look, TextSize
from planbureau.ui.wizard.fields.no_goal import NoGoal
from planbureau.views import FormKey, GoalView

DAY = date(2026, 3, 16)
SIZES = {"100": (1366, 768), "125": (1093, 614), "200": (683, 384)}
WISH, RESULT, WHO, TIME = "wens-zonder-doel", "verslag-uitkomst", "doelen-wie-doet-wat", "doelen-in-de-tijd"
PAPER, GAPS = "doelen-afdrukken", "dossiercheck-papier"
"""Pictures before which something on their page is pressed."""
PATIENCE = 20_000
"""Milliseconds that a page may take to come to rest."""


def annexes(workspace: Workspace, plan_id: str) -> Iterator[tuple[str, Place]]:
    """An evaluation on its way, the list in which it stands, and finishing it."""
    report, _ = workspace.annexes.start(plan_id, "evaluatieverslag")
    workspace.plans.save_answer(report, "datum", DAY.isoformat(), ())
    said = {"outcome": "partly", "how_seen": "Het lukt drie keer in de week.", "client": "Gaat goed."}
    view = workspace.plans.plan(report)
    for goal in view.goals[:1]:
        decided = {**said, "decision": "adjust", "new_date": "2026-09-01"}
        seen = {"family": "Wij zien het minder vaak.", "differs": ["family"]}
        workspace.plans.save_answer(report, f"uitkomsten/{goal.id}", {**decided, **seen}, ())
    for one in view.agreements[:1]:
        changes = {
            "choice": "deels",
            "note": "In het weekend niet.",
            "then": "changes",
            "what": f"{one.what} Ook zondag.",
        }
        changes |= {"function": one.who_function or "mentor", "when": one.when}
        workspace.plans.save_answer(report, f"afspraken_gehouden/{one.id}", changes, ())
    row = {
        "id": "1",
        "wat": "Elke maandag samen koken.",
        "wie": [{"function": "mentor"}],
        "hoe_vaak": "elke maandag",
    }
    workspace.plans.save_answer(report, "nieuwe_afspraken", [row], ())
    workspace.annexes.start(plan_id, "bespreking")
    yield "verslagen", OpenAnnexes(plan_id)
    for section in workspace.plans.plan(report).format.sections:
        yield f"verslag-{section.id}", OpenPlan(report, section.id)
    yield "verslag-doel-anders", OpenPlan(report, question_id="uitkomsten")
    yield "verslag-nieuwe-afspraken", OpenPlan(report, question_id="nieuwe_afspraken")
    yield "gespreksvel-doel", OpenTalk(report, "doelen")
    yield "verslag-afsluiten", CloseAnnex(report)
    yield from finished(workspace)
    ready = next(task.plan_id for task in workspace.tasks.tasks() if task.plan_id != plan_id)
    yield "voorbereiding", OpenAnnexes(ready)


def goals_of(household_id: str, plan_id: str) -> Iterator[tuple[str, Place]]:
    """The goals of a family: the matrix, who does what, in time, and on paper."""
    yield "doelenmatrix", OpenMatrix(plan_id=plan_id)
    for name in (WHO, TIME, PAPER):
        yield name, OpenMatrix(household_id)


def wish(workspace: Workspace, plan_id: str) -> Iterator[tuple[str, Place]]:
    """A wish of which no goal is made for now, with the reason."""
    plan_format = workspace.plans.plan(plan_id).format
    asked = plan_format.question("leefgebieden")
    key = f"{asked.id}/{plan_format.domain_set(asked.domain_set).domains[0].id}"
    said = {"state": "open", "change": "Vaker naar zee.", "no_goal": "Eerst de verhuizing in mei."}
    known = workspace.plans.plan(plan_id).answers.get(key)
    workspace.plans.save_answer(plan_id, key, said, known.heads if known else ())
    yield WISH, OpenPlan(plan_id, question_id="leefgebieden")


def press(window: QWidget, name: str, application: QApplication) -> None:
    """What a person presses before the picture of this name."""
    if name == RESULT:
        page = window.findChild(FinishPage)
        assert page is not None
        page.close_card.button.click()
    elif name in (WHO, TIME):
        overview = window.findChild(overview_views.Overview)
        assert overview is not None
        overview.show_view(overview_views.WHO if name == WHO else overview_views.TIME)
    elif name == PAPER:
        matrix = window.findChild(MatrixPage)
        assert matrix is not None
        assert matrix._scope is not None
        matrix.printing.open(matrix._scope, matrix.overview.chosen, GoalsShape.WHO_EASY)
    elif name == GAPS:
        check = window.findChild(FileCheckPage)
        assert check is not None
        check.print_button.click()
    elif name == WISH:
        settle(application)
        why = next(one for one in window.findChildren(NoGoal) if one.reason()).why
        for scroll in window.findChildren(QScrollArea):
            if scroll.isAncestorOf(why):
                scroll.ensureWidgetVisible(why)


def told(goals: Iterable[GoalView]) -> dict[str, Any]:
    """The answers of a whole evaluation report, with the same about each of these goals."""
    decided = {"outcome": "partly", "how_seen": "Het lukt vaker.", "decision": "continue"}
    return {
        "soort": "gepland",
        "datum": DAY.isoformat(),
        "aanwezig": [{"function": "mentor"}],
        "client_vindt": "Het gaat goed zo.",
        "risicos_bekeken": "zelfde",
        "akkoord_client": "niet_gevraagd",
        "aantekening": "Dat komt de volgende keer.",
        **{f"uitkomsten/{goal.id}": dict(decided) for goal in goals},
    }


def finished(workspace: Workspace) -> Iterator[tuple[str, Place]]:
    """What a report did when it was finished, and the same report while it is corrected."""
    plan_id = next(p for p in workspace.plans.rows() if p.format_id == "zlp" and p.version).id
    report, _ = workspace.annexes.start(plan_id, "evaluatieverslag")
    goals = workspace.plans.plan(report).goals
    agreed = [{"id": "1", "wat": "Elke maandag samen koken.", "wie": [{"function": "mentor"}]}]
    answers = {**told(goals), "nieuwe_afspraken": agreed}
    answers[f"uitkomsten/{goals[0].id}"] |= {"family": "Het mag vaker.", "differs": ["family"]}
    for key, value in answers.items():
        workspace.plans.save_answer(report, key, value, ())
    yield RESULT, CloseAnnex(report)
    if not workspace.plans.plan(report).version:  # its picture was not wanted
        workspace.annexes.finish(FinishAnnex(report, DAY))
    yield "doelen-doel", OpenMatrix(plan_id=plan_id, goal_id=goals[0].id)
    workspace.annexes.reopen(report)
    heads = workspace.plans.plan(report).answers["client_vindt"].heads
    workspace.plans.save_answer(report, "client_vindt", "Het gaat beter.", heads)
    yield "verslag-verbeteren", OpenPlan(report, "ervaringen")
    yield "verslag-verbeteren-afsluiten", CloseAnnex(report)


@dataclass
class FixedDevice:
    """The choices of a device that keeps nothing."""

    choices: DeviceChoices

    def choose(self, choices: DeviceChoices) -> None:
        self.choices = choices


def places(workspace: Workspace) -> Iterator[tuple[str, Place]]:
    """Every page with a name for its picture."""
    yield "vandaag", OpenToday()
    yield "clienten", OpenClients()
    plans = workspace.plans.rows()
    client = next(p for p in plans if p.format_id == "osp" and p.version).client_ids[0]
    yield "client", OpenClient(client)
    family = next(p for p in plans if p.format_id == "gzp")
    yield "wegwijzer", OpenForm(FormKey("guide", client))
    yield "gezin", OpenClient(household_id=family.household_id)
    yield "agenda", OpenCalendar()
    yield "agenda-week", OpenCalendar(view="week")
    yield "agenda-lijst", OpenCalendar(view="lijst")
    yield "agenda-naar-buiten", OpenCalendar(view="lijst", send=True)
    yield "agenda-afspraak", OpenCalendar(client, new=True, view="maand")
    yield from goals_of(family.household_id, family.id)
    for plan in (next(p for p in plans if p.format_id == "osp" and p.version), family):
        for number, section in enumerate(workspace.plans.plan(plan.id).format.sections, start=1):
            yield f"plan-{plan.format_id}-{number:02}-{section.id}", OpenPlan(plan.id, section.id)
        for edition in ("professional", "easy", "start", "matrix", "cards"):
            yield f"afdruk-{plan.format_id}-{edition}", PrintPlan(plan.id, edition)
    yield from annexes(workspace, next(p for p in plans if p.format_id == "osp" and p.version).id)
    workspace.scratch.jot(client, "", "belt elke zondag met oma, wil vaker naar buiten")
    workspace.scratch.jot(client, "", "wil zelf koken", quote=True)
    workspace.scratch.jot(client, "", "huisarts bellen over medicijnen")
    yield "kladblad", OpenScratchPad(client)
    told = next(row.id for row in workspace.clients.rows() if workspace.notes.notes([row.id]))
    yield "rapportage", OpenNotes(told)
    yield "rapportage-schrijven", OpenNotes(told, write=True)
    yield "rapportage-client", OpenClient(told)
    yield from wish(workspace, next(p for p in plans if p.format_id == "osp" and p.version).id)
    yield "dossiercheck", OpenFileCheck()
    yield GAPS, OpenFileCheck()
    talk = next(p for p in plans if p.format_id == "osp" and p.version).id
    yield "dossiercheck-doel", OpenFileCheck(plan_id=talk)
    yield "gespreksvel-woorden", OpenTalk(talk, "dit-ben-ik")
    yield "gespreksvel-leefgebied", OpenTalk(talk, "leefgebieden")
    yield "gespreksvel-keuze", OpenTalk(talk, "evaluatie")
    draft = next(p for p in plans if p.status == "concept")
    yield "vaststellen", AdoptPlan(draft.id)
    yield "instellingen", OpenSettings()
    yield "huisbezoek", HomeVisit(client)


def settle(application: QApplication) -> None:
    """Lets layouts, timers and background work come to rest."""
    limit = QDeadlineTimer(PATIENCE)
    for _ in range(4):
        application.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 50)
        QThreadPool.globalInstance().waitForDone(int(limit.remainingTime()))
        application.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 50)
        # On a busy computer the time above runs out before the last label has its height.
        application.sendPostedEvents(None, QEvent.Type.LayoutRequest.value)


def shoot(window: QWidget, path: Path, application: QApplication) -> None:
    """Writes one picture."""
    settle(application)
    path.parent.mkdir(parents=True, exist_ok=True)
    window.grab().save(str(path))


def shoot_look(
    application: QApplication, theme: Theme, workspace: Workspace, folder: Path, sizes: list[str], only: str
) -> int:
    """Every wanted page in one look; the answer is the number of pictures."""
    count = 0
    context = PageContext(workspace, theme.context, FixedClock.on(DAY))
    window = MainWindow(context, page_entries(FixedDevice(DeviceChoices())), idle_minutes=0)
    window.fills_screen = False
    window.show()
    for name, place in places(workspace):
        if only in name:
            window.go(place)
            if name != WISH:
                press(window, name, application)
            for size in sizes:
                for _ in range(2):  # a page may let the window be narrow only after its list went away
                    window.resize(*SIZES[size])
                    settle(application)
                if name == WISH:  # the keyboard comes back in a window of this size
                    press(window, name, application)
                shoot(window, folder / size / f"{name}.png", application)
                count += 1
    window.hide()
    window.deleteLater()
    count += shoot_users(application, context, folder, sizes, only)
    application.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    return count


def shoot_users(
    application: QApplication, context: PageContext, folder: Path, sizes: list[str], only: str
) -> int:
    """Who may open the vault, and the two windows of it, as wide and high as the screen allows."""
    card = UsersCard(context)
    user = context.workspace.users.users()[0]
    parts = {
        "instellingen-wie-mag": card,
        "instellingen-collega-erbij": card.add_dialog(),
        "instellingen-collega-weg": card.remove_dialog(user),
    }
    wanted = {name: widget for name, widget in parts.items() if only in name}
    for name, widget in wanted.items():
        widget.show()
        for size in sizes:
            width, height = SIZES[size]
            widget.resize(min(widget.width(), width), min(widget.height(), height))
            shoot(widget, folder / size / f"{name}.png", application)
        widget.hide()
    card.deleteLater()
    return len(wanted) * len(sizes)


def main() -> int:
    """Makes the pictures; `--only WORD` keeps those whose name holds the word."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path, nargs="?", default=Path("shots"))
    parser.add_argument("--only", default="")
    parser.add_argument("--look", choices=[look.value for look in Look])
    parser.add_argument("--size", choices=list(SIZES))
    options = parser.parse_args()
    application = build_application(sys.argv[:1])
    theme = Theme(application)
    looks = [Look(options.look)] if options.look else list(Look)
    sizes = [options.size] if options.size else list(SIZES)
    count = 0
    with tempfile.TemporaryDirectory(prefix="planbureau-plaatjes-") as folder:
        workspace = make_demo(Path(folder) / "kluis", FixedClock.on(DAY))
        for look in looks:
            # Before there is a window: a new stylesheet on many widgets takes seconds.
            theme.apply(look, TextSize.NORMAL)
            count += shoot_look(
                application, theme, workspace, options.folder / look.value, sizes, options.only
            )
        workspace.lock()
    print(f"{count} plaatjes staan in {options.folder}")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
