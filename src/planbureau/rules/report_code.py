"""The five questions of the reporting code, and when a report to Veilig Thuis is asked for (rules C7).

A plan "to organise help oneself" is no way around reporting: under acute or structural unsafety a
professional reports, also when the own help goes on (guidance, R; the law leaves the weighing to the
professional: Besluit verplichte meldcode 2).
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

YES, NO, UNKNOWN = "ja", "nee", "weet_niet"


@dataclass(frozen=True)
class Weighing:
    """The answers to the five questions: "ja", "nee", "weet_niet", or empty while nobody answered."""

    suspicion: str = ""
    acute: str = ""
    structural: str = ""
    can_help: str = ""
    take_part: str = ""
    becomes_safe: str = ""
    reported: bool = False  # a report was made, with its day


class Verdict(Enum):
    """What the weighing asks for."""

    NOTHING = "niets"
    MUST = "melden"  # acute or structural unsafety, and no report
    SHOULD = "toch melden"  # help is not good enough, not accepted or will not make it safe
    ASK = "uitzoeken"  # whether it is safe is not known


def weigh(weighing: Weighing) -> Verdict:
    """What is asked for; a report settles it, and so does the absence of any suspicion."""
    if weighing.reported:
        return Verdict.NOTHING
    if YES in (weighing.acute, weighing.structural):
        return Verdict.MUST
    if weighing.suspicion == NO:
        return Verdict.NOTHING
    if NO in (weighing.can_help, weighing.take_part, weighing.becomes_safe):
        return Verdict.SHOULD
    unsure = (weighing.acute, weighing.structural, weighing.can_help, weighing.becomes_safe)
    return Verdict.ASK if UNKNOWN in unsure else Verdict.NOTHING
