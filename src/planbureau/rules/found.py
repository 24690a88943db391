"""What a named check of a format found."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from planbureau.formats.answers import PlanState
from planbureau.formats.completeness import Level
from planbureau.formats.model import PlanFormat


@dataclass(frozen=True)
class Found:
    """What a check found, at which question."""

    question_id: str
    level: Level
    text: str
    why: str = ""
    source: str = ""


Check = Callable[[PlanFormat, PlanState], Iterator[Found]]
