"""What others see in a life domain, with who says it, beside what the client says; never made into one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any
from uuid import uuid4

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from planbureau.ui.widgets.buttons import Button, ButtonKind, IconButton
from planbureau.ui.widgets.labels import TextLabel, TextRole
from planbureau.ui.widgets.long_text_edit import LongTextEdit
from planbureau.ui.widgets.person_picker import PersonPicker, picks_from_json, picks_to_json
from planbureau.ui.widgets.text_tip import TextTip
from planbureau.ui.wizard.desk import Desk

Voice = Mapping[str, Any]
"""What one other says: {"id", "who": people as an answer, "text"}."""


class OtherVoice(QWidget):
    """One other: who it is, and what that person sees."""

    typed = Signal()
    chosen = Signal()
    removed = Signal()

    def __init__(self, desk: Desk, about: str, voice: Voice, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        theme = desk.context.theme
        self._desk = desk
        self.voice_id = str(voice.get("id") or uuid4())
        name = f"Wat anderen zien bij {about}"
        self.who = PersonPicker(theme, f"Wie zegt dit, {name}", desk.people(), add_label="Wie zegt dit")
        self.text = LongTextEdit(theme, name, lines=2)
        self.remove = IconButton(theme, "trash-2", f"Weghalen: {name}", colour="muted")
        top = QHBoxLayout()
        top.setContentsMargins(0, 0, 0, 0)
        top.addWidget(self.who, 1)
        top.addWidget(self.remove)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(4))
        column.addLayout(top)
        column.addWidget(self.text)
        self.tip = TextTip(theme, desk.text_look, self.text.value)
        column.addWidget(self.tip)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self.show_voice(voice)
        self.who.value_changed.connect(self.chosen)
        self.text.value_changed.connect(self.typed)
        self.typed.connect(self.tip.touched)
        self.remove.clicked.connect(self.removed)

    def show_voice(self, voice: Voice) -> None:
        """Shows what is stored, without emitting anything."""
        self.blockSignals(True)
        self.who.set_people(self._desk.people())
        self.who.set_value(picks_from_json(voice.get("who"), self._desk.people()))
        self.text.set_value(str(voice.get("text") or ""))
        self.blockSignals(False)

    def voice(self) -> Voice:
        """What stands here."""
        return {"id": self.voice_id, "who": picks_to_json(self.who.value()), "text": self.text.value()}

    @property
    def empty(self) -> bool:
        """Whether nothing stands here yet."""
        return not self.who.value() and not self.text.value().strip()


class OthersEditor(QWidget):
    """At the left the words of the client as they stand, at the right what others see."""

    typed = Signal()
    chosen = Signal()

    def __init__(self, desk: Desk, about: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk, self._about = desk, about
        self._voices: list[OtherVoice] = []
        px = desk.context.theme.px
        self._client = TextLabel("", TextRole.MUTED)
        self._loose = LongTextEdit(desk.context.theme, f"Wat anderen zien bij {about}, zonder naam", lines=2)
        self._loose.value_changed.connect(self.typed)
        self.add_button = Button(desk.context.theme, "Wat iemand anders ziet", ButtonKind.QUIET, icon="plus")
        self.add_button.setAccessibleName(f"Wat iemand anders ziet toevoegen bij {about}")
        self.add_button.clicked.connect(self._add_new)
        self._list = QVBoxLayout()
        self._list.setSpacing(px(8))
        right = QVBoxLayout()
        right.setSpacing(px(8))
        right.addWidget(self._loose)
        right.addLayout(self._list)
        right.addWidget(self.add_button)
        right.addStretch(1)
        left = QVBoxLayout()
        left.addWidget(TextLabel("De cliënt zegt", TextRole.SMALL_STRONG))
        left.addWidget(self._client)
        left.addStretch(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(px(18))
        row.addLayout(left, 1)
        row.addLayout(right, 2)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)

    def focus_target(self) -> QWidget:
        return self.add_button

    def show_client(self, words: str) -> None:
        """What the client says, so that a difference is seen beside it."""
        self._client.setText(words.strip() or "Nog niets opgeschreven.")

    def show_voices(self, loose: str, voices: Sequence[Voice]) -> None:
        """Shows what is stored, without emitting anything; a row that is being typed in stays itself."""
        self._loose.set_value(loose)
        self._loose.setVisible(bool(loose))
        stored = {str(voice.get("id") or number): voice for number, voice in enumerate(voices)}
        for row in tuple(self._voices):
            if row.voice_id not in stored and not row.empty:
                self._take_down(row)
        known = {row.voice_id: row for row in self._voices}
        for voice_id, voice in stored.items():
            if voice_id in known:
                known[voice_id].show_voice(voice)
            else:
                self._put_up({**voice, "id": voice_id})

    def loose(self) -> str:
        """What was written without saying who says it."""
        return self._loose.value()

    def voices(self) -> tuple[Voice, ...]:
        """What others see; a row in which nothing stands is no voice yet."""
        return tuple(row.voice() for row in self._voices if not row.empty)

    def _put_up(self, voice: Voice) -> OtherVoice:
        row = OtherVoice(self._desk, self._about, voice)
        row.typed.connect(self.typed)
        row.chosen.connect(self.chosen)
        row.removed.connect(lambda: self._remove(row))
        self._voices.append(row)
        self._list.addWidget(row)
        return row

    def _take_down(self, row: OtherVoice) -> None:
        self._voices.remove(row)
        self._list.removeWidget(row)
        row.hide()
        row.deleteLater()

    def _add_new(self) -> None:
        row = self._put_up({})
        row.show()
        row.who.focus_target().setFocus()

    def _remove(self, row: OtherVoice) -> None:
        self._take_down(row)
        self.add_button.setFocus()
        self.chosen.emit()
