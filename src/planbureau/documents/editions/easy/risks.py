"""What is not safe, and what we do, in the words that somebody wrote for the client."""

from __future__ import annotations

from planbureau.documents.blocks import Block, Heading, KeepTogether
from planbureau.documents.editions.easy.ideas import ideas
from planbureau.documents.editions.paper import Paper
from planbureau.formats.model import Question, Section
from planbureau.rules.dates import age_on

_READS_FROM = 12
"""Below this age a child reads the plan for children, and not the risks (rules B7, default)."""


def risks(question: Question, section: Section, paper: Paper) -> list[Block]:
    """Only risks with an easy text: the words of professionals can frighten (decision 0039)."""
    client = paper.view.client
    born = client.person.birth_date if client is not None and not paper.is_household else None
    # A version prints for ever as it was, also after the birthday of the child.
    day = paper.version.adopted_on if paper.version is not None else paper.context.today
    if born is not None and age_on(born, day) < _READS_FROM:
        return []
    rows = [
        row
        for one in sorted(paper.view.risks, key=lambda each: each.order)
        for row in ideas(one.easy_text, one.pictograms, (section.pictogram, "veiligheid"), paper)
    ]
    label = question.easy_label
    if not rows or not label:
        return rows
    return [KeepTogether((Heading(2, label), rows[0])), *rows[1:]]
