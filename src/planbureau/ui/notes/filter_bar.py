"""Which notes to see: a kind, a goal, or only what is new."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox

from planbureau.rules.dutch import sentence
from planbureau.rules.notes.notes import NoteKind
from planbureau.ui.notes.topic_picker import short
from planbureau.ui.theme.context import ThemeContext
from planbureau.ui.widgets.buttons import Button, ButtonKind
from planbureau.ui.widgets.choice_box import ChoiceBox
from planbureau.ui.widgets.flow import Flow
from planbureau.views import NoteView


class NoteFilter(Flow):
    """`all_read` asks to mark what is shown as read."""

    value_changed = Signal()
    all_read = Signal()

    def __init__(self, theme: ThemeContext) -> None:
        super().__init__(theme.px(8))
        kinds = [(one.value, sentence(one.word)) for one in NoteKind]
        self.kind = ChoiceBox("Soort", kinds, nothing="Alle soorten")
        self.topic = ChoiceBox("Doel of afspraak", (), nothing="Alle doelen en afspraken")
        self.unread = QCheckBox("Alleen nieuw")
        self.read_button = Button(theme, "Alles gelezen", ButtonKind.QUIET, icon="check-check")
        for box, width in ((self.kind, 190), (self.topic, 320)):
            box.setMinimumWidth(theme.px(width))
        for widget in (self.kind, self.topic, self.unread, self.read_button):
            self.add(widget)
        self.kind.value_changed.connect(self.value_changed)
        self.topic.value_changed.connect(self.value_changed)
        self.unread.toggled.connect(self._toggled)
        self.read_button.clicked.connect(self._all_read)

    def set_topics(self, topics: Mapping[str, str]) -> None:
        """What a note can be about; the choice stays while it is there."""
        if self.topic.value() not in topics:
            quiet = self.topic.blockSignals(True)
            self.topic.set_value("")
            self.topic.blockSignals(quiet)
        self.topic.set_options((topic, short(label)) for topic, label in topics.items())
        self.topic.setVisible(bool(topics))

    def show_unread(self, many: int, wanted: int) -> None:
        """How many are new, and how many of those are shown; without any there is nothing to tick off."""
        self.read_button.setVisible(wanted > 0)
        self.unread.setText(f"Alleen nieuw ({many})")
        self.unread.setVisible(many > 0 or self.unread.isChecked())

    def wants(self, note: NoteView) -> bool:
        """Whether a note is to be shown."""
        kind, topic = self.kind.value(), self.topic.value()
        return (
            (not kind or note.kind == kind)
            and (not topic or topic in {one.id for one in note.about})
            and (note.unread or not self.unread.isChecked())
        )

    def show_all(self) -> None:
        """Hides no note any more."""
        widgets = (self.kind, self.topic, self.unread)
        quiet = [widget.blockSignals(True) for widget in widgets]
        self.kind.set_value("")
        self.topic.set_value("")
        self.unread.setChecked(False)
        for widget, was in zip(widgets, quiet, strict=True):
            widget.blockSignals(was)

    def _toggled(self) -> None:
        self.value_changed.emit()

    def _all_read(self) -> None:
        self.all_read.emit()
