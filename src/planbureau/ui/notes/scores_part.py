"""A score beside a note: for each goal that the note is about and that has a scale."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from PySide6.QtWidgets import QVBoxLayout, QWidget

from planbureau.formats.answers import JsonValue
from planbureau.rules.goals.gas import signed
from planbureau.rules.goals.looks import Voice
from planbureau.ui.theme.context import ThemeContext
from planbureau.ui.widgets.choice_box import ChoiceBox
from planbureau.ui.widgets.labels import FieldLabel
from planbureau.views import LookView, NoteView, ScaleView, TopicView

WITHDRAWN = "Score ingetrokken bij het verbeteren van de rapportage."


class ScoresPart(QWidget):
    """A list to choose from per goal; hidden while there is no goal with a scale."""

    def __init__(self, context: ThemeContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.boxes: dict[str, ChoiceBox] = {}
        self._earlier: dict[str, LookView] = {}
        self._chosen: dict[str, str] = {}  # also of goals that are not chosen now
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(context.px(4))
        self.hide()

    def set_earlier(self, looks: Iterable[LookView]) -> None:
        """The scores that were given with the note that is corrected."""
        self._earlier = {look.goal_id: look for look in looks if not look.replaced_by}
        self._chosen |= {goal: str(look.score) for goal, look in self._earlier.items()}

    def set_topics(self, topics: Iterable[TopicView]) -> None:
        """Asks a score for the goals among these."""
        goals = {topic.goal_id: topic for topic in topics if topic.scale is not None}
        if list(goals) == list(self.boxes):
            return
        self._remember()
        while (item := self._column.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self.boxes = {}
        for goal_id, topic in goals.items():
            assert topic.scale is not None
            label = f"Score voor {topic.goal_label}"
            box = ChoiceBox(label, _steps(topic.scale), nothing="Geen score")
            box.set_value(self._chosen.get(goal_id, ""))
            self._column.addWidget(FieldLabel(label, box))
            self._column.addWidget(box)
            self.boxes[goal_id] = box
        self.setVisible(bool(self.boxes))

    def value(self, note: NoteView, said_by: str) -> tuple[LookView, ...]:
        """The scores that are new; one that was given with the corrected note is corrected too."""
        found = []
        for goal_id, box in self.boxes.items():
            score = int(box.value()) if box.value() else None
            before = self._earlier.get(goal_id)
            if score == (before.score if before else None):
                continue
            found.append(
                LookView(
                    "",
                    goal_id,
                    note.happened_at.date(),
                    score=score,
                    voice=Voice.PROFESSIONAL.value,
                    said_by=said_by,
                    remark="" if score is not None else WITHDRAWN,
                    replaces=before.id if before else "",
                )
            )
        return tuple(found)

    def typed_name(self) -> str:
        return "scores"

    def typed(self) -> JsonValue:
        self._remember()
        return dict(self._chosen)

    def put_back(self, value: JsonValue) -> None:
        """Shows what was chosen before."""
        if isinstance(value, Mapping):
            self._chosen |= {str(goal): str(score) for goal, score in value.items()}
            for goal_id, box in self.boxes.items():
                box.set_value(self._chosen.get(goal_id, ""))

    def _remember(self) -> None:
        self._chosen |= {goal_id: box.value() for goal_id, box in self.boxes.items()}


def _steps(scale: ScaleView) -> tuple[tuple[str, str], ...]:
    return tuple((str(one), f"{signed(one)}: {scale.text(one)}") for one in reversed(scale.gas.scores))
