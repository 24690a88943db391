"""What a note is about: goals, actions and agreements from the plans, with what they ask to report."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from planbureau.formats.answers import JsonValue
from planbureau.ui.theme.context import ThemeContext
from planbureau.ui.widgets.chip_row import ChipMode, ChipRow
from planbureau.ui.widgets.choice_box import ChoiceBox
from planbureau.ui.widgets.labels import TextLabel, TextRole
from planbureau.views import NoteTopic, TopicView

ADD = "Kies een doel, actie of afspraak"
_LONGEST = 70


def short(label: str) -> str:
    """A label that fits on a chip."""
    return label if len(label) <= _LONGEST else f"{label[: _LONGEST - 1].rstrip()}…"


class TopicPicker(QWidget):
    """A list to choose from, and a chip for each that was chosen."""

    value_changed = Signal()

    def __init__(self, context: ThemeContext, name: str, topics: Iterable[TopicView] = ()) -> None:
        super().__init__()
        self._topics: dict[str, TopicView] = {}
        self._chosen: list[str] = []
        self.box = ChoiceBox(name, (), nothing=ADD)
        self.chips = ChipRow(context, f"{name}: gekozen", ChipMode.REMOVE)
        self.hint = TextLabel("", TextRole.HELP)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(context.px(4))
        for widget in (self.chips, self.box, self.hint):
            column.addWidget(widget)
        self.box.value_changed.connect(self._take)
        self.chips.remove_requested.connect(self._drop)
        self.set_topics(topics)

    def focus_target(self) -> QWidget:
        """What gets the focus when the field does."""
        return self.box

    def set_topics(self, topics: Iterable[TopicView]) -> None:
        """Other things to choose from; what was chosen and is not among them is let go."""
        self._topics = {topic.topic.id: topic for topic in topics}
        self._chosen = [one for one in self._chosen if one in self._topics]
        several = len({topic.plan_title for topic in self._topics.values()}) > 1
        self.box.set_options(
            (one.topic.id, short(f"{one.label} ({one.plan_title})" if several else one.label))
            for one in self._topics.values()
        )
        self._show()

    def value(self) -> tuple[NoteTopic, ...]:
        return tuple(self._topics[one].topic for one in self._chosen)

    def chosen(self) -> tuple[TopicView, ...]:
        """What was chosen, with all that is known of it."""
        return tuple(self._topics[one] for one in self._chosen)

    def set_value(self, topics: Iterable[NoteTopic]) -> None:
        self._chosen = [topic.id for topic in topics if topic.id in self._topics]
        self._show()

    def unchosen(self) -> tuple[TopicView, ...]:
        """What can still be chosen."""
        return tuple(topic for name, topic in self._topics.items() if name not in self._chosen)

    def choose(self, topic_id: str) -> None:
        """Adds one, as a person would."""
        if topic_id in self._topics and topic_id not in self._chosen:
            self._chosen.append(topic_id)
            self._show()
            self.value_changed.emit()

    def typed_name(self) -> str:
        return "gaat over"

    def typed(self) -> JsonValue:
        return list(self._chosen)

    def put_back(self, value: JsonValue) -> None:
        """Shows what was chosen before."""
        self._chosen = [str(one) for one in value if one in self._topics] if isinstance(value, list) else []
        self._show()

    def _take(self) -> None:
        chosen = self.box.value()
        if not chosen:
            return
        self.box.set_value("")
        self.choose(chosen)

    def _drop(self, topic_id: str) -> None:
        self._chosen.remove(topic_id)
        self._show()
        self.box.setFocus()
        self.value_changed.emit()

    def _show(self) -> None:
        self.chips.set_chips((one, short(self._topics[one].label)) for one in self._chosen)
        self.chips.setVisible(bool(self._chosen))
        self.box.setVisible(bool(self._topics))
        hints = [self._topics[one].hint for one in self._chosen if self._topics[one].hint]
        words = "Schrijf hierbij op: " + " · ".join(hints) if hints else ""
        self.hint.setText(words if self._topics else "Er is nog geen doel of afspraak. Dat hoeft ook niet.")
        self.hint.setVisible(bool(words) or not self._topics)
