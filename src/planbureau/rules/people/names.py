"""Names in ready-made goals: "{naam} {voelt/voelen} zich veilig" gives "Sara en Tom voelen zich veilig".

The goals are those of rules part D1. A template knows two kinds of place holders: `{naam}` for the
names, and `{een/meer}` for words that differ between one person and several ("{voelt/voelen}",
"{hij of zij/zij}").
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from planbureau.errors import InvalidInputError
from planbureau.rules.dutch import sentence

_PLACE = re.compile(r"\{([^{}]*)\}")
_NAME = "naam"
BLANK = "…"


def join_names(names: Sequence[str]) -> str:
    """The names as Dutch joins them: "Sara", "Sara en Tom", "Sara, Tom en Ali"; empty without names."""
    clean = [name.strip() for name in names if name.strip()]
    if len(clean) < 2:
        return "".join(clean)
    return f"{', '.join(clean[:-1])} en {clean[-1]}"


def needs_names(template: str) -> bool:
    """Whether the template has a place for names."""
    return "{" + _NAME + "}" in template


def fill(template: str, names: Sequence[str]) -> str:
    """The sentence for these people, with a capital at its start.

    Names are put in once, so a name with a brace stays as typed.

    Raises InvalidInputError when the template asks for names and none is given, or is not valid.
    """
    errors = template_errors(template)
    if errors:
        raise InvalidInputError(errors[0], "Pas de zin van het kant-en-klare doel aan.")
    count = sum(1 for name in names if name.strip())
    if not count and needs_names(template):
        raise InvalidInputError("Dit doel is nog voor niemand.", "Kies voor wie het doel is.")
    return sentence(_filled(template, join_names(names), plural=count > 1))


def fill_blank(template: str) -> str:
    """The sentence for a list in which nobody is chosen yet: "… voelt zich veilig in huis."."""
    return _filled(template, BLANK, plural=False)


def template_errors(template: str) -> tuple[str, ...]:
    """What is wrong with a template, in Dutch; empty when it can be filled."""
    errors = []
    rest = _PLACE.sub("", template)
    if "{" in rest or "}" in rest:
        errors.append("Een accolade in deze zin is niet gesloten of niet geopend.")
    for inside in _PLACE.findall(template):
        forms = inside.split("/")
        if len(forms) == 2 and all(form.strip() == form and form for form in forms):
            continue
        if inside != _NAME:
            errors.append(f'"{{{inside}}}" is geen geldige invulplek. Gebruik {{naam}} of {{voelt/voelen}}.')
    if not needs_names(template) and any("/" in inside for inside in _PLACE.findall(template)):
        errors.append("Een keuze tussen enkelvoud en meervoud heeft {naam} nodig.")
    if not template.strip():
        errors.append("De zin is leeg.")
    return tuple(errors)


def _filled(template: str, names: str, *, plural: bool) -> str:
    def one(match: re.Match[str]) -> str:
        inside = match[1]
        if inside == _NAME:
            return names
        return inside.split("/")[1 if plural else 0]

    return _PLACE.sub(one, template)
