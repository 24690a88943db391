"""Under the Wzd, by hand: the next step, resistance, and what the talk about the plan then shows."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu
from tests.demo_room import demo, demo_room, made_demo
from tests.journeys.demo_window import page, window
from tests.journeys.hands import pick

from planbureau.rules.wzd.steps import KINDS
from planbureau.services.api import Workspace
from planbureau.ui.annexes.annexes_page import AnnexesPage
from planbureau.ui.annexes.finish_page import FinishPage
from planbureau.ui.paper.adopt_page import AdoptPage
from planbureau.ui.places import AdoptPlan, CloseAnnex, OpenAnnexes
from planbureau.ui.shell.main_window import MainWindow
from planbureau.ui.widgets.buttons import Button
from planbureau.ui.wizard.fields.choice import ChoiceField
from planbureau.ui.wizard.plan_page import PlanPage

__all__ = ["demo", "demo_room", "made_demo", "window"]
GROUP = "Wet zorg en dwang"


def test_resistance_is_seen_where_the_plan_is_adopted(window: MainWindow, demo: Workspace) -> None:
    row = next(r for r in demo.plans.rows() if r.format_id == "osp" and r.version and "wlz" in r.regimes)
    plan = demo.plans.plan(row.id)
    demo.plans.save_frame(plan, ["wlz"], [*plan.flags, "wzd_van_toepassing"], dict(plan.triggers))
    client = plan.clients[0].person.id

    # the records stand together, the next step first
    window.go(OpenAnnexes(row.id))
    annexes = page(window)
    assert isinstance(annexes, AnnexesPage)
    inside = next(a.menu() for a in annexes.menu().actions() if a.text() == GROUP)
    assert isinstance(inside, QMenu)
    assert len(inside.actions()) == len(KINDS)
    assert inside.actions()[0].text() == "Grondslag van de Wzd"
    group = annexes.groups[GROUP]
    assert group.begin.accessibleName() == "Beginnen: Grondslag van de Wzd"
    group.begin.click()
    wizard = page(window)
    assert isinstance(wizard, PlanPage)
    step = wizard.current_page()
    assert step is not None
    ground = step.fields["grond"]
    assert isinstance(ground, ChoiceField)
    ground._radios["vg"].click()
    assert ground.flush()
    window.go(OpenAnnexes(row.id))
    again = page(window)
    assert isinstance(again, AnnexesPage)
    assert again.groups[GROUP].begin.accessibleName() == "Verder: Grondslag van de Wzd"

    # resistance is written down and closed
    record, _ = demo.annexes.start(row.id, "wzd_instemming")
    said = {
        "uitkomst": "verzet",
        "wie": [{"person": client}],
        "hoedanigheid": "client",
        "waartegen": "Medicijnen in de vla.",
        "hoe": "spoken",
        "moment": "2026-11-20T18:00+01:00",
        "daarna": "Gestopt en de arts gebeld.",
    }
    for key, value in said.items():
        demo.plans.save_answer(record, key, value, ())
    window.go(CloseAnnex(record))
    finish = page(window)
    assert isinstance(finish, FinishPage)
    finish.close_card.button.click()
    assert finish._finished is not None

    # and it waits where the plan is adopted: seen, filled in, and in the way of an agreement
    window.go(AdoptPlan(row.id))
    adopt = page(window)
    assert isinstance(adopt, AdoptPage)
    card = next(c for c in adopt.consents.cards if c.entry.person_id == client)
    assert (card.entry.outcome, card.entry.form) == ("resists", "spoken")
    assert "Medicijnen in de vla." in card.entry.reason
    assert not adopt.decide._without.isHidden()
    QTest.keyClick(card.outcome, Qt.Key.Key_Home)
    if card.outcome.value() != "agreed":
        pick(card.outcome, "agreed")  # somebody may have changed his mind in the talk itself
    assert card.entry.outcome == "agreed"
    (resisting,) = (
        button
        for button in adopt.gates.findChildren(Button)
        if button.accessibleName().startswith("Naar de verslagen: Er is verzet van")
    )
    resisting.click()
    assert isinstance(page(window), AnnexesPage)
