"""The tip below a text: what could be plainer, and what belongs in the file instead of the plan."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from planbureau.rules.plain_language.check import check_text
from planbureau.rules.plain_language.hint import TextContext
from planbureau.ui.theme.context import ThemeContext
from planbureau.ui.widgets.inline_message import InlineMessage, MessageLevel

_CHECKED = 6_000
"""So many characters are looked at: enough for every answer, and quick enough to go unnoticed."""
_OF_A_WORD = frozenset({"C0", "L5", "L8"})
"""Checks that make sense for a few words: what belongs in the file, an easier word, an abbreviation."""


PAUSE_MS = 900
"""How long hands rest before a text is looked at."""


@dataclass(frozen=True)
class TextLook:
    """How the texts of one plan are looked at: `lint` is that of its plan type, `pause` in milliseconds."""

    names: Callable[[], tuple[str, ...]]
    lint: tuple[str, ...]
    pause: int = PAUSE_MS


@dataclass(frozen=True, kw_only=True)
class TextKind:
    """What sort of text it is; `short` is a name or a few words instead of sentences."""

    for_client: bool = False
    own_words: bool = False
    goal: bool = False
    short: bool = False


PLAIN = TextKind()


class TextTip(InlineMessage):
    """Looks at a text when the hands rest. `touched` after each keystroke; it never stops anything."""

    def __init__(
        self,
        context: ThemeContext,
        look: TextLook,
        text: Callable[[], str],
        kind: TextKind = PLAIN,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(context, parent=parent)
        self._look, self._kind, self._read = look, kind, text
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(look.pause)
        self._pause.timeout.connect(self.look)

    def touched(self) -> None:
        """Something was typed."""
        self._pause.start()

    def look(self) -> None:
        """Shows the first thing; what belongs in the file comes before what could be plainer."""
        kind = self._kind
        names = tuple(part for name in self._look.names() for part in name.split())
        found = check_text(
            self._read()[:_CHECKED],
            TextContext(names, kind.for_client, kind.own_words, kind.goal, self._look.lint),
        )
        if kind.short:
            found = tuple(hint for hint in found if hint.check in _OF_A_WORD)
        if not found:
            self.clear()
            return
        first = next((hint for hint in found if hint.check == "C0"), found[0])
        more = f" (nog {len(found) - 1})" if len(found) > 1 else ""
        self.show_message(MessageLevel.TIP, first.text + more)
