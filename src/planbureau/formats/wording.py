"""How the completeness list asks for what is missing, in plain Dutch."""

from __future__ import annotations

import re

from .answered import closed_choices, units
from .answers import PlanState
from .model import PlanFormat, Question, QuestionKind

K = QuestionKind

_ASKS = {
    K.CHOICE: "Kies",
    K.CHOICES: "Kies",
    K.PERSON: "Kies wie",
    K.TICK: "Vink aan",
    K.ATTACHMENTS: "Voeg toe",
    K.TABLE: "Vul een regel in",
    K.GOAL_MATRIX: "Kies",
    K.AGREEMENTS: "Voeg toe",
    K.NETWORK: "Voeg toe",
    K.HOUSEHOLD: "Voeg toe",
}


def ask_for(question: Question, state: PlanState, plan: PlanFormat) -> str:
    """What to do for a needed question: "Vul in: wat is belangrijk voor jou"."""
    if question.kind is K.FRAME:
        return "Kies onder welke wet dit plan valt"
    if closed := closed_choice(question, state, plan):
        return closed[0]
    verb = _ASKS.get(question.kind, "Vul in")
    text = f"{verb}: {lower_first(question.label.rstrip('?'))}"
    if question.at_least > 1:
        text += f" (minstens {question.at_least}, nu {units(question, state, plan)})"
    return text


def closed_choice(question: Question, state: PlanState, plan: PlanFormat) -> list[str]:
    """Asks to choose again where what was chosen may not be chosen any more; nothing when it may."""
    labels = [f"'{option.label}'" for option in closed_choices(question, state, plan)]
    if not labels:
        return []
    cannot = "kan hier nu niet" if len(labels) == 1 else "kunnen hier nu niet"
    return [f"Kies opnieuw: {lower_first(question.label.rstrip('?'))}. {' en '.join(labels)} {cannot}"]


_NAMES = frozenset({"Jeugdwet", "Participatiewet", "Wlz", "Wmo", "Wzd", "Zorgverzekeringswet", "Zvw"})
"""Names of laws keep their capital."""


def lower_first(text: str) -> str:
    """The text with a small first letter, unless it opens with an abbreviation or a name of its own."""
    word = re.split(r"[^\w]", text, maxsplit=1)[0]
    if word in _NAMES or any(sign.isupper() for sign in word[1:]):
        return text
    return text[:1].lower() + text[1:]


def upper_first(text: str) -> str:
    """The text with a capital letter in front."""
    return text[:1].upper() + text[1:]
