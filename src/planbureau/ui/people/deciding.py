"""Who decides with a client, in words that follow the age and a measure (rules B2, B4).

Jeugdwet 7.3.4, 7.3.5 and 7.3.15; for measures rows 8 to 11 and 13 of B2.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from planbureau.rules.consent.facts import Measure
from planbureau.rules.dates import age_on, age_reached
from planbureau.rules.dutch import plain_date
from planbureau.views import CustodyView, MeasureView, PersonView

CUSTODY = frozenset({"parent", "guardian", "gi_guardian"})
_RIGHTS = {12: "geeft dan ook zelf toestemming", 16: "beslist dan zelf over de hulp", 18: "is dan volwassen"}
_ENDS = " Gezag houdt dan op; kijk ruim ervoor of iemand moet vertegenwoordigen."
SOURCE_CHILD = "Jeugdwet 7.3.4, 7.3.5 en 7.3.15; Wlz 8.1.2; BW 7:447 en 7:450"
SOURCE_ADULT = "BW 7:465, Wlz 8.1.2 en Jeugdwet 7.3.15 lid 3"


_WITHIN = (
    "Voor hulp die bij deze maatregel hoort, is geen akkoord nodig: hoor ieder en schrijf op wat ieder "
    "vindt. Voor andere hulp en voor behandeling blijft akkoord wel nodig."
)
_PARENTS_KEEP = (
    "Ouders houden gezag; de instelling kan niet voor hen akkoord gaan, tenzij de rechter dat bepaalt."
)
_GI_SIGNS = (
    "De gecertificeerde instelling is voogd en gaat akkoord in plaats van de ouders. Hoor de jongere; die "
    "beslist mee vanaf 12 jaar, en zelf vanaf 16 jaar."
)
_ACCEPTS = "De jongere moet de hulp zelf aanvaarden. Het plan verandert alleen als de jongere akkoord is."
MEASURE_WORDS = {
    Measure.SUPERVISION.value: (
        f"{_WITHIN} {_PARENTS_KEEP}",
        "Jeugdwet 7.3.4 lid 1 en 7.3.1 lid 3; BW 1:265e en 1:265h",
    ),
    Measure.GI_GUARDIANSHIP.value: (_GI_SIGNS, "BW 1:302 en 1:303; Jeugdwet 1.1; deels eigen keuze"),
    Measure.YOUTH_PROBATION.value: (_WITHIN, "Jeugdwet 7.3.4 lid 1 en 7.3.1 lid 3"),
    Measure.SECURE.value: (_WITHIN, "Jeugdwet 7.3.4 lid 1 en 7.3.1 lid 3"),
    Measure.CONDITIONAL_SECURE.value: (_ACCEPTS, "Jeugdwet 6.1.4 lid 7 en 6.1.5 (tekst van 2017)"),
}
"""What each measure does to consent (rules B2, rows 8 to 11 and 13), with the source."""


def during(measures: Iterable[MeasureView], today: date) -> tuple[tuple[str, str], ...]:
    """What the measures that run today mean for consent: a text and its source, each said once."""
    running = (
        one for one in measures if (one.start or today) <= today and (one.end is None or today <= one.end)
    )
    found = (MEASURE_WORDS[one.kind] for one in running if one.kind in MEASURE_WORDS)
    return tuple(dict.fromkeys(found))


@dataclass(frozen=True)
class Deciding:
    """What holds now, what changes on the next birthday, what still has to be known, and the source."""

    now: str
    next: str = ""
    needed: str = ""
    source: str = ""


def is_minor(person: PersonView, today: date) -> bool | None:
    """Whether somebody is under eighteen; None when the birth date is not known."""
    return None if person.birth_date is None else age_on(person.birth_date, today) < 18


def deciding(person: PersonView, custody: Iterable[CustodyView], today: date) -> Deciding:
    """The explanation for one client on `today`."""
    if person.birth_date is None:
        return Deciding("Vul de geboortedatum in. Dan zie je hier wie meebeslist.")
    age = age_on(person.birth_date, today)
    current = [c for c in custody if (c.end is None or c.end >= today) and c.person.alive_on(today)]
    if age >= 18:
        return _adult(person, age, current)
    held = any(c.kind in CUSTODY for c in current)
    needed = "" if held else f"Nog nodig: wie heeft gezag over {person.short_name}?"
    return Deciding(_child(person.short_name, age), _birthday(person, age), needed, SOURCE_CHILD)


def _child(name: str, age: int) -> str:
    if age < 12:
        return (
            f"{name} is {age} jaar. Wie gezag heeft, beslist over de hulp. Leg alles ook aan {name} uit en "
            f"vraag wat {name} ervan vindt."
        )
    if age < 16:
        return f"{name} is {age} jaar. {name} geeft zelf toestemming, en iedereen met gezag ook."
    return (
        f"{name} is {age} jaar en beslist zelf over hulp. Wie gezag heeft, beslist alleen als {name} dit ene "
        "onderwerp niet kan overzien."
    )


def _adult(person: PersonView, age: int, current: list[CustodyView]) -> Deciding:
    name = person.short_name
    now = (
        f"{name} is {age} jaar en beslist zelf. Alleen als {name} één onderwerp niet kan overzien, "
        "vertegenwoordigt iemand anders; dat is steeds per beslissing."
    )
    old = [c for c in current if c.kind in CUSTODY | {"parent_without_custody"}]
    needed = ""
    if old:
        needed = (
            f"{name} is volwassen, dus gezag geldt niet meer. Kijk wie kan vertegenwoordigen en haal het weg."
        )
    return Deciding(now, "", needed, SOURCE_ADULT)


def _birthday(person: PersonView, age: int) -> str:
    assert person.birth_date is not None
    years = next(years for years in _RIGHTS if age < years)
    day = plain_date(age_reached(person.birth_date, years))
    ends = _ENDS if years == 18 else ""
    return f"Op {day} wordt {person.short_name} {years}: {person.short_name} {_RIGHTS[years]}.{ends}"
