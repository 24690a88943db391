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
from planbureau.documents.editions.paper import Paper
from planbureau.documents.editions.professional.together import card
from planbureau.documents.editions.statuses import printed_goals
from planbureau.formats.answers import DomainAnswer
from planbureau.formats.model import LifeDomain, Question, Section
from planbureau.formats.topics import DISCUSSED, topic_marks
from planbureau.rules.names import join_names

SATISFIED = {"ja": "ja", "beetje": "een beetje", "nee": "nee"}


def domain_blocks(question: Question, section: Section, paper: Paper) -> list[Block]:  # noqa: ARG001
    """Each explored domain with its own heading; the others together in one line each."""
    said = _said(question, paper)
    blocks: list[Block] = []
    for domain, answer in said:
        if answer.explored:
            head = Heading(2, domain.label, paper.picture(domain.pictogram))
            blocks += card([head, *_explored(domain, answer, paper)])
    for words, names in (
        ("Nu niet besproken", [d.label for d, a in said if a.state == "not_now"]),
        ("Later bespreken", [d.label for d, a in said if a.state == "later"]),
    ):
        if names:
            blocks.append(Paragraph(f"{words}: {'; '.join(names)}.", TextStyle.HINT))
    return blocks


def _said(question: Question, paper: Paper) -> list[tuple[LifeDomain, DomainAnswer]]:
    domains = paper.view.format.domain_set(question.domain_set).domains
    return [(one, DomainAnswer.read(paper.answer(f"{question.id}/{one.id}").value)) for one in domains]


def _explored(domain: LifeDomain, said: DomainAnswer, paper: Paper) -> list[Block]:
    blocks: list[Block] = []
    for label, text, style in (
        ("Hoe gaat het nu", said.now, TextStyle.BODY),
        ("Wat gaat goed, wat kan ik zelf", said.goes_well, TextStyle.BODY),
        ("Wat wil ik anders of houden", said.change, TextStyle.QUOTE),
        ("Wat anderen zien", said.others_see, TextStyle.BODY),
    ):
        if text.strip():
            blocks += [Paragraph(label, TextStyle.LABEL), Paragraph(text.strip(), style)]
    satisfied = SATISFIED.get(said.satisfied, said.satisfied)
    pairs = [
        Pair("Wie helpt nu", said.who_helps.strip()),
        Pair("Tevreden", "; ".join(one for one in (satisfied, _marks(said)) if one)),
        Pair("Wat doen we hiermee", _next(said, _goals(domain, paper))),
    ]
    filled = tuple(pair for pair in pairs if pair.value)
    return [*blocks, KeyValues(filled)] if filled else blocks


def _next(said: DomainAnswer, goals: str) -> str:
    """The goals that came from it, or that it is for later; that nothing needs doing is left unsaid."""
    if goals:
        return goals
    return {"ja": "iets, nog geen doel", "later": "later"}.get(said.act, "")


def _marks(said: DomainAnswer) -> str:
    parts = []
    if said.mark_now is not None:
        parts.append(f"nu een {said.mark_now}")
    if said.mark_wanted is not None:
        parts.append(f"gewenst een {said.mark_wanted}")
    return ", ".join(parts)


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
    return [
        Table((Column("Onderwerp", 2.2), Column("", 0.9), Column("Waar", 1.4)), tuple(rows), row_headers=True)
    ]
