"""Takes the names and numbers of what is hidden out of running text.

A mark "niet voor ..." is on a record, but people also write a name or a number in a sentence. What is
replaced stays visible as a gap, so that nobody reads another sentence than was written.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import fields, is_dataclass, replace
from datetime import date
from typing import Any

from planbureau.documents.editions.hidden import Hidden
from planbureau.formats.model import PlanFormat
from planbureau.rules.dutch import number_date, plain_date
from planbureau.views import PersonView, PlanView

GAP = "(weggelaten)"
NAME_GAP = "(naam weggelaten)"
"""Where all that is hidden are names."""
_SHORTEST = 3
_FIELD_TEXTS = ("organisation", "function", "note")


class Scrubber:
    """Replaces words in every text of a value; what holds no such word comes back as the same object."""

    def __init__(self, words: Iterable[str], gap: str = GAP) -> None:
        self._gap = gap
        parts = sorted(
            {word.strip() for word in words if len(word.strip()) >= _SHORTEST}, key=len, reverse=True
        )
        pattern = "|".join(_pattern(part) for part in parts)
        self._pattern = re.compile(rf"(?<!\w)(?:{pattern})(?!\w)") if pattern else None

    def text(self, text: str) -> str:
        """The text with a gap in the place of each hidden word."""
        return self._pattern.sub(self._gap, text) if self._pattern else text

    def __call__(self, value: Any) -> Any:
        """The same value with clean texts: a text, a mapping, a list, a tuple or a frozen dataclass."""
        match value:
            case str():
                return self.text(value)
            case Mapping():
                return {key: self(part) for key, part in value.items()}
            case list():
                return [self(part) for part in value]
            case tuple():
                return tuple(self(part) for part in value)
        if is_dataclass(value) and not isinstance(value, type | PlanFormat):
            old = {each.name: getattr(value, each.name) for each in fields(value) if each.init}
            new = {name: self(part) for name, part in old.items()}
            return replace(value, **new) if new != old else value
        return value


def _pattern(word: str) -> str:
    """A telephone number also matches with other spaces and dashes; other words match as they stand."""
    digits = re.sub(r"\D", "", word)
    if len(digits) >= 6 and not re.search(r"[^\d\s()+./-]", word):
        return r"[\s()./-]*".join(digits)
    return re.escape(word)


def hidden_words(view: PlanView, hidden: Hidden) -> set[str]:
    """Names of hidden people, and the texts of hidden fields, addresses and contacts."""
    everyone = list(_everyone(view).values())
    shown = [one for one in everyone if one.id not in hidden.people]
    common = {name for one in shown for name in (one.given_name, one.call_name, one.family_name) if name}
    shared = {place for one in shown for place in _places(one)}
    words: set[str] = set()
    for one in everyone:
        if one.id in hidden.people:
            words |= _names(one) - common
            words |= _places(one) - shared  # people who live together share an address
        words |= _field_words(one, hidden)
        words |= {_street(each) for each in one.addresses if each.id in hidden.ids["address"]}
        words |= {each.value for each in one.contacts if each.id in hidden.ids["contact"]}
    return words - {""}


def _everyone(view: PlanView) -> dict[str, PersonView]:
    found = dict(view.people)
    found |= {one.person.id: one.person for one in view.clients}
    found |= {one.person.id: one.person for one in view.relations}
    found |= {one.person.id: one.person for one in view.custody}
    if view.household is not None:
        found |= {one.person.id: one.person for one in view.household.members}
    for one in (view.client.person if view.client else None, view.coordinator):
        if one is not None:
            found[one.id] = one
    return found


def _names(one: PersonView) -> set[str]:
    family = " ".join(part for part in (one.prefix, one.family_name) if part)
    return {
        one.full_name if one.family_name or one.given_name or one.call_name else "",
        f"{one.given_name} {family}".strip() if one.given_name else "",
        one.given_name,
        one.call_name,
        one.family_name,
    }


def _places(one: PersonView) -> set[str]:
    return {_street(each) for each in one.addresses} | {each.value for each in one.contacts}


def _street(address: Any) -> str:
    return str(address.street)


def _field_words(one: PersonView, hidden: Hidden) -> set[str]:
    names = hidden.fields_of(one.id)
    words = {str(getattr(one, name)) for name in names & set(_FIELD_TEXTS)}
    if "addresses" in names:
        words |= {_street(each) for each in one.addresses}
    if "contacts" in names:
        words |= {each.value for each in one.contacts}
    if "birth_date" in names and isinstance(one.birth_date, date):
        words |= {plain_date(one.birth_date), number_date(one.birth_date), one.birth_date.isoformat()}
    return words
