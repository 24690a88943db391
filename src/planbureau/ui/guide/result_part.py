"""The outcome of the guide: what goes before everything, the plans, what is also possible, what is not."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from planbureau.formats.answers import JsonValue
from planbureau.formats.model import PlanFormat
from planbureau.rules.plan_guide import Guide, Proposal, Reason, Remark, Strength
from planbureau.rules.plan_guide.advice import Weight
from planbureau.ui.guide.proposal_row import ProposalRow, ReasonLines, source_words
from planbureau.ui.guide.subjects import GuideSubject
from planbureau.ui.theme.context import ThemeContext
from planbureau.ui.theme.tokens import Tone
from planbureau.ui.widgets.banner import Banner
from planbureau.ui.widgets.card import Card
from planbureau.ui.widgets.labels import TextLabel, TextRole

_PROPOSED = "Deze plannen passen"
_NOTHING = "Met deze antwoorden komt er nog geen plan naar voren."


class ResultPart(QWidget):
    """Made anew for each outcome; what was ticked stays ticked."""

    changed = Signal()
    open_requested = Signal(str)

    def __init__(self, context: ThemeContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self.rows: list[ProposalRow] = []
        self._ticked: dict[str, str] = {}  # plan type -> for whom
        self.open = False
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(context.px(14))

    def show_guide(
        self,
        found: Guide,
        formats: Sequence[PlanFormat],
        subject: GuideSubject,
        running: Mapping[str, str],
    ) -> None:
        """Shows an outcome."""
        self._clear()
        by_id = {plan_format.id: plan_format for plan_format in formats}
        loud = [one for one in found.remarks if one.weight is not Weight.GOOD_TO_KNOW]
        for remark in loud:
            self._column.addWidget(self._banner(remark))
        titles = [question.label for question in found.open_questions]
        if titles:
            self._column.addWidget(
                Banner(
                    self._context,
                    "Met deze antwoorden wordt het preciezer",
                    Tone.INFO,
                    detail=" · ".join(titles),
                )
            )
        self._plans(_PROPOSED, found.proposed, by_id, subject, running, _NOTHING)
        self._plans("Ook mogelijk", found.of(Strength.ALSO), by_id, subject, running)
        self._not_needed(found.of(Strength.NOT), by_id)
        self._quiet([one for one in found.remarks if one not in loud])
        self._remember()

    def chosen(self) -> tuple[ProposalRow, ...]:
        """The plans that were ticked, in the order of the page."""
        return tuple(row for row in self.rows if row.ticked)

    # Parts

    def _clear(self) -> None:
        while (item := self._column.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self.rows = []

    def _banner(self, remark: Remark) -> Banner:
        tone = Tone.ERR if remark.weight is Weight.DANGER else Tone.WARN
        detail = " ".join(part for part in (remark.detail, f"({source_words(remark.reason)})") if part)
        return Banner(self._context, remark.reason.text, tone, detail=detail)

    def _plans(
        self,
        title: str,
        proposals: Sequence[Proposal],
        formats: Mapping[str, PlanFormat],
        subject: GuideSubject,
        running: Mapping[str, str],
        nothing: str = "",
    ) -> None:
        if not proposals and not nothing:
            return
        card = Card(self._context, title)
        if not proposals:
            card.add(TextLabel(nothing, TextRole.MUTED))
        for proposal in proposals:
            there = running.get(proposal.plan, "")
            row = ProposalRow(self._context, proposal, formats[proposal.plan], subject, there)
            row.check.setChecked(proposal.plan in self._ticked and row.check.isEnabled())
            row.whom.blockSignals(True)
            if row.whom.findData(self._ticked.get(proposal.plan, "")) >= 0:
                row.whom.set_value(self._ticked[proposal.plan])
            row.whom.blockSignals(False)
            row.changed.connect(self._changed)
            row.open_requested.connect(self.open_requested)
            self.rows.append(row)
            card.add(row, divided=True)
        self._column.addWidget(card)

    def _not_needed(self, proposals: Sequence[Proposal], formats: Mapping[str, PlanFormat]) -> None:
        if not proposals:
            return
        card = Card(self._context, "Niet nodig, omdat")
        for proposal in proposals:
            box = QWidget()
            column = QVBoxLayout(box)
            column.setContentsMargins(0, self._context.px(2), 0, self._context.px(2))
            column.setSpacing(self._context.px(2))
            column.addWidget(TextLabel(formats[proposal.plan].title, TextRole.STRONG))
            column.addWidget(ReasonLines(self._context, proposal.reasons))
            card.add(box, divided=True)
        self._column.addWidget(card)

    def _quiet(self, remarks: Sequence[Remark]) -> None:
        if not remarks:
            return
        card = Card(self._context, "Goed om te weten")
        reasons: tuple[Reason, ...] = tuple(remark.reason for remark in remarks)
        card.add(ReasonLines(self._context, reasons))
        self._column.addWidget(card)

    # What is kept of it

    def typed_name(self) -> str:
        return "uitkomst"

    def typed(self) -> JsonValue:
        return {"open": self.open, "ticked": dict(self._ticked)}

    def put_back(self, value: JsonValue) -> None:
        """What was ticked before, shown with the next outcome."""
        if isinstance(value, dict):
            self.open = bool(value.get("open"))
            self._ticked = {str(k): str(v) for k, v in dict(value.get("ticked", {})).items()}

    def _changed(self) -> None:
        self._remember()
        self.changed.emit()

    def _remember(self) -> None:
        self._ticked = {row.proposal.plan: row.for_whom() for row in self.chosen()}
