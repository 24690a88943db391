"""What every page is: built on first visit, shown on a place, refreshed when something was written."""

from __future__ import annotations

from dataclasses import dataclass, field

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QWidget

from planbureau.changes import Changes
from planbureau.clock import Clock
from planbureau.services.api import Workspace
from planbureau.ui.places import HomeVisit, Place
from planbureau.ui.theme.context import ThemeContext


@dataclass(frozen=True)
class PageContext:
    """What a page works with. `visit` names the household that may be seen; empty ids mean everyone."""

    workspace: Workspace
    theme: ThemeContext
    clock: Clock
    visit: HomeVisit = field(default_factory=HomeVisit)

    @property
    def visiting(self) -> bool:
        """Whether only one household may be seen."""
        return bool(self.visit.client_id or self.visit.household_id)


class Page(QFrame):
    """A page of the main window. It asks for another place by a signal, and never calls a sibling.

    A frame, drawn or not, is a panel to a screen reader, which says its name on coming into it; a plain
    widget is passed over.
    """

    place_requested = Signal(object)  # a Place
    message_requested = Signal(str)  # a short sentence for the toast bar

    def __init__(self, context: PageContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.context = context

    def show_place(self, place: Place) -> None:
        """Shows what this place names; called each time somebody goes there."""

    def refresh(self, changes: Changes) -> None:
        """Something was written; only a visible page is told."""

    def leave(self) -> bool:
        """Saves what is being typed; called before another page shows and before the vault locks."""
        return True

    def keep_unfinished(self) -> bool:
        """Called when the vault locks and `leave` could not save: keeps what was typed as a draft.

        False says that disk or vault refused, or that the page has no drafts: what was typed would be gone.
        """
        return False

    def first_focus(self) -> QWidget | None:
        """Where the keyboard starts when the page shows; None leaves it where it is."""
        return None
