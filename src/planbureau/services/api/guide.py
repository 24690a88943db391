"""The verbs of the guide "Welk plan past?", and of answers that stand in another plan already."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from planbureau.changes import Changes
    from planbureau.views import AnswerOfferView, GuideKnowledge, StartPlan


class GuideService(Protocol):
    """Which plan fits: what the file tells, and beginning what was chosen."""

    def known(
        self, client_id: str, household_ids: Sequence[str], plan_ids: Collection[str]
    ) -> GuideKnowledge:
        """What the file tells about a client with these homes, or about a household without `client_id`.

        Only plans in `plan_ids` count: those that may be seen now. Raises NotFoundError.
        """
        ...

    def start(self, plans: Sequence[StartPlan]) -> tuple[tuple[str, ...], Changes]:
        """Begins all of these plans or none, each with what is known; the answer holds their ids.

        Raises InvalidInputError when a plan lacks its client or household.
        """
        ...


class OfferService(Protocol):
    """Answers of another plan of the same client or household, for questions that are still empty."""

    def of_plan(self, plan_id: str) -> tuple[AnswerOfferView, ...]: ...

    def take(self, offer: AnswerOfferView) -> Changes:
        """Copies the offered answer as a new answer of the plan, with its easy text and pictograms.

        Raises InvalidInputError when it is not offered any more, or the question was answered meanwhile.
        """
        ...
