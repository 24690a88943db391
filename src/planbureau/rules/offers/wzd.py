"""What an earlier record of the Wzd says, offered to a later one of the same plan (rules C13 N4).

A new term asks again what the first asked, and much of it is the same. Why the care is needed, suits and is
the lightest there is, is judged anew each time: that is never offered.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from planbureau.formats.answers import Answer, PlanState
from planbureau.formats.lookup import plan_answer
from planbureau.formats.model import PlanFormat
from planbureau.rules.offers.answers import AnswerOffer, OtherPlan, offers
from planbureau.rules.wzd.steps import ALTERNATIVES, CARE, EMERGENCY, OFFICER, ROLES, WIDER_TALK

_ABOUT_CARE = (ALTERNATIVES, CARE, WIDER_TALK)
_BLOCKS = frozenset({"WZD-NADEEL", "WZD-AFWEGEN", "WZD-ZORG", "WZD-TERMIJN", "WZD-ZORGVULDIG"})
_JUDGED_ANEW = frozenset({"waarom", "geschikt", "minst_ingrijpend", "zonder_verzet"})
_ROLES: Mapping[str, Mapping[str, str]] = {
    CARE: {"arts": "arts"},
    WIDER_TALK: {"arts": "arts"},
    OFFICER: {"functionaris": "functionaris"},
    EMERGENCY: {"door": "zorgverantwoordelijke", "arts": "arts"},
}
"""Kind of record -> its question for a person -> the role that answers it."""


def wzd_offers(
    record: PlanFormat, answers: Mapping[str, Answer], others: Sequence[OtherPlan]
) -> tuple[AnswerOffer, ...]:
    """What can be offered to a record with these answers; `others`: those of its plan, the newest first."""
    asked = {
        question.id
        for section in record.sections
        if set(section.block.split("+")) & _BLOCKS
        for question in section.questions
    } - _JUDGED_ANEW
    earlier = [one for one in others if one.format.id in _ABOUT_CARE]
    care = offers(record, answers, earlier) if record.id in _ABOUT_CARE else ()
    roles = tuple(_roles(record, answers, others))
    named = {one.key for one in roles}
    return (*(one for one in care if one.key in asked and one.key not in named), *roles)


def _roles(
    record: PlanFormat, answers: Mapping[str, Answer], others: Sequence[OtherPlan]
) -> Iterator[AnswerOffer]:
    book = next((one for one in others if one.format.id == ROLES), None)
    if book is None:
        return
    state, held = PlanState(answers=answers), PlanState(answers=book.answers)
    for key, role in _ROLES.get(record.id, {}).items():
        answer = plan_answer(role, held, book.format)
        if role not in book.withheld and not answer.empty and plan_answer(key, state, record).empty:
            yield AnswerOffer(key, book.plan_id, answer, book.format.question(role).label)
