"""The small words of the block tree: papers, editions, roles of a text, signs, tones; and what a text is."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class PaperSize(StrEnum):
    """The sheets that care organisations print on; A6 is for pocket cards."""

    A3 = "A3"
    A4 = "A4"
    A5 = "A5"
    A6 = "A6"


class Edition(StrEnum):
    """How large and how open the type is set: body 11 pt, 17 pt and 10.5 pt."""

    PROFESSIONAL = "professional"
    EASY = "easy"
    ONE_PAGE = "one_page"


class TextStyle(StrEnum):
    """The role of a paragraph. LABEL stands above a value, HINT explains, QUOTE is a person's own words.

    SMALL is beside the matter; FINE is the matter itself, in a box that must hold much.
    """

    BODY = "body"
    LEAD = "lead"
    QUOTE = "quote"
    HINT = "hint"
    SMALL = "small"
    LABEL = "label"
    FINE = "fine"


class StatusIcon(StrEnum):
    """The signs of a status; each is drawn as a shape and always stands beside its word."""

    DONE = "done"
    PARTLY = "partly"
    ACTIVE = "active"
    PLANNED = "planned"
    PAUSED = "paused"
    STOPPED = "stopped"
    OPEN = "open"
    ATTENTION = "attention"
    LATE = "late"
    QUESTION = "question"


class Tone(StrEnum):
    """The colour family of a status or a call-out. Colour never carries meaning alone."""

    OK = "ok"
    INFO = "info"
    WARN = "warn"
    ERROR = "error"
    IDLE = "idle"


class BarFill(StrEnum):
    """How a bar is filled, so that bars are told apart without colour."""

    HATCHED = "hatched"
    SOLID = "solid"
    OPEN = "open"


class CalloutKind(StrEnum):
    """Why a text is set apart."""

    INFO = "info"
    WARN = "warn"
    SAFETY = "safety"


class KeyValueLayout(StrEnum):
    """LIST: the label above its value. TABLE: labels in a column at the left."""

    LIST = "list"
    TABLE = "table"


class Align(StrEnum):
    """Horizontal place of the text in a column."""

    LEFT = "left"
    CENTRE = "centre"
    RIGHT = "right"


@dataclass(frozen=True)
class Run:
    """A stretch of text with one look. `link` is a web, mail or phone address."""

    text: str
    bold: bool = False
    italic: bool = False
    link: str = ""


Text = str | tuple[Run, ...]


def plain(text: Text) -> str:
    """The words of a text without their looks."""
    return text if isinstance(text, str) else "".join(run.text for run in text)


def is_empty(text: Text) -> bool:
    """Whether nothing but white space would be printed."""
    return not plain(text).strip()


@dataclass(frozen=True)
class Bar:
    """One bar: a word, how far it reaches (above 0, at most 1), and what it says in words."""

    word: str
    share: float
    says: str
    fill: BarFill = BarFill.SOLID


@dataclass(frozen=True)
class LadderStep:
    """One step: its text, and whether it is the goal, or where somebody stands now."""

    text: str
    goal: bool = False
    now: bool = False


@dataclass(frozen=True)
class Ladder:
    """Steps from low to high, drawn as a ladder with the highest above. `alt` says the same in words."""

    steps: tuple[LadderStep, ...]
    alt: str
    goal_word: str = "Doel"
    now_word: str = "Hier ben ik"


@dataclass(frozen=True)
class Bars:
    """Bars below each other. `alt` says the same to who does not see them."""

    bars: tuple[Bar, ...]
    alt: str
    large: bool = False
