"""The tip below a text: what could be plainer, and what belongs in the file instead of the plan."""

from __future__ import annotations

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from planbureau.rules.plain_language.check import check_text
from planbureau.rules.plain_language.hint import TextContext
from planbureau.ui.widgets.inline_message import InlineMessage, MessageLevel
from planbureau.ui.widgets.long_text_edit import LongTextEdit
from planbureau.ui.wizard.desk import Desk

_CHECKED = 6_000
"""So many characters are looked at: enough for every answer, and quick enough to go unnoticed."""


class TextTip(InlineMessage):
    """Looks at a text when the hands rest. `touched` after each keystroke; it never stops anything."""

    def __init__(
        self,
        desk: Desk,
        edit: LongTextEdit,
        *,
        for_client: bool = False,
        own_words: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(desk.context.theme, parent=parent)
        self._desk, self._edit = desk, edit
        self._for_client, self._own_words = for_client, own_words
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(desk.pace.hints)
        self._pause.timeout.connect(self.look)

    def touched(self) -> None:
        """Something was typed."""
        self._pause.start()

    def look(self) -> None:
        """Shows the first thing; what belongs in the file comes before what could be plainer."""
        names = [person.full_name for person in self._desk.plan.people.values()]
        found = check_text(
            self._edit.value()[:_CHECKED],
            TextContext(
                names=tuple(part for name in names for part in name.split()),
                for_client=self._for_client,
                own_words=self._own_words,
                lint=self._desk.format.lint,
            ),
        )
        if not found:
            self.clear()
            return
        first = next((hint for hint in found if hint.check == "C0"), found[0])
        more = f" (nog {len(found) - 1})" if len(found) > 1 else ""
        self.show_message(MessageLevel.TIP, first.text + more)
