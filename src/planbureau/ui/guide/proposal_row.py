"""One plan type in the outcome: a tick to begin it, how it stands, why, and whom it is about."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QVBoxLayout, QWidget

from planbureau.formats.model import PlanFormat, Subject
from planbureau.rules.mark import Mark
from planbureau.rules.plan_guide import Proposal, Reason, Strength
from planbureau.ui.guide.subjects import GuideSubject
from planbureau.ui.theme.context import ThemeContext
from planbureau.ui.theme.tokens import Tone
from planbureau.ui.widgets.buttons import Button, ButtonKind
from planbureau.ui.widgets.choice_box import ChoiceBox
from planbureau.ui.widgets.labels import TextLabel, TextRole
from planbureau.ui.widgets.status_badge import StatusBadge

_LOOK = {
    Strength.FIRST: (Tone.ERR, "circle-alert"),
    Strength.OFFER: (Tone.INFO, "hand-heart"),
    Strength.NEEDED: (Tone.WARN, "flag"),
    Strength.FITS: (Tone.OK, "circle-check"),
    Strength.ALSO: (Tone.IDLE, "circle"),
    Strength.NOT: (Tone.IDLE, "circle-slash"),
}
RUNNING = "loopt al"
NO_HOME = "Hiervoor is een gezin nodig. Maak dat eerst op de pagina van de cliënt, bij Gezin en netwerk."
NO_CLIENT = "Hiervoor is een cliënt nodig. In dit gezin is nog niemand cliënt."


def source_words(reason: Reason) -> str:
    """Where a reason stands and how firm it is: "Wet: Jeugdwet 4.1.3"."""
    if reason.mark is Mark.OWN:
        return f"{reason.source}, geen regel"
    return f"{reason.mark.label.capitalize()}: {reason.source}"


class ReasonLines(QWidget):
    """Reasons below each other, each with its source."""

    def __init__(self, context: ThemeContext, reasons: tuple[Reason, ...]) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(context.px(2))
        for at, reason in enumerate(reasons):
            if at:
                column.addSpacing(context.px(4))
            column.addWidget(TextLabel(reason.text))
            column.addWidget(TextLabel(source_words(reason), TextRole.SMALL))


class ProposalRow(QWidget):
    """`changed`: it was ticked, or is about somebody else; `open_requested` opens the plan there is."""

    changed = Signal()
    open_requested = Signal(str)

    def __init__(
        self,
        context: ThemeContext,
        proposal: Proposal,
        plan_format: PlanFormat,
        subject: GuideSubject,
        running: str,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.proposal, self.format = proposal, plan_format
        household = plan_format.subject is Subject.HOUSEHOLD
        self._whom = subject.homes if household else _named(proposal.people, subject.names)
        self.check = QCheckBox(plan_format.title.replace("&", "&&"))
        self.check.setProperty("strong", True)
        standing = RUNNING if proposal.running else proposal.strength.label
        self.check.setAccessibleName(f"{plan_format.title} beginnen ({standing})")
        self.check.setAccessibleDescription(" ".join(reason.text for reason in proposal.reasons))
        self.check.setEnabled(bool(self._whom))
        self.check.clicked.connect(self.changed)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, context.px(4), 0, context.px(4))
        column.setSpacing(context.px(4))
        head = QHBoxLayout()
        head.addWidget(self.check, 1)
        head.addWidget(_badge(context, proposal), 0, Qt.AlignmentFlag.AlignTop)
        column.addLayout(head)
        inside = QVBoxLayout()
        inside.setContentsMargins(context.px(30), 0, 0, 0)
        inside.setSpacing(context.px(6))
        column.addLayout(inside)
        inside.addWidget(ReasonLines(context, proposal.reasons))
        self.whom = ChoiceBox(f"Voor wie is het {plan_format.title}", self._whom.items(), nothing=None)
        self.whom.value_changed.connect(self.changed)
        if len(self._whom) > 1:
            row = QHBoxLayout()
            row.addWidget(TextLabel("Voor", TextRole.FIELD, wrap=False))
            row.addWidget(self.whom, 1)
            inside.addLayout(row)
        else:
            self.whom.setParent(self)
            self.whom.hide()
        if not self._whom:
            inside.addWidget(TextLabel(NO_HOME if household else NO_CLIENT, TextRole.SMALL_STRONG))
        if running:
            self._say_running(context, inside, running)

    def _say_running(self, context: ThemeContext, inside: QVBoxLayout, plan_id: str) -> None:
        title = self.format.title
        button = Button(context, "Open het plan dat er is", ButtonKind.LINK, icon="file-text")
        button.setAccessibleName(f"{title} dat er is openen")
        button.clicked.connect(lambda: self.open_requested.emit(plan_id))
        inside.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)

    @property
    def ticked(self) -> bool:
        return self.check.isChecked()

    def for_whom(self) -> str:
        """The client or household that it would be about."""
        return self.whom.value()


def _badge(context: ThemeContext, proposal: Proposal) -> StatusBadge:
    """How it stands; what runs already is not waiting to be done."""
    if proposal.running:
        return StatusBadge(context, RUNNING, Tone.OK, icon="circle-check")
    tone, icon = _LOOK[proposal.strength]
    return StatusBadge(context, proposal.strength.label, tone, icon=icon)


def _named(keys: tuple[str, ...], names: Mapping[str, str]) -> dict[str, str]:
    return {key: names[key] for key in keys if key in names}
