"""Goals and the goal matrix inside a plan: made in their own room, shown here as a field."""

from __future__ import annotations

from importlib import import_module
from typing import Any

from PySide6.QtWidgets import QWidget

from planbureau.formats.answers import JsonValue
from planbureau.formats.model import QuestionKind
from planbureau.ui.wizard.fields.field import Field


class GuestField(Field):
    """Saves by itself, and is told of changes and asked to save like the others."""

    MARKABLE = False

    def make_editor(self) -> QWidget:
        room = import_module("planbureau.ui.goals.field")
        matrix = self.question.kind is QuestionKind.GOAL_MATRIX
        make = room.MatrixField if matrix else room.GoalsField
        self._guest: Any = make(self.desk.context, self.desk.plan_id, self.question)
        for signal, wanted in (
            ("place_requested", self.desk.place_requested),
            ("message_requested", self.desk.message_requested),
        ):
            if hasattr(self._guest, signal):
                getattr(self._guest, signal).connect(wanted)
        guest: QWidget = self._guest
        return guest

    def value(self) -> JsonValue:
        return None

    def show_value(self, value: JsonValue) -> None:
        del value

    def easy_here(self) -> bool:
        return False

    def flush(self) -> bool:
        return bool(self._guest.leave()) if hasattr(self._guest, "leave") else True

    def refresh(self) -> None:
        if hasattr(self._guest, "refresh"):
            self._guest.refresh()
        self._look()
