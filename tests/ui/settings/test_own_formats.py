"""Own plan types from Settings: copied, edited, looked at again, and never less than the law."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot
from tests.ui.showing import show_active
from tests.ui.vault_fixtures import page_context, room, workspace  # noqa: F401
from tests.ui.walker import walk

from planbureau.formats.model import QuestionKind
from planbureau.ui.page import PageContext
from planbureau.ui.settings.copy_dialog import CopyDialog
from planbureau.ui.settings.format_editor import FormatEditor
from planbureau.ui.settings.formats_card import FormatsCard
from planbureau.ui.start.choosers import Choosers
from planbureau.ui.widgets.confirm_dialog import ConfirmDialog

OURS = "ons-plan"


@pytest.fixture
def opened() -> list[Path]:
    """The folders that were shown."""
    return []


@pytest.fixture
def card(qtbot: QtBot, page_context: PageContext, opened: list[Path]) -> FormatsCard:
    def show(folder: Path) -> bool:
        opened.append(folder)
        return True

    made = FormatsCard(page_context, Choosers(open_folder=show))
    qtbot.addWidget(made)
    made.resize(1000, 700)
    show_active(qtbot, made)
    page_context.workspace.subscribe(lambda _: made.show_formats())
    return made


@pytest.fixture
def editor(qtbot: QtBot, card: FormatsCard, page_context: PageContext) -> FormatEditor:
    service = page_context.workspace.own_formats
    service.copy("osp", OURS, "Ons plan")
    made = FormatEditor(page_context.theme, service, card.rows[OURS].row)
    qtbot.addWidget(made)
    show_active(qtbot, made)
    return made


def _choose(editor: FormatEditor, chapter: str, question: str) -> None:
    editor.chapters.box.set_value(chapter)
    names = [one.id for one in editor.chapter.questions]
    editor.questions.setCurrentRow(names.index(question))


def test_a_copy_is_made_from_the_list(card: FormatsCard) -> None:
    assert {"osp", "gzp", "wmo"} <= set(card.rows)
    line = card.rows["osp"]
    assert not hasattr(line, "edit_button"), "a plan type of the program is not edited"

    def answer() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, CopyDialog)
        dialog.title_line.setText("Ons plan")
        assert dialog.id_line.text() == OURS
        dialog.make_button.click()

    QTimer.singleShot(0, answer)
    line.copy_button.click()
    made = card.rows[OURS]
    assert (made.row.own, made.row.base, made.row.file) == (True, "osp", f"{OURS}.toml")
    assert "is gemaakt" in card.result.accessibleName()
    made.version_button.click()
    assert card.rows[OURS].row.versions == (1, 2)


def test_a_name_that_is_taken_is_told_in_the_dialogue(
    qtbot: QtBot, card: FormatsCard, page_context: PageContext
) -> None:
    dialog = CopyDialog(page_context.theme, page_context.workspace.own_formats, card.rows["osp"].row)
    qtbot.addWidget(dialog)
    dialog.id_line.setText("osp")
    dialog.make_button.click()
    assert "bestaat al" in dialog.banner.accessibleName()
    assert dialog.result() != QDialog.DialogCode.Accepted


def test_a_fault_stands_in_the_card_with_its_line_until_it_is_put_right(
    card: FormatsCard, opened: list[Path]
) -> None:
    card.folder_button.click()
    file = opened[0] / "mis.toml"
    file.write_text('id = "mis"\nversion = 1\ntitle = "Mis"\nbased_on = "osp@8"\n', encoding="utf-8")
    card.check_button.click()
    assert "er is 1 fout" in card.result.accessibleName()
    told = [banner.accessibleName() for banner in card.findChildren(type(card.result))]
    assert any("mis.toml, regel 4" in words for words in told)
    file.write_text(file.read_text("utf-8").replace("osp@8", "osp@1"), encoding="utf-8")
    card.check_button.click()
    assert "in orde" in card.result.accessibleName()
    assert "mis" in card.rows


def test_the_editor_writes_what_was_changed(editor: FormatEditor, page_context: PageContext) -> None:
    _choose(editor, "dit-ben-ik", "benaderen")
    editor.part.label_line.selectAll()
    QTest.keyClicks(editor.part.label_line, "Zo gaan we om met elkaar")
    editor.question_up.click()
    editor.add_button.click()
    QTest.keyClicks(editor.part.label_line, "Welke huisdieren?")
    editor.part.kind_box.set_value(QuestionKind.CHOICE.value)
    editor.save_button.click()
    assert "nog geen antwoorden" in editor.banner.accessibleName()
    editor.part.options_text.setPlainText("Een hond\nEen kat\n")
    _choose(editor, "dit-ben-ik", "foto")
    editor.part.hide_tick.click()
    editor.chapters.up.click()
    editor.save_button.click()
    assert editor.result() == QDialog.DialogCode.Accepted
    plan = next(one for one in page_context.workspace.plans.formats() if one.id == OURS)
    assert plan.sections[1].id == "dit-ben-ik"
    assert [q.id for q in plan.sections[1].questions] == [
        "benaderen", "belangrijk_voor_mij", "moet_je_weten", "eigen_welke_huisdieren"
    ]  # fmt: skip
    assert plan.question("benaderen").label == "Zo gaan we om met elkaar"
    assert [option.label for option in plan.question("eigen_welke_huisdieren").options] == [
        "Een hond",
        "Een kat",
    ]


def test_what_must_stay_cannot_be_hidden_and_says_why(editor: FormatEditor) -> None:
    _choose(editor, "dit-ben-ik", "benaderen")
    editor.part.hide_tick.click()
    assert not editor.part.hide_tick.isChecked()
    assert "nodig om het plan vast te stellen" in editor.part.message.text()
    assert "VGN Handreiking" in editor.part.message.text()
    assert editor.draft.hidden == ()


def test_closing_with_changes_asks_first(editor: FormatEditor) -> None:
    editor.name_line.setText("Iets anders")

    def back() -> None:
        asked = QApplication.activeModalWidget()
        assert isinstance(asked, QDialog)
        asked.reject()

    QTimer.singleShot(0, back)
    editor.reject()
    assert editor.isVisible()
    assert editor.name_line.text() == "Iets anders"
    editor.name_line.setText("Ons plan")
    editor.reject()
    assert not editor.isVisible()


def test_everything_can_be_reached_and_has_a_name(editor: FormatEditor, card: FormatsCard) -> None:
    assert walk(editor) == []
    assert walk(card) == []


def test_a_chapter_is_made_a_question_goes_there_and_an_empty_chapter_goes(
    editor: FormatEditor, page_context: PageContext
) -> None:
    _choose(editor, "dit-ben-ik", "benaderen")
    assert [editor.part.need_box.itemData(n) for n in range(editor.part.need_box.count())] == ["adopt"]
    editor.chapters.add_button.click()
    QTest.keyClicks(editor.chapters.line, "Bij ons thuis")
    own = editor.chapter.id
    editor.save_button.click()
    assert "staat nog geen vraag" in editor.banner.accessibleName()
    _choose(editor, "dit-ben-ik", "benaderen")
    editor.part.chapter_box.set_value(own)
    assert (editor.chapter.id, editor.part.question and editor.part.question.id) == (own, "benaderen")
    editor.chapters.drop_button.click()
    assert "staan nog vragen" in editor.banner.accessibleName()
    editor.part.easy_line.selectAll()
    QTest.keyClicks(editor.part.easy_line, "Zo praat je met mij")
    editor.part.why_text.setPlainText("Dan weet een invaller het ook.")
    editor.chapters.add_button.click()
    editor.chapters.drop_button.click()
    _choose(editor, "dit-ben-ik", "foto")
    editor.part.need_box.set_value("advised")
    editor.save_button.click()
    assert editor.result() == QDialog.DialogCode.Accepted, editor.banner.accessibleName()
    plan = next(one for one in page_context.workspace.plans.formats() if one.id == OURS)
    chapter = next(section for section in plan.sections if section.id == "eigen-bij-ons-thuis")
    assert [q.easy_label for q in chapter.questions] == ["Zo praat je met mij"]
    assert plan.question("foto").need.value == "advised"


def test_checking_names_pictograms_too_and_the_plan_type_still_works(
    card: FormatsCard, opened: list[Path], page_context: PageContext
) -> None:
    page_context.workspace.own_formats.copy("osp", OURS, "Ons plan")
    card.folder_button.click()
    file = opened[0] / f"{OURS}.toml"
    file.write_text(
        file.read_text("utf-8") + '\n[chapter.dit-ben-ik]\npictogram = "huis"\n', encoding="utf-8"
    )
    card.check_button.click()
    assert "er is 1 fout" in card.result.accessibleName()
    told = [banner.accessibleName() for banner in card.findChildren(type(card.result))]
    assert any(f"{OURS}.toml, regel" in words and "het plantype werkt" in words for words in told)
    assert OURS in card.rows


def test_a_plan_type_is_taken_away_after_asking(card: FormatsCard, page_context: PageContext) -> None:
    page_context.workspace.own_formats.copy("osp", OURS, "Ons plan")

    def yes() -> None:
        dialog = card.findChild(ConfirmDialog)
        assert dialog is not None
        dialog.accept()

    QTimer.singleShot(0, yes)
    card.rows[OURS].away_button.click()
    assert OURS not in card.rows
    assert "is weggehaald" in card.result.accessibleName()
