"""The facts that decide who must consent, and the shape of the answer (rules part B2)."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from planbureau.rules.mark import Mark
from planbureau.rules.regime import Regime


class Party(Enum):
    """Whose consent is asked: the letters K, G, V and P of B2, and the GI with a part of the custody."""

    CLIENT = "client"
    CUSTODY = "custody"
    REPRESENTATIVE = "representative"
    FOSTER = "foster"
    GI = "gi"

    @property
    def label(self) -> str:
        """The Dutch name as a user reads it."""
        return _PARTIES[self]


_PARTIES = {
    Party.CLIENT: "de cliënt",
    Party.CUSTODY: "iedereen met gezag",
    Party.REPRESENTATIVE: "de vertegenwoordiger",
    Party.FOSTER: "de pleegouder, voor het eigen deel",
    Party.GI: "de gecertificeerde instelling",
}


class Measure(Enum):
    """A measure of the court or of criminal law about a young person."""

    SUPERVISION = "ots"
    GI_GUARDIANSHIP = "gi_voogdij"
    YOUTH_PROBATION = "jeugdreclassering"
    SECURE = "gesloten"
    CONDITIONAL_SECURE = "voorwaardelijke_machtiging"


MEASURES = {
    Measure.SUPERVISION.value: "ondertoezichtstelling (OTS)",
    Measure.GI_GUARDIANSHIP.value: "voogdij door een gecertificeerde instelling",
    Measure.YOUTH_PROBATION.value: "jeugdreclassering",
    Measure.SECURE.value: "machtiging gesloten jeugdhulp",
    Measure.CONDITIONAL_SECURE.value: "voorwaardelijke machtiging gesloten jeugdhulp",
    "zorgmachtiging": "zorgmachtiging (Wvggz)",
    "rechterlijke_machtiging": "rechterlijke machtiging (Wzd)",
}
"""What a court can have ordered about a client, as it is stored and as a user reads it."""


class CourtOrder(Enum):
    """A decision of the court about consent during supervision (BW 1:265e, 1:265h)."""

    PARTIAL_CUSTODY_TO_GI = "265e"
    CONSENT_REPLACED = "265h"


class Topic(Enum):
    """What the consent is about, as far as it changes who is asked."""

    PLAN = "plan"
    SHARING = "sharing"
    IPA = "ipa"
    FAMILY_GROUP_PLAN = "fgp"
    REPORT_CODE = "mld"


@dataclass(frozen=True)
class ConsentFacts:
    """What is known. `age` is the age on the date of the consent, never today's (B1.5).

    `competent` is about this one decision and True until judged otherwise (B1.2).
    """

    regime: Regime
    age: int
    competent: bool = True
    topic: Topic = Topic.PLAN
    medical: bool = False
    wzd: bool = False
    measure: Measure | None = None
    within_measure: bool = False
    court_order: CourtOrder | None = None
    foster_care: bool = False
    custody_holders: int = 1
    custody_refuses: bool = False  # or cannot be reached
    prevents_serious_harm: bool = False
    keeps_wanting: bool = False  # after good thought
    own_view: bool = False  # Wlz: a well-considered view of the client's own
    wzd_listed_measure: bool = False  # Wzd 2 lid 2: medication outside guidelines, limiting, locking in


@dataclass(frozen=True)
class ConsentNeed:
    """Who is asked, who is only heard, and why.

    `rows` are rows of table B2, the deciding one first; empty when the table does not decide, and then
    `needed` is a careful house choice. `notes` are Dutch sentences on what else must be done.
    """

    needed: tuple[Party, ...]
    heard: tuple[Party, ...]
    rows: tuple[int, ...]
    source: str
    mark: Mark
    text: str
    notes: tuple[str, ...] = ()
    resistance_counts: tuple[Party, ...] = ()

    @property
    def decided(self) -> bool:
        """Whether a row of the table decides this."""
        return bool(self.rows)
