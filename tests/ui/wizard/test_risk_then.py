"""A risk that is looked at again: what is asked follows from the answer, and what is typed stays."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from tests.ui.wizard.conftest import QUICK, Table, field_of

from planbureau.formats.reviews import Review
from planbureau.ui.wizard.fields.reviews import ReviewCard, ReviewsField
from planbureau.ui.wizard.fields.risk_then import RiskThen
from planbureau.views import RiskView

LOOK = date(2026, 3, 1)


def choose(card: ReviewCard, option: str) -> None:
    chip = card.chips.chip(option)
    assert chip is not None
    QTest.keyClick(chip, Qt.Key.Key_Space)


def test_each_answer_asks_what_belongs_to_it_and_nothing_typed_is_lost(osp: Table) -> None:
    plans = osp.workspace.plans
    risk = RiskView("", osp.plan_id, what="Noor valt op de trap.", measures="Samen.", look_again_on=LOOK)
    made, _ = plans.add_risk(risk)
    report, _ = osp.workspace.annexes.start(osp.plan_id, "evaluatieverslag")
    looked = field_of(osp.open(QUICK, plan_id=report), "risicos_opnieuw")
    assert isinstance(looked, ReviewsField)
    card = looked.cards[made]
    then = card.then
    assert isinstance(then, RiskThen)

    def said() -> Review:
        assert looked.flush()
        return Review.read(plans.plan(report).answer(f"risicos_opnieuw/{made}").value)

    assert then.isHidden(), "nothing was said yet"
    choose(card, "zelfde")
    assert said() == Review("zelfde")
    editor = then._editors[""]
    editor.show_values({"look_again_on": date(2026, 9, 1)})
    editor.chosen.emit()
    assert said() == Review("zelfde", again="2026-09-01")
    choose(card, "anders")
    assert editor.isHidden()
    whole = then._editors["changes"]
    shown = whole.values()
    assert (shown["what"], shown["measures"], shown["look_again_on"]) == (
        "Noor valt op de trap.", "Samen.", LOOK
    )  # fmt: skip
    whole.show_values({**shown, "measures": "Antislip op de trap.", "likelihood": "laag"})
    whole.typed.emit()
    changed = said()
    assert (changed.then, changed.measures, changed.likelihood) == (
        "changes", "Antislip op de trap.", "laag"
    )  # fmt: skip
    choose(card, "weg")
    assert said() == Review("weg", then="ends")
    assert then.isHidden()
    choose(card, "anders")
    assert said() == changed, "a slip of the finger costs nothing"
    looked.refresh()
    assert whole.values()["measures"] == "Antislip op de trap."
    choose(card, "anders")
    assert said() == Review(), "pressed again it is taken back"
