"""Which measure a record of the Wzd is about, where more than one runs (rules A4, WZD-04 to WZD-07).

Every measure has its own first day and end. A measure is known by the forms of care of Wzd 2 lid 1 with
which it was put in the plan, as letters: care that is written down again in one of those forms is the same
measure, so that its term never becomes longer (T7). Care in other forms is another one, with its own term.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping

from planbureau.formats.answers import JsonValue

AT = "@"
"""Stands between the name of a date of the plan and the measure that it is of."""
FORMS: Mapping[str, str] = {
    "a": "medicijnen, vocht, voeding of een medische handeling",
    "b": "minder kunnen bewegen",
    "c": "insluiten",
    "d": "toezicht houden",
    "e": "kleding of lichaam onderzoeken",
    "f": "de kamer of woning onderzoeken",
    "g": "controleren op middelen",
    "h": "het eigen leven beperken",
    "i": "bezoek beperken",
}
"""The forms of Wzd 2 lid 1 in our own words, short."""


def forms_in(value: JsonValue) -> frozenset[str]:
    """The forms that were chosen in a record."""
    return frozenset(one for one in value if one in FORMS) if isinstance(value, list) else frozenset()


def measure_of(forms: Collection[str]) -> str:
    """How a measure in these forms is known: "b+c"; empty for one whose forms nobody wrote down."""
    return "+".join(sorted(forms))


def measure_words(measure: str) -> str:
    """A measure as people read it: "minder kunnen bewegen, insluiten"."""
    return ", ".join(FORMS[letter] for letter in measure.split("+") if letter in FORMS)


def field_of(name: str, measure: str) -> str:
    """The name of a date of the plan for one measure."""
    return f"{name}{AT}{measure}" if measure else name


def measures_with(triggers: Iterable[str], name: str) -> tuple[str, ...]:
    """The measures that have this date, in the order of their letters; "" for a date of the plan itself."""
    found = (one.partition(AT) for one in triggers)
    return tuple(sorted(measure for field, _, measure in found if field == name))


def about(forms: Collection[str], running: Collection[str]) -> tuple[str, ...]:
    """The running measures that a record in these forms is about; without forms it is about all of them.

    A measure of which no forms are known (from before they were kept apart) may be any.
    """
    wanted = set(forms)
    return tuple(
        measure
        for measure in sorted(running)
        if not wanted or not measure or not wanted.isdisjoint(measure.split("+"))
    )
