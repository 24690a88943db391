"""The main job in verbs: a client, a plan, goals, deadlines, adopting."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from tests.journeys.office import text_of
from tests.vault_room import DAY, VaultRoom

from planbureau.errors import InvalidInputError
from planbureau.plan_state import bound_values
from planbureau.services.api import AdoptPlan, Edition, PrintRequest, Workspace
from planbureau.views import ActionView, AgreementView, CustodyView, GoalView, PersonView

KEY = "belangrijk_voor_mij"
NOOR = PersonView(given_name="Noor", family_name="Voorbeeld", birth_date=date(1990, 5, 1))


def test_a_client_is_found_while_typing(workspace: Workspace) -> None:
    client_id, changes = workspace.clients.add_client(NOOR, "V-001")
    assert changes.touches("client", "person")
    assert [hit.record_id for hit in workspace.search("voorb")] == [client_id]
    assert [row.sort_name for row in workspace.clients.rows()] == ["Voorbeeld, Noor"]
    before = workspace.clients.client(client_id)
    workspace.clients.save_client(
        before, replace(before, person=replace(before.person, family_name="Anders"))
    )
    assert workspace.search("voorb") == ()
    assert workspace.search("anders")[0].title == "Noor Anders"


def test_a_stale_form_shows_both_texts(workspace: Workspace) -> None:
    client_id, _ = workspace.clients.add_client(NOOR)
    plan_id, _ = workspace.plans.start_plan("osp", client_id)
    question = next(
        q.id for s in workspace.plans.plan(plan_id).format.sections for q in s.questions
        if q.kind.value == "long_text" and not q.bind
    )  # fmt: skip
    workspace.plans.save_answer(plan_id, question, "eerste", ())
    opened = workspace.plans.plan(plan_id).answers[question]
    workspace.plans.save_answer(plan_id, question, "tweede", opened.heads)
    workspace.plans.save_answer(plan_id, question, "derde", opened.heads)
    view = workspace.plans.plan(plan_id).answers[question]
    kept = {str(value["v"]) for conflict in view.conflicts for value, _, _ in conflict.values}
    assert kept == {"tweede", "derde"}
    workspace.plans.resolve_conflict(view.conflicts[0].record_id, "value", {"v": "samen"})
    after = workspace.plans.plan(plan_id).answers[question]
    assert after.conflicts == ()
    assert after.answer.value == "samen"


def test_everything_is_there_after_locking(room: VaultRoom) -> None:
    workspace = room.create()
    client_id, _ = workspace.clients.add_client(NOOR)
    plan_id, _ = workspace.plans.start_plan("osp", client_id)
    workspace.plans.save_frame(
        workspace.plans.plan(plan_id), ["wlz"], [], {"datum_start_zorg": date(2026, 1, 17)}
    )
    workspace.plans.save_draft(plan_id, "belangrijk", "ik tik nog")
    workspace.lock()
    again = room.unlock()
    assert [draft.text for draft in again.plans.drafts()] == ["ik tik nog"]
    deadline = next(d for d in again.plans.plan(plan_id).deadlines if d.rule_id == "WLZ-02")
    assert deadline.last_date == date(2026, 3, 2)
    rows = again.calendar.deadlines(client_id=client_id, open_only=True)
    assert {row.client_name for row in rows} == {"Noor Voorbeeld"}
    again.lock()


def test_goals_keep_their_numbers_and_letters(workspace: Workspace) -> None:
    client_id, _ = workspace.clients.add_client(NOOR)
    plan_id, _ = workspace.plans.start_plan("osp", client_id)
    first, _ = workspace.goals.add_goal(GoalView("", plan_id, 0, sentence="Noor kookt zelf."))
    workspace.goals.untick(first, mistake=True)
    second, _ = workspace.goals.add_goal(GoalView("", plan_id, 0, sentence="Noor wandelt."))
    for what in ("a", "b", "c"):
        workspace.goals.add_action(ActionView("", second, "", what=what))
    view = workspace.goals.goal(second)
    workspace.goals.cancel_action(view.actions[1])
    workspace.goals.add_action(ActionView("", second, "", what="d"))
    view = workspace.goals.goal(second)
    assert view.number == 2
    assert [(a.letter, a.what, a.cancelled) for a in view.actions] == [
        ("a", "a", False), ("b", "b", True), ("c", "c", False), ("d", "d", False),
    ]  # fmt: skip
    lapsed = view.actions[1]
    with pytest.raises(InvalidInputError, match='van "vervallen" naar "klaar"'):
        workspace.goals.save_action(lapsed, replace(lapsed, cancelled=False, status="done"))
    workspace.goals.save_action(lapsed, replace(lapsed, cancelled=False, status="not_started"))
    assert not workspace.goals.goal(second).actions[1].cancelled


def test_an_empty_plan_is_not_adopted_and_stays(workspace: Workspace) -> None:
    client_id, _ = workspace.clients.add_client(NOOR)
    plan_id, _ = workspace.plans.start_plan("osp", client_id)
    check = workspace.plans.adoption_check(plan_id, DAY)
    assert check.blocked
    with pytest.raises(InvalidInputError, match="nog niet worden vastgesteld"):
        workspace.plans.adopt(
            AdoptPlan(plan_id, DAY, "thuis", ("x",), "", ("s",), "", (), reason_without_consent="nee")
        )
    assert workspace.plans.plan(plan_id).version == 0


def test_parents_with_custody_are_asked_apart(workspace: Workspace) -> None:
    child = PersonView(given_name="Sem", family_name="Voorbeeld", birth_date=date(2013, 6, 1))
    client_id, _ = workspace.clients.add_client(child)
    plan_id, _ = workspace.plans.start_plan("osp", client_id)
    workspace.plans.save_frame(workspace.plans.plan(plan_id), ["jeugdwet"], [], {})
    for name in ("Ada", "Bo"):
        parent, _ = workspace.clients.add_person(PersonView(given_name=name))
        workspace.clients.add_custody(CustodyView("", client_id, workspace.clients.person(parent), "parent"))
    asked = workspace.plans.adoption_check(plan_id, DAY).expected
    names = {workspace.clients.person(consent.person_id).given_name for consent in asked}
    assert names == {"Sem", "Ada", "Bo"}


def test_what_goes_out_comes_in_again_the_same(workspace: Workspace, tmp_path: Path) -> None:
    client_id, _ = workspace.clients.add_client(NOOR)
    plan_id, _ = workspace.plans.start_plan("osp", client_id)
    goal, _ = workspace.goals.add_goal(GoalView("", plan_id, 0, sentence="Noor kookt zelf."))
    workspace.goals.add_action(ActionView("", goal, "", what="recept kiezen"))
    exported = workspace.exchange.export_client(client_id)
    receiving = VaultRoom(tmp_path / "ander").create_anew()
    receiving.exchange.import_file(exported)
    assert receiving.exchange.export_client(client_id) == exported
    copied, _ = receiving.exchange.import_file(exported, as_copy=True)
    assert "geïmporteerd" in copied
    assert len(receiving.clients.rows()) == 2
    receiving.lock()


def test_the_plan_that_was_written_in_last_comes_first(room: VaultRoom) -> None:
    """Whatever was written: an answer, a goal and its action, an agreement, or an evaluation of it."""
    workspace = room.create()
    client_id, _ = workspace.clients.add_client(NOOR)
    made = [workspace.plans.start_plan("osp", client_id)[0] for _ in range(3)]
    goal, _ = workspace.goals.add_goal(GoalView("", made[1], 0, sentence="Noor kookt zelf."))
    writes: tuple[tuple[str, Callable[[], object]], ...] = (
        (made[0], lambda: workspace.plans.save_answer(made[0], KEY, "naar buiten", ())),
        (made[1], lambda: workspace.goals.add_action(ActionView("", goal, "", what="recept kiezen"))),
        (made[2], lambda: workspace.plans.add_agreement(AgreementView("", made[2], what="samen koken"))),
        (made[0], lambda: workspace.annexes.start(made[0], "evaluatieverslag")),
        (made[2], lambda: workspace.plans.set_coordinator(workspace.plans.plan(made[2]), "iemand")),
    )
    for plan_id, write in writes:
        room.clock.moment += timedelta(hours=1)
        write()
        first = workspace.plans.recent(2)[0]
        assert (first.id, first.edited_at) == (plan_id, room.clock.moment)
        assert len(workspace.plans.recent(2)) == 2
    assert workspace.plans.plan(made[1]).edited_at == room.clock.moment - timedelta(hours=3)
    workspace.lock()


def test_a_row_of_a_plan_counts_what_is_needed(workspace: Workspace) -> None:
    client_id, _ = workspace.clients.add_client(NOOR)
    made = [workspace.plans.start_plan("osp", client_id)[0] for _ in range(3)]
    question = next(
        q.id for s in workspace.plans.plan(made[0]).format.sections for q in s.questions
        if q.kind.value == "long_text" and not q.bind
    )  # fmt: skip
    workspace.plans.save_answer(made[0], question, "eerste", ())
    row = workspace.plans.row(made[0])
    assert row.subject_name == "Noor Voorbeeld"
    assert row.needed == sum(m.level == "needed" for m in workspace.plans.missing(made[0]))


def test_an_agreement_that_two_people_changed_shows_both(workspace: Workspace) -> None:
    client_id, _ = workspace.clients.add_client(NOOR)
    plan_id, _ = workspace.plans.start_plan("osp", client_id)
    workspace.plans.add_agreement(AgreementView("", plan_id, what="samen koken"))
    opened = workspace.plans.plan(plan_id).agreements[0]
    workspace.plans.save_agreement(opened, replace(opened, what="samen eten"))
    workspace.plans.save_agreement(opened, replace(opened, what="samen bakken"))
    shown = workspace.plans.plan(plan_id).agreements[0]
    assert {value for value, _, _ in shown.conflicts[0].values} == {"samen eten", "samen bakken"}
    workspace.plans.resolve_conflict(shown.id, "what", "samen koken en eten")
    assert workspace.plans.plan(plan_id).agreements[0].conflicts == ()


def test_a_plan_for_living_and_one_for_the_day_are_told_apart_by_name(workspace: Workspace) -> None:
    """VGN Handreiking 2023, par. 4.3: each may have a plan of its own."""
    client_id, _ = workspace.clients.add_client(NOOR)
    living, _ = workspace.plans.start_plan("osp", client_id)
    day, _ = workspace.plans.start_plan("osp", client_id)
    workspace.plans.save_answer(day, "plan_voor", " dagbesteding ", ())
    titles = {row.id: row.title for row in workspace.plans.rows()}
    assert titles == {living: "Ondersteuningsplan", day: "Ondersteuningsplan voor dagbesteding"}
    assert bound_values(workspace.plans.plan(day))["plan.part"] == "dagbesteding"
    assert bound_values(workspace.plans.plan(living))["plan.part"] == ""
    for edition, name in ((Edition.PROFESSIONAL, "Ondersteuningsplan"), (Edition.EASY, "Mijn plan")):
        made = workspace.prints.render(PrintRequest(day, edition))
        assert f"{name} voor dagbesteding" in text_of(made.pdf)
    workspace.plans.save_answer(day, "plan_voor", "", ())
    assert workspace.plans.plan(day).title == "Ondersteuningsplan"
