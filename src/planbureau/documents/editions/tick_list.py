"""The tasks before a talk on paper, week by week, with a box to tick."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from planbureau.documents.blocks import (
    Block,
    CheckItem,
    CheckList,
    Cover,
    Document,
    Footer,
    Heading,
    Pair,
    Paragraph,
    Run,
)
from planbureau.rules.dutch import count, long_date, plain_date, sentence, short_date
from planbureau.views import TaskView

TITLE = "Voorbereiding van het gesprek"
_NOTHING = "Er zijn geen taken voor dit gesprek."


@dataclass(frozen=True)
class TickListOnPaper:
    """What is printed."""

    tasks: Sequence[TaskView]
    name: str
    plan_title: str
    meeting_on: date
    organisation: str
    today: date


def tick_list_document(paper: TickListOnPaper) -> Document:
    """The list as a document."""
    blocks = list(_weeks(paper)) or [Paragraph(_NOTHING)]
    day = plain_date(paper.today)
    return Document(
        title=TITLE,
        blocks=tuple(blocks),
        subject=f"{TITLE}, {paper.plan_title}",
        author=paper.organisation,
        cover=Cover(
            organisation=paper.organisation,
            subtitle=f"{paper.name}, {paper.plan_title}",
            facts=(Pair("Gesprek op", long_date(paper.meeting_on)), Pair("Gemaakt op", day)),
        ),
        footer=Footer((f"{TITLE}, {paper.name}", f"gemaakt op {day}")),
    )


def _weeks(paper: TickListOnPaper) -> Iterator[Block]:
    for due, group in groupby(paper.tasks, key=lambda one: one.due):
        days = (paper.meeting_on - due).days
        before = count(days // 7, "week", "weken") if days % 7 == 0 else count(days, "dag", "dagen")
        words = f"{sentence(before)} ervoor" if days else "Op de dag zelf"
        yield Heading(1, f"{words}, uiterlijk {short_date(due)}")
        yield CheckList(tuple(_item(task) for task in group))


def _item(task: TaskView) -> CheckItem:
    runs = [Run(task.title, bold=True)]
    if task.role:
        runs.append(Run(f" ({task.role})"))
    if task.done_on is not None:
        done = ", ".join(part for part in (plain_date(task.done_on), task.done_by) if part)
        runs.append(Run(f". Gedaan op {done}"))
    elif task.target != task.due:
        runs.append(Run(f". Het liefst {short_date(task.target)}"))
    return CheckItem(tuple(runs), task.done_on is not None)
