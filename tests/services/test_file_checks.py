"""The file check on a real vault: what is missing, what mends it, and what who looks may not see."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta

import pypdfium2
import pytest
from tests.adopted_plans import Foster, adopted, vault_with
from tests.demo_room import DemoRoom, demo, demo_room, made_demo  # noqa: F401
from tests.pdf_checks import assert_pdf_ua
from tests.services.test_evaluation_report import SAID
from tests.services.test_evaluation_report import write as write_report
from tests.vault_room import DAY, VaultRoom

from planbureau.errors import NotFoundError
from planbureau.rules.file_check import Gap, GapKind, Link, LinkState
from planbureau.rules.notes.text import TextPart
from planbureau.services.api import Edition, FileCheckPrint, PrintRequest, Workspace
from planbureau.services.api.annexes import FinishAnnex
from planbureau.ui.file_check.gap_places import place_of
from planbureau.ui.places import OpenFileCheck, OpenPlan
from planbureau.views import ActionView, GapRow, GoalView, NoteTopic, NoteView, PersonView, RelationView


@pytest.fixture
def workspace(room: VaultRoom) -> Iterator[Workspace]:
    with vault_with(room) as opened:
        yield opened


@pytest.fixture
def foster(workspace: Workspace) -> Foster:
    return adopted(workspace)


@pytest.fixture
def plan(workspace: Workspace, foster: Foster) -> str:
    """A plan adopted on 2 March, with one bare goal that people work on."""
    workspace.goals.add_goal(GoalView("", foster.plan, 0, sentence="Sem kookt zelf.", status="active"))
    return foster.plan


def client_of(workspace: Workspace, plan: str) -> str:
    return workspace.plans.row(plan).client_ids[0]


def kinds(workspace: Workspace, *subjects: str) -> set[GapKind]:
    return {row.gap.kind for row in workspace.file_check.gaps(subjects)}


def text_of(pdf: bytes) -> str:
    pages = pypdfium2.PdfDocument(pdf)
    text = " ".join(" ".join(page.get_textpage().get_text_bounded().split()) for page in pages)
    pages.close()
    return text


def goal_of(workspace: Workspace, plan: str) -> GoalView:
    return workspace.plans.plan(plan).goals[0]


def write(
    room: VaultRoom, workspace: Workspace, plan: str, about: NoteTopic, words: str, *, for_client: bool = True
) -> str:
    now = room.clock.now()
    client = client_of(workspace, plan)
    note = NoteView("", client, "", now, now, text=(TextPart(words),), about=(about,))
    return workspace.notes.add(replace(note, for_client=for_client))[0]


def test_what_is_missing_goes_when_it_is_written(room: VaultRoom, workspace: Workspace, plan: str) -> None:
    bare = {GapKind.NO_WISH, GapKind.NO_MEASURE, GapKind.NO_ACTION}
    assert bare <= kinds(workspace)
    assert GapKind.NO_NOTE not in kinds(workspace)
    goal = goal_of(workspace, plan)
    said = replace(goal, origin_kind="wens", origin="Ik wil zelf koken.", measure="Twee keer per week.")
    workspace.goals.save_goal(goal, said)
    action, _ = workspace.goals.add_action(ActionView("", goal.id, "", what="Boodschappen doen"))
    assert not bare & kinds(workspace)

    room.clock.moment += timedelta(weeks=8, days=1)
    assert GapKind.NO_NOTE in kinds(workspace)
    write(room, workspace, plan, NoteTopic("action", action), "Samen naar de winkel.")
    assert GapKind.NO_NOTE not in kinds(workspace)
    assert kinds(workspace, client_of(workspace, plan)) == kinds(workspace)
    thread = workspace.file_check.thread(plan, goal.id)
    states = {part.link: part.state for part in thread.parts}
    assert states[Link.WISH] is states[Link.DOING] is states[Link.NOTES] is LinkState.THERE
    assert states[Link.EVALUATION] is LinkState.NOT_YET
    assert [part.link for part in thread.parts] == list(Link)


def test_a_goal_whose_date_passed_waits_for_a_finished_evaluation(
    room: VaultRoom, workspace: Workspace, plan: str
) -> None:
    goal = goal_of(workspace, plan)
    workspace.goals.save_goal(goal, replace(goal, target_date=DAY))
    room.clock.moment += timedelta(days=1)
    assert GapKind.NOT_DECIDED in kinds(workspace)
    report, _ = workspace.annexes.start(plan, "evaluatieverslag")
    said = {"outcome": "partly", "how_seen": "Eén keer per week.", "client": "Het is leuk."}
    decided = {**said, "decision": "continue", "new_date": "2026-09-01"}
    workspace.plans.save_answer(report, f"uitkomsten/{goal.id}", decided, ())
    assert GapKind.NOT_DECIDED in kinds(workspace)
    part = next(p for p in workspace.file_check.thread(plan, goal.id).parts if p.link is Link.EVALUATION)
    assert "nog niet afgesloten" in part.entries[0].title
    assert "De cliënt: Het is leuk." in part.entries[0].lines


def test_help_that_comes_back_is_late_when_nobody_looked_back_on_its_day(
    workspace: Workspace, plan: str
) -> None:
    before = goal_of(workspace, plan)
    workspace.goals.save_goal(before, replace(before, kind="recurring", look_date=DAY - timedelta(days=60)))
    assert GapKind.NOT_DECIDED in kinds(workspace)


def test_a_wish_that_led_to_nothing_is_named_with_its_life_domain(demo: Workspace) -> None:
    plan = next(row.id for row in demo.plans.rows() if row.format_id == "osp" and row.version)
    view = demo.plans.plan(plan)
    taken = {goal.area for goal in view.goals} | {agreement.area for agreement in view.agreements}
    question = view.format.question("leefgebieden")
    domain = next(one for one in view.format.domain_set(question.domain_set).domains if one.id not in taken)
    key = f"{question.id}/{domain.id}"

    def say(state: str) -> list[GapRow]:
        answer = demo.plans.plan(plan).answers.get(key)
        said = {"state": state, "change": "Ik wil vaker bij opa zijn."}
        demo.plans.save_answer(plan, key, said, answer.heads if answer else ())
        found = (row for row in demo.file_check.gaps() if row.gap.kind is GapKind.WISH_ALONE)
        return [row for row in found if row.plan_id == plan and row.gap.record_id == key]

    assert say("not_now") == [], "it was put aside"
    (row,) = say("open")
    assert row.goal_label == domain.label
    assert place_of(row, OpenFileCheck()) == OpenPlan(plan, question_id=question.id)
    thread = demo.file_check.thread(plan, view.goals[0].id)
    assert all(gap.kind is not GapKind.WISH_ALONE for gap in thread.gaps)
    demo.goals.save_goal(view.goals[0], replace(view.goals[0], area=domain.id))
    assert say("open") == []


def test_a_wish_without_a_goal_on_purpose_is_answered_with_its_reason(demo: Workspace) -> None:
    plan = next(row.id for row in demo.plans.rows() if row.format_id == "osp" and row.version)
    view = demo.plans.plan(plan)
    taken = {goal.area for goal in view.goals} | {agreement.area for agreement in view.agreements}
    question = view.format.question("leefgebieden")
    domain = next(one for one in view.format.domain_set(question.domain_set).domains if one.id not in taken)
    key = f"{question.id}/{domain.id}"
    gap = Gap(GapKind.WISH_ALONE, None, key)

    def say(**more: str) -> tuple[list[GapRow], list[GapRow]]:
        answer = demo.plans.plan(plan).answers.get(key)
        said = {"state": "open", "change": "Ik wil een hond.", **more}
        demo.plans.save_answer(plan, key, said, answer.heads if answer else ())
        gaps, answered = demo.file_check.look()
        return [one for one in gaps if one.gap == gap], [one for one in answered if one.gap == gap]

    (row,), none = say()
    assert none == []
    none, (row,) = say(no_goal="Eerst de verhuizing.")
    assert none == []
    assert (row.goal_label, row.answer) == (domain.label, "Eerst de verhuizing.")
    printed = demo.prints.render(PrintRequest(plan, Edition.PROFESSIONAL))
    assert "nu geen doel: eerst de verhuizing." in text_of(printed.pdf)
    goal, _ = demo.goals.add_goal(GoalView("", plan, 0, sentence="Henk zorgt voor een hond.", area=domain.id))
    assert say(no_goal="Eerst de verhuizing.") == ([], []), "a goal came after all"
    thread = demo.file_check.thread(plan, goal)
    wish = next(part for part in thread.parts if part.link is Link.WISH)
    assert [entry.lines for entry in wish.entries] == [("Ik wil een hond.",)]
    assert wish.gaps == ()


def test_wishes_outside_the_life_domains_count_too(demo: Workspace) -> None:
    family = next(row.id for row in demo.plans.rows() if row.format_id == "gzp" and row.version)
    view = demo.plans.plan(family)
    for goal in view.goals:
        if goal.area == "VEI":
            demo.goals.save_goal(goal, replace(goal, area="WON"))
    unsafe = view.answers.get("nu_niet_veilig")
    demo.plans.save_answer(family, "nu_niet_veilig", "Er wordt geslagen.", unsafe.heads if unsafe else ())

    def found() -> list[GapRow]:
        return [
            row
            for row in demo.file_check.gaps()
            if row.gap == Gap(GapKind.WISH_ALONE, None, "nu_niet_veilig")
        ]

    (row,) = found()
    assert row.goal_label == "Wat is nu niet veilig"
    assert place_of(row, OpenFileCheck()) == OpenPlan(family, question_id="nu_niet_veilig")
    demo.plans.save_answer(family, "nu_niet_veilig_geen_doel", "Dat staat in het veiligheidsplan.", ())
    assert found() == []
    reasons = {(row.goal_label, row.answer) for row in demo.file_check.look()[1]}
    assert ("Wat is nu niet veilig", "Dat staat in het veiligheidsplan.") in reasons
    assert (
        "Henk wil een hond in huis.",
        "Het botst met rechten van anderen of met de orde in huis",
    ) in reasons


def test_a_talk_without_a_note_and_agreement_that_was_withdrawn(workspace: Workspace, foster: Foster) -> None:
    assert kinds(workspace) == {
        GapKind.NO_TALK_NOTE
    }  # they agreed by word of mouth; what Sem said is not there
    for consent in workspace.plans.plan(foster.plan).consents:
        workspace.plans.withdraw_consent(consent, DAY, "Wij willen het anders.")
    assert kinds(workspace) == {GapKind.NO_AGREEMENT}


def test_a_client_in_care_without_a_plan_is_named(workspace: Workspace, plan: str) -> None:
    del plan
    new, _ = workspace.clients.add_client(PersonView(given_name="Jin", family_name="Aap"))
    rows = [row for row in workspace.file_check.gaps() if row.gap.kind is GapKind.NO_PLAN]
    assert [(row.client_id, row.subject_name) for row in rows] == [(new, "Jin Aap")]
    workspace.plans.start_plan("osp", new)
    assert GapKind.NO_PLAN not in kinds(workspace, new)


def test_notes_in_another_system_are_not_missing(room: VaultRoom, workspace: Workspace, plan: str) -> None:
    organisation = workspace.organisation.organisation()
    workspace.organisation.save(organisation, replace(organisation, reports_elsewhere=True))
    room.clock.moment += timedelta(weeks=9)
    assert GapKind.NO_NOTE not in kinds(workspace)
    thread = workspace.file_check.thread(plan, goal_of(workspace, plan).id)
    assert next(p for p in thread.parts if p.link is Link.NOTES).state is LinkState.ELSEWHERE


def test_a_plan_of_the_family_is_not_judged(workspace: Workspace) -> None:
    client, _ = workspace.clients.add_client(PersonView(given_name="Sem", family_name="Bos"))
    home, _ = workspace.clients.add_household("Gezin Bos")
    plan, _ = workspace.plans.start_plan("fgp", client, home)
    workspace.goals.add_goal(GoalView("", plan, 0, sentence="Sem speelt buiten."))
    assert kinds(workspace, client) == set()


def test_a_note_about_one_child_is_a_note_on_the_goal_of_the_family(
    demo: Workspace, demo_room: DemoRoom
) -> None:
    demo.lock()
    later = replace(demo_room, today=demo_room.today + timedelta(weeks=12))
    work = later.unlock()
    row = next(one for one in work.plans.rows() if one.format_id == "gzp" and one.version)
    home = work.plans.plan(row.id).household
    assert home is not None
    silent = next(one.goal_id for one in work.file_check.gaps((home.id,)) if one.gap.kind is GapKind.NO_NOTE)
    child = next(member.client_id for member in home.members if member.client_id)
    now, text, topic = later.clock.now(), (TextPart("Het ging goed."),), NoteTopic("goal", silent)
    work.notes.add(NoteView("", child, "", now, now, text=text, about=(topic,)))
    for subjects in ((), (home.id,)):
        assert (silent, GapKind.NO_NOTE) not in {
            (one.goal_id, one.gap.kind) for one in work.file_check.gaps(subjects)
        }
    part = next(one for one in work.file_check.thread(row.id, silent).parts if one.link is Link.NOTES)
    assert part.state is LinkState.THERE
    work.lock()


def test_a_relapse_stands_in_the_thread_with_its_day(
    room: VaultRoom, workspace: Workspace, plan: str
) -> None:
    goal = goal_of(workspace, plan)
    for status, reason in (("reached", ""), ("kept", ""), ("active", "Sem vindt de nieuwe klas eng.")):
        room.clock.moment += timedelta(days=7)
        workspace.goals.move_goal(goal.id, status, reason)
    part = next(p for p in workspace.file_check.thread(plan, goal.id).parts if p.link is Link.GOAL)
    first, *moved = part.entries
    assert first.title == "Sem kookt zelf."
    assert [(one.title, one.on) for one in moved] == [
        ("Behaald", DAY + timedelta(days=7)),
        ("Behouden", DAY + timedelta(days=14)),
        ("Weer begonnen", DAY + timedelta(days=21)),
    ]
    assert moved[-1].lines == ("Sem vindt de nieuwe klas eng.", "Door: Sanne Begeleider")


def test_what_somebody_did_by_hand_on_the_day_of_a_report_stands_beside_it(
    room: VaultRoom, workspace: Workspace, plan: str
) -> None:
    goal = goal_of(workspace, plan)
    workspace.goals.move_goal(goal.id, "paused", "Sem is ziek.")
    room.clock.moment += timedelta(hours=1)
    workspace.goals.move_goal(goal.id, "active")
    room.clock.moment += timedelta(hours=1)
    report, _ = workspace.annexes.start(plan, "evaluatieverslag")
    decided = {"outcome": "reached", "how_seen": "Elke dag.", "decision": "keep"}
    write_report(workspace, report, {**SAID, f"uitkomsten/{goal.id}": decided})
    workspace.annexes.finish(FinishAnnex(report, DAY))
    room.clock.moment += timedelta(hours=1)
    workspace.goals.move_goal(goal.id, "active", "Toch nog moeilijk.")
    part = next(p for p in workspace.file_check.thread(plan, goal.id).parts if p.link is Link.GOAL)
    assert [one.title for one in part.entries[1:]] == ["Ligt stil", "Weer begonnen", "Weer begonnen"]


def test_an_unknown_goal_is_said(workspace: Workspace, plan: str) -> None:
    with pytest.raises(NotFoundError):
        workspace.file_check.thread(plan, "nergens")


def test_on_paper_what_is_not_for_a_reader_stays_out(
    room: VaultRoom, workspace: Workspace, plan: str
) -> None:
    client, goal = client_of(workspace, plan), goal_of(workspace, plan)
    els, _ = workspace.clients.add_person(PersonView(given_name="Els"))
    workspace.clients.add_relation(RelationView("", client, workspace.clients.person(els), role="buur"))
    own = workspace.clients.client(client).person.id
    topic = NoteTopic("goal", goal.id)
    write(room, workspace, plan, topic, "gewoon")
    secret = write(room, workspace, plan, topic, "fluistering")
    workspace.clients.restrict("note", secret, [els])
    write(room, workspace, plan, topic, "stilzwijgen", for_client=False)

    def found(*readers: str) -> set[str]:
        printed = workspace.prints.render_file_check(FileCheckPrint(plan, "", readers))
        assert_pdf_ua(printed.pdf)
        text = text_of(printed.pdf)
        assert printed.left_out == ("is iets weggelaten" in text)
        return {word for word in ("gewoon", "fluistering", "stilzwijgen", "kookt zelf") if word in text}

    assert found() == {"gewoon", "fluistering", "stilzwijgen", "kookt zelf"}
    assert found(els) == {"gewoon", "stilzwijgen", "kookt zelf"}
    assert found(own) == {"gewoon", "fluistering", "kookt zelf"}
    workspace.clients.restrict("goal", goal.id, [els])
    assert found(els) == set()


def test_on_paper_a_doer_who_is_not_for_the_reader_is_said_to_be_left_out(
    workspace: Workspace, plan: str
) -> None:
    client, goal = client_of(workspace, plan), goal_of(workspace, plan)
    names = ("Els", "Kees")
    els, kees = (workspace.clients.add_person(PersonView(given_name=name))[0] for name in names)
    for person in (els, kees):
        workspace.clients.add_relation(
            RelationView("", client, workspace.clients.person(person), role="buur")
        )
    workspace.goals.add_action(ActionView("", goal.id, "", what="Samen koken", responsible_person=kees))
    workspace.clients.restrict("person", kees, [els])
    text = text_of(workspace.prints.render_file_check(FileCheckPrint(plan, "", (els,))).pdf)
    assert "Kees" not in text
    assert "Samen koken · Wie: (naam weggelaten)" in text
