"""What a client shares of the plan in the client's own hands, offered to a plan that asks for it (rules C11).

Only what is shared with everybody who works here comes this far; what is private or meant for one person
stays where it is. The client decides again: nothing is taken over until somebody chooses so.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from planbureau.formats.answers import Answer, JsonValue, PlanState, has_value
from planbureau.formats.lookup import plan_answer
from planbureau.formats.model import Access, PlanFormat, QuestionKind
from planbureau.rules.offers.answers import AnswerOffer, OtherPlan

ASKED_BY = "herstelplan_delen"
"""A plan that has this question asks what the client wants to share."""
_SIGNALS = "signalen"
_NUMBERS = "wie_bellen"
_PHASES: Mapping[str, Mapping[str, tuple[str, ...]]] = {
    "groen": {"zien": ("als_het_goed_gaat",), "ik": ("doe_elke_dag",)},
    "oranje": {"zien": ("eerste_tekens",), "ik": ("eerste_tekens_plan",)},
    "rood": {
        "zien": ("ontsporing", "crisis_merken"),
        "ik": ("ontsporing_plan",),
        "anderen": ("crisis_helpt",),
        "niet": ("crisis_wie_niet",),
    },
}
"""Phase -> column of the signals -> the questions of the recovery plan that say it."""


def recovery_offers(
    plan_format: PlanFormat, answers: Mapping[str, Answer], shared: list[OtherPlan]
) -> tuple[AnswerOffer, ...]:
    """What can be offered to a plan with these answers; `shared` holds what may be read and nothing else."""
    asked = {question.id: question for section in plan_format.sections for question in section.questions}
    if ASKED_BY not in asked:
        return ()
    state = PlanState(answers=answers)
    found: dict[str, AnswerOffer] = {}
    for other in shared:
        if other.format.access is Access.OWNER:
            for key, value in _told(other):
                fits = key in asked and plan_answer(key, state, plan_format).empty
                if fits and has_value(value):
                    found.setdefault(key, AnswerOffer(key, other.plan_id, Answer(value)))
    return tuple(found.values())


def _told(other: OtherPlan) -> Iterator[tuple[str, JsonValue]]:
    said = _said(other)
    rows = [
        {"id": phase, "fase": phase, **{name: _joined(said, ids) for name, ids in columns.items()}}
        for phase, columns in _PHASES.items()
    ]
    yield _SIGNALS, [{name: cell for name, cell in row.items() if cell} for row in rows if row["zien"]]
    yield _NUMBERS, _rows(other)
    placed = {one for columns in _PHASES.values() for ids in columns.values() for one in ids}
    labels = {q.id: q.label for section in other.format.sections for q in section.questions}
    yield ASKED_BY, "\n".join(f"{labels[name]}: {text}" for name, text in said.items() if name not in placed)


def _said(other: OtherPlan) -> dict[str, str]:
    """The texts that are shared, in the order of the plan."""
    state, found = PlanState(answers=other.answers), {}
    for section in other.format.sections:
        for question in section.questions:
            value = plan_answer(question.id, state, other.format).value
            told = question.kind is QuestionKind.LONG_TEXT and question.id not in other.withheld
            if told and isinstance(value, str) and value.strip():
                found[question.id] = value.strip()
    return found


def _rows(other: OtherPlan) -> JsonValue:
    value = plan_answer(_NUMBERS, PlanState(answers=other.answers), other.format).value
    return value if isinstance(value, list) and _NUMBERS not in other.withheld else []


def _joined(said: Mapping[str, str], ids: tuple[str, ...]) -> str:
    return "\n".join(said[name] for name in ids if name in said)
