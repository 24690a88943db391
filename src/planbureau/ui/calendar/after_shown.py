"""What the start page looks up after it shows: each thing takes a moment, and nobody waits for all of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import suppress

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QWidget

from planbureau.errors import PlanbureauError
from planbureau.ui.calendar.gaps_line import GapsLine
from planbureau.ui.calendar.plan_lines import PlanLines
from planbureau.ui.calendar.waiting_card import WaitingCard
from planbureau.ui.page import PageContext
from planbureau.ui.visiting import sight_of


class AfterShown(QTimer):
    """Adds to `plans`, `waiting` and `gaps`, a step at a time; `added` tells that a line came."""

    added = Signal()

    def __init__(
        self, context: PageContext, plans: PlanLines, waiting: WaitingCard, gaps: GapsLine, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._context = context
        self._plans = plans
        self._waiting = waiting
        self._gaps = gaps
        self._steps: Iterator[None] | None = None
        self.timeout.connect(self._next)

    @property
    def busy(self) -> bool:
        """Whether something is still to be looked up."""
        return self._steps is not None

    def begin(self, concepts: Sequence[str]) -> None:
        """All of it anew, once `go_on` says that the page shows; `concepts` are the plans to count."""
        self.stop()
        self._steps = self._look(concepts)

    def go_on(self) -> None:
        """The page shows."""
        if self._steps is not None and not self.isActive():
            self.start()

    def forget(self) -> None:
        """What was not looked up yet is not shown any more."""
        self.stop()
        self._steps = None
        self._gaps.forget()

    def _next(self) -> None:
        # Locked, or a plan was removed meanwhile: its line goes with the next refresh.
        with suppress(PlanbureauError):
            if self._steps is None or next(self._steps, self) is self:
                self.stop()
                self._steps = None

    def _look(self, concepts: Sequence[str]) -> Iterator[None]:
        self._show_actions()
        yield
        for plan_id in concepts:
            with suppress(PlanbureauError):
                self._plans.show_needed(self._context.workspace.plans.row(plan_id))
            yield
        if not self._context.visiting:
            for plan_id in self._context.workspace.plans.lacking_agreement():
                with suppress(PlanbureauError):
                    self._show_consent(plan_id)
                yield
        self._gaps.count()

    def _show_actions(self) -> None:
        """The own actions of today or before; of the visited household or client alone during a visit."""
        found, sight = self._context.workspace.goals.due_actions(), sight_of(self._context)
        mine = [one for one in found if sight.sees(one.client_id, one.household_id)]
        self._waiting.add_actions(mine, self._context.workspace.calendar.today())
        if mine:
            self.added.emit()

    def _show_consent(self, plan_id: str) -> None:
        found = self._context.workspace.plans.waiting_consent(plan_id)
        if found.people:
            self._waiting.add_consent(found)
            self.added.emit()
