"""A plan in the client's own hands: which places may show, and the bar while the client writes."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from planbureau.errors import PlanbureauError
from planbureau.ui.page import PageContext
from planbureau.ui.places import AdoptPlan, OpenAnnexes, OpenOwnPlan, OpenPlan, OpenTalk, Place, PrintPlan
from planbureau.ui.theme.context import ThemeContext
from planbureau.ui.widgets.buttons import Button, ButtonKind
from planbureau.ui.widgets.icon_label import IconLabel
from planbureau.ui.widgets.labels import TextLabel, TextRole


class OwnHands:
    """`plan_id` is the plan that its client opened; empty when nobody did."""

    def __init__(self, context: PageContext) -> None:
        self._own_plans = context.workspace.own_plans
        self.plan_id = ""

    def turn_to(self, plan_id: str) -> str:
        """The turn of the client begins, or ends when this is empty; the answer is the plan before."""
        before, self.plan_id = self.plan_id, plan_id
        if not plan_id:
            self._own_plans.leave()
        return before

    def allows(self, place: Place) -> bool:
        """While the client writes only that plan, its print and what is shared of it may show."""
        if not self.plan_id:
            return True
        mine = isinstance(place, OpenPlan | PrintPlan | OpenOwnPlan)
        return mine and getattr(place, "plan_id", "") == self.plan_id

    def door_of(self, place: Place) -> Place:
        """A plan that is shut shows its door: what is shared, and where the code is typed."""
        if isinstance(place, OpenPlan | AdoptPlan | OpenAnnexes | OpenTalk):
            try:
                if self._own_plans.locked(place.plan_id):
                    return OpenOwnPlan(place.plan_id)
            except PlanbureauError:
                return place
        return place


class OwnBar(QWidget):
    """Shown on top of the plan while its client writes."""

    leave_requested = Signal()
    place_requested = Signal(object)  # a Place

    def __init__(self, theme: ThemeContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._plan_id = ""
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.px(20), theme.px(8), theme.px(20), theme.px(8))
        row.addWidget(IconLabel(theme, "pen-line", "primary"))
        row.addWidget(TextLabel("Jij schrijft. Alleen dit plan is te zien.", TextRole.STRONG), 1)
        self.share_button = Button(theme, "Delen", ButtonKind.SECONDARY, icon="users")
        self.share_button.setAccessibleName("Delen: wie mag dit plan lezen")
        self.share_button.clicked.connect(lambda: self.place_requested.emit(OpenOwnPlan(self._plan_id)))
        row.addWidget(self.share_button)
        self.leave_button = Button(theme, "Klaar (F9)", ButtonKind.SECONDARY, icon="lock")
        self.leave_button.clicked.connect(self.leave_requested)
        row.addWidget(self.leave_button)

    def show_plan(self, plan_id: str) -> None:
        """Names the plan that is open; empty hides the bar."""
        self._plan_id = plan_id
        self.setVisible(bool(plan_id))
