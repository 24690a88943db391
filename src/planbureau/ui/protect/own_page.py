"""The door of a plan that its client keeps: the code, what is shared, and (for the client) with whom."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from planbureau.changes import Changes
from planbureau.clock import AMSTERDAM
from planbureau.errors import PlanbureauError
from planbureau.rules.dutch import plain_date
from planbureau.ui.page import Page, PageContext
from planbureau.ui.places import ClientWrites, OpenClient, OpenOwnPlan, OpenPlan, Place, PrintPlan
from planbureau.ui.protect.code_card import CodeCard
from planbureau.ui.protect.shared_part import SharedSection
from planbureau.ui.widgets.buttons import Button, ButtonKind
from planbureau.ui.widgets.card import Card
from planbureau.ui.widgets.choice_box import ChoiceBox
from planbureau.ui.widgets.inline_message import InlineMessage, MessageLevel
from planbureau.ui.widgets.labels import FieldLabel, TextLabel, TextRole
from planbureau.ui.widgets.scroll_page import ScrollPage
from planbureau.views import OwnPlanView, ShareLine

WITH_NOBODY = (("", "Niemand"), ("team", "Iedereen van het team"))


class OwnPlanPage(Page):
    """Shows `OpenOwnPlan`."""

    def __init__(self, context: PageContext, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._plan_id = ""
        self.code: CodeCard | None = None
        self.shares: dict[str, ChoiceBox] = {}
        self._first: QWidget | None = None
        self._area = ScrollPage(context.theme, margins=(20, 14, 20, 14))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._area)
        self._inside: QWidget | None = None

    def show_place(self, place: Place) -> None:
        if isinstance(place, OpenOwnPlan):
            self._plan_id = place.plan_id
            self._show()

    def refresh(self, changes: Changes) -> None:
        by_this_page = changes.touches("plan_share", "plan_code")
        if self._plan_id in changes.subjects and not by_this_page:
            self._show()

    def first_focus(self) -> QWidget | None:
        return self._first

    def _show(self) -> None:
        own = self.context.workspace.own_plans.own_plan(self._plan_id)
        if self._inside is not None:
            self._inside.hide()
            self._inside.deleteLater()
        self._inside = QWidget()
        column = QVBoxLayout(self._inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(self.context.theme.px(12))
        self.code, self.shares = None, {}
        cards = (self._share_card(own), self._noted_card(own)) if own.opened else self._door(own)
        for card in cards:
            if card is not None:
                column.addWidget(card)
        self._area.add(self._inside)

    # Shut

    def _door(self, own: OwnPlanView) -> tuple[QWidget, ...]:
        theme = self.context.theme
        head = Card(theme, own.title)
        words = (
            f"Dit plan is van {own.client_name}. Alleen {own.client_name} schrijft erin, met een eigen code. "
            "Jij leest hier wat gedeeld is."
        )
        head.add(TextLabel(words))
        self.back = Button(theme, f"Naar {own.client_name}", ButtonKind.LINK, icon="arrow-left")
        self.back.clicked.connect(lambda: self.place_requested.emit(OpenClient(own.client_id)))
        head.add_row(self.back).addStretch()
        self.code = CodeCard(self.context, own)
        self.code.opened.connect(lambda: self.place_requested.emit(ClientWrites(self._plan_id)))
        self._first = self.code.first_field()
        return head, self.code, self._shared_card(own)

    def _shared_card(self, own: OwnPlanView) -> Card:
        theme = self.context.theme
        card = Card(theme, f"Wat {own.client_name} met jou deelt")
        plan = self.context.workspace.plans.plan(self._plan_id)
        if not plan.format.sections:
            card.add(TextLabel("Nog niets.", TextRole.MUTED))
            return card
        for section in plan.format.sections:
            card.add(SharedSection(theme, plan, section), divided=True)
        self.print_button = Button(theme, "Gedeelde delen afdrukken", icon="printer")
        self.print_button.clicked.connect(lambda: self.place_requested.emit(PrintPlan(self._plan_id)))
        row = QHBoxLayout()
        row.addWidget(self.print_button)
        row.addStretch()
        card.body.addLayout(row)
        return card

    # While the client writes

    def _share_card(self, own: OwnPlanView) -> Card:
        theme = self.context.theme
        card = Card(theme, "Wie mag dit plan lezen?")
        card.add(TextLabel("Jij kiest per deel. Wie een deel leest, kan er niets in veranderen."))
        people = [(one.id, f"Alleen {one.full_name}") for one in self.context.workspace.own_plans.readers()]
        self.message = InlineMessage(theme)
        for line in own.shares:
            box = ChoiceBox(f"Wie mag lezen: {line.title}", (*WITH_NOBODY, *people), nothing=None)
            box.set_value(line.with_whom)
            box.value_changed.connect(self._sharing(line, box))
            self.shares[line.section_id] = box
            card.add(FieldLabel(line.title, box))
            card.add(box)
        card.add(self.message)
        back = Button(theme, "Terug naar mijn plan", ButtonKind.PRIMARY, icon="arrow-left")
        back.clicked.connect(lambda: self.place_requested.emit(OpenPlan(self._plan_id)))
        row = QHBoxLayout()
        row.addWidget(back)
        row.addStretch()
        card.body.addLayout(row)
        self._first = next(iter(self.shares.values()), back)
        return card

    def _sharing(self, line: ShareLine, box: ChoiceBox) -> Callable[[], None]:
        def share() -> None:
            try:
                self.context.workspace.own_plans.share(self._plan_id, line.section_id, box.value())
            except PlanbureauError as problem:
                self.message.show_message(MessageLevel.ERROR, str(problem))
            else:
                self.message.clear()

        return share

    def _noted_card(self, own: OwnPlanView) -> Card | None:
        if not own.noted:
            return None
        card = Card(self.context.theme, "Nieuwe codes")
        for line in own.noted:
            local = line.at.astimezone(AMSTERDAM)
            words = f"{plain_date(local.date())} {local:%H:%M}: {line.what}, {line.name} was erbij"
            card.add(TextLabel(words, TextRole.SMALL))
        return card
