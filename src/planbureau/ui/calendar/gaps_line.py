"""One quiet line on the start page: how much is missing in the files, counted beside the window."""

from __future__ import annotations

from contextlib import suppress

from PySide6.QtWidgets import QWidget

from planbureau.errors import PlanbureauError
from planbureau.rules.dutch import count
from planbureau.ui.background import Job
from planbureau.ui.page import PageContext
from planbureau.ui.visiting import sight_of
from planbureau.ui.widgets.buttons import Button, ButtonKind
from planbureau.views import GapRow

MOST = 1000
"""So many plans are counted without being asked: with more it would keep the computer busy at each visit."""


class GapsLine(Button):
    """Hidden as long as nothing is missing or counted. In a home visit it counts the visited home alone.

    In a very large vault it only leads to the file check, which counts when somebody asks for it.
    """

    def __init__(self, context: PageContext, parent: QWidget | None = None) -> None:
        super().__init__(context.theme, " ", ButtonKind.LINK, icon="file-check")
        self.setParent(parent)
        self.setMinimumHeight(context.theme.px(38))  # in line with the button beside it
        self._page = context
        self._job: Job[tuple[GapRow, ...] | None] | None = None
        self._turn = 0
        self._narrow = False
        self._whole = self._short = " "
        self.hide()

    def count(self) -> None:
        """Begins to count; an answer of before comes too late and is dropped."""
        self._turn += 1
        turn, visit, check = self._turn, self._page.visit, self._page.workspace.file_check
        subjects = tuple(one for one in (visit.client_id, visit.household_id) if one)
        if self._page.visiting and not subjects:
            return
        sight = sight_of(self._page)

        def work() -> tuple[GapRow, ...] | None:
            found: tuple[GapRow, ...] = ()
            with suppress(PlanbureauError):  # locked meanwhile
                if not subjects and check.files() > MOST:
                    return None
                found = check.gaps(subjects)
            return tuple(row for row in found if sight.sees(row.client_id, row.household_id))

        self._job = Job(work, lambda found: self._show(turn, found), lambda _: self.forget(), self)

    def forget(self) -> None:
        """What is still being counted is not shown."""
        self._turn += 1

    def _show(self, turn: int, found: tuple[GapRow, ...] | None) -> None:
        if turn != self._turn:
            return
        if found is None:
            self._say("Dossiercheck: wat ontbreekt er?")
            self.show()
            return
        files = len({row.client_id or row.household_id for row in found})
        whose = count(files, "dossier", "dossiers")
        points = f"Dossiercheck: {count(len(found), 'punt', 'punten')}"
        self._say(f"{points} in {whose}", points)
        self.setVisible(bool(found))

    def set_narrow(self, narrow: bool) -> None:
        """In a narrow window the number of points stands alone; the whole is in the tooltip."""
        self._narrow = narrow
        self._say(self._whole, self._short)

    def _say(self, whole: str, short: str = "") -> None:
        self._whole, self._short = whole, short or whole
        self.set_label(self._short if self._narrow else whole)
        self.setAccessibleName(whole)
        self.setToolTip(whole if self._narrow else "")
