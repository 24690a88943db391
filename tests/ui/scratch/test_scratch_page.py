"""The page of the scratch pad: Enter makes a line, nothing typed is lost, each line finds its place."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from tests.ui.vault_fixtures import page_context, room, workspace
from tests.ui.walker import walk

from planbureau.formats.model import QuestionKind
from planbureau.rules.notes.jotting_rows import RECORD_TEXTS
from planbureau.ui.page import PageContext
from planbureau.ui.places import OpenClient, OpenPlan, OpenScratchPad
from planbureau.ui.scratch.drop_dialog import DropDialog
from planbureau.ui.scratch.scratch_page import ScratchPage
from planbureau.ui.theme.theme import Theme
from planbureau.ui.theme.tokens import Look, TextSize
from planbureau.ui.widgets import dialog_size
from planbureau.ui.wizard.fields.record_parts import AGREEMENT, RISK
from planbureau.views import AgreementView, PersonView

__all__ = ["page_context", "room", "workspace"]


@pytest.fixture
def client_id(page_context: PageContext) -> str:
    return page_context.workspace.clients.add_client(PersonView(given_name="Mila", family_name="Bos"))[0]


@pytest.fixture
def page(qtbot: QtBot, page_context: PageContext, client_id: str) -> Iterator[ScratchPage]:
    made = ScratchPage(page_context, keep_ms=5)
    qtbot.addWidget(made)
    made.resize(1160, 720)
    made.show_place(OpenScratchPad(client_id))
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    yield made
    made.leave()


def jot(page: ScratchPage, words: str) -> None:
    assert page.box is not None
    QTest.keyClicks(page.box.edit, words)
    QTest.keyClick(page.box.edit, Qt.Key.Key_Return)


def lines(page: ScratchPage) -> list[str]:
    return [row.line.words for card in page.cards for row in card.rows]


def test_enter_makes_a_line_and_the_box_is_ready_for_the_next(page: ScratchPage) -> None:
    jot(page, "belt met oma")
    jot(page, '"Ik wil zelf koken')
    assert lines(page) == ["belt met oma", "Ik wil zelf koken"]
    assert [row.line.quote for row in page.cards[0].rows] == [False, True]
    assert page.box is not None
    assert page.box.words() == ""
    assert page.box.edit.hasFocus()


def test_one_key_says_that_these_are_own_words(page: ScratchPage) -> None:
    assert page.box is not None
    page.box.edit.setFocus()
    QTest.keyClick(page.box.edit, Qt.Key.Key_E, Qt.KeyboardModifier.ControlModifier)
    jot(page, "Laat me uitslapen")
    assert page.cards[0].rows[0].line.quote
    assert not page.box.is_quote()


def test_what_stands_in_the_box_is_never_lost(qtbot: QtBot, page: ScratchPage, client_id: str) -> None:
    assert page.box is not None
    scratch = page.context.workspace.scratch
    QTest.keyClicks(page.box.edit, "half een zin")
    qtbot.waitUntil(lambda: [pad.typing for pad in scratch.pads(client_id)] == ["half een zin"])
    after_a_crash = ScratchPage(page.context)
    qtbot.addWidget(after_a_crash)
    after_a_crash.show_place(OpenScratchPad(client_id))
    assert after_a_crash.box is not None
    assert after_a_crash.box.words() == "half een zin"
    after_a_crash.box.clear()
    assert page.leave()
    assert lines(page) == ["half een zin"]


def test_a_line_finds_its_place_by_its_words(qtbot: QtBot, page: ScratchPage, client_id: str) -> None:
    plan_id, _ = page.context.workspace.plans.start_plan("osp", client_id)
    jot(page, "wil vaker contact met familie en vrienden")
    line = page.cards[0].rows[0].line
    dialog = DropDialog(page.context.theme, line, page.choices(), page)
    qtbot.addWidget(dialog)
    dialog.show()
    assert dialog.list.item(0).text().startswith("Past misschien: ")
    QTest.keyClicks(dialog.field, "belangrijk voor mij")
    assert dialog.list.count() == 1
    QTest.keyClick(dialog.field, Qt.Key.Key_Return)
    assert dialog.chosen is None, "nobody is given words that were not said"
    assert walk(dialog) == []
    dialog.own_words.setChecked(True)
    QTest.keyClick(dialog.field, Qt.Key.Key_Return)
    assert dialog.chosen is not None
    page.drop(line.id, dialog.chosen, quote=dialog.is_quote())
    stored = page.context.workspace.plans.plan(plan_id).answer("belangrijk_voor_mij")
    assert stored.value == "wil vaker contact met familie en vrienden"
    row = page.cards[0].rows[0]
    places: list[object] = []
    page.place_requested.connect(places.append)
    row.where.click()
    assert places == [OpenPlan(plan_id, question_id="belangrijk_voor_mij")]


@pytest.mark.parametrize("words", ["meer zelf doen", "wil vaker contact met familie en vrienden " * 12])
def test_where_a_line_belongs_fits_on_a_small_screen_with_large_letters(
    qtbot: QtBot, page: ScratchPage, client_id: str, theme: Theme, monkeypatch: pytest.MonkeyPatch, words: str
) -> None:
    monkeypatch.setattr(dialog_size, "room_under", lambda _: QRect(0, 0, 683, 384))
    theme.apply(Look.DARK, TextSize.LARGEST)
    page.context.workspace.plans.start_plan("osp", client_id)
    jot(page, words)
    dialog = DropDialog(page.context.theme, page.cards[0].rows[0].line, page.choices(), page)
    qtbot.addWidget(dialog)
    dialog.show()
    QTest.keyClicks(dialog.field, "belangrijk voor mij")  # that asks for its message too
    assert dialog.message.isVisibleTo(dialog)
    QApplication.processEvents()
    assert dialog.height() <= 384 - 48
    assert dialog.rect().contains(dialog.take.mapTo(dialog, dialog.take.rect().bottomRight()))
    seen = dialog.field.visibleRegion().boundingRect()
    assert seen.height() == dialog.field.height(), "what has the keyboard is in sight"


def test_a_line_goes_to_a_row_that_is_there_by_keyboard(
    qtbot: QtBot, page: ScratchPage, client_id: str
) -> None:
    plans = page.context.workspace.plans
    plan_id, _ = plans.start_plan("osp", client_id)
    plans.add_agreement(AgreementView("", plan_id, what="Samen koken", when="elke dinsdag"))
    jot(page, "om zes uur")
    dialog = DropDialog(page.context.theme, page.cards[0].rows[0].line, page.choices(), page)
    qtbot.addWidget(dialog)
    dialog.show()
    QTest.keyClicks(dialog.field, "bij samen koken")
    assert dialog.list.count() == len(RECORD_TEXTS[QuestionKind.AGREEMENTS])
    dialog.list.setFocus()
    QTest.keyClick(dialog.list, Qt.Key.Key_Down)
    QTest.keyClick(dialog.list, Qt.Key.Key_Return)
    assert dialog.chosen is not None
    page.drop(page.cards[0].rows[0].line.id, dialog.chosen, quote=False)
    assert [one.when for one in plans.plan(plan_id).agreements] == ["elke dinsdag; om zes uur"]


def test_the_parts_of_a_record_have_the_words_of_its_form() -> None:
    forms = {QuestionKind.AGREEMENTS: AGREEMENT, QuestionKind.RISKS: RISK}
    for kind, form in forms.items():
        written = {
            part.name: (part.label, part.kind == "line") for part in form if part.kind in ("line", "text")
        }
        assert {name: (label, line) for name, label, line in RECORD_TEXTS[kind]} == written


def test_escape_goes_back_to_where_it_came_from(page: ScratchPage, client_id: str) -> None:
    places: list[object] = []
    page.place_requested.connect(places.append)
    page.back_button.click()
    page.show_place(OpenScratchPad(client_id, came_from=OpenPlan("p", "s")))
    assert page.box is not None
    page.box.edit.setFocus()
    QTest.keyClick(page.box.edit, Qt.Key.Key_Escape)
    assert places == [OpenClient(client_id), OpenPlan("p", "s")]


@pytest.mark.parametrize("size", [(1160, 720), (600, 330)])
def test_everything_can_be_reached(page: ScratchPage, size: tuple[int, int]) -> None:
    jot(page, "belt met oma")
    jot(page, '"Ik wil zelf koken"')
    page.context.workspace.scratch.strike(page.cards[0].rows[0].line.id, done=True)
    page._reload()
    page.resize(*size)
    QApplication.processEvents()
    assert walk(page) == []
