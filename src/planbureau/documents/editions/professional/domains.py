"""Life domains and statutory topics: in full what was talked about, in one line what waits."""

from __future__ import annotations

from planbureau.documents.blocks import (
    Block,
    Column,
    Heading,
    KeyValues,
    Pair,
    Paragraph,
    Status,
    StatusIcon,
    Table,
    TextStyle,
    Tone,
)
from planbureau.documents.editions.files import file_blocks
from planbureau.documents.editions.paper import Paper
from planbureau.documents.editions.professional.together import card, long_card
from planbureau.documents.editions.statuses import printed_goals
from planbureau.documents.editions.values import value_text
from planbureau.documents.editions.voices import mark_blocks, said_beside
from planbureau.formats.answers import DomainAnswer
from planbureau.formats.domain_parts import DomainPart, domain_parts
from planbureau.formats.marks import bars
from planbureau.formats.model import LifeDomain, Question, QuestionKind, Section
from planbureau.formats.topics import DISCUSSED, topic_marks
from planbureau.rules.dutch import inside
from planbureau.rules.people.names import join_names

_WRITTEN = frozenset({"now", "goes_well", "change"})
_SHORT = 4
"""Blocks of a domain that stays whole; more would leave a large part of the page before it empty."""
_NEXT = "Wat doen we hiermee"
SATISFIED = {"ja": "ja", "beetje": "een beetje", "nee": "nee"}


def domain_blocks(question: Question, section: Section, paper: Paper) -> list[Block]:  # noqa: ARG001
    """Each explored domain with its own heading; the others together in one line each."""
    said = _said(question, paper)
    told = [(domain, answer) for domain, answer in said if answer.explored]
    waiting: list[Block] = [
        Paragraph(f"{words}: {'; '.join(names)}.", TextStyle.HINT)
        for words, names in (
            ("Nu niet besproken", [d.label for d, a in said if a.state == "not_now"]),
            ("Later bespreken", [d.label for d, a in said if a.state == "later"]),
        )
        if names
    ]
    blocks: list[Block] = []
    for domain, answer in told:
        head = Heading(2, domain.label, paper.picture(domain.pictogram))
        # What waits stands with the last card: alone at the top of a page it would say nothing.
        below = waiting if domain is told[-1][0] else []
        explored = _explored(question, domain, answer, paper)
        blocks += (
            card([head, *explored, *below]) if len(explored) <= _SHORT else long_card(head, explored, below)
        )
    return blocks or waiting


def _said(question: Question, paper: Paper) -> list[tuple[LifeDomain, DomainAnswer]]:
    domains = paper.view.format.domain_set(question.domain_set).domains
    return [(one, DomainAnswer.of(paper.answer(f"{question.id}/{one.id}"))) for one in domains]


def _explored(question: Question, domain: LifeDomain, said: DomainAnswer, paper: Paper) -> list[Block]:
    """The written parts in the order of the plan type, the short ones as pairs below, then the bars."""
    blocks: list[Block] = []
    pairs: list[Pair] = []
    drawn: list[Block] = []
    parts = domain_parts(question)
    beside = said_beside(said, paper) if any(part.id == "others_see" for part in parts) else []
    for part in parts:
        column = part.column
        if column is not None:
            text = value_text(column.kind, said.own.get(column.id), column.options, paper)
            if column.kind is QuestionKind.LONG_TEXT and text:
                blocks += [Paragraph(part.label, TextStyle.LABEL), Paragraph(text)]
            else:
                pairs.append(Pair(part.label, text))
        elif beside and part.id in ("now", "others_see"):
            blocks += [block for block in beside if block not in blocks]  # once, where the first of them is
        elif part.id in _WRITTEN:
            blocks += _written(part, getattr(said, part.id))
        elif part.id == "who_helps":
            pairs.append(Pair(part.label, said.who_helps.strip()))
        elif part.id == "satisfied":
            pairs.append(Pair(part.label, SATISFIED.get(said.satisfied, said.satisfied)))
        elif part.id == "marks":
            drawn = mark_blocks(bars(paper.view.then.get(f"{question.id}/{domain.id}"), said))
    pairs.append(Pair(question.part_labels.get("act", _NEXT), _next(said, _goals(domain, paper))))
    filled = tuple(pair for pair in pairs if pair.value)
    files = file_blocks(paper.answer(f"{question.id}/{domain.id}"), domain.label, paper)
    return [*blocks, *([KeyValues(filled)] if filled else []), *drawn, *files]


def _written(part: DomainPart, text: str) -> list[Block]:
    if not text.strip():
        return []
    style = TextStyle.QUOTE if part.id == "change" else TextStyle.BODY
    return [Paragraph(part.label, TextStyle.LABEL), Paragraph(text.strip(), style)]


def _next(said: DomainAnswer, goals: str) -> str:
    """The goals that came from it, or what was said in older plans, where it was asked apart."""
    if goals:
        return goals
    if said.no_goal.strip():
        return f"nu geen doel: {inside(said.no_goal.strip())}"
    return {"ja": "iets, nog geen doel", "later": "later"}.get(said.act, "")


def _goals(domain: LifeDomain, paper: Paper) -> str:
    numbers = [str(goal.number) for goal in printed_goals(paper) if goal.area == domain.id]
    return f"{'doel' if len(numbers) == 1 else 'doelen'} {join_names(numbers)}" if numbers else ""


def topic_blocks(question: Question, section: Section, paper: Paper) -> list[Block]:  # noqa: ARG001
    """The topics that a law names, each discussed, not applicable or still open."""
    marks = topic_marks(question, paper.state, paper.view.format)
    if not marks:
        return []
    rows = []
    for topic in paper.view.format.domain_set(question.domain_set).domains:
        mark = marks.get(topic.id)
        if mark is None:
            status, where = Status(StatusIcon.OPEN, "nog niet", Tone.IDLE), ""
        elif mark.mark == DISCUSSED:
            status = Status(StatusIcon.DONE, "besproken", Tone.OK)
            where = f"bij {mark.domain.label}" if mark.domain else ""
        else:
            status, where = Status(StatusIcon.STOPPED, "n.v.t.", Tone.IDLE), ""
        rows.append((topic.label, status, where))
    columns = (Column("Onderwerp", 2.2), Column("Besproken", 0.9), Column("Waar", 1.4))
    if not any(where for _, _, where in rows):  # a report of a talk has no domains to point to
        return [Table(columns[:-1], tuple(row[:-1] for row in rows), row_headers=True)]
    return [Table(columns, tuple(rows), row_headers=True)]
