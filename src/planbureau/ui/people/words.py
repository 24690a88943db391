"""The words on the pages about people: names of kinds, roles that are often used, dates in short."""

from __future__ import annotations

from datetime import date

from planbureau.rules.consent import facts as consent_facts
from planbureau.rules.consent.representation import Relation
from planbureau.rules.dates import age_on
from planbureau.rules.deadlines import RequestKind
from planbureau.rules.deadlines.requests import RequesterRole
from planbureau.rules.dutch import plain_date
from planbureau.rules.regime import Regime
from planbureau.views import PersonView

COMMUNICATION = (
    ("praten", "praten"),
    ("gebaren", "gebaren"),
    ("picto", "pictogrammen"),
    ("tolk", "met een tolk"),
    ("anders", "anders"),
)
"""How somebody communicates (rules C0, block ID): id and words."""

REGIMES = {
    Regime.JEUGDWET.value: "Jeugdwet",
    Regime.WLZ.value: "Wlz",
    Regime.WMO.value: "Wmo",
    Regime.ZVW.value: "Zvw",
    Regime.WGBO.value: "Wgbo",
    Regime.STRAFRECHT.value: "Strafrecht",
}

HOUSEHOLD_ROLES = (
    "moeder", "vader", "kind", "zoon", "dochter", "partner", "stiefouder", "stiefkind", "pleegouder",
    "pleegmoeder", "pleegvader", "pleegkind", "oma", "opa", "broer", "zus", "huisgenoot",
)  # fmt: skip

NETWORK_ROLES = (
    "moeder", "vader", "partner", "broer", "zus", "zoon", "dochter", "oma", "opa", "oom", "tante",
    "pleegouder", "pleegmoeder", "pleegvader", "vriend", "vriendin", "buurvrouw", "buurman", "mantelzorger",
    "vrijwilliger", "ervaringsdeskundige", "persoonlijk begeleider",
    "woonbegeleider", "dagbesteding", "huisarts", "specialist", "gedragsdeskundige", "psycholoog",
    "maatschappelijk werker", "wijkteam", "jeugdbeschermer", "reclassering", "school", "leerkracht",
    "werkgever", "mentor", "curator", "bewindvoerder", "cliëntondersteuner", "vertrouwenspersoon",
)  # fmt: skip

CHILD_KINDS = (
    ("parent", "ouder met gezag"),
    ("guardian", "voogd"),
    ("gi_guardian", "gecertificeerde instelling als voogd"),
    ("parent_without_custody", "ouder zonder gezag"),
)
"""Who decides for a child (rules B2): the kinds of `CustodyView`."""

ADULT_KINDS = tuple((relation.value, relation.value) for relation in Relation)
"""Who may represent an adult (rules B4)."""

MEASURES = tuple(consent_facts.MEASURES.items())

REQUESTS = tuple((kind.name, kind.value) for kind in RequestKind)
"""What can be asked about a file (rules RCT and HVP-02)."""
REQUESTER_ROLES = tuple((role.value, role.label) for role in RequesterRole)

MAY_READ = (("ja", "ja, alles"), ("deel", "een deel"), ("nee", "nee"))

ADDRESS_LABELS = ("thuis", "bij moeder", "bij vader", "woonlocatie", "werk", "school", "dagbesteding")
CONTACT_LABELS = ("mobiel", "thuis", "werk", "nood", "na 17 uur")


def label_of(options: tuple[tuple[str, str], ...], value: str) -> str:
    """The words of a stored value; a value that is not known stands for itself."""
    return dict(options).get(value, value)


def decider_label(kind: str) -> str:
    """In which role somebody decides, in words."""
    return label_of((*CHILD_KINDS, *ADULT_KINDS), kind)


def regime_label(regime: str) -> str:
    """A legal frame in one word."""
    return REGIMES.get(regime, regime)


def born_words(person: PersonView, today: date) -> str:
    """Birth date and age: "Geboren 14 maart 1987 · 38 jaar"; of who died that day, for age stops."""
    if person.birth_date is None:
        return "Geboortedatum nog niet ingevuld"
    if person.birth_date > today:
        return f"Geboortedatum {plain_date(person.birth_date)} · die dag moet nog komen"
    if person.died:
        return f"Geboren {plain_date(person.birth_date)} · {person.died}"
    return f"Geboren {plain_date(person.birth_date)} · {age_on(person.birth_date, today)} jaar"


def with_age(person: PersonView, today: date) -> str:
    """The name, with the age of a child that lives behind it."""
    age = age_on(person.birth_date, today) if person.birth_date and not person.died else 18
    return f"{person.full_name} ({age} jaar)" if age < 18 else person.full_name


def period_words(start: date | None, end: date | None) -> str:
    """From when to when, as far as it is known."""
    parts = (f"vanaf {plain_date(start)}" if start else "", f"tot en met {plain_date(end)}" if end else "")
    return " ".join(part for part in parts if part)


def first_contact(person: PersonView, kind: str = "phone") -> str:
    """The first phone number or mail address of a person."""
    return next((c.value for c in person.contacts if c.kind == kind and c.value), "")
