"""What is still missing in an action, and what a set of actions tells (rules D2.4, D2.6, D2.8)."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import Enum
from itertools import combinations

from planbureau.rules.goals.action_status import ActionStatus
from planbureau.rules.hints import Hint, needed, tip, wrong


class PerformerKind(Enum):
    """What kind of person or body does the action."""

    CLIENT = "client"
    FAMILY = "family"
    NETWORK = "network"
    VOLUNTEER = "volunteer"
    PROFESSIONAL = "professional"
    ORGANISATION = "organisation"

    @property
    def label(self) -> str:
        """The Dutch name as a user reads it."""
        return _KINDS[self]


_KINDS = {
    PerformerKind.CLIENT: "cliënt",
    PerformerKind.FAMILY: "gezin",
    PerformerKind.NETWORK: "netwerk",
    PerformerKind.VOLUNTEER: "vrijwilliger",
    PerformerKind.PROFESSIONAL: "professional",
    PerformerKind.ORGANISATION: "organisatie",
}
OWN_KINDS = frozenset(
    {PerformerKind.CLIENT, PerformerKind.FAMILY, PerformerKind.NETWORK, PerformerKind.VOLUNTEER}
)


@dataclass(frozen=True)
class ActionFacts:
    """One action. `responsible` holds names or functions ("avonddienst"); exactly one is asked."""

    code: str
    what: str = ""
    responsible: tuple[str, ...] = ()
    kind: PerformerKind | None = None
    organisation: str = ""
    for_whom: frozenset[str] = frozenset()
    start: date | None = None
    due: date | None = None
    status: ActionStatus = ActionStatus.NOT_STARTED
    how_often: str = ""
    recurring: bool = False  # help that comes back: then how often is part of what is agreed


@dataclass(frozen=True)
class Overlap:
    """Two open actions of different organisations that look the same."""

    first: str
    second: str
    text: str


def check_action(facts: ActionFacts) -> tuple[Hint, ...]:
    """The hints of one action."""
    found = []
    if not facts.what.strip():
        found.append(needed("what", "Schrijf op wat er gaat gebeuren."))
    count = len([name for name in facts.responsible if name.strip()])
    if count == 0:
        found.append(needed("responsible", "Kies wie hiervoor zorgt: één persoon of functie."))
    elif count > 1:
        text = "Kies één persoon of functie die hiervoor zorgt. De anderen kunnen meehelpen."
        found.append(wrong("responsible", text))
    if facts.kind is None:
        found.append(tip("kind", "Kies wat voor iemand dit doet: cliënt, gezin, netwerk of beroepskracht."))
    if facts.recurring and not facts.how_often.strip():
        found.append(needed("how_often", "Hoe vaak? Bij hulp die terugkomt spreken jullie dat af."))
    if facts.start and facts.due and facts.due < facts.start:
        found.append(wrong("due", "De einddatum ligt voor het begin."))
    return tuple(found)


def find_overlaps(actions: Sequence[ActionFacts]) -> tuple[Overlap, ...]:
    """Pairs of open actions with the same words, for the same person, by different organisations."""
    running = [a for a in actions if a.status.is_open and a.what.strip() and a.organisation.strip()]
    return tuple(
        Overlap(
            one.code, two.code, f"Actie {one.code} en {two.code} lijken op elkaar. Doen jullie hetzelfde?"
        )
        for one, two in combinations(running, 2)
        if one.organisation.strip().lower() != two.organisation.strip().lower()
        and one.for_whom & two.for_whom
        and _core(one.what) == _core(two.what) != frozenset()
    )


def hint_no_own_action(actions: Iterable[ActionFacts]) -> tuple[Hint, ...]:
    """A hint when only professionals do something for a goal (own choice, D2.8)."""
    alive = [a for a in actions if a.status is not ActionStatus.LAPSED]
    if not alive or any(a.kind in OWN_KINDS for a in alive):
        return ()
    return (tip("actions", "Er is nog geen actie van de cliënt zelf, het gezin of het netwerk."),)


def shares(actions: Iterable[ActionFacts]) -> dict[PerformerKind, int]:
    """How many open actions each kind of performer has; kinds without any are left out."""
    return dict(Counter(a.kind for a in actions if a.status.is_open and a.kind is not None))


_WORD = re.compile(r"[a-zà-ÿ]+")
_FILLER = frozenset(
    "de het een en van voor met om te in op aan bij samen elke keer week per gaan gaat".split()  # noqa: SIM905
)
_ENDINGS = ("en", "de", "te", "t", "s", "e")


def _core(text: str) -> frozenset[str]:
    """The words that carry meaning, cut to a crude stem so that "belt" meets "bellen"."""
    return frozenset(_stem(word) for word in _WORD.findall(text.lower()) if word not in _FILLER)


def _stem(word: str) -> str:
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            word = word.removesuffix(ending)
            break
    if len(word) > 2 and word[-1] == word[-2]:
        word = word[:-1]
    return re.sub(r"([aeou])\1", r"\1", word)
