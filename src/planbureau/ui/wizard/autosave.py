"""Nothing that is typed is lost: a draft within two seconds, a revision when the field is left.

The timer starts at the first keystroke that is not kept yet and is not started again by the next one,
so that unbroken typing is kept just as often.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer

DRAFT_MS = 1500
"""Half a second is left of the two seconds for the writing itself."""
CHOICE_MS = 400
"""A choice is saved at once; so many milliseconds gather choices that belong together."""

KeepDraft = Callable[[str, str], bool]
DropDraft = Callable[[str], bool]


class Kept(QObject):
    """One thing that is edited: `read` gives it as text for a draft, `save` makes a revision of it."""

    def __init__(
        self, autosave: Autosave, key: str, read: Callable[[], str], save: Callable[[], bool], owner: QObject
    ) -> None:
        super().__init__(owner)
        self.key = key
        self.read = read
        self.drafted = ""  # the key under which a draft lies, if any
        self._autosave = autosave
        self._save = save
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.timeout.connect(self.flush)

    @property
    def dirty(self) -> bool:
        """Whether something is not in a revision yet."""
        return self._autosave.waits(self)

    def touched(self) -> None:
        """Something was typed."""
        self._autosave.add(self)

    def touched_at_once(self) -> None:
        """Something was chosen: it becomes a revision as soon as the hand rests."""
        self._autosave.add(self)
        self._soon.start(self._autosave.choice_ms)

    def flush(self) -> bool:
        """Makes a revision of it now; False when that did not succeed, and then it waits for the next try."""
        self._soon.stop()
        if not self.dirty:
            return True
        if not self._save():
            return False
        self._autosave.done(self)
        return True


class Autosave(QObject):
    """Holds what is not in a revision yet, and keeps drafts of it."""

    def __init__(
        self,
        keep: KeepDraft,
        drop: DropDraft,
        *,
        draft_ms: int = DRAFT_MS,
        choice_ms: int = CHOICE_MS,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.choice_ms = choice_ms
        self._keep = keep
        self._drop = drop
        self._waiting: list[Kept] = []
        self._undrafted: list[Kept] = []
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(draft_ms)
        self._timer.timeout.connect(self.write_drafts)

    def waits(self, kept: Kept) -> bool:
        """Whether this is not in a revision yet."""
        return kept in self._waiting

    def add(self, kept: Kept) -> None:
        """Something changed that has to be kept."""
        if kept not in self._waiting:
            self._waiting.append(kept)
        if kept not in self._undrafted:
            self._undrafted.append(kept)
        if not self._timer.isActive():
            self._timer.start()

    def write_drafts(self) -> None:
        """Keeps a draft of everything that changed since the last time; tries again when that fails."""
        todo, self._undrafted = self._undrafted, []
        for kept in todo:
            if self._keep(kept.key, kept.read()):
                kept.drafted = kept.key
            else:
                self._undrafted.append(kept)
        if self._undrafted:
            self._timer.start()

    def has_undrafted(self) -> bool:
        """Whether something stands on the screen only."""
        return bool(self._undrafted)

    def done(self, kept: Kept) -> None:
        """It is in a revision: its draft is no longer needed."""
        self._waiting = [one for one in self._waiting if one is not kept]
        self._undrafted = [one for one in self._undrafted if one is not kept]
        if kept.drafted and self._drop(kept.drafted):
            kept.drafted = ""

    def forget(self, kept: Kept) -> None:
        """What it stood for was taken away."""
        self.done(kept)

    def flush(self) -> bool:
        """Makes revisions of everything now; False when something could not be saved."""
        saved = [kept.flush() for kept in tuple(self._waiting)]
        return all(saved)

    def settle(self) -> bool:
        """Makes revisions, or else drafts; False when something is kept nowhere."""
        if self.flush():
            return True
        self.write_drafts()
        return not self.has_undrafted()
