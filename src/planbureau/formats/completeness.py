"""What is still missing in a plan before it can be adopted; never a reason not to save."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

from .answered import answered, domain_answers, filled_rows, holds, satisfied
from .answers import DomainAnswer, PlanState, has_value
from .demands import demanding, handed_in
from .domain_parts import domain_parts
from .flow import hidden_parts, steps
from .length import many_goals, too_long
from .lookup import plan_answer
from .model import Column, Need, PlanFormat, Question, QuestionKind, Section, Voice
from .topics import topic_marks
from .wording import ask_for, closed_choice, lower_first, upper_first

K = QuestionKind
_TALK = "bespreek hoe het ging, en besluit samen"
Level = Literal["danger", "needed", "attention", "tip"]


@dataclass(frozen=True)
class Missing:
    """One thing that is still needed (`needed`), deserves a look (`attention`), or would help (`tip`).

    `danger` warns of something that may harm somebody; it stands in nobody's way.
    """

    section_id: str
    question_id: str
    level: Level
    text: str
    why: str = ""
    source: str = ""


@dataclass(frozen=True)
class StepState:
    """How far one step is: answered questions of all, and how many things are missing.

    `danger` counts those of `attention` that may harm somebody.
    """

    section_id: str
    filled: int
    total: int
    needed: int
    attention: int
    danger: int = 0


def missing(plan: PlanFormat, state: PlanState) -> tuple[Missing, ...]:
    """Everything that is missing, in the order of the steps. Consent is left to the gates of adopting."""
    found = [
        item
        for step in steps(plan, state)
        for question in step.questions
        for item in _of_question(step.section, question, state, plan)
    ]
    for tip in (too_long(plan, state), many_goals(plan, state)):
        if tip is not None:
            section, question, text = tip
            found.append(Missing(section.id, question.id, "tip", text))
    return tuple(found)


def step_states(plan: PlanFormat, state: PlanState, more: Sequence[Missing] = ()) -> tuple[StepState, ...]:
    """The state of every step that shows, in order. A life domain and a topic count one each.

    `more` is what was found to be missing beside the questions themselves.
    """
    states = []
    for step in steps(plan, state):
        items = [m for question in step.questions for m in _of_question(step.section, question, state, plan)]
        items += [item for item in more if item.section_id == step.section.id]
        counts = [_count(question, state, plan) for question in step.questions]
        states.append(
            StepState(
                section_id=step.section.id,
                filled=sum(filled for filled, _ in counts),
                total=sum(total for _, total in counts),
                needed=sum(1 for item in items if item.level == "needed"),
                attention=sum(1 for item in items if item.level in ("attention", "danger")),
                danger=sum(1 for item in items if item.level == "danger"),
            )
        )
    return tuple(states)


def need_of(question: Question, state: PlanState, plan: PlanFormat) -> Need:
    """How much a question is needed now, under its condition and that of the plan type."""
    if question.need_when is not None and not holds(question.need_when, state, plan):
        return Need.FREE
    if question.need is Need.ADOPT and not _demanded(question, state, plan):
        return Need.ADVISED
    return question.need


def _count(question: Question, state: PlanState, plan: PlanFormat) -> tuple[int, int]:
    if question.kind is K.LIFE_DOMAIN:
        said = domain_answers(question, state, plan).values()
        return sum(1 for domain in said if domain.marked), len(said)
    if question.kind is K.GOAL_OUTCOMES:
        return sum(1 for goal in state.goals.values() if goal.said and not goal.lacks), len(state.goals)
    if question.kind is K.TOPICS:
        return len(topic_marks(question, state, plan)), len(plan.domain_set(question.domain_set).domains)
    return int(answered(question, state, plan)), 1


def _of_question(section: Section, question: Question, state: PlanState, plan: PlanFormat) -> list[Missing]:
    if question.kind is K.CONSENT:
        return []
    need = need_of(question, state, plan)
    texts = _lacks(question, need, state, plan)
    found = [_missing(section, question, level, text) for level, text in texts]
    return _weighed(found + _loose_ends(section, question, need, state, plan), question, state, plan)


def _missing(section: Section, question: Question, level: Level, text: str) -> Missing:
    source = question.source or section.source
    return Missing(section.id, question.id, level, text, question.why, source)


def _weighed(found: list[Missing], question: Question, state: PlanState, plan: PlanFormat) -> list[Missing]:
    """What is missing is a tip where nothing may be demanded of this plan."""
    if _demanded(question, state, plan):
        return found
    softer = {"needed", "attention"} if handed_in(plan, state) else {"needed"}
    return [replace(item, level="tip") if item.level in softer else item for item in found]


def _demanded(question: Question, state: PlanState, plan: PlanFormat) -> bool:
    """Whether an answer may be demanded at all.

    What the provider must answer to somebody's own plan stays needed (Wlz 8.1.3 lid 2; Wmo 2015 2.3.2 lid 5);
    handing in looks at none of it.
    """
    return demanding(plan, state) or question.voice is Voice.PROFESSIONAL


def _lacks(question: Question, need: Need, state: PlanState, plan: PlanFormat) -> list[tuple[Level, str]]:
    """What a needed or advised question lacks."""
    if need is Need.FREE or _reason_given(question, state, plan):
        return []
    if need is Need.ADVISED:
        return (
            [] if answered(question, state, plan) else [("tip", f"Helpt vaak: {lower_first(question.label)}")]
        )
    match question.kind:
        case K.LIFE_DOMAIN:
            return [("needed", text) for text in _domain_lacks(question, state, plan)]
        case K.GOAL_OUTCOMES:
            return [
                ("needed", f"{upper_first(goal.label)}: {lower_first(goal.lacks[0]) if goal.said else _TALK}")
                for goal in state.goals.values()
                if goal.lacks
            ]
        case K.TOPICS:
            marks = topic_marks(question, state, plan)
            left = [t.label for t in plan.domain_set(question.domain_set).domains if t.id not in marks]
            return [("needed", f"Nog niet besproken of n.v.t.: {_names(left)}")] if left else []
        case _ if satisfied(question, state, plan):
            return []
        case _:
            return [("needed", ask_for(question, state, plan))]


def _reason_given(question: Question, state: PlanState, plan: PlanFormat) -> bool:
    if not question.reason_instead:
        return False
    return satisfied(plan.question(question.reason_instead), state, plan)


def _domain_lacks(question: Question, state: PlanState, plan: PlanFormat) -> list[str]:
    said = domain_answers(question, state, plan)
    labels = {domain.id: domain.label for domain in plan.domain_set(question.domain_set).domains}
    texts = []
    if sum(1 for domain in said.values() if domain.explored) < question.at_least:
        many = "één leefgebied" if question.at_least == 1 else f"{question.at_least} leefgebieden"
        texts.append(f"Bespreek minstens {many}")
    left = [labels[name] for name, domain in said.items() if not domain.marked and domain.state != "open"]
    if left:
        texts.append(f"Kies 'hier nu iets mee' of 'nu niet' bij: {_names(left)}")
    return texts


def _loose_ends(
    section: Section, question: Question, need: Need, state: PlanState, plan: PlanFormat
) -> list[Missing]:
    """Half-filled rows, opened domains in which nothing stands, stale easy texts, long texts."""
    found: list[tuple[Level, str]] = []
    level: Level = "needed" if need is Need.ADOPT else "attention"
    if question.kind is K.TABLE:
        found += [(level, text) for text in _row_gaps(question, state, plan)]
    if question.kind is K.LIFE_DOMAIN:
        found += [(level, text) for text in _domain_gaps(question, state, plan)]
        found += [("attention", text) for text in _empty_domains(question, state, plan)]
    if question.kind is K.GOAL_OUTCOMES and need is not Need.ADOPT:
        half = [goal for goal in state.goals.values() if goal.said and goal.lacks]
        found += [("attention", f"{upper_first(goal.label)}: {lower_first(goal.lacks[0])}") for goal in half]
    if need is not Need.ADOPT:  # else asking for another answer says it
        found += [("attention", text) for text in closed_choice(question, state, plan)]
    if question.kind is K.GOALS and question.options:
        found += [(level, text) for text in _aimless(question, state)]
    if question.kind is K.GOALS:
        loose = sorted(state.loose_goals.items())
        found += [("attention", f"Doel {number}: {lacks}") for number, lacks in loose]
    if question.kind is K.RISKS:
        found += [("attention", text) for text in _risk_gaps(question, state, plan)]
    if question.easy and plan_answer(question.id, state, plan).easy_stale:
        found.append(("attention", f"Kijk of de makkelijke tekst nog klopt: {lower_first(question.label)}"))
    value = plan_answer(question.id, state, plan).value
    if question.soft_limit and isinstance(value, str) and len(value) > question.soft_limit:
        text = f"Kan dit korter? {question.label}: {len(value)} tekens, {question.soft_limit} is genoeg"
        found.append(("tip", text))
    return [_missing(section, question, level, text) for level, text in found]


def _row_gaps(question: Question, state: PlanState, plan: PlanFormat) -> list[str]:
    needed = [column for column in question.columns if column.need is Need.ADOPT]
    word = question.table_head or "regel"
    texts = []
    for number, row in enumerate(filled_rows(question, state, plan), start=1):
        gaps = [_column_word(column) for column in needed if not has_value(row.get(column.id))]
        if gaps:
            texts.append(f"Vul bij {word} {number} nog in: {_names(gaps)}")
    return texts


def _risk_gaps(question: Question, state: PlanState, plan: PlanFormat) -> list[str]:
    """What is not written yet of each risk, as far as this plan type asks it."""
    hidden = hidden_parts(question, state, plan)
    texts = []
    for risk in state.loose_risks:
        gaps = [words for name, words in risk.lacks.items() if name not in hidden]
        if gaps:
            texts.append(f"Schrijf bij {risk.words} nog op: {_names(gaps)}")
    return texts


def _aimless(question: Question, state: PlanState) -> list[str]:
    """Goals of which nobody chose yet what they are aimed at."""
    known = {option.id for option in question.options}
    return [
        f"Kies bij doel {number} waar het op gericht is"
        for number, purpose in sorted(state.purposes.items())
        if purpose not in known
    ]


def _column_word(column: Column) -> str:
    return lower_first(column.label.rstrip("?"))


def _domain_gaps(question: Question, state: PlanState, plan: PlanFormat) -> list[str]:
    """What the plan type itself needs to know in each domain that is talked about."""
    needed = [
        part.column for part in domain_parts(question) if part.column and part.column.need is Need.ADOPT
    ]
    said = domain_answers(question, state, plan)
    return [
        f"Vul bij {lower_first(domain.label)} nog in: {_names(gaps)}"
        for domain in plan.domain_set(question.domain_set).domains
        if (gaps := _gaps(said[domain.id], needed))
    ]


def _gaps(said: DomainAnswer, needed: list[Column]) -> list[str]:
    if not said.explored:
        return []
    return [_column_word(column) for column in needed if not has_value(said.own.get(column.id))]


def _empty_domains(question: Question, state: PlanState, plan: PlanFormat) -> list[str]:
    said = domain_answers(question, state, plan)
    domains = plan.domain_set(question.domain_set).domains
    return [
        f"{domain.label} staat open, maar er staat nog niets in"
        for domain in domains
        if said[domain.id].state == "open" and not said[domain.id].explored
    ]


def _names(names: list[str]) -> str:
    comma = "; " if any("," in name for name in names) else ", "
    if comma == "; " or len(names) < 2:
        return comma.join(names)
    return f"{comma.join(names[:-1])} en {names[-1]}"
