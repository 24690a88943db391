"""Choices that a region makes together (rules A2 and G1): numbers with a name and a source, as data."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from planbureau.errors import InvalidInputError
from planbureau.rules.deadlines.setting_words import SETTING_WORDS
from planbureau.rules.deadlines.settings import DEFAULT_SETTINGS, age_in_months, settings_from
from planbureau.rules.dutch import months_words

REGIONAL = (
    "ppl_start_leeftijd",
    "ppl_klaar_leeftijd",
    "ppl_laat_dagen",
    "ipa_dagen",
    "herindicatie_vooraf_dagen",
    "eval_gezinsplan_maanden",
)
"""The numbers that belong to a region: guidance and agreements, never a law."""
CHOSEN, OWN = "regio", "eigen_regios"
"""Under which keys the organisation keeps the region that it chose, and the ones that it made."""
_KEPT = "Er is niets veranderd."


@dataclass(frozen=True)
class Region:
    """`values` holds the numbers that this region chose, by the name of their setting."""

    id: str
    name: str
    source: str
    values: Mapping[str, str | int]
    own: bool = False

    @property
    def words(self) -> str:
        """What the region chose, in Dutch: "Perspectiefplan beginnen: 16 jaar en zes maanden"."""
        return "; ".join(
            f"{SETTING_WORDS[name].label}: {_amount(name, value)}" for name, value in self.values.items()
        )


def _amount(name: str, value: str | int) -> str:
    if isinstance(value, int):
        return f"{value} {SETTING_WORDS[name].unit}"
    years, months = divmod(age_in_months(value), 12)
    return f"{years} jaar en {months_words(months)}" if months else f"{years} jaar"


def read_regions(text: str) -> tuple[Region, ...]:
    """The regions of a TOML file. Raises InvalidInputError for a number that may not be chosen."""
    return tuple(_region(entry, own=False) for entry in tomllib.loads(text)["region"])


def own_regions(terms: Mapping[str, object]) -> tuple[Region, ...]:
    """The regions that the organisation made itself."""
    kept = terms.get(OWN)
    return tuple(_region(entry, own=True) for entry in kept) if isinstance(kept, list) else ()


def _region(entry: Mapping[str, object], *, own: bool) -> Region:
    values = {
        name: value for name in REGIONAL if isinstance(value := entry.get(name), str | int) and value != ""
    }
    settings_from(values)
    return Region(str(entry["id"]), str(entry["name"]), str(entry["source"]), values, own)


def with_region(terms: Mapping[str, object], region: Region | None) -> dict[str, object]:
    """The terms with what this region chose; what it does not name gets the default back."""
    kept = {name: value for name, value in terms.items() if name not in (*REGIONAL, CHOSEN)}
    if region is None:
        return kept
    chosen = {
        name: value for name, value in region.values.items() if value != getattr(DEFAULT_SETTINGS, name)
    }
    return {**kept, **chosen, CHOSEN: region.id}


def with_own_region(
    terms: Mapping[str, object], name: str, source: str, known: Iterable[Region]
) -> dict[str, object]:
    """The terms with the numbers of now kept as a region of the organisation itself, which is chosen then.

    Raises InvalidInputError without a name or a source, or for a name that is there already.
    """
    name, source = name.strip(), source.strip()
    if not name:
        raise InvalidInputError("Geef de regio een naam.", _KEPT)
    if not source:
        raise InvalidInputError("Schrijf op waar deze keuzes vandaan komen, bijvoorbeeld een brief.", _KEPT)
    if any(one.name.casefold() == name.casefold() for one in known):
        raise InvalidInputError(f"Er is al een regio met de naam {name}.", f"{_KEPT} Kies een andere naam.")
    settings = settings_from(terms)
    values = {one: getattr(settings, one) for one in REGIONAL}
    made = {"id": f"eigen:{name.casefold()}", "name": name, "source": source, **values}
    kept = terms.get(OWN)
    others = kept if isinstance(kept, list) else []
    return {**terms, OWN: [*others, made], CHOSEN: made["id"]}


def without_own_region(terms: Mapping[str, object], region_id: str) -> dict[str, object]:
    """The terms without this region; the numbers stay as they are."""
    kept = terms.get(OWN)
    others = [one for one in kept if one["id"] != region_id] if isinstance(kept, list) else []
    left = {name: value for name, value in terms.items() if name != OWN}
    if left.get(CHOSEN) == region_id:
        del left[CHOSEN]
    return {**left, OWN: others} if others else left
