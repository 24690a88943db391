"""Tips stand wherever people write: in a table, at a risk, in an own field, under the easy text."""

from __future__ import annotations

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from tests.ui.wizard.conftest import QUICK, Table, field_of

from planbureau.ui.widgets.text_tip import TextTip
from planbureau.ui.wizard.fields.life_domain import LifeDomainField
from planbureau.ui.wizard.fields.risks import RisksField
from planbureau.ui.wizard.fields.table import TableField

SCORE = "Noor heeft een IQ van 68."
BELONGS_ELSEWHERE = "Dit lijkt op een uitslag."


def _says(table: Table, tip: TextTip | None, box: QWidget, text: str, words: str) -> None:
    assert tip is not None
    QTest.keyClicks(box, text)
    table.qtbot.waitUntil(lambda: tip.text().startswith(words))


def test_a_cell_of_a_table(osp: Table) -> None:
    osp.plan_id, _ = osp.workspace.plans.start_plan("wmo", osp.client_id)
    found = field_of(osp.open(QUICK), "inzet")
    assert isinstance(found, TableField)
    found._table.add_button.click()
    cell = found._table.rows()[0].cell("wat")
    _says(osp, cell.tip, cell.editor, SCORE, BELONGS_ELSEWHERE)
    cell.set_value("Samen de post doen")
    cell.tip.look() if cell.tip else None
    assert cell.tip is not None
    assert cell.tip.text() == ""


def test_a_few_words_are_no_sentence(osp: Table) -> None:
    osp.plan_id, _ = osp.workspace.plans.start_plan("wmo", osp.client_id)
    found = field_of(osp.open(QUICK), "inzet")
    assert isinstance(found, TableField)
    found._table.add_button.click()
    cell = found._table.rows()[0].cell("hoe_vaak")
    cell.set_value("tweewekelijks, afwisselend dinsdag, woensdag, en verder naar behoefte")
    assert cell.tip is not None
    cell.tip.look()
    assert cell.tip.text() == ""


def test_a_risk(osp: Table) -> None:
    found = field_of(osp.open(QUICK), "risicos")
    assert isinstance(found, RisksField)
    found.add("Vallen")
    osp.qtbot.waitUntil(lambda: len(osp.stored.risks) == 1)
    editor = found.cards[0]._editor
    assert editor is not None
    tip = editor.tips["signs"]
    box = next(tool for tool in editor._tools if "signs" in tool.read()).widget
    _says(osp, tip, box.focus_target(), SCORE, BELONGS_ELSEWHERE)  # type: ignore[attr-defined]
    assert editor.tips["measures"].text() == ""


def test_an_own_field_of_a_life_domain_and_its_easy_text(osp: Table) -> None:
    osp.plan_id, _ = osp.workspace.plans.start_plan("wmo", osp.client_id)
    found = field_of(osp.open(QUICK), "leefgebieden")
    assert isinstance(found, LifeDomainField)
    card = found.cards["geld"]
    chip = card._states.chip("open")
    assert chip is not None
    chip.click()
    assert card._editor is not None
    cell = card._editor.cells["netwerk"]
    _says(osp, cell.tip, cell.editor, SCORE, BELONGS_ELSEWHERE)
    easy = card._easy
    assert easy is not None
    easy.button.setChecked(True)
    box = easy.editor()
    assert box is not None
    _says(osp, easy.tip, box, "De GI helpt mij.", "Schrijf “GI”")
