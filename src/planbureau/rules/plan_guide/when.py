"""When a question, an answer or an advice counts: which answers there are, and which there are not."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

Answers = Mapping[str, frozenset[str]]
"""Question id -> ids of the options that were chosen; a question without an answer is left out."""

_NOTHING: Mapping[str, tuple[str, ...]] = MappingProxyType({})
UNANSWERED = ""
"""Stands in a condition for a question that nobody answered."""


@dataclass(frozen=True, slots=True)
class When:
    """Holds when each question of `has` has one of its answers, and no question of `lacks` has one of its."""

    has: Mapping[str, tuple[str, ...]] = field(default_factory=lambda: _NOTHING)
    lacks: Mapping[str, tuple[str, ...]] = field(default_factory=lambda: _NOTHING)

    def holds(self, answers: Answers) -> bool:
        """Whether it holds for these answers."""
        return all(_any(answers, question, wanted) for question, wanted in self.has.items()) and not any(
            _any(answers, question, unwanted) for question, unwanted in self.lacks.items()
        )


def _any(answers: Answers, question: str, wanted: tuple[str, ...]) -> bool:
    given = answers.get(question)
    return UNANSWERED in wanted if not given else not given.isdisjoint(wanted)


ALWAYS = When()
