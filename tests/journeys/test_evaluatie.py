"""From a late evaluation to the next version of an ondersteuningsplan, by hand, on the demo."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from tests.demo_room import TODAY, demo, demo_room, made_demo
from tests.journeys.demo_window import page, window
from tests.journeys.hands import type_day
from tests.journeys.office import choose, text_of
from tests.pdf_checks import assert_pdf_ua

from planbureau.rules.deadlines import Status
from planbureau.services.api import AdoptPlan, Edition, PrintRequest, Workspace
from planbureau.ui.annexes.annexes_page import AnnexesPage
from planbureau.ui.annexes.finish_page import FinishPage
from planbureau.ui.people.client_detail import ClientDetail
from planbureau.ui.people.clients_page import ClientsPage
from planbureau.ui.places import OpenClient, OpenPlan
from planbureau.ui.shell.main_window import MainWindow
from planbureau.ui.wizard.fields.choice import ChoiceField
from planbureau.ui.wizard.fields.date_answer import DateAnswerField
from planbureau.ui.wizard.fields.field import Field
from planbureau.ui.wizard.fields.goal_outcomes import GoalOutcomesField
from planbureau.ui.wizard.fields.long_text import LongTextField
from planbureau.ui.wizard.fields.mark import MarkField
from planbureau.ui.wizard.plan_page import PlanPage

__all__ = ["demo", "demo_room", "made_demo", "window"]


def field(window: MainWindow, name: str) -> Field:
    shown = page(window)
    assert isinstance(shown, PlanPage)
    shown._open_question("", name)
    step = shown.current_page()
    assert step is not None
    return step.fields[name]


def tap(window: MainWindow, name: str, option: str) -> None:
    found = field(window, name)
    assert isinstance(found, ChoiceField)
    found._radios[option].click()
    assert found.flush()


def test_from_a_late_evaluation_to_the_next_version(window: MainWindow, demo: Workspace) -> None:
    row = next(r for r in demo.plans.rows() if r.subject_name == "Piet Fictief" and r.format_id == "zlp")
    late = {one.rule_id: one.status for one in demo.plans.plan(row.id).deadlines}
    assert late["WLZ-04"] is Status.LATE

    # two clicks from the client
    window.go(OpenClient(row.client_ids[0]))
    people = page(window)
    assert isinstance(people, ClientsPage)
    assert isinstance(people.detail, ClientDetail)
    next(line for line in people.detail.plans.lines if line.row.id == row.id).annexes_button.click()
    annexes = page(window)
    assert isinstance(annexes, AnnexesPage)
    choose(annexes.menu(), "Evaluatieverslag")

    # the report
    wizard = page(window)
    assert isinstance(wizard, PlanPage)
    assert wizard.current_step() == "gesprek"
    assert not wizard.header.start.isVisible()
    assert wizard.desk is not None
    report = wizard.desk.plan_id
    tap(window, "soort", "gepland")
    day = field(window, "datum")
    assert isinstance(day, DateAnswerField)
    type_day(day._date, "20-11-2026")
    demo.plans.save_answer(report, "aanwezig", [{"function": "mentor"}], ())
    words = field(window, "client_vindt")
    assert isinstance(words, LongTextField)
    QTest.keyClicks(words.focus_widget(), "Ik ben tevreden.")
    words.left()
    satisfied = field(window, "cijfer")
    assert isinstance(satisfied, MarkField)
    QTest.keyClick(satisfied.focus_widget(), Qt.Key.Key_Space)
    assert satisfied.flush()
    given = demo.plans.plan(report).answer("cijfer").value
    assert given == {"value": 1, "of": demo.plans.plan(report).clients[0].mark_scale}
    outcomes = field(window, "uitkomsten")
    assert isinstance(outcomes, GoalOutcomesField)
    (card,) = outcomes.cards.values()
    reached, keep = card.editor._outcome.chip("reached"), card.editor._decision.chip("keep")
    assert reached is not None
    assert keep is not None
    reached.click()
    QTest.keyClicks(card.editor._texts["how_seen"].focus_target(), "Het lukt elke week.")
    keep.click()
    assert not card.differs.isVisible()
    family = card.editor._differs.chip("family")
    assert family is not None
    family.click()
    assert outcomes.flush()
    assert card.differs.text() == "De familie denkt er anders over"
    assert card.badge.text() == "behaald, behouden"
    tap(window, "risicos_bekeken", "zelfde")
    tap(window, "akkoord_client", "ja")
    assert wizard.steps.missing.label() == "Alles is ingevuld"

    # finishing
    wizard.header.adopt.click()
    finish = page(window)
    assert isinstance(finish, FinishPage)
    assert not finish.consents.isVisible()
    finish.close_card.button.click()
    assert finish._finished is not None
    made = demo.annexes.rows(row.id)[0]
    assert (made.id, made.status) == (report, "active")
    now = demo.plans.plan(row.id)
    assert now.status == "concept_beside_active"
    assert [goal.status for goal in now.goals] == ["kept"]
    terms = {one.rule_id: one.status for one in now.deadlines}
    assert terms["WLZ-04"] is Status.RUNNING
    assert terms["WLZ-05"] is Status.RUNNING
    paper = demo.prints.render(PrintRequest(report, Edition.PROFESSIONAL)).pdf
    assert_pdf_ua(paper)
    assert "Ik ben tevreden." in text_of(paper)
    assert "De familie denkt er anders over" in text_of(paper)
    easy = demo.prints.render(PrintRequest(report, Edition.EASY)).pdf
    assert_pdf_ua(easy)
    assert "Mijn familie denkt er anders over." in text_of(easy)
    thread = demo.file_check.thread(row.id, now.goals[0].id)
    told = [entry.differs for part in thread.parts for entry in part.entries]
    assert "De familie denkt er anders over" in told

    # the next version settles what the evaluation asked
    finish._finished.plan.click()
    plan_page = page(window)
    assert isinstance(plan_page, PlanPage)
    assert plan_page.desk is not None
    assert plan_page.desk.plan_id == row.id
    client = now.clients[0].person.id
    why = "Piet denkt er nog over na."
    request = AdoptPlan(row.id, TODAY, "thuis", (client,), "", ("doelen",), "", (), (), why)
    version, _ = demo.plans.adopt(request)
    assert version.number == row.version + 1
    terms = {one.rule_id: one.status for one in demo.plans.plan(row.id).deadlines}
    assert terms["WLZ-05"] is Status.DONE_IN_TIME

    # the report stays as it was, and shows that nothing can be written in it
    window.go(OpenPlan(row.id))
    plan_page.steps.beside.click()
    annexes = page(window)
    assert isinstance(annexes, AnnexesPage)
    annexes.lines[0].open.click()
    assert not field(window, "client_vindt").isEnabled()
    assert field(window, "afschrift").isEnabled()
    _corrects(window, demo, report, row.id)


def _corrects(window: MainWindow, demo: Workspace, report: str, plan_id: str) -> None:
    """A word was wrong: the report is opened again from its menu, left, opened from the list, and closed."""
    wizard = page(window)
    assert isinstance(wizard, PlanPage)
    choose(wizard.header.menu(), "Verbeteren")
    assert field(window, "client_vindt").isEnabled()
    choose(wizard.header.menu(), "Toch niet verbeteren")
    assert not field(window, "client_vindt").isEnabled()
    wizard.steps.beside.click()
    plan_page = page(window)
    assert isinstance(plan_page, PlanPage)
    plan_page.steps.beside.click()
    annexes = page(window)
    assert isinstance(annexes, AnnexesPage)
    annexes.lines[0].reopen.click()
    words = field(window, "client_vindt")
    assert isinstance(words, LongTextField)
    QTest.keyClicks(words.focus_widget(), " Echt waar.")
    wizard.header.adopt.click()
    finish = page(window)
    assert isinstance(finish, FinishPage)
    assert not finish.close_card.button.isEnabled()
    QTest.keyClicks(finish.close_card.reason.focus_target(), "Piet zei nog iets.")
    finish.close_card.button.click()
    assert [(v.number, v.reason) for v in demo.plans.plan(report).versions] == [
        (1, ""),
        (2, "Piet zei nog iets."),
    ]
    assert [goal.status for goal in demo.plans.plan(plan_id).goals] == ["kept"]
    paper = demo.prints.render(PrintRequest(report, Edition.PROFESSIONAL)).pdf
    assert_pdf_ua(paper)
    assert "Echt waar." in text_of(paper)
    assert "Piet zei nog iets." in text_of(paper), "what was corrected, beside its version"
