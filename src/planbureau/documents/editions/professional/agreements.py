"""Standing agreements as one table: what, who, when."""

from __future__ import annotations

from planbureau.documents.blocks import Block, Column, Run, Table, Text
from planbureau.documents.editions.paper import Paper
from planbureau.documents.editions.professional.labels import label_of
from planbureau.formats.model import Question, Section
from planbureau.rules.dutch import plain_date
from planbureau.views import AgreementView


def agreement_blocks(question: Question, section: Section, paper: Paper) -> list[Block]:
    """All agreements in their order, with what to note below what was agreed."""
    agreements = sorted(paper.view.agreements, key=lambda one: one.order)
    if not agreements:
        return []
    rows = tuple(
        (_what(one), paper.who(one.who, one.who_function) or "nog niet bekend", _when(one))
        for one in agreements
    )
    columns = (Column("Wat", 2.4), Column("Wie", 1.1), Column("Wanneer", 1.2))
    return [*label_of(question, section), Table(columns, rows, row_headers=False)]


def _what(one: AgreementView) -> Text:
    what, hint = one.what.strip() or "–", one.reporting_hint.strip()
    return (Run(f"{what}\n"), Run(f"Rapporteren: {hint}", italic=True)) if hint else what


def _when(one: AgreementView) -> str:
    until = f"geldt tot {plain_date(one.valid_until)}" if one.valid_until else ""
    return "\n".join(part for part in (one.when.strip(), until) if part)
