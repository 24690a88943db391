"""Dates for another calendar: no name goes out, changes and what fell away follow, and it is noted."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import vobject
from tests.vault_room import VaultRoom

from planbureau.errors import InvalidInputError, PlanbureauError
from planbureau.services.api import Workspace
from planbureau.services.api.sending import Outgoing, SendChoice, Standing, Whose
from planbureau.services.workspace import OpenWorkspace
from planbureau.views import AppointmentView, ClientView, DeadlineRow, PersonView, RequestView

FRIDAY = date(2026, 3, 20)
CANARIES = ("Fatma", "Verzonnen", "Kanarie", "Oleander", "0612345678", "geheim")


@pytest.fixture
def fatma(workspace: Workspace) -> str:
    client_id, _ = workspace.clients.add_client(PersonView(given_name="Fatma", family_name="Verzonnen"))
    view = workspace.clients.client(client_id)
    workspace.clients.save_client(view, replace(view, code="VL-007"))
    workspace.clients.add_person(PersonView(given_name="Oleander", family_name="Kanarie"))
    return client_id


@pytest.fixture
def plan(workspace: Workspace, fatma: str) -> str:
    plan_id, _ = workspace.plans.start_plan("osp", fatma)
    workspace.plans.save_frame(
        workspace.plans.plan(plan_id), ["wlz"], [], {"datum_start_zorg": date(2026, 2, 20)}
    )
    return plan_id


def made(workspace: Workspace, client_id: str, **more: Any) -> AppointmentView:
    told: dict[str, Any] = {
        "title": "Bellen met Oleander Kanarie over Fatma, 06 12345678",
        "kind": "home_visit", "starts": "14:00",
        "place": "Bij Fatma Verzonnen thuis", "remark": "heel geheim",
    }  # fmt: skip
    appointment_id, _ = workspace.appointments.add(
        AppointmentView("", FRIDAY, client_id=client_id, **(told | more))
    )
    return workspace.appointments.appointment(appointment_id)


def lines(workspace: Workspace) -> list[DeadlineRow | AppointmentView]:
    return [*workspace.calendar.deadlines(open_only=True), *workspace.appointments.appointments()]


def outgoing(workspace: Workspace, choice: SendChoice | None = None) -> dict[str, Outgoing]:
    found = workspace.sending.outgoing(lines(workspace), choice or SendChoice())
    return {one.item: one for one in found}


def sent(workspace: Workspace, path: Path, choice: SendChoice | None = None) -> dict[str, Any]:
    """Writes what is proposed; the events of the file by UID."""
    choice = choice or SendChoice()
    chosen = [item for item, one in outgoing(workspace, choice).items() if one.proposed]
    workspace.sending.write(lines(workspace), choice, chosen, path)
    return {one.uid.value: one for one in vobject.readOne(path.read_bytes().decode()).vevent_list}


CHOICES = [SendChoice(whose, t, p) for whose in Whose for t in (False, True) for p in (False, True)]


@pytest.mark.parametrize("choice", CHOICES, ids=str)
@pytest.mark.usefixtures("plan")
def test_no_name_stands_in_the_file(
    workspace: Workspace, fatma: str, tmp_path: Path, choice: SendChoice
) -> None:
    made(workspace, fatma)
    home, _ = workspace.clients.add_household("Gezin Verzonnen")
    workspace.appointments.add(AppointmentView("", FRIDAY, household_id=home, title="Gezin Verzonnen"))
    path = tmp_path / "agenda.ics"
    assert len(sent(workspace, path, choice)) >= 3
    text = path.read_bytes().decode().replace("\r\n ", "").replace(" ", "")
    assert [word for word in CANARIES if word.casefold() in text.casefold()] == []
    assert fatma not in text


def test_the_words_are_those_that_were_chosen(workspace: Workspace, fatma: str, plan: str) -> None:
    visit = f"appointment:{made(workspace, fatma).id}"
    assert outgoing(workspace)[visit].summary == "F.V.: Huisbezoek"
    by_code = outgoing(workspace, SendChoice(Whose.CODE, titles=True, places=True))[visit]
    assert by_code.summary == "VL-007: Huisbezoek, Bellen met O. K. over F., …"
    assert by_code.place == "Bij F. V. thuis"
    assert outgoing(workspace, SendChoice(Whose.NOBODY))[visit].summary == "Huisbezoek"
    term = outgoing(workspace)[f"deadline:{plan}:WLZ-02"]
    assert term.summary.startswith("F.V.: ")
    assert (term.starts, term.day) == ("", term.day)
    assert "wet" in term.note
    assert "Fatma" in outgoing(workspace)[visit].known_as  # what the user sees beside it


def test_what_is_seen_is_exactly_what_goes_out(
    workspace: Workspace, fatma: str, plan: str, tmp_path: Path
) -> None:
    del plan
    made(workspace, fatma)
    seen = outgoing(workspace)
    events = sent(workspace, tmp_path / "agenda.ics")
    shown = {(one.summary, one.note) for one in seen.values()}
    assert {(event.summary.value, event.description.value) for event in events.values()} == shown


def test_a_change_keeps_its_name_and_gets_a_higher_number(
    workspace: Workspace, fatma: str, tmp_path: Path
) -> None:
    visit = made(workspace, fatma)
    path = tmp_path / "agenda.ics"
    ((uid, first),) = sent(workspace, path).items()
    assert (first.sequence.value, first.dtstart.value.hour) == ("0", 14)
    assert outgoing(workspace)[f"appointment:{visit.id}"].standing is Standing.SAME
    with pytest.raises(InvalidInputError, match="niets gekozen"):
        sent(workspace, path)
    workspace.appointments.save(visit, replace(visit, starts="16:00"))
    assert outgoing(workspace)[f"appointment:{visit.id}"].standing is Standing.CHANGED
    ((again, second),) = sent(workspace, path).items()
    assert (again, second.sequence.value, second.dtstart.value.hour) == (uid, "1", 16)
    assert second.status.value == "CONFIRMED"


def test_what_is_called_off_goes_out_once_as_cancelled_and_may_come_back(
    workspace: Workspace, fatma: str, tmp_path: Path
) -> None:
    visit = made(workspace, fatma)
    path = tmp_path / "agenda.ics"
    ((uid, _),) = sent(workspace, path).items()
    workspace.appointments.cancel([visit.id])
    ((again, gone),) = sent(workspace, path).items()
    assert (again, gone.status.value, gone.sequence.value) == (uid, "CANCELLED", "1")
    assert gone.summary.value == "Vervallen: F.V.: Huisbezoek"
    assert gone.dtstart.value.hour == 14
    assert outgoing(workspace) == {}
    workspace.appointments.cancel([visit.id], cancelled=False)
    ((once_more, back),) = sent(workspace, path).items()
    assert (once_more, back.status.value, back.sequence.value) == (uid, "CONFIRMED", "2")


def test_a_term_that_is_done_is_taken_back(workspace: Workspace, plan: str, tmp_path: Path) -> None:
    path = tmp_path / "agenda.ics"
    before = sent(workspace, path)
    workspace.calendar.mark_done(plan, "WLZ-02", "", date(2026, 3, 16))
    after = sent(workspace, path)
    (gone,) = [uid for uid, event in after.items() if event.status.value == "CANCELLED"]
    assert gone in before


def test_a_task_goes_along_without_names_and_is_taken_back_when_it_is_done(
    workspace: Workspace, plan: str, tmp_path: Path
) -> None:
    workspace.tasks.prepare(plan, date(2026, 4, 20))
    tasks = workspace.tasks.tasks(plan_id=plan)
    assert tasks
    path, choice = tmp_path / "agenda.ics", SendChoice()
    items = [one.item for one in workspace.sending.outgoing(tasks, choice)]
    assert len(items) == len(tasks)
    workspace.sending.write(tasks, choice, items, path)
    events = vobject.readOne(path.read_bytes().decode()).vevent_list
    assert {event.summary.value for event in events} == {f"F.V.: {task.title}" for task in tasks}
    workspace.tasks.settle([tasks[0].id])
    (gone,) = [one for one in workspace.sending.outgoing([], choice) if one.cancelled]
    assert gone.summary == f"F.V.: {tasks[0].title}"


def test_what_was_never_sent_is_never_cancelled(workspace: Workspace, fatma: str) -> None:
    visit = made(workspace, fatma)
    workspace.appointments.cancel([visit.id])
    assert outgoing(workspace) == {}


def test_what_changed_goes_along_also_when_it_does_not_show(
    workspace: Workspace, fatma: str, tmp_path: Path
) -> None:
    visit = made(workspace, fatma)
    sent(workspace, tmp_path / "agenda.ics")
    assert workspace.sending.outgoing([], SendChoice()) == ()
    workspace.appointments.save(visit, replace(visit, day=date(2027, 5, 1)))
    (found,) = workspace.sending.outgoing([], SendChoice())
    assert (found.standing, found.day) == (Standing.CHANGED, date(2027, 5, 1))


def test_a_guarded_plan_goes_along_by_hand_alone_without_its_words_and_is_noted(
    workspace: Workspace, fatma: str, tmp_path: Path
) -> None:
    shut = next(one for one in workspace.plans.formats() if one.access.value == "listed")
    plan, _ = workspace.plans.start_plan(shut.id, fatma)
    made(workspace, fatma, plan_id=plan)
    choice = SendChoice(titles=True, places=True)
    items = {item: one for item, one in outgoing(workspace, choice).items() if one.guarded}
    assert items
    assert not any(one.proposed for one in items.values())
    assert {one.summary for one in items.values()} <= {"F.V.: Huisbezoek", "F.V.: Termijn"}
    assert {(one.place, one.note) for one in items.values()} == {("", "Meer staat in Planbureau.")}
    workspace.sending.write(lines(workspace), choice, list(items), tmp_path / "agenda.ics")
    assert "geëxporteerd" in {line.what for line in workspace.protection.access(plan).openings}
    workspace.protection.set_visiting(visiting=True)  # then no such plan exists
    assert workspace.sending.outgoing(lines(workspace), choice) == ()


def test_what_cannot_be_written_is_not_noted(workspace: Workspace, fatma: str, tmp_path: Path) -> None:
    visit = made(workspace, fatma)
    item = f"appointment:{visit.id}"
    with pytest.raises(InvalidInputError, match="niet worden bewaard"):
        workspace.sending.write([visit], SendChoice(), [item], tmp_path / "weg" / "agenda.ics")
    assert outgoing(workspace)[item].standing is Standing.NEW


def test_a_vault_that_is_only_read_sends_nothing(
    room: VaultRoom, workspace: Workspace, fatma: str, tmp_path: Path
) -> None:
    visit = made(workspace, fatma)
    reader = room.vaults.unlock(room.place, "paard batterij nietje correct", read_only=True)
    path = tmp_path / "agenda.ics"
    with pytest.raises(PlanbureauError):
        reader.sending.write([visit], SendChoice(), [f"appointment:{visit.id}"], path)
    assert not path.exists()
    reader.lock()


def test_what_went_out_stays_known_with_who_and_when(
    workspace: Workspace, fatma: str, tmp_path: Path
) -> None:
    from sqlalchemy import select

    from planbureau.model.rows import RevisionRow

    made(workspace, fatma)
    sent(workspace, tmp_path / "agenda.ics")
    assert isinstance(workspace, OpenWorkspace)
    with workspace._context.reading() as session:
        (kept,) = session.scalars(select(RevisionRow).where(RevisionRow.kind == "sent_item"))
        assert kept.author == workspace.organisation.user().id
        assert kept.changes["summary"] == "F.V.: Huisbezoek"
    assert isinstance(workspace.clients.client(fatma), ClientView)
    assert b"sent_item" not in workspace.exchange.export_client(fatma)


def test_what_hangs_on_no_single_plan_keeps_its_name_when_the_list_shows_another_plan(
    workspace: Workspace, fatma: str, plan: str, tmp_path: Path
) -> None:
    """A request and a birthday stand once, with the plan that comes first: that may be another one later."""
    view = workspace.clients.client(fatma).person
    workspace.clients.save_person(view, replace(view, birth_date=date(2010, 4, 1)))
    workspace.clients.add_request(RequestView("", fatma, asked_on=date(2026, 3, 16)))
    before = sent(workspace, tmp_path / "een.ics")
    first, _ = workspace.plans.start_plan("wmo", fatma)  # its title comes first
    workspace.plans.save_frame(workspace.plans.plan(first), ["wmo", "wlz"], [], {})
    shown = {row.deadline.rule_id: row.plan_id for row in workspace.calendar.deadlines(client_id=fatma)}
    assert shown["RCT-01"] == first != plan
    again = outgoing(workspace)
    assert [one.item for one in again.values() if one.proposed] == []
    assert len(before) == len(again)
    apart = workspace.sending.outgoing((), SendChoice())  # nothing of it is shown now
    assert [one.standing for one in apart] == []


def test_a_term_of_hours_says_its_hour(workspace: Workspace, plan: str) -> None:
    view = workspace.plans.plan(plan)
    workspace.plans.save_frame(view, view.regimes, ["wzd_van_toepassing"], dict(view.triggers))
    annex, _ = workspace.annexes.start(plan, "wzd_noodsituatie")
    workspace.plans.save_answer(annex, "besluit", "2026-03-15T14:30+01:00", ())
    words = {one.summary for item, one in outgoing(workspace).items() if item.endswith("WZD-08a")}
    assert words == {"F.V.: Besluit in nood op papier, uiterlijk 14:30 uur"}
