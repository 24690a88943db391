"""Fills in any question of a plan through its own field, the way a person does."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCheckBox, QPlainTextEdit, QWidget
from tests.journeys.office import Office, desk_of

from planbureau.formats.answers import JsonValue
from planbureau.formats.model import Column, QuestionKind
from planbureau.ui.goals.field import GoalsField
from planbureau.ui.goals.goal_body import GoalBody
from planbureau.ui.widgets.chip_row import ChipRow
from planbureau.ui.widgets.choice_box import ChoiceBox
from planbureau.ui.widgets.date_field import DateField
from planbureau.ui.widgets.moment_field import MomentField
from planbureau.ui.widgets.person_picker import PersonPicker
from planbureau.ui.widgets.pictogram_button import PictogramButton
from planbureau.ui.widgets.table_cells import TableCell
from planbureau.ui.wizard.fields.agreements import AgreementsField
from planbureau.ui.wizard.fields.choice import ChoiceField
from planbureau.ui.wizard.fields.choices import ChoicesField
from planbureau.ui.wizard.fields.date_answer import DateAnswerField
from planbureau.ui.wizard.fields.field import Field
from planbureau.ui.wizard.fields.frame import FrameField
from planbureau.ui.wizard.fields.guests import GuestField
from planbureau.ui.wizard.fields.life_domain import LifeDomainField
from planbureau.ui.wizard.fields.long_text import LongTextField
from planbureau.ui.wizard.fields.mark import MarkField
from planbureau.ui.wizard.fields.number import NumberField
from planbureau.ui.wizard.fields.person import PersonField
from planbureau.ui.wizard.fields.record_card import RecordCard
from planbureau.ui.wizard.fields.risks import RisksField
from planbureau.ui.wizard.fields.short_text import ShortTextField
from planbureau.ui.wizard.fields.table import TableField
from planbureau.ui.wizard.fields.tick import TickField
from planbureau.ui.wizard.fields.topics import TopicsField
from planbureau.ui.wizard.plan_page import PlanPage
from planbureau.views import PlanView


@dataclass
class Hands:
    """Fills in one plan. `words` holds the case: what is answered to which question."""

    office: Office
    plan_id: str
    words: Mapping[str, Any]
    helper: str = ""  # person id, for questions that ask who
    typed: list[str] = field(default_factory=list)  # every text that should stand on paper

    @property
    def page(self) -> PlanPage:
        return self.office.on(PlanPage)

    @property
    def stored(self) -> PlanView:
        """The plan as it is in the vault now."""
        return self.office.workspace.plans.plan(self.plan_id)

    def field(self, question_id: str) -> Field:
        return self.office.field(self.plan_id, question_id)

    def frame(self, regime: str, trigger: str, day: str, flags: tuple[str, ...] = ()) -> FrameField:
        """Step one: the law, what applies, and one date."""
        found = self.field("kader")
        assert isinstance(found, FrameField)
        chip = found._regimes.chip(regime)
        assert chip is not None
        chip.click()
        for flag in flags:
            found._flags[flag].box.click()
        self.save()
        type_day(found._rows[trigger].date, day)
        QApplication.processEvents()
        return found

    def save(self) -> None:
        """What leaving a step does."""
        assert desk_of(self.page).autosave.flush()

    def fill_all(self) -> set[QuestionKind]:
        """Fills in whatever is still needed, until nothing is. Gives the kinds that were met."""
        kinds: set[QuestionKind] = set()
        for _ in range(200):
            needed = [m for m in desk_of(self.page).missing() if m.level == "needed"]
            if not needed:
                return kinds
            question_id = needed[0].question_id.split("/", 1)[0]
            kinds.add(self.fill(question_id))
            after = [m for m in desk_of(self.page).missing() if m.level == "needed"]
            assert after != needed, f"{question_id} was filled in, and is still needed: {needed[0].text}"
        raise AssertionError("there is no end to what is needed")

    def fill(self, question_id: str) -> QuestionKind:
        """Fills in one question, and saves it."""
        found = self.field(question_id)
        QApplication.processEvents()
        _FILL[type(found)](self, found)
        assert found.flush()
        self.save()
        return found.question.kind

    def answer(self, found: Field, usual: JsonValue = "") -> Any:
        """What the case says about a question; a sentence of its own when it says nothing."""
        return self.words.get(found.question.id, usual)

    def text(self, found: Field) -> str:
        words = str(self.answer(found, f"Dit is besproken bij {found.question.id.replace('_', ' ')}."))
        self.typed.append(words)
        return words

    # Cells of tables

    def fill_cell(self, column: Column, cell: TableCell, value: JsonValue) -> None:
        editor = cell.editor
        if isinstance(editor, ChoiceBox):
            pick(editor, str(value or column.options[0].id))
        elif isinstance(editor, DateField):
            type_day(editor, str(value or "1-2-2026"))
        elif isinstance(editor, MomentField):
            editor.line.selectAll()
            keys(editor.line, str(value or "1-2-2026 14:00"))
            QTest.keyClick(editor.line, Qt.Key.Key_Return)
        elif isinstance(editor, PersonPicker):
            self.pick_person(editor)
        elif isinstance(editor, QCheckBox):
            editor.click()
        elif isinstance(editor, ChipRow):
            chip = editor.chip(str(value or column.options[0].id))
            assert chip is not None
            chip.click()
        elif column.kind is QuestionKind.NUMBER:
            keys(cell.focus_target(), str(value or "2"))
        else:
            words = str(value or f"{column.label.rstrip('?')} in het kort")
            self.typed.append(words)
            keys(cell.focus_target(), words)

    def pick_person(self, picker: PersonPicker) -> None:
        """Chooses the helper from the menu, or types a function when there is none."""
        menu = picker.menu()
        label = dict(picker.choices()).get(self.helper)
        actions = {action.text(): action for action in menu.actions()}
        if label is not None:
            actions[label.replace("&", "&&")].trigger()
        else:
            actions["Een functie, zonder naam…"].trigger()
            keys(picker._function, "avonddienst")
            QTest.keyClick(picker._function, Qt.Key.Key_Return)
        menu.deleteLater()


def keys(where: QWidget, words: str) -> None:
    """Types words, also with letters such as the "e" with dots, which have no key of their own."""
    for part in re.findall(r"[ -~]+|.", words):
        if part.isascii():
            QTest.keyClicks(where, part)
        else:
            QTest.sendKeyEvent(
                QTest.KeyAction.Click, where, Qt.Key.Key_unknown, part, Qt.KeyboardModifier.NoModifier
            )


def pick(box: ChoiceBox, option_id: str) -> None:
    """Goes through a drop-down with the arrow keys."""
    for _ in range(box.count()):
        QTest.keyClick(box, Qt.Key.Key_Home if box.currentIndex() < 0 else Qt.Key.Key_Down)
        if box.value() == option_id:
            return
    raise AssertionError(f"{option_id} is not offered")


def type_day(where: DateField, day: str) -> None:
    """Types a day, and leaves the line."""
    where.line.selectAll()
    keys(where.line, day)
    QTest.keyClick(where.line, Qt.Key.Key_Return)


def write(where: QWidget, words: str) -> None:
    """Types in a box, in place of what stood there."""
    QApplication.processEvents()
    where.setFocus()
    if isinstance(where, QPlainTextEdit):
        where.selectAll()
    keys(where, words)


# One way for each kind of question


def _short(hands: Hands, found: Field) -> None:
    keys(found.focus_widget(), hands.text(found))


def _long(hands: Hands, found: Field) -> None:
    words = hands.text(found)
    keys(found.focus_widget(), words)
    easy = found.easy
    wanted = hands.words.get(f"{found.question.id}/makkelijk")
    if easy is not None and wanted:
        easy.button.click()
        editor = easy.editor()
        assert editor is not None
        keys(editor, str(wanted))


def _choice(hands: Hands, found: Field) -> None:
    assert isinstance(found, ChoiceField)
    wanted = str(hands.answer(found, found.question.options[0].id))
    if found._box is not None:
        pick(found._box, wanted)
    else:
        found._radios[wanted].click()


def _choices(hands: Hands, found: Field) -> None:
    assert isinstance(found, ChoicesField)
    for wanted in hands.answer(found, [found.question.options[0].id]):
        found._boxes[wanted].click()


def _date(hands: Hands, found: Field) -> None:
    assert isinstance(found, DateAnswerField)
    type_day(found._date, str(hands.answer(found, "19-1-2026")))


def _number(hands: Hands, found: Field) -> None:
    keys(found.focus_widget(), str(hands.answer(found, "7,5")))


def _mark(_: Hands, found: Field) -> None:
    QTest.keyClick(found.focus_widget(), Qt.Key.Key_Space)


def _tick(_: Hands, found: Field) -> None:
    box = found.focus_widget()
    assert isinstance(box, QCheckBox)
    QTest.keyClick(box, Qt.Key.Key_Space)


def _person(hands: Hands, found: Field) -> None:
    assert isinstance(found, PersonField)
    hands.pick_person(found._picker)


def _table(hands: Hands, found: Field) -> None:
    assert isinstance(found, TableField)
    for wanted in hands.answer(found, [{}]):
        found._table.add_button.click()
        row = found._table.rows()[-1]
        for column in found.question.columns:
            if column.need is not None or column.id in wanted:
                hands.fill_cell(column, row.cell(column.id), wanted.get(column.id))


def _domains(hands: Hands, found: Field) -> None:
    assert isinstance(found, LifeDomainField)
    told: Mapping[str, Mapping[str, str]] = hands.answer(found, {})
    for name, card in found.cards.items():
        chip = card._states.chip("open" if name in told else "not_now")
        assert chip is not None
        chip.click()
        for part, words in told.get(name, {}).items():
            editor = card._editor
            assert editor is not None
            if part == "satisfied":
                editor.satisfied._buttons[words].click()
            elif part == "mark_now":
                editor.marks["mark_now"].press(int(words))
            elif part in editor.texts:
                hands.typed.append(words)
                keys(editor.texts[part].edit, words)
            else:
                column = next(one for one in found.question.columns if one.id == part)
                hands.fill_cell(column, editor.cells[part], words)


def _topics(_: Hands, found: Field) -> None:
    assert isinstance(found, TopicsField)
    marked = found._marks()
    for name, (chips, _origin, _sign) in found._rows.items():
        if name not in marked:
            chip = chips.chip("nvt")
            assert chip is not None
            chip.click()


def _record(hands: Hands, card: RecordCard, values: Mapping[str, str]) -> None:
    editor = card._editor
    assert editor is not None
    for part, tool in zip(card._kind.parts, editor._tools, strict=False):
        value = values.get(part.name)
        if value is None:
            continue
        if part.kind == "choice":
            assert isinstance(tool.widget, ChoiceBox)
            pick(tool.widget, value)
        elif part.kind == "date":
            assert isinstance(tool.widget, DateField)
            type_day(tool.widget, value)
        elif part.kind == "who":
            assert isinstance(tool.widget, PersonPicker)
            hands.pick_person(tool.widget)
        else:
            hands.typed.append(value)
            target = getattr(tool.widget, "edit", tool.widget)
            if not (target.toPlainText() if isinstance(target, QPlainTextEdit) else ""):
                keys(target, value)


def _records(hands: Hands, found: Field) -> None:
    assert isinstance(found, AgreementsField | RisksField)
    usual = [{"what": f"Vast bij {found.question.id}", "who": "ja"}]
    for values in hands.answer(found, usual):
        chip = found._suggestions.chip(values["what"])
        if chip is not None:
            chip.click()
        else:
            found.add_button.click()
        card = found.cards[-1]
        _record(hands, card, values)
        assert card.flush()


def _goals(hands: Hands, found: Field) -> None:
    assert isinstance(found, GuestField)
    guest = found._guest
    assert isinstance(guest, GoalsField)
    for wanted in hands.answer(found, []):
        guest.own.click()
        write_goal(hands, guest, wanted)
        assert guest.leave()


def open_body(guest: GoalsField) -> GoalBody:
    """The card that is open."""
    (body,) = [card.body for card in guest.list.cards if card.is_open]
    assert body is not None
    return body


def write_goal(hands: Hands, guest: GoalsField, wanted: Mapping[str, Any]) -> None:
    """Fills in the open card: words, origin, measure, dates, one pictogram and actions."""
    body = open_body(guest)
    texts = {
        "sentence": body.texts.sentence.edit,
        "easy": body.texts.easy.edit,
        "origin": body.about.origin.edit,
    }
    if body.smart is not None:
        texts["measure"] = body.smart.measure.edit
    for name, edit in texts.items():
        if name in wanted:
            if name != "easy":
                hands.typed.append(wanted[name])
            write(edit, wanted[name])
            QTest.keyClick(edit, Qt.Key.Key_Tab)
    if "purpose" in wanted:
        pick(body.about.purpose, wanted["purpose"])
    if "target" in wanted and body.smart is not None:
        type_day(body.smart.target, wanted["target"])
    if wanted.get("pictogram"):
        pick_pictogram(hands, body, wanted["pictogram"])
    for action in wanted.get("actions", ()):
        add_action(hands, body, action)


def pick_pictogram(hands: Hands, body: GoalBody, word: str) -> None:
    """Searches a pictogram by a word, and takes the first with Enter."""
    row = body.texts.pictograms
    (add,) = row._chosen.inside()
    assert isinstance(add, PictogramButton)
    add.click()
    assert row.dialog is not None
    picker = row.dialog.picker
    keys(picker.field, word)
    hands.office.qtbot.waitUntil(lambda: 0 < len(picker.found()) < 60)
    QTest.keyClick(picker.field, Qt.Key.Key_Return)
    assert body.texts.pictograms.value()
    hands.office.active(hands.office.window)  # what a window manager does after a dialogue


def add_action(hands: Hands, body: GoalBody, wanted: Mapping[str, str]) -> None:
    """Adds the next letter."""
    body.acts.add_button.click()
    (form,) = [row.form for row in body.acts.rows if row.is_open]
    assert form is not None
    hands.typed.append(wanted["what"])
    write(form.what.edit, wanted["what"])
    QTest.keyClick(form.what.edit, Qt.Key.Key_Tab)
    hands.pick_person(form.responsible)
    if "done_by" in wanted:
        type_day(form.done_by, wanted["done_by"])


_FILL: dict[type[Field], Callable[[Hands, Any], None]] = {
    ShortTextField: _short,
    LongTextField: _long,
    ChoiceField: _choice,
    ChoicesField: _choices,
    DateAnswerField: _date,
    NumberField: _number,
    MarkField: _mark,
    TickField: _tick,
    PersonField: _person,
    TableField: _table,
    LifeDomainField: _domains,
    TopicsField: _topics,
    RisksField: _records,
    AgreementsField: _records,
    GuestField: _goals,
}
