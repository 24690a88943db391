"""On the sheet of a talk the client reads along: what is not for the client is not on it (rules B7)."""

from __future__ import annotations

from collections.abc import Iterable

from planbureau.rules.talk.cards import TalkCard
from planbureau.views import PlanView, answer_targets

_RECORDS = ("goal", "agreement", "risk")


def for_client(cards: Iterable[TalkCard], plan: PlanView) -> tuple[TalkCard, ...]:
    """The cards without those about something that is not for a client of this plan."""
    readers = {client.person.id for client in plan.clients}
    marks = [mark for mark in plan.restrictions if readers & set(mark.not_for)]
    away = {mark.target_id for mark in marks if mark.target_kind in _RECORDS}
    answers = {mark.target_id for mark in marks if mark.target_kind == "answer"}

    def is_away(card: TalkCard) -> bool:
        return card.key.rpartition("/")[2] in away or bool(answer_targets(plan.id, card.key) & answers)

    return tuple(card for card in cards if not is_away(card))
