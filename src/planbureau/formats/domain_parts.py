"""What is asked within one life domain: the parts that the program knows and those of the plan type.

A plan type may choose its parts, their order and their words, and add fields of its own.
"""

from __future__ import annotations

from dataclasses import dataclass

from .model import Column, Question


@dataclass(frozen=True)
class DomainPart:
    """One thing that is asked in a domain; with a `column` it is a field of the plan type itself."""

    id: str
    label: str
    easy_label: str = ""  # how the easy edition and a conversation sheet ask it
    column: Column | None = None


_PARTS = (
    DomainPart("now", "Hoe gaat het nu", "Hoe gaat het?"),
    DomainPart("goes_well", "Wat gaat goed, wat kan ik zelf", "Wat gaat goed?"),
    DomainPart("change", "Wat wil ik anders of houden", "Wat wil je?"),
    DomainPart("who_helps", "Wie helpt nu", "Wie helpt"),
    DomainPart("others_see", "Wat anderen zien", "Wat zien anderen?"),
    DomainPart("satisfied", "Ben ik tevreden", "Ben ik tevreden"),
    DomainPart("marks", "Cijfer", "Cijfer"),
)
PARTS = tuple(part.id for part in _PARTS)
"""The parts that the program knows, in their usual order."""
GONE_PARTS = frozenset({"act"})
"""Parts that a plan type may still name and that are asked no more: the tap on the domain itself says it."""
TEXT_PARTS = frozenset({"now", "goes_well", "change", "who_helps", "others_see"})
"""Those that are written; what stands after them is chosen."""


def domain_parts(question: Question) -> tuple[DomainPart, ...]:
    """The parts of a life domain question in the order in which they show.

    A column that `parts` does not place comes after the written parts.
    """
    known = {part.id: part for part in _PARTS}
    columns = {column.id: _of_column(column) for column in question.columns}
    named = tuple(name for name in question.parts if name not in GONE_PARTS) or PARTS
    loose = [part for name, part in columns.items() if name not in named]
    shown: list[DomainPart] = []
    last = max(
        (index for index, name in enumerate(named) if name in TEXT_PARTS or name in columns), default=-1
    )
    for index, name in enumerate(("", *named)):
        if name in columns:
            shown.append(columns[name])
        elif name in known:
            shown.append(_worded(known[name], question))
        if index - 1 == last:
            shown += loose
    return tuple(shown)


def _of_column(column: Column) -> DomainPart:
    return DomainPart(column.id, column.label, column.easy_label, column)


def _worded(part: DomainPart, question: Question) -> DomainPart:
    """The part in the words of the plan type."""
    label = question.part_labels.get(part.id, "")
    easy = question.part_easy_labels.get(part.id, "") or label
    return DomainPart(part.id, label or part.label, easy or part.easy_label)
