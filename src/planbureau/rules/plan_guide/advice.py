"""The shapes of the knowledge: an advice about one plan type, and a remark beside the plans."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from planbureau.rules.mark import Mark
from planbureau.rules.plan_guide.when import When


class Strength(Enum):
    """How much a plan type is called for. The order is that of the screen."""

    FIRST = "eerst"
    OFFER = "aanbieden"
    NEEDED = "nodig"
    FITS = "past"
    ALSO = "ook"
    NOT = "niet"

    @property
    def label(self) -> str:
        """The Dutch words as a user reads them."""
        return _LABELS[self]

    @property
    def proposed(self) -> bool:
        """Whether it is one of the plans that the guide puts forward."""
        return self not in (Strength.ALSO, Strength.NOT)


_LABELS = {
    Strength.FIRST: "eerst doen",
    Strength.OFFER: "eerst aanbieden",
    Strength.NEEDED: "nodig",
    Strength.FITS: "past hierbij",
    Strength.ALSO: "ook mogelijk",
    Strength.NOT: "niet nodig",
}


@dataclass(frozen=True, slots=True)
class Reason:
    """Why, in plain Dutch, where that stands, and how firm it is."""

    text: str
    source: str
    mark: Mark


@dataclass(frozen=True, slots=True, kw_only=True)
class Advice:
    """One row of the table: what is said about one plan type, and when.

    `regimes` are those under which the plan then stands, as far as its format knows them; `extra_regimes`
    stand beside them.
    """

    plan: str
    strength: Strength
    when: When
    reasons: tuple[Reason, ...]
    regimes: tuple[str, ...] = ()
    extra_regimes: tuple[str, ...] = ()


class Weight(Enum):
    """How loud a remark is."""

    DANGER = "gevaar"
    ATTENTION = "let op"
    GOOD_TO_KNOW = "goed om te weten"


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """Something to know beside the plans; `private` ones never show where others look along."""

    id: str
    when: When
    reason: Reason
    detail: str = ""
    weight: Weight = Weight.GOOD_TO_KNOW
    private: bool = False
