"""A page on which people agree to a plan or an annex: what is filled in stays a draft until it is done."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QVBoxLayout, QWidget

from planbureau.errors import PlanbureauError
from planbureau.services.api import AdoptionCheck
from planbureau.ui.page import Page, PageContext
from planbureau.ui.paper.entries import DRAFT_KEY, AdoptEntries, from_text, to_text
from planbureau.ui.paper.table import Table
from planbureau.ui.theme.tokens import Tone
from planbureau.ui.widgets.banner import Banner
from planbureau.ui.widgets.buttons import Button
from planbureau.ui.widgets.labels import TextRole
from planbureau.ui.widgets.scroll_page import ScrollPage
from planbureau.ui.widgets.section_header import SectionHeader

DRAFT_MS = 1500
"""Half a second is left of the two seconds within which typed text must be kept."""


class EntriesPage(Page):
    """The head with a way back, a place for a problem, and the draft; the cards are of the page itself."""

    def __init__(
        self, context: PageContext, parent: QWidget | None = None, *, draft_ms: int = DRAFT_MS
    ) -> None:
        super().__init__(context, parent)
        self._plan_id = ""
        self._table: Table | None = None
        self._check = AdoptionCheck((), ())
        self._entries = AdoptEntries()
        self._result: QWidget | None = None  # stands in place of the cards when it is done
        self._draft = QTimer(self)
        self._draft.setSingleShot(True)
        self._draft.setInterval(draft_ms)
        self._draft.timeout.connect(self._keep)

    def _build_around(self, title: str, back: str, cards: Iterable[QWidget]) -> None:
        theme = self.context.theme
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        self._scroll = ScrollPage(theme, margins=(20, 18, 20, 18))
        column.addWidget(self._scroll)
        self._header = SectionHeader(title, " ", level=TextRole.TITLE)
        self._back = Button(theme, back, icon="arrow-left")
        self._header.add_action(self._back)
        self._problem = Banner(theme, "", Tone.ERR)
        self._problem.hide()
        for widget in (self._header, self._problem, *cards):
            self._scroll.add(widget)

    def leave(self) -> bool:
        if self._draft.isActive():
            self._keep()
        return True

    def _kept(self) -> AdoptEntries | None:
        drafts = self.context.workspace.plans.drafts(self._plan_id)
        return next((from_text(draft.text) for draft in drafts if draft.key == DRAFT_KEY), None)

    def _keep_soon(self) -> None:
        if not self._draft.isActive():
            self._draft.start()

    def _keep(self) -> None:
        self._draft.stop()
        if self._result is not None or not self._plan_id:
            return
        try:
            self.context.workspace.plans.save_draft(self._plan_id, DRAFT_KEY, to_text(self._entries))
        except PlanbureauError as problem:
            self._tell(str(problem))

    def _tell(self, text: str) -> None:
        self._problem.set_message(text, Tone.ERR)
        self._problem.show()

    def _show_result(self, view: QWidget, focus: QWidget) -> None:
        self._scroll.add(view)
        view.show()
        focus.setFocus()

    def _take_down_result(self) -> None:
        if self._result is not None:
            self._result.hide()
            self._result.deleteLater()
            self._result = None
        self._problem.hide()
