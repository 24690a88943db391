"""The rows of the goal matrix: the result areas of the library, or the life domains of the format."""

from __future__ import annotations

from dataclasses import dataclass

from planbureau.documents.editions.paper import Paper
from planbureau.formats import flow
from planbureau.formats.goals import OWN_GOAL
from planbureau.views import GoalView

OTHER = "Overig"


@dataclass(frozen=True)
class Area:
    """One row: the id that goals refer to, its names and its picture."""

    id: str
    title: str
    easy_title: str = ""
    pictogram: str = ""


def areas(paper: Paper) -> tuple[Area, ...]:
    """The life domains when the format explores them, else the result areas of the goal library."""
    used = {goal.area for goal in paper.view.goals}
    domains = flow.life_domains(paper.view.format, paper.whole, used)
    if domains:
        return tuple(Area(one.id, one.label, one.easy_label, one.pictogram) for one in domains)
    return tuple(
        Area(one.code, one.title, one.easy_title, one.pictogram) for one in paper.context.goal_library.areas
    )


def area_of(goal: GoalView, paper: Paper) -> Area | None:
    """The row of a goal; None when it belongs to none of them."""
    code = goal.area or goal.matrix_code.split("-", 1)[0]
    if code == OWN_GOAL:
        return None
    return next((one for one in areas(paper) if one.id == code), None)


def area_title(goal: GoalView, paper: Paper) -> str:
    """The name of a goal's area; that of the library for a ready-made goal in another kind of plan."""
    found = area_of(goal, paper)
    if found is not None:
        return found.title
    codes = {one.code: one.title for one in paper.context.goal_library.areas}
    return codes.get(goal.area or goal.matrix_code.split("-", 1)[0], "")
