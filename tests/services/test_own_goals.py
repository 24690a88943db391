"""The goals of the organisation: codes keep their meaning, hidden ones stay, nobody's name comes along."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.vault_room import VaultRoom

from planbureau.errors import InvalidInputError
from planbureau.services.api import Workspace
from planbureau.views import GoalView, GoalWording, PersonView

WORDS = GoalWording("{naam} {zwemt/zwemmen} elke week.", "Ik zwem elke week.", ("zwemmen", "water"))


def plan_of(workspace: Workspace, name: str, format_id: str = "osp") -> tuple[str, str]:
    client, _ = workspace.clients.add_client(PersonView(given_name=name, family_name="Voorbeeld"))
    plan, _ = workspace.plans.start_plan(format_id, client)
    return plan, workspace.clients.client(client).person.id


def test_an_own_goal_is_ticked_like_any_other(workspace: Workspace) -> None:
    plan, sara = plan_of(workspace, "Sara")
    code, _ = workspace.own_goals.add("GEZ", WORDS, confirmed=True)
    assert code == "GEZ-101"
    goal_id, _ = workspace.goals.tick(plan, code, [sara])
    goal = workspace.goals.goal(goal_id)
    assert (goal.sentence, goal.easy_text) == ("Sara zwemt elke week.", "Ik zwem elke week.")
    assert (goal.area, goal.pictograms) == ("GEZ", ("zwemmen", "water"))


def test_other_words_are_a_new_version_and_what_was_ticked_keeps_its_own(
    room: VaultRoom, workspace: Workspace
) -> None:
    plan, sara = plan_of(workspace, "Sara")
    ticked, _ = workspace.goals.tick(plan, "VEI-1", [sara])
    before = workspace.goals.goal(ticked).sentence
    new = GoalWording("Thuis is het veilig voor {naam}.", "Thuis is het veilig.", ("veilig",))
    workspace.own_goals.reword("VEI-1", new, confirmed=True)
    found = workspace.goals.library().goal("VEI-1")
    assert (found.sentence, found.version, found.own) == (new.sentence, 2, True)
    assert workspace.goals.goal(ticked).sentence == before
    assert [one.version for one in workspace.goals.library().former if one.code == "VEI-1"] == [1]
    workspace.lock()
    again = room.unlock()
    assert again.goals.library().goal("VEI-1").version == 2
    again.lock()


def test_a_hidden_goal_is_not_offered_can_come_back_and_its_code_is_not_given_again(
    workspace: Workspace,
) -> None:
    first, _ = workspace.own_goals.add("GEZ", WORDS, confirmed=True)
    workspace.own_goals.hide(first)
    workspace.own_goals.hide("GEZ-2")
    offered = {goal.code for goal in workspace.goals.library().goals}
    assert not {first, "GEZ-2"} & offered
    assert {one.goal.code: (one.hidden, one.shipped) for one in workspace.own_goals.all()}.items() >= {
        first: (True, False),
        "GEZ-2": (True, True),
        "GEZ-1": (False, True),
    }.items()
    second, _ = workspace.own_goals.add("GEZ", replace(WORDS, sentence="{naam} rent."), confirmed=True)
    assert second == "GEZ-102"
    workspace.own_goals.hide(first, hidden=False)
    assert workspace.goals.library().goal(first).sentence == WORDS.sentence


@pytest.mark.parametrize(
    ("wording", "confirmed", "words"),
    [
        (WORDS, False, "bevestig"),
        (replace(WORDS, sentence=""), True, "leeg"),
        (replace(WORDS, sentence="{naam slaapt."), True, "accolade"),
        (replace(WORDS, easy_text="{jij}"), True, "invulplek"),
    ],
)
def test_what_cannot_be_filled_in_or_was_not_looked_at_is_refused(
    workspace: Workspace, wording: GoalWording, confirmed: bool, words: str
) -> None:
    with pytest.raises(InvalidInputError, match=words):
        workspace.own_goals.add("GEZ", wording, confirmed=confirmed)
    assert len(workspace.own_goals.all()) == 50


def test_the_words_of_a_goal_come_without_its_people(workspace: Workspace) -> None:
    plan, sara = plan_of(workspace, "Sara")
    plan_of(workspace, "Ömer")
    view = GoalView("", plan, 0, sentence="Sara wandelt met Ömer en Truus.", for_whom=(sara,))
    goal, _ = workspace.goals.add_goal(replace(view, pictograms=("lopen",)))
    wording = workspace.own_goals.from_goal(goal)
    assert wording == GoalWording("{naam} wandelt met ….", "", ("lopen",))
    assert workspace.own_goals.names_in(replace(wording, sentence="{naam} wandelt met Truus.")) == ("Truus",)


def test_a_ready_made_sentence_is_not_told_as_an_earlier_wording(workspace: Workspace) -> None:
    plan, sara = plan_of(workspace, "Sara")
    tom, _ = workspace.clients.add_person(PersonView(given_name="Tom"))
    for people in ([sara], [sara, tom]):
        workspace.goals.tick(plan, "GEZ-1", people)
    workspace.goals.add_goal(GoalView("", plan, 0, sentence="Sara slaapt weer door.", for_whom=(sara,)))
    found = [one.sentence for one in workspace.own_goals.worded_before("sla")]
    assert found == ["{naam} slaapt weer door."]


def test_how_it_was_worded_before_says_nothing_of_whose_it_was(workspace: Workspace) -> None:
    for name, sentence in (("Sara", "Sara wandelt elke dag."), ("Tom", "Tom wandelt elke dag.")):
        plan, person = plan_of(workspace, name)
        workspace.goals.add_goal(GoalView("", plan, 0, sentence=sentence, for_whom=(person,)))
    kept, _ = plan_of(workspace, "Mo", "mld")
    workspace.goals.add_goal(GoalView("", kept, 0, sentence="Mo wandelt veilig."))
    found = workspace.own_goals.worded_before("wandel")
    assert [(one.sentence, one.times) for one in found] == [("{naam} wandelt elke dag.", 2)]
    page = "wandelt elke dag " * 5000 + " ".join(map(str, range(3000)))
    assert workspace.own_goals.worded_before(page) == ()
    assert workspace.own_goals.worded_before("wandelt elke dag. " * 5000) == found
    assert workspace.own_goals.worded_before("sara") == ()
    assert workspace.own_goals.worded_before("wa") == ()
