"""What is asked of a verb and what it answers."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from enum import Enum
from pathlib import Path

from planbureau.views import ConsentView


class Edition(Enum):
    """The ways in which a plan is printed."""

    PROFESSIONAL = "professional"
    EASY = "easy"
    START = "start"
    MATRIX = "matrix"

    @property
    def label(self) -> str:
        """The Dutch word on buttons and in file names."""
        return {
            "professional": "volledig plan",
            "easy": "makkelijke versie",
            "start": "startafspraken",
            "matrix": "doelenmatrix",
        }[self.value]


@dataclass(frozen=True)
class CreateVault:
    """What the first-start assistant asks."""

    folder: Path
    organisation: str
    user_name: str
    user_function: str
    password: str = field(repr=False)


@dataclass(frozen=True)
class PasswordStrength:
    """How strong a password is: 0 (very weak) to 4 (strong), in words, with advice."""

    score: int
    word: str
    advice: str
    accepted: bool


@dataclass(frozen=True)
class Gate:
    """Something that stands between a concept and adopting it."""

    id: str
    text: str
    why: str
    blocks: bool  # False: a reason is enough
    section_id: str = ""
    question_id: str = ""
    source: str = ""


@dataclass(frozen=True)
class AdoptionCheck:
    """What is still needed before a plan can be adopted, and who is asked to agree."""

    gates: tuple[Gate, ...]
    expected: tuple[ConsentView, ...]  # one open consent per person who is asked, prefilled
    expected_why: str = ""
    complete: bool = True  # False when somebody who must agree is not known yet
    resists: frozenset[str] = frozenset()  # people whose resistance ends an agreement (Wzd 3a)

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


@dataclass(frozen=True)
class PrintRequest:
    """One print. `audience` are the people who will read it: what is not for them stays out."""

    plan_id: str
    edition: Edition
    version: int | None = None  # None: as it stands now
    audience: tuple[str, ...] = ()


@dataclass(frozen=True)
class PrintedDocument:
    """A PDF that validates, with what a person must know before handing it over."""

    pdf: bytes = field(repr=False)
    file_name: str  # proposed, without client names
    missing_signs: tuple[str, ...] = ()
    left_out: bool = False


@dataclass(frozen=True)
class PageImage:
    """One page as pixels, RGBA rows from the top."""

    width: int
    height: int
    rgba: bytes = field(repr=False)


@dataclass(frozen=True)
class PictogramChoice:
    """One pictogram in a picker."""

    id: str
    name: str
