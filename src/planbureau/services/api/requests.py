"""What is asked of a verb and what it answers."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from enum import Enum
from pathlib import Path
from typing import TYPE_CHECKING

from planbureau.changes import Changes

if TYPE_CHECKING:
    from planbureau.views import AppointmentView, DeadlineRow, GapRow, TaskView


class Edition(Enum):
    """The ways in which a plan is printed."""

    PROFESSIONAL = "professional"
    EASY = "easy"
    START = "start"
    MATRIX = "matrix"
    TABLE = "table"
    CARDS = "cards"

    @property
    def label(self) -> str:
        """The Dutch word on buttons and in file names."""
        return {
            "professional": "volledig plan",
            "easy": "makkelijke versie",
            "start": "startafspraken",
            "matrix": "doelenmatrix",
            "table": "wie zit er aan tafel",
            "cards": "gesprekskaarten",
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
class NewRecoveryCode:
    """A code to show. `keep`, quick, makes it the one that opens; until then the old paper does.

    `keep` raises VaultError.
    """

    text: str = field(repr=False)
    keep: Callable[[], None] = field(repr=False)


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
    danger: bool = False  # it may harm somebody; it does not block, and it does not go away by itself
    in_annexes: bool = False  # it is mended with a record at the plan, not in the plan itself


@dataclass(frozen=True)
class CareOverview:
    """The overview of involuntary care of a period as a file (CSV), and how many lines it has."""

    content: bytes
    lines: int


@dataclass(frozen=True)
class PrintRequest:
    """One print. `audience` are the people who will read it: what is not for them stays out.

    `part` says which cards are asked for (`rules.talk.deck.deck_parts`); empty is all of them.
    """

    plan_id: str
    edition: Edition
    version: int | None = None  # None: as it stands now
    audience: tuple[str, ...] = ()
    part: str = ""


class GoalsShape(Enum):
    """How the goals of several plans are told together."""

    MATRIX = "matrix"
    IN_TIME = "time"
    WHO = "who"
    WHO_EASY = "who_easy"


@dataclass(frozen=True)
class GoalsPrint:
    """Goals of several plans of one client or household, in one of the shapes.

    `goal_ids` are those that print, and `chosen` says in words how they were chosen. `size` is "A4", "A3" or
    empty: what fits. `audience` are the people who will read it; empty is the file itself. `doer` is a person
    id or a function: who does what prints the sheet of that one alone.
    """

    subject_id: str
    plan_ids: tuple[str, ...]
    goal_ids: tuple[str, ...]
    shape: GoalsShape = GoalsShape.MATRIX
    chosen: str = ""
    size: str = ""
    audience: tuple[str, ...] = ()
    doer: str = ""


@dataclass(frozen=True)
class NotesPrint:
    """Progress notes of a period, days included, about a client with its homes or a household.

    `subject_ids` are those whose notes belong together, the subject itself first. `audience` are the people
    who will read it; empty is the file itself.
    """

    subject_ids: tuple[str, ...]
    first: date
    last: date
    audience: tuple[str, ...] = ()


@dataclass(frozen=True)
class FileCheckPrint:
    """The thread of one goal, or of every goal of a plan without `goal_id`.

    `audience` are the people who will read it; empty is the file itself.
    """

    plan_id: str
    goal_id: str = ""
    audience: tuple[str, ...] = ()


class NamesOnPaper(Enum):
    """How clients and households stand on a print of the calendar."""

    NAMES = "names"
    INITIALS = "initials"
    CODE = "code"

    @property
    def words(self) -> str:
        """The choice in Dutch."""
        return {"names": "namen", "initials": "voorletters", "code": "cliëntcode"}[self.value]


@dataclass(frozen=True)
class GapsPrint:
    """What is missing in files, one file after the other; `chosen` says in words how it was chosen.

    `subject_id` is the client or household that alone is shown; empty is everyone.
    """

    rows: tuple[GapRow, ...]
    names: NamesOnPaper = NamesOnPaper.NAMES
    chosen: str = ""
    subject_id: str = ""


@dataclass(frozen=True)
class AgendaPrint:
    """What a calendar shows: sections with a heading and their lines. With `month` it is printed as a month.

    `subject_id` is the client or household that alone is shown; empty is everyone. `size` is the sheet of a
    month: "A4" or "A3".
    """

    title: str
    sections: tuple[tuple[str, tuple[DeadlineRow | AppointmentView | TaskView, ...]], ...]
    names: NamesOnPaper = NamesOnPaper.NAMES
    month: date | None = None
    subject_id: str = ""
    size: str = "A4"


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


@dataclass(frozen=True)
class IncomingFile:
    """A portable file that can come in, and what is in it (in Dutch); with `known` only as a copy."""

    content: bytes = field(repr=False)
    kind: str  # "client" or "plan"
    about: str  # whose file it is
    lines: tuple[str, ...]
    known: bool = False


@dataclass(frozen=True)
class BroughtIn:
    """What came in, in words, and the client or plan itself."""

    words: str
    kind: str
    subject_id: str
    changes: Changes
