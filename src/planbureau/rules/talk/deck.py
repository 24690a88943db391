"""The questions of a section as a deck for the table: each card once, however often it is asked."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from planbureau.formats.answers import PlanState
from planbureau.formats.flow import steps
from planbureau.formats.marks import FACES
from planbureau.formats.model import PlanFormat, QuestionKind, Section
from planbureau.rules.talk.cards import Picker, TalkCard, TalkKind, paper_cards

DOMAINS = "leefgebieden:"
"""Stands before the id of a question when only its life domains print, without words to point at."""
QUESTION, ANSWER, SUBJECT = "question", "answer", "subject"


@dataclass(frozen=True)
class DeckCard:
    """One card. `kind` is that of `documents.blocks.CardKind`."""

    kind: str
    text: str
    pictogram: str = ""
    label: str = ""


@dataclass(frozen=True)
class DeckPart:
    """What can be printed on its own: a step, or the life domains of one."""

    id: str
    title: str


def deck_parts(plan: PlanFormat, state: PlanState) -> tuple[DeckPart, ...]:
    """The steps that have cards now, and their life domains."""
    found: list[DeckPart] = []
    for step in steps(plan, state):
        section = step.section
        if paper_cards(section, plan, state, _no_picture):
            found.append(DeckPart(section.id, section.title))
        found += [
            DeckPart(f"{DOMAINS}{question.id}", f"Alleen de leefgebieden: {question.label}")
            for question in step.questions
            if question.kind is QuestionKind.LIFE_DOMAIN
        ]
    return tuple(found)


def deck(
    plan: PlanFormat, state: PlanState, part: str, pick: Picker, scale: int = FACES
) -> tuple[DeckCard, ...]:
    """The cards of one part, or of every step when `part` is empty; an unknown part has none.

    `scale` is how the client gives marks (`formats.marks.SCALES`).
    """
    cards: dict[tuple[str, str], DeckCard] = {}
    only = part.removeprefix(DOMAINS) if part.startswith(DOMAINS) else ""
    for section in _sections(plan, state, part, only):
        for card in paper_cards(section, plan, state, pick, scale):
            if only and card.question_id != only:
                continue
            for made in _of_card(card, section, words=not only):
                cards.setdefault((made.kind, made.text.casefold()), made)
    order = {SUBJECT: 0, QUESTION: 1, ANSWER: 2}
    return tuple(sorted(cards.values(), key=lambda card: order[card.kind]))


def _sections(plan: PlanFormat, state: PlanState, part: str, only: str) -> Iterable[Section]:
    for step in steps(plan, state):
        asked = any(question.id == only for question in step.questions)
        if (only and asked) or (not only and part in ("", step.section.id)):
            yield step.section


def _of_card(card: TalkCard, section: Section, *, words: bool) -> Iterator[DeckCard]:
    if card.part == "state":
        yield DeckCard(SUBJECT, card.about, card.pictogram)
    else:
        # A question about a life domain is asked of each: its card belongs to none of them.
        label = "" if card.part else section.easy_title or section.title
        yield DeckCard(QUESTION, card.ask, "vraag" if card.part else card.pictogram, label)
    if words or card.kind is not TalkKind.WORDS:
        scale = f"van 1 tot {len(card.choices)}" if card.part == "mark_now" and _numbered(card) else ""
        for choice in card.choices:
            yield DeckCard(ANSWER, choice.label, choice.pictogram, scale)


def _numbered(card: TalkCard) -> bool:
    return all(choice.label.isdigit() for choice in card.choices)


def _no_picture(_: str) -> str:
    return ""
