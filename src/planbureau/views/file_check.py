"""Views of the file check: the gaps over all clients, and the thread of one goal."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from planbureau.rules.file_check import Gap, Link, LinkState
from planbureau.rules.notes.text import TextPart


@dataclass(frozen=True)
class GapRow:
    """One line of the list of gaps; without a goal it is about the plan, without a plan about the client.

    A wish of which no goal was made on purpose is no gap: `answer` is the reason.
    """

    gap: Gap
    client_id: str
    household_id: str
    subject_name: str
    plan_id: str = ""
    plan_title: str = ""
    goal_id: str = ""
    goal_label: str = ""
    answer: str = ""


@dataclass(frozen=True)
class GoalLabel:
    """One goal of a plan in a list to choose from."""

    id: str
    label: str
    gaps: int = 0


@dataclass(frozen=True)
class ThreadEntry:
    """One thing that is written down. `target` names the record, for marks "niet voor ..."."""

    title: str
    on: date | None = None
    lines: tuple[str, ...] = ()
    text: tuple[TextPart, ...] = ()  # of a note: facts and impressions
    target: tuple[str, str] = ("", "")  # kind and id as in RestrictionView
    for_client: bool = True
    not_for: tuple[str, ...] = ()  # person ids, apart from marks on `target`
    quote: bool = False  # the lines are what people said themselves
    replaces: str = ""  # of a note: the note that it corrects
    differs: str = ""  # of an evaluation: who thinks otherwise, in words


@dataclass(frozen=True)
class ThreadPart:
    """One link of the thread, with what is written and what is missing in it."""

    link: Link
    state: LinkState
    entries: tuple[ThreadEntry, ...] = ()
    gaps: tuple[Gap, ...] = ()
    note: str = ""  # why nothing is here yet


@dataclass(frozen=True)
class GoalThread:
    """The thread of one goal, from the wish to the agreement of people."""

    plan_id: str
    plan_title: str
    version: int
    client_id: str
    household_id: str
    subject_name: str
    goal_id: str
    number: int
    sentence: str
    parts: tuple[ThreadPart, ...]

    @property
    def gaps(self) -> tuple[Gap, ...]:
        """Everything that is missing in it."""
        return tuple(gap for part in self.parts for gap in part.gaps)
