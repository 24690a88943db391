"""Goal attainment scaling and the outcome of a goal at an evaluation (rules part D4).

Scores are never averaged over clients and no T-score is made: the Dutch scale starts at -2.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import Enum

from planbureau.errors import InvalidInputError
from planbureau.rules.goals.smart import GoalKind, says_how_much
from planbureau.rules.goals.status import GoalStatus
from planbureau.rules.goals.words import outcome_words
from planbureau.rules.hints import Hint, needed, tip, wrong

SCORES = (-2, -1, 0, 1, 2)
WORSE_THAN_START = -3
MEANINGS: Mapping[int, str] = {
    -3: "slechter dan bij de start",
    -2: "zoals het nu is",
    -1: "beter, nog niet het doel",
    0: "het doel is gehaald",
    1: "meer dan het doel",
    2: "veel meer dan het doel",
}


@dataclass(frozen=True)
class GasScale:
    """The text of each level of one goal; `with_worse` adds the level -3."""

    levels: Mapping[int, str]
    with_worse: bool = False

    @property
    def scores(self) -> tuple[int, ...]:
        """The scores that this scale knows, from low to high."""
        return (WORSE_THAN_START, *SCORES) if self.with_worse else SCORES


@dataclass(frozen=True)
class GasOutcome:
    """What a score means for the goal; `worse` marks "achteruit"."""

    status: GoalStatus
    worse: bool = False


def check_scale(scale: GasScale) -> tuple[Hint, ...]:
    """What is missing or wrong in a scale, before the work starts."""
    texts = {score: scale.levels.get(score, "").strip() for score in scale.scores}
    found = [needed(_field(s), f'Schrijf op wat "{MEANINGS[s]}" is.') for s in scale.scores if not texts[s]]
    first: dict[str, int] = {}
    for score, text in texts.items():
        key = " ".join(text.lower().split()).rstrip(".")
        if key and key in first:
            found.append(wrong(_field(score), f"Deze tekst is gelijk aan die bij {signed(first[key])}."))
        elif key:
            first[key] = score
    return tuple(found)


@dataclass(frozen=True)
class ScaleFacts:
    """What is agreed around a scale: the one thing looked at, when a score is given, when it was made."""

    variable: str = ""
    moment: str = ""
    made_on: date | None = None
    started_on: date | None = None  # when the work began, as far as it did
    with_somebody: bool = False


def check_around(facts: ScaleFacts, scale: GasScale) -> tuple[Hint, ...]:
    """Hints beside the levels: one variable, a fixed moment, made with people and before the start."""
    found = []
    if not facts.variable.strip():
        found.append(needed("variable", "Schrijf op waar jullie naar kijken. Kies één ding."))
    elif _TWO_THINGS.search(facts.variable):
        found.append(tip("variable", "Dit lijken twee dingen. Een schaal gaat over één ding."))
    if not facts.moment.strip():
        found.append(needed("moment", "Spreek af wanneer jullie een score geven."))
    if not facts.with_somebody:
        found.append(tip("made_with", "Met wie is de schaal gemaakt? De cliënt hoort erbij."))
    if facts.made_on and facts.started_on and facts.started_on < facts.made_on:
        late = "Het werk was al begonnen. Schrijf bij -2 op hoe het bij de start was, niet hoe het nu is."
        found.append(tip("made_on", late))
    for score in scale.scores:
        text = scale.levels.get(score, "").strip()
        if text and not says_how_much(text):
            found.append(tip(_field(score), _SEEN))
    return tuple(found)


_SEEN = "Noem een getal, hoe vaak, of iets dat iedereen kan zien of horen."
_TWO_THINGS = re.compile(r"\ben\b|[;/]|,", re.IGNORECASE)


def check_rescale(old: GasScale, new: GasScale, *, scored: bool) -> None:
    """Raise InvalidInputError when a level would change after the first score."""
    if scored and (dict(old.levels) != dict(new.levels) or old.with_worse != new.with_worse):
        raise InvalidInputError(
            "Met deze schaal is al gescoord; de teksten liggen vast.",
            "Maak een nieuwe schaal. De oude blijft te zien bij de eerdere scores.",
        )


def outcome_of(score: int) -> GasOutcome:
    """The status that a score stands for. Raises InvalidInputError outside -3 to +2."""
    if score not in MEANINGS:
        raise InvalidInputError("Deze score bestaat niet.", "Kies een score van -3 tot en met +2.")
    if score >= 0:
        return GasOutcome(GoalStatus.REACHED)
    if score == -1:
        return GasOutcome(GoalStatus.PARTLY)
    return GasOutcome(GoalStatus.NOT_REACHED, worse=score == WORSE_THAN_START)


class Decision(Enum):
    """What is decided about a goal at an evaluation."""

    CONTINUE = "continue"
    ADJUST = "adjust"
    KEEP = "keep"
    STOP = "stop"

    @property
    def label(self) -> str:
        """The Dutch word as a user reads it."""
        return _DECISIONS[self]


_DECISIONS = {
    Decision.CONTINUE: "doorgaan",
    Decision.ADJUST: "bijstellen",
    Decision.KEEP: "behouden",
    Decision.STOP: "stoppen",
}


@dataclass(frozen=True)
class GoalEvaluation:
    """What an evaluation says about one goal. Opinions stay apart per person and are never averaged."""

    goal: str  # number of the goal, as people name it
    outcome: GoalStatus | None = None
    score: int | None = None
    outcome_reason: str = ""  # asked when the outcome differs from the score
    how_seen: str = ""
    decision: Decision | None = None
    new_text_or_date: bool = False
    kind: GoalKind = GoalKind.REACH


_OUTCOMES = frozenset({GoalStatus.REACHED, GoalStatus.PARTLY, GoalStatus.NOT_REACHED})


def check_goal_evaluation(facts: GoalEvaluation) -> tuple[Hint, ...]:
    """What is still needed before this goal is evaluated."""
    found = []
    if facts.outcome is None and facts.score is None:
        found.append(needed("outcome", f"Kies {outcome_words(facts.kind)}."))
    if facts.outcome is not None and facts.outcome not in _OUTCOMES:
        found.append(wrong("outcome", "Dit is geen uitkomst van een evaluatie."))
    if facts.score is None and not facts.how_seen.strip():
        found.append(needed("how_seen", "Schrijf op waaraan jullie dat zien."))
    overruled = (
        facts.score is not None
        and facts.outcome is not None
        and outcome_of(facts.score).status is not facts.outcome
    )
    if overruled and not facts.outcome_reason.strip():
        found.append(needed("outcome_reason", "De uitkomst is anders dan de score. Schrijf op waarom."))
    if facts.decision is None:
        found.append(needed("decision", "Kies hoe het verder gaat met dit doel."))
    if facts.decision is Decision.ADJUST and not facts.new_text_or_date:
        found.append(needed("new_text_or_date", "Bijstellen vraagt een nieuwe tekst of een nieuwe datum."))
    return tuple(found)


def _field(score: int) -> str:
    return f"level{signed(score)}"


def signed(score: int) -> str:
    """A score as it is written: "+1", "0", "-2"."""
    return f"+{score}" if score > 0 else str(score)
