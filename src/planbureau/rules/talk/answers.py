"""What pointing at a card does to an answer: the very value that the wizard stores."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from planbureau.formats.answers import DomainAnswer, JsonValue
from planbureau.formats.marks import Mark, as_answer, mark_answer, mark_now
from planbureau.formats.outcomes import GoalOutcome
from planbureau.formats.reviews import Review
from planbureau.rules.notes.jotting import appended
from planbureau.rules.talk.cards import (
    ANSWER_MARK,
    GOAL_MARK,
    GOAL_WORDS,
    MARKS,
    REVIEWED,
    TalkCard,
    TalkChoice,
    TalkKind,
)


def pointed_at(card: TalkCard, value: JsonValue, who: str = "") -> tuple[TalkChoice, ...]:
    """The cards that hold for a stored answer; `who` is who speaks at the table."""
    held = _held(card, value)
    if card.kind is TalkKind.MANY:
        chosen = held if isinstance(held, list) else []
        return tuple(choice for choice in card.choices if choice.value in chosen)
    if card.kind is TalkKind.WORDS:
        lines = str(held or "").split("\n")
        return tuple(choice for choice in card.choices if _line(card, choice.label, who) in lines)
    if not _given(held):
        return ()
    return tuple(choice for choice in card.choices if _same(choice.value, held))


def point(card: TalkCard, value: JsonValue, choice: TalkChoice, who: str = "") -> JsonValue:
    """The answer after somebody pointed at a card; at one that holds already: it no longer holds."""
    held = _held(card, value)
    on = choice in pointed_at(card, value, who)
    new: Any
    if card.kind is TalkKind.MANY:
        chosen = [one for one in held if one != choice.value] if isinstance(held, list) else []
        new = chosen if on else [*chosen, choice.value]
    elif card.kind is TalkKind.WORDS:
        new = without_words(card, str(held or ""), choice.label, who) if on else None
        if new is None:
            new = with_words(card, str(held or ""), choice.label, who)
    else:
        new = _nothing(card) if on else choice.value
    return _kept(card, value, new)


def said(card: TalkCard, value: JsonValue) -> str:
    """The text of a card that takes words."""
    held = _held(card, value)
    return held if isinstance(held, str) else ""


def say(card: TalkCard, value: JsonValue, text: str) -> JsonValue:
    """The answer with this text in the place of what was said."""
    return _kept(card, value, text)


def with_words(card: TalkCard, text: str, words: str, who: str) -> str:
    """A text with more words of who speaks; among the words of somebody else they are a quote."""
    return appended(text, words, quote=True, own_words=card.own_words, who=who)


def without_words(card: TalkCard, text: str, words: str, who: str) -> str:
    """A text without the line that these words made."""
    line = _line(card, words, who)
    return "\n".join(one for one in text.split("\n") if one != line)


def quotes(text: str) -> tuple[str, ...]:
    """What people said, among the words of a professional."""
    return tuple(line for line in text.split("\n") if line.startswith("“"))


def _line(card: TalkCard, words: str, who: str) -> str:
    return with_words(card, "", words, who)


def _held(card: TalkCard, value: JsonValue) -> Any:
    if not card.part:
        return value
    if card.part == REVIEWED:
        return Review.read(value).choice
    if card.part == ANSWER_MARK:
        mark = mark_answer(value)
        return mark.value if mark is not None and mark.of == len(card.choices) else None
    if card.part in (GOAL_MARK, GOAL_WORDS):
        outcome = GoalOutcome.read(value)
        if card.part == GOAL_WORDS:
            return outcome.client
        feeling = outcome.feeling
        return feeling.value if feeling is not None and feeling.of == len(card.choices) else None
    domain = DomainAnswer.read(value)
    if card.part == "mark_now":
        given = mark_now(domain)
        return given.value if given is not None and given.of == len(card.choices) else None
    return getattr(domain, card.part)


def _kept(card: TalkCard, value: JsonValue, new: Any) -> JsonValue:
    """The whole answer with this in its place; whoever says something of a domain talks about it."""
    if not card.part:
        return new
    if card.part == REVIEWED:
        return replace(Review.read(value), choice=str(new or "")).to_json()
    if card.part == ANSWER_MARK:
        return None if new is None else as_answer(Mark(new, len(card.choices)))
    if card.part == GOAL_WORDS:
        return replace(GoalOutcome.read(value), client=str(new or "")).to_json()
    if card.part == GOAL_MARK:
        of = len(card.choices) if new is not None else None
        return replace(GoalOutcome.read(value), mark=new, mark_of=of).to_json()
    domain = DomainAnswer.read(value)
    fields: Mapping[str, Any] = {card.part: new}
    if card.part == "mark_now":
        fields = {"mark_now": new, "mark_now_of": len(card.choices) if new is not None else None}
    if card.part != "state":
        fields = {"state": domain.state or "open", **fields}
    return replace(domain, **fields).to_json()


def _nothing(card: TalkCard) -> Any:
    return "" if card.part and card.part not in MARKS else None


def _given(held: Any) -> bool:
    return held is not None and held != ""


def _same(one: Any, other: Any) -> bool:
    # 1 == True in Python; a tick and a number are different answers.
    return bool(one == other) and isinstance(one, bool) == isinstance(other, bool)
