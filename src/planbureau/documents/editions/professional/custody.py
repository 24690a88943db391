"""Custody, representation and court measures; these stand in the professional edition only."""

from __future__ import annotations

from planbureau.documents.blocks import Block, Column, Paragraph, Table, TextStyle
from planbureau.documents.editions.paper import Paper
from planbureau.documents.editions.values import dates_text
from planbureau.formats.model import Question, Section
from planbureau.rules.consent.capacity import Capacity
from planbureau.rules.consent.facts import MEASURES
from planbureau.rules.dutch import sentence
from planbureau.views import CustodyView

_OTHER_KINDS = {"parent_without_custody": "ouder zonder gezag", "administrator": "bewindvoerder (over geld)"}


def capacity_word(kind: str) -> str:
    """In which capacity somebody decides, in Dutch."""
    known = {one.value: one.label for one in Capacity} | _OTHER_KINDS
    return known.get(kind, kind)


def custody_blocks(question: Question, section: Section, paper: Paper) -> list[Block]:  # noqa: ARG001
    """Who decides for whom, and what a court ordered."""
    return [*_custody(question, paper), *_measures(paper)]


def _custody(question: Question, paper: Paper) -> list[Block]:
    holders = paper.view.custody
    if not holders:
        return []
    lasting = [_until(one) for one in holders]
    dated = any(lasting)  # mostly there are no dates, and then no column for them
    rows = tuple(
        (
            _about(one.client_id, paper),
            one.person.full_name,
            sentence(capacity_word(one.kind)),
            one.proof.strip(),
            *([until] if dated else []),
        )
        for one, until in zip(holders, lasting, strict=True)
    )
    columns = (
        Column("Over", 1.0), Column("Wie beslist", 1.3), Column("Hoe", 1.2), Column("Bewijsstuk", 1.3),
        *([Column("Periode", 1.2)] if dated else []),
    )  # fmt: skip
    return [Paragraph(question.label, TextStyle.LABEL), Table(columns, rows)]


def _until(one: CustodyView) -> str:
    willing = "wil dit niet doen" if one.willing is False else ""
    return "\n".join(part for part in (dates_text(one.start, one.end), one.person.died or willing) if part)


def _measures(paper: Paper) -> list[Block]:
    measures = paper.view.measures
    if not measures:
        return []
    rows = tuple(
        (
            _about(one.client_id, paper),
            sentence(MEASURES.get(one.kind, one.kind)),
            one.authority,
            dates_text(one.start, one.end),
        )
        for one in measures
    )
    columns = (
        Column("Over", 1.0),
        Column("Maatregel", 1.5),
        Column("Instantie", 1.5),
        Column("Periode", 1.3),
    )
    return [Paragraph("Maatregelen van de rechter", TextStyle.LABEL), Table(columns, rows)]


def _about(client_id: str, paper: Paper) -> str:
    client = paper.client_of(client_id)
    return client.person.short_name if client else ""
