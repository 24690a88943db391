"""How long a plan is and how many goals it has, against what its plan type advises; tips, never more."""

from __future__ import annotations

from .answers import DomainAnswer, PlanState
from .flow import steps
from .lookup import plan_answer
from .model import Column, PlanFormat, Question, QuestionKind, Section

K = QuestionKind
PAGE_CHARACTERS = 1500
"""About what people write on one printed page: headings and tables take room too. Own choice (O)."""
_TEXTS = frozenset({K.SHORT_TEXT, K.LONG_TEXT})
_DOMAIN_TEXTS = ("now", "goes_well", "change", "who_helps", "others_see")


def characters(plan: PlanFormat, state: PlanState) -> int:
    """The characters that people wrote: in the questions that show, and in goals, risks and agreements."""
    asked = sum(length_of(q, state, plan) for step in steps(plan, state) for q in step.questions)
    return asked + state.written


def length_of(question: Question, state: PlanState, plan: PlanFormat) -> int:
    """The characters in the answer to one question; a bound record is no writing."""
    if question.bind:
        return 0
    if question.kind is K.LIFE_DOMAIN:
        domains = plan.domain_set(question.domain_set).domains
        said = [DomainAnswer.read(plan_answer(f"{question.id}/{d.id}", state, plan).value) for d in domains]
        return sum(_in_domain(one, question.columns) for one in said if one.state == "open")
    value = plan_answer(question.id, state, plan).value
    if question.kind is K.TABLE and isinstance(value, list):
        return sum(_in_row(row, question.columns) for row in value if isinstance(row, dict))
    return len(value.strip()) if question.kind in _TEXTS and isinstance(value, str) else 0


def length_words(plan: PlanFormat, state: PlanState) -> str:
    """How long the plan is beside what is advised: "ongeveer 5 van 6 bladzijden"; "" without advice."""
    most = plan.advised_characters
    if not most:
        return ""
    now = characters(plan, state)
    if most < 2 * PAGE_CHARACTERS:
        return f"{now} van {most} tekens"
    return f"ongeveer {pages(now)} van {pages(most)} bladzijden"


def pages(count: int) -> int:
    """So many characters in pages, a begun page counting whole."""
    return max(1, -(-count // PAGE_CHARACTERS))


def too_long(plan: PlanFormat, state: PlanState) -> tuple[Section, Question, str] | None:
    """The tip for a plan that grew past what is advised, at its longest answer; None when it did not."""
    most = plan.advised_characters
    if not most or characters(plan, state) <= most:
        return None
    asked = [(step.section, question) for step in steps(plan, state) for question in step.questions]
    section, longest = max(asked, key=lambda one: length_of(one[1], state, plan))
    text = f"Het plan is lang: {length_words(plan, state)}. Kan er iets weg? De langste tekst staat hier"
    return section, longest, text


def many_goals(plan: PlanFormat, state: PlanState) -> tuple[Section, Question, str] | None:
    """The tip for more open goals than one person can keep up with, where the goals stand."""
    most, now = plan.advised_goals, state.facts.get("open_goals", 0)
    if not most or now <= most:
        return None
    for step in steps(plan, state):
        for question in step.questions:
            if question.kind in {K.GOALS, K.GOAL_MATRIX}:
                text = f"Er lopen {now} doelen voor één persoon, {most} is genoeg. Welke kunnen wachten?"
                return step.section, question, text
    return None


def _in_row(row: dict[str, object], columns: tuple[Column, ...]) -> int:
    values = [row.get(column.id) for column in columns if column.kind in _TEXTS]
    return sum(len(value.strip()) for value in values if isinstance(value, str))


def _in_domain(said: DomainAnswer, columns: tuple[Column, ...]) -> int:
    texts = sum(len(getattr(said, name).strip()) for name in _DOMAIN_TEXTS)
    others = sum(len(str(one.get("text") or "").strip()) for one in said.others)
    return texts + others + _in_row(dict(said.own), columns)
