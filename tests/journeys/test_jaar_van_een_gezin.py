"""A year of one family: plan, visits, notes, preparing, evaluating, the next version, the end of the help."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot
from tests.journeys.hands import keys, pick, type_day
from tests.journeys.office import Office, choose, text_of
from tests.journeys.test_whole_plans import adopt
from tests.journeys.whole.case import Made, WholeCase, make_plan
from tests.journeys.whole.hands import WholeHands
from tests.pdf_checks import assert_pdf_ua
from tests.vault_room import VaultRoom

from planbureau.clock import FixedClock
from planbureau.rules.deadlines import Status
from planbureau.ui.annexes.annexes_page import AnnexesPage
from planbureau.ui.annexes.finish_page import FinishPage
from planbureau.ui.calendar.calendar_page import CalendarPage
from planbureau.ui.calendar.today_page import TodayPage
from planbureau.ui.notes.notes_page import NotesPage
from planbureau.ui.paper.adopt_page import AdoptPage
from planbureau.ui.people.client_detail import ClientDetail
from planbureau.ui.people.client_form import ClientForm
from planbureau.ui.people.clients_page import ClientsPage
from planbureau.ui.places import OpenCalendar, OpenClient, OpenNotes, OpenToday, PrintPlan
from planbureau.ui.widgets.buttons import Button
from planbureau.ui.wizard.fields.choice import ChoiceField
from planbureau.ui.wizard.fields.date_answer import DateAnswerField
from planbureau.ui.wizard.fields.goal_outcomes import GoalOutcomesField
from planbureau.ui.wizard.fields.long_text import LongTextField
from planbureau.ui.wizard.fields.outcome_card import OutcomeCard
from planbureau.ui.wizard.fields.person import PersonField
from planbureau.ui.wizard.fields.reviews import ReviewsField
from planbureau.ui.wizard.plan_page import PlanPage
from planbureau.views import PlanView

KEEPING = "BWT-JW"
START = date(2026, 3, 16)
MEETING = date(2026, 9, 1)
CASE = WholeCase(
    "gzp",
    "jaar",
    regimes=("jeugdwet",),
    triggers={"datum_start_plan": "16-3-2026"},
    client={"given_name": "Inês", "family_name": "Ramos", "birth_date": date(2014, 4, 5), "role": "dochter"},
    people=(
        {"given_name": "Lúcia", "family_name": "Ramos", "role": "moeder", "lives": True,
         "custody": "parent", "helper": True},
        {"given_name": "Bram", "family_name": "Dijk", "role": "gezinscoach", "professional": True},
    ),
    answers={"doelenmatrix": ["VEI-1", "GLD-1"], "route": "arts"},
    asked=("Lúcia",),
    heard=("Inês",),
)  # fmt: skip


@dataclass
class Year:
    """The laptop, and the plan of this family."""

    office: Office
    made: Made

    @property
    def plan(self) -> PlanView:
        return self.office.workspace.plans.plan(self.made.plan_id)

    @property
    def today(self) -> date:
        return self.office.room.clock.today()

    def until(self, day: date) -> None:
        """The laptop is closed, and opened again on this day."""
        self.office.lock()
        self.office.room.clock.moment += timedelta(days=(day - self.today).days)
        self.office.unlock()
        assert self.today == day

    def terms(self) -> dict[str, tuple[date | None, Status]]:
        return {one.rule_id: (one.last_date, one.status) for one in self.plan.deadlines}

    def field(self, name: str) -> object:
        page = self.office.on(PlanPage)
        page._open_question("", name)
        QApplication.processEvents()
        step = page.current_page()
        assert step is not None
        return step.fields[name]

    def tap(self, name: str, option: str) -> None:
        found = self.field(name)
        assert isinstance(found, ChoiceField)
        found._radios[option].click()
        assert found.flush()


@pytest.fixture
def year(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Iterator[Year]:
    QLocale.setDefault(QLocale(QLocale.Language.Dutch, QLocale.Country.Netherlands))
    qapp.setCursorFlashTime(0)
    room = VaultRoom(tmp_path / "laptop", clock=FixedClock.on(START))
    room.create().lock()
    office = Office(qtbot, room, tmp_path)
    office.start()
    office.unlock()
    yield Year(office, make_plan(CASE, office.workspace))
    office.end()


def test_a_year_of_one_family(year: Year) -> None:
    _plan(year)
    _visit_and_notes(year)
    _plan_the_talk(year)
    report = _evaluate(year)
    _next_version(year)
    _read_back(year, report)
    _end(year)


def _plan(year: Year) -> None:
    """In March: made by hand, and adopted."""
    office = year.office
    hands = WholeHands(office, year.made.plan_id, CASE.answers, year.made.helper, case=CASE)
    hands.whole_frame()
    hands._fill_one(year.plan.format.question("doelenmatrix"))
    hands.fill_all()
    gates = office.workspace.plans.adoption_check(year.made.plan_id, START).gates
    assert [gate.text for gate in gates if gate.blocks] == []
    adopt(office, CASE, year.made)
    office.look("j1-vastgesteld")
    assert year.plan.version == 1
    assert year.terms()["GZP-02"][1] is Status.RUNNING
    for goal in year.plan.goals:
        office.workspace.goals.move_goal(goal.id, "active")


def _visit_and_notes(year: Year) -> None:
    """In May and July: after a visit, from the page of the family, about a goal."""
    office, first = year.office, year.plan.goals[0]
    for day, words in (
        (date(2026, 5, 12), "Inês sliep de hele nacht. "),
        (date(2026, 7, 7), "Er was een ruzie. "),
    ):
        year.until(day)
        office.go(OpenNotes(household_id=year.plan.household.id if year.plan.household else "", write=True))
        page = office.on(NotesPage)
        assert page.form is not None
        office.active(office.window)
        keys(office.focus, words)
        QTest.keyClick(office.focus, Qt.Key.Key_I, Qt.KeyboardModifier.ControlModifier)
        keys(office.focus, "Zij leek rustig.")
        QTest.keyClick(page.form.topics.box, Qt.Key.Key_Down)
        assert [topic.id for topic in page.form.topics.value()] == [first.id]
        office.look("j2-rapportage")
        assert page.form.submit()


def _plan_the_talk(year: Year) -> None:
    """In August: an appointment, prepared from there; the tasks come back on the start page."""
    office = year.office
    year.until(date(2026, 8, 10))
    home = year.plan.household
    assert home is not None
    office.go(OpenCalendar(household_id=home.id, new=True))
    form = office.on(CalendarPage).panel.form
    assert form is not None
    form.kind.set_value("meeting")
    form.plan.set_value(year.made.plan_id)
    form.day.set_value(MEETING - timedelta(days=1))
    office.look("j3-afspraak")
    form.prepare_button.click()
    card = office.on(AnnexesPage).preparation
    assert card is not None
    office.look("j3-voorbereiding")
    assert {task.meeting_on for task in card.tasks} == {MEETING - timedelta(days=1)}
    first = card.tasks[0]
    card.lines.lines[first.id].box.click()
    # it moves by a day, and what was not done moves along
    (talk,) = office.workspace.appointments.appointments(household_id=home.id)
    office.go(OpenCalendar(appointment=talk.id))
    moved = office.on(CalendarPage).panel.form
    assert moved is not None
    moved.day.set_value(MEETING)
    assert moved.submit()
    tasks = office.workspace.tasks.tasks(plan_id=year.made.plan_id)
    assert {task.meeting_on for task in tasks if task.done_on is None} == {MEETING}
    year.until(date(2026, 8, 25))
    office.go(OpenToday())
    today = office.on(TodayPage)
    office.look("j4-vandaag")
    assert today.tasks.lines.lines
    for task_id in tuple(today.tasks.lines.lines):
        today.tasks.lines.lines[task_id].box.click()


def _evaluate(year: Year) -> str:
    """In September: the date on the start page begins the report, with what happened in it."""
    office = year.office
    year.until(MEETING)
    term = next(one for one in year.plan.deadlines if one.rule_id == "GZP-02")
    office.go(OpenCalendar(plan_id=year.made.plan_id, deadline=term.key))
    office.look("j5-termijn")
    office.press("Begin: Evaluatieverslag", office.on(CalendarPage))
    wizard = office.on(PlanPage)
    assert wizard.desk is not None
    report = wizard.desk.plan_id
    year.tap("soort", "gepland")
    day = year.field("datum")
    assert isinstance(day, DateAnswerField)
    type_day(day._date, "1-9-2026")
    people = year.field("aanwezig")
    assert isinstance(people, PersonField)
    choose(people._picker.menu(), "Lúcia")
    for name, words in (("client_vindt", "Ik slaap weer."), ("naasten_vinden", "Lúcia: het is rustiger.")):
        text = year.field(name)
        assert isinstance(text, LongTextField)
        keys(text.focus_widget(), words)
        text.left()
    outcomes = year.field("uitkomsten")
    assert isinstance(outcomes, GoalOutcomesField)
    first, second = outcomes.cards.values()
    assert first.notes is not None
    first.notes.button.click()
    taken = [b for b in first.notes.findChildren(Button) if b.accessibleName().startswith("Overnemen")]
    assert len(taken) == 2, "both visits of this half year"
    for button in taken:
        button.click()
    _decide(first, "reached", "", "keep")
    _decide(second, "partly", "Drie maanden zonder schuld erbij.", "continue")
    type_day(second.editor._day, "1-2-2027")
    assert outcomes.flush()
    risks = year.field("risicos_opnieuw")
    assert isinstance(risks, ReviewsField)
    for card in risks.cards.values():
        chip = card.chips.chip("zelfde")
        assert chip is not None
        chip.click()
    assert risks.flush()
    if not risks.cards:
        year.tap("risicos_bekeken", "zelfde")
    year.tap("akkoord_client", "ja")
    following = year.field("volgende_datum")
    assert isinstance(following, DateAnswerField)
    type_day(following._date, "1-2-2027")
    assert following.flush()
    office.look("j6-akkoord")
    wizard.header.adopt.click()
    finish = office.on(FinishPage)
    office.look("j6-afsluiten")
    assert finish.close_card.button.isEnabled(), finish.close_card.button.accessibleDescription()
    finish.close_card.button.click()
    office.look("j7-afgesloten")
    assert finish._finished is not None
    assert finish._finished.next.text().startswith("Hierna in de agenda: ")
    finish._finished.plan.click()
    return report


def _decide(card: OutcomeCard, outcome: str, seen: str, decision: str) -> None:
    for row, value in ((card.editor._outcome, outcome), (card.editor._decision, decision)):
        chip = row.chip(value)
        assert chip is not None
        chip.click()
    keys(card.editor._texts["how_seen"].focus_target(), seen)


def _next_version(year: Year) -> None:
    """The plan that waits as a concept is adopted; Inês turned twelve, so she is asked herself (B2)."""
    office = year.office
    wizard = office.on(PlanPage)
    office.look("j8-plan")
    assert year.plan.status == "concept_beside_active"
    assert [goal.status for goal in year.plan.goals] == ["kept", "active"]
    assert year.plan.goals[1].target_date == date(2027, 2, 1)
    wizard.header.adopt.click()
    page = office.on(AdoptPage)
    names = {person: name for name, person in year.made.people.items()}
    assert {names[card.entry.person_id] for card in page.consents.cards} == {"Lúcia", "Inês"}
    assert not any(card.entry.heard for card in page.consents.cards)
    office.look("j8-vaststellen")
    type_day(page.talk.day, "1-9-2026")
    for name in ("Lúcia", "Inês"):
        chip = page.talk.present.chip(year.made.people[name])
        assert chip is not None
        chip.click()
    page.talk.all.click()
    for card in page.consents.cards:
        pick(card.outcome, "agreed")
        pick(card.form, "spoken")
    assert page.decide.button.isEnabled(), page.decide.button.accessibleDescription()
    page.decide.button.click()
    office.look("j9-vastgesteld")
    assert (year.plan.version, year.plan.status) == (2, "active")
    assert year.terms()["GZP-02"] == (date(2027, 2, 1), Status.RUNNING)


def _read_back(year: Year, report: str) -> None:
    """What was said stands on paper, in both editions; the day of the talk is counted once."""
    office = year.office
    for edition in ("professional", "easy"):
        pdf = office.saved_pdf(PrintPlan(report, edition, 1))
        assert_pdf_ua(pdf)
        assert "Ik slaap weer." in text_of(pdf)
        assert ("Hoe ging het met ons plan" in text_of(pdf)) == (edition == "easy")
    records = json.loads(office.workspace.exchange.export_plan(year.made.plan_id))["records"]
    done = [one["on"] for one in records["done"] if one["rule_id"] == "evaluatie"]
    assert done == [MEETING.isoformat()]


def _end(year: Year) -> None:
    """In February the help ends: no term runs any more, but that the file is kept for twenty years."""
    office = year.office
    year.until(date(2027, 2, 8))
    office.go(OpenToday())
    office.look("j10-vandaag")
    office.go(OpenClient(year.made.client_id))
    office.press("Gegevens van de cliënt wijzigen")
    form = office.form(ClientForm)
    type_day(form.ended, "5-2-2027")
    form.save_button.click()
    QApplication.processEvents()
    office.look("j11-einde")
    detail = office.on(ClientsPage).detail
    assert isinstance(detail, ClientDetail)
    told = " ".join(label.text() for label in detail.goals.findChildren(QLabel))
    assert "streefdatum was" not in told
    assert "De zorg is voorbij." in told
    running = [one for one in year.plan.deadlines if one.status is Status.RUNNING]
    assert [one.rule_id for one in running] == [KEEPING]
    office.plan(year.made.plan_id)
    office.look("j12-plan")
