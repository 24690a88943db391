"""Life domains in depth: marks on the scale of the client, then beside now, and what others see."""

from __future__ import annotations

from PySide6.QtTest import QTest
from tests.ui.wizard.conftest import QUICK, SLOW, Table, field_of

from planbureau.formats.answers import DomainAnswer
from planbureau.formats.marks import Mark
from planbureau.ui.widgets.person_picker import Pick
from planbureau.ui.wizard.fields.domain_card import DomainCard
from planbureau.ui.wizard.fields.domain_editor import DomainEditor
from planbureau.ui.wizard.fields.life_domain import LifeDomainField
from planbureau.ui.wizard.fields.mark_input import FaceRow
from planbureau.ui.wizard.plan_page import PlanPage

KEY = "leefgebieden/lichaam"


def _opened(page: PlanPage) -> tuple[LifeDomainField, DomainCard, DomainEditor]:
    found = field_of(page, "leefgebieden")
    assert isinstance(found, LifeDomainField)
    card = found.cards["lichaam"]
    if card.answer().state != "open":
        chip = card._states.chip("open")
        assert chip is not None
        chip.click()
    assert card._editor is not None
    return found, card, card._editor


def _stored(table: Table) -> DomainAnswer:
    return DomainAnswer.read(table.stored.answer(KEY).value)


def _scale(found: LifeDomainField, scale: int) -> None:
    chip = found.scale.chip(str(scale))
    assert chip is not None
    chip.click()


def test_another_scale_leaves_an_old_mark_as_it_was_given(osp: Table) -> None:
    page = osp.open(SLOW)
    found, _, editor = _opened(page)
    editor.marks["mark_now"].press(7)
    _scale(found, 5)
    assert osp.workspace.clients.client(osp.client_id).mark_scale == 5
    assert editor.marks["mark_now"].value() == Mark(7, 10)
    assert editor.marks["mark_now"]._earlier.text() == "Gegeven als 7 van 10."
    editor.marks["mark_wanted"].press(4)
    page.leave()
    stored = _stored(osp)
    assert (stored.mark_now, stored.mark_now_of, stored.mark_wanted, stored.mark_wanted_of) == (7, 10, 4, 5)
    again = _opened(osp.open(SLOW))[2]
    assert again.drawn.words() == ("Nu: 7 van 10", "Gewenst: 4 van 5")


def test_three_faces_are_marks_too(osp: Table) -> None:
    page = osp.open(QUICK)
    found, _, editor = _opened(page)
    _scale(found, 3)
    faces = editor.marks["mark_now"]._input
    assert isinstance(faces, FaceRow)
    faces._buttons["1"].click()
    page.leave()
    assert (_stored(osp).mark_now, _stored(osp).mark_now_of) == (1, 3)
    editor.marks["mark_now"]._take_away()
    page.leave()
    assert (_stored(osp).mark_now, _stored(osp).mark_now_of) == (None, None)


def test_what_others_see_keeps_who_says_it(osp: Table) -> None:
    page = osp.open(SLOW)
    _, _, editor = _opened(page)
    QTest.keyClicks(editor.texts["now"].edit, "Het gaat goed")
    others = editor._others
    assert others is not None
    assert others._client.text() == "Het gaat goed"
    others.add_button.click()
    row = others._voices[0]
    row.who.choose(osp.mother)
    QTest.keyClicks(row.text.edit, "Zij slaapt slecht")
    others.add_button.click()
    others._voices[1].who.set_value((Pick("", "school"),))
    QTest.keyClicks(others._voices[1].text.edit, "Moe in de klas")
    others.add_button.click()  # left empty: nobody says nothing
    page.leave()
    stored = _stored(osp)
    assert [(one["who"], one["text"]) for one in stored.others] == [
        ([{"person": osp.mother}], "Zij slaapt slecht"),
        ([{"function": "school"}], "Moe in de klas"),
    ]
    assert stored.now == "Het gaat goed"
    again = _opened(osp.open(SLOW))[2]._others
    assert again is not None
    again._voices[0].remove.click()
    osp.pages[-1].leave()
    assert [one["text"] for one in _stored(osp).others] == ["Moe in de klas"]


def test_a_score_in_a_domain_gets_advice_and_is_kept(osp: Table) -> None:
    page = osp.open(QUICK)
    _, _, editor = _opened(page)
    QTest.keyClicks(editor.texts["now"].edit, "Noor heeft een IQ van 68.")
    tip = editor.tips["now"]
    osp.qtbot.waitUntil(lambda: tip.text().startswith("Dit lijkt op een uitslag."))
    page.leave()
    assert _stored(osp).now == "Noor heeft een IQ van 68."


def test_the_head_of_the_plan_counts(osp: Table) -> None:
    osp.workspace.plans.save_answer(osp.plan_id, "mogelijkheden", "a" * 1501, ())
    assert "ongeveer 2 van 8 bladzijden" in osp.open(SLOW).header.status.accessibleName()


def test_a_drawing_says_something_about_a_domain(osp: Table) -> None:
    """Also while words stand in it that are not saved yet: both are kept."""
    page = osp.open(SLOW)
    _, card, editor = _opened(page)
    assert card.files is not None
    assert not card.answer().explored
    editor.texts["change"].set_value("Vaker wandelen")
    editor.typed.emit()
    card.files.add_drawing(b"\x89PNG tekening", "Mijn hond")
    stored = osp.stored.answer(KEY)
    assert [file.caption for file in stored.files] == ["Mijn hond"]
    assert card.answer().explored
    page.leave()
    stored = osp.stored.answer(KEY)
    assert DomainAnswer.of(stored).drawn
    assert DomainAnswer.of(stored).change == "Vaker wandelen"
    assert osp.stored.answers[KEY].answer.files == stored.files
    assert _opened(osp.open(SLOW))[1].files is not None


def test_of_a_wish_no_goal_is_made_with_the_reason_kept(osp: Table) -> None:
    page = osp.open(SLOW)
    _, _, editor = _opened(page)
    no_goal = editor.no_goal
    assert no_goal is not None
    assert not no_goal.isVisibleTo(editor)  # there is no wish yet
    QTest.keyClicks(editor.texts["change"].edit, "Ik wil een hond")
    assert no_goal.isVisibleTo(editor)
    no_goal.tick.box.click()
    QTest.keyClicks(no_goal.why.edit, "Eerst verhuizen")
    page.leave()
    assert _stored(osp).no_goal == "Eerst verhuizen"
    again = _opened(osp.open(SLOW))[2].no_goal
    assert again is not None
    assert again.tick.checked()
    assert again.why.value() == "Eerst verhuizen"
    again.tick.box.click()
    assert again.reason() == ""
