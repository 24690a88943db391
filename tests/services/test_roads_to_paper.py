"""What is not for somebody, along the roads by which it could still reach them: scores, reports, dates."""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any

import pypdfium2
import pytest
from sqlalchemy import event
from sqlalchemy.engine import Engine
from tests.services.test_evaluation_report import SAID
from tests.vault_room import DAY, VaultRoom

from planbureau.rules.notes.text import TextPart
from planbureau.services.api import (
    AgendaPrint,
    Edition,
    FileCheckPrint,
    GoalsPrint,
    GoalsShape,
    NotesPrint,
    PrintRequest,
    Workspace,
)
from planbureau.services.api.annexes import FinishAnnex
from planbureau.services.api.sending import SendChoice
from planbureau.views import ActionView, GoalView, LookView, NoteTopic, NoteView, PersonView, RelationView

REMARK = "Slaapt sinds de ruzie met moeder bij een vriend"
OUTCOME = "Jonas zegt dat hij thuis niet meer durft te slapen"


@dataclass
class Jonas:
    """A young man with a plan, one goal with an action, and his mother who reads along."""

    room: VaultRoom
    workspace: Workspace
    client: str
    mother: str
    plan: str
    goal: str
    action: str

    @property
    def own(self) -> str:
        return self.workspace.clients.client(self.client).person.id

    def note(self, words: str, *scores: LookView, **more: Any) -> str:
        now = self.room.clock.now()
        view = replace(NoteView("", self.client, "", now, now, text=(TextPart(words),)), **more)
        return self.workspace.notes.add(view, scores)[0]

    def keep(self, kind: str, target: str) -> None:
        self.workspace.clients.restrict(kind, target, [self.mother], "Jonas vertelt het zelf.")

    def papers(self, reader: str) -> dict[str, str]:
        """The words of every road, as this reader gets them."""
        prints, audience = self.workspace.prints, (reader,)
        goals = GoalsPrint(self.client, (self.plan,), (self.goal,), GoalsShape.IN_TIME, audience=audience)
        first, last = DAY - timedelta(days=60), DAY
        made = {
            "plan": prints.render(PrintRequest(self.plan, Edition.PROFESSIONAL, audience=audience)).pdf,
            "over time": prints.render_goals(goals).pdf,
            "file check": prints.render_file_check(FileCheckPrint(self.plan, audience=audience)).pdf,
            "notes": prints.render_notes(NotesPrint((self.client,), first, last, audience)).pdf,
        }
        told = {name: text_of(pdf) for name, pdf in made.items()}
        file = json.loads(self.workspace.exchange.export_client(self.client, audience))
        return {**told, "portable": json.dumps(file, ensure_ascii=False)}

    def roads_of(self, words: str, reader: str) -> set[str]:
        """Where this reader finds these words."""
        return {road for road, text in self.papers(reader).items() if words in text}

    def report(self, **said: str) -> str:
        """A report of a talk, finished, that says this of the goal."""
        report, _ = self.workspace.annexes.start(self.plan, "evaluatieverslag")
        done = {"outcome": "partly", "how_seen": OUTCOME, "decision": "continue", **said}
        for key, value in {**SAID, f"uitkomsten/{self.goal}": done}.items():
            self.workspace.plans.save_answer(report, key, value, ())
        return report


def text_of(pdf: bytes) -> str:
    pages = pypdfium2.PdfDocument(pdf)
    text = " ".join(" ".join(page.get_textpage().get_text_bounded().split()) for page in pages)
    pages.close()
    return text


@pytest.fixture
def jonas(room: VaultRoom, workspace: Workspace) -> Jonas:
    born = date(2008, 2, 29)
    person = PersonView(given_name="Jonas", family_name="Bedacht", birth_date=born)
    client, _ = workspace.clients.add_client(person)
    mother, _ = workspace.clients.add_person(PersonView(given_name="Wilma", family_name="Bedacht"))
    workspace.clients.add_relation(RelationView("", client, workspace.clients.person(mother), role="moeder"))
    plan, _ = workspace.plans.start_plan("osp", client)
    goal, _ = workspace.goals.add_goal(GoalView("", plan, 0, sentence="Jonas slaapt thuis.", status="active"))
    action, _ = workspace.goals.add_action(ActionView("", goal, "a", what="Slot op de kamerdeur."))
    return Jonas(room, workspace, client, mother, plan, goal, action)


@pytest.mark.parametrize("corrected", [False, True], ids=["marked", "a correction is marked"])
def test_a_score_goes_where_the_note_goes_with_which_it_was_given(jonas: Jonas, *, corrected: bool) -> None:
    look = LookView("", jonas.goal, DAY, change="yes", remark=REMARK)
    note = jonas.note("Gesprek op school.", look, about=(NoteTopic("goal", jonas.goal),))
    assert jonas.roads_of(REMARK, jonas.mother) >= {"file check", "portable"}
    later = jonas.note("Gesprek op school, met de mentor.", replaces=note) if corrected else note
    jonas.keep("note", later)
    assert jonas.roads_of(REMARK, jonas.mother) == set()
    assert jonas.roads_of(REMARK, jonas.own) >= {"file check", "portable"}


def test_a_look_that_corrects_one_of_such_a_note_stays_away_too(jonas: Jonas) -> None:
    first = LookView("", jonas.goal, DAY, change="yes", remark="Eerst zo.")
    note = jonas.note("Gesprek op school.", first, about=(NoteTopic("goal", jonas.goal),))
    (look,) = jonas.workspace.looks.of_goal(jonas.goal)
    jonas.workspace.looks.add(replace(first, remark=REMARK, replaces=look.id))
    assert jonas.roads_of(REMARK, jonas.mother) >= {"file check", "portable"}
    jonas.keep("note", note)
    assert jonas.roads_of(REMARK, jonas.mother) == set()
    assert jonas.roads_of(REMARK, jonas.own) >= {"file check", "portable"}


def test_many_notes_that_the_client_may_not_read_ask_no_more_of_the_vault(jonas: Jonas) -> None:
    asked: list[str] = []

    def listen(_: object, __: object, statement: str, *___: object) -> None:
        asked.append(statement)

    counts = []
    look = LookView("", jonas.goal, DAY, change="yes", remark=REMARK)
    for many in (1, 9):
        for _ in range(many):
            jonas.note("Overleg.", look, about=(NoteTopic("goal", jonas.goal),), for_client=False)
        asked.clear()
        event.listen(Engine, "before_cursor_execute", listen)
        jonas.workspace.looks.of_plan(jonas.plan)
        event.remove(Engine, "before_cursor_execute", listen)
        counts.append(len(asked))
    assert counts[0] == counts[1] > 0


def test_a_score_of_a_note_that_the_client_may_not_read_is_not_for_the_client(jonas: Jonas) -> None:
    look = LookView("", jonas.goal, DAY, change="yes", remark=REMARK)
    jonas.note("Overleg.", look, about=(NoteTopic("goal", jonas.goal),), for_client=False)
    assert jonas.roads_of(REMARK, jonas.own) == set()
    assert jonas.roads_of(REMARK, jonas.mother) >= {"file check", "portable"}


@pytest.mark.parametrize("part", [True, False], ids=["of one goal", "of the whole question"])
def test_what_a_report_says_of_a_goal_stays_away_from_the_file_check_and_the_file(
    jonas: Jonas, *, part: bool
) -> None:
    report = jonas.report()
    jonas.workspace.annexes.finish(FinishAnnex(report, DAY))
    assert jonas.roads_of(OUTCOME, jonas.mother) >= {"file check", "portable"}
    jonas.keep("answer", f"{report}:uitkomsten/{jonas.goal}" if part else f"{report}:uitkomsten")
    assert jonas.roads_of(OUTCOME, jonas.mother) == set()
    assert jonas.roads_of(OUTCOME, jonas.own) >= {"file check", "portable"}


def test_an_action_of_a_goal_that_is_not_for_somebody_is_not_named_below_a_note(jonas: Jonas) -> None:
    jonas.note("Er is gemeten.", about=(NoteTopic("action", jonas.action),))
    assert "Slot op de kamerdeur" in jonas.papers(jonas.mother)["notes"]
    jonas.keep("goal", jonas.goal)
    assert jonas.roads_of("Slot op de kamerdeur", jonas.mother) == set()


def test_a_mark_that_comes_with_a_correction_goes_along_to_the_plan(jonas: Jonas) -> None:
    workspace, report = jonas.workspace, jonas.report()
    row = {"id": "r1", "wat": "Jonas belt op zondag.", "wie": [{"function": "mentor"}]}
    workspace.plans.save_answer(report, "nieuwe_afspraken", [row], ())
    workspace.annexes.finish(FinishAnnex(report, DAY))
    workspace.annexes.reopen(report)
    jonas.keep("answer", f"{report}:nieuwe_afspraken")
    heads = workspace.plans.plan(report).answers["nieuwe_afspraken"].heads
    told = "Jonas belt op zondag, zonder dat Wilma het weet."
    workspace.plans.save_answer(report, "nieuwe_afspraken", [{**row, "wat": told}], heads)
    workspace.annexes.finish(FinishAnnex(report, DAY, reason="Preciezer opgeschreven."))
    (agreement,) = workspace.plans.plan(jonas.plan).agreements
    assert agreement.what == told
    assert jonas.roads_of(told, jonas.mother) == set()


def test_a_birthday_that_is_not_for_somebody_does_not_stand_in_the_calendar_on_paper_or_go_out(
    jonas: Jonas,
) -> None:
    workspace = jonas.workspace
    home, _ = workspace.clients.add_household("Gezin Bedacht")
    child = PersonView(given_name="Puk", family_name="Bedacht", birth_date=date(2010, 6, 1))
    puk, _ = workspace.clients.add_client(child)
    person = workspace.clients.client(puk).person.id
    workspace.clients.add_member(home, person, "kind")
    workspace.clients.add_member(home, jonas.mother, "moeder")
    plan, _ = workspace.plans.start_plan("gzp", household_id=home)
    workspace.plans.save_frame(workspace.plans.plan(plan), ["jeugdwet"], [], {"datum_start_hulp": DAY})
    terms = tuple(one for one in workspace.calendar.deadlines(household_id=home) if one.deadline.last_date)
    born = [one for one in terms if one.deadline.trigger == "geboortedatum"]
    assert born

    def on_paper() -> str:
        asked = AgendaPrint("Agenda", (("Alles", terms),), subject_id=home)
        return text_of(workspace.prints.render_agenda(asked).pdf)

    def going() -> set[str]:
        found = workspace.sending.outgoing(terms, SendChoice())
        return {one.summary for one in found if one.proposed}

    told = born[0].deadline.title
    assert told in on_paper()
    before = going()
    jonas.keep("person_field", f"{person}:birth_date")
    assert told not in on_paper()
    assert len(going()) < len(before)
    assert "Termijn" in " ".join(one.summary for one in workspace.sending.outgoing(terms, SendChoice()))
