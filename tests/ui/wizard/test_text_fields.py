"""Text: drafts while typing, a revision on leaving, put back after a stop, easy text, tips, conflicts."""

from __future__ import annotations

from PySide6.QtCore import QMimeData, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPlainTextEdit
from tests.ui.wizard.conftest import QUICK, SLOW, Table, desk_of, field_of

from planbureau.services.workspace import OpenWorkspace
from planbureau.ui.places import OpenPlan
from planbureau.ui.widgets.pictogram_row import PictogramRow
from planbureau.ui.wizard.fields.easy import EasyPart
from planbureau.ui.wizard.fields.long_text import LongTextField
from planbureau.ui.wizard.plan_page import PlanPage
from planbureau.views import PersonView

LONG = "belangrijk_voor_mij"


def long_field(page: PlanPage, question_id: str = LONG) -> LongTextField:
    found = field_of(page, question_id)
    assert isinstance(found, LongTextField)
    return found


def box_of(page: PlanPage, question_id: str = LONG) -> QPlainTextEdit:
    box = long_field(page, question_id).focus_widget()
    assert isinstance(box, QPlainTextEdit)
    return box


def easy_of(page: PlanPage, question_id: str = LONG) -> tuple[EasyPart, QPlainTextEdit]:
    easy = field_of(page, question_id).easy
    assert easy is not None
    easy.button.setChecked(True)
    editor = easy.editor()
    assert isinstance(editor, QPlainTextEdit)
    return easy, editor


def test_typed_text_is_a_draft_first_and_a_revision_on_leaving(osp: Table) -> None:
    page = osp.open(QUICK)
    QTest.keyClicks(box_of(page), "Noor houdt van muziek")
    osp.qtbot.waitUntil(lambda: [d.text for d in osp.workspace.plans.drafts()] == ["Noor houdt van muziek"])
    assert osp.stored.answer(LONG).empty
    page.open_step("kunnen")
    assert osp.stored.answer(LONG).value == "Noor houdt van muziek"
    assert osp.workspace.plans.drafts() == ()
    again = osp.open()
    assert long_field(again).value() == "Noor houdt van muziek"


def test_unbroken_typing_is_kept_again_and_again(osp: Table) -> None:
    page = osp.open(QUICK)
    box = box_of(page)
    seen: set[str] = set()
    for word in ("een ", "twee ", "drie ", "vier "):
        QTest.keyClicks(box, word)
        expected = box.toPlainText()
        osp.qtbot.waitUntil(lambda: expected in {d.text for d in osp.workspace.plans.drafts()})  # noqa: B023 - called at once
        seen.add(osp.workspace.plans.drafts()[-1].text)
    assert len(seen) == 4
    assert osp.stored.answer(LONG).empty


def test_the_timer_is_not_put_off_by_the_next_keystroke(osp: Table) -> None:
    page = osp.open(SLOW)
    box = box_of(page)
    QTest.keyClicks(box, "a")
    timer = desk_of(page).autosave._timer
    assert timer.isActive()
    number = timer.timerId()
    QTest.keyClicks(box, "bcdef")
    assert timer.timerId() == number


def test_the_focus_that_leaves_makes_a_revision(osp: Table) -> None:
    page = osp.open(SLOW)
    box = box_of(page)
    box.setFocus()
    QTest.keyClicks(box, "Rustig praten")
    QTest.keyClick(box, Qt.Key.Key_Tab)
    assert osp.stored.answer(LONG).value == "Rustig praten"


def test_leaving_the_page_makes_a_revision(osp: Table) -> None:
    page = osp.open(SLOW)
    QTest.keyClicks(box_of(page), "Ik ga weg")
    assert page.leave()
    assert osp.stored.answer(LONG).value == "Ik ga weg"


def test_a_draft_of_a_stopped_program_is_put_back(osp: Table) -> None:
    osp.workspace.plans.save_draft(osp.plan_id, LONG, "half geschreven zin")
    osp.workspace.plans.save_draft(osp.plan_id, f"{LONG}/makkelijk", "half makkelijk")
    page = osp.open()
    assert long_field(page).value() == "half geschreven zin"
    assert osp.stored.answer(LONG).easy_text == "half makkelijk"
    assert not page.notice.isHidden()
    words = "Je tekst van 10:00 is teruggezet bij “Wat is belangrijk voor mij”."
    assert page.notice.accessibleName() == words
    assert osp.workspace.plans.drafts() == ()


def test_a_draft_of_a_colleague_who_left_is_put_back_with_the_name(osp: Table) -> None:
    els, _ = osp.workspace.clients.add_person(PersonView(given_name="Els", family_name="Vos"))
    assert isinstance(osp.workspace, OpenWorkspace)
    with osp.workspace.written_by(els):
        osp.workspace.plans.save_draft(osp.plan_id, LONG, "half geschreven zin")
    page = osp.open()
    assert long_field(page).value() == "half geschreven zin"
    words = "De tekst van Els Vos van 10:00 is teruggezet bij “Wat is belangrijk voor mij”."
    assert page.notice.accessibleName() == words
    assert osp.workspace.plans.drafts() == ()


def test_a_draft_that_belongs_to_nothing_stays(osp: Table) -> None:
    osp.workspace.plans.save_draft(osp.plan_id, "bestaat_niet", "tekst")
    osp.workspace.plans.save_draft(osp.plan_id, "hulp", "geen json")
    page = osp.open()
    assert page.notice.isHidden()
    assert {draft.key for draft in osp.workspace.plans.drafts()} == {"bestaat_niet", "hulp"}


def test_an_easy_text_stands_beside_it_and_tells_when_it_is_old(osp: Table) -> None:
    page = osp.open(SLOW)
    QTest.keyClicks(box_of(page), "Eerste tekst")
    _, editor = easy_of(page)
    QTest.keyClicks(editor, "Makkelijk")
    page.leave()
    answer = osp.stored.answer(LONG)
    assert (answer.value, answer.easy_text, answer.easy_stale) == ("Eerste tekst", "Makkelijk", False)
    QTest.keyClicks(box_of(page), "Nieuw: ")
    page.leave()
    assert osp.stored.answer(LONG).easy_stale
    easy, _ = easy_of(page)
    confirm = easy._confirm
    assert confirm is not None
    assert not confirm.isHidden()
    confirm.click()
    assert not osp.stored.answer(LONG).easy_stale
    assert confirm.isHidden()


def test_pictograms_are_suggested_and_kept(osp: Table) -> None:
    page = osp.open(QUICK)
    QTest.keyClicks(box_of(page), "Noor wil elke dag douchen")
    page.leave()
    easy, _ = easy_of(page)
    pictures = easy.findChild(PictogramRow)
    assert pictures is not None
    osp.qtbot.waitUntil(lambda: bool(pictures.offered()))
    QTest.keyClick(pictures.offered()[0], Qt.Key.Key_Space)
    osp.qtbot.waitUntil(lambda: osp.stored.answer(LONG).pictograms != ())
    again, _ = easy_of(osp.open())
    assert again.pictograms() == osp.stored.answer(LONG).pictograms


def test_a_tip_about_hard_words_comes_and_stops_nothing(osp: Table) -> None:
    page = osp.open(QUICK)
    box = box_of(page)
    box.insertPlainText("De multidisciplinaire zorgcoördinatie wordt geïmplementeerd.")
    found = long_field(page)
    osp.qtbot.waitUntil(lambda: bool(found.tip.text()))
    page.leave()
    assert str(osp.stored.answer(LONG).value).startswith("De multi")
    box.selectAll()
    QTest.keyClick(box, Qt.Key.Key_Delete)
    osp.qtbot.waitUntil(lambda: not found.tip.text())


def test_two_people_in_one_answer_choose(osp: Table) -> None:
    page = osp.open(SLOW)
    box = box_of(page)
    osp.workspace.plans.save_answer(osp.plan_id, LONG, "van de ander", ())
    QTest.keyClicks(box, "van mij")
    page.leave()
    found = long_field(page)
    assert len(found.conflicts.cards) == 1
    texts = {str(value["v"]) for value, _, _ in osp.stored.answers[LONG].conflicts[0].values}
    assert texts == {"van mij", "van de ander"}
    conflict = osp.stored.answers[LONG].conflicts[0]
    wanted = next(value for value, _, _ in conflict.values if value["v"] == "van mij")
    found.conflicts.cards[0].chosen.emit(conflict, wanted)
    assert osp.stored.answer(LONG).value == "van mij"
    assert osp.stored.answers[LONG].conflicts == ()
    assert found.conflicts.cards == []
    assert found.value() == "van mij"


def test_what_is_typed_stays_when_something_else_is_written(osp: Table) -> None:
    page = osp.open(SLOW)
    box = box_of(page)
    QTest.keyClicks(box, "nog bezig")
    changes = osp.workspace.plans.save_answer(osp.plan_id, "benaderen", "elders", ())
    page.refresh(changes)
    assert box.toPlainText() == "nog bezig"
    assert long_field(page, "benaderen").value() == "elders"


def test_a_whole_book_can_be_pasted(osp: Table) -> None:
    page = osp.open(QUICK)
    box = box_of(page)
    text = ("Noor vertelt over haar dag. " * 4000)[:100_000]
    data = QMimeData()
    data.setText(text)
    box.insertFromMimeData(data)
    QApplication.processEvents()
    osp.qtbot.waitUntil(lambda: osp.workspace.plans.drafts() != ())
    page.leave()
    assert osp.stored.answer(LONG).value == text
    again = osp.open()
    assert long_field(again).value() == text


def test_a_bound_answer_is_that_record(osp: Table) -> None:
    page = osp.open(SLOW)
    line = field_of(page, "roepnaam").focus_widget()
    QTest.keyClicks(line, "Noortje")
    page.leave()
    assert osp.workspace.clients.client(osp.client_id).person.call_name == "Noortje"
    assert "roepnaam" not in osp.stored.answers
    assert page.header.title.accessibleName() == "Ondersteuningsplan – Noortje"


def test_the_completeness_list_leads_to_the_question(osp: Table) -> None:
    page = osp.open()
    page.steps.missing.click()
    missing = page._missing_page
    assert missing is not None
    missing.question_requested.emit("dit-ben-ik", LONG)
    assert page.current_step() == "dit-ben-ik"
    assert QApplication.focusWidget() is box_of(page)
    assert "Nodig voordat" in long_field(page).message.text()


def test_a_place_with_a_question_opens_there(osp: Table) -> None:
    page = osp.open()
    page.show_place(OpenPlan(osp.plan_id, question_id="beperkingen"))
    assert page.current_step() == "kunnen"
