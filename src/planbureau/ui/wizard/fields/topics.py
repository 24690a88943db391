"""Topics that a law names: discussed or not applicable; much follows from the life domains."""

from __future__ import annotations

from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from planbureau.formats.answers import JsonValue
from planbureau.formats.model import LifeDomain
from planbureau.formats.topics import DISCUSSED, NOT_APPLICABLE, TopicMark, topic_marks
from planbureau.ui.theme.tokens import Tone
from planbureau.ui.widgets.buttons import Button, ButtonKind
from planbureau.ui.widgets.chip_row import ChipRow
from planbureau.ui.widgets.flow import Flow
from planbureau.ui.widgets.icon_label import IconLabel
from planbureau.ui.widgets.labels import Divider, TextLabel, TextRole
from planbureau.ui.wizard.fields.field import Field
from planbureau.ui.wizard.row_box import RowBox

_CHIPS = ((DISCUSSED, "Besproken"), (NOT_APPLICABLE, "N.v.t."))
_REST = {DISCUSSED: "De rest: besproken", NOT_APPLICABLE: "De rest: n.v.t."}


class TopicsField(Field):
    """What was discussed with a life domain stands right already, and says so."""

    def make_editor(self) -> QWidget:
        box = QWidget()
        column = QVBoxLayout(box)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(self.px(8))
        self._own: dict[str, str] = {}
        self._rows: dict[str, tuple[ChipRow, TextLabel, IconLabel]] = {}
        for topic in self.desk.format.domain_set(self.question.domain_set).domains:
            if self._rows:
                column.addWidget(Divider())
            column.addWidget(self._make_row(topic))
        column.addWidget(self._make_rest())
        box.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        return box

    def _make_rest(self) -> QWidget:
        """One tap for all that is left: nobody marks nine topics one by one."""
        self.rest = Flow(self.px(8))
        for mark, words in _REST.items():
            button = Button(self.theme, words, ButtonKind.QUIET, icon="check-check")
            button.clicked.connect(lambda _checked=False, mark=mark: self._mark_rest(mark))
            self.rest.add(button)
        return self.rest

    def _mark_rest(self, mark: str) -> None:
        self._own.update(dict.fromkeys(self._left(), mark))
        self._show_marks_of_topics()
        self.chosen()
        self.focus_widget().setFocus()

    def _make_row(self, topic: LifeDomain) -> QWidget:
        words = QWidget()
        column = QVBoxLayout(words)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(TextLabel(topic.label, TextRole.STRONG))
        if topic.prompts:
            column.addWidget(TextLabel(". ".join(topic.prompts) + ".", TextRole.SMALL))
        origin = TextLabel("", TextRole.SMALL, tone=Tone.OK)
        column.addWidget(origin)
        chips = ChipRow(self.theme, topic.label, exclusive=True)
        chips.set_chips(_CHIPS)
        for state, label in _CHIPS:
            chip = chips.chip(state)
            if chip is not None:
                chip.setAccessibleName(f"{topic.label}: {label}")
        chips.chip_toggled.connect(lambda state, topic=topic.id: self._choose(topic, state))
        sign = IconLabel(self.theme, "circle", "muted", 20)
        self._rows[topic.id] = (chips, origin, sign)
        return RowBox(self.theme, sign, words, chips)

    def focus_widget(self) -> QWidget:
        marks = self._marks()
        first = next((topic for topic in self._rows if topic not in marks), next(iter(self._rows)))
        return self._rows[first][0].chip(DISCUSSED) or self.editor

    def value(self) -> JsonValue:
        return dict(self._own)

    def show_value(self, value: JsonValue) -> None:
        self._own = dict(value) if isinstance(value, dict) else {}
        self._show_marks_of_topics()

    def refresh(self) -> None:
        super().refresh()
        self._show_marks_of_topics()

    def words(self, value: JsonValue) -> str:
        labels = {topic: self._rows[topic][0].accessibleName() for topic in self._rows}
        stored = value if isinstance(value, dict) else {}
        return "\n".join(f"{labels.get(t, t)}: {dict(_CHIPS).get(m, m)}" for t, m in stored.items())

    def _marks(self) -> dict[str, TopicMark]:
        return topic_marks(self.question, self.desk.state, self.desk.format)

    def _left(self) -> list[str]:
        """What nothing was said about, also not a moment ago."""
        known = {*self._marks(), *self._own}
        return [topic for topic in self._rows if topic not in known]

    def _choose(self, topic: str, state: str) -> None:
        if self._own.get(topic) == state:
            del self._own[topic]
        else:
            self._own[topic] = state
        self._show_marks_of_topics()
        self.chosen()

    def _show_marks_of_topics(self) -> None:
        follows = self._marks()
        self.rest.setVisible(len(self._left()) > 1)
        for topic, (chips, origin, sign) in self._rows.items():
            found = follows.get(topic)
            own = self._own.get(topic, "")
            derived = found if found is not None and found.domain is not None and not own else None
            mark = own or (derived.mark if derived else "")
            chips.set_checked({mark} if mark else set())
            origin.setText(f"Besproken bij: {derived.domain.label}" if derived and derived.domain else "")
            origin.setVisible(derived is not None)
            done = {DISCUSSED: ("circle-check", "ok"), NOT_APPLICABLE: ("circle-minus", "muted")}
            sign.set_icon(*done.get(mark, ("circle-dashed", "muted")))
