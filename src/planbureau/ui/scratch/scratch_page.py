"""The scratch pad of a client or household: jot during the talk, find each line its place afterwards."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QTimer
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from planbureau.changes import Changes
from planbureau.errors import PlanbureauError
from planbureau.rules.deadlines.working_notes import working_notes_rule
from planbureau.ui.page import Page, PageContext
from planbureau.ui.places import OpenClient, OpenPlan, OpenScratchPad, Place
from planbureau.ui.scratch.change_dialog import ChangeDialog
from planbureau.ui.scratch.drop_dialog import Choice, DropDialog
from planbureau.ui.scratch.jot_box import JotBox
from planbureau.ui.scratch.pad_card import PadCard
from planbureau.ui.visiting import sight_of
from planbureau.ui.widgets.buttons import Button
from planbureau.ui.widgets.confirm_dialog import ConfirmDialog
from planbureau.ui.widgets.help_bubble import HelpBubble
from planbureau.ui.widgets.labels import TextLabel, TextRole
from planbureau.ui.widgets.scroll_page import ScrollPage
from planbureau.ui.widgets.section_header import SectionHeader
from planbureau.ui.widgets.tab_order import follow_layout
from planbureau.views import ScratchLineView, ScratchPadView

KEEP_MS = 1500
PRIVATE = "Alleen jij ziet dit. Het hoort niet bij het dossier en gaat nooit mee op papier of in een bestand."
_WHY = (
    "Werkaantekeningen zijn een geheugensteun voor jezelf. Zet wat belangrijk is in het plan, en doe het "
    "kladblad daarna weg. Dan is het echt weg."
)
_EMPTY = "Nog geen regels. Schrijf tijdens het gesprek op wat je wilt onthouden, in welke volgorde dan ook."
ON_SCREEN = "Wat je typt staat nog op het scherm."
_SURE = "Wat hierop staat, wordt vernietigd. Wat je al in een plan zette, blijft daar staan."


class ScratchPage(Page):
    """Shows `OpenScratchPad`; Escape goes back to where it came from."""

    def __init__(
        self, context: PageContext, parent: QWidget | None = None, *, keep_ms: int = KEEP_MS
    ) -> None:
        super().__init__(context, parent)
        self._place = OpenScratchPad()
        self._pads: tuple[ScratchPadView, ...] = ()
        self.cards: list[PadCard] = []
        self.box: JotBox | None = None
        self._keep = QTimer(self)
        self._keep.setSingleShot(True)
        self._keep.setInterval(keep_ms)
        self._build()
        self._keep.timeout.connect(self._keep_now)

    # Build the page

    def _build(self) -> None:
        theme, px = self.context.theme, self.context.theme.px
        column = QVBoxLayout(self)
        column.setContentsMargins(px(20), px(14), px(14), px(10))
        column.setSpacing(px(8))
        self._header = SectionHeader("Kladblad", " ", level=TextRole.TITLE)
        self.back_button = Button(theme, "Terug (F8)", icon="arrow-left")
        self.back_button.clicked.connect(self._back)
        self._header.add_action(self.back_button)
        column.addWidget(self._header)
        self._top = QVBoxLayout()
        column.addLayout(self._top)
        self._scroll = ScrollPage(theme)
        self._lines = QWidget()
        self._list = QVBoxLayout(self._lines)
        self._list.setContentsMargins(0, 0, 0, 0)
        self._list.setSpacing(px(12))
        self._scroll.add(self._lines)
        self._scroll.add(TextLabel(PRIVATE, TextRole.SMALL))
        rule = working_notes_rule()
        self._scroll.add(HelpBubble(theme, _WHY, source=rule.source, title="Waarom een kladblad?"))
        column.addWidget(self._scroll, 1)
        QShortcut(QKeySequence("Esc"), self).activated.connect(self._back)

    # Page

    def show_place(self, place: Place) -> None:
        if not isinstance(place, OpenScratchPad):
            return
        self._place = self._seen(place)
        whose, short = self._names()
        self._header.set_subtitle(whose)
        self._make_box(short)
        self._reload()
        typing = next((pad.typing for pad in self._pads if pad.typing), "")
        if typing:
            self._box.set_words(typing)

    def refresh(self, changes: Changes) -> None:
        if changes.touches("scratch_pad", "plan", "client", "household", "person"):
            self._reload()

    def leave(self) -> bool:
        """What still stands in the box becomes a line."""
        if self.box is not None and not self._jot():
            return False
        self._keep.stop()
        return True

    def keep_unfinished(self) -> bool:
        try:
            self._keep_typing()
        except PlanbureauError:
            return False
        return True

    def first_focus(self) -> QWidget | None:
        return self.box.edit if self.box is not None else None

    @property
    def _box(self) -> JotBox:
        assert self.box is not None
        return self.box

    def _seen(self, place: OpenScratchPad) -> OpenScratchPad:
        """Whose pad may be shown; in a home visit nobody's outside the visited home."""
        if not self.context.visiting:
            return place
        visit = self.context.visit
        client_id, home = place.client_id, "" if place.client_id else place.household_id
        if not sight_of(self.context).sees(client_id, home):
            client_id, home = visit.client_id, "" if visit.client_id else visit.household_id
        return OpenScratchPad(client_id, home or visit.household_id, place.came_from)

    def _names(self) -> tuple[str, str]:
        clients = self.context.workspace.clients
        if self._place.client_id:
            person = clients.client(self._place.client_id).person
            return person.full_name, person.short_name
        return clients.household(self._place.household_id).name, ""

    def _make_box(self, short: str) -> None:
        if self.box is not None:
            self._top.removeWidget(self.box)
            self.box.hide()
            self.box.deleteLater()
        self.box = JotBox(self.context.theme, short)
        self._top.addWidget(self.box)
        self.box.line_entered.connect(self._jot)
        self.box.typed.connect(self._typed)
        read_only = self.context.workspace.read_only
        self.box.setEnabled(not read_only)

    # Lines

    def _reload(self) -> None:
        place, theme = self._place, self.context.theme
        self._pads = self.context.workspace.scratch.pads(place.client_id, place.household_id)
        while (item := self._list.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self.cards = [PadCard(theme, pad, self.context.clock.today()) for pad in self._pads if pad.lines]
        for card in self.cards:
            card.close_requested.connect(self._close)
            for row in card.rows:
                row.plan_requested.connect(self._drop)
                row.place_requested.connect(self._open)
                row.change_requested.connect(self._change)
                row.strike_requested.connect(self._strike)
            self._list.addWidget(card)
        if not self.cards:
            self._list.addWidget(TextLabel(_EMPTY, TextRole.MUTED))
        follow_layout(self, self._box.add_button)

    def _line(self, line_id: str) -> ScratchLineView:
        return next(line for pad in self._pads for line in pad.lines if line.id == line_id)

    def _typed(self) -> None:
        if not self._keep.isActive():
            self._keep.start()

    def _keep_now(self) -> None:
        try:
            self._keep_typing()
        except PlanbureauError as problem:
            self.message_requested.emit(f"{problem} {ON_SCREEN}")
            self._keep.start()

    def _keep_typing(self) -> None:
        place = self._place
        if self.box is not None and not self.context.workspace.read_only:
            self.context.workspace.scratch.keep_typing(place.client_id, place.household_id, self.box.words())

    def _jot(self) -> bool:
        box, place, scratch = self._box, self._place, self.context.workspace.scratch
        if not box.words().strip():
            return True
        if not self._done(
            lambda: scratch.jot(place.client_id, place.household_id, box.words(), quote=box.is_quote())
        ):
            return False
        box.clear()
        self._keep.stop()
        QTimer.singleShot(0, self, self._show_newest)
        return True

    def _show_newest(self) -> None:
        if self.cards and self.cards[0].rows:
            self._scroll.ensureWidgetVisible(self.cards[0].rows[-1])

    def _strike(self, line_id: str, done: bool) -> None:
        self._done(lambda: self.context.workspace.scratch.strike(line_id, done=done))

    def _change(self, line_id: str) -> None:
        dialog = ChangeDialog(self.context.theme, self._line(line_id), self)
        accepted = dialog.exec() == QDialog.DialogCode.Accepted
        words, quote = dialog.words(), dialog.is_quote()
        dialog.deleteLater()
        if accepted:
            self._done(lambda: self.context.workspace.scratch.change_line(line_id, words, quote=quote))

    # Into a plan

    def choices(self) -> tuple[Choice, ...]:
        """Every place in the plans that may be seen here, those of the plan that one came from first."""
        workspace, place = self.context.workspace, self._place
        sight = sight_of(self.context)
        rows = [
            row
            for row in workspace.plans.rows(place.client_id or place.household_id)
            if sight.sees("".join(row.client_ids[:1]), row.household_id)
        ]
        here = place.came_from.plan_id if isinstance(place.came_from, OpenPlan) else ""
        rows.sort(key=lambda row: row.id != here)
        return tuple(
            Choice(row.id, row.title, found)
            for row in rows
            for found in workspace.scratch.destinations(row.id)
        )

    def _drop(self, line_id: str) -> None:
        choices = self.choices()
        if not choices:
            self.message_requested.emit("Er is nog geen plan om de regel in te zetten. Begin eerst een plan.")
            return
        dialog = DropDialog(self.context.theme, self._line(line_id), choices, self)
        dialog.exec()
        chosen, quote = dialog.chosen, dialog.is_quote()
        dialog.deleteLater()
        if chosen is not None:
            self.drop(line_id, chosen, quote=quote)

    def drop(self, line_id: str, choice: Choice, *, quote: bool) -> None:
        """Puts a line in its place, and says where it went."""
        scratch, line = self.context.workspace.scratch, self._line(line_id)

        def verb() -> None:
            if quote != line.quote:
                scratch.change_line(line_id, line.words, quote=quote)
            scratch.drop(line_id, choice.plan_id, choice.place)

        if self._done(verb):
            self.message_requested.emit(f"Staat nu bij: {choice.place.label}")

    def _open(self, line_id: str) -> None:
        line = self._line(line_id)
        self.place_requested.emit(OpenPlan(line.plan_id, question_id=line.key))

    def _close(self, pad_id: str) -> None:
        left = next(pad.left for pad in self._pads if pad.id == pad_id)
        waiting = f"Er zijn nog regels niet verwerkt: {left}. " if left else ""
        dialog = ConfirmDialog(
            self.context.theme, "Dit kladblad wegdoen?", waiting + _SURE, action="Wegdoen", danger=True,
            parent=self,
        )  # fmt: skip
        accepted = dialog.exec() == QDialog.DialogCode.Accepted
        dialog.deleteLater()
        if accepted and self._done(lambda: self.context.workspace.scratch.close(pad_id)):
            self.message_requested.emit("Het kladblad is weg.")

    def _done(self, verb: Callable[[], object]) -> bool:
        try:
            verb()
        except PlanbureauError as problem:
            self.message_requested.emit(str(problem))
            return False
        self._reload()
        self._box.edit.setFocus()
        return True

    def _back(self) -> None:
        place = self._place
        self.place_requested.emit(place.came_from or OpenClient(place.client_id, place.household_id))
