"""The page around the fields: steps, header, what can be done with the whole, trouble, and who can use it."""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMainWindow, QWidget
from tests.ui.walker import Finding, walk
from tests.ui.wizard.conftest import QUICK, SLOW, Table, desk_of, field_of

from planbureau.errors import VaultError
from planbureau.services.api import Workspace
from planbureau.ui.page import PageContext
from planbureau.ui.places import AdoptPlan, HomeVisit, OpenPlan, PrintPlan
from planbureau.ui.theme.theme import Theme
from planbureau.ui.theme.tokens import Look, TextSize
from planbureau.ui.widgets.card import Card
from planbureau.ui.wizard.actions import ExportDialog, close_plan, write_export
from planbureau.ui.wizard.fields.person import PersonField
from planbureau.ui.wizard.plan_page import PlanPage
from planbureau.views import AgreementView, PersonView, PlanView, RiskView

SIZES = ((1160, 768), (1025, 614), (615, 384))
"""What the window leaves for a page at 100, 125 and 200 %."""


def fill(table: Table) -> None:
    """Something in every kind of field, also the folded ones."""
    plans = table.workspace.plans
    plans.save_frame(table.stored, ["wlz"], ["verblijf"], {})
    for key in ("belangrijk_voor_mij", "moet_je_weten"):
        plans.save_answer(
            table.plan_id, key, "Noor houdt van rust.", (), easy_text="Rust is fijn.", pictograms=("rust",)
        )
    plans.save_answer(table.plan_id, "belangrijk_voor_mij", "Van rust en van muziek.", ())
    plans.save_answer(
        table.plan_id, "leefgebieden/lichaam", {"state": "open", "now": "Goed.", "satisfied": "ja"}, ()
    )
    plans.save_answer(table.plan_id, "wens_niet_gevolgd", "ja", ())
    plans.save_answer(table.plan_id, "wie_bellen", [{"id": "1", "wie": "Huisarts", "nummer": "010"}], ())
    plans.add_agreement(AgreementView("", table.plan_id, what="Samen ontbijten", who=table.mother))
    plans.add_risk(RiskView("", table.plan_id, what="Vallen", likelihood="midden"))
    table.workspace.clients.restrict("answer", f"{table.plan_id}:moet_je_weten", [table.mother])


def findings(page: PlanPage, step: str) -> list[Finding]:
    page.open_step(step)
    open_everything(page)
    for _ in range(14):  # what is inside what is inside: each round lets one more level take its size
        QApplication.processEvents()
    return walk(page)


def open_everything(page: PlanPage) -> None:
    step = page.current_page()
    assert step is not None
    step.be_strict()
    for field in step.fields.values():
        if field.easy is not None:
            field.easy.button.setChecked(True)
        for card in getattr(field, "cards", ()):
            toggle = getattr(card, "toggle", None)
            if toggle is not None:
                toggle.setChecked(True)


@pytest.mark.parametrize("size", SIZES)
def test_everyone_can_use_every_step_of_a_support_plan(osp: Table, size: tuple[int, int]) -> None:
    fill(osp)
    page = osp.open(SLOW, size)
    for step in page.steps.step_ids():
        assert findings(page, step) == [], step
    page.steps.missing_requested.emit()
    assert walk(page) == []


@pytest.mark.parametrize("size", SIZES)
def test_everyone_can_use_every_step_of_a_family_plan(family: Table, size: tuple[int, int]) -> None:
    page = family.open(SLOW, size)
    for step in page.steps.step_ids():
        assert findings(page, step) == [], step


@pytest.mark.parametrize(
    ("look", "text"),
    [(Look.DARK, TextSize.NORMAL), (Look.CONTRAST, TextSize.NORMAL), (Look.LIGHT, TextSize.LARGEST)],
)
def test_other_looks_and_larger_text_work_too(osp: Table, theme: Theme, look: Look, text: TextSize) -> None:
    fill(osp)
    theme.apply(look, text)
    page = osp.open(SLOW)
    for step in ("kader", "dit-ben-ik", "leefgebieden", "wlz-onderwerpen", "risicos", "afspraken", "akkoord"):
        assert findings(page, step) == [], step


def test_steps_go_in_any_order_and_the_footer_follows(osp: Table) -> None:
    page = osp.open(SLOW)
    ids = page.steps.step_ids()
    assert page.current_step() == ids[0] == "kader"
    assert not page.footer.back.isEnabled()
    page.footer.onward.click()
    assert page.current_step() == ids[1]
    assert page.footer.where.text() == f"Stap 2 van {len(ids)}"
    page.steps.list.step_requested.emit(ids[-1])
    assert page.current_step() == ids[-1]
    assert not page.footer.onward.isEnabled()
    page.footer.back.click()
    assert page.current_step() == ids[-2]


def test_the_next_step_is_made_while_nobody_waits(osp: Table) -> None:
    page = osp.open(SLOW)
    osp.qtbot.waitUntil(lambda: list(page._pages) == ["kader", "over-wie"])


def test_a_narrow_window_has_the_steps_in_a_drop_down(osp: Table) -> None:
    page = osp.open(SLOW, (615, 384))
    assert not page.steps.side.isVisible()
    page.steps.box.set_value("kunnen")
    assert page.current_step() == "kunnen"
    page.resize(1160, 768)
    QApplication.processEvents()
    assert page.steps.side.isVisible()
    assert page.steps.list.current_id() == "kunnen"


def test_a_law_brings_its_own_step(osp: Table) -> None:
    page = osp.open(SLOW)
    assert "wlz-onderwerpen" not in page.steps.step_ids()
    page.refresh(osp.workspace.plans.save_frame(osp.stored, ["wlz"], [], {}))
    assert "wlz-onderwerpen" in page.steps.step_ids()


def test_what_is_needed_counts_down(osp: Table) -> None:
    page = osp.open(SLOW)
    before = page.steps.missing.label()
    assert before.startswith("Nog nodig: ")
    page.refresh(osp.workspace.plans.save_answer(osp.plan_id, "benaderen", "rustig", ()))
    assert int(page.steps.missing.label()[11:]) == int(before[11:]) - 1


def test_the_missing_list_is_walked_by_keyboard(osp: Table) -> None:
    page = osp.open(SLOW)
    page.steps.missing.setFocus()
    QTest.keyClick(page.steps.missing, Qt.Key.Key_Return)
    focus = QApplication.focusWidget()
    assert focus is not None
    assert focus.accessibleName().startswith("Ga naar: ")
    QTest.keyClick(focus, Qt.Key.Key_Return)
    assert page.current_page() is not None


def test_who_comes_for_a_question_has_the_keyboard_in_it(osp: Table) -> None:
    """From what is still needed before adopting, and from wherever else a question is named."""
    page = osp.open()
    page.show_place(OpenPlan(osp.plan_id, question_id="moet_je_weten"))
    assert page.first_focus() is field_of(page, "moet_je_weten").focus_widget()
    page.show_place(OpenPlan(osp.plan_id))
    assert page.first_focus() is page.steps.focus_widget()


def test_one_comes_back_from_the_missing_list_to_the_same_step(osp: Table) -> None:
    page = osp.open(SLOW)
    page.open_step("kunnen")
    page.steps.missing.click()
    assert page.steps.list.current_id() == ""
    page.footer.back.click()
    assert page.current_step() == "kunnen"
    page.steps.missing.click()
    row = page.steps.step_ids().index("kunnen")
    page.steps.list.setCurrentIndex(page.steps.list.model().index(row, 0))
    assert page.current_step() == "kunnen"


def test_the_header_asks_for_other_pages(osp: Table) -> None:
    page = osp.open(SLOW)
    page.header.preview.click()
    page.header.start.click()
    page.header.adopt.click()
    page.header.menu().actions()[0].trigger()
    assert osp.places == [
        PrintPlan(osp.plan_id, "professional"),
        PrintPlan(osp.plan_id, "start"),
        AdoptPlan(osp.plan_id),
        PrintPlan(osp.plan_id, "easy"),
    ]
    assert page.header.status.accessibleName() == "Concept · ongeveer 1 van 8 bladzijden · bewaard om 10:00"


def test_a_plan_is_exported_to_a_chosen_file(osp: Table, tmp_path: Path) -> None:
    page = osp.open(SLOW)
    target = tmp_path / "plan.json"
    assert write_export(desk_of(page), target) == "Het plan is geëxporteerd."
    assert json.loads(target.read_bytes())["planbureau"] == 1
    assert os.name == "nt" or target.stat().st_mode & 0o077 == 0  # nobody else on this computer reads it
    assert "andere plek" in write_export(desk_of(page), tmp_path / "nergens" / "plan.json")


def test_an_export_asks_who_gets_it(osp: Table, tmp_path: Path) -> None:
    page = osp.open(SLOW)
    desk = desk_of(page)
    dialog = ExportDialog(desk)
    dialog.show()
    assert dialog.readers() == ()
    reader = next(iter(desk.plan.people))
    dialog.chips.set_checked([reader])
    assert dialog.readers() == (reader,)
    QApplication.processEvents()
    assert walk(dialog, pixels=False) == []
    clients = desk.context.workspace.clients
    clients.restrict("answer", f"{desk.plan_id}:benaderen", [reader])
    desk.context.workspace.plans.save_answer(desk.plan_id, "benaderen", "niet voor iedereen", ())
    told = write_export(desk, tmp_path / "alles.json")
    assert told == write_export(desk, tmp_path / "deel.json", dialog.readers())
    dialog.deleteLater()
    assert "niet voor iedereen" in (tmp_path / "alles.json").read_text("utf-8")
    assert "niet voor iedereen" not in (tmp_path / "deel.json").read_text("utf-8")


def press(button: str, typed: str = "") -> Callable[[QWidget], None]:
    """Types in a dialogue and presses one of its buttons."""

    def act(dialog: QWidget) -> None:
        line = getattr(dialog, "line", None)
        if typed and line is not None:
            line.setText(typed)
        getattr(dialog, button).click()

    return act


def test_a_closed_plan_can_be_read_and_not_changed(osp: Table, monkeypatch: pytest.MonkeyPatch) -> None:
    page = osp.open(SLOW)
    act = press("action_button", "verhuisd")
    monkeypatch.setattr(
        "planbureau.ui.wizard.actions.CloseDialog.exec", lambda dialog: (act(dialog), dialog.result())[1]
    )
    assert close_plan(desk_of(page), page)
    assert osp.stored.status == "closed"
    again = osp.open(SLOW)
    assert again.notice.accessibleName() == "Dit plan is afgesloten. Je kunt het lezen en afdrukken."
    assert not field_of(again, "benaderen").isEnabled()
    assert not again.header.adopt.isEnabled()


class FullDisk:
    """Plans of a vault on a full disk, until there is room again."""

    def __init__(self, plans: object) -> None:
        self._plans = plans
        self.full = True

    def __getattr__(self, name: str) -> object:
        if self.full and name in ("save_answer", "save_draft"):
            return self._refuse
        return getattr(self._plans, name)

    def _refuse(self, *_: object, **__: object) -> None:
        raise VaultError("De schijf is vol.", "Maak ruimte vrij en probeer het opnieuw.")


def test_a_full_disk_is_said_and_the_text_stays(osp: Table) -> None:
    page = osp.open(SLOW)
    found = field_of(page, "benaderen")
    disk = FullDisk(osp.workspace.plans)
    desk_of(page)._plans = disk  # type: ignore[assignment]
    QTest.keyClicks(found.focus_widget(), "niet kwijtraken")
    assert not page.leave()
    assert page.trouble.isVisible()
    assert page.trouble.accessibleName().startswith("De schijf is vol.")
    assert found.value() == "niet kwijtraken"
    disk.full = False
    page.trouble.action_requested.emit()
    assert not page.trouble.isVisible()
    assert osp.stored.answer("benaderen").value == "niet kwijtraken"


def test_drafts_are_tried_again_when_there_was_no_room(osp: Table) -> None:
    page = osp.open(QUICK)
    found = field_of(page, "benaderen")
    disk = FullDisk(osp.workspace.plans)
    desk_of(page)._plans = disk  # type: ignore[assignment]
    QTest.keyClicks(found.focus_widget(), "nog eens")
    osp.qtbot.waitUntil(page.trouble.isVisible)
    disk.full = False
    osp.qtbot.waitUntil(lambda: [draft.text for draft in osp.workspace.plans.drafts()] == ["nog eens"])
    osp.qtbot.waitUntil(lambda: not page.trouble.isVisible())


def test_a_home_visit_names_nobody_else(osp: Table) -> None:
    other, _ = osp.workspace.clients.add_person(
        PersonView(given_name="Vreemd", professional=True, organisation="Elders")
    )
    at_home = PageContext(
        osp.context.workspace, osp.context.theme, osp.context.clock, HomeVisit(osp.client_id)
    )
    for context, known in ((osp.context, True), (at_home, False)):
        page = PlanPage(context, pace=SLOW)
        osp.qtbot.addWidget(page)
        osp.pages.append(page)
        page.show_place(OpenPlan(osp.plan_id))
        found = field_of(page, "makkelijke_versie_door")
        assert isinstance(found, PersonField)
        assert (other in dict(found._picker.choices())) is known


def test_another_plan_takes_the_place_of_this_one(osp: Table, workspace: Workspace) -> None:
    second, _ = workspace.plans.start_plan("osp", osp.client_id)
    page = osp.open(SLOW)
    QTest.keyClicks(field_of(page, "benaderen").focus_widget(), "van het eerste")
    page.show_place(OpenPlan(second))
    assert osp.stored.answer("benaderen").value == "van het eerste"
    assert field_of(page, "benaderen").value() == ""
    view: PlanView = workspace.plans.plan(second)
    assert view.answer("benaderen").empty


def test_a_plan_that_made_place_for_another_makes_nothing_more(osp: Table, workspace: Workspace) -> None:
    second, _ = workspace.plans.start_plan("osp", osp.client_id)
    page = osp.open(SLOW)
    first = next(iter(page._pages.values()))
    first._rest.start()  # as a step does that has more questions than can be made unnoticed
    page.show_place(OpenPlan(second))
    assert not first._rest.isActive()


def test_a_plan_of_another_type_opens_from_a_step_that_it_does_not_have(osp: Table, family: Table) -> None:
    page = osp.open()
    page.open_step("ervaringen")
    page.show_place(OpenPlan(family.plan_id))
    assert page.current_step() == page.steps.box.value() == "kader"
    assert page.steps.box.count() == len(page.steps.step_ids())


def test_a_mark_stands_at_the_answer(osp: Table) -> None:
    osp.workspace.clients.restrict("answer", f"{osp.plan_id}:benaderen", [osp.mother], "op verzoek")
    page = osp.open(SLOW)
    assert field_of(page, "benaderen").head._not_for.text() == "Niet voor: Ada Voorbeeld"
    page.refresh(osp.workspace.clients.restrict("answer", f"{osp.plan_id}:benaderen", []))
    assert field_of(page, "benaderen").head._not_for.isHidden()


def test_a_plan_never_makes_a_small_window_wider(osp: Table) -> None:
    window = QMainWindow()
    osp.qtbot.addWidget(window)
    window.resize(615, 384)
    page = PlanPage(osp.context, pace=QUICK)
    window.setCentralWidget(page)
    window.show()
    page.show_place(OpenPlan(osp.plan_id))
    osp.qtbot.waitUntil(lambda: page.current_page() is not None)
    QApplication.processEvents()
    assert window.width() == 615
    window.resize(1366, 768)
    QApplication.processEvents()
    window.resize(615, 384)
    QApplication.processEvents()
    assert window.width() == 615
    page.leave()


def test_two_fields_beside_each_other_begin_at_the_same_height(osp: Table) -> None:
    """One of them has help above it; in one column nothing is moved for that."""
    page = osp.open()
    help_below, bare = field_of(page, "roepnaam"), field_of(page, "naam")
    for _ in range(14):
        QApplication.processEvents()

    def top(field: QWidget) -> int:
        return field.mapTo(page, QPoint(0, 0)).y()

    assert top(bare) == top(help_below)
    assert top(bare.editor) == top(help_below.editor)
    page.resize(615, 768)
    for _ in range(14):
        QApplication.processEvents()
    assert top(bare) < top(help_below)
    assert bare.head.minimumHeight() == 0


def test_a_short_step_has_a_short_card(osp: Table) -> None:
    """Not half of what the page has too much: that looks as if something is missing."""
    page = osp.open(size=(1160, 768))
    field = field_of(page, "wens_niet_gevolgd")
    for _ in range(14):
        QApplication.processEvents()
    step = page.current_page()
    assert step is not None
    card = next(one for one in step.findChildren(Card) if one.isAncestorOf(field))
    assert card.height() == card.heightForWidth(card.width()) < page.height() // 3
