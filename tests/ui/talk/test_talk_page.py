"""The conversation sheet: by keyboard alone, into the answers of the wizard."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFontMetricsF
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from tests.ui.vault_fixtures import page_context, room, workspace
from tests.ui.walker import walk

from planbureau.rules.talk.cards import TalkChoice
from planbureau.ui.page import PageContext
from planbureau.ui.places import OpenPlan, OpenTalk
from planbureau.ui.talk.answer_card import AnswerCard
from planbureau.ui.talk.card_grid import CardGrid
from planbureau.ui.talk.card_view import CardView
from planbureau.ui.talk.talk_page import TalkPage
from planbureau.ui.theme.context import ThemeContext
from planbureau.ui.voice import Speaker, Voice
from planbureau.ui.widgets.pictograms import PictogramPixmaps
from planbureau.ui.wizard.desk import Pace
from planbureau.views import AgreementView, PersonView, PlanView

__all__ = ["page_context", "room", "workspace"]

SAYS = "import pathlib, sys; pathlib.Path(sys.argv[1]).write_text(sys.stdin.read())"
STAYS = "import sys, time; sys.stdin.read(); time.sleep(60)"
QUICK = Pace(draft=5, choice=1, hints=1)


@pytest.fixture
def plan_id(page_context: PageContext) -> str:
    workspace = page_context.workspace
    client_id, _ = workspace.clients.add_client(PersonView(given_name="Mila", family_name="Bos"))
    return workspace.plans.start_plan("osp", client_id)[0]


@pytest.fixture
def page(qtbot: QtBot, page_context: PageContext, plan_id: str) -> Iterator[TalkPage]:
    made = TalkPage(page_context, pace=QUICK)
    qtbot.addWidget(made)
    made.resize(1366, 768)
    made.show_place(OpenTalk(plan_id, "dit-ben-ik"))
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    focus(made)
    yield made
    made.leave()


def focus(page: TalkPage) -> None:
    first = page.first_focus()
    assert first is not None
    first.setFocus()


def view(page: TalkPage) -> CardView:
    assert page.view is not None
    return page.view


def key(key: Qt.Key) -> None:
    QApplication.processEvents()
    found = QApplication.focusWidget()
    assert found is not None
    QTest.keyClick(found, key)


def stored(page: TalkPage, plan_id: str) -> PlanView:
    return page.context.workspace.plans.plan(plan_id)


def test_arrows_space_and_enter_answer_a_question(page: TalkPage, plan_id: str) -> None:
    key(Qt.Key.Key_Right)
    key(Qt.Key.Key_Space)
    answer = stored(page, plan_id).answer("belangrijk_voor_mij")
    assert answer.value == "Vrienden"
    assert len(answer.pictograms) == 1
    grid = view(page).grid
    assert grid is not None
    assert [card.isChecked() for card in grid.cards[:3]] == [False, True, False]
    key(Qt.Key.Key_Space)
    answer = stored(page, plan_id).answer("belangrijk_voor_mij")
    assert (answer.value, answer.pictograms) == ("", ())
    key(Qt.Key.Key_Return)
    assert page.card is not None
    assert page.card.question_id == "benaderen"
    key(Qt.Key.Key_PageUp)
    assert page.card.question_id == "belangrijk_voor_mij"


def test_what_is_typed_is_kept_beside_what_is_pointed_at(page: TalkPage, plan_id: str) -> None:
    box = view(page).box
    assert box is not None
    QTest.keyClicks(box.edit, "Mijn hond")
    page.first_focus().setFocus()  # type: ignore[union-attr]
    key(Qt.Key.Key_Space)
    assert stored(page, plan_id).answer("belangrijk_voor_mij").value == "Mijn hond\nFamilie"
    assert box.words() == "Mijn hond\nFamilie"
    assert stored(page, plan_id).answers["belangrijk_voor_mij"].conflicts == ()


def test_words_on_their_way_are_a_draft_and_become_a_revision(
    qtbot: QtBot, page: TalkPage, plan_id: str
) -> None:
    box, plans = view(page).box, page.context.workspace.plans
    assert box is not None
    QTest.keyClicks(box.edit, "Rust")
    qtbot.waitUntil(lambda: [draft.text for draft in plans.drafts(plan_id)] == ["Rust"])
    assert page.leave()
    assert plans.drafts(plan_id) == ()
    assert stored(page, plan_id).answer("belangrijk_voor_mij").value == "Rust"


def test_a_drawing_answers_the_question_and_keeps_what_was_typed(page: TalkPage, plan_id: str) -> None:
    files, box = view(page).files, view(page).box
    assert files is not None
    assert box is not None
    QTest.keyClicks(box.edit, "Kijk maar")
    files.add_drawing(b"\x89PNG tekening", "Mila en haar hond")
    answer = stored(page, plan_id).answer("belangrijk_voor_mij")
    assert answer.value == "Kijk maar"
    assert [(file.media_type, file.caption) for file in answer.files] == [("image/png", "Mila en haar hond")]
    assert stored(page, plan_id).answers["belangrijk_voor_mij"].conflicts == ()


def test_a_life_domain_opens_with_one_card_and_goes_on(page: TalkPage, plan_id: str) -> None:
    page.show_place(OpenTalk(plan_id, "leefgebieden"))
    focus(page)
    total = len(page._cards)
    key(Qt.Key.Key_Space)
    assert len(page._cards) > total
    key(Qt.Key.Key_Return)
    assert page.card is not None
    assert page.card.part == "now"
    box = view(page).box
    assert box is not None
    QTest.keyClicks(box.edit, "Ik slaap slecht")
    page.go_on()
    value = stored(page, plan_id).answer("leefgebieden/lichaam").value
    assert value == {"state": "open", "now": "“Ik slaap slecht” (Mila)"}


def test_escape_comes_back_at_the_same_question_of_the_wizard(page: TalkPage, plan_id: str) -> None:
    places: list[object] = []
    page.place_requested.connect(places.append)
    key(Qt.Key.Key_Return)
    key(Qt.Key.Key_Escape)
    assert places == [OpenPlan(plan_id, "dit-ben-ik", "benaderen")]


@pytest.mark.parametrize("size", [(1366, 768), (683, 384)])
def test_everything_can_be_reached(page: TalkPage, plan_id: str, size: tuple[int, int]) -> None:
    page.resize(*size)
    for section in ("dit-ben-ik", "leefgebieden", "evaluatie"):
        page.show_place(OpenTalk(plan_id, section))
        QApplication.processEvents()
        assert page._scroll.verticalScrollBar().value() == 0
        assert walk(page) == [], section


def sheet(qtbot: QtBot, context: PageContext, plan_id: str, *speaks: str) -> TalkPage:
    lists = (sys.executable, "-c", "print(' 5  nl  Dutch')")
    voice = Voice([Speaker(lists, (" nl ",), (sys.executable, "-c", *speaks))])
    page = TalkPage(context, pace=QUICK, voice=voice)
    qtbot.addWidget(page)
    page.resize(1366, 768)
    with qtbot.waitSignal(voice.found, timeout=10_000):
        page.show_place(OpenTalk(plan_id, "dit-ben-ik"))
        page.show()
        assert not page.voice_button.isVisible(), "no button before there is a voice"
    return page


def test_the_question_and_its_cards_are_read_aloud(
    qtbot: QtBot, page_context: PageContext, plan_id: str, tmp_path: Path
) -> None:
    heard = tmp_path / "gehoord"
    page = sheet(qtbot, page_context, plan_id, SAYS, str(heard))
    assert page.voice_button.isVisible()
    walk(page)
    assert page.view is not None
    with qtbot.waitSignal(page.findChildren(Voice)[0].ended, timeout=10_000):
        QTest.keyClick(page, Qt.Key.Key_F7)
        assert page.voice_button.accessibleName() == "Stil (F7)"
    assert heard.read_text(encoding="utf-8").startswith(page.view.card.ask.rstrip("."))
    assert page.voice_button.accessibleName() == "Voorlezen (F7)"


def test_it_is_silent_when_the_next_question_comes_and_when_the_sheet_is_left(
    qtbot: QtBot, page_context: PageContext, plan_id: str
) -> None:
    page = sheet(qtbot, page_context, plan_id, STAYS)
    voice = page.findChildren(Voice)[0]
    page.voice_button.click()
    assert voice.speaking
    page.go_on()
    assert not voice.speaking
    page.voice_button.click()
    page.hide()
    assert not voice.speaking


@pytest.mark.parametrize(("width", "rows"), [(1366, [5, 5]), (683, [3, 3, 3, 1])])
def test_ten_cards_stand_in_rows_of_the_same_length(
    qtbot: QtBot, context: ThemeContext, width: int, rows: list[int]
) -> None:
    pixmaps = PictogramPixmaps(lambda _: b"")
    grid = CardGrid(context, tuple(TalkChoice(n, str(n)) for n in range(1, 11)), pixmaps)
    qtbot.addWidget(grid)
    grid.resize(width, grid.heightForWidth(width))
    grid.show()
    tops = [card.y() for card in grid.cards]
    assert [tops.count(top) for top in sorted(set(tops))] == rows


def test_whether_an_agreement_was_kept_is_pointed_at(
    qtbot: QtBot, page_context: PageContext, plan_id: str
) -> None:
    workspace = page_context.workspace
    made, _ = workspace.plans.add_agreement(
        AgreementView("", plan_id, what="Mila kookt op maandag", easy_text="Ik kook op maandag")
    )
    report, _ = workspace.annexes.start(plan_id, "evaluatieverslag")
    section = next(
        one.id for one in workspace.plans.plan(report).format.sections
        if any(question.id == "afspraken_gehouden" for question in one.questions)
    )  # fmt: skip
    page = TalkPage(page_context, pace=QUICK)
    qtbot.addWidget(page)
    page.resize(1366, 768)
    page.show_place(OpenTalk(report, section, "afspraken_gehouden"))
    page.show()
    assert page.view is not None
    assert page.view.card.ask == "Ik kook op maandag. Lukt dat?"
    assert walk(page) == []
    assert page.view.grid is not None
    page.view.grid.cards[0].click()
    page.leave()
    said = workspace.plans.plan(report).answer(f"afspraken_gehouden/{made}").value
    assert said == {"choice": "gehouden"}


def test_what_is_not_for_the_client_is_not_on_the_sheet(
    qtbot: QtBot, page_context: PageContext, plan_id: str
) -> None:
    workspace = page_context.workspace
    plans, client = workspace.plans, workspace.plans.plan(plan_id).clients[0].person.id
    made, _ = plans.add_agreement(AgreementView("", plan_id, what="Zus Pien belt elke week"))
    plans.add_agreement(AgreementView("", plan_id, 1, what="Mila kookt op maandag"))
    report, _ = workspace.annexes.start(plan_id, "evaluatieverslag")
    section = next(
        one.id for one in plans.plan(report).format.sections
        if any(question.id == "afspraken_gehouden" for question in one.questions)
    )  # fmt: skip
    page = TalkPage(page_context, pace=QUICK)
    qtbot.addWidget(page)
    page.show_place(OpenTalk(report, section, "afspraken_gehouden"))
    asked = {card.ask for card in page._cards}
    assert "Zus Pien belt elke week. Lukt dat?" in asked
    workspace.clients.restrict("agreement", made, [client], "Een verrassing.")
    page.show_place(OpenTalk(report, section, "afspraken_gehouden"))
    assert {card.ask for card in page._cards} == asked - {"Zus Pien belt elke week. Lukt dat?"}
    page.leave()


@pytest.mark.parametrize("compact", [False, True])
@pytest.mark.parametrize("words", ["Ja", "Vaker dan twee keer per jaar", "Iemand anders moet mij helpen"])
def test_the_picture_of_a_card_gives_way_to_its_words(
    qtbot: QtBot, context: ThemeContext, words: str, compact: bool
) -> None:
    card = AnswerCard(context, words, PictogramPixmaps(lambda _: b""), "klok")
    qtbot.addWidget(card)
    card.set_compact(compact)
    inside = QRectF(0, 0, card.sizeHint().width() - 22, card.sizeHint().height() - 20)
    side = card.picture_side(inside)
    room = inside.adjusted(0, side + 2, 0, 0)
    needed = QFontMetricsF(card.word_font()).boundingRect(
        room, int(Qt.AlignmentFlag.AlignCenter) | int(Qt.TextFlag.TextWordWrap), words
    )
    assert side >= 30
    assert needed.height() <= room.height()
