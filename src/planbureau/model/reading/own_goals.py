"""The ready-made goals of the organisation, and what was written in goals before."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from planbureau.formats.goals import GoalLibrary, ReadyGoal, with_own
from planbureau.model.reading import people as people_reading
from planbureau.model.rows import GoalRow, PersonRow, PlanGoalRow, PlanRecord, ReadyGoalRow


def library_of(session: Session, shipped: GoalLibrary) -> GoalLibrary:
    """The shipped goals with the wordings of the organisation, without what it hides."""
    rows = session.scalars(
        select(ReadyGoalRow).where(ReadyGoalRow.removed.is_(False)).order_by(ReadyGoalRow.made_at)
    )
    own = [_ready(row) for row in rows]
    hidden = people_reading.organisation(session).hidden_goals
    return with_own(shipped, own, hidden) if own or hidden else shipped


def next_code(session: Session, area: str, first: int) -> str:
    """The next code of an own goal in this area; one that was given is never given again."""
    query = select(ReadyGoalRow.code).where(ReadyGoalRow.area == area)
    numbers = [int(code.rpartition("-")[2]) for code in session.scalars(query)]
    return f"{area}-{max([first - 1, *numbers]) + 1}"


def next_version(session: Session, code: str, shipped: GoalLibrary) -> int:
    """The version of the next wording of this code."""
    highest = session.scalar(select(func.max(ReadyGoalRow.version)).where(ReadyGoalRow.code == code)) or 0
    return max(highest, *(goal.version for goal in shipped.goals if goal.code == code), 0) + 1


def known_names(session: Session) -> frozenset[str]:
    """Every word in the names of everyone in the vault."""
    rows = session.execute(select(PersonRow.given_name, PersonRow.call_name, PersonRow.family_name))
    return frozenset(word for row in rows for name in row for word in str(name).split() if len(word) > 1)


def sentences(
    session: Session, words: Sequence[str], formats: Collection[str], most: int
) -> Iterable[tuple[str, str]]:
    """Sentence and area of goals in plans of these types that hold every word, the last edited first."""
    of_types = PlanRecord.format_id.in_(sorted(formats)) & PlanRecord.removed.is_(False)
    in_plans = PlanGoalRow.plan_id.in_(select(PlanRecord.id).where(of_types))
    goals = select(PlanGoalRow.goal_id).where(in_plans, PlanGoalRow.removed.is_(False))
    query = select(GoalRow.sentence, GoalRow.area).where(
        GoalRow.id.in_(goals),
        GoalRow.removed.is_(False),
        *(GoalRow.sentence.icontains(word, autoescape=True) for word in words),
    )
    for sentence, area in session.execute(query.order_by(GoalRow.edited_at.desc()).limit(most)):
        yield str(sentence), str(area)


def _ready(row: ReadyGoalRow) -> ReadyGoal:
    first, *more = (*row.pictograms, "")[: max(1, len(row.pictograms))]
    return ReadyGoal(
        row.code, row.area, row.sentence, row.easy_text, first, tuple(more), row.version, own=True
    )
