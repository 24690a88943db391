"""Gradual scales and looks at goals (rules D3, D4): locked after a score, only added to, taken along."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from tests.vault_room import DAY, VaultRoom

from planbureau.errors import InvalidInputError
from planbureau.services.api import Workspace
from planbureau.services.api.annexes import FinishAnnex
from planbureau.views import GoalView, LookView, PersonView, ScaleView

LEVELS: dict[str, Any] = {
    "start": "5 ruzies per week",
    "better": "3 ruzies per week",
    "reached": "1 ruzie per week",
    "more": "1 ruzie per 2 weken",
    "most": "geen ruzie in een maand",
}
"""Rules D4, worked example."""


@pytest.fixture
def goal_id(workspace: Workspace) -> str:
    client, _ = workspace.clients.add_client(PersonView(given_name="Sara", family_name="Voorbeeld"))
    plan, _ = workspace.plans.start_plan("osp", client)
    return workspace.goals.add_goal(GoalView("", plan, 0, sentence="Sara slaapt.", status="active"))[0]


@pytest.fixture
def scale(workspace: Workspace, goal_id: str) -> ScaleView:
    workspace.looks.add_scale(ScaleView("", goal_id, variable="ruzies thuis", **LEVELS))
    return scale_of(workspace, goal_id)


def scale_of(workspace: Workspace, goal_id: str) -> ScaleView:
    found = workspace.goals.goal(goal_id).scale
    assert found is not None
    return found


def test_a_score_keeps_day_voice_writer_and_the_words_it_stood_for(
    room: VaultRoom, workspace: Workspace, scale: ScaleView
) -> None:
    look = LookView("", scale.goal_id, DAY, score=-1, voice="client", remark="Na de vakantie.")
    look_id, changes = workspace.looks.add(look)
    (kept,) = workspace.looks.of_goal(scale.goal_id)
    assert replace(kept, heads=()) == replace(
        look,
        id=look_id,
        scale_id=scale.id,
        author_id=workspace.organisation.user().id,
        author="Sanne Begeleider",
        written_at=room.clock.now(),
    )
    assert scale.text(-1) == "3 ruzies per week"
    plan_id = workspace.goals.goal(scale.goal_id).plan_id
    assert workspace.looks.of_plan(plan_id) == (kept,)
    assert plan_id in changes.subjects


WORDS: tuple[Callable[[ScaleView], ScaleView], ...] = (
    lambda scale: replace(scale, reached="2 ruzies per week"),
    lambda scale: replace(scale, variable="iets anders"),
    lambda scale: replace(scale, with_worse=True, worse="7 per week"),
)


@pytest.mark.parametrize("other", WORDS)
def test_words_close_with_the_first_score_and_a_new_scale_begins_beside_it(
    workspace: Workspace, scale: ScaleView, other: Callable[[ScaleView], ScaleView]
) -> None:
    workspace.looks.save_scale(scale, replace(scale, most="geen ruzie in 2 maanden"))
    scale = scale_of(workspace, scale.goal_id)
    with pytest.raises(InvalidInputError, match="zonder score"):
        workspace.looks.add_scale(ScaleView("", scale.goal_id))
    workspace.looks.add(LookView("", scale.goal_id, DAY, score=0))
    with pytest.raises(InvalidInputError, match="liggen vast"):
        workspace.looks.save_scale(scale, other(scale))
    with pytest.raises(InvalidInputError, match="al gescoord"):
        workspace.looks.remove_scale(scale)
    workspace.looks.save_scale(scale, replace(scale, moment="elke maand"))
    new, _ = workspace.looks.add_scale(other(replace(scale, id="", heads=())))
    scales = workspace.goals.goal(scale.goal_id).scales
    assert [one.id for one in scales] == [scale.id, new]
    workspace.looks.add(LookView("", scale.goal_id, DAY, score=1))
    used = {look.score: look.scale_id for look in workspace.looks.of_goal(scale.goal_id)}
    assert used == {0: scale.id, 1: new}


BAD: tuple[tuple[LookView, str], ...] = (
    (LookView("", "", date(2026, 3, 17), score=0), "moet nog komen"),
    (LookView("", "", DAY), "Kies een score"),
    (LookView("", "", DAY, score=-3), "niet op de schaal"),
    (LookView("", "", DAY, mark=4, mark_of=3), "Kies een score"),
)


@pytest.mark.parametrize(("look", "words"), BAD)
def test_what_cannot_be_right_is_refused(
    workspace: Workspace, scale: ScaleView, look: LookView, words: str
) -> None:
    with pytest.raises(InvalidInputError, match=words):
        workspace.looks.add(replace(look, goal_id=scale.goal_id))
    assert workspace.looks.of_goal(scale.goal_id) == ()


def test_a_scale_with_a_gap_takes_no_score_and_a_direction_takes_no_scale(
    workspace: Workspace, scale: ScaleView
) -> None:
    workspace.looks.save_scale(scale, replace(scale, better=""))
    with pytest.raises(InvalidInputError, match="nog niet af"):
        workspace.looks.add(LookView("", scale.goal_id, DAY, score=0))
    goal = workspace.goals.goal(scale.goal_id)
    workspace.looks.remove_scale(scale_of(workspace, scale.goal_id))
    workspace.goals.save_goal(replace(goal, scales=()), replace(goal, scales=(), form="goz"))
    with pytest.raises(InvalidInputError, match="geen schaal"):
        workspace.looks.add_scale(ScaleView("", scale.goal_id))
    with pytest.raises(InvalidInputError, match="geen schaal"):
        workspace.looks.add(LookView("", scale.goal_id, DAY, score=0))
    workspace.looks.add(LookView("", scale.goal_id, DAY, change="yes", meaningful="no", mark=2, mark_of=3))
    (look,) = workspace.looks.of_goal(scale.goal_id)
    assert look.feeling is not None
    assert look.feeling.words == "gaat wel (2 van 3)"


def test_a_correction_stands_beside_what_it_corrects(workspace: Workspace, scale: ScaleView) -> None:
    old, _ = workspace.looks.add(LookView("", scale.goal_id, DAY, score=2))
    new, _ = workspace.looks.add(LookView("", scale.goal_id, DAY, score=-2, replaces=old))
    found = {look.id: look for look in workspace.looks.of_goal(scale.goal_id)}
    assert (found[old].replaced_by, found[old].score, found[new].replaces) == (new, 2, old)
    other, _ = workspace.goals.add_goal(replace(workspace.goals.goal(scale.goal_id), id="", scales=()))
    with pytest.raises(InvalidInputError, match="ander doel"):
        workspace.looks.add(LookView("", other, DAY, change="yes", replaces=old))


def test_scale_and_looks_travel_and_stay_out_with_a_goal_that_is_not_for_a_reader(
    room: VaultRoom, workspace: Workspace, scale: ScaleView, tmp_path: Path
) -> None:
    first, _ = workspace.looks.add(LookView("", scale.goal_id, DAY, score=-1, remark="geheim"))
    workspace.looks.add(LookView("", scale.goal_id, DAY, score=0, replaces=first))
    client = workspace.clients.rows()[0].id
    exported = workspace.exchange.export_client(client)
    other = VaultRoom(tmp_path / "ander", clock=room.clock).create_anew()
    other.exchange.import_file(exported)
    assert other.exchange.export_client(client) == exported
    other.exchange.import_file(exported, as_copy=True)
    here, there = workspace.looks.of_subject(client), other.looks.of_subject(client)
    assert {replace(look, heads=()) for look in there} == {replace(look, heads=()) for look in here}
    (copy,) = (row.id for row in other.clients.rows() if row.id != client)
    copied = {look.score: bool(look.replaced_by) for look in other.looks.of_subject(copy)}
    assert copied == {-1: True, 0: False}
    other.lock()
    reader, _ = workspace.clients.add_person(PersonView(given_name="Els"))
    workspace.clients.restrict("goal", scale.goal_id, [reader])
    for_els = workspace.exchange.export_client(client, [reader])
    assert b"geheim" not in for_els
    assert b"ruzies per week" not in for_els


def test_a_finished_evaluation_keeps_its_score_with_the_goal(workspace: Workspace, scale: ScaleView) -> None:
    plan = workspace.goals.goal(scale.goal_id).plan_id
    report, _ = workspace.annexes.start(plan, "evaluatieverslag")
    answers: dict[str, object] = {
        "soort": "gepland", "datum": DAY.isoformat(), "aanwezig": [{"function": "begeleider"}],
        "client_vindt": "Goed.", "risicos_bekeken": "zelfde", "akkoord_client": "ja",
        "volgende_datum": "2026-08-01",
        f"uitkomsten/{scale.goal_id}": {"score": -1, "decision": "continue", "how_seen": "schrift"},
    }  # fmt: skip
    for key, value in answers.items():
        workspace.plans.save_answer(report, key, value, ())
    assert [gate.text for gate in workspace.annexes.check(report, DAY).gates if gate.blocks] == []
    workspace.annexes.finish(FinishAnnex(report, DAY))
    (look,) = workspace.looks.of_plan(report)
    assert (look.score, look.source, look.source_id, look.scale_id) == (-1, "evaluation", report, scale.id)
    client = workspace.plans.row(plan).client_ids[0]
    els, _ = workspace.clients.add_person(PersonView(given_name="Els"))
    for key in ("uitkomsten", f"uitkomsten/{scale.goal_id}"):
        assert workspace.looks.of_plan(report)[0].not_for == ()
        assert b'"goal_look"' in workspace.exchange.export_client(client, [els])
        workspace.clients.restrict("answer", f"{report}:{key}", [els])
        assert workspace.looks.of_plan(report)[0].not_for == (els,)
        assert b'"goal_look"' not in workspace.exchange.export_client(client, [els])
        workspace.clients.restrict("answer", f"{report}:{key}", [])
