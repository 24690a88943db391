"""The verbs about plans and goals."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from planbureau.changes import Changes
    from planbureau.formats.answers import AnswerFile, JsonValue
    from planbureau.formats.completeness import Missing
    from planbureau.formats.goals import GoalLibrary
    from planbureau.formats.model import PlanFormat
    from planbureau.services.api.adoption import AdoptionCheck, AdoptPlan, VersionConsents
    from planbureau.views import (
        ActionView,
        AgreementView,
        AttachmentView,
        ConsentView,
        DraftView,
        DueAction,
        GoalView,
        LostPlanView,
        PlanRow,
        PlanView,
        RiskView,
        VersionRow,
        WaitingConsent,
    )


class PlanService(Protocol):
    """Plans: starting, answering, adopting."""

    def formats(self) -> tuple[PlanFormat, ...]: ...

    def format_problems(self) -> tuple[str, ...]: ...

    def rows(self, subject_id: str = "") -> tuple[PlanRow, ...]:
        """The plans of one client or household, or of everyone; the last edited first."""
        ...

    def recent(self, limit: int = 6) -> tuple[PlanRow, ...]:
        """The last edited plans of everyone; what they still need is not counted, see `row`."""
        ...

    def row(self, plan_id: str) -> PlanRow:
        """One plan as a line of a list, with what it still needs. Raises NotFoundError."""
        ...

    def start_plan(
        self, format_id: str, client_id: str = "", household_id: str = ""
    ) -> tuple[str, Changes]: ...

    def plan(self, plan_id: str) -> PlanView: ...

    def lost(self, plan_id: str) -> LostPlanView | None:
        """What can be read of a plan whose plan type is gone or broken; None when it opens as it should."""
        ...

    def is_answer(self, plan: PlanView) -> bool:
        """Whether all that was written since this plan was handed in is the answer to it."""
        ...

    def save_frame(
        self,
        plan: PlanView,
        regimes: Sequence[str],
        flags: Sequence[str],
        triggers: Mapping[str, date | None],
        reason: str = "",
    ) -> Changes:
        """Regime, flags and trigger dates. A corrected trigger keeps its old value in the history (T13)."""
        ...

    def set_coordinator(self, plan: PlanView, person_id: str) -> Changes: ...

    def save_answer(
        self,
        plan_id: str,
        key: str,
        value: JsonValue,
        heads: Sequence[str],
        *,
        easy_text: str | None = None,
        pictograms: Sequence[str] | None = None,
        files: Sequence[AnswerFile] | None = None,
    ) -> Changes:
        """Saves one answer. `None` for easy text, pictograms or files leaves them as they are.

        `heads` are those of the answer that the form was opened with; none means that there was no answer.

        A question with `bind` is written to the record it belongs to.
        """
        ...

    def save_draft(self, plan_id: str, key: str, text: str) -> None:
        """Keeps typed text within two seconds, without making a revision of it."""
        ...

    def drafts(self, plan_id: str = "") -> tuple[DraftView, ...]: ...

    def drop_draft(self, plan_id: str, key: str) -> None: ...

    def missing(self, plan_id: str) -> tuple[Missing, ...]: ...

    def adoption_check(self, plan_id: str, on: date, not_competent: Sequence[str] = ()) -> AdoptionCheck:
        """What is still needed, and who is asked to agree on that day.

        `not_competent` are clients who were judged not able to decide about this plan themselves.
        """
        ...

    def adopt(self, request: AdoptPlan) -> tuple[VersionRow, Changes]:
        """Freezes an immutable version and starts the dates that follow from it.

        Raises InvalidInputError when a required part is missing, or consent without a reason.
        """
        ...

    def lacking_agreement(self) -> tuple[str, ...]:
        """Plans (ids) of the user or of nobody that count, perhaps without everybody's yes; newest first."""
        ...

    def waiting_consent(self, plan_id: str) -> WaitingConsent:
        """Who has given no answer yet about the version that counts; nobody when all have."""
        ...

    def version_consents(self, plan_id: str) -> VersionConsents:
        """Who was asked about the version that counts, and the last answer of each.

        Raises InvalidInputError as long as there is no version.
        """
        ...

    def record_consent(self, consent: ConsentView) -> Changes:
        """A later answer about the version that counts, with its own day; its words stay as they are.

        Raises InvalidInputError when something is missing, or when the person agreed already.
        """
        ...

    def withdraw_consent(self, consent: ConsentView, on: date, reason: str = "") -> Changes:
        """Withdraws an agreement on that day; both days are kept. Raises InvalidInputError."""
        ...

    def version_plan(self, plan_id: str, number: int) -> PlanView:
        """An adopted version, for ever as it was."""
        ...

    def start_next_version(self, plan_id: str) -> Changes:
        """A concept beside the active version."""
        ...

    def close_plan(self, plan_id: str, reason: str) -> Changes: ...

    def add_agreement(self, agreement: AgreementView) -> tuple[str, Changes]: ...

    def save_agreement(self, before: AgreementView, after: AgreementView) -> Changes: ...

    def remove_agreement(self, agreement: AgreementView) -> Changes: ...

    def add_risk(self, risk: RiskView) -> tuple[str, Changes]: ...

    def save_risk(self, before: RiskView, after: RiskView) -> Changes: ...

    def remove_risk(self, risk: RiskView) -> Changes: ...

    def add_attachment(self, path: Path) -> AttachmentView:
        """Reads a file into the vault. Raises InvalidInputError when it is too large (50 MB)."""
        ...

    def keep_attachment(self, name: str, media_type: str, content: bytes) -> AttachmentView:
        """Takes what was made here, a drawing, into the vault; it never touches the disk in the open."""
        ...

    def attachment(self, sha256: str) -> bytes: ...

    def resolve_conflict(self, record_id: str, field: str, value: JsonValue) -> Changes: ...


class GoalService(Protocol):
    """Goals and actions."""

    def library(self) -> GoalLibrary: ...

    def goals_of(self, subject_id: str) -> tuple[GoalView, ...]:
        """The goals of every plan of a client or household."""
        ...

    def goal(self, goal_id: str) -> GoalView: ...

    def due_actions(self) -> tuple[DueAction, ...]:
        """The user's own open actions of today or before, in plans that count; the longest late first."""
        ...

    def tick(
        self, plan_id: str, code: str, person_ids: Sequence[str], spoken: Sequence[str] = ()
    ) -> tuple[str, Changes]:
        """Ticks a ready-made goal for these people: makes one goal card with the names filled in.

        `spoken` stands in the sentence instead of their names, where the goal is of somebody else.
        """
        ...

    def add_goal(self, goal: GoalView) -> tuple[str, Changes]: ...

    def save_goal(self, before: GoalView, after: GoalView) -> Changes: ...

    def move_goal(self, goal_id: str, status: str, reason: str = "", on: date | None = None) -> Changes:
        """Changes the status. Raises InvalidInputError when the move is not allowed or lacks a reason."""
        ...

    def untick(self, goal_id: str, *, mistake: bool, reason: str = "") -> Changes:
        """Takes a tick away: a mistake removes a concept goal, otherwise the goal stops and is kept."""
        ...

    def add_action(self, action: ActionView) -> tuple[str, Changes]: ...

    def save_action(self, before: ActionView, after: ActionView) -> Changes: ...

    def cancel_action(self, action: ActionView) -> Changes: ...
