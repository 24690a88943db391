"""The numbers that an organisation may choose, with their defaults; law can only be made stricter."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, fields, replace
from enum import Enum
from types import MappingProxyType

from planbureau.errors import InvalidInputError
from planbureau.rules import dutch
from planbureau.rules.deadlines.catalogue import RULES
from planbureau.rules.deadlines.kinds import Shape, Unit
from planbureau.rules.deadlines.rule import DeadlineRule
from planbureau.rules.deadlines.setting_words import label_of
from planbureau.rules.mark import Mark

_AGE = re.compile(r"(\d{1,2})j(\d{1,2})m")
_KEPT = "Er is niets veranderd. Kies een andere waarde."


class SeriesAnchor(Enum):
    """From where a series counts its next date (T15)."""

    LAST_DONE = "laatste_gedaan"
    FIXED = "vast"


class LeapBirthday(Enum):
    """The birthday in other years of somebody born on 29 February (T3; from press, no article)."""

    FIRST_OF_MARCH = "1 maart"
    LAST_OF_FEBRUARY = "28 februari"


class TalkRhythm(Enum):
    """How often there is a small talk about an ondersteuningsplan, beside its evaluations (GHZ-01)."""

    NONE = "geen"
    EACH_QUARTER = "3 maanden"
    EACH_HALF_YEAR = "6 maanden"

    @property
    def months(self) -> int:
        """The months between two talks; nought when there are none."""
        return _BETWEEN_TALKS[self]


_BETWEEN_TALKS = {TalkRhythm.NONE: 0, TalkRhythm.EACH_QUARTER: 3, TalkRhythm.EACH_HALF_YEAR: 6}


@dataclass(frozen=True, slots=True, kw_only=True)
class TermSettings:
    """The configurable terms (days, months or years as the key says).

    `strenger` makes the number of a rule stricter: rule id to a smaller number in the rule's own unit
    (for keeping: a larger number of years). Validate with `validate_settings` before use.
    """

    fgp_redelijke_termijn_dagen: int = 42
    fgp_herinnering_dagen: int = 7
    eval_jeugd_maanden: int = 6
    eval_wlz_maanden: int = 6
    eval_wmo_maanden: int = 6
    eval_ggz_maanden: int = 6
    eval_gezinsplan_maanden: int = 3
    eval_meldcode_dagen: int = 28
    eval_max_maanden: int = 12
    begeleidingsplan_dagen: int = 42
    ipa_dagen: int = 28
    ppl_start_leeftijd: str = "16j0m"
    ppl_klaar_leeftijd: str = "17j6m"
    ppl_laat_dagen: int = 42
    leeftijd_vooraf_dagen: int = 90
    herindicatie_vooraf_dagen: int = 56
    klein_gesprek: TalkRhythm = TalkRhythm.NONE
    goz_kijk_maanden: int = 3
    na_crisis_dagen: int = 14
    inzage_maanden: int = 1
    werknotitie_dagen: int = 30
    bijna_dagen: int = 14
    bijna_kort_dagen: int = 4
    atw_toepassen: bool = True
    serie_anker: SeriesAnchor = SeriesAnchor.LAST_DONE
    dossier_rapportage_weken: int = 8
    dossier_verslag_weken: int = 6
    bewaar_jaren_jeugdwet: int = 20
    bewaar_jaren_wgbo: int = 20
    bewaar_jaren_wmo: int = 15
    bewaar_jaren_wzd: int = 20
    bewaar_jaren_log: int = 5
    handtekening_vereist_financier: bool = False
    schrikkeldag: LeapBirthday = LeapBirthday.FIRST_OF_MARCH
    strenger: Mapping[str, int] = field(default_factory=lambda: MappingProxyType({}))

    def age_months(self, key: str) -> int:
        """The months of an age setting such as `ppl_start_leeftijd`; nought for another key."""
        return age_in_months(getattr(self, key)) if key.endswith("_leeftijd") else 0

    def amount(self, key: str) -> int:
        """The number behind this key, in the unit of the rule that names it."""
        chosen = getattr(self, key)
        if type(chosen) is int:  # nearly every time
            return chosen
        return chosen.months if isinstance(chosen, TalkRhythm) else self.age_months(key)


DEFAULT_SETTINGS = TermSettings()
_DEFAULTS: Mapping[str, object] = {
    one.name: getattr(DEFAULT_SETTINGS, one.name) for one in fields(TermSettings)
}

MOST = 3650
"""The largest number that can be chosen, whatever its unit: with more no calendar has the day."""

_AT_MOST = {
    "eval_wlz_maanden": (6, "De Wlz vraagt twee evaluaties per jaar"),
    "eval_max_maanden": (12, "Een plan wordt ten minste elk jaar besproken"),
    "inzage_maanden": (1, "Op een verzoek om inzage volgt binnen een maand een antwoord"),
}
_AT_LEAST = {
    "bewaar_jaren_jeugdwet": (20, "Een dossier van de Jeugdwet bewaar je minstens twintig jaar"),
    "bewaar_jaren_wgbo": (20, "Een behandeldossier bewaar je minstens twintig jaar"),
    "bewaar_jaren_wmo": (15, "Gegevens van de Wmo bewaar je minstens vijftien jaar"),
    "bewaar_jaren_wzd": (20, "Gegevens over onvrijwillige zorg bewaar je minstens twintig jaar"),
    "bewaar_jaren_log": (5, "De log bewaar je minstens vijf jaar"),
}
_WITHIN_MAXIMUM = (
    "eval_wlz_maanden",
    "eval_jeugd_maanden",
    "eval_wmo_maanden",
    "eval_ggz_maanden",
    "eval_gezinsplan_maanden",
)


def settings_from(stored: Mapping[str, object]) -> TermSettings:
    """The settings as an organisation keeps them (JSON values); what is empty or unknown is the default.

    Raises InvalidInputError when a value may not be chosen or is of another kind.
    """
    values: dict[str, object] = {}
    for name, default in _DEFAULTS.items():
        value = stored.get(name)
        if value in (None, ""):
            continue
        values[name] = _as_kind(name, value, default)
    return validate_settings(replace(DEFAULT_SETTINGS, **values))  # type: ignore[arg-type]


def _as_kind(name: str, value: object, default: object) -> object:
    if isinstance(default, Enum):
        try:
            return type(default)(value)
        except ValueError:
            pass
    elif type(value) is type(default) or (isinstance(default, Mapping) and isinstance(value, Mapping)):
        return value
    raise InvalidInputError(f"{label_of(name)} heeft een waarde die niet kan.", _KEPT)


def age_in_months(text: str) -> int:
    """The months in an age such as "16j6m"; raises InvalidInputError for another notation."""
    match = _AGE.fullmatch(text)
    if match is None or int(match[2]) > 11:
        raise InvalidInputError(
            f"De leeftijd “{text}” kan niet worden gelezen.",
            "Er is niets veranderd. Schrijf een leeftijd als 16j0m of 17j6m.",
        )
    return 12 * int(match[1]) + int(match[2])


def validate_settings(settings: TermSettings) -> TermSettings:
    """Return `settings` when each number may be chosen; raise InvalidInputError (in Dutch) when not."""
    for setting in fields(settings):
        value = getattr(settings, setting.name)
        if isinstance(value, int) and not isinstance(value, bool):
            _check_number(setting.name, value)
    for name in _WITHIN_MAXIMUM:
        if getattr(settings, name) > settings.eval_max_maanden:
            limit = dutch.months_words(settings.eval_max_maanden)
            raise InvalidInputError(f"{label_of(name)} is langer dan het maximum van {limit}.", _KEPT)
    start, ready = age_in_months(settings.ppl_start_leeftijd), age_in_months(settings.ppl_klaar_leeftijd)
    if not start < ready <= 18 * 12:
        raise InvalidInputError(
            "Het perspectiefplan moet later klaar zijn dan het begint, en voor de achttiende verjaardag.",
            _KEPT,
        )
    _check_stricter(settings.strenger)
    return settings


def _check_number(name: str, value: int) -> None:
    if value < 1:
        raise InvalidInputError(f"{label_of(name)} moet ten minste 1 zijn.", _KEPT)
    limit, reason = _AT_MOST.get(name, (MOST, "Dat is te veel om mee te rekenen"))
    if value > limit:
        raise InvalidInputError(f"{reason}. {label_of(name)} kan niet hoger zijn dan {limit}.", _KEPT)
    floor, reason = _AT_LEAST.get(name, (None, ""))
    if floor is not None and value < floor:
        raise InvalidInputError(f"{reason}. {label_of(name)} kan niet lager zijn dan {floor}.", _KEPT)


def can_be_stricter(rule: DeadlineRule) -> bool:
    """Whether an organisation may choose a stricter number for this rule.

    Not for time that a client has, for an age, or for what is due on the day itself.
    """
    interval = rule.interval
    if interval is None or rule.shape is not Shape.DUE or interval.unit is Unit.AGE_MONTHS:
        return False
    return interval.amount > 1


def stricter_rules() -> tuple[DeadlineRule, ...]:
    """The rules of the law whose own number an organisation may choose stricter, one by one."""
    return tuple(
        rule
        for rule in RULES.values()
        if can_be_stricter(rule)
        and rule.mark is Mark.LAW
        and rule.interval is not None
        and not rule.interval.setting
        and rule.number_mark is None
        and rule.id not in _OF_THE_MUNICIPALITY
    )


_OF_THE_MUNICIPALITY = ("WMO-01", "WMO-03")
"""Shown for information: what a municipality has to do, a provider cannot make stricter."""


def _check_stricter(stricter: Mapping[str, int]) -> None:
    for rule_id, amount in stricter.items():
        rule = RULES.get(rule_id)
        if rule is None or rule.interval is None or not can_be_stricter(rule):
            raise InvalidInputError(f"De regel {rule_id} heeft geen aantal dat strenger kan.", _KEPT)
        keeping = rule.interval.unit is Unit.KEEPING_YEARS
        if amount < 1 or (amount < rule.interval.amount if keeping else amount > rule.interval.amount):
            word = "langer" if keeping else "korter"
            raise InvalidInputError(
                f"Het aantal van regel {rule_id} ({rule.interval.amount}) kan alleen {word} worden.", _KEPT
            )
