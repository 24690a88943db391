"""Risks: what may happen, how one sees it, and what is done. The heaviest first, else in their own order."""

from __future__ import annotations

from planbureau.documents.blocks import Block, Heading, KeyValues, Pair
from planbureau.documents.editions.paper import Paper
from planbureau.documents.editions.professional.together import card
from planbureau.formats.model import Question, Section
from planbureau.rules.dutch import plain_date
from planbureau.views import RiskView

_WEIGHT = {"hoog": 2, "midden": 1}


def risk_blocks(question: Question, section: Section, paper: Paper) -> list[Block]:  # noqa: ARG001
    """Each risk with a heading of its own."""
    blocks: list[Block] = []
    for risk in sorted(paper.view.risks, key=lambda one: one.order):
        head = Heading(2, risk.what.strip() or "Nog zonder omschrijving")
        pairs = [pair for pair in _pairs(risk, paper) if pair.value]
        blocks += card([head, *([KeyValues(tuple(pairs))] if pairs else [])])
    return blocks


def heaviest(risks: tuple[RiskView, ...]) -> list[RiskView]:
    """The risks with the largest chance and effect first."""

    def weight(risk: RiskView) -> int:
        return _WEIGHT.get(risk.likelihood, 0) + _WEIGHT.get(risk.impact, 0)

    return sorted(risks, key=lambda one: (-weight(one), one.order))


def _chance(risk: RiskView) -> str:
    parts = (
        f"kans {risk.likelihood}" if risk.likelihood else "",
        f"gevolg {risk.impact}" if risk.impact else "",
    )
    return ", ".join(part for part in parts if part)


def _pairs(risk: RiskView, paper: Paper) -> list[Pair]:
    return [
        Pair("Hoe merk je het", risk.signs.strip()),
        Pair("Kans en gevolg", _chance(risk)),
        Pair("Wat doen we", risk.measures.strip()),
        Pair("Wie", paper.who(risk.who, risk.who_function)),
        Pair("Weer kijken op", plain_date(risk.look_again_on) if risk.look_again_on else ""),
    ]
