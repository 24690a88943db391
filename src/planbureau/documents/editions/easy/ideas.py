"""One idea, one picture: a text cut into short ideas, each beside a pictogram of its own."""

from __future__ import annotations

import re
from collections.abc import Sequence

from planbureau.documents.blocks import Block, IdeaDetail, IdeaRow
from planbureau.documents.editions.paper import Paper
from planbureau.formats.answers import Answer
from planbureau.rules.dutch import sentence

_SENTENCE_END = re.compile(r"(?<=[.!?…])\s+(?=[A-ZÀ-Ý0-9“\"'‘])")
_BULLET = re.compile(r"^\s*(?:[-*•–]|\d+[.)])\s+")


def sentences(text: str) -> list[str]:
    """The sentences of a text; a new line starts a new one, and marks of a list fall away."""
    found = []
    for line in text.splitlines():
        clean = _BULLET.sub("", line).strip()
        found += [part.strip() for part in _SENTENCE_END.split(clean) if part.strip()]
    return found


def ideas(text: str, pictograms: Sequence[str], fallback: Sequence[str], paper: Paper) -> list[Block]:
    """The text as rows with a picture each.

    With pictograms of its own there are as many rows as pictograms, at most one for each sentence; without,
    the whole text stands beside the picture of its subject.
    """
    known = [one for one in pictograms if paper.picture(one)]
    parts = _spread(sentences(text), max(len(known), 1))
    default = paper.picture(*fallback)
    return [
        IdeaRow(known[index] if index < len(known) else default, "\n".join(part))
        for index, part in enumerate(parts)
    ]


def _spread(parts: list[str], rows: int) -> list[list[str]]:
    """Divide the sentences over at most `rows` rows, in order; the first rows take what is left over."""
    rows = min(rows, len(parts))
    if rows == 0:
        return []
    size, extra = divmod(len(parts), rows)
    spread, start = [], 0
    for row in range(rows):
        end = start + size + (1 if row < extra else 0)
        spread.append(parts[start:end])
        start = end
    return spread


def words_of(answer: Answer, professional: str) -> str:
    """The easy text, or the professional one when there is no easy text."""
    return answer.easy_text.strip() or professional.strip()


def detail(label: str, text: str, pictogram: str = "") -> tuple[IdeaDetail, ...]:
    """A detail when there is anything to say, else none."""
    return (IdeaDetail(label, sentence(text), pictogram),) if text.strip() else ()
