"""What the status of a goal is called, by its kind: the one place of these words for screens and prints.

D2 gives every kind the same moves and one set of words. A direction is not "behaald", and neither is help
that comes back or what stays as it is: those kinds have words of their own (O, docs/decisions/0036).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from planbureau.rules.dutch import sentence
from planbureau.rules.goals.smart import GoalKind
from planbureau.rules.goals.status import AgreedBy, GoalStatus, consent_word
from planbureau.rules.status_look import StatusLook

_S = GoalStatus


@dataclass(frozen=True)
class _Words:
    """The words of some kinds of goal: short for a badge, and a sentence in the easy edition."""

    status: Mapping[GoalStatus, str]
    easy: Mapping[GoalStatus, str]
    seen_on: str  # the day on which it was reached, or was seen to go well
    easy_head: str = ""  # beside the number of a goal that went well; empty is its status


_REACHED = _Words(
    {},
    {
        _S.REACHED: "Het is gelukt",
        _S.PARTLY: "Het is een beetje gelukt",
        _S.NOT_REACHED: "Het is nog niet gelukt",
    },
    "Behaald op",
    "gelukt",
)
_KEPT = _Words(
    {
        _S.REACHED: "goed gebleven",
        _S.PARTLY: "deels goed gebleven",
        _S.NOT_REACHED: "niet goed gebleven",
    },
    {
        _S.REACHED: "Het is goed gebleven",
        _S.PARTLY: "Het is een beetje goed gebleven",
        _S.NOT_REACHED: "Het is niet goed gebleven",
    },
    "Zo gezien op",
)
_HELPS = _Words(
    {
        _S.REACHED: "hulp helpt",
        _S.KEPT: "hulp blijft helpen",
        _S.PARTLY: "hulp helpt deels",
        _S.NOT_REACHED: "hulp helpt niet",
    },
    {
        _S.REACHED: "De hulp helpt",
        _S.PARTLY: "De hulp helpt een beetje",
        _S.NOT_REACHED: "De hulp helpt nog niet",
    },
    "Zo gezien op",
)
_DIRECTION = _Words(
    {
        _S.REACHED: "goede kant op",
        _S.KEPT: "blijft goed gaan",
        _S.PARTLY: "deels goede kant op",
        _S.NOT_REACHED: "niet de goede kant op",
    },
    {
        _S.REACHED: "Het gaat de goede kant op",
        _S.PARTLY: "Het gaat een beetje de goede kant op",
        _S.NOT_REACHED: "Het gaat nog niet de goede kant op",
    },
    "Zo gezien op",
)
_OF_KIND = {
    GoalKind.REACH: _REACHED,
    GoalKind.LEARN: _REACHED,
    GoalKind.KEEP: _KEPT,
    GoalKind.RECURRING: _HELPS,
    GoalKind.DIRECTION: _DIRECTION,
}
_SHORT = "vastgesteld"
"""One word for a chip in the matrix, its legend and its filter; the card says the whole."""


def kind_of(stored: str) -> GoalKind:
    """The kind as it is stored; one that this version does not know is something to reach."""
    return GoalKind(stored) if stored in {kind.value for kind in GoalKind} else GoalKind.REACH


def status_word(status: GoalStatus, kind: GoalKind, agreed_by: AgreedBy = AgreedBy.CONSENT) -> str:
    """The word for `status`; an agreed goal of a plan without consent says so."""
    if status is GoalStatus.AGREED:
        return consent_word(agreed_by) or status.word
    return _OF_KIND[kind].status.get(status, status.word)


def short_look(status: GoalStatus, kind: GoalKind, agreed_by: AgreedBy = AgreedBy.CONSENT) -> StatusLook:
    """Word, icon and tone in a cell of the matrix, its legend and its filter: the same in all three."""
    lacking = status is GoalStatus.AGREED and bool(consent_word(agreed_by))
    word = _SHORT if lacking else status_word(status, kind)
    return StatusLook(word, status.icon, status.tone)


def move_label(to: GoalStatus, label: str, kind: GoalKind) -> str:
    """The word on the button of a move to `to`, which is `label` for a goal that can be reached."""
    own = _OF_KIND[kind].status.get(to)
    return sentence(own) if own else label


def seen_on_word(kind: GoalKind, now: GoalStatus = _S.REACHED) -> str:
    """What the day is called on which it went well; `now` tells whether it still stands so."""
    word = _OF_KIND[kind].seen_on
    return word if now in (_S.REACHED, _S.KEPT) else f"Eerder {word[0].lower()}{word[1:]}"


def outcome_words(kind: GoalKind) -> str:
    """How a goal of this kind can turn out: "behaald, deels behaald of niet behaald"."""
    reached, partly, not_reached = (status_word(one, kind) for one in (_S.REACHED, _S.PARTLY, _S.NOT_REACHED))
    return f"{reached}, {partly} of {not_reached}"


def easy_outcome(status: GoalStatus, kind: GoalKind) -> str:
    """How it went in an easy sentence without a full stop; empty for a status that is no outcome."""
    return _OF_KIND[kind].easy.get(status, "")


def easy_head(status: GoalStatus, kind: GoalKind) -> str:
    """What stands beside the number of a goal that went well, in the easy edition."""
    return _OF_KIND[kind].easy_head or status_word(status, kind)
