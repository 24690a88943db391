"""What is asked and answered when a plan is adopted."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from planbureau.services.api.requests import Gate
from planbureau.views import ConsentView


@dataclass(frozen=True)
class AdoptionCheck:
    """What is still needed before a plan can be adopted, and who is asked to agree."""

    gates: tuple[Gate, ...]
    expected: tuple[ConsentView, ...]  # one open consent per person who is asked, prefilled
    expected_why: str = ""
    complete: bool = True  # False when somebody who must agree is not known yet
    resists: frozenset[str] = frozenset()  # people whose resistance ends an agreement (Wzd 3a)
    heard: tuple[ConsentView, ...] = ()  # one open record per person whose view counts without consent
    free: bool = False  # the plan may be kept without anybody's consent (rules B2, row 31)
    hand_in: bool = False  # a plan of the client or family itself: nothing stands in its way
    answer: bool = False  # what is handed in now is the answer to what the client handed in
    effects: tuple[str, ...] = ()  # of a talk: what of its agreements goes into the plan, a line each
    medical: bool = False  # treatment: what was explained is recorded before somebody can agree (BW 7:448)

    @property
    def nobody_needed(self) -> bool:
        """Whether nobody's consent is needed, but views are heard: help within a measure (B2, rows 8, 15)."""
        return self.complete and not self.expected and bool(self.heard) and not (self.free or self.hand_in)

    @property
    def blocked(self) -> bool:
        """Whether something required is missing."""
        return any(gate.blocks for gate in self.gates)


@dataclass(frozen=True)
class AdoptPlan:
    """The record of the talk in which a plan is adopted (rules B6, part 'aantekening')."""

    plan_id: str
    on: date
    place: str
    present: tuple[str, ...]  # person ids
    present_others: str
    discussed: tuple[str, ...]  # section ids
    client_said: str
    consents: tuple[ConsentView, ...]
    not_competent: tuple[str, ...] = ()  # clients judged not able to decide about this plan (rules B5)
    reason_without_consent: str = ""
    copy_given_on: date | None = None
    material_change: bool = True
    child_heard: str = ""  # of a plan handed in: "ja", "nee", or "" when nobody said (rules C1, own choice)


@dataclass(frozen=True)
class VersionConsents:
    """The answers about the version that counts; an answer that is not there yet has no outcome."""

    version: int
    asked: tuple[ConsentView, ...]  # one per person and capacity: the last answer
    heard: tuple[ConsentView, ...] = ()  # those whose view counts without their consent
    resists: frozenset[str] = frozenset()  # people whose resistance ends an agreement (Wzd 3a)
    medical: bool = False  # what was explained is recorded with an answer (BW 7:448)
