"""Topics that a law wants to see discussed, and how talking about a life domain covers them.

Besluit langdurige zorg 6.1.1 names nine topics for a plan under the Wlz. Most come up by themselves
when a life domain is talked through, so nobody has to mark them a second time.
"""

from __future__ import annotations

from dataclasses import dataclass

from .answers import DomainAnswer, PlanState
from .lookup import plan_answer
from .model import LifeDomain, PlanFormat, Question, QuestionKind

DISCUSSED = "besproken"
NOT_APPLICABLE = "nvt"
_MARKS = (DISCUSSED, NOT_APPLICABLE)


@dataclass(frozen=True)
class TopicMark:
    """That a topic was discussed or does not apply; `domain` names the life domain it follows from."""

    topic: LifeDomain
    mark: str  # "besproken" or "nvt"
    domain: LifeDomain | None = None


def topic_marks(question: Question, state: PlanState, plan: PlanFormat) -> dict[str, TopicMark]:
    """The marks of a TOPICS question by topic id; a topic without a mark is not in it.

    First counts what was marked here, then what was marked with a life domain, then a life domain in
    which something was written and that covers the topic.
    """
    topics = {topic.id: topic for topic in plan.domain_set(question.domain_set).domains}
    stored = plan_answer(question.id, state, plan).value
    own = stored if isinstance(stored, dict) else {}
    marks = {
        name: TopicMark(topics[name], mark) for name, mark in own.items() if name in topics and mark in _MARKS
    }
    for domain, said in _domains(state, plan):
        for name, mark in said.topics.items():
            if name in topics and mark in _MARKS:
                marks.setdefault(name, TopicMark(topics[name], mark, domain))
    for domain, said in _domains(state, plan):
        for name in domain.topics if said.explored else ():
            if name in topics:
                marks.setdefault(name, TopicMark(topics[name], DISCUSSED, domain))
    return {name: marks[name] for name in topics if name in marks}


def topics_of_domain(domain: LifeDomain, plan: PlanFormat) -> tuple[LifeDomain, ...]:
    """The statutory topics of this format that are talked about with this life domain."""
    sets = {q.domain_set for s in plan.sections for q in s.questions if q.kind is QuestionKind.TOPICS}
    topics = {t.id: t for name in sorted(sets) for t in plan.domain_set(name).domains}
    return tuple(topics[name] for name in domain.topics if name in topics)


def _domains(state: PlanState, plan: PlanFormat) -> list[tuple[LifeDomain, DomainAnswer]]:
    """Every life domain of the plan with what was said about it."""
    said = []
    for section in plan.sections:
        for question in section.questions:
            if question.kind is QuestionKind.LIFE_DOMAIN:
                for domain in plan.domain_set(question.domain_set).domains:
                    stored = plan_answer(f"{question.id}/{domain.id}", state, plan)
                    said.append((domain, DomainAnswer.read(stored.value)))
    return said
