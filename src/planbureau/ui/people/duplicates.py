"""Finding people who are known already: one record per person, whatever roles he or she has."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from datetime import date

from planbureau.rules.dutch import plain_date
from planbureau.views import PersonView


def folded(text: str) -> str:
    """Text without capitals and accents: "Yıldız" and "yildiz" are the same."""
    spread = unicodedata.normalize("NFKD", text.replace("ı", "i").casefold())
    return "".join(sign for sign in spread if not unicodedata.combining(sign)).strip()


def known_like(
    people: Iterable[PersonView], typed: str, limit: int = 6, not_ids: frozenset[str] = frozenset()
) -> tuple[PersonView, ...]:
    """The people whose names begin with every typed word, in the order in which they were given."""
    words = folded(typed).split()
    found: list[PersonView] = []
    for person in people:
        if person.id in not_ids:
            continue
        names = folded(f"{person.given_name} {person.call_name} {person.prefix} {person.family_name}").split()
        if all(any(name.startswith(word) for name in names) for word in words):
            found.append(person)
            if len(found) == limit:
                break
    return tuple(found)


def same_person(
    people: Iterable[PersonView], one: PersonView, clients: frozenset[str] = frozenset()
) -> PersonView | None:
    """Somebody with the same name who may be the same: same birth date, or one of them has none.

    People in `clients` (person ids) go before others.
    """
    wanted = _names(one)
    fits = [
        person
        for person in people
        if person.id != one.id and _fits(person, wanted) and _same_day(person.birth_date, one.birth_date)
    ]
    fits.sort(key=lambda person: (person.birth_date != one.birth_date, person.id not in clients))
    return fits[0] if fits else None


def described(person: PersonView) -> str:
    """Name with what tells people with one name apart: birth date, else function or organisation."""
    if person.birth_date is not None:
        return f"{person.full_name} ({plain_date(person.birth_date)})"
    more = person.function or person.organisation
    return f"{person.full_name} ({more})" if more else person.full_name


def _names(person: PersonView) -> tuple[frozenset[str], str]:
    first = frozenset(folded(name) for name in (person.given_name, person.call_name) if name.strip())
    return first, folded(person.family_name)


def _fits(person: PersonView, wanted: tuple[frozenset[str], str]) -> bool:
    first, family = _names(person)
    return bool(first & wanted[0]) and family == wanted[1]


def _same_day(one: date | None, other: date | None) -> bool:
    return one == other or one is None or other is None
