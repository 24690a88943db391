"""Events about annexes: an evaluation, a talk about the plan, an own statement, a record of the Wzd."""

from __future__ import annotations

from datetime import date
from typing import Any

from planbureau.services.api.annexes import FinishAnnex
from planbureau.services.demo.filling import answer
from planbureau.services.demo.story import Story
from planbureau.services.demo.tables import Part

_ANSWERS = ("answers", "outcomes")


def begin(plan_id: str, part: Part, story: Story, day: date) -> None:
    """An annex is begun and filled; `finished = true` finishes it on the same day.

    `outcomes` says for each goal, by its key, how it goes.
    """
    part.only("key", "format", "finished", *_ANSWERS)
    made, _ = story.workspace.annexes.start(plan_id, part.text("format"))
    part.names.add(part.text("key"), made)
    _fill(made, part, story)
    if part.values.get("finished"):
        story.workspace.annexes.finish(FinishAnnex(made, day))


def fill(_plan_id: str, part: Part, story: Story, _day: date) -> None:
    """More is answered in an annex."""
    part.only("annex", *_ANSWERS)
    _fill(part.id("annex"), part, story)


def finish(_plan_id: str, part: Part, story: Story, day: date) -> None:
    """An annex is finished; what its format says happens to its plan."""
    part.only("annex")
    story.workspace.annexes.finish(FinishAnnex(part.id("annex"), day))


def _fill(annex_id: str, part: Part, story: Story) -> None:
    answers = part.table("answers")
    known = story.workspace.plans.plan(annex_id).answers if "annex" in part.values else {}
    told: dict[str, Any] = dict(answers.values)
    outcomes = part.table("outcomes")
    for goal in outcomes.values:
        told[f"uitkomsten/{outcomes.names.id(goal)}"] = dict(outcomes.table(goal).values)
    for key, value in told.items():
        answer(answers, story, annex_id, key, value, known[key].heads if key in known else ())
