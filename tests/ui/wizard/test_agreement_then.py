"""An agreement that changes: what is typed stays, also while its sentence is taken out to write another."""

from __future__ import annotations

from tests.ui.wizard.conftest import QUICK, Table, field_of

from planbureau.ui.wizard.fields.agreement_then import AgreementThen
from planbureau.ui.wizard.fields.reviews import ReviewsField
from planbureau.views import AgreementView


def test_a_sentence_that_is_taken_out_does_not_come_back_with_who_did_it_before(osp: Table) -> None:
    plans = osp.workspace.plans
    made, _ = plans.add_agreement(
        AgreementView("", osp.plan_id, what="Samen de post doen.", who_function="mentor", when="op vrijdag")
    )
    report, _ = osp.workspace.annexes.start(osp.plan_id, "evaluatieverslag")
    said = {"choice": "deels", "then": "changes", "function": "avonddienst"}
    plans.save_answer(report, f"afspraken_gehouden/{made}", said, ())
    kept = field_of(osp.open(QUICK, plan_id=report), "afspraken_gehouden")
    assert isinstance(kept, ReviewsField)
    then = kept.cards[made].then
    assert isinstance(then, AgreementThen)
    assert then.editor is not None
    shown = then.editor.values()
    assert (shown["who_function"], shown["when"]) == ("avonddienst", "")
    assert shown["what"] == "Samen de post doen.", "without another sentence it keeps its own"
    then.editor.show_values({**shown, "what": ""})
    then.typed.emit()
    assert kept.flush()
    kept.refresh()
    again = then.editor.values()
    assert (again["what"], again["who_function"]) == ("", "avonddienst"), "it is left to write another"
