"""What is taken into a report from a note that is not for somebody, is not for them in the report either."""

from __future__ import annotations

from typing import Any

import pypdfium2
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton
from tests.ui.wizard.conftest import QUICK, Table, field_of

from planbureau.errors import PlanbureauError
from planbureau.rules.notes.text import TextPart
from planbureau.services.api import Edition, PrintRequest
from planbureau.ui.wizard.fields.goal_outcomes import GoalOutcomesField
from planbureau.ui.wizard.fields.reviews import ReviewsField
from planbureau.views import GoalView, NoteTopic, NoteView, RiskView

TOLD = "Zij huilde na het bezoek van haar moeder"


def report_with(osp: Table, *, incident: bool, for_client: bool) -> tuple[str, str, str]:
    """A report, a goal or a risk that it looks back on, and a note about that."""
    plans, now = osp.workspace.plans, osp.context.clock.now()
    goal, _ = osp.workspace.goals.add_goal(
        GoalView("", osp.plan_id, 0, sentence="Noor slaapt.", status="active")
    )
    risk, _ = plans.add_risk(RiskView("", osp.plan_id, what="Noor loopt weg."))
    more: dict[str, Any] = {"kind": "incident", "incident_kind": "weglopen"} if incident else {}
    note = NoteView(
        "", osp.client_id, "", now, now, text=(TextPart(TOLD),), about=(NoteTopic("goal", goal),),
        for_client=for_client, **more,
    )  # fmt: skip
    note_id, _ = osp.workspace.notes.add(note)
    report, _ = osp.workspace.annexes.start(osp.plan_id, "evaluatieverslag")
    return report, risk if incident else goal, note_id


@pytest.mark.parametrize("for_client", [True, False])
@pytest.mark.parametrize("incident", [True, False])
def test_a_mark_comes_along_and_can_be_seen(osp: Table, *, incident: bool, for_client: bool) -> None:
    report, about, note = report_with(osp, incident=incident, for_client=for_client)
    reader = osp.mother if for_client else osp.workspace.clients.client(osp.client_id).person.id
    if for_client:
        osp.workspace.clients.restrict("note", note, [osp.mother], "Op verzoek van Noor.")
    question = "risicos_opnieuw" if incident else "uitkomsten"
    field = field_of(osp.open(QUICK, plan_id=report), question)
    assert isinstance(field, GoalOutcomesField | ReviewsField)
    card = field.cards[about]
    assert card.mark.isHidden()
    take = next(b for b in field.findChildren(QAbstractButton) if TOLD in b.accessibleName())
    QTest.keyClick(take, Qt.Key.Key_Space)
    assert field.flush()
    assert not card.mark.isHidden()
    assert card.mark.button.accessibleName().startswith("Niet voor ")
    marks = [one for one in osp.workspace.plans.plan(report).restrictions if one.target_kind == "answer"]
    assert [(one.target_id, one.not_for) for one in marks] == [(f"{report}:{question}/{about}", (reader,))]
    QTest.keyClick(take, Qt.Key.Key_Space)  # once is enough
    assert TOLD in words(osp, report, "")
    assert TOLD not in words(osp, report, reader)


@pytest.mark.parametrize("incident", [True, False])
def test_without_its_mark_the_note_is_not_taken(
    osp: Table, monkeypatch: pytest.MonkeyPatch, *, incident: bool
) -> None:
    report, about, note = report_with(osp, incident=incident, for_client=True)
    osp.workspace.clients.restrict("note", note, [osp.mother], "Op verzoek van Noor.")
    field = field_of(osp.open(QUICK, plan_id=report), "risicos_opnieuw" if incident else "uitkomsten")
    assert isinstance(field, GoalOutcomesField | ReviewsField)
    take = next(b for b in field.findChildren(QAbstractButton) if TOLD in b.accessibleName())

    def full(*_: object) -> None:
        raise PlanbureauError("De schijf is vol.")

    monkeypatch.setattr(osp.workspace.clients, "restrict", full)
    QTest.keyClick(take, Qt.Key.Key_Space)
    assert field.flush()
    assert field.cards[about].mark.isHidden()
    assert TOLD not in words(osp, report, "")


def words(osp: Table, report: str, reader: str) -> str:
    audience = (reader,) if reader else ()
    printed = osp.workspace.prints.render(PrintRequest(report, Edition.PROFESSIONAL, audience=audience))
    pages = pypdfium2.PdfDocument(printed.pdf)
    text = " ".join(" ".join(page.get_textpage().get_text_bounded().split()) for page in pages)
    pages.close()
    return text
