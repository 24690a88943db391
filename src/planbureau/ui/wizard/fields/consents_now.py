"""The answers about the version that counts, and what can be done with each (rules B1.7; PLZ-01)."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtWidgets import QVBoxLayout, QWidget

from planbureau.rules.consent.record import ConsentOutcome
from planbureau.services.api import VersionConsents
from planbureau.ui.paper.entries import ConsentEntry
from planbureau.ui.people.keeper import Keeper
from planbureau.ui.widgets.buttons import Button
from planbureau.ui.widgets.flow import Flow
from planbureau.ui.wizard.desk import Desk
from planbureau.ui.wizard.fields.consent_forms import LaterAnswer, Withdrawal
from planbureau.views import ConsentView, FormKey

ANSWER, WITHDRAW = "akkoord", "akkoord-intrekken"
"""The names of the forms among those that were not finished; they stand at the question about agreement."""
TITLES = {ANSWER: "Antwoord vastleggen", WITHDRAW: "Akkoord intrekken"}
QUESTION = "akkoord"
_STANDS = (ConsentOutcome.AGREED.value, ConsentOutcome.PARTLY.value)


class ConsentActions(QWidget):
    """The buttons of one person, and the form that one of them opens."""

    def __init__(
        self, desk: Desk, now: VersionConsents, consent: ConsentView, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._desk, self._now, self._consent = desk, now, consent
        self._name = desk.person_name(consent.person_id)
        self._form: LaterAnswer | Withdrawal | None = None
        self._keeper: Keeper | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._buttons = Flow(desk.context.theme.px(8))
        standing = consent.withdrawn_on is None and consent.outcome in _STANDS
        made = []
        if not standing or consent.outcome != ConsentOutcome.AGREED.value:
            made.append(self._add_button("Antwoord vastleggen", "pen-line", ANSWER))
        if standing:
            made.append(self._add_button("Intrekken op…", "rotate-ccw", WITHDRAW))
        self._first = made[0]
        self._column.addWidget(self._buttons)

    def keep(self) -> bool:
        """Keeps what stands in a form that is open; False when disk or vault refuse."""
        return self._keeper.keep() if self._keeper is not None else True

    @property
    def person(self) -> tuple[str, str]:
        """Whose buttons these are, and in which capacity."""
        return (self._consent.person_id, self._consent.capacity)

    @property
    def busy(self) -> bool:
        """Whether a form is open."""
        return self._form is not None

    def take_focus(self) -> None:
        """Goes on where somebody was: in the form, or at the buttons when it was written."""
        self.show()
        if self._form is not None:
            self._form.start()
        else:
            self._first.setFocus()

    def reopen(self) -> None:
        """Opens the form in which something was left, with what was typed in it."""
        forms = self._desk.context.workspace.forms
        for name in (ANSWER, WITHDRAW):
            if self._form is None and forms.find(self._key(name)) is not None:
                self._open(name)

    def _add_button(self, words: str, icon: str, form: str) -> Button:
        button = Button(self._desk.context.theme, words, icon=icon)
        button.setAccessibleName(f"{words.removesuffix('…')}: {self._name}")
        button.clicked.connect(lambda: self._begin(form))
        self._buttons.add(button)
        return button

    def _begin(self, name: str) -> None:
        self._open(name)
        if self._form is not None:
            self._form.start()

    def _open(self, name: str) -> None:
        theme, clock = self._desk.context.theme, self._desk.context.clock
        form: LaterAnswer | Withdrawal
        if name == ANSWER:
            form = LaterAnswer(theme, clock, self._entry(), self._name, medical=self._now.medical)
            form.save_requested.connect(self._answer)
        else:
            form = Withdrawal(theme, clock, self._consent, self._name)
            form.save_requested.connect(self._withdraw)
        form.cancelled.connect(self._close)
        self._form = form
        self._keeper = Keeper(
            self._desk.context.workspace.forms, self._key(name), f"{TITLES[name]}: {self._name}", form
        )
        self._keeper.begin()
        self._buttons.hide()
        self._column.addWidget(form)
        form.show()

    def _close(self) -> None:
        if self._keeper is not None:
            self._keeper.forget()
        if self._form is not None:
            self._form.hide()
            self._form.deleteLater()
        self._form = self._keeper = None
        self._buttons.show()
        self._first.setFocus()

    def _entry(self) -> ConsentEntry:
        one = self._consent
        heard = one in self._now.heard
        return ConsentEntry(
            one.person_id, one.capacity, heard=heard, may_resist=heard and one.person_id in self._now.resists
        )

    def _answer(self, entry: ConsentEntry) -> None:
        consent = entry.view(self._desk.plan_id)
        self._write(lambda: self._desk.context.workspace.plans.record_consent(consent))

    def _withdraw(self, on: date, reason: str) -> None:
        plans = self._desk.context.workspace.plans
        self._write(lambda: plans.withdraw_consent(self._consent, on, reason))

    def _write(self, verb: Callable[[], object]) -> None:
        form, keeper = self._form, self._keeper
        if form is None or keeper is None:
            return
        done: list[bool] = []

        def once() -> None:
            verb()
            done.append(True)
            keeper.forget()
            self._keeper = None

        if not self._desk.write(once) and not done:
            form.show_problem(self._desk.trouble)

    def _key(self, form: str) -> FormKey:
        one = self._consent
        return FormKey(form, self._desk.subject_id, f"{self._desk.plan_id}:{one.person_id}:{one.capacity}")
