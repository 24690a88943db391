"""An evaluation changes the goals, closes the open term, starts the next one, and the next version."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from tests.documents.samples import photo
from tests.pdf_checks import assert_pdf_ua, picture_words
from tests.vault_room import DAY, VaultRoom

from planbureau.errors import InvalidInputError
from planbureau.rules.deadlines import RequestKind, Status
from planbureau.services.api import Edition, PrintRequest, Workspace
from planbureau.services.api.annexes import FinishAnnex
from planbureau.views import GoalView, PersonView, RelationView, RequestView

TALK = date(2026, 3, 12)
NOOR = PersonView(given_name="Noor", family_name="Voorbeeld", birth_date=date(1990, 5, 1))
SAID = {
    "soort": "gepland",
    "datum": TALK.isoformat(),
    "aanwezig": [{"function": "persoonlijk begeleider"}],
    "client_vindt": "Het gaat goed.",
    "risicos_bekeken": "zelfde",
    "akkoord_client": "ja",
    "volgende_datum": "2026-08-01",
}


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    made = VaultRoom(tmp_path).create()
    yield made
    made.lock()


def plan_of(workspace: Workspace, format_id: str, regime: str, triggers: dict[str, date]) -> str:
    client_id, _ = workspace.clients.add_client(NOOR)
    home = ""
    if format_id == "gzp":
        home, _ = workspace.clients.add_household("Gezin Voorbeeld")
    plan_id, _ = workspace.plans.start_plan(format_id, client_id, home)
    workspace.plans.save_frame(workspace.plans.plan(plan_id), [regime], [], dict(triggers))
    return plan_id


def goal(workspace: Workspace, plan_id: str, sentence: str, status: str = "active") -> str:
    """A goal with the status that it would have later; adopting is not what is tested here."""
    goal_id, _ = workspace.goals.add_goal(GoalView("", plan_id, 0, sentence=sentence, status=status))
    return goal_id


def write(workspace: Workspace, annex_id: str, answers: dict[str, object]) -> None:
    for key, value in answers.items():
        workspace.plans.save_answer(annex_id, key, value, ())


def terms(workspace: Workspace, plan_id: str) -> dict[str, tuple[date | None, Status]]:
    return {one.rule_id: (one.last_date, one.status) for one in workspace.plans.plan(plan_id).deadlines}


def test_the_decisions_are_applied_and_the_words_stay(workspace: Workspace) -> None:
    plan_id = plan_of(workspace, "osp", "wlz", {"datum_laatste_planbespreking": date(2025, 9, 14)})
    cook = goal(workspace, plan_id, "Noor kookt drie keer per week.")
    sing = goal(workspace, plan_id, "Noor zingt elke week.")
    bus = goal(workspace, plan_id, "Noor reist alleen met de bus.")
    goal(workspace, plan_id, "Nog niet afgesproken.", "concept")
    report, _ = workspace.annexes.start(plan_id, "evaluatieverslag")
    assert [one.id for one in workspace.plans.plan(report).goals] == [cook, sing, bus]
    write(workspace, report, dict(SAID))
    needed = [gate.text for gate in workspace.annexes.check(report, DAY).gates if gate.blocks]
    assert needed == [f"Doel {n}: bespreek hoe het ging, en besluit samen" for n in (1, 2, 3)]
    with pytest.raises(InvalidInputError, match="zijn nog 3 dingen nodig"):
        workspace.annexes.finish(FinishAnnex(report, DAY))
    decided = {
        cook: {
            "score": -1,
            "how_seen": "Twee keer.",
            "decision": "adjust",
            "new_sentence": "Vier keer.",
            "new_date": "2026-09-01",
        },
        sing: {"outcome": "reached", "how_seen": "Elke week.", "decision": "keep", "client": "Leuk."},
        bus: {
            "outcome": "not_reached",
            "how_seen": "Te druk.",
            "decision": "stop",
            "reason": "Wil niet meer.",
        },
    }
    write(workspace, report, {f"uitkomsten/{name}": value for name, value in decided.items()})
    made, _ = workspace.annexes.finish(FinishAnnex(report, DAY))
    assert made.plan_changed
    goals = {one.id: one for one in workspace.plans.plan(plan_id).goals}
    assert (goals[cook].status, goals[cook].sentence) == ("active", "Vier keer.")
    assert goals[cook].status_reason == "", "what was seen is the reason of the outcome, not of going on"
    assert goals[cook].target_date == date(2026, 9, 1)
    assert goals[sing].status == "kept"
    assert (goals[bus].status, goals[bus].status_reason) == ("stopped", "Wil niet meer.")
    # the report keeps the goals as they were looked at, whatever became of them
    kept = {one.id: one for one in workspace.plans.plan(report).goals}
    assert (kept[cook].sentence, kept[cook].status) == ("Noor kookt drie keer per week.", "active")
    # what ended and was decided is not asked again
    again, _ = workspace.annexes.start(plan_id, "evaluatieverslag")
    assert [one.id for one in workspace.plans.plan(again).goals] == [cook, sing]
    # what went on and ended afterwards is
    workspace.goals.move_goal(cook, "reached")
    assert [one.id for one in workspace.plans.plan(again).goals] == [cook, sing]
    # a copy of the plan points at its own goals
    file = workspace.exchange.export_plan(plan_id)
    workspace.exchange.import_file(file, as_copy=True)
    copy = next(row.id for row in workspace.plans.rows() if row.id != plan_id)
    view = workspace.plans.plan(next(r.id for r in workspace.annexes.rows(copy) if r.status == "active"))
    own = {one.id for one in view.goals}
    assert {key.partition("/")[2] for key in view.answers if "/" in key} == own
    assert own.isdisjoint({cook, sing, bus})


TERMS = (
    # plan, law, trigger and day, rule, and when it is due after the talk of 12 March (rules A2, A3).
    # WLZ-04: six months on is 12 September, but two evaluations in twelve months make it the 10th.
    # GZP-02: the day that was agreed, within the six months that are the most.
    ("osp", "wlz", "datum_laatste_planbespreking", date(2025, 9, 10), "WLZ-04", date(2026, 9, 10)),
    ("gzp", "jeugdwet", "datum_start_plan", date(2025, 12, 1), "GZP-02", date(2026, 8, 1)),
)


@pytest.mark.parametrize(("format_id", "law", "trigger", "start", "rule", "after"), TERMS)
def test_the_open_term_is_closed_and_the_next_counts_from_the_talk(
    workspace: Workspace, format_id: str, law: str, trigger: str, start: date, rule: str, after: date
) -> None:
    plan_id = plan_of(workspace, format_id, law, {trigger: start})
    assert terms(workspace, plan_id)[rule][1] is Status.LATE
    report, _ = workspace.annexes.start(plan_id, "evaluatieverslag")
    write(workspace, report, dict(SAID))
    assert terms(workspace, plan_id)[rule][1] is Status.LATE  # only a finished report counts
    workspace.annexes.finish(FinishAnnex(report, DAY))
    assert terms(workspace, plan_id)[rule] == (after, Status.RUNNING)
    if law == "wlz":
        assert terms(workspace, plan_id)["WLZ-05"] == (date(2026, 4, 23), Status.RUNNING)


def test_a_newly_agreed_day_takes_the_place_of_the_old_one(workspace: Workspace) -> None:
    plan_id = plan_of(workspace, "gzp", "jeugdwet", {"datum_start_plan": date(2025, 12, 1)})
    for planned in ("2026-08-01", "2026-05-20"):
        report, _ = workspace.annexes.start(plan_id, "evaluatieverslag")
        write(workspace, report, {**SAID, "volgende_datum": planned})
        workspace.annexes.finish(FinishAnnex(report, DAY))
    assert terms(workspace, plan_id)["GZP-02"][0] == date(2026, 5, 20)


def test_a_talk_sets_the_last_discussion_unless_it_is_a_meeting_of_professionals(
    workspace: Workspace,
) -> None:
    plan_id = plan_of(workspace, "osp", "wlz", {"datum_laatste_planbespreking": date(2026, 1, 5)})
    said = {
        "datum": TALK.isoformat(),
        "ondersteuning": "ja_niet",
        "aan_tafel": [{"id": "1", "wie": [{"function": "huisarts"}]}],
        "verslag": "Alles kwam langs.",
        "tevreden_client": "Goed.",
        "akkoord_client": "ja",
    }
    for kind, expected in (("overleg", date(2026, 1, 5)), ("eerste", TALK)):
        talk, _ = workspace.annexes.start(plan_id, "bespreking")
        write(workspace, talk, {**said, "soort": kind})
        workspace.annexes.finish(FinishAnnex(talk, DAY))
        assert workspace.plans.plan(plan_id).triggers["datum_laatste_planbespreking"] == expected
    assert "WLZ-05" not in terms(workspace, plan_id)  # no evaluation was held
    (record,) = (
        r
        for r in json.loads(workspace.exchange.export_plan(plan_id))["records"]["plan"]
        if r["id"] == plan_id
    )
    assert [(h["old"], h["new"]) for h in record["trigger_history"]] == [("2026-01-05", "2026-03-12")]


@pytest.mark.parametrize("asked_before", [True, False])
def test_an_own_statement_answers_the_request(workspace: Workspace, *, asked_before: bool) -> None:
    """RCT-03: added to the file, unchanged; the reaction comes later."""
    plan_id = plan_of(workspace, "osp", "wlz", {})
    client = workspace.plans.plan(plan_id).client
    assert client is not None
    if asked_before:
        workspace.clients.add_request(
            RequestView("", client.id, RequestKind.OWN_STATEMENT.name, asked_on=TALK, requester="Noor")
        )
        assert terms(workspace, plan_id)["RCT-03"][1] is Status.LATE
    statement, _ = workspace.annexes.start(plan_id, "eigen_verklaring")
    words = "Dat klopt niet.\n\nIk ging alleen."
    write(
        workspace,
        statement,
        {"van_wie": [{"person": client.person.id}], "ontvangen": TALK.isoformat(), "tekst": words},
    )
    workspace.annexes.finish(FinishAnnex(statement, DAY))
    (request,) = workspace.clients.requests(client.id)
    assert (request.kind, request.asked_on, request.done_on) == ("OWN_STATEMENT", TALK, DAY)
    with pytest.raises(InvalidInputError, match="blijft zoals het is"):
        write(workspace, statement, {"tekst": "Mooier gezegd."})
    write(workspace, statement, {"reactie": "We hebben het besproken."})
    assert workspace.plans.plan(statement).answer("tekst").value == words


def test_a_statement_can_be_a_file_alone(workspace: Workspace, tmp_path: Path) -> None:
    plan_id = plan_of(workspace, "osp", "wlz", {})
    statement, _ = workspace.annexes.start(plan_id, "eigen_verklaring")
    write(workspace, statement, {"van_wie": [{"function": "zus"}], "ontvangen": TALK.isoformat()})
    assert workspace.annexes.check(statement, DAY).blocked
    scan = tmp_path / "brief.pdf"
    scan.write_bytes(b"%PDF-1.4")
    kept = workspace.plans.add_attachment(scan)
    file = {"sha256": kept.sha256, "name": kept.name, "media_type": kept.media_type, "caption": "De brief"}
    write(workspace, statement, {"stukken": [file]})
    assert not workspace.annexes.check(statement, DAY).blocked


def test_paper_of_a_talk(workspace: Workspace, tmp_path: Path) -> None:
    plan_id = plan_of(workspace, "osp", "wlz", {})
    client = workspace.plans.plan(plan_id).client
    assert client is not None
    people = [client.person.id]
    for name in ("Oma", "Ruben", "Gerda", "Mila", "Ans", "Bart", "Cees", "Dora"):
        person_id, _ = workspace.clients.add_person(PersonView(given_name=name, family_name="Verzonnen"))
        person = replace(PersonView(given_name=name, family_name="Verzonnen"), id=person_id)
        workspace.clients.add_relation(RelationView("", client.id, person, role="familie"))
        people.append(person_id)
    (tmp_path / "oma.jpg").write_bytes(photo("JPEG"))
    face = workspace.plans.add_attachment(tmp_path / "oma.jpg")
    granny = workspace.clients.person(people[1])
    workspace.clients.save_person(granny, replace(granny, photo=face.sha256))
    talk, _ = workspace.annexes.start(plan_id, "bespreking")
    rows = [{"id": str(n), "wie": [{"person": p}], "waarom": "Helpt mij " * 9} for n, p in enumerate(people)]
    write(workspace, talk, {"soort": "eerste", "datum": "2026-03-20", "aan_tafel": rows})
    write(workspace, talk, {"wil_bespreken": "Ik wil leren koken. " * 30, "liever_niet": "Over geld."})
    for edition in (Edition.PROFESSIONAL, Edition.TABLE):
        printed = workspace.prints.render(PrintRequest(talk, edition))
        assert_pdf_ua(printed.pdf)
        if edition is Edition.TABLE:
            preview = workspace.prints.preview(printed)
            assert preview.page_count == 1
            preview.close()
            assert [one for one in picture_words(printed.pdf) if "Foto" in one] == ["Foto van Oma"]


@pytest.mark.parametrize(
    ("how", "field"),
    [
        ({}, "target_date"),
        ({"kind": "keep"}, "target_date"),
        ({"kind": "keep", "target_date": None}, "look_date"),
        ({"kind": "recurring", "target_date": None}, "look_date"),
        ({"kind": "direction", "target_date": None, "form": "goz"}, "look_date"),
        ({"target_date": None, "no_end_date": True}, "look_date"),
    ],
)
def test_a_goal_that_goes_on_gets_its_new_day_where_it_had_one(
    workspace: Workspace, how: dict[str, object], field: str
) -> None:
    """Rules D2, D3: what has no end is looked at again on a day, also after it did not go well."""
    plan_id = plan_of(workspace, "osp", "wlz", {})
    made = GoalView("", plan_id, 0, sentence="Noor eet elke dag warm.", status="partly",
                    target_date=date(2026, 4, 1), look_date=date(2026, 4, 1))  # fmt: skip
    goal_id, _ = workspace.goals.add_goal(replace(made, **how))  # type: ignore[arg-type]
    workspace.goals.move_goal(goal_id, "active", on=date(2026, 9, 1))
    now = workspace.goals.goal(goal_id)
    days = {"target_date": now.target_date, "look_date": now.look_date}
    assert days.pop(field) == date(2026, 9, 1)
    assert set(days.values()) <= {None, date(2026, 4, 1)}
