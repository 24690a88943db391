"""What is agreed in a talk stands in the concept of the next version, once, and nobody types it again."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from tests.services.test_evaluation_report import SAID, goal, plan_of, workspace, write
from tests.vault_room import DAY

from planbureau.services.api import Workspace
from planbureau.services.api.annexes import FinishAnnex
from planbureau.views import AgreementView, PersonView

__all__ = ["workspace"]

ROW: dict[str, object] = {
    "id": "r1",
    "wat": "Noor belt zelf de huisarts.",
    "wie": [{"function": "avonddienst"}],
    "hoe_vaak": "elke dinsdag",
    "wanneer": "2026-04-01",
}
Told = tuple[str, str, str, str]
"""What, the id of a person, a function, and when."""
POST, BED = ("Samen de post doen.", "", "mentor", ""), ("Om tien uur naar bed.", "", "mentor", "")
CALLS = ("Noor belt zelf de huisarts.", "", "avonddienst", "elke dinsdag (1 april 2026)")


class Table:
    """An ondersteuningsplan with two agreements and a goal, and an evaluation report about it."""

    def __init__(self, workspace: Workspace, format_id: str = "osp", kind: str = "evaluatieverslag") -> None:
        self.workspace = workspace
        self.plan_id = plan_of(workspace, format_id, "jeugdwet" if format_id == "gzp" else "wlz", {})
        self.goal = goal(workspace, self.plan_id, "Noor kookt drie keer per week.")
        for order, (what, _, who, _) in enumerate((POST, BED) if format_id == "osp" else ()):
            workspace.plans.add_agreement(AgreementView("", self.plan_id, order, what, who_function=who))
        self.kinds = {one.what: one.id for one in workspace.plans.plan(self.plan_id).agreements}
        self.report, _ = workspace.annexes.start(self.plan_id, kind)
        done = {"outcome": "partly", "how_seen": "Samen gezien.", "decision": "continue"}
        write(workspace, self.report, {**SAID, f"uitkomsten/{self.goal}": done})

    def say(self, key: str, value: object) -> None:
        known = self.workspace.plans.plan(self.report).answers.get(key)
        self.workspace.plans.save_answer(self.report, key, value, known.heads if known else ())

    def review(self, agreement: str, /, **said: str) -> None:
        self.say(f"afspraken_gehouden/{self.kinds[agreement]}", {"choice": "niet", **said})

    def finish(self, reason: str = "") -> bool:
        made, _ = self.workspace.annexes.finish(FinishAnnex(self.report, DAY, reason=reason))
        return made.plan_changed

    def correct(self, key: str, value: object) -> None:
        self.workspace.annexes.reopen(self.report)
        self.say(key, value)
        self.finish("Verkeerd opgeschreven.")

    def agreements(self) -> list[Told]:
        found = self.workspace.plans.plan(self.plan_id).agreements
        return [(one.what, one.who, one.who_function, one.when) for one in found]

    def actions(self) -> list[tuple[str, str, str, date | None, str]]:
        found = self.workspace.goals.goal(self.goal).actions
        return [(a.letter, a.what, a.responsible_function, a.done_by, a.status) for a in found]


@pytest.fixture
def table(workspace: Workspace) -> Table:
    return Table(workspace)


def test_a_row_becomes_an_agreement_of_the_next_version_with_who_and_when(table: Table) -> None:
    table.say("nieuwe_afspraken", [ROW, {"id": "r2", "wie": [{"function": "niemand"}]}])
    told = table.workspace.annexes.check(table.report, DAY)
    assert told.effects == ("Nieuwe vaste afspraak: Noor belt zelf de huisarts.",)
    assert table.finish()
    assert table.agreements() == [POST, BED, CALLS], "a row without words is no agreement"


def test_with_the_number_of_a_goal_it_is_an_action_of_that_goal(table: Table) -> None:
    table.say(
        "nieuwe_afspraken", [{**ROW, "doel": 1}, {**ROW, "id": "r2", "wat": "Wie kookt, kiest.", "doel": 7}]
    )
    told = table.workspace.annexes.check(table.report, DAY)
    assert told.effects[0] == "Nieuwe actie bij doel 1: Noor belt zelf de huisarts."
    words = "Afspraak “Wie kookt, kiest.”: doel 7 staat niet in het plan"
    assert [gate.blocks for gate in told.gates if gate.text == words] == [False]
    table.finish()
    assert table.actions() == [("a", ROW["wat"], "avonddienst", date(2026, 4, 1), "not_started")]
    assert [one[0] for one in table.agreements()] == [POST[0], BED[0], "Wie kookt, kiest."]


def test_a_row_with_two_people_is_for_both(table: Table) -> None:
    els, piet = (
        table.workspace.clients.add_person(PersonView(given_name=name))[0] for name in ("Els", "Piet")
    )
    both = {"wie": [{"person": els}, {"person": piet}], "hoe_vaak": "op vrijdag", "wanneer": None}
    table.say("nieuwe_afspraken", [{**ROW, **both}, {**ROW, **both, "id": "r2", "doel": 1}])
    table.finish()
    assert table.agreements()[2:] == [(ROW["wat"], one, "", "op vrijdag") for one in (els, piet)]
    (action,) = table.workspace.goals.goal(table.goal).actions
    assert (action.responsible_person, action.helpers) == (els, (piet,))


def test_two_rows_with_the_same_words_are_two_when_somebody_else_or_another_day_is_meant(
    table: Table,
) -> None:
    later, other = {**ROW, "id": "r2", "wanneer": "2026-05-01"}, {**ROW, "id": "r3", "wie": []}
    table.say("nieuwe_afspraken", [ROW, later, other, {**ROW, "id": "r4"}])
    table.finish()
    assert len(table.agreements()) == 5, "the fourth says nothing else than the first"
    table.correct("nieuwe_afspraken", [ROW, later, other, {**ROW, "id": "r4", "wat": "Els belt mee."}])
    assert [one[0] for one in table.agreements()][2:] == [ROW["wat"]] * 3 + ["Els belt mee."]
    table.correct("nieuwe_afspraken", [ROW, later, other])
    assert [one[0] for one in table.agreements()][2:] == [ROW["wat"]] * 3


def test_an_agreement_that_was_there_changes_or_stops(table: Table) -> None:
    table.review(POST[0], then="changes", what="Noor doet zelf de post.", function="Noor", when="op vrijdag")
    table.review(BED[0], then="ends")
    assert table.workspace.annexes.check(table.report, DAY).effects == (
        "Vaste afspraak verandert: Samen de post doen.",
        "Vaste afspraak stopt: Om tien uur naar bed.",
    )
    table.finish()
    assert table.agreements() == [("Noor doet zelf de post.", "", "Noor", "op vrijdag")]
    looked_at = table.workspace.plans.plan(table.report).agreements
    assert [one.what for one in looked_at] == [POST[0], BED[0]], "the report keeps what was looked at"


def test_what_somebody_typed_in_the_plan_already_is_not_written_twice(table: Table) -> None:
    mine = AgreementView("", table.plan_id, what=CALLS[0], who_function=CALLS[2], when=CALLS[3])
    table.workspace.plans.add_agreement(mine)
    table.say("nieuwe_afspraken", [ROW])
    table.finish()
    assert table.agreements().count(CALLS) == 1


def test_what_is_not_for_somebody_in_the_report_is_not_for_them_in_the_plan(table: Table) -> None:
    clients = table.workspace.clients
    els, _ = clients.add_person(PersonView(given_name="Els"))
    for key in ("nieuwe_afspraken", "afspraken_gehouden"):
        clients.restrict("answer", f"{table.report}:{key}", [els], "Op verzoek van Noor.")
    table.say("nieuwe_afspraken", [ROW, {**ROW, "id": "r2", "doel": 1}])
    table.review(POST[0], then="changes", what="Noor doet zelf de post.")
    table.finish()
    plan = table.workspace.plans.plan(table.plan_id)
    marked = {mark.target_id for mark in plan.restrictions if mark.not_for == (els,)}
    kept = {one.what for one in plan.agreements if one.id in marked}
    assert kept == {"Noor doet zelf de post.", CALLS[0]}, "what was not spoken of stays for everybody"
    assert [one.id in marked for one in plan.goals[0].actions] == [True]


def test_a_sentence_that_is_not_for_somebody_in_the_report_is_not_for_them_as_a_goal(table: Table) -> None:
    clients, key = table.workspace.clients, f"uitkomsten/{table.goal}"
    els, _ = clients.add_person(PersonView(given_name="Els"))
    clients.restrict("answer", f"{table.report}:{key}", [els], "Op verzoek van Noor.")
    said = {"outcome": "partly", "how_seen": "Samen gezien.", "decision": "adjust"}
    table.say(key, {**said, "new_sentence": "Noor kookt zonder dat Els erbij is."})
    table.finish()
    plan = table.workspace.plans.plan(table.plan_id)
    marks = [(mark.target_kind, mark.target_id, mark.not_for) for mark in plan.restrictions]
    assert marks == [("goal", table.goal, (els,))]


CORRECTIONS: tuple[tuple[str, list[dict[str, object]], list[Told]], ...] = (
    ("nothing differs", [ROW], [POST, BED, CALLS]),
    (
        "other words",
        [{**ROW, "wat": "Noor belt de tandarts."}],
        [POST, BED, ("Noor belt de tandarts.", *CALLS[1:])],
    ),
    ("another day", [{**ROW, "wanneer": None}], [POST, BED, (*CALLS[:3], "elke dinsdag")]),
    ("one more", [ROW, {"id": "r2", "wat": "Meer."}], [POST, BED, CALLS, ("Meer.", "", "", "")]),
    ("taken out", [], [POST, BED]),
    ("an action after all", [{**ROW, "doel": 1}], [POST, BED]),
)


@pytest.mark.parametrize(("name", "rows", "stands"), CORRECTIONS, ids=[one[0] for one in CORRECTIONS])
def test_a_corrected_row_follows_and_is_never_there_twice(
    table: Table, name: str, rows: list[dict[str, object]], stands: list[Told]
) -> None:
    table.say("nieuwe_afspraken", [ROW])
    table.finish()
    table.correct("nieuwe_afspraken", rows)
    assert table.agreements() == stands, name
    assert len(table.actions()) == (name == "an action after all")
    table.correct("client_vindt", "Nog iets anders verbeterd.")
    assert table.agreements() == stands, "a next correction does nothing again"


def test_an_action_that_somebody_began_stays_when_its_row_is_taken_out(table: Table) -> None:
    table.say(
        "nieuwe_afspraken", [{**ROW, "doel": 1}, {**ROW, "id": "r2", "wat": "Pannen kopen.", "doel": 1}]
    )
    table.finish()
    first, _ = table.workspace.goals.goal(table.goal).actions
    table.workspace.goals.save_action(first, replace(first, status="active"))
    table.correct("nieuwe_afspraken", [])
    assert [(letter, status) for letter, *_, status in table.actions()] == [("a", "active"), ("b", "lapsed")]


def test_what_people_wrote_in_the_plan_since_is_never_overwritten(table: Table) -> None:
    table.say("nieuwe_afspraken", [ROW])
    table.review(POST[0], then="changes", what="Noor doet zelf de post.")
    table.finish()
    for one in table.workspace.plans.plan(table.plan_id).agreements:
        table.workspace.plans.save_agreement(one, replace(one, what=f"{one.what} Samen herschreven."))
    before = table.agreements()
    table.correct("nieuwe_afspraken", [{**ROW, "wat": "Iets anders."}])
    table.correct(f"afspraken_gehouden/{table.kinds[POST[0]]}", {"choice": "niet"})
    assert table.agreements() == before


@pytest.mark.parametrize("again", [{"then": "changes", "what": "Els doet de post."}, {"then": "ends"}, {}])
@pytest.mark.parametrize("first", [{"then": "changes", "what": "Noor doet zelf de post."}, {}])
def test_an_agreement_that_people_rewrote_since_stays_whatever_the_correction_says(
    table: Table, first: dict[str, str], again: dict[str, str]
) -> None:
    table.review(POST[0], **first)
    table.finish()
    for one in table.workspace.plans.plan(table.plan_id).agreements:
        table.workspace.plans.save_agreement(one, replace(one, what=f"{one.what} Samen herschreven."))
    before = table.agreements()
    table.correct(f"afspraken_gehouden/{table.kinds[POST[0]]}", {"choice": "wel", **again})
    assert table.agreements() == before


def test_before_a_correction_is_finished_it_says_only_what_it_will_do(table: Table) -> None:
    other = {"id": "r2", "wat": "Pannen kopen.", "doel": 1}
    table.say("nieuwe_afspraken", [ROW, other])
    table.review(POST[0], then="changes", what="Noor doet zelf de post.")
    table.review(BED[0], then="ends")
    table.finish()
    table.workspace.annexes.reopen(table.report)
    assert table.workspace.annexes.check(table.report, DAY).effects == ()
    table.say("nieuwe_afspraken", [{**ROW, "hoe_vaak": "elke week"}, {"id": "r3", "wat": "Opa kookt mee."}])
    table.review(POST[0], then="ends")
    table.review(BED[0])
    assert table.workspace.annexes.check(table.report, DAY).effects == (
        "Vaste afspraak stopt: Samen de post doen.",
        "Vaste afspraak blijft toch: Om tien uur naar bed.",
        "Vaste afspraak verandert: Noor belt zelf de huisarts.",
        "Actie bij doel 1 vervalt: Pannen kopen.",
        "Nieuwe vaste afspraak: Opa kookt mee.",
        "Wat iemand sinds het verslag in het plan heeft veranderd, blijft zoals het daar staat.",
    )


def test_a_correction_gives_back_what_changed_or_stopped_by_mistake(table: Table) -> None:
    table.review(POST[0], then="changes", what="Noor doet zelf de post.")
    table.review(BED[0], then="ends")
    table.finish()
    table.workspace.annexes.reopen(table.report)
    table.review(POST[0])
    table.review(BED[0], then="changes", what="Om elf uur naar bed.", function="mentor")
    table.finish("Verkeerd begrepen.")
    assert sorted(table.agreements()) == sorted([POST, ("Om elf uur naar bed.", "", "mentor", "")])


def test_a_plan_without_a_list_of_agreements_says_what_stays_in_the_report(workspace: Workspace) -> None:
    table = Table(workspace, "gzp")
    table.say("nieuwe_afspraken", [ROW, {**ROW, "id": "r2", "wat": "Opa kookt mee.", "doel": 1}])
    told = workspace.annexes.check(table.report, DAY)
    assert "Afspraak “Noor belt zelf de huisarts.”: komt niet in het plan" in [
        gate.text for gate in told.gates
    ]
    assert told.effects == ("Nieuwe actie bij doel 1: Opa kookt mee.",)
    table.finish()
    assert [one[1] for one in table.actions()] == ["Opa kookt mee."]
    assert table.agreements() == []
