"""Agreements and risks that were looked at again: one table with how each stands."""

from __future__ import annotations

from collections.abc import Iterable

from planbureau.documents.blocks import Block, Column, Table
from planbureau.documents.editions.paper import Paper
from planbureau.documents.editions.professional.labels import label_of
from planbureau.formats.model import Question, QuestionKind, Section
from planbureau.formats.moments import read_day
from planbureau.formats.reviews import CHANGES, ENDS, Review
from planbureau.rules.dutch import plain_date
from planbureau.views import AgreementView, RiskView

_HEADS = {
    QuestionKind.AGREEMENT_REVIEWS: "Afspraak",
    QuestionKind.RISK_REVIEWS: "Wat kan er gebeuren",
}

_EMPTIED = "staat er niet meer bij"


def review_blocks(question: Question, section: Section, paper: Paper) -> list[Block]:
    """What was said about each; in a concept also what was not looked at yet."""
    rows = []
    for record in records_of(question, paper):
        said = Review.read(paper.answer(f"{question.id}/{record.id}").value)
        if paper.concept or not said.empty:
            label = next((one.label for one in question.options if one.id == said.choice), "nog niet bekeken")
            note = "\n".join(part for part in (said.note.strip(), _then(record, said, paper)) if part)
            rows.append((record.what.strip() or "–", label, note))
    if not rows:
        return []
    columns = (Column(_HEADS[question.kind], 2.2), Column("Hoe staat het", 1.2), Column("Toelichting", 1.8))
    return [*label_of(question, section), Table(columns, tuple(rows), row_headers=True, empty_text="–")]


def _then(record: AgreementView | RiskView, said: Review, paper: Paper) -> str:
    """What becomes of an agreement or a risk."""
    if isinstance(record, RiskView):
        return _risk_then(record, said, paper)
    if said.then == ENDS:
        return "Deze afspraak stopt."
    if said.then != CHANGES:
        return ""
    who = paper.who(said.person, said.function)
    return f"Wordt: {', '.join(part for part in (said.what or record.what, who, said.when) if part)}"


def _risk_then(record: RiskView, said: Review, paper: Paper) -> str:
    """What of a risk reads otherwise from now on, and when people look again."""
    day = read_day(said.again)
    again = f"Opnieuw kijken op {plain_date(day)}" if day is not None else ""
    if said.then != CHANGES or not said.reworded:
        return again if said.then != ENDS else ""
    who = paper.who(said.person, said.function)
    parts = (
        f"Wordt: {said.what}" if said.what not in ("", record.what) else "",
        _now("Je merkt het aan", record.signs, said.signs),
        _now("Wat we doen", record.measures, said.measures),
        _now("Kans", record.likelihood, said.likelihood),
        _now("Gevolg", record.impact, said.impact),
        _now("Wie let hierop", paper.who(record.who, record.who_function), who),
        again if day != record.look_again_on else "",
    )
    return "\n".join(part for part in parts if part)


def _now(label: str, before: str, now: str) -> str:
    """A part that reads otherwise; one that was emptied is named too, for the plan loses it."""
    before, now = before.strip(), now.strip()
    return "" if before == now else f"{label}: {now or _EMPTIED}"


def records_of(question: Question, paper: Paper) -> Iterable[AgreementView | RiskView]:
    """The agreements or the risks of the plan, in their order."""
    if question.kind is QuestionKind.AGREEMENT_REVIEWS:
        return sorted(paper.view.agreements, key=lambda one: one.order)
    return sorted(paper.view.risks, key=lambda one: one.order)
