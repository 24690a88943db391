"""Where a client types the code of an own plan, or chooses one."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from planbureau.errors import PlanbureauError
from planbureau.ui.page import PageContext
from planbureau.ui.widgets.buttons import Button, ButtonKind
from planbureau.ui.widgets.card import Card
from planbureau.ui.widgets.inline_message import InlineMessage, MessageLevel
from planbureau.ui.widgets.labels import FieldLabel, TextLabel
from planbureau.ui.widgets.password_field import PasswordField
from planbureau.views import OwnPlanView

FORGOTTEN = "Code vergeten? Kies samen een nieuwe"
CHOOSE = "Kies zelf een code: minstens 4 tekens, cijfers of een woord. Zeg hem tegen niemand."


class CodeCard(Card):
    """`opened` comes when the code was right: from then on the client writes."""

    opened = Signal()

    def __init__(self, context: PageContext, own: OwnPlanView, parent: QWidget | None = None) -> None:
        super().__init__(context.theme, f"Voor {own.client_name}", parent=parent)
        self._plans = context.workspace.own_plans
        self._own = own
        theme = context.theme
        self.code = PasswordField(theme, "Code")
        self.again = PasswordField(theme, "Dezelfde code nog een keer")
        self.message = InlineMessage(theme, self.code.focus_target())
        self._intro = TextLabel("")
        self._label = FieldLabel("Code", self.code)
        self._label_again = FieldLabel("Nog een keer", self.again)
        self.button = Button(theme, "Openen", ButtonKind.PRIMARY, icon="lock-open")
        self.forgotten = Button(theme, FORGOTTEN, ButtonKind.LINK)
        for widget in (self._intro, self._label, self.code, self._label_again, self.again, self.message):
            self.add(widget)
        row = QHBoxLayout()
        row.addWidget(self.button)
        row.addWidget(self.forgotten)
        row.addStretch()
        self.body.addLayout(row)
        self.button.clicked.connect(self._go)
        self.code.submit_requested.connect(self._go)
        self.again.submit_requested.connect(self._go)
        self.forgotten.clicked.connect(lambda: self._show(choosing=True))
        self._show(choosing=not own.has_code)

    def first_field(self) -> QWidget:
        """Where the keyboard starts."""
        return self.code.focus_target()

    def _show(self, *, choosing: bool) -> None:
        self._choosing = choosing
        name = self._own.client_name
        replacing = choosing and self._own.has_code
        words = "Typ je code. Daarna is alleen jouw plan op het scherm, tot je klaar bent."
        if replacing:
            words = (
                f"Doe dit alleen samen met {name}. Dat jij erbij was, wordt vastgelegd; {name} ziet dat. "
                f"Wat gedeeld is, blijft gedeeld. {CHOOSE}"
            )
        elif choosing:
            words = f"{CHOOSE} Wie er met jou bij deze laptop zit, wordt vastgelegd; jij ziet dat."
        self._intro.setText(words)
        for widget in (self._label_again, self.again):
            widget.setVisible(choosing)
        self.forgotten.setVisible(self._own.has_code and not choosing)
        self.button.set_label("Code kiezen en openen" if choosing else "Openen")
        self.code.focus_target().setFocus()

    def _go(self) -> None:
        code, plans, plan_id = self.code.secret(), self._plans, self._own.plan_id
        if self._choosing and code != self.again.secret():
            self.message.show_message(
                MessageLevel.TODO, "De twee codes zijn niet gelijk. Typ ze nog een keer."
            )
            return
        try:
            if self._choosing and self._own.has_code:
                plans.replace_code(plan_id, code)
            elif self._choosing:
                plans.choose_code(plan_id, code)
            self._own, self._choosing = replace(self._own, has_code=True), False
            plans.open(plan_id, code)
        except PlanbureauError as problem:
            self.message.show_message(MessageLevel.TODO, str(problem))
            self.code.focus_target().setFocus()
            return
        self.code.clear()
        self.again.clear()
        self.opened.emit()
