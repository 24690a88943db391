"""Days that cannot be, and a clock that is wrong: a clear message, and nothing decided in silence."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta

import pytest
from tests.services.test_evaluation_report import SAID
from tests.vault_room import DAY, VaultRoom

from planbureau.clock import FixedClock
from planbureau.errors import InvalidInputError
from planbureau.model.rows import ClientRecord
from planbureau.rules.deadlines import Deadline, Status
from planbureau.rules.notes.text import TextPart
from planbureau.services.api import Workspace
from planbureau.services.api.annexes import FinishAnnex
from planbureau.services.clock_watch import ClockWatch
from planbureau.views import (
    AheadView,
    GoalView,
    LookView,
    NoteView,
    PersonView,
    RequestView,
    ScaleView,
)

LEAP = PersonView(given_name="Noor", family_name="Voorbeeld", birth_date=date(2012, 2, 29))


@dataclass
class Desk:
    """Noor, born on 29 February, has a plan under the Wmo and one under the Wlz."""

    room: VaultRoom
    work: Workspace
    client: str
    wmo: str
    wlz: str

    def set(self, plan_id: str, **days: date) -> None:
        plan = self.work.plans.plan(plan_id)
        self.work.plans.save_frame(plan, plan.regimes, plan.flags, {**plan.triggers, **days}, "test")

    def term(self, rule: str) -> Deadline:
        rows = self.work.calendar.deadlines(client_id=self.client)
        return next(row.deadline for row in rows if row.deadline.rule_id == rule)


@pytest.fixture
def desk(room: VaultRoom) -> Iterator[Desk]:
    work = room.create()
    client, _ = work.clients.add_client(LEAP)
    wmo, _ = work.plans.start_plan("wmo", client)
    wlz, _ = work.plans.start_plan("osp", client)
    work.plans.save_frame(work.plans.plan(wmo), ["wmo"], [], {})
    work.plans.save_frame(work.plans.plan(wlz), ["wlz"], [], {})
    yield Desk(room, work, client, wmo, wlz)
    work.lock()


def test_what_happened_cannot_lie_ahead_and_what_is_planned_can(desk: Desk) -> None:
    with pytest.raises(InvalidInputError, match=r"Melding bij de gemeente: 17 maart 2026 moet nog komen"):
        desk.set(desk.wmo, datum_melding=DAY + timedelta(1))
    assert desk.work.plans.plan(desk.wmo).triggers == {}
    desk.set(desk.wmo, datum_melding=DAY, datum_start_begeleiding=DAY + timedelta(30))
    assert desk.term("WMO-05").status is Status.RUNNING


def test_care_that_is_still_to_end_closes_nothing_now(desk: Desk) -> None:
    """T16 closes what is open: a last day that was planned would take away what still has to be met."""
    desk.set(desk.wlz, datum_start_zorg=date(2026, 2, 20))
    clients, ahead = desk.work.clients, date(2026, 12, 31)
    client = clients.client(desk.client)
    refused = r"einde van de zorg \(31 december 2026\) moet nog komen.*afspraak in de agenda"
    with pytest.raises(InvalidInputError, match=refused):
        clients.save_client(client, replace(client, care_ended_on=ahead))
    with pytest.raises(InvalidInputError, match=refused):
        clients.end_care(desk.client, ahead)
    with pytest.raises(InvalidInputError, match=r"overlijden \(31 december 2026\) moet nog komen"):
        clients.save_person(client.person, replace(client.person, deceased_on=ahead))
    assert desk.term("WLZ-02").status is Status.RUNNING
    clients.save_client(client, replace(client, care_ended_on=DAY))
    assert desk.term("WLZ-02").status is Status.LAPSED


def test_an_end_of_care_that_an_older_program_let_lie_ahead_keeps_nobody_from_writing(desk: Desk) -> None:
    clients = desk.work.clients
    with desk.work._context.writing() as work:  # type: ignore[attr-defined]
        work.change(work.get(ClientRecord, desk.client), {"care_ended_on": "2026-12-31"})
    client = clients.client(desk.client)
    assert client.care_ended_on == date(2026, 12, 31)
    clients.save_client(client, replace(client, person=replace(client.person, call_name="No")))
    assert clients.client(desk.client).person.call_name == "No"


def test_an_evaluation_before_the_term_began_counts_for_nothing_and_is_refused(desk: Desk) -> None:
    desk.set(desk.wlz, datum_laatste_planbespreking=date(2026, 2, 2))
    with pytest.raises(InvalidInputError, match=r"begon op 2 februari 2026 \(laatste bespreking"):
        desk.work.calendar.mark_done(desk.wlz, "WLZ-04", "", date(2026, 2, 1))
    assert desk.term("WLZ-04").last_date == date(2026, 8, 2)


def test_two_evaluations_on_a_day_are_one(desk: Desk) -> None:
    desk.set(desk.wlz, datum_laatste_planbespreking=date(2026, 2, 2))
    desk.work.calendar.mark_done(desk.wlz, "WLZ-04", "", date(2026, 3, 10))
    with pytest.raises(InvalidInputError, match="Op 10 maart 2026 is dit al gedaan"):
        desk.work.calendar.mark_done(desk.wlz, "WLZ-04", "", date(2026, 3, 10))
    assert len(desk.work.terms.records(desk.wlz, "WLZ-04")) == 1


def _gates(desk: Desk, on: date) -> list[str]:
    report, _ = desk.work.annexes.start(desk.wlz, "evaluatieverslag")
    desk.work.plans.save_answer(report, "datum", on.isoformat(), ())
    found = desk.work.annexes.check(report, DAY).gates
    return [gate.text for gate in found if "vaststellen" in gate.why or "één keer" in gate.why]


def test_a_report_of_an_evaluation_before_adopting_says_so(desk: Desk) -> None:
    assert _gates(desk, date(2026, 3, 10)) == ["Dit plan is nog niet vastgesteld"]


def _said(desk: Desk, plan_id: str, **answers: str) -> list[tuple[str, bool]]:
    report, _ = desk.work.annexes.start(plan_id, "evaluatieverslag")
    for key, value in answers.items():
        desk.work.plans.save_answer(report, key, value, ())
    found = desk.work.annexes.check(report, DAY).gates
    return [(gate.text, gate.blocks) for gate in found if gate.question_id in answers]


def test_the_days_of_an_evaluation_that_cannot_be_right_are_said_and_only_one_ahead_stops_it(
    desk: Desk,
) -> None:
    client = desk.work.clients.client(desk.client)
    desk.work.clients.save_client(client, replace(client, care_ended_on=date(2026, 3, 1)))
    new = ("Dit plan is nog niet vastgesteld", False)
    assert _said(desk, desk.wmo, datum="2026-02-20", volgende_datum="2026-02-20") == [
        new,
        ("De volgende keer (20 februari 2026) ligt niet na dit gesprek", False),
    ]
    assert _said(desk, desk.wmo, datum="2026-03-10", volgende_datum="2026-09-10") == [
        new,
        ("De zorg voor Noor stopte op 1 maart 2026, vóór dit gesprek", False),
        ("De zorg voor Noor stopte op 1 maart 2026, vóór de volgende keer (10 september 2026)", False),
    ]
    person = client.person
    desk.work.clients.save_person(person, replace(person, deceased_on=date(2026, 3, 2)))
    assert ("Noor is overleden op 2 maart 2026, vóór dit gesprek", False) in _said(
        desk, desk.wmo, datum="2026-03-10"
    )
    ahead = _said(desk, desk.wmo, datum="2026-03-17")
    assert ("Wanneer hebben jullie teruggekeken: deze dag moet nog komen", True) in ahead


def test_a_new_date_of_a_goal_that_has_passed_is_said(desk: Desk) -> None:
    goal_id, _ = desk.work.goals.add_goal(GoalView("", desk.wlz, 0, sentence="Noor zingt.", status="active"))
    report, _ = desk.work.annexes.start(desk.wlz, "evaluatieverslag")
    desk.work.plans.save_answer(report, "datum", "2026-03-10", ())
    said = {"outcome": "partly", "how_seen": "Soms.", "decision": "continue", "new_date": "2025-09-01"}
    desk.work.plans.save_answer(report, f"uitkomsten/{goal_id}", said, ())
    texts = [gate.text for gate in desk.work.annexes.check(report, DAY).gates]
    assert "Doel 1: de nieuwe datum (1 september 2025) ligt niet na dit gesprek" in texts


def test_a_leap_day_birthday_is_explained(desk: Desk) -> None:
    """T3: eighteen on 1 March 2030, in a common year; sixteen on 29 February 2028."""
    rows = {row.deadline.rule_id: row.deadline for row in desk.work.calendar.deadlines(client_id=desk.client)}
    assert rows["LFT-16"].last_date == date(2028, 2, 29)
    assert rows["LFT-18"].last_date == date(2030, 3, 1)
    assert "Een schrikkeldagkind is in een gewoon jaar jarig op 1 maart." in rows["LFT-18"].why


def test_a_clock_that_went_back_is_told_and_closes_nothing(desk: Desk) -> None:
    """The real day of a talk can be typed, though it lies after the day that the clock tells."""
    assert desk.work.clock_checks.doubt() == ""
    desk.set(desk.wlz, datum_laatste_planbespreking=date(2026, 2, 2))
    with pytest.raises(InvalidInputError, match="moet nog komen"):
        desk.work.calendar.mark_done(desk.wlz, "WLZ-04", "", DAY + timedelta(1))
    desk.room.clock.moment -= timedelta(days=500)
    doubt = desk.work.clock_checks.doubt()
    assert "staat op 1 november 2024" in doubt
    assert "al iets geschreven op 16 maart 2026" in doubt
    assert "Er is niets weg." in doubt
    assert desk.term("WLZ-04").status is Status.RUNNING
    desk.work.calendar.mark_done(desk.wlz, "WLZ-04", "", date(2026, 3, 10))
    assert desk.term("WLZ-04").last_date == date(2026, 9, 10)
    asked = RequestView("", desk.client, "ACCESS", date(2026, 3, 10), "Noor")
    desk.work.clients.add_request(asked)
    desk.room.clock.moment += timedelta(days=501)
    assert desk.work.clock_checks.doubt() == ""


def test_what_is_told_of_the_real_day_is_kept_whole_while_the_clock_runs_behind(desk: Desk) -> None:
    """A note, a look at a goal, and the score and face of a report: nothing of it falls away."""
    work = desk.work
    goal_id, _ = work.goals.add_goal(GoalView("", desk.wlz, 0, sentence="Noor zingt.", status="active"))
    scale = ScaleView("", goal_id, variable="liedjes", start="a", better="b", reached="c", more="d", most="e")
    work.looks.add_scale(scale)
    report, _ = work.annexes.start(desk.wlz, "evaluatieverslag")
    done = {"score": 0, "how_seen": "Elke week.", "decision": "continue", "mark": 3, "mark_of": 3}
    said = {**SAID, "datum": DAY.isoformat(), f"uitkomsten/{goal_id}": done}
    for key, value in said.items():
        work.plans.save_answer(report, key, value, ())
    real = desk.room.clock.now()
    desk.room.clock.moment -= timedelta(days=500)
    assert work.clock_checks.doubt()
    work.annexes.finish(FinishAnnex(report, DAY))
    (look,) = work.looks.of_goal(goal_id)
    assert (look.on, look.score, look.mark) == (DAY, 0, 3)
    work.looks.add(LookView("", goal_id, DAY, score=1))
    note = NoteView("", desk.client, "", real, real, text=(TextPart("Noor zong."),))
    work.notes.add(note)
    assert [one.happened_at for one in work.notes.notes([desk.client])] == [real]


def test_a_wrong_clock_is_noticed_at_opening(room: VaultRoom) -> None:
    work = room.create()
    work.clients.add_client(LEAP)
    work.lock()
    room.clock.moment -= timedelta(days=2)
    again = room.unlock()
    assert "Zet de klok goed" in again.clock_checks.doubt()
    again.lock()
    room.clock.moment += timedelta(days=402 + 2)
    later = room.unlock()
    assert "Klopt de klok?" in later.clock_checks.doubt()
    later.lock()


def test_two_laptops_may_differ_a_few_minutes() -> None:
    clock = FixedClock.on(DAY)
    watch = ClockWatch(clock, clock.now() + timedelta(minutes=9))
    assert watch.doubt() == ""
    assert watch.last_day() == DAY
    clock.moment -= timedelta(minutes=2)
    assert watch.doubt() != ""
    assert watch.last_day() == date.max


def test_the_clock_may_stand_still_or_go_on() -> None:
    clock = FixedClock.on(DAY)
    watch = ClockWatch(clock, None)
    clock.moment += timedelta(days=30)
    assert watch.doubt() == ""
    clock.moment -= timedelta(days=1)
    assert "De klok van deze computer staat op 14 april 2026, 11:00 uur" in watch.doubt()


AHEAD = timedelta(days=60)


def test_a_clock_that_ran_ahead_is_called_right_once(desk: Desk) -> None:
    """A term that was called done by that clock stays done, and says that its day must still come."""
    desk.set(desk.wlz, datum_laatste_planbespreking=date(2026, 2, 2))
    desk.room.clock.moment += AHEAD
    desk.work.calendar.mark_done(desk.wlz, "WLZ-04", "", DAY + AHEAD)
    desk.room.clock.moment -= AHEAD
    checks = desk.work.clock_checks
    assert "al iets geschreven op 15 mei 2026" in checks.doubt()
    with pytest.raises(InvalidInputError, match="Schrijf in een zin op"):
        checks.call_right("  ")
    assert checks.doubt() != ""
    before = desk.term("WLZ-04")
    checks.call_right("De klok liep twee maanden voor.")
    assert checks.doubt() == ""
    (told,) = checks.checks()
    assert (told.reason, told.by) == ("De klok liep twee maanden voor.", "Sanne Begeleider")
    assert told.doubted == desk.room.clock.moment + AHEAD
    assert desk.term("WLZ-04") == before
    assert "Die dag moet nog komen" in before.warning
    osp = desk.work.plans.plan(desk.wlz).title
    assert checks.ahead() == (
        AheadView(desk.wlz, "Noor Voorbeeld", osp, "‘Plan evalueren’ gedaan", DAY + AHEAD),
    )
    with pytest.raises(InvalidInputError, match="De klok klopt al"):
        checks.call_right("Nog een keer.")


def test_the_same_fault_does_not_come_back_and_a_new_one_does(desk: Desk) -> None:
    clock = desk.room.clock
    clock.moment += AHEAD
    desk.work.clients.add_client(PersonView(given_name="Sam"))
    clock.moment -= AHEAD
    desk.work.clock_checks.call_right("De klok liep voor.")
    desk.work.lock()
    clock.moment += timedelta(hours=1)
    again = desk.room.unlock()
    assert again.clock_checks.doubt() == ""
    clock.moment += timedelta(days=3)
    again.clients.add_client(PersonView(given_name="Bo"))
    again.lock()
    clock.moment -= timedelta(days=2)  # the clock goes back again, to a day after it was called right
    later = desk.room.unlock()
    assert "al iets geschreven op 19 maart 2026" in later.clock_checks.doubt()
    assert later.calendar.today() == date(2026, 3, 17)
    later.lock()
    clock.moment += timedelta(days=2)
    desk.work = desk.room.unlock()
    assert desk.work.clock_checks.doubt() == ""


def test_a_long_absence_is_called_right_with_its_reason(desk: Desk) -> None:
    desk.work.lock()
    desk.room.clock.moment += timedelta(days=500)
    desk.work = desk.room.unlock()
    assert "Klopt de klok?" in desk.work.clock_checks.doubt()
    desk.work.clock_checks.call_right("Wij gebruikten deze laptop een jaar niet.")
    assert desk.work.clock_checks.doubt() == ""
    desk.work.lock()
    desk.work = desk.room.unlock()
    assert desk.work.clock_checks.doubt() == ""


def test_names_of_others_stay_away_during_a_visit(desk: Desk) -> None:
    desk.set(desk.wlz, datum_laatste_planbespreking=date(2026, 2, 2))
    desk.room.clock.moment += AHEAD
    desk.work.calendar.mark_done(desk.wlz, "WLZ-04", "", DAY + AHEAD)
    desk.room.clock.moment -= AHEAD
    assert len(desk.work.clock_checks.ahead()) == 1
    desk.work.protection.set_visiting(visiting=True)
    assert desk.work.clock_checks.ahead() == ()


def test_a_clock_that_leapt_and_came_back_is_told_as_what_it_is(desk: Desk) -> None:
    assert desk.work.clock_checks.doubt() == ""
    desk.room.clock.moment += timedelta(days=1)
    assert desk.work.clock_checks.doubt() == ""
    desk.room.clock.moment -= timedelta(days=1)
    doubt = desk.work.clock_checks.doubt()
    assert "maar stond eerder al op 17 maart 2026" in doubt
    assert "geschreven" not in doubt
