"""Standing agreements as one table: what, who, when."""

from __future__ import annotations

from planbureau.documents.blocks import Block, Column, Heading, Run, Table, Text
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
    return [*label_of(question, section), *_grouped(question, agreements, paper)]


def _grouped(question: Question, agreements: list[AgreementView], paper: Paper) -> list[Block]:
    """One table; or a table per life domain where the plan type asks for the domain."""
    domains = paper.view.format.domain_set(question.domain_set).domains if question.domain_set else ()
    groups = [(domain, [one for one in agreements if one.area == domain.id]) for domain in domains]
    known = {domain.id for domain in domains}
    loose = [one for one in agreements if one.area not in known]
    blocks: list[Block] = []
    for domain, inside in groups:
        if inside:
            blocks += [Heading(2, domain.label, paper.picture(domain.pictogram)), _table(inside, paper)]
    if loose:
        blocks += [Heading(2, "Overig"), _table(loose, paper)] if blocks else [_table(loose, paper)]
    return blocks


def _table(agreements: list[AgreementView], paper: Paper) -> Table:
    rows = tuple(
        (_what(one), paper.who(one.who, one.who_function) or "nog niet bekend", _when(one))
        for one in agreements
    )
    columns = (Column("Wat", 2.4), Column("Wie", 1.1), Column("Wanneer", 1.2))
    return Table(columns, rows, row_headers=False)


def _what(one: AgreementView) -> Text:
    what, hint = one.what.strip() or "–", one.reporting_hint.strip()
    return (Run(f"{what}\n"), Run(f"Rapporteren: {hint}", italic=True)) if hint else what


def _when(one: AgreementView) -> str:
    until = f"geldt tot {plain_date(one.valid_until)}" if one.valid_until else ""
    return "\n".join(part for part in (one.when.strip(), until) if part)
