"""Tasks before a talk: made, ticked, moved along with its day, called off, and travelling with the plan."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from tests.vault_room import DAY, VaultRoom

from planbureau.errors import InvalidInputError
from planbureau.rules.appointments import AppointmentKind
from planbureau.rules.preparation import USUAL_STEPS, PreparationStep, TaskState
from planbureau.services.api import Workspace
from planbureau.views import AppointmentView, PersonView, TaskView

TALK = date(2026, 4, 13)


@pytest.fixture
def plan(workspace: Workspace) -> str:
    client, _ = workspace.clients.add_client(PersonView(given_name="Noor", family_name="Bos"))
    return workspace.plans.start_plan("osp", client)[0]


def open_tasks(workspace: Workspace, plan: str) -> tuple[TaskView, ...]:
    return workspace.tasks.tasks(plan_id=plan, open_only=True)


def test_the_usual_tasks_are_ticked_off(room: VaultRoom, workspace: Workspace, plan: str) -> None:
    changes = workspace.tasks.prepare(plan, TALK)
    assert changes.touches("task")
    made = open_tasks(workspace, plan)
    assert [one.title for one in made] == [step.title for step in USUAL_STEPS]
    assert [one.due for one in made][:2] == [date(2026, 3, 23)] * 2
    assert made[-1].target == date(2026, 4, 2)  # before Easter
    assert made[0].subject_name == "Noor Bos"
    workspace.tasks.settle([made[0].id])
    assert len(open_tasks(workspace, plan)) == len(made) - 1
    done = workspace.tasks.tasks(plan_id=plan)[0]
    assert (done.done_on, done.state(DAY)) == (DAY, TaskState.DONE)
    assert done.done_by == workspace.organisation.user().full_name
    workspace.tasks.settle([made[0].id], done=False)
    assert len(open_tasks(workspace, plan)) == len(made)
    client = workspace.plans.row(plan).client_ids[0]
    assert len(workspace.tasks.tasks(client_id=client, end=date(2026, 3, 23))) == 2
    room.clock.moment += timedelta(weeks=5)
    assert open_tasks(workspace, plan) == ()  # the talk is over


def test_an_organisation_asks_its_own_tasks(workspace: Workspace, plan: str) -> None:
    organisation = workspace.organisation.organisation()
    steps = (PreparationStep(1, "Zaal regelen", "secretariaat"), PreparationStep(4, "Bellen", "mentor"))
    workspace.organisation.save(organisation, replace(organisation, preparation=steps))
    assert workspace.organisation.organisation().preparation == steps
    workspace.tasks.prepare(plan, TALK)
    assert [(one.title, one.role) for one in open_tasks(workspace, plan)] == [
        ("Bellen", "mentor"),
        ("Zaal regelen", "secretariaat"),
    ]
    now = workspace.organisation.organisation()
    with pytest.raises(InvalidInputError, match="wat er gebeurt"):
        workspace.organisation.save(now, replace(now, preparation=(PreparationStep(1, ""),)))


def test_a_talk_about_the_plan_of_a_family_asks_the_family(workspace: Workspace) -> None:
    home, _ = workspace.clients.add_household("Gezin Bos")
    plan, _ = workspace.plans.start_plan("gzp", household_id=home)
    workspace.tasks.prepare(plan, TALK)
    titles = [one.title for one in open_tasks(workspace, plan)]
    assert titles[0] == "Vraag het gezin waar het over moet gaan, en wie erbij is"
    assert not any("cliënt " in title or "cliënt," in title for title in titles)


def test_a_day_that_passed_is_refused(workspace: Workspace, plan: str) -> None:
    with pytest.raises(InvalidInputError, match="al voorbij"):
        workspace.tasks.prepare(plan, DAY - timedelta(days=1))


def test_tasks_follow_the_day_of_the_report(workspace: Workspace, plan: str) -> None:
    report, _ = workspace.annexes.start(plan, "bespreking")
    workspace.plans.save_answer(report, "datum", TALK.isoformat(), ())
    (meeting,) = workspace.tasks.meetings(plan)
    assert (meeting.id, meeting.on) == (report, TALK)
    workspace.tasks.prepare(plan, meeting.on, meeting.id)
    first, *_ = open_tasks(workspace, plan)
    workspace.tasks.settle([first.id])
    later = TALK + timedelta(days=7)
    heads = workspace.plans.plan(report).answers["datum"].heads
    workspace.plans.save_answer(report, "datum", later.isoformat(), heads)
    assert {one.meeting_on for one in open_tasks(workspace, plan)} == {later}
    assert open_tasks(workspace, plan)[0].due == date(2026, 3, 30)
    done = next(one for one in workspace.tasks.tasks(plan_id=plan) if one.id == first.id)
    assert done.meeting_on == TALK  # what was done stays as it was
    workspace.tasks.prepare(plan, later, report)  # again: nothing twice
    assert len(open_tasks(workspace, plan)) == len(USUAL_STEPS) - 1


def test_tasks_follow_an_appointment_and_go_with_it(workspace: Workspace, plan: str) -> None:
    client = workspace.plans.row(plan).client_ids[0]
    kind = AppointmentKind.MEETING.value
    made, _ = workspace.appointments.add(
        AppointmentView("", TALK, "Planbespreking", kind, client_id=client, plan_id=plan)
    )
    (meeting,) = workspace.tasks.meetings(plan)
    workspace.tasks.prepare(plan, meeting.on, meeting.id)
    before = workspace.appointments.appointment(made)
    later = TALK + timedelta(days=1)
    workspace.appointments.save(before, replace(before, day=later))
    assert {one.meeting_on for one in open_tasks(workspace, plan)} == {later}
    workspace.appointments.cancel([made])
    assert open_tasks(workspace, plan) == ()
    assert workspace.tasks.meetings(plan) == ()


def test_what_was_done_for_a_talk_is_not_asked_again(workspace: Workspace, plan: str) -> None:
    client = workspace.plans.row(plan).client_ids[0]
    talk = AppointmentView("", TALK, kind=AppointmentKind.MEETING.value, client_id=client, plan_id=plan)
    made, _ = workspace.appointments.add(talk)
    workspace.tasks.prepare(plan, TALK, made)
    first, *others = open_tasks(workspace, plan)
    workspace.tasks.settle([first.id])
    workspace.appointments.cancel([made])
    workspace.appointments.cancel([made], cancelled=False)  # it goes on after all
    workspace.tasks.prepare(plan, TALK, made)
    assert [one.title for one in open_tasks(workspace, plan)] == [one.title for one in others]
    workspace.tasks.settle([one.id for one in open_tasks(workspace, plan)])
    workspace.tasks.prepare(plan, TALK, made)
    assert open_tasks(workspace, plan) == ()
    workspace.tasks.prepare(plan, TALK + timedelta(weeks=26))  # the next talk asks everything again
    assert len(open_tasks(workspace, plan)) == len(USUAL_STEPS)


def test_a_talk_about_another_plan_takes_its_tasks_away(workspace: Workspace, plan: str) -> None:
    client = workspace.plans.row(plan).client_ids[0]
    other, _ = workspace.plans.start_plan("wmo", client)
    talk = AppointmentView("", TALK, kind=AppointmentKind.MEETING.value, client_id=client, plan_id=plan)
    made, _ = workspace.appointments.add(talk)
    workspace.tasks.prepare(plan, TALK, made)
    before = workspace.appointments.appointment(made)
    workspace.appointments.save(before, replace(before, plan_id=other))
    assert open_tasks(workspace, plan) == ()


def test_tasks_travel_with_the_plan(
    tmp_path_factory: pytest.TempPathFactory, workspace: Workspace, plan: str
) -> None:
    workspace.tasks.prepare(plan, TALK)
    workspace.tasks.settle([open_tasks(workspace, plan)[0].id])
    before = workspace.tasks.tasks(plan_id=plan)
    content = workspace.exchange.export_client(workspace.plans.row(plan).client_ids[0])
    other = VaultRoom(tmp_path_factory.mktemp("ander")).create()
    other.exchange.import_file(content)
    assert [replace(one, heads=()) for one in other.tasks.tasks(plan_id=plan)] == [
        replace(one, heads=()) for one in before
    ]
    assert other.exchange.export_client(other.plans.row(plan).client_ids[0]) == content
    other.lock()
