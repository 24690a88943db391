"""What the file tells already: to the guide "Welk plan past?", and to questions of a new plan."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING

from planbureau.formats.answers import Answer

if TYPE_CHECKING:
    from planbureau.rules.plan_guide import GuidePerson


@dataclass(frozen=True)
class FileAnswer:
    """An answer that the file gives to a question of the guide; `where` says where it stands, in Dutch."""

    options: tuple[str, ...]
    where: str


@dataclass(frozen=True)
class FileDate:
    """A date that stands in another plan."""

    day: date
    where: str


@dataclass(frozen=True)
class GuideKnowledge:
    """Offers for the guide: the user confirms or changes them.

    `answers` by question, `dates` by trigger. `running` gives for a plan type the id of a plan that is not
    closed. The months are the ages at which the perspectiefplan starts and is ready, as the organisation
    has set them.
    """

    people: tuple[GuidePerson, ...] = ()
    answers: Mapping[str, FileAnswer] = field(default_factory=dict)
    dates: Mapping[str, FileDate] = field(default_factory=dict)
    coordinator_id: str = ""
    coordinator_where: str = ""
    running: Mapping[str, str] = field(default_factory=dict)
    start_months: int = 16 * 12
    ready_months: int = 17 * 12 + 6


@dataclass(frozen=True)
class StartPlan:
    """A plan to begin, with what is known of its step "Kader en datums"."""

    format_id: str
    client_id: str = ""
    household_id: str = ""
    regimes: tuple[str, ...] = ()
    flags: tuple[str, ...] = ()
    triggers: Mapping[str, date] = field(default_factory=dict)
    coordinator_id: str = ""


@dataclass(frozen=True)
class AnswerOfferView:
    """An answer of another plan that the plan `plan_id` can take over under `key`.

    `where` names that other plan in Dutch: "het ondersteuningsplan van 3 maart 2026"; `asked` is the question
    there, when its words are others than here.
    """

    plan_id: str
    key: str
    from_plan_id: str
    where: str
    answer: Answer
    asked: str = ""
