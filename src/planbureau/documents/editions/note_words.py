"""The words of a progress note on paper: what the writer makes of it stands apart, and says so."""

from __future__ import annotations

from collections.abc import Iterable

from planbureau.documents.blocks import Run
from planbureau.rules.notes.text import IMPRESSION, TextPart


def note_runs(parts: Iterable[TextPart]) -> tuple[Run, ...]:
    """Fact as it was written, impression in italics behind its name: readable without colour or voice."""
    runs: list[Run] = []
    for part in parts:
        if part.impression:
            apart = " " if runs and not runs[-1].text[-1:].isspace() else ""
            runs.append(Run(f"{apart}({IMPRESSION}: ", bold=True, italic=True))
            runs.append(Run(f"{part.words.strip()})", italic=True))
        else:
            runs.append(Run(part.words))
    return tuple(runs)
