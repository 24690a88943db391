"""Lists find deadlines in rows that only a write renews, and still show the status of today."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from tests.vault_room import DAY, PASSWORD, VaultRoom

from planbureau.clock import FixedClock
from planbureau.model import deadline_index
from planbureau.model.reading.plan_heads import heads
from planbureau.model.store import Store
from planbureau.rules.deadlines import Status
from planbureau.services.api import Workspace
from planbureau.vault import opening
from planbureau.views import PersonView, RequestView

NOOR = PersonView(given_name="Noor", family_name="Voorbeeld", birth_date=date(1990, 5, 1))


def _plan(workspace: Workspace, informed: date) -> tuple[str, str]:
    client_id, _ = workspace.clients.add_client(NOOR)
    plan_id, _ = workspace.plans.start_plan("osp", client_id)
    triggers = {"datum_start_zorg": informed, "datum_geinformeerd_pp": informed}
    workspace.plans.save_frame(workspace.plans.plan(plan_id), ["wlz"], [], triggers)
    return client_id, plan_id


def _open(workspace: Workspace, until: date) -> dict[str, Status]:
    rows = workspace.calendar.deadlines(end=until, open_only=True)
    return {row.deadline.rule_id: row.deadline.status for row in rows}


def test_a_new_day_shows_without_a_write(room: VaultRoom) -> None:
    workspace = room.create()
    _plan(workspace, DAY)
    assert _open(workspace, DAY + timedelta(60)) == {"WLZ-01": Status.RUNNING, "WLZ-02": Status.RUNNING}
    workspace.lock()
    later = DAY + timedelta(50)
    room.clock = FixedClock.on(later)
    again = room.unlock()
    assert _open(again, later) == {"WLZ-02": Status.LATE}
    (row,) = again.clients.rows()
    assert row.next_deadline is not None
    assert (row.next_deadline.rule_id, row.next_deadline.status) == ("WLZ-02", Status.LATE)
    again.lock()


def test_a_window_that_passed_is_no_next_deadline(room: VaultRoom) -> None:
    workspace = room.create()
    _plan(workspace, DAY)
    (row,) = workspace.clients.rows()
    assert row.next_deadline is not None
    assert row.next_deadline.rule_id == "WLZ-01"
    room.clock.moment += timedelta(20)
    (row,) = workspace.clients.rows()
    assert row.next_deadline is not None
    assert row.next_deadline.rule_id == "WLZ-02"
    workspace.lock()


def test_a_moved_date_is_next_only_when_it_is_near(room: VaultRoom) -> None:
    workspace = room.create()
    client_id, _ = workspace.clients.add_client(NOOR)
    home, _ = workspace.clients.add_household("Gezin Voorbeeld")
    plan_id, _ = workspace.plans.start_plan("gzp", client_id, home)
    workspace.plans.save_frame(
        workspace.plans.plan(plan_id), ["jeugdwet"], [], {"datum_start_plan": DAY - timedelta(30)}
    )
    workspace.calendar.deviate(plan_id, "GZP-02", DAY + timedelta(200), "Iedereen is weg.", "Noor")
    (row,) = workspace.clients.rows()
    assert row.next_deadline is None
    assert "GZP-02" not in _open(workspace, DAY + timedelta(365))
    room.clock.moment += timedelta(198)
    (row,) = workspace.clients.rows()
    assert row.next_deadline is not None
    assert row.next_deadline.status is Status.NEAR
    assert _open(workspace, DAY + timedelta(365))["GZP-02"] is Status.NEAR
    workspace.lock()


def test_all_deadlines_of_a_client_are_listed_the_undated_too(workspace: Workspace) -> None:
    client_id, plan_id = _plan(workspace, DAY)
    listed = {row.deadline.key for row in workspace.calendar.deadlines(client_id=client_id)}
    assert listed == {deadline.key for deadline in workspace.plans.plan(plan_id).deadlines}


def test_new_rules_renew_every_row(room: VaultRoom) -> None:
    workspace = room.create()
    _plan(workspace, DAY)
    before = _open(workspace, DAY + timedelta(60))
    workspace.lock()
    access = opening.unlock_with_password(room.place, PASSWORD)
    store = Store(access.connect, access.dbapi, room.clock)
    with store.writing("") as work:
        deadline_index.replace(work.session, [(plan, []) for plan in heads(work.session)])
    store.close()
    stale = room.unlock()
    assert _open(stale, DAY + timedelta(60)) == {}
    stale.lock()
    store = Store(access.connect, access.dbapi, room.clock)
    with store.writing("") as work:
        deadline_index.stamp(work.session, "older rules")
    store.close()
    access.close()
    again = room.unlock()
    assert _open(again, DAY + timedelta(60)) == before
    again.lock()


def test_the_first_terms_and_how_many_more_there_are(room: VaultRoom) -> None:
    workspace = room.create()
    for days in range(6):
        _plan(workspace, DAY - timedelta(days))
    until = DAY + timedelta(60)
    every = workspace.calendar.deadlines(end=until, open_only=True)
    assert len(every) == 12
    assert workspace.calendar.first(until, 20) == (every, 0)
    found, more = workspace.calendar.first(until, 5)
    assert [row.deadline.last_date for row in found] == [row.deadline.last_date for row in every[:5]]
    assert more == 7
    workspace.lock()


def test_a_birthday_is_a_task_ninety_days_before_and_not_a_day_earlier(room: VaultRoom) -> None:
    """Born on 1 July 2014: twelve on 1 July 2026, a task from 2 April (rules A5, LFT-12)."""
    workspace = room.create()
    child = PersonView(given_name="Sam", family_name="Voorbeeld", birth_date=date(2014, 7, 1))
    client_id, _ = workspace.clients.add_client(child)
    workspace.plans.start_plan("hvp", client_id)
    for day, shown in ((date(2026, 4, 1), []), (date(2026, 4, 2), ["LFT-12"])):
        room.clock.moment = FixedClock.on(day).moment
        found, more = workspace.calendar.first(day + timedelta(14), 20)
        assert [row.deadline.rule_id for row in found] == shown
        assert more == 0
    workspace.lock()


def test_what_was_asked_counts_once_for_the_whole_file(room: VaultRoom) -> None:
    workspace = room.create()
    client_id, _ = _plan(workspace, DAY)
    workspace.plans.start_plan("osp", client_id)
    workspace.clients.add_request(RequestView("", client_id, asked_on=DAY))
    until = DAY + timedelta(60)
    every = workspace.calendar.deadlines(end=until, open_only=True)
    for at_most in (*range(1, len(every) + 1), 40):
        found, more = workspace.calendar.first(until, at_most)
        assert len(found) + more == len(every)
    workspace.lock()


def test_what_was_asked_stands_with_a_plan_that_everybody_may_open(room: VaultRoom) -> None:
    workspace = room.create()
    client_id, open_plan = _plan(workspace, DAY)
    for kind in ("wrap", "wrap", "wrap"):
        workspace.plans.start_plan(kind, client_id)
    workspace.clients.add_request(RequestView("", client_id, asked_on=DAY))
    rows = workspace.calendar.deadlines(client_id=client_id)
    assert [row.plan_id for row in rows if row.deadline.rule_id == "RCT-01"] == [open_plan]
    workspace.lock()


def _sam(room: VaultRoom) -> tuple[Workspace, str, list[str]]:
    """Sam becomes twelve on 1 July 2026, with three plans: two of his own and one of his family."""
    workspace = room.create()
    child = PersonView(given_name="Sam", family_name="Voorbeeld", birth_date=date(2014, 7, 1))
    client_id, _ = workspace.clients.add_client(child)
    sam = workspace.clients.client(client_id).person
    home, _ = workspace.clients.add_household("Voorbeeld")
    workspace.clients.add_member(home, sam.id, "kind")
    plans = [workspace.plans.start_plan(kind, client_id)[0] for kind in ("osp", "hvp")]
    plans.append(workspace.plans.start_plan("gzp", "", home)[0])
    return workspace, sam.id, plans


def _birthdays(workspace: Workspace, plan_id: str) -> dict[str, Status]:
    found = workspace.plans.plan(plan_id).deadlines
    return {one.rule_id: one.status for one in found if one.rule_id.startswith("LFT")}


def test_a_birthday_stands_once_however_many_plans_there_are(room: VaultRoom) -> None:
    workspace, sam, plans = _sam(room)
    room.clock.moment = FixedClock.on(date(2026, 7, 1)).moment
    rows = workspace.calendar.deadlines(end=date(2026, 7, 31), open_only=True)
    (row,) = [row for row in rows if row.deadline.rule_id == "LFT-12"]
    assert row.deadline.subject == sam
    assert row.client_id  # with a plan of Sam himself: there it is seen who decides and reads
    every = workspace.calendar.deadlines(end=date(2026, 7, 31), open_only=True)
    for at_most in (*range(1, len(every) + 1), 40):
        found, more = workspace.calendar.first(date(2026, 7, 31), at_most)
        assert len(found) + more == len(every)
    client = next(row.client_id for row in every if row.client_id)
    workspace.clients.add_request(RequestView("", client, asked_on=date(2026, 7, 1)))
    every = workspace.calendar.deadlines(end=date(2026, 8, 31), open_only=True)
    assert sorted(row.deadline.rule_id for row in every) == ["LFT-12", "RCT-01"]  # of three plans
    found, more = workspace.calendar.first(date(2026, 8, 31), 1)
    assert (len(found), more) == (1, 1)
    workspace.calendar.mark_done(plans[0], "LFT-12", sam, date(2026, 7, 1))
    assert [_birthdays(workspace, plan)["LFT-12"] for plan in plans] == [Status.DONE_IN_TIME] * 3
    (told,) = workspace.terms.records(plans[2], "LFT-12", sam)
    workspace.terms.take_back(told)
    assert [_birthdays(workspace, plan)["LFT-12"] for plan in plans] == [Status.TODAY] * 3
    workspace.lock()


def test_a_birthday_is_settled_in_a_plan_that_is_out_of_sight_too(room: VaultRoom) -> None:
    """During a home visit no plan with a list exists; the birthday was looked at all the same."""
    workspace, sam, plans = _sam(room)
    client = next(row.client_id for row in workspace.calendar.deadlines() if row.client_id)
    kept, _ = workspace.plans.start_plan("mld", client)
    room.clock.moment = FixedClock.on(date(2026, 7, 1)).moment
    workspace.protection.set_visiting(visiting=True)
    workspace.calendar.mark_done(plans[0], "LFT-12", sam, date(2026, 7, 1))
    workspace.protection.set_visiting(visiting=False)
    assert _birthdays(workspace, kept)["LFT-12"] is Status.DONE_IN_TIME
    workspace.protection.set_visiting(visiting=True)
    (told,) = workspace.terms.records(plans[0], "LFT-12", sam)
    workspace.terms.take_back(told)
    workspace.protection.set_visiting(visiting=False)
    assert _birthdays(workspace, kept)["LFT-12"] is Status.TODAY
    workspace.lock()


def test_a_birthday_stands_with_a_plan_of_the_home_that_is_visited(room: VaultRoom) -> None:
    """A child with two homes and no plan of its own: the plan of the other home stays away."""
    workspace = room.create()
    child = PersonView(given_name="Sam", family_name="Voorbeeld", birth_date=date(2014, 7, 1))
    client_id, _ = workspace.clients.add_client(child)
    sam = workspace.clients.client(client_id).person
    homes = [workspace.clients.add_household(name)[0] for name in ("Bij vader", "Bij moeder")]
    for home in homes:
        workspace.clients.add_member(home, sam.id, "kind")
        workspace.plans.start_plan("gzp", "", home)
    room.clock.moment = FixedClock.on(date(2026, 7, 1)).moment

    def shown(within: set[str] | None) -> list[str]:
        rows = workspace.calendar.deadlines(end=date(2026, 7, 31), open_only=True, within=within)
        return [row.household_id for row in rows if row.deadline.rule_id == "LFT-12"]

    assert len(shown(None)) == 1
    for home in homes:
        assert shown({home, client_id}) == [home]
    workspace.lock()


def test_a_child_that_died_has_no_birthday_in_the_plan_of_the_family(room: VaultRoom) -> None:
    workspace, sam, plans = _sam(room)
    person = workspace.clients.person(sam)
    workspace.clients.save_person(person, replace(person, deceased_on=date(2026, 3, 1)))
    assert _birthdays(workspace, plans[2]) == {}
    workspace.lock()


@pytest.mark.parametrize("role", ["kleinzoon", "broer", "nichtje", "moeder"])
def test_the_birthday_of_a_minor_counts_whatever_the_role_in_the_family(room: VaultRoom, role: str) -> None:
    """With grandparents a child is a grandson, and a mother of seventeen is a minor too (rules A2, LFT)."""
    workspace = room.create()
    home, _ = workspace.clients.add_household("Voorbeeld")
    for given, born, is_here in (("Sam", date(2008, 7, 1), role), ("Joke", date(1957, 5, 5), "oma")):
        person, _ = workspace.clients.add_person(PersonView(given_name=given, birth_date=born))
        workspace.clients.add_member(home, person, is_here)
    plan, _ = workspace.plans.start_plan("gzp", household_id=home)
    found = workspace.plans.plan(plan).deadlines
    birthdays = [(one.rule_id, one.last_date) for one in found if one.rule_id.startswith("LFT")]
    assert birthdays == [("LFT-18", date(2026, 7, 1))]
    workspace.lock()
