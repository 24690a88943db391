"""The people of a plan: the members of the household, the own network, the professionals."""

from __future__ import annotations

from collections.abc import Sequence

from planbureau.documents.blocks import Block, Column, Paragraph, Run, Table, Text, TextStyle
from planbureau.documents.editions.paper import Paper
from planbureau.formats.model import Question, Section
from planbureau.rules.dutch import plain_date, sentence
from planbureau.views import MemberView, PersonView, RelationView

_READS = {"ja": "ja", "nee": "nee", "deel": "een deel"}


def network_blocks(question: Question, section: Section, paper: Paper) -> list[Block]:  # noqa: ARG001
    """Own people first, then professionals (rules C0, BET)."""
    own = [one for one in paper.view.relations if not one.person.professional]
    others = [one for one in paper.view.relations if one.person.professional]
    return [
        *_relations("Familie en netwerk", own),
        *_relations("Beroepskrachten", others),
    ]


def _relations(title: str, relations: Sequence[RelationView]) -> list[Block]:
    if not relations:
        return []
    rows = tuple(
        (
            one.person.full_name,
            _role(one),
            one.contribution.strip(),
            one.person.died or reachable(one.person),
            _may_read(one),
        )
        for one in relations
    )
    columns = (
        Column("Naam", 1.2), Column("Rol", 1.4), Column("Bijdrage", 1.6), Column("Bereikbaar", 1.2),
        Column("Leest", 0.75),
    )  # fmt: skip
    return [Paragraph(title, TextStyle.LABEL), Table(columns, rows, row_headers=True)]


def _role(one: RelationView) -> str:
    role = sentence(one.role or one.person.function)
    return "\n".join(part for part in (role, one.person.organisation) if part)


def _may_read(one: RelationView) -> str:
    reads = _READS.get(one.may_read, one.may_read)
    return "\n".join(part for part in (reads, "tekent mee" if one.signs else "") if part)


def reachable(person: PersonView) -> Text:
    """Telephone numbers and addresses, each on a line, so that they can be followed on a screen."""
    runs: list[Run] = []
    for contact in person.contacts:
        value = contact.value.strip()
        if not value:
            continue
        link = f"tel:{''.join(value.split())}" if contact.kind == "phone" else f"mailto:{value}"
        label = f" ({contact.label})" if contact.label else ""
        newline = "\n" if runs else ""
        runs += [Run(newline + value, link=link)] if not newline else [Run(newline), Run(value, link=link)]
        if label:
            runs.append(Run(label))
    return tuple(runs) if runs else ""


def household_blocks(question: Question, section: Section, paper: Paper) -> list[Block]:  # noqa: ARG001
    """Who belongs to the household."""
    household = paper.view.household
    if household is None or not household.members:
        return []
    rows = tuple(
        (one.person.full_name, sentence(one.role), _birth(one.person), one.person.died or _home(one))
        for one in household.members
    )
    columns = (Column("Naam", 1.6), Column("Rol", 1.0), Column("Geboren op", 1.2), Column("Woont", 1.3))
    return [Table(columns, rows, row_headers=True)]


def _birth(person: PersonView) -> str:
    return plain_date(person.birth_date) if person.birth_date else ""


def _home(one: MemberView) -> str:
    return "in dit huis" if one.main_home else "ook in een ander huis"
