"""Every printed case with a golden file. `python -m tests.documents.editions.cases` writes the files anew."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from tests.documents.editions import demir, noor
from tests.documents.editions.shipped import DAY, context

from planbureau.documents.editions import Edited, edit
from planbureau.documents.text_dump import dump
from planbureau.formats.marks import Mark
from planbureau.services.consent.expected import to_sign
from planbureau.views import PlanView, RestrictionView

GOLDEN = Path(__file__).parent / "golden"
EDITIONS = ("professional", "easy", "start", "matrix")


@dataclass(frozen=True)
class Case:
    """One plan for one group of readers."""

    view: PlanView
    audience: frozenset[str] = frozenset()
    meeting: Mapping[str, Any] = field(default_factory=dict)

    def edited(self, edition: str) -> Edited:
        """The case in an edition."""
        asked = to_sign(self.view, DAY, self.meeting.get("not_competent", ()))
        return edit(self.view, edition, replace(context(self.audience, self.meeting), asked=asked))


def cases() -> dict[str, Case]:
    """All cases by the name of their golden files."""
    adopted, meeting = noor.adopted()
    marks = (
        RestrictionView("r-1", "person", "p-rico", ("p-els",)),
        RestrictionView("r-2", "goal", "g-2", ("p-els",)),
        RestrictionView("r-3", "answer", f"{noor.PLAN}:ervaring", ("p-els",)),
    )
    return {
        "noor": Case(noor.rich()),
        "noor-versie-2": Case(replace(adopted, then={"leefgebieden/lichaam": Mark(2, 5)}), meeting=meeting),
        "noor-leeg": Case(noor.empty()),
        "noor-voor-els": Case(replace(noor.rich(), restrictions=marks), frozenset({"p-els"})),
        "demir": Case(demir.rich()),
        "demir-leeg": Case(demir.empty()),
    }


def names() -> list[tuple[str, str]]:
    """Every case in every edition."""
    return [(name, edition) for name in cases() for edition in EDITIONS]


def write() -> None:
    """Write all golden files; look at the difference before you keep it."""
    GOLDEN.mkdir(exist_ok=True)
    for name, case in cases().items():
        for edition in EDITIONS:
            (GOLDEN / f"{name}-{edition}.txt").write_text(dump(case.edited(edition).document), "utf-8")


if __name__ == "__main__":
    write()
