"""Writing and reading progress notes: what is typed stays, an impression is marked, arrows go on."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot
from tests.ui.vault_fixtures import page_context, room, workspace
from tests.ui.walker import walk
from tests.vault_room import VaultRoom

from planbureau.rules.notes.text import TextPart, said_text
from planbureau.services.api import Workspace
from planbureau.ui.notes.fact_text import FactText
from planbureau.ui.notes.note_card import NoteCard
from planbureau.ui.notes.notes_page import SHOWN, NotesPage
from planbureau.ui.page import PageContext
from planbureau.ui.places import HomeVisit, OpenNotes
from planbureau.ui.theme.context import ThemeContext
from planbureau.views import ActionView, AgreementView, GoalView, NoteView, PersonView, ScaleView

__all__ = ["page_context", "room", "workspace"]

Show = Callable[..., NotesPage]


@pytest.fixture
def noor(workspace: Workspace) -> str:
    return workspace.clients.add_client(PersonView(given_name="Noor", family_name="Bos"))[0]


@pytest.fixture
def show(qtbot: QtBot, page_context: PageContext) -> Show:
    def made(place: OpenNotes, context: PageContext = page_context) -> NotesPage:
        page = NotesPage(context)
        qtbot.addWidget(page)
        page.resize(1160, 720)
        page.show_place(place)
        page.show()
        page.activateWindow()
        qtbot.waitUntil(page.isActiveWindow)
        return page

    return made


def write(room: VaultRoom, workspace: Workspace, client: str, words: str, **more: object) -> str:
    now = room.clock.now()
    note = NoteView("", client, "", now, now, text=(TextPart(words),), **more)  # type: ignore[arg-type]
    return workspace.notes.add(note)[0]


@pytest.fixture
def text(qtbot: QtBot, context: ThemeContext) -> FactText:
    made = FactText(context, "Wat was er")
    qtbot.addWidget(made)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    made.edit.setFocus()
    return made


def choose(text: FactText, words: str) -> None:
    cursor = text.edit.document().find(words)
    assert not cursor.isNull()
    text.edit.setTextCursor(cursor)


def test_chosen_words_become_an_impression_whole_and_a_second_press_makes_them_fact_again(
    text: FactText,
) -> None:
    QTest.keyClicks(text.edit, "Zij bleef in bed. Zij leek somber.")
    choose(text, "ij leek somb")
    QTest.keyClick(text.edit, Qt.Key.Key_I, Qt.KeyboardModifier.ControlModifier)
    assert said_text(text.value()) == "Zij bleef in bed. (indruk: Zij leek somber.)"
    assert "Zij leek somber." in text.marked.text()
    choose(text, "leek")
    text.mark_button.click()
    assert said_text(text.value()) == "Zij bleef in bed. (indruk: Zij) leek (indruk: somber.)"


def test_what_is_typed_after_the_key_is_an_impression_until_it_is_pressed_again(text: FactText) -> None:
    QTest.keyClicks(text.edit, "Hij at. ")
    QTest.keyClick(text.edit, Qt.Key.Key_I, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClicks(text.edit, "Leek blij.")
    QTest.keyClick(text.edit, Qt.Key.Key_I, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClicks(text.edit, " Ging slapen.")
    assert said_text(text.value()) == "Hij at. (indruk: Leek blij.) Ging slapen."


def test_a_text_shows_again_as_it_was_with_signs_of_two_and_lines(text: FactText) -> None:
    parts = (TextPart("Eén 😀\n\ntwee "), TextPart("drie 😀 vier", impression=True), TextPart("\nvijf"))
    text.set_value(parts)
    assert text.value() == parts
    kept = text.typed()
    text.edit.moveCursor(QTextCursor.MoveOperation.End)
    QTest.keyClicks(text.edit, " zes")
    text.put_back(kept)
    assert text.value() == parts


def test_what_an_agreement_asks_shows_while_writing_and_one_press_takes_it(
    show: Show, workspace: Workspace, noor: str
) -> None:
    plan, _ = workspace.plans.start_plan("osp", noor)
    asked, _ = workspace.plans.add_agreement(
        AgreementView("", plan, what="Samen koken", reporting_hint="Wie erbij was")
    )
    workspace.plans.add_agreement(AgreementView("", plan, what="Op tijd naar bed"))
    form = show(OpenNotes(noor, write=True)).form
    assert form is not None
    (hint,) = form.hints.buttons.values()
    assert hint.accessibleName() == "Letten op: Wie erbij was. Gaat over Afspraak: Samen koken"
    QTest.keyClick(hint, Qt.Key.Key_Space)
    assert [topic.id for topic in form.topics.value()] == [asked]
    assert form.hints.buttons == {}
    assert form.text.edit.hasFocus()


def test_a_note_is_written_with_the_keyboard_alone(
    show: Show, workspace: Workspace, noor: str, qtbot: QtBot
) -> None:
    plan, _ = workspace.plans.start_plan("osp", noor)
    workspace.plans.add_agreement(AgreementView("", plan, what="Samen koken", reporting_hint="Wie erbij was"))
    page = show(OpenNotes(noor, write=True))
    form = page.form
    assert form is not None
    assert form.text.edit.hasFocus()
    QTest.keyClicks(form.text.edit, "Samen soep gemaakt.")
    form.topics.box.setCurrentIndex(1)
    assert "Wie erbij was" in form.topics.hint.text()
    QTest.keyClick(form.text.edit, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: page.form is None)
    (note,) = workspace.notes.notes([noor])
    assert (said_text(note.text), len(note.about)) == ("Samen soep gemaakt.", 1)
    assert "Afspraak: Samen koken" in page.cards[0].accessibleName()


def test_leaving_saves_nothing_and_keeps_everything(show: Show, workspace: Workspace, noor: str) -> None:
    page = show(OpenNotes(noor, write=True))
    assert page.form is not None
    page.form.text.set_value((TextPart("half "), TextPart("een vermoeden", impression=True)))
    page.form.kind.set_value("incident")
    page.form.incident.nature.set_value("vallen")
    assert page.leave()
    assert workspace.notes.notes([noor]) == ()
    again = show(OpenNotes(noor, write=True))
    assert again.form is not None
    assert said_text(again.form.text.value()) == "half (indruk: een vermoeden)"
    assert again.form.incident.nature.value() == "vallen"
    assert again.form.incident.isVisibleTo(again)
    assert again.form.submit()
    assert workspace.forms.all() == ()


def test_what_cannot_be_saved_says_so_and_stays(show: Show, workspace: Workspace, noor: str) -> None:
    page = show(OpenNotes(write=True))
    form = page.form
    assert form is not None
    assert form.who is not None
    form.text.set_value((TextPart("Iets gezien."),))
    assert not form.submit()
    form.who.set_value(f"client:{noor}")
    form.when.line.setText("morgen 9u")
    form.when.line.setModified(True)
    assert not form.submit()
    form.when.line.setText("gisteren 9u")
    form.when.line.setModified(True)
    assert form.submit()
    assert [said_text(note.text) for note in workspace.notes.notes([noor])] == ["Iets gezien."]


def test_without_any_colleague_the_form_says_how_there_comes_one(
    show: Show, workspace: Workspace, noor: str
) -> None:
    page = show(OpenNotes(noor, write=True))
    assert page.form is not None
    assert page.form.to.count() == 1, "nobody to ask"
    assert page.form.nobody.isVisible()
    workspace.clients.add_person(PersonView(given_name="Els", family_name="Bakker", professional=True))
    page.show_place(OpenNotes(noor, write=True))
    assert page.form.to.count() == 2
    assert page.form.nobody.isHidden()


def test_a_correction_strikes_the_old_note_and_both_are_heard(
    show: Show, room: VaultRoom, workspace: Workspace, noor: str
) -> None:
    write(room, workspace, noor, "Om <b>tien</b> uur.")
    page = show(OpenNotes(noor))
    page.cards[0].correct_requested.emit(page.cards[0].note.id)
    assert page.form is not None
    page.form.text.set_value((TextPart("Om elf uur."),))
    assert page.form.submit()
    spoken = [card.accessibleName() for card in page.cards]
    assert any("later verbeterd" in words.lower() and "Om <b>tien</b> uur" in words for words in spoken)
    assert any("verbetering" in words.lower() and "Om elf uur" in words for words in spoken)


def test_filters_and_arrows(
    show: Show, room: VaultRoom, workspace: Workspace, noor: str, qtbot: QtBot
) -> None:
    for words, kind in (("een", "contact"), ("twee", "change"), ("drie", "contact")):
        write(room, workspace, noor, words, kind=kind)
    page = show(OpenNotes(noor))
    page.filter.kind.set_value("contact")
    assert sorted(said_text(card.note.text) for card in page.cards) == ["drie", "een"]
    qtbot.waitUntil(page.cards[1].isVisible)
    page.cards[0].setFocus()
    QTest.keyClick(page.cards[0], Qt.Key.Key_Down)
    assert page.cards[1].hasFocus()


def test_a_question_to_me_waits_in_the_list_of_everyone(
    show: Show, room: VaultRoom, workspace: Workspace, noor: str
) -> None:
    me = workspace.organisation.user().id
    write(room, workspace, noor, "Iets.", question="Kijk je mee?", question_to=me)
    page = show(OpenNotes())
    assert [card.note.question for card in page.cards] == ["Kijk je mee?"]
    page.cards[0].settle_requested.emit(page.cards[0].note.id, True)
    assert workspace.notes.waiting() == ()


def test_in_a_home_visit_nobody_of_elsewhere_is_there(
    show: Show, room: VaultRoom, workspace: Workspace, noor: str, page_context: PageContext
) -> None:
    other, _ = workspace.clients.add_client(PersonView(given_name="Truus", family_name="Wouterius"))
    write(room, workspace, noor, "van hier")
    write(room, workspace, other, "van elders")
    visiting = PageContext(workspace, page_context.theme, page_context.clock, HomeVisit(noor))
    for place in (OpenNotes(), OpenNotes(other), OpenNotes(noor)):
        page = show(place, visiting)
        assert [said_text(card.note.text) for card in page.cards] == ["van hier"]


def test_everybody_can_use_the_pages(show: Show, room: VaultRoom, workspace: Workspace, noor: str) -> None:
    write(room, workspace, noor, "Gevallen.", kind="incident", incident_kind="vallen", for_client=False)
    assert walk(show(OpenNotes(noor))) == []
    assert walk(show(OpenNotes(noor, write=True))) == []


def test_paper_shows_what_is_saved(
    show: Show, room: VaultRoom, workspace: Workspace, noor: str, tmp_path: Path
) -> None:
    write(room, workspace, noor, "Iets.", for_client=False)
    page = show(OpenNotes(noor))
    page.print_button.click()
    panel = page.printing
    assert panel is not None
    assert walk(page) == []
    target = tmp_path / "rapportage.pdf"
    panel._choose_file = lambda _parent, _proposed: target
    panel.save_button.click()
    assert panel.document is not None
    assert target.read_bytes() == panel.document.pdf
    own = panel.readers.chip(workspace.clients.client(noor).person.id)
    assert own is not None
    own.click()
    assert not panel.left_out.isHidden()
    panel.last.set_value(None)
    panel.make()
    assert not panel.save_button.isEnabled()
    panel.back_button.click()
    assert page.cards[0].isVisibleTo(page)


def test_a_note_about_an_action_gives_a_score_and_its_correction_corrects_that(
    show: Show, workspace: Workspace, noor: str, qtbot: QtBot
) -> None:
    plan, _ = workspace.plans.start_plan("osp", noor)
    goal, _ = workspace.goals.add_goal(GoalView("", plan, 0, sentence="Noor kookt."))
    workspace.goals.add_goal(GoalView("", plan, 0, sentence="Noor zingt."))
    workspace.goals.add_action(ActionView("", goal, "", what="Soep"))
    steps = {"start": "nooit", "better": "1 keer", "reached": "2 keer", "more": "3 keer", "most": "elke dag"}
    workspace.looks.add_scale(ScaleView("", goal, **steps))  # type: ignore[arg-type]
    page = show(OpenNotes(noor, write=True))
    assert page.form is not None
    assert page.form.scores.isHidden()
    page.form.text.set_value((TextPart("Samen soep gemaakt."),))
    for about in ("Doel 2: Noor zingt.", "Actie 1a: Soep"):
        page.form.topics.box.setCurrentText(about)
    (box,) = page.form.scores.boxes.values()
    box.setCurrentText("-1: 1 keer")
    assert page.leave()  # nothing is saved yet, and nothing is lost
    assert workspace.looks.of_goal(goal) == ()
    again = show(OpenNotes(noor, write=True))
    assert again.form is not None
    assert again.form.submit()
    (note,) = workspace.notes.notes([noor])
    (look,) = workspace.looks.of_goal(goal)
    assert (look.score, look.voice, look.source, look.source_id) == (-1, "professional", "note", note.id)
    told = [label.text() for label in again.cards[0].findChildren(QLabel)]
    assert "Score bij doel 1: -1 (1 keer)" in told
    assert "Score bij doel 1: -1 (1 keer)" in again.cards[0].accessibleName()
    again.cards[0].correct_requested.emit(note.id)
    assert again.form is not None
    (box,) = again.form.scores.boxes.values()
    assert box.currentText() == "-1: 1 keer"
    box.setCurrentText("0: 2 keer")
    assert again.form.submit()
    looks = {one.score: one for one in workspace.looks.of_goal(goal)}
    assert looks[-1].replaced_by == looks[0].id


def test_a_note_that_was_searched_for_has_the_focus_also_when_it_is_old(
    show: Show, room: VaultRoom, workspace: Workspace, noor: str
) -> None:
    wanted = write(room, workspace, noor, "pannenkoeken")
    for number in range(SHOWN + 1):
        room.clock.moment += timedelta(minutes=1)
        write(room, workspace, noor, f"regel {number}")
    page = show(OpenNotes(noor))
    assert wanted not in {card.note.id for card in page.cards}
    page.filter.unread.setChecked(True)
    page.show_place(OpenNotes(noor, note=wanted))
    found = page.first_focus()
    assert isinstance(found, NoteCard)
    assert found.note.id == wanted
    assert not page.filter.unread.isChecked()
    assert page.first_focus() is not show(OpenNotes(noor)).first_focus()


def test_all_read_is_offered_only_while_a_new_note_is_shown(
    show: Show, room: VaultRoom, workspace: Workspace, noor: str, page_context: PageContext, tmp_path: Path
) -> None:
    write(room, workspace, noor, "Zij sliep goed.", kind="observation")
    colleague = VaultRoom(tmp_path / "collega", clock=room.clock).create_anew()
    colleague.exchange.import_file(workspace.exchange.export_client(noor))
    page = show(OpenNotes(""), replace(page_context, workspace=colleague))
    assert page.filter.read_button.isVisible()
    page.filter.kind.set_value("incident")
    assert not page.cards
    assert not page.filter.read_button.isVisible()
    page.filter.kind.set_value("")
    page.filter.read_button.click()
    page.filter.read_button.click()
    assert colleague.notes.unread() == ()
    colleague.lock()
