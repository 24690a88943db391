"""What is recorded about terms, besides doing them: pauses, terms that do not hold, and their history."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from planbureau.changes import Changes
    from planbureau.views import CorrectionView, PauseView, TermRecordView


class TermService(Protocol):
    """Every verb keeps what stood there before in the history."""

    def pauses(self, plan_id: str) -> tuple[PauseView, ...]:
        """The days on which the care of this plan lay still, the first ones first."""
        ...

    def add_pause(self, pause: PauseView) -> tuple[str, Changes]:
        """Records a pause; no term shifts by itself (rules T14). Raises InvalidInputError."""
        ...

    def save_pause(self, before: PauseView, after: PauseView) -> Changes:
        """Corrects a pause. Raises InvalidInputError."""
        ...

    def remove_pause(self, pause: PauseView) -> Changes: ...

    def not_applicable(self, plan_id: str, rule_id: str, subject: str, reason: str) -> Changes:
        """Says why a term does not hold for this plan. Raises InvalidInputError for a term of the law."""
        ...

    def records(self, plan_id: str, rule_id: str, subject: str = "") -> tuple[TermRecordView, ...]:
        """What was done and decided about a term, also what was taken back; the latest first."""
        ...

    def take_back(self, record: TermRecordView) -> Changes:
        """Takes back what was recorded by mistake; it stays in the history."""
        ...

    def corrections(self, plan_id: str) -> tuple[CorrectionView, ...]:
        """The trigger dates that were changed, the latest first (rules T13)."""
        ...
