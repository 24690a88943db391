"""Progress notes (rules C13 N2): their kinds, what makes one wrong, and what goes together."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import Enum

from planbureau.rules.notes.text import TextPart, plain_text

CLOCK_SLACK = timedelta(minutes=2)
"""Two clocks are never quite the same."""


class NoteKind(Enum):
    """What a note is about."""

    PROGRESS = "progress"
    DEVIATION = "deviation"
    OBSERVATION = "observation"
    CHANGE = "change"
    CONTACT = "contact"
    INCIDENT = "incident"

    @property
    def word(self) -> str:
        """The Dutch word on screen and paper."""
        return _WORDS[self]


_WORDS = {
    NoteKind.PROGRESS: "voortgang",
    NoteKind.DEVIATION: "afwijking van afspraak",
    NoteKind.OBSERVATION: "waarneming",
    NoteKind.CHANGE: "verandering",
    NoteKind.CONTACT: "contact",
    NoteKind.INCIDENT: "incident",
}


@dataclass(frozen=True)
class NoteProblem:
    """Why a note cannot be written yet, in Dutch, and the part that it is about."""

    part: str  # "text", "moment", "question"
    words: str


def problem_with(
    text: tuple[TextPart, ...],
    happened_at: datetime,
    now: datetime,
    question: str = "",
    question_to: str = "",
) -> NoteProblem | None:
    """The first thing that keeps a note from being written; None when it can be."""
    if not plain_text(text).strip():
        return NoteProblem("text", "Schrijf eerst op wat er was.")
    if happened_at > now + CLOCK_SLACK:
        return NoteProblem("moment", "Dit tijdstip moet nog komen. Kies wanneer het was.")
    if question.strip() and not question_to:
        return NoteProblem("question", "Kies aan wie je de vraag stelt.")
    if question_to and not question.strip():
        return NoteProblem("question", "Schrijf op wat je wilt vragen, of haal de naam weg.")
    return None


def with_corrections(replaces: Mapping[str, str], hidden: Collection[str]) -> frozenset[str]:
    """The hidden notes with everything that corrects them and that they correct.

    `replaces` gives by note the one that it corrects, or "". Who may not see one of them would otherwise
    read the words that were taken back, or what was taken back from the words that came after.
    """
    found = set(hidden)
    while True:
        more = {note for note, old in replaces.items() if old in found and note not in found}
        more |= {old for note, old in replaces.items() if note in found and old and old not in found}
        if not more:
            return frozenset(found)
        found |= more
