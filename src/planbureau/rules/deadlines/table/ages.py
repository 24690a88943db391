"""Birthdays on which rights change: twelve, sixteen and eighteen (rules A2, LFT)."""

from __future__ import annotations

from planbureau.rules.deadlines.acts import Act
from planbureau.rules.deadlines.interval import age
from planbureau.rules.deadlines.rule import DeadlineRule, Scope, Special
from planbureau.rules.deadlines.table import sources
from planbureau.rules.mark import Mark

_EVERYONE = (Scope(),)
_SOURCE = "Jeugdwet 7.3.4, 7.3.5 en 7.3.15; BW 7:447, 7:450 en 7:465; Wzd 3; Wlz 8.1.2"


def _birthday(years: int, what_now: str) -> DeadlineRule:
    return DeadlineRule(
        id=f"LFT-{years}",
        act=Act.PEOPLE,
        title=f"Wordt {years} jaar",
        what_now=what_now,
        mark=Mark.LAW,
        source=_SOURCE,
        in_force_from=sources.JEUGDWET,
        scopes=_EVERYONE,
        triggers=("geboortedatum",),
        interval=age(12 * years),
        special=Special.PERSON_AGE,
        general=True,
        start_setting="leeftijd_vooraf_dagen",
    )


RULES = (
    _birthday(
        12,
        "Vanaf deze verjaardag beslist het kind mee. Vraag akkoord aan het kind en aan wie gezag heeft, en "
        "kijk wie het plan mag lezen.",
    ),
    _birthday(
        16,
        "Vanaf deze verjaardag beslist de jongere zelf over de hulp, behalve als dat voor een besluit niet "
        "lukt. Kijk opnieuw wie akkoord geeft, wie het plan mag lezen en wie tekent.",
    ),
    _birthday(
        18,
        "De jongere is dan volwassen: het gezag stopt. Kijk onder welke wet de hulp valt, wie betaalt, "
        "en wie het "
        "plan mag lezen. Is er een vertegenwoordiger nodig?",
    ),
)
