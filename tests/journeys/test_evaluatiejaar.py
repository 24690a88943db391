"""A year of evaluating: notes and a score, a talk that brings them together, the next version."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton
from tests.demo_room import TODAY, DemoRoom, demo, demo_room, made_demo
from tests.journeys.demo_window import page, window
from tests.journeys.hands import type_day
from tests.journeys.office import choose, text_of
from tests.journeys.on_screen import words_in
from tests.pdf_checks import assert_pdf_ua

from planbureau.formats.outcomes import GoalOutcome
from planbureau.formats.reviews import Review
from planbureau.rules.file_check import Link
from planbureau.rules.notes.text import TextPart
from planbureau.services.api import Edition, PrintRequest, Workspace
from planbureau.ui.annexes.annexes_page import AnnexesPage
from planbureau.ui.annexes.finish_page import FinishPage
from planbureau.ui.places import OpenAnnexes
from planbureau.ui.shell.main_window import MainWindow
from planbureau.ui.wizard.fields.agreement_then import AgreementThen
from planbureau.ui.wizard.fields.choice import ChoiceField
from planbureau.ui.wizard.fields.date_answer import DateAnswerField
from planbureau.ui.wizard.fields.field import Field
from planbureau.ui.wizard.fields.goal_outcomes import GoalOutcomesField
from planbureau.ui.wizard.fields.reviews import ReviewsField
from planbureau.ui.wizard.plan_page import PlanPage
from planbureau.views import GoalView, LookView, NoteTopic, NoteView, ScaleView

__all__ = ["demo", "demo_room", "made_demo", "window"]

TALK = TODAY - timedelta(days=3)
LADDER = ScaleView(
    "", "", variable="boodschappen", start="Nooit.", better="Eén keer.", reached="Twee keer.",
    more="Drie keer.", most="Vier keer.",
)  # fmt: skip


@pytest.fixture
def plan(demo: Workspace, demo_room: DemoRoom) -> str:
    """Henk's plan, with a scale, a score, a note and an incident since the last talk; he points at faces."""
    row = next(r for r in demo.plans.rows() if r.subject_name.startswith("Henk") and r.format_id == "osp")
    client = demo.clients.client(row.client_ids[0])
    demo.clients.save_client(client, replace(client, mark_scale=3))
    goal = first_goal(demo, row.id)
    demo.looks.add_scale(replace(LADDER, goal_id=goal.id))
    demo.looks.add(LookView("", goal.id, TODAY - timedelta(weeks=2), score=-1))
    now = demo_room.clock.now()
    note = NoteView("", client.id, "", now, now, text=(TextPart("Henk betaalde zelf."),))
    demo.notes.add(replace(note, about=(NoteTopic("goal", goal.id),)))
    fell = (TextPart("Henk viel op de stoep. "), TextPart("Hij schrok.", impression=True))
    demo.notes.add(replace(note, text=fell, kind="incident", incident_kind="vallen"))
    return row.id


def first_goal(demo: Workspace, plan: str) -> GoalView:
    return demo.plans.plan(plan).goals[0]


def field(window: MainWindow, name: str) -> Field:
    shown = page(window)
    assert isinstance(shown, PlanPage)
    shown._open_question("", name)
    step = shown.current_page()
    assert step is not None
    return step.fields[name]


def tap(window: MainWindow, name: str, option: str) -> None:
    found = field(window, name)
    assert isinstance(found, ChoiceField)
    found._radios[option].click()
    assert found.flush()


def take(owner: Field, words: str) -> None:
    """Presses the button that takes a line into the text."""
    buttons = [b for b in owner.findChildren(QAbstractButton) if words in b.accessibleName()]
    assert buttons, f"nothing takes {words!r}"
    QTest.keyClick(buttons[0], Qt.Key.Key_Space)


def test_what_happened_comes_to_the_table_and_goes_into_the_next_version(
    window: MainWindow, demo: Workspace, plan: str
) -> None:
    window.go(OpenAnnexes(plan))
    annexes = page(window)
    assert isinstance(annexes, AnnexesPage)
    choose(annexes.menu(), "Evaluatieverslag")
    wizard = page(window)
    assert isinstance(wizard, PlanPage)
    assert wizard.desk is not None
    report = wizard.desk.plan_id
    tap(window, "soort", "gepland")
    day = field(window, "datum")
    assert isinstance(day, DateAnswerField)
    type_day(day._date, f"{TALK.day}-{TALK.month}-{TALK.year}")
    demo.plans.save_answer(report, "aanwezig", [{"function": "mentor"}], ())
    demo.plans.save_answer(report, "client_vindt", "Het gaat de goede kant op.", ())

    # a note and a score are taken over, not typed again; the client points at a face
    outcomes = field(window, "uitkomsten")
    assert isinstance(outcomes, GoalOutcomesField)
    goal = first_goal(demo, plan)
    card = outcomes.cards[goal.id]
    assert card.notes is not None
    assert card.scores is not None
    take(outcomes, "Henk betaalde zelf.")
    take(outcomes, "Eén keer.")
    card.editor._mark.press(3)
    assert outcomes.flush()
    said = GoalOutcome.read(demo.plans.plan(report).answer(f"uitkomsten/{goal.id}").value)
    assert said.how_seen == f"{TODAY.day} november {TODAY.year}: Henk betaalde zelf."
    assert (said.score, said.outcome, said.mark, said.mark_of) == (-1, "partly", 3, 3)

    # agreements and risks, one by one; the incident goes into a note
    kept = field(window, "afspraken_gehouden")
    assert isinstance(kept, ReviewsField)
    agreement, review = next(iter(kept.cards.items()))
    chip = review.chips.chip("deels")
    assert chip is not None
    chip.click()
    QTest.keyClicks(review.note.focus_target(), "Op zondag lukte het niet.")
    assert kept.flush()
    stored = demo.plans.plan(report).answer(f"afspraken_gehouden/{agreement}").value
    assert Review.read(stored) == Review("deels", "Op zondag lukte het niet.")
    then = review.then
    assert isinstance(then, AgreementThen)
    changes = then.chips.chip("changes")
    assert changes is not None
    QTest.keyClick(changes, Qt.Key.Key_Space)
    assert then.editor is not None
    words = then.editor.focus_target()
    QTest.keyClick(words, Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClicks(words, " Niet op zondag.")
    assert kept.flush()
    was = next(one for one in demo.plans.plan(plan).agreements if one.id == agreement)
    demo.plans.save_answer(
        report, "nieuwe_afspraken", [{"id": "n", "wat": "Henk belt zelf.", "hoe_vaak": "op maandag"}], ()
    )
    risks = field(window, "risicos_opnieuw")
    assert isinstance(risks, ReviewsField)
    assert risks.incidents is not None
    take(risks, "Henk viel op de stoep.")
    first = next(iter(risks.cards.values()))
    assert "Henk viel op de stoep. (indruk: Hij schrok.)" in first.note.value()
    again = first.chips.chip("anders")
    assert again is not None
    again.click()
    assert risks.flush()
    step = wizard.current_page()
    assert step is not None
    shown = {question for question, found in step.fields.items() if found.isVisible()}
    assert shown.isdisjoint({"risicos_bekeken", "risicos_wat"}), (
        "who looked at each of them is not asked again"
    )
    tap(window, "akkoord_client", "ja")
    demo.plans.save_answer(report, "akkoord_hoe", "mondeling", ())
    demo.plans.save_answer(report, "geen_handtekening", "Henk zegt het liever.", ())

    # a goal without a decision keeps it from closing, and nothing of it from being kept
    blocking = [gate.text for gate in demo.annexes.check(report, TODAY).gates if gate.blocks]
    assert any("Doel 1" in text for text in blocking)
    for other in demo.plans.plan(report).goals:
        known = demo.plans.plan(report).answers.get(f"uitkomsten/{other.id}")
        before = GoalOutcome.read(known.answer.value) if known else GoalOutcome()
        done = replace(
            before,
            outcome=before.outcome or "partly",
            how_seen=before.how_seen or "Samen gezien.",
            decision="adjust" if other.id == goal.id else "continue",
            new_sentence="Henk betaalt drie boodschappen." if other.id == goal.id else "",
            new_date="2027-05-01",
        )
        heads = known.heads if known else ()
        demo.plans.save_answer(report, f"uitkomsten/{other.id}", done.to_json(), heads)
    assert [g.text for g in demo.annexes.check(report, TODAY).gates if g.blocks] == []
    wizard.header.adopt.click()
    finish = page(window)
    assert isinstance(finish, FinishPage)
    told = " ".join(words_in(finish.close_card))
    assert "bijstellen. Wordt: Henk betaalt drie boodschappen. Nieuwe datum: 1 mei 2027." in told
    finish.close_card.button.click()
    assert finish._finished is not None

    # what was decided is the concept of the next version, and the score and the face stay with the goal
    now = demo.plans.plan(plan)
    assert now.status == "concept_beside_active"
    assert first_goal(demo, plan).sentence == "Henk betaalt drie boodschappen."
    agreed = {one.id: one for one in now.agreements}
    assert agreed[agreement].what == f"{was.what} Niet op zondag."
    assert (agreed[agreement].who, agreed[agreement].when) == (was.who, was.when)
    assert [one.when for one in now.agreements if one.what == "Henk belt zelf."] == ["op maandag"]
    adopted = demo.plans.version_plan(plan, now.version).agreements
    assert next(one for one in adopted if one.id == agreement).what == was.what
    looks = [look for look in demo.looks.of_goal(goal.id) if look.source_id == report]
    assert [(look.score, look.mark, look.mark_of) for look in looks] == [(-1, 3, 3)]

    # on paper for the file and in easy words, and in the thread of the goal
    full = demo.prints.render(PrintRequest(report, Edition.PROFESSIONAL)).pdf
    easy = demo.prints.render(PrintRequest(report, Edition.EASY)).pdf
    for paper in (full, easy):
        assert_pdf_ua(paper)
    assert "Op zondag lukte het niet." in text_of(full)
    assert "Niet op zondag." in text_of(full)
    assert "Dit wordt het" in text_of(easy)
    assert "goed (3 van 3)" in text_of(full)
    assert "Dat lukte soms" in text_of(easy)
    thread = demo.file_check.thread(plan, goal.id)
    part = next(one for one in thread.parts if one.link is Link.EVALUATION)
    assert part.entries[-1].title == "Evaluatieverslag: deels behaald, bijstellen"
    assert part.entries[-1].on == TALK
    looked = next(entry for entry in part.entries if entry.title == "Kijkmoment")
    assert looked.lines == ("Score -1: Eén keer.",)

    # the next report begins where this one ended
    following, _ = demo.annexes.start(plan, "evaluatieverslag")
    assert demo.notes.since(following) == TALK
    assert isinstance(TALK, date)


def test_a_halfway_talk_asks_a_decision_about_every_goal_and_a_first_one_does_not(
    demo: Workspace, plan: str
) -> None:
    talk, _ = demo.annexes.start(plan, "bespreking")
    demo.plans.save_answer(talk, "soort", "eerste", ())

    def asked() -> list[str]:
        gates = demo.annexes.check(talk, TODAY).gates
        return [gate.text for gate in gates if gate.blocks and gate.text.startswith("Doel")]

    assert asked() == []
    heads = demo.plans.plan(talk).answers["soort"].heads
    demo.plans.save_answer(talk, "soort", "halfjaar", heads)
    assert len(asked()) == len(demo.plans.plan(talk).goals)


def test_where_notes_are_kept_elsewhere_a_few_lines_per_goal_are_asked(
    window: MainWindow, demo: Workspace, plan: str
) -> None:
    organisation = demo.organisation.organisation()
    demo.organisation.save(organisation, replace(organisation, reports_elsewhere=True))
    window.go(OpenAnnexes(plan))
    annexes = page(window)
    assert isinstance(annexes, AnnexesPage)
    choose(annexes.menu(), "Evaluatieverslag")
    outcomes = field(window, "uitkomsten")
    assert isinstance(outcomes, GoalOutcomesField)
    card = next(iter(outcomes.cards.values()))
    happened = card.editor._texts["happened"]
    assert not happened.isHidden()
    QTest.keyClicks(happened.focus_target(), "Twee keer in de week.")
    assert outcomes.flush()
    wizard = page(window)
    assert isinstance(wizard, PlanPage)
    assert wizard.desk is not None
    stored = demo.plans.plan(wizard.desk.plan_id).answer(card.key).value
    assert GoalOutcome.read(stored).happened == "Twee keer in de week."
