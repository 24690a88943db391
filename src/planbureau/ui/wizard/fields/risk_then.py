"""What becomes of a risk that was looked at again: how it reads from now on, or when people look again."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from planbureau.formats.model import Option
from planbureau.formats.moments import read_day
from planbureau.formats.reviews import CHANGES, ENDS, Review
from planbureau.ui.widgets.labels import TextLabel, TextRole
from planbureau.ui.widgets.tab_order import follow_layout
from planbureau.ui.wizard.desk import Desk
from planbureau.ui.wizard.fields.record_editor import RecordEditor
from planbureau.ui.wizard.fields.record_parts import RISK, Part
from planbureau.views import RiskView

_DAY = tuple(part for part in RISK if part.name == "look_again_on")
_TITLE = "Zo staat het risico straks in het plan"


class RiskThen(QWidget):
    """`typed` with each keystroke, `chosen` after a choice. What it asks follows from the answer above it."""

    ENDED = ""
    """Nothing: the answer itself says that it ends."""

    typed = Signal()
    chosen = Signal()

    def __init__(
        self,
        desk: Desk,
        record: RiskView,
        name: str,
        options: tuple[Option, ...],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._desk, self._record, self._name = desk, record, name
        self._becomes = {one.id: one.then for one in options}
        self._editors: dict[str, RecordEditor] = {}
        self._choice = ""
        self._title = TextLabel(_TITLE, TextRole.STRONG)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(desk.context.theme.px(4))
        self._column.addWidget(self._title)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)

    def said(self, review: Review) -> Review:
        """The review with what is decided here."""
        then = self._becomes.get(review.choice, "")
        editor = self._editors.get(then)
        said = replace(review, then=then)
        if editor is None or not review.choice:
            return said
        now = editor.values()
        again = _iso(now["look_again_on"])
        if then != CHANGES:
            return replace(said, again="" if again == _iso(self._record.look_again_on) else again)
        return replace(
            said,
            what=now["what"].strip(),
            signs=now["signs"].strip(),
            measures=now["measures"].strip(),
            likelihood=now["likelihood"],
            impact=now["impact"],
            person=now["who"],
            function=now["who_function"].strip(),
            again=again,
        )

    def show_review(self, said: Review) -> None:
        """Shows what was decided without emitting anything."""
        known = self._editors.get(said.then)
        if known is None or self.said(said) != said:
            self._ask(said.choice, _values(self._record, said))
        self.show_choice(said.choice)

    def show_choice(self, choice: str) -> None:
        """Another answer was chosen above: asks what belongs to it."""
        self._choice = choice
        then = self._becomes.get(choice, "")
        if then not in self._editors:
            self._ask(choice, _values(self._record, Review()))
        for name, editor in self._editors.items():
            editor.setVisible(bool(choice) and name == then)
        self._title.setVisible(then == CHANGES)
        self.setVisible(bool(choice) and then != ENDS)

    def commit(self) -> None:
        """Reads a date that is still being typed."""
        for editor in self._editors.values():
            editor.commit()

    def _ask(self, choice: str, values: Mapping[str, Any]) -> None:
        then = self._becomes.get(choice, "")
        if not choice or then == ENDS:
            return
        parts: tuple[Part, ...] = RISK if then == CHANGES else _DAY
        if then not in self._editors:
            editor = self._editors[then] = RecordEditor(self._desk, parts, self._name)
            editor.typed.connect(self.typed)
            editor.chosen.connect(self.chosen)
            self._column.addWidget(editor)
            follow_layout(self)
        self._editors[then].show_values(dict(values))


def _values(one: RiskView, said: Review) -> dict[str, Any]:
    """What the parts begin with: how the risk reads, or how it was said to read from now on."""
    values: dict[str, Any] = {part.name: getattr(one, part.name) for part in RISK}
    values["who_function"] = one.who_function
    day = {"look_again_on": read_day(said.again)}
    if said.then != CHANGES or not said.reworded:
        return values | day if said.again else values
    same = {name: getattr(said, name) for name in ("signs", "measures", "likelihood", "impact")}
    who = {"who": said.person, "who_function": said.function}
    return {**values, "what": said.what or one.what, **same, **who, **day}


def _iso(day: date | None) -> str:
    return day.isoformat() if day is not None else ""
