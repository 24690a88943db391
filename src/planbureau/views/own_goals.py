"""Views of the ready-made goals of an organisation, and of what was written before."""

from __future__ import annotations

from dataclasses import dataclass

from planbureau.formats.goals import ReadyGoal


@dataclass(frozen=True)
class GoalWording:
    """The words of a ready-made goal: templates with {naam} and {voelt/voelen}."""

    sentence: str = ""
    easy_text: str = ""
    pictograms: tuple[str, ...] = ()


@dataclass(frozen=True)
class LibraryGoal:
    """A ready-made goal as who keeps the library sees it."""

    goal: ReadyGoal
    hidden: bool = False
    shipped: bool = True  # it came with the program, in these or other words


@dataclass(frozen=True)
class EarlierWording:
    """How a goal was written before, without names and without whose it was."""

    sentence: str
    area: str
    times: int
