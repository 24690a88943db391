"""What was asked about the file: access, a copy, destruction, an own statement (rules RCT)."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from planbureau.errors import PlanbureauError
from planbureau.rules.deadlines import Deadline, PlanFacts, Regime, Request, RequestKind, compute
from planbureau.rules.deadlines.settings import settings_from
from planbureau.rules.dutch import plain_date, sentence
from planbureau.ui.people.desk import Desk
from planbureau.ui.people.request_form import RequestForm
from planbureau.ui.people.words import REQUESTS, label_of
from planbureau.ui.theme.tokens import Tone
from planbureau.ui.widgets.buttons import Button, ButtonKind, IconButton
from planbureau.ui.widgets.card import Card
from planbureau.ui.widgets.labels import TextLabel, TextRole
from planbureau.ui.widgets.status_badge import StatusBadge
from planbureau.views import DeadlineRow, RequestView

_ASK_MORE = frozenset({RequestKind.BY_RELATIVES.name, RequestKind.DESTRUCTION.name})
"""Whoever settles these says on which ground, or that nothing was destroyed or shown."""


class RequestsCard(Card):
    """`deadlines` are those of the client; the one of a request tells until when."""

    def __init__(
        self,
        desk: Desk,
        client_id: str,
        requests: tuple[RequestView, ...],
        deadlines: tuple[DeadlineRow, ...],
    ) -> None:
        add = Button(desk.theme, "Verzoek", ButtonKind.QUIET, icon="plus")
        add.setAccessibleName("Verzoek toevoegen")
        add.clicked.connect(lambda: desk.open_form(RequestForm(desk, client_id)))
        super().__init__(desk.theme, "Verzoeken", action=add)
        self._desk = desk
        due = {row.deadline.subject: row.deadline for row in deadlines if row.deadline.subject}
        for request in sorted(requests, key=lambda one: one.done_on is not None):
            found = due.get(request.id) or self._without_plan(request)
            self.add(self._line(client_id, request, found), divided=True)
        if not requests:
            words = (
                "Geen verzoeken. Vraagt iemand om inzage, een afschrift of vernietiging? Zet het hier neer."
            )
            self.add(TextLabel(words, TextRole.MUTED))

    def _without_plan(self, request: RequestView) -> Deadline | None:
        """The term of a request about a file without a plan: it belongs to no plan, so no calendar has it."""
        if request.asked_on is None or request.done_on is not None:
            return None
        terms = settings_from(self._desk.workspace.organisation.organisation().terms)
        asked = Request(request.id, RequestKind[request.kind], request.asked_on, written=request.written)
        # As under the Jeugdwet or the Wgbo: of the terms for destroying that is the shortest.
        facts = PlanFacts(
            plan_id="",
            plan_type="",
            regimes=frozenset({Regime.WGBO}),
            requests=(asked,),
            rule_ids=frozenset(),
        )
        found = [one for one in compute(facts, self._desk.today, terms) if one.subject == request.id]
        return found[0] if found else None

    def _line(self, client_id: str, request: RequestView, due: Deadline | None) -> QWidget:
        desk, theme = self._desk, self._desk.theme
        label = sentence(label_of(REQUESTS, request.kind))
        row = QWidget()
        lines = QVBoxLayout(row)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(theme.px(2))
        lines.addWidget(TextLabel(label, TextRole.STRONG))
        asked = f"gevraagd {plain_date(request.asked_on)}" if request.asked_on else ""
        parts = (asked, f"door {request.requester}" if request.requester else "")
        lines.addWidget(TextLabel(" · ".join(part for part in parts if part), TextRole.SMALL))
        lines.addWidget(_state(desk, request, due), 0, Qt.AlignmentFlag.AlignLeft)
        foot = QHBoxLayout()
        foot.setSpacing(theme.px(6))
        if request.done_on is None:
            done = Button(theme, "Gedaan", ButtonKind.SECONDARY, icon="check")
            done.setAccessibleName(f"{label} is gedaan")
            asks = request.kind in _ASK_MORE or bool(desk.workspace.clock_checks.doubt())
            done.clicked.connect(lambda: self._open(client_id, request) if asks else self._done(request))
            foot.addWidget(done)
        edit = IconButton(theme, "pencil", f"Verzoek {label} wijzigen")
        edit.clicked.connect(lambda: desk.open_form(RequestForm(desk, client_id, request)))
        foot.addWidget(edit)
        foot.addStretch()
        lines.addLayout(foot)
        return row

    def _open(self, client_id: str, request: RequestView) -> None:
        self._desk.open_form(RequestForm(self._desk, client_id, request))

    def _done(self, request: RequestView) -> None:
        try:
            self._desk.clients.save_request(request, replace(request, done_on=self._desk.today))
        except PlanbureauError as error:
            self._desk.say(str(error))
        else:
            self._desk.say("Verzoek afgehandeld.")


def _state(desk: Desk, request: RequestView, due: Deadline | None) -> StatusBadge:
    if request.done_on is not None and request.refused:
        return StatusBadge(desk.theme, f"geweigerd {plain_date(request.done_on)}", Tone.IDLE, icon="ban")
    if request.done_on is not None:
        return StatusBadge(desk.theme, f"gedaan {plain_date(request.done_on)}", Tone.OK)
    if due is not None and due.last_date is not None:
        late = due.last_date < desk.today
        words = f"{'te laat: was' if late else 'uiterlijk'} {plain_date(due.last_date)}"
        return StatusBadge(desk.theme, words, Tone.ERR if late else Tone.WARN)
    return StatusBadge(desk.theme, "nog te doen", Tone.WARN)
