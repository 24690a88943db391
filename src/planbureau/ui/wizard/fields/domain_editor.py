"""What can be said about a life domain: the parts that its plan type chooses, and fields of its own."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from planbureau.formats.answers import DomainAnswer, has_value
from planbureau.formats.domain_parts import TEXT_PARTS, DomainPart, domain_parts
from planbureau.formats.marks import Mark, bars, mark_now, mark_wanted
from planbureau.formats.model import LifeDomain, Question, QuestionKind
from planbureau.ui.widgets.date_field import DateField
from planbureau.ui.widgets.focus import focus_target
from planbureau.ui.widgets.labels import FieldLabel, TextLabel, TextRole
from planbureau.ui.widgets.long_text_edit import LongTextEdit
from planbureau.ui.widgets.mark_bars import MarkBars
from planbureau.ui.widgets.table_cells import TableCell, make_cell
from planbureau.ui.widgets.text_tip import TextKind, TextTip
from planbureau.ui.wizard.desk import Desk
from planbureau.ui.wizard.field_grid import FieldGrid
from planbureau.ui.wizard.fields.domain_others import OthersEditor
from planbureau.ui.wizard.fields.mark_input import FaceRow, MarkInput
from planbureau.ui.wizard.fields.no_goal import NoGoal

SATISFIED = (("ja", "Tevreden", "smile"), ("beetje", "Een beetje", "meh"), ("nee", "Niet tevreden", "frown"))
_ACTED = {"ja": "ja, een doel of afspraak", "nee": "nee", "later": "later"}
"""What older plans have from when it was asked here too."""
_WIDE = frozenset({QuestionKind.LONG_TEXT, QuestionKind.CHOICES})
Values = dict[str, Any]
"""Fields of a DomainAnswer."""


@dataclass(frozen=True)
class _Tool:
    """One part as it is made: how to read it into the answer and how to show it."""

    widget: QWidget
    read: Callable[[], Values]
    show: Callable[[DomainAnswer], None]
    half: bool = False
    label: str = ""
    below: QWidget | None = None


class DomainEditor(QWidget):
    """`typed` with each keystroke, `chosen` after a choice."""

    typed = Signal()
    chosen = Signal()

    def __init__(
        self,
        desk: Desk,
        question: Question,
        domain: LifeDomain,
        topics: tuple[str, ...],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._desk, self._context = desk, desk.context.theme
        self._label = domain.label
        self._key = f"{question.id}/{domain.id}"
        self._others: OthersEditor | None = None
        self.no_goal: NoGoal | None = None
        self.texts: dict[str, LongTextEdit] = {}
        self.tips: dict[str, TextTip] = {}
        self.cells: dict[str, TableCell] = {}
        self.marks: dict[str, MarkInput] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(self._context.px(10))
        if domain.prompts:
            column.addWidget(TextLabel("Praat bijvoorbeeld over: " + _listed(domain.prompts), TextRole.HELP))
        self._tools = [tool for part in domain_parts(question) for tool in self._make(part)]
        grid = FieldGrid(self._context)
        grid.set_fields([(self._boxed(tool), tool.half) for tool in self._tools])
        column.addWidget(grid)
        self._before = TextLabel("", TextRole.SMALL)
        column.addWidget(self._before)
        if topics:
            words = f"Hiermee is ook besproken (onderwerpen van de Wlz): {_listed(topics)}."
            column.addWidget(TextLabel(words, TextRole.SMALL))

    def focus_target(self) -> QWidget:
        return focus_target(self._tools[0].widget)

    def commit(self) -> None:
        """Reads dates that are still being typed."""
        for cell in self.cells.values():
            if isinstance(cell.editor, DateField):
                cell.editor.commit()

    def answer(self, base: DomainAnswer) -> DomainAnswer:
        """What stands here, on top of `base`: what this plan type does not ask stays as it was."""
        values: Values = {}
        for tool in self._tools:
            values |= tool.read()
        cells = {name: cell.value() for name, cell in self.cells.items()}
        own = {**base.own, **cells}
        return replace(base, **values, own={name: value for name, value in own.items() if has_value(value)})

    def show_answer(self, answer: DomainAnswer) -> None:
        """Shows an answer without emitting anything."""
        self.blockSignals(True)
        for tool in self._tools:
            tool.show(answer)
        self._before.setText(f"Eerder gekozen bij 'wat doen we hiermee': {_ACTED.get(answer.act, '')}.")
        self._before.setVisible(answer.act in _ACTED)
        self._compare()
        self.blockSignals(False)

    # One part each

    def _make(self, part: DomainPart) -> list[_Tool]:
        if part.column is not None:
            return [self._column(part)]
        if part.id == "change":
            return [self._wish(part)]
        if part.id in TEXT_PARTS and part.id != "others_see":
            return [self._text(part)]
        makers = {
            "others_see": self._make_others,
            "satisfied": self._make_satisfied,
            "marks": self._make_marks,
        }
        return makers[part.id](part)

    def _text(self, part: DomainPart) -> _Tool:
        edit = LongTextEdit(self._context, f"{part.label}, {self._label}", lines=2)
        edit.value_changed.connect(self._typed)
        self.texts[part.id] = edit
        tip = self.tips[part.id] = TextTip(
            self._context, self._desk.text_look, edit.value, TextKind(own_words=part.id == "change")
        )
        edit.value_changed.connect(tip.touched)

        def show(answer: DomainAnswer) -> None:
            edit.set_value(getattr(answer, part.id))

        return _Tool(edit, lambda: {part.id: edit.value()}, show, part.id != "change", part.label, tip)

    def _wish(self, part: DomainPart) -> _Tool:
        """What should change, and below it that no goal is made of it now, with the reason."""
        wish = self._text(part)
        no_goal = self.no_goal = NoGoal(self._context, self._label)
        edit = self.texts[part.id]
        edit.value_changed.connect(lambda: no_goal.follow(edit.value()))
        no_goal.typed.connect(self.typed)
        below = QWidget()
        column = QVBoxLayout(below)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(self._context.px(4))
        column.addWidget(self.tips[part.id])
        column.addWidget(no_goal)

        def show(answer: DomainAnswer) -> None:
            wish.show(answer)
            no_goal.show_reason(answer.change, answer.no_goal)

        return replace(
            wish, read=lambda: {**wish.read(), "no_goal": no_goal.reason()}, show=show, below=below
        )

    def _column(self, part: DomainPart) -> _Tool:
        column = part.column
        assert column is not None
        cell = make_cell(self._context, column, self._desk.cell_tools)
        cell.set_name(f"{part.label}, {self._label}")
        told = self.typed if column.kind in {QuestionKind.SHORT_TEXT, QuestionKind.LONG_TEXT} else self.chosen
        cell.value_changed.connect(told)
        self.cells[column.id] = cell

        def show(answer: DomainAnswer) -> None:
            cell.set_value(answer.own.get(column.id))

        return _Tool(cell, dict, show, column.kind not in _WIDE, part.label)

    def _make_others(self, part: DomainPart) -> list[_Tool]:
        others = self._others = OthersEditor(self._desk, self._label)
        others.typed.connect(self.typed)
        others.chosen.connect(self.chosen)

        def show(answer: DomainAnswer) -> None:
            others.show_voices(answer.others_see, answer.others)

        def read() -> Values:
            return {"others_see": others.loose(), "others": others.voices()}

        return [_Tool(others, read, show, label=part.label)]

    def _make_satisfied(self, part: DomainPart) -> list[_Tool]:
        row = FaceRow(self._context, f"{part.label}, {self._label}", SATISFIED)
        row.value_changed.connect(self.chosen)
        self.satisfied = row
        return [
            _Tool(
                row,
                lambda: {"satisfied": row.value()},
                lambda answer: row.set_value(answer.satisfied),
                label=part.label,
            )
        ]

    def _make_marks(self, part: DomainPart) -> list[_Tool]:
        """Two marks beside each other, and below them the bars."""
        drawn = self.drawn = MarkBars(self._context)
        self._marks_label = part.label
        now = self._mark("mark_now", f"{part.label} nu", mark_now)
        wanted = self._mark("mark_wanted", f"{part.label} dat ik wil", mark_wanted)

        def show(answer: DomainAnswer) -> None:
            drawn.show_bars(part.label, bars(self._desk.then_mark(self._key), answer))

        return [now, wanted, _Tool(drawn, dict, show)]

    def _mark(self, name: str, label: str, given: Callable[[DomainAnswer], Mark | None]) -> _Tool:
        box = MarkInput(self._context, f"{label}, {self._label}")
        box.value_changed.connect(self._marked)
        self.marks[name] = box

        def show(answer: DomainAnswer) -> None:
            box.set_scale(self._desk.mark_scale)
            box.set_value(given(answer))

        def read() -> Values:
            mark = box.value()
            return {name: mark.value if mark else None, f"{name}_of": mark.of if mark else None}

        return _Tool(box, read, show, True, label)

    # What follows from a change

    def _typed(self) -> None:
        self._compare()
        self.typed.emit()

    def _marked(self) -> None:
        self.drawn.show_bars(
            self._marks_label, bars(self._desk.then_mark(self._key), self.answer(DomainAnswer()))
        )
        self.chosen.emit()

    def _compare(self) -> None:
        """The words of the client stand beside those of others while they are typed."""
        if self._others is not None:
            said = [self.texts[name].value().strip() for name in ("now", "change") if name in self.texts]
            self._others.show_client("\n".join(words for words in said if words))

    def _boxed(self, tool: _Tool) -> QWidget:
        box = QWidget()
        column = QVBoxLayout(box)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(self._context.px(4))
        if tool.label:
            column.addWidget(FieldLabel(tool.label, tool.widget))
        column.addWidget(tool.widget)
        if tool.below is not None:
            column.addWidget(tool.below)
        column.addStretch(1)
        return box


def _listed(words: tuple[str, ...]) -> str:
    return "; ".join(word[:1].lower() + word[1:] for word in words)
