"""Which annexes a plan can have now, and whether an annex speaks of plan types and questions that exist."""

from __future__ import annotations

from collections.abc import Iterable

from .answered import holds
from .answers import PlanState
from .model import AnswerIs, Filled, FinishRule, Flag, PlanFormat
from .problems import Place, Problems, nearest
from .references import walk
from .tree import Table
from .vocabulary import AGREED_COLUMNS, AGREEMENTS_EFFECT, BEGINS_EFFECT, ENDS_EFFECT, is_trigger


def belongs_to(annex: PlanFormat, plan: PlanFormat) -> bool:
    """Whether plans of this type can have this annex at all."""
    form = annex.annex
    if form is None or plan.annex is not None:
        return False
    return not form.of or plan.id in form.of or plan.family in form.of


def can_begin(annex: PlanFormat, plan: PlanFormat, state: PlanState) -> bool:
    """Whether the plan asks for this annex now; `state` is that of the plan.

    A condition about a question that this plan type does not have never holds.
    """
    form = annex.annex
    if form is None or not belongs_to(annex, plan):
        return False
    known = {question.id for section in plan.sections for question in section.questions} | set(plan.renamed)
    asked = {part.question for part in walk(form.when) if isinstance(part, AnswerIs | Filled)}
    return asked <= known and holds(form.when, state, plan)


def days_of_terms(annex: PlanFormat) -> tuple[FinishRule, ...]:
    """What finishing this annex says about the first and last day of a term, the first day first."""
    rules = annex.annex.on_finish if annex.annex is not None else ()
    begins = [rule for rule in rules if rule.effect.startswith(BEGINS_EFFECT)]
    return (*begins, *(rule for rule in rules if rule.effect.startswith(ENDS_EFFECT)))


def questions_with(effect: str, rules: Iterable[FinishRule]) -> tuple[str, ...]:
    """The questions of which finishing has this effect, each once."""
    return tuple(dict.fromkeys(rule.question for rule in rules if rule.effect == effect))


def goal_column(annex: PlanFormat, question_id: str) -> str:
    """The column of this table in which the number of a goal stands; empty for every other table."""
    rules = annex.annex.on_finish if annex.annex is not None else ()
    return AGREED_COLUMNS[-1] if question_id in questions_with(AGREEMENTS_EFFECT, rules) else ""


_REPEATABLE = frozenset({"evaluation", "next_evaluation", AGREEMENTS_EFFECT})


def can_be_corrected(annex: PlanFormat) -> bool:
    """Whether a finished annex can be opened again: a talk, of which everything that it did can be done over.

    A record of a step of the law is not: that one is followed by another record.
    """
    rules = annex.annex.on_finish if annex.annex is not None else ()
    return is_talk(annex) and all(rule.effect in _REPEATABLE or is_trigger(rule.effect) for rule in rules)


def check_against_plans(
    annex: PlanFormat, document: Table, plans: Iterable[PlanFormat], problems: Problems
) -> None:
    """Notes plan types, flags and questions that an annex names and that no plan type has."""
    form = annex.annex
    if form is None:
        return
    types = {plan.id: plan for plan in plans if plan.annex is None}
    for name in form.of:
        if name not in types:
            text = f"het plantype '{name}' bestaat niet. {nearest(name, types)}"
            problems.add(_place(document, "annex_of"), "annex_of", text)
    fitting = [plan for plan in types.values() if belongs_to(annex, plan)]
    flags = {*annex.flags, *(flag for plan in fitting for flag in plan.flags)}
    place = _place(document, "annex_when")
    for part in walk(form.when):
        if isinstance(part, Flag) and part.name not in flags:
            text = f"de vlag '{part.name}' staat niet bij een plantype. {nearest(part.name, flags)}"
            problems.add(place, "flag", text)
        elif isinstance(part, AnswerIs | Filled) and not _asked_in(
            part.question, fitting, every=bool(form.of)
        ):
            text = f"de vraag '{part.question}' bestaat niet in het plan waar deze bijlage bij hoort."
            problems.add(place, part.question, text)


def _asked_in(name: str, plans: list[PlanFormat], *, every: bool) -> bool:
    """Whether the plan types that are named all ask this; without names one of all is enough."""
    asked = [any(q.id == name for section in plan.sections for q in section.questions) for plan in plans]
    return bool(asked) and (all(asked) if every else any(asked))


def _place(document: Table, key: str) -> Place:
    entry = document.entries.get(key)
    return entry.place if entry is not None else document.place


def is_talk(annex: PlanFormat) -> bool:
    """Whether this annex is a talk about the plan, which looks back on it or sets the day for that."""
    form = annex.annex
    return form is not None and any(rule.effect == "evaluation" for rule in form.on_finish)
