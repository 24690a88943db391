"""A scratch pad: only for its author, never in the file, destroyed when it closes (rules A6, BWT-WERK)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from tests.vault_room import VaultRoom

from planbureau.clock import FixedClock
from planbureau.errors import InvalidInputError, NotFoundError
from planbureau.formats.model import QuestionKind
from planbureau.rules.notes.jotting import OWN_WORDS, Destination
from planbureau.services.api import Workspace
from planbureau.views import AgreementView, PersonView, RiskView, ScratchPadView

NOTE = "Geheimwoord kookt zelf"


@pytest.fixture
def client_id(workspace: Workspace) -> str:
    made, _ = workspace.clients.add_client(PersonView(given_name="Mila", family_name="Bos"))
    return made


@pytest.fixture
def plan_id(workspace: Workspace, client_id: str) -> str:
    return workspace.plans.start_plan("osp", client_id)[0]


def pad_of(workspace: Workspace, client_id: str) -> ScratchPadView:
    return workspace.scratch.pads(client_id)[0]


def place(workspace: Workspace, plan_id: str, key: str, part: str = "") -> Destination:
    found = workspace.scratch.destinations(plan_id)
    return next(one for one in found if (one.key, one.part) == (key, part))


def everything(workspace: Workspace) -> str:
    """Every row of every table of the vault."""
    connection = workspace._access.connect(read_only=True)  # type: ignore[attr-defined]
    names = [row[0] for row in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
    rows = [str(connection.execute(f'SELECT * FROM "{name}"').fetchall()) for name in names]  # noqa: S608
    connection.close()
    return "\n".join(rows)


def test_lines_of_one_day_stand_on_one_pad(workspace: Workspace, room: VaultRoom, client_id: str) -> None:
    workspace.scratch.jot(client_id, "", "belt elke zondag met oma")
    workspace.scratch.jot(client_id, "", '"Ik wil zelf koken"')
    workspace.scratch.jot(client_id, "", "   ")
    (pad,) = workspace.scratch.pads(client_id)
    assert [(line.words, line.quote) for line in pad.lines] == [
        ("belt elke zondag met oma", False),
        ("Ik wil zelf koken", True),
    ]
    room.clock.moment = FixedClock.on(date(2026, 3, 17)).moment
    workspace.scratch.jot(client_id, "", "nieuwe dag")
    assert [pad.left for pad in workspace.scratch.pads(client_id)] == [1, 2]


def test_what_stands_in_the_box_is_kept_until_it_is_a_line(workspace: Workspace, client_id: str) -> None:
    workspace.scratch.keep_typing(client_id, "", "half ge")
    assert pad_of(workspace, client_id).typing == "half ge"
    workspace.scratch.jot(client_id, "", "half getypt")
    assert (pad_of(workspace, client_id).typing, pad_of(workspace, client_id).left) == ("", 1)


def test_a_visit_to_one_home_shows_nothing_of_the_other(workspace: Workspace, client_id: str) -> None:
    workspace.scratch.jot(client_id, "thuis-1", "bij moeder")
    workspace.scratch.jot(client_id, "thuis-2", "bij vader")
    workspace.scratch.jot(client_id, "", "op kantoor")
    seen = {line.words for pad in workspace.scratch.pads(client_id, "thuis-1") for line in pad.lines}
    assert seen == {"bij moeder", "op kantoor"}
    assert workspace.scratch.pads("", "thuis-1") == ()


def test_a_line_goes_to_its_answer_as_a_revision(workspace: Workspace, client_id: str, plan_id: str) -> None:
    workspace.plans.save_answer(plan_id, "mogelijkheden", "Woont alleen.", ())
    heads = workspace.plans.plan(plan_id).answers["mogelijkheden"].heads
    workspace.scratch.jot(client_id, "", '"Ik wil zelf koken."')
    line = pad_of(workspace, client_id).lines[0]
    changes = workspace.scratch.drop(line.id, plan_id, place(workspace, plan_id, "mogelijkheden"))
    assert changes.touches("answer", "scratch_pad")
    answer = workspace.plans.plan(plan_id).answers["mogelijkheden"]
    assert answer.answer.value == "Woont alleen.\n“Ik wil zelf koken.” (Mila)"
    assert answer.heads != heads
    assert answer.conflicts == ()
    gone = pad_of(workspace, client_id).lines[0]
    assert (gone.done, gone.plan_id, gone.key) == (True, plan_id, "mogelijkheden")
    assert gone.went_to == "Ondersteuningsplan: Wat kan ik"


def test_a_line_goes_to_a_life_domain(workspace: Workspace, client_id: str, plan_id: str) -> None:
    domain = next(one for one in workspace.scratch.destinations(plan_id) if one.part == "now")
    workspace.scratch.jot(client_id, "", "kookt op maandag")
    workspace.scratch.drop(pad_of(workspace, client_id).lines[0].id, plan_id, domain)
    assert workspace.plans.plan(plan_id).answer(domain.key).value == {
        "state": "open",
        "now": "kookt op maandag",
    }


def test_a_line_becomes_a_goal_or_comes_with_one(workspace: Workspace, client_id: str, plan_id: str) -> None:
    client = workspace.clients.client(client_id)
    for typed, part in (('"Ik wil zelf koken."', "origin"), ("Mila kookt op maandag", "sentence")):
        workspace.scratch.jot(client_id, "", typed)
        line = pad_of(workspace, client_id).lines[-1]
        new = next(
            one for one in workspace.scratch.destinations(plan_id) if one.part == part and not one.goal_id
        )
        assert new.own_words is (part == "origin")
        changes = workspace.scratch.drop(line.id, plan_id, new)
        assert changes.touches("goal", "scratch_pad")
    wish, made = workspace.plans.plan(plan_id).goals
    assert (wish.origin_kind, wish.origin, wish.sentence) == ("wens", "Ik wil zelf koken.", "")
    assert (made.sentence, made.origin, made.matrix_code) == ("Mila kookt op maandag", "", "EIG-2")
    assert wish.for_whom == made.for_whom == (client.person.id,)
    workspace.scratch.jot(client_id, "", "in de keuken van de groep")
    line = pad_of(workspace, client_id).lines[-1]
    there = [one for one in workspace.scratch.destinations(plan_id) if one.goal_id == wish.id]
    assert {one.part for one in there} == {"origin", "context"}
    workspace.scratch.drop(line.id, plan_id, next(one for one in there if one.part == "context"))
    after = workspace.plans.plan(plan_id).goals[0]
    assert (after.context, after.conflicts) == ("in de keuken van de groep", ())
    workspace.goals.move_goal(wish.id, "removed")
    assert wish.id not in {one.goal_id for one in workspace.scratch.destinations(plan_id)}


def test_a_line_becomes_a_row_of_a_table(workspace: Workspace, client_id: str, plan_id: str) -> None:
    plan = workspace.plans.plan(plan_id)
    table = next(
        question
        for section in plan.format.sections
        for question in section.questions
        if question.kind is QuestionKind.TABLE and question.voice not in OWN_WORDS
    )
    found = [one for one in workspace.scratch.destinations(plan_id) if one.key == table.id]
    texts = [one.id for one in table.columns if one.kind.value in ("short_text", "long_text")]
    assert [one.part for one in found] == texts
    for words in ("eerste regel", "tweede regel"):
        workspace.scratch.jot(client_id, "", words)
        workspace.scratch.drop(pad_of(workspace, client_id).lines[-1].id, plan_id, found[0])
    rows = workspace.plans.plan(plan_id).answer(table.id).value
    assert [row[texts[0]] for row in rows] == ["eerste regel", "tweede regel"]
    assert len({row["id"] for row in rows}) == 2


def test_a_line_goes_to_a_row_that_is_there(workspace: Workspace, client_id: str, plan_id: str) -> None:
    plans = workspace.plans
    table = "delen"
    rows = [{"id": "a", "wie": "De huisarts"}, {"id": "b", "wie": "School", "deel": "alles"}]
    plans.save_answer(plan_id, table, rows, ())
    agreement = plans.add_agreement(AgreementView("", plan_id, what="Samen koken", when="elke dinsdag"))[0]
    risk = plans.add_risk(RiskView("", plan_id, what="Valt bij het douchen"))[0]

    def put(typed: str, row_id: str, part: str) -> Destination:
        workspace.scratch.jot(client_id, "", typed)
        line = pad_of(workspace, client_id).lines[-1]
        found = workspace.scratch.destinations(plan_id)
        to = next(one for one in found if (one.row_id, one.part) == (row_id, part))
        assert workspace.scratch.drop(line.id, plan_id, to).touches("scratch_pad")
        return to

    put("behalve het geld", "b", "deel")
    to = put('"Niet op feestdagen."', agreement, "when")
    put("de mat is glad", risk, "signs")
    plan = plans.plan(plan_id)
    assert plan.answer(table).value == [rows[0], {**rows[1], "deel": "alles; behalve het geld"}]
    assert plan.agreements[0].when == "elke dinsdag; “Niet op feestdagen.” (Mila)"
    assert (plan.risks[0].signs, plan.risks[0].what) == ("de mat is glad", "Valt bij het douchen")
    assert to.label == "Bij afspraak ‘Samen koken’: wanneer (nu: elke dinsdag)"
    plans.remove_agreement(plan.agreements[0])
    workspace.scratch.jot(client_id, "", "te laat")
    with pytest.raises(InvalidInputError, match="staat nog op het kladblad"):
        workspace.scratch.drop(pad_of(workspace, client_id).lines[-1].id, plan_id, to)
    assert not pad_of(workspace, client_id).lines[-1].done


def test_nobody_is_given_words_that_were_not_said(workspace: Workspace, client_id: str, plan_id: str) -> None:
    workspace.scratch.jot(client_id, "", "lijkt van muziek te houden")
    line = pad_of(workspace, client_id).lines[0]
    own = place(workspace, plan_id, "belangrijk_voor_mij")
    with pytest.raises(InvalidInputError, match="eigen woorden"):
        workspace.scratch.drop(line.id, plan_id, own)
    assert workspace.plans.plan(plan_id).answer("belangrijk_voor_mij").empty
    workspace.scratch.change_line(line.id, "Muziek", quote=True)
    workspace.scratch.drop(line.id, plan_id, own)
    assert workspace.plans.plan(plan_id).answer("belangrijk_voor_mij").value == "Muziek"


def test_a_pad_is_in_no_file_no_search_and_no_revision(
    workspace: Workspace, client_id: str, plan_id: str
) -> None:
    workspace.scratch.jot(client_id, "", NOTE)
    for file in (workspace.exchange.export_client(client_id), workspace.exchange.export_plan(plan_id)):
        assert b"Geheimwoord" not in file
        assert b"scratch" not in file
    assert workspace.search("Geheimwoord") == ()
    holding = [row for row in everything(workspace).split("\n") if "Geheimwoord" in row]
    assert len(holding) == 1, "in the table of lines alone"


def test_closing_destroys_it(workspace: Workspace, client_id: str) -> None:
    workspace.scratch.jot(client_id, "", NOTE)
    workspace.scratch.keep_typing(client_id, "", "Geheimwoord half")
    workspace.scratch.close(pad_of(workspace, client_id).id)
    assert workspace.scratch.pads(client_id) == ()
    assert "Geheimwoord" not in everything(workspace)


def test_a_colleague_sees_nothing_of_it(workspace: Workspace, client_id: str) -> None:
    workspace.scratch.jot(client_id, "", NOTE)
    line = pad_of(workspace, client_id).lines[0]
    workspace._context.user_id = "somebody else"  # type: ignore[attr-defined]
    assert workspace.scratch.pads() == ()
    with pytest.raises(NotFoundError):
        workspace.scratch.strike(line.id, done=True)


@pytest.mark.parametrize(
    ("made", "last"), [(date(2026, 6, 1), date(2026, 7, 1)), (date(2026, 1, 15), date(2026, 2, 14))]
)
def test_after_thirty_days_it_asks_to_be_dealt_with(
    workspace: Workspace, room: VaultRoom, client_id: str, made: date, last: date
) -> None:
    room.clock.moment = FixedClock.on(made).moment
    workspace.scratch.jot(client_id, "", NOTE)
    assert pad_of(workspace, client_id).clear_by == last
    assert workspace.scratch.due() == ()
    room.clock.moment = FixedClock.on(last).moment
    assert [pad.client_id for pad in workspace.scratch.due()] == [client_id]


def test_the_organisation_can_ask_for_it_sooner(workspace: Workspace, client_id: str) -> None:
    before = workspace.organisation.organisation()
    workspace.organisation.save(before, replace(before, terms={"werknotitie_dagen": 7}))
    workspace.scratch.jot(client_id, "", NOTE)
    assert pad_of(workspace, client_id).clear_by == date(2026, 3, 23)
