"""A report that is added to or corrected after it was finished: everything it did is counted once."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date

import pytest
from tests.services.test_evaluation_report import SAID, goal, plan_of, terms, workspace, write
from tests.vault_room import DAY

from planbureau.errors import InvalidInputError
from planbureau.services.api import Workspace
from planbureau.services.api.annexes import FinishAnnex
from planbureau.views import LookView, PlanView, ScaleView

__all__ = ["workspace"]

START = {"datum_laatste_planbespreking": date(2025, 9, 10)}
LEVELS = {"start": "Nooit.", "better": "Een keer.", "reached": "Twee keer.", "more": "Drie.", "most": "Vier."}
COOK, SING, BUS = "Noor kookt drie keer per week.", "Noor zingt elke week.", "Noor reist alleen met de bus."
DECIDED: dict[str, dict[str, object]] = {
    COOK: {"score": -1, "how_seen": "Twee keer.", "decision": "adjust", "new_sentence": "Vier keer koken.",
           "new_date": "2026-09-01", "mark": 2, "mark_of": 3},
    SING: {"outcome": "reached", "how_seen": "Elke week.", "decision": "keep"},
    BUS: {"outcome": "not_reached", "how_seen": "Te druk.", "decision": "stop", "reason": "Wil niet meer."},
}  # fmt: skip


class Desk:
    """A finished evaluation report about three goals, of which the first has a scale."""

    def __init__(self, workspace: Workspace) -> None:
        self.workspace = workspace
        self.plan_id = plan_of(workspace, "osp", "wlz", START)
        self.goals = {words: goal(workspace, self.plan_id, words) for words in DECIDED}
        workspace.looks.add_scale(ScaleView("", self.goals[COOK], variable="koken", **LEVELS))  # type: ignore[arg-type]
        self.report, _ = workspace.annexes.start(self.plan_id, "evaluatieverslag")
        write(workspace, self.report, dict(SAID))
        for words, said in DECIDED.items():
            write(workspace, self.report, {f"uitkomsten/{self.goals[words]}": said})
        self.finish()

    @property
    def view(self) -> PlanView:
        return self.workspace.plans.plan(self.report)

    def finish(self, reason: str = "") -> int:
        made, _ = self.workspace.annexes.finish(FinishAnnex(self.report, DAY, reason=reason))
        return made.version.number

    def change(self, key: str, value: object) -> None:
        known = self.view.answers.get(key)
        self.workspace.plans.save_answer(self.report, key, value, known.heads if known else ())

    def decide(self, words: str, **changes: object) -> None:
        self.change(f"uitkomsten/{self.goals[words]}", {**DECIDED[words], **changes})

    def now(self, words: str) -> tuple[str, str, date | None]:
        found = next(
            one for one in self.workspace.plans.plan(self.plan_id).goals if one.id == self.goals[words]
        )
        return found.status, found.sentence, found.target_date

    def looks(self) -> list[LookView]:
        """Those that count: what was corrected stays, and is left out of every picture."""
        found = self.workspace.looks.of_plan(self.plan_id)
        return [look for look in found if not look.replaced_by]

    def records(self) -> dict[str, list[dict[str, str]]]:
        records: dict[str, list[dict[str, str]]] = json.loads(
            self.workspace.exchange.export_plan(self.plan_id)
        )["records"]
        return records

    def counted(self) -> object:
        """Everything that the report did, each time it did it."""
        plan = self.workspace.plans.plan(self.plan_id)
        return (
            [(look.goal_id, look.on, look.score, look.mark) for look in self.looks()],
            [self.now(words) for words in DECIDED],
            dict(plan.triggers),
            terms(self.workspace, self.plan_id),
            sorted((one["rule_id"], one["on"]) for one in self.records()["done"]),
        )


@pytest.fixture
def desk(workspace: Workspace) -> Desk:
    return Desk(workspace)


def test_an_addition_keeps_what_was_looked_at_and_counts_nothing_again(desk: Desk) -> None:
    before = desk.counted()
    desk.change("afschrift", DAY.isoformat())
    assert [one.sentence for one in desk.view.goals] == [COOK, SING, BUS]
    assert desk.finish() == 2
    assert [one.sentence for one in desk.view.goals] == [COOK, SING, BUS], "also the goal that stopped"
    assert desk.counted() == before


def test_the_agreed_day_is_there_to_prepare_and_is_not_typed_again(desk: Desk) -> None:
    (meeting,) = desk.workspace.tasks.meetings(desk.plan_id)
    assert (meeting.id, meeting.on) == ("", date(2026, 8, 1))
    desk.workspace.tasks.prepare(desk.plan_id, meeting.on)
    assert {one.meeting_on for one in desk.workspace.tasks.tasks(plan_id=desk.plan_id)} == {meeting.on}
    talk, _ = desk.workspace.annexes.start(desk.plan_id, "bespreking")
    write(desk.workspace, talk, {"datum": "2026-07-20"})
    assert [one.on for one in desk.workspace.tasks.meetings(desk.plan_id)] == [date(2026, 7, 20)]


def test_scores_are_of_the_day_of_the_talk(desk: Desk) -> None:
    (look,) = desk.looks()
    assert (look.on, look.score) == (date(2026, 3, 12), -1)


def test_a_correction_without_a_difference_makes_no_version(desk: Desk) -> None:
    before = desk.counted()
    desk.workspace.annexes.reopen(desk.report)
    assert desk.view.status == "correcting"
    assert desk.finish() == 1
    assert (desk.view.status, desk.counted()) == ("active", before)


def test_another_day_moves_the_evaluation_its_score_and_the_terms_and_leaves_the_rest(desk: Desk) -> None:
    cook = desk.workspace.goals.goal(desk.goals[COOK])
    desk.workspace.goals.save_goal(cook, replace(cook, sentence="Samen nog eens opgeschreven."))
    statuses = [desk.now(words)[0] for words in DECIDED]
    desk.workspace.annexes.reopen(desk.report)
    desk.change("datum", "2026-03-02")
    desk.change("volgende_datum", "2026-07-01")
    with pytest.raises(InvalidInputError, match="wat je verbeterde"):
        desk.finish()
    assert desk.finish("Het was tien dagen eerder.") == 2
    done = sorted((one["rule_id"], one["on"]) for one in desk.records()["done"])
    assert done == [("evaluatie", "2026-03-02"), ("volgende evaluatie", "2026-07-01")]
    assert terms(desk.workspace, desk.plan_id)["WLZ-05"][0] == date(2026, 4, 13)
    assert [(look.on, look.score) for look in desk.looks()] == [(date(2026, 3, 2), -1)]
    assert [desk.now(words)[0] for words in DECIDED] == statuses
    assert desk.now(COOK)[1] == "Samen nog eens opgeschreven.", "nobody decided otherwise about its words"
    versions = desk.view.versions
    assert [one.reason for one in versions] == ["", "Het was tien dagen eerder."]
    assert desk.workspace.plans.version_plan(desk.report, 1).answer("datum").value == "2026-03-12"


def test_another_score_takes_the_place_of_the_first_one(desk: Desk) -> None:
    desk.workspace.annexes.reopen(desk.report)
    desk.decide(COOK, score=0)
    desk.finish("De score stond verkeerd.")
    (look,) = desk.looks()
    assert (look.score, look.mark, bool(look.replaces)) == (0, 2, True)
    desk.workspace.annexes.reopen(desk.report)
    desk.decide(COOK, score=None, outcome="partly", mark=None, mark_of=None)
    desk.finish("Er is niet gescoord.")
    (look,) = desk.looks()
    assert (look.score, look.feeling, look.remark) == (None, None, "In het verslag weggehaald.")
    assert len(desk.workspace.looks.of_plan(desk.plan_id)) == 3, "each stays readable"


CORRECTED: tuple[tuple[str, dict[str, object], tuple[str, str, date | None]], ...] = (
    # which goal, what the report says now, and how the goal stands (D2): by a way that there is
    (COOK, {"decision": "continue", "new_sentence": ""}, ("active", COOK, date(2026, 9, 1))),
    (COOK, {"decision": "continue", "new_sentence": "", "new_date": ""}, ("active", COOK, None)),
    (COOK, {"new_sentence": "Vijf keer koken."}, ("active", "Vijf keer koken.", date(2026, 9, 1))),
    (COOK, {"decision": "stop", "reason": "Geen zin meer."}, ("stopped", COOK, None)),
    (SING, {"outcome": "partly", "decision": "continue", "new_date": "2026-10-01"},
     ("active", SING, date(2026, 10, 1))),
    (BUS, {"decision": "continue", "new_date": "2026-10-01"}, ("stopped", BUS, None)),  # D2 knows no way back
)  # fmt: skip


@pytest.mark.parametrize(("words", "changes", "stands"), CORRECTED)
def test_another_decision_is_followed_from_where_the_report_found_the_goal(
    desk: Desk, words: str, changes: dict[str, object], stands: tuple[str, str, date | None]
) -> None:
    others = [desk.now(one) for one in DECIDED if one != words]
    desk.workspace.annexes.reopen(desk.report)
    desk.decide(words, **changes)
    desk.finish("Verkeerd opgeschreven.")
    if words != BUS:
        assert desk.now(words) == stands
    else:
        assert desk.now(words)[:2] == stands[:2]
    assert [desk.now(one) for one in DECIDED if one != words] == others


def test_a_correction_can_be_left_and_nothing_of_it_stays(desk: Desk) -> None:
    before = desk.counted()
    desk.workspace.annexes.reopen(desk.report)
    desk.change("client_vindt", "Toch niet zo goed.")
    desk.change("naasten_vinden", "Wij ook niet.")
    desk.workspace.annexes.leave_as_it_was(desk.report)
    assert desk.view.answer("client_vindt").value == "Het gaat goed."
    assert (desk.view.status, desk.view.version, desk.counted()) == ("active", 1, before)
    desk.workspace.annexes.reopen(desk.report)
    assert desk.view.answer("client_vindt").value == "Het gaat goed."
    assert not desk.view.answer("naasten_vinden").value


def test_only_a_finished_talk_is_opened_again(desk: Desk) -> None:
    statement, _ = desk.workspace.annexes.start(desk.plan_id, "eigen_verklaring")
    unfinished, _ = desk.workspace.annexes.start(desk.plan_id, "bespreking")
    for annex in (statement, unfinished):
        with pytest.raises(InvalidInputError, match="niet verbeteren"):
            desk.workspace.annexes.reopen(annex)
    with pytest.raises(InvalidInputError, match="wordt niet verbeterd"):
        desk.workspace.annexes.leave_as_it_was(desk.report)
