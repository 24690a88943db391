"""Who does what on paper: tagged, by person and by date, and without what is not for who reads it."""

from __future__ import annotations

from datetime import date

import pypdfium2
import pytest
from tests.journeys.office import text_of as words_on
from tests.pdf_checks import assert_pdf_ua

from planbureau.services.api import Edition, GoalsPrint, GoalsShape, PrintRequest, Workspace
from planbureau.views import ActionView, AgreementView, GoalView, PersonView, RelationView

PEOPLE = ("Wim", "Zus")


@pytest.fixture
def plan(workspace: Workspace) -> str:
    """Noor with one goal: an action of herself with Wim, one of Wim, one of her sister that stopped."""
    client, _ = workspace.clients.add_client(PersonView(given_name="Noor", family_name="Voorbeeld"))
    for name in PEOPLE:
        person, _ = workspace.clients.add_person(PersonView(given_name=name))
        relation = RelationView("", client, workspace.clients.person(person), role="buur")
        workspace.clients.add_relation(relation)
    plan, _ = workspace.plans.start_plan("osp", client)
    goal = GoalView("", plan, 0, sentence="Noor kookt zelf.", easy_text="Ik kook.", status="active")
    goal_id, _ = workspace.goals.add_goal(goal)
    wim, zus = (who(workspace, name) for name in PEOPLE)
    for action in (
        ActionView(
            "", goal_id, "", what="Noor kiest een recept", easy_text="Ik kies eten.",
            responsible_person=workspace.clients.client(client).person.id, helpers=(wim,),
            doer_kind="client", done_by=date(2026, 9, 1),
        ),
        ActionView(
            "", goal_id, "", what="Wim doet boodschappen", responsible_person=wim, doer_kind="network",
            done_by=date(2026, 4, 1), how_often="elke week",
        ),
        ActionView(
            "", goal_id, "", what="Zus belt", responsible_person=zus, doer_kind="family", status="stopped"
        ),
    ):  # fmt: skip
        workspace.goals.add_action(action)
    return plan


def who(workspace: Workspace, name: str) -> str:
    return next(one.id for one in workspace.clients.people() if one.given_name == name)


def words(workspace: Workspace, plan: str, shape: GoalsShape, *readers: str, doer: str = "") -> str:
    client = workspace.plans.row(plan).client_ids[0]
    goals = tuple(goal.id for goal in workspace.plans.plan(plan).goals)
    return text_of(workspace, GoalsPrint(client, (plan,), goals, shape, audience=readers, doer=doer))


def text_of(workspace: Workspace, request: GoalsPrint) -> str:
    printed = workspace.prints.render_goals(request)
    assert_pdf_ua(printed.pdf)
    pages = pypdfium2.PdfDocument(printed.pdf)
    text = " ".join(" ".join(page.get_textpage().get_text_bounded().split()) for page in pages)
    pages.close()
    return text


def test_many_tasks_begin_below_what_stands_above_them(workspace: Workspace, plan: str) -> None:
    """Else the first page has nothing but the bars."""
    goal = workspace.plans.plan(plan).goals[0]
    for at in range(9):
        what, wim = f"Taak {at} " + "met veel woorden " * 4, who(workspace, "Wim")
        workspace.goals.add_action(ActionView("", goal.id, "", what=what, responsible_person=wim))
    client = workspace.plans.row(plan).client_ids[0]
    printed = workspace.prints.render_goals(GoalsPrint(client, (plan,), (goal.id,), GoalsShape.WHO))
    with pypdfium2.PdfDocument(printed.pdf) as opened:
        assert "Taak 0" in opened[0].get_textpage().get_text_bounded()


def test_each_has_a_table_by_date_and_the_open_actions_are_shared_in_numbers(
    workspace: Workspace, plan: str
) -> None:
    text = words(workspace, plan, GoalsShape.WHO)
    for said in ("Cliënt", "Netwerk", "1 (50 %)", "1 open actie, helpt mee bij 1", "gestopt"):
        assert said in text
    assert "Gezin" not in text  # what stopped is nobody's share
    of_wim = text[text.rindex("Wim 1 open") :]
    assert of_wim.index("Wim doet boodschappen") < of_wim.index("Noor kiest een recept (helpt mee)")
    assert "klaar op 1 april 2026 elke week" in of_wim


@pytest.mark.parametrize("ended", ["reached", "stopped"])
def test_a_goal_that_is_over_leaves_nothing_to_do_and_what_is_stored_stays(
    workspace: Workspace, plan: str, ended: str
) -> None:
    goal = workspace.plans.plan(plan).goals[0]
    stored = [action.status for action in goal.actions]
    workspace.goals.move_goal(goal.id, ended, "Het lukte anders.")
    text = words(workspace, plan, GoalsShape.WHO)
    assert "nog niet begonnen" not in text
    assert text.lower().count("geen open acties") == 3
    assert text.count("gestopt") == 4, "two of Wim, one of each of the others"
    request = PrintRequest(plan, Edition.PROFESSIONAL)
    whole = words_on(workspace.prints.render(request).pdf)
    assert "nog niet begonnen" not in whole
    assert [action.status for action in workspace.goals.goal(goal.id).actions] == stored


def test_in_easy_words_a_thing_stands_once_and_the_client_says_i(workspace: Workspace, plan: str) -> None:
    text = words(workspace, plan, GoalsShape.WHO_EASY)
    for said in ("Dit doe ik", "Ik kies eten.", "Samen met Wim", "Dit doet Wim", "Noor doet 1 ding."):
        assert said in text
    assert text.count("Ik kies eten.") == 1
    assert "Zus" not in text  # nothing is left for her to do


def test_in_a_family_everybody_has_a_name(workspace: Workspace, plan: str) -> None:
    home, _ = workspace.clients.add_household("Gezin Voorbeeld")
    client = workspace.plans.row(plan).client_ids[0]
    noor = workspace.clients.client(client).person.id
    workspace.clients.add_member(home, noor, "kind")
    family, _ = workspace.plans.start_plan("gzp", household_id=home)
    goal, _ = workspace.goals.add_goal(GoalView("", family, 0, sentence="Samen eten.", status="active"))
    workspace.goals.add_action(ActionView("", goal, "", what="Tafel dekken", responsible_person=noor,
                                          doer_kind="client"))  # fmt: skip
    plans = (family, plan)
    goals = tuple(one.id for name in plans for one in workspace.plans.plan(name).goals)
    for plan_ids in (plans, plans[::-1]):
        text = text_of(workspace, GoalsPrint(home, plan_ids, goals, GoalsShape.WHO_EASY))
        assert "Dit doe ik" not in text
        assert "Ik kies eten." not in text  # whose "ik" would that be
        for said in (
            "Dit doet Noor",
            "Tafel dekken",
            "Noor kiest een recept",
            "Noor kookt zelf.",
            "Wie het doel heeft, doet 2 dingen.",
        ):
            assert said in text
    sheet = text_of(workspace, GoalsPrint(home, plans, goals, GoalsShape.WHO_EASY, doer=noor))
    assert "Dit doet Noor" in sheet
    # The same two plans, now about Noor: what she does stands under "ik".
    own = text_of(workspace, GoalsPrint(client, plans, goals, GoalsShape.WHO_EASY))
    assert "Dit doe ik" in own
    assert "Noor doet 2 dingen." in own


def test_the_sheet_of_one_has_what_that_one_helps_with_and_nothing_of_another(
    workspace: Workspace, plan: str
) -> None:
    wim = who(workspace, "Wim")
    text = words(workspace, plan, GoalsShape.WHO, doer=wim)
    assert "Wim doet boodschappen" in text
    assert "Zus belt" not in text
    easy = words(workspace, plan, GoalsShape.WHO_EASY, doer=wim)
    assert "Ik kies eten." in easy
    assert "Samen met Noor" in easy


def test_what_is_not_for_the_reader_stays_out_with_its_person(workspace: Workspace, plan: str) -> None:
    wim, zus = (who(workspace, name) for name in PEOPLE)
    goal = workspace.plans.plan(plan).goals[0]
    shopping = next(one.id for one in goal.actions if "boodschappen" in one.what)
    workspace.clients.restrict("action", shopping, [zus], "een stille reden")
    workspace.clients.restrict("person", wim, [zus], "nog een")
    for shape in (GoalsShape.WHO, GoalsShape.WHO_EASY):
        text = words(workspace, plan, shape, zus)
        assert "boodschappen" not in text
        assert "Wim" not in text
        assert ("weggelaten" in text) or ("Niet alles" in text)


@pytest.mark.parametrize("edition", [Edition.PROFESSIONAL, Edition.EASY])
def test_a_colleague_who_is_in_nobodys_network_has_a_name(
    workspace: Workspace, plan: str, edition: Edition
) -> None:
    work = PersonView(given_name="Joris", family_name="Bos", professional=True, function="begeleider")
    joris, _ = workspace.clients.add_person(work)
    goal = workspace.plans.plan(plan).goals[0]
    workspace.goals.add_action(
        ActionView("", goal.id, "", what="Samen de post doen", easy_text="Post.", responsible_person=joris)
    )
    workspace.plans.add_agreement(AgreementView("", plan, what="Op tijd bellen", who=joris, easy_text="Bel."))
    text = words_on(workspace.prints.render(PrintRequest(plan, edition)).pdf)
    assert text.count("Joris") >= 2
    assert "nog niet bekend" not in text
