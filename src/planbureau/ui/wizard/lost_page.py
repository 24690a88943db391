"""A plan whose plan type is gone or broken: what the matter is, what to do, and what can still be read."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QFileDialog, QVBoxLayout, QWidget

from planbureau.changes import Changes
from planbureau.errors import NotFoundError, PlanbureauError
from planbureau.rules.dutch import plain_date
from planbureau.ui.page import Page, PageContext
from planbureau.ui.places import OpenClient, OpenLostPlan, OpenSettings, Place, PrintPlan
from planbureau.ui.plan_words import LOST
from planbureau.ui.theme.tokens import Tone
from planbureau.ui.widgets.banner import Banner
from planbureau.ui.widgets.buttons import Button
from planbureau.ui.widgets.card import Card
from planbureau.ui.widgets.confirm_dialog import ConfirmDialog
from planbureau.ui.widgets.flow_box import FlowBox
from planbureau.ui.widgets.labels import TextLabel, TextRole
from planbureau.ui.widgets.scroll_page import ScrollPage
from planbureau.ui.widgets.section_header import SectionHeader
from planbureau.ui.widgets.status_badge import StatusBadge
from planbureau.ui.widgets.tab_order import follow_layout
from planbureau.views import LostPlanView

MATTER = "Het bestand van dit plantype is er niet of is stuk. Alles wat in het plan staat, is bewaard."
TO_DO = (
    "Zet het bestand terug, of verbeter het. Bij Instellingen, Plantypen, staat wat eraan mankeert. Daarna "
    "gaat het plan weer gewoon open. Schrijven kan tot die tijd niet; lezen en exporteren wel."
)
NO_WORDS = "In dit plan staat nog geen tekst."
EXPORT = (
    "In het bestand staat alles leesbaar, zonder wachtwoord. Bewaar het alleen op een veilige plek. Wie het "
    "inleest, heeft ook dit plantype nodig."
)


class LostPlanPage(Page):
    """Shows `OpenLostPlan`; when the plan type is back, the plan itself."""

    def __init__(self, context: PageContext, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.plan: LostPlanView | None = None
        self.buttons = FlowBox()
        theme, px = context.theme, context.theme.px
        column = QVBoxLayout(self)
        column.setContentsMargins(px(20), px(14), px(14), px(10))
        column.setSpacing(px(8))
        self._header = SectionHeader("Plan", " ", level=TextRole.TITLE)
        self.back_button = Button(theme, "Terug", icon="arrow-left")
        self.back_button.clicked.connect(self._back)
        self._header.add_action(self.back_button)
        column.addWidget(self._header)
        self._scroll = ScrollPage(theme)
        self._content = QWidget()
        self._column = QVBoxLayout(self._content)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(px(12))
        self._scroll.add(self._content)
        column.addWidget(self._scroll, 1)
        QShortcut(QKeySequence("Esc"), self).activated.connect(self._back)

    def show_place(self, place: Place) -> None:
        if not isinstance(place, OpenLostPlan):
            return
        found = self.context.workspace.plans.lost(place.plan_id)
        if found is None:
            raise NotFoundError("Dit plantype is er weer.", "Open het plan opnieuw.")
        self.plan = found
        self._show(found)

    def refresh(self, changes: Changes) -> None:
        if self.plan is not None and self.plan.id in changes.subjects:
            self.plan = self.context.workspace.plans.lost(self.plan.id) or self.plan
            self._show(self.plan)

    def first_focus(self) -> QWidget | None:
        return next(iter(self.buttons.inside()), self.back_button)

    def _show(self, plan: LostPlanView) -> None:
        theme = self.context.theme
        self._header.set_title(plan.title)
        self._header.set_subtitle(plan.subject_name)
        while (item := self._column.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        words, tone, icon = LOST
        self._column.addWidget(StatusBadge(theme, words, tone, icon=icon), 0, Qt.AlignmentFlag.AlignLeft)
        self._column.addWidget(Banner(theme, MATTER, Tone.WARN, detail=TO_DO))
        self.buttons = FlowBox()
        self.buttons.refill(self._buttons(plan))
        self._column.addWidget(self.buttons)
        if plan.problems:
            card = Card(theme, "Wat er mis is met de bestanden")
            for line in plan.problems:
                card.add(TextLabel(line), divided=True)
            self._column.addWidget(card)
        card = Card(theme, "Wat er in het plan staat")
        for heading, text in plan.parts:
            card.add(_part(theme.px(2), heading, text), divided=True)
        if not plan.parts:
            card.add(TextLabel(NO_WORDS, TextRole.MUTED))
        self._column.addWidget(card)
        follow_layout(self, self.back_button)

    def _buttons(self, plan: LostPlanView) -> Iterator[Button]:
        """To the settings, not during a visit; the last adopted version; and out of the vault."""
        theme = self.context.theme
        if not self.context.visiting:
            settings = Button(theme, "Naar Instellingen", icon="settings")
            settings.clicked.connect(lambda: self.place_requested.emit(OpenSettings()))
            yield settings
        last = max(plan.versions, key=lambda one: one.number, default=None)
        if last is not None:
            words = f"Versie {last.number} van {plain_date(last.adopted_on)} lezen of afdrukken"
            read = Button(theme, words, icon="printer")
            read.clicked.connect(self._read_version)
            yield read
        export = Button(theme, "Plan exporteren", icon="upload")
        export.clicked.connect(self._export)
        yield export

    def _read_version(self) -> None:
        assert self.plan is not None
        number = max(one.number for one in self.plan.versions)
        self.place_requested.emit(PrintPlan(self.plan.id, version=number))

    def _export(self) -> None:
        dialog = ConfirmDialog(
            self.context.theme, "Dit plan exporteren?", EXPORT, action="Kies een plek", parent=self
        )
        accepted = dialog.exec() == QDialog.DialogCode.Accepted
        dialog.deleteLater()
        name = ""
        if accepted:
            name, _ = QFileDialog.getSaveFileName(self, "Plan exporteren", "plan.json", "Planbureau (*.json)")
        if name:
            self.export(Path(name))

    def export(self, path: Path) -> None:
        """Writes the plan to this file, and says so."""
        assert self.plan is not None
        exchange = self.context.workspace.exchange
        try:
            exchange.save(path, exchange.export_plan(self.plan.id))
        except PlanbureauError as problem:
            self.message_requested.emit(str(problem))
        else:
            self.message_requested.emit("Het plan is geëxporteerd.")

    def _back(self) -> None:
        plan = self.plan
        if plan is not None:
            self.place_requested.emit(OpenClient(plan.client_id, "" if plan.client_id else plan.household_id))


def _part(gap: int, heading: str, text: str) -> QWidget:
    part = QWidget()
    column = QVBoxLayout(part)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(gap)
    column.addWidget(TextLabel(heading, TextRole.STRONG))
    column.addWidget(TextLabel(text))
    return part
