"""The verbs about annexes: small plans that belong to a plan, each with its own short wizard.

Answers of an annex are saved with the verbs for plans, and what it prints is printed with those for prints.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from planbureau.changes import Changes
    from planbureau.formats.model import PlanFormat
    from planbureau.rules.wzd.steps import NextStep
    from planbureau.services.api.adoption import AdoptionCheck
    from planbureau.views import AnnexRow, ConsentView, EvaluatedGoal, VersionRow


@dataclass(frozen=True)
class FinishAnnex:
    """What is asked when an annex is finished; `consents` only when its format asks for agreement."""

    annex_id: str
    on: date
    consents: tuple[ConsentView, ...] = ()
    not_competent: tuple[str, ...] = ()
    reason_without_consent: str = ""
    reason: str = ""  # why a finished report was corrected


@dataclass(frozen=True)
class FinishedAnnex:
    """The version that was frozen, and whether goals of the plan changed, so that its next version began."""

    version: VersionRow
    plan_changed: bool = False


class AnnexService(Protocol):
    """Annexes of plans."""

    def rows(self, plan_id: str) -> tuple[AnnexRow, ...]:
        """The annexes of a plan, the latest day first."""
        ...

    def counts(self, plan_ids: Iterable[str]) -> Mapping[str, int]:
        """How many annexes these plans have; a plan without any is not in it."""
        ...

    def unfinished(self, limit: int = 6) -> tuple[AnnexRow, ...]:
        """The annexes of everyone that somebody still works on, the last edited first.

        What they still need is not counted, and the day is the one on which they were begun.
        """
        ...

    def evaluated(self, plan_ids: Iterable[str]) -> Mapping[str, EvaluatedGoal]:
        """What the last finished evaluation said about each goal of these plans, by goal id."""
        ...

    def kinds(self, plan_id: str) -> tuple[PlanFormat, ...]:
        """The annexes that can be begun with this plan now."""
        ...

    def next_step(self, plan_id: str) -> NextStep | None:
        """The record of the Wzd that comes next; None when nothing waits, or outside the Wzd."""
        ...

    def start(self, plan_id: str, format_id: str) -> tuple[str, Changes]:
        """Begins an annex. Raises InvalidInputError when this plan does not have it now."""
        ...

    def throw_away(self, annex_id: str) -> Changes:
        """Takes an annex away in which nothing was written. Raises InvalidInputError when something was."""
        ...

    def check(self, annex_id: str, on: date, not_competent: Sequence[str] = ()) -> AdoptionCheck:
        """What is still needed before finishing, and who is asked to agree, if anybody is."""
        ...

    def days_to_correct(self, annex_id: str) -> tuple[tuple[str, str, date], ...]:
        """The days of terms in a finished annex: id and label of the question, and the day now."""
        ...

    def correct_day(self, annex_id: str, question_id: str, day: date, reason: str) -> Changes:
        """Writes another day, as a next version of the annex; the term of the plan follows (rules T13).

        Raises InvalidInputError; then nothing was changed.
        """
        ...

    def reopen(self, annex_id: str) -> Changes:
        """Opens a finished report of a talk to correct it; the version that stands stays readable.

        Raises InvalidInputError for another record, and when nothing in it can be corrected.
        """
        ...

    def leave_as_it_was(self, annex_id: str) -> Changes:
        """Ends a correction: the report says again what it said when it was last finished."""
        ...

    def finish(self, request: FinishAnnex) -> tuple[FinishedAnnex, Changes]:
        """Freezes the annex for ever and does to its plan what its format says.

        Of a report that was corrected only what it says otherwise than before; nothing is counted twice.
        Without anything that differs there is no new version.

        Raises InvalidInputError when something required is missing; then nothing was changed.
        """
        ...
