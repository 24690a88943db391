"""Own appointments in the vault: made, changed, called off, taken along, kept from who may not see them."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from tests.vault_room import VaultRoom

from planbureau.errors import ImportFileError, InvalidInputError, NotFoundError
from planbureau.services.api import AgendaPrint, Workspace
from planbureau.services.api.sending import SendChoice
from planbureau.views import AppointmentView, PersonView, RelationView

DAY = date(2026, 3, 20)


@pytest.fixture
def noor(workspace: Workspace) -> str:
    return workspace.clients.add_client(PersonView(given_name="Noor", family_name="Voorbeeld"))[0]


def made(workspace: Workspace, **more: Any) -> AppointmentView:
    appointment_id, _ = workspace.appointments.add(AppointmentView("", **{"day": DAY, **more}))
    return workspace.appointments.appointment(appointment_id)


def test_without_a_title_it_is_called_by_its_kind(workspace: Workspace, noor: str) -> None:
    found = made(workspace, kind="home_visit", client_id=noor, starts="14:00", ends="15:00")
    assert (found.title, found.time, found.subject_name) == ("Huisbezoek", "14:00-15:00", "Noor Voorbeeld")


def test_they_come_by_day_and_time(workspace: Workspace) -> None:
    for day, starts in ((21, ""), (20, "15:00"), (20, "09:00"), (22, "08:00")):
        made(workspace, day=date(2026, 3, day), starts=starts)
    found = workspace.appointments.appointments(start=DAY, end=date(2026, 3, 21))
    assert [(one.day.day, one.starts) for one in found] == [(20, "09:00"), (20, "15:00"), (21, "")]


def test_of_a_client_those_of_the_home_show_too_and_of_nobody_else(workspace: Workspace, noor: str) -> None:
    home, _ = workspace.clients.add_household("Gezin Voorbeeld")
    workspace.clients.add_member(home, workspace.clients.client(noor).person.id, "kind")
    own, shared = made(workspace, client_id=noor), made(workspace, household_id=home)
    made(workspace)
    assert {a.id for a in workspace.appointments.appointments(client_id=noor)} == {own.id, shared.id}


def test_an_appointment_can_be_about_who_is_in_care_and_every_household(
    workspace: Workspace, noor: str
) -> None:
    home, _ = workspace.clients.add_household("Gezin Voorbeeld")
    gone, _ = workspace.clients.add_client(PersonView(given_name="Aad", family_name="Weg"))
    view = workspace.clients.client(gone)
    workspace.clients.save_client(view, replace(view, care_ended_on=date(2026, 3, 16)))
    assert workspace.appointments.subjects() == (
        (noor, "", "Noor Voorbeeld"), ("", home, "Gezin Voorbeeld"),
    )  # fmt: skip


def test_a_change_is_a_revision_and_an_old_form_overwrites_nothing(workspace: Workspace) -> None:
    first = made(workspace, place="Kantoor")
    workspace.appointments.save(first, replace(first, place="Thuis"))
    workspace.appointments.save(first, replace(first, place="School"))  # opened before the other change
    found = workspace.appointments.appointment(first.id)
    assert len(found.heads) == 2
    assert found.place in ("Thuis", "School")


def test_calling_off_keeps_it_readable_and_can_be_taken_back(workspace: Workspace) -> None:
    found = made(workspace)
    workspace.appointments.cancel([found.id])
    assert workspace.appointments.appointment(found.id).cancelled
    workspace.appointments.cancel([found.id], cancelled=False)
    assert not workspace.appointments.appointment(found.id).cancelled


def test_times_that_cannot_be_are_refused_and_nothing_is_written(workspace: Workspace) -> None:
    with pytest.raises(InvalidInputError, match="staat er nog"):
        made(workspace, starts="10:00", ends="09:00")
    found = made(workspace, starts="10:00")
    with pytest.raises(InvalidInputError):
        workspace.appointments.save(found, replace(found, ends="08:00"))
    assert workspace.appointments.appointments() == (found,)
    with pytest.raises(NotFoundError):
        workspace.appointments.appointment("weg")


def test_a_plan_of_somebody_else_is_not_named(workspace: Workspace, noor: str) -> None:
    other, _ = workspace.clients.add_client(PersonView(given_name="Sem", family_name="Anders"))
    plan, _ = workspace.plans.start_plan("osp", other)
    assert made(workspace, client_id=noor, plan_id=plan).plan_id == ""
    assert made(workspace, client_id=other, plan_id=plan).plan_id == plan


def test_they_travel_with_the_client_and_come_out_the_same(
    room: VaultRoom, workspace: Workspace, noor: str, tmp_path: Path
) -> None:
    plan, _ = workspace.plans.start_plan("osp", noor)
    made(workspace, client_id=noor, plan_id=plan, starts="09:00", place="Thuis", remark="Sleutel mee")
    made(workspace)  # of nobody: stays here
    exported = workspace.exchange.export_client(noor)
    assert "appointment" not in json.loads(workspace.exchange.export_plan(plan))["records"]
    other = VaultRoom(tmp_path / "ander", clock=room.clock).create_anew()
    other.exchange.import_file(exported)
    (there,) = other.appointments.appointments()
    assert (there.place, there.remark, there.plan_id) == ("Thuis", "Sleutel mee", plan)
    assert other.exchange.export_client(noor) == exported
    other.lock()


def test_what_is_not_for_somebody_never_reaches_a_file_or_print_for_them(
    workspace: Workspace, noor: str
) -> None:
    father, _ = workspace.clients.add_person(PersonView(given_name="Ruud"))
    workspace.clients.add_relation(RelationView("", noor, workspace.clients.person(father), role="vader"))
    hidden = made(workspace, client_id=noor, title="Veilige plek bekijken", place="Kanariestraat")
    made(workspace, client_id=noor, title="Koffie")
    workspace.clients.restrict("appointment", hidden.id, [father], "Hij mag dit niet weten.")
    export = workspace.exchange.export_client
    assert b"Veilige plek" in export(noor)
    told = export(noor, (father,))
    assert b"Koffie" in told
    assert b"Veilige plek" not in told
    assert b"Kanariestraat" not in told
    assert hidden.id.encode() not in told
    lines = workspace.appointments.appointments()
    printed = workspace.prints.render_agenda(AgendaPrint("Agenda", (("", lines),), subject_id=noor))
    assert printed.left_out
    offered = {
        one.item: one for one in workspace.sending.outgoing(lines, SendChoice(titles=True, places=True))
    }
    marked = offered[f"appointment:{hidden.id}"]
    assert (marked.proposed, marked.place) == (False, "")
    assert "Veilige" not in marked.summary


@pytest.mark.parametrize("wrong", [{"starts": "25:00"}, {"ends": "09:00"}, {"appointment_kind": "feest"}])
def test_a_file_with_a_strange_appointment_does_not_come_in(
    room: VaultRoom, workspace: Workspace, noor: str, tmp_path: Path, wrong: dict[str, str]
) -> None:
    made(workspace, client_id=noor)
    file = json.loads(workspace.exchange.export_client(noor))
    file["records"]["appointment"][0] |= wrong
    with pytest.raises(ImportFileError, match="appointment"):
        workspace.exchange.import_file(json.dumps(file).encode(), as_copy=True)


def test_one_about_a_plan_with_a_list_is_seen_by_nobody_off_that_list(
    room: VaultRoom, workspace: Workspace, noor: str
) -> None:
    shut = next(one for one in workspace.plans.formats() if one.access.value == "listed")
    plan, _ = workspace.plans.start_plan(shut.id, noor)
    found = made(workspace, client_id=noor, plan_id=plan)
    assert workspace.appointments.appointments() == (found,)
    workspace.protection.set_visiting(visiting=True)  # then no such plan exists
    assert workspace.appointments.appointments() == ()
    workspace.protection.set_visiting(visiting=False)
    assert "appointment" not in json.loads(workspace.exchange.export_client(noor))["records"]
