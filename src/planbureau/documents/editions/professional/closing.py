"""The end of the plan: help with the talk, where to complain, and the versions that came before."""

from __future__ import annotations

from planbureau.documents.blocks import (
    Block,
    Column,
    Heading,
    KeepTogether,
    KeyValues,
    Pair,
    Paragraph,
    Table,
)
from planbureau.documents.editions.paper import Paper
from planbureau.documents.editions.professional.together import labels_kept
from planbureau.rules.dutch import plain_date
from planbureau.rules.goals.status import WITHDRAWN_WORD, AgreedBy
from planbureau.views import VersionRow

HELP = (
    "Je mag iemand meenemen naar elk gesprek over dit plan. Een onafhankelijke cliëntondersteuner is gratis. "
    "Ben je niet tevreden? Zeg het eerst tegen wie je helpt. Lukt dat niet, dan kun je een klacht indienen."
)
"""Wlz 8.1.1 lid 7; Wmo 2015 2.2.4; Jeugdwet 4.1.9 and 4.2.1; Wkkgz."""

_LACKING = {
    AgreedBy.ADOPTED_WITHOUT_CONSENT: ", zonder instemming",
    AgreedBy.WITHDRAWN: f", {WITHDRAWN_WORD}",
}


def closing_blocks(paper: Paper) -> list[Block]:
    """Printed on every plan (rules B8)."""
    return labels_kept([*_help(paper), *_versions(paper)])


def _help(paper: Paper) -> list[Block]:
    organisation = paper.context.organisation
    pairs = (
        Pair("Hulp bij het gesprek", organisation.client_support.strip()),
        Pair("Klacht", organisation.complaint_contact.strip()),
    )
    filled = tuple(pair for pair in pairs if pair.value)
    heading = Heading(1, "Hulp bij het gesprek en klachten", paper.picture("clientondersteuner"))
    return [KeepTogether((heading, Paragraph(HELP), *([KeyValues(filled)] if filled else [])))]


def _versions(paper: Paper) -> list[Block]:
    versions = sorted(paper.view.versions, key=lambda one: one.number)
    if not versions or (paper.is_annex and len(versions) == 1):
        return []
    own = any(one.handed_in for one in versions)
    rows: tuple[tuple[str, ...], ...] = tuple(
        (str(one.number), _adopted(one, how=own), paper.adopter(one), one.content_hash[:8])
        for one in versions
    )
    columns: tuple[Column, ...] = (
        Column("Versie", 0.5),
        Column("Afgesloten op" if paper.is_annex else "Wanneer" if own else "Vastgesteld op", 1.6),
        Column("Door", 1.4),
        Column("Kenmerk", 0.8),
    )
    if paper.is_annex and any(one.reason.strip() for one in versions):  # what was corrected, and why
        rows = tuple((*row, one.reason.strip()) for row, one in zip(rows, versions, strict=True))
        columns = (*columns, Column("Waarom", 2.0))
    title = "Versies van dit verslag" if paper.is_annex else "Versies van dit plan"
    return [Heading(1, title), Table(columns, rows, row_headers=True)]


def _adopted(version: VersionRow, *, how: bool) -> str:
    """When it was done; also what was done, in a plan that was handed in once."""
    done = f"{version.how} op " if how else ""
    without = _LACKING.get(version.agreed_by, "")
    return f"{done}{plain_date(version.adopted_on)}{without}"
