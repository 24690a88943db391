"""An evaluation with the keyboard alone: from Vandaag to the report on paper and the next version.

Only keys are pressed, on whatever has the keyboard. No mouse, and no page is told what to do.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot
from tests.demo_room import TODAY, demo, demo_room, made_demo
from tests.journeys.demo_window import hands, page, window
from tests.journeys.keyboard import CONTROL, Keyboard
from tests.journeys.office import TIMEOUT, text_of

from planbureau.services.api import Workspace
from planbureau.ui.annexes.finish_page import FinishPage
from planbureau.ui.paper.print_page import PrintPage
from planbureau.ui.shell.main_window import MainWindow
from planbureau.ui.wizard.plan_page import PlanPage

__all__ = ["demo", "demo_room", "hands", "made_demo", "window"]

DAY = f"{TODAY.day}-{TODAY.month}-{TODAY.year}"
K = Qt.Key


@pytest.fixture
def family_plan(demo: Workspace) -> str:
    """The plan of a family, of which three goals are enough to talk about."""
    row = next(one for one in demo.plans.rows() if one.format_id == "gzp")
    for goal in demo.plans.plan(row.id).goals[3:]:
        if goal.status == "active":
            demo.goals.move_goal(goal.id, "stopped", "Nu niet.")
    return row.id


def person(hands: Keyboard, where: str, function: str) -> None:
    """Somebody who is named by a function."""
    hands.press(where)
    hands.choose("Een functie")
    hands.type(function)
    hands.key(K.Key_Return)


def decide(hands: Keyboard, goal: int, seen: str, decision: str) -> None:
    """One goal: how it went, and what now."""
    hands.press(f"Doel {goal}, Hoe is het gegaan? Deels")
    hands.write(f"Waaraan zien we dat? Doel {goal}", seen)
    hands.press(f"Doel {goal}, Wat doen we nu? {decision}")


def to_step(hands: Keyboard, window: MainWindow, step: str) -> None:
    """The next step, with the button that stands last in the order."""
    hands.press("Volgende")
    shown = page(window)
    assert isinstance(shown, PlanPage)
    assert shown.current_step() == step


def close(hands: Keyboard, window: MainWindow) -> FinishPage:
    """To the page where a report is closed."""
    hands.press("Afsluiten", back=True)
    finish = page(window)
    assert isinstance(finish, FinishPage)
    return finish


def close_and_print(hands: Keyboard, window: MainWindow, qtbot: QtBot, folder: Path) -> str:
    """Closes a report of which nothing is missing, and keeps its print; answers what stands on paper."""
    finish = close(hands, window)
    assert hands.at == "Afsluiten"
    hands.key(K.Key_Space)
    assert finish._finished is not None
    assert hands.at == "Naar het plan"
    hands.press("Afdrukken")
    paper = page(window)
    assert isinstance(paper, PrintPage)
    qtbot.waitUntil(paper.save_button.isEnabled, timeout=TIMEOUT)
    target = folder / "verslag.pdf"
    paper._choose_file = lambda _parent, _name: target  # the window of the system itself
    hands.press("Bewaar als PDF")
    return text_of(target.read_bytes())


def begin(hands: Keyboard, window: MainWindow, kind: str) -> str:
    """Begins a report of this kind with the plan that is open; its id."""
    hands.press("Verslagen en bijlagen")
    hands.press("Nieuw")
    hands.choose(kind)
    wizard = page(window)
    assert isinstance(wizard, PlanPage)
    assert wizard.desk is not None
    return wizard.desk.plan_id


def test_a_family_looks_back_on_its_plan(
    family_plan: str, hands: Keyboard, window: MainWindow, demo: Workspace, qtbot: QtBot, tmp_path: Path
) -> None:
    before = demo.plans.plan(family_plan)
    hands.press("Gezin Demir-Voorbeeld: Gezinsplan")
    report = begin(hands, window, "Evaluatieverslag")

    hands.radio("Wat voor evaluatie is dit", "Zoals afgesproken")
    hands.write("Wanneer hebben jullie teruggekeken", DAY)
    person(hands, "Persoon toevoegen: Wie waren erbij", "wijkteam")
    to_step(hands, window, "ervaringen")
    hands.write("Wat vindt de cliënt van de hulp en het plan", "Thuis is het rustiger.")
    to_step(hands, window, "doelen")
    goals = demo.plans.plan(report).goals
    for goal in goals:
        decide(hands, goal.number, "Samen gezien.", "Doorgaan")
    to_step(hands, window, "afspraken")
    hands.radio("Zijn de risico's en maatregelen opnieuw bekeken", "Ja, ze blijven zo")
    hands.press("Afspraak toevoegen")
    hands.type("Opa kookt op woensdag.")
    person(hands, "Toevoegen: Wie, afspraak 1", "opa")
    hands.write("Hoe vaak", "elke week")
    hands.write("Bij doel", str(goals[0].number))
    to_step(hands, window, "akkoord")
    hands.radio("Is de cliënt of wie beslist het eens met dit verslag", "Ja")

    # goal 3 has a date that has passed: the list says so, and leads to it
    close(hands, window)
    assert hands.at == "Naar de vraag: Doel 3: doorgaan met dit doel vraagt een nieuwe datum. (nog nodig)"
    hands.key(K.Key_Space)
    assert hands.at.startswith("Doel 3, ")
    hands.write("Nieuwe datum, Doel 3", "1-5-2027")
    told = close_and_print(hands, window, qtbot, tmp_path)
    assert "Opa kookt op woensdag." in told

    after = demo.plans.plan(family_plan)
    assert demo.plans.plan(report).status == "active"
    assert (after.status, after.version) == ("concept_beside_active", before.version)
    (action,) = [one for one in after.goals[0].actions if one.what == "Opa kookt op woensdag."]
    assert (action.responsible_function, action.how_often) == ("opa", "elke week")


def test_a_late_term_leads_to_the_talk_about_a_zorgleefplan(
    hands: Keyboard, window: MainWindow, demo: Workspace, qtbot: QtBot, tmp_path: Path
) -> None:
    row = next(one for one in demo.plans.rows() if one.format_id == "zlp")
    hands.to("Te laat en dichtbij")
    hands.row("Piet Fictief", "Plan evalueren")
    hands.press("Naar het plan")
    talk = begin(hands, window, "Bespreking van het plan")

    hands.radio("Wat voor bespreking is dit", "Halfjaarlijkse bespreking")
    hands.write("Wanneer is de bespreking", DAY)
    hands.radio("Is verteld dat een onafhankelijke ondersteuner mee kan", "Ja, niet nodig")
    to_step(hands, window, "tafel")
    hands.press("Persoon toevoegen")
    person(hands, "Toevoegen: Wie", "mentor")
    to_step(hands, window, "besproken")
    hands.write("Wat kwam er aan de orde", "De nachten, en de muziek op zondag.")
    hands.write("Hoe tevreden is de cliënt", "Goed zo.")
    agreement = demo.plans.plan(talk).agreements[0]
    hands.press(f"{agreement.what}: Niet")
    hands.press(f"{agreement.what}: Verandert")
    hands.to("Zo wordt de afspraak")
    hands.key(K.Key_A, CONTROL)
    hands.type("Piet kiest zelf hoe laat.")
    (changes,) = demo.plans.plan(talk).risks
    hands.press(f"{changes.what}: Verandert")
    hands.to("Wat doen we dan")
    hands.key(K.Key_A, CONTROL)
    hands.type("Een lampje op de gang.")
    hands.write("Opnieuw kijken op", "20-5-2027")
    to_step(hands, window, "doelen")
    for goal in demo.plans.plan(talk).goals:
        decide(hands, goal.number, "Samen gezien.", "Doorgaan")
        hands.write(f"Nieuwe datum, Doel {goal.number}", "20-5-2027")
    to_step(hands, window, "afgesproken")
    hands.press("Afspraak toevoegen")
    hands.type("Muziek op zondagmiddag.")
    hands.radio("Is de cliënt of wie beslist het eens met de afspraken", "Ja")
    hands.write("Wanneer is de volgende bespreking", "20-5-2027")
    told = close_and_print(hands, window, qtbot, tmp_path)
    assert "Piet kiest zelf hoe laat." in told

    after = demo.plans.plan(row.id)
    assert after.status == "concept_beside_active"
    assert "Een lampje op de gang." in told
    (risk,) = after.risks
    assert risk == replace(
        changes,
        measures="Een lampje op de gang.",
        look_again_on=date(2027, 5, 20),
        easy_stale=bool(changes.easy_text),
        heads=risk.heads,
    )
    words = {one.id: one.what for one in after.agreements}
    assert words[agreement.id] == "Piet kiest zelf hoe laat."
    assert "Muziek op zondagmiddag." in words.values()
