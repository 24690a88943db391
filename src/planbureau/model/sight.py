"""What a session may not see. Every question of the ORM passes here, so no list has to remember it.

Left alone are the revisions: nothing reads those but the fold of a record that was found in another way.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from sqlalchemy import ColumnElement, and_, event, func, or_, select
from sqlalchemy.orm import ORMExecuteState, Session, with_loader_criteria
from sqlalchemy.sql.base import ExecutableOption

from planbureau.model.rows import (
    ActionRow,
    AgreementRow,
    AnswerRow,
    AppointmentRow,
    ConsentRow,
    DeadlineIndexRow,
    DeviationRow,
    DoneRow,
    DraftRow,
    GoalRow,
    LookRow,
    NotApplicableRow,
    PauseRow,
    PlanGoalRow,
    PlanRecord,
    PlanVersionRow,
    RiskRow,
    ScaleRow,
    SentRow,
    TaskRow,
)

_KEY = "sight"
_CONTENT: tuple[Any, ...] = (AgreementRow, RiskRow, ConsentRow, PlanVersionRow, PlanGoalRow, DraftRow)
_AROUND: tuple[Any, ...] = (
    DeviationRow,
    DoneRow,
    PauseRow,
    NotApplicableRow,
    DeadlineIndexRow,
    AppointmentRow,
    TaskRow,
    SentRow,
)
_OF_GOAL: tuple[Any, ...] = (ActionRow, ScaleRow, LookRow)


@dataclass(frozen=True)
class Sight:
    """`hidden` are plans that do not exist for who looks, with their annexes.

    `kept` are plans of which the content stays with the client, with the ids of what is shared.
    """

    hidden: frozenset[str] = frozenset()
    kept: Mapping[str, frozenset[str]] = field(default_factory=dict)

    @cached_property
    def limits(self) -> tuple[ExecutableOption, ...]:
        """What is asked on top of every question. Made once: making it takes longer than most answers."""
        return tuple(with_loader_criteria(row, seen) for row, seen in _criteria(self))

    @property
    def clear(self) -> bool:
        """Whether everything may be seen."""
        return not (self.hidden or self.kept)


def look_with(session: Session, sight: Sight) -> None:
    """Lets a session see no more than this."""
    if not sight.clear:
        session.info[_KEY] = sight


@contextmanager
def apart(session: Session) -> Iterator[None]:
    """For a part of a session that several verbs share: each begins unlimited and leaves no limits behind."""
    around = session.info.pop(_KEY, None)
    try:
        yield
    finally:
        session.info.pop(_KEY, None)
        if around is not None:
            session.info[_KEY] = around


@contextmanager
def unlimited(session: Session) -> Iterator[None]:
    """For what the program itself derives or checks: there it sees everything."""
    sight = session.info.pop(_KEY, None)
    try:
        yield
    finally:
        if sight is not None:
            session.info[_KEY] = sight


@event.listens_for(Session, "do_orm_execute")
def _narrow(state: ORMExecuteState) -> None:
    sight = state.session.info.get(_KEY)
    if sight is not None and state.is_select and not state.is_column_load and not state.is_relationship_load:
        state.statement = state.statement.options(*sight.limits)


def _criteria(sight: Sight) -> list[tuple[Any, ColumnElement[bool]]]:
    hidden = sorted(sight.hidden)
    closed = sorted({*hidden, *sight.kept})
    found: list[tuple[Any, ColumnElement[bool]]] = [(AnswerRow, _answers(hidden, sight.kept))]
    found += [(row, row.plan_id.not_in(closed)) for row in _CONTENT]
    found += [(row, row.plan_id.not_in(hidden)) for row in _AROUND]
    found.append((PlanRecord, PlanRecord.id.not_in(hidden)))
    away = _goals_only_in(closed)
    found.append((GoalRow, GoalRow.id.not_in(away)))
    found += [(row, row.goal_id.not_in(away)) for row in _OF_GOAL]
    return found


def _answers(hidden: list[str], kept: Mapping[str, frozenset[str]]) -> ColumnElement[bool]:
    question = func.substr(AnswerRow.key, 1, func.instr(AnswerRow.key + "/", "/") - 1)
    shared = [and_(AnswerRow.plan_id == plan, question.in_(sorted(ids))) for plan, ids in kept.items()]
    return or_(AnswerRow.plan_id.not_in([*hidden, *kept]), *shared)


def _goals_only_in(closed: list[str]) -> Any:
    # Of the table, not the class: the criteria of the class itself would hide what is looked for here.
    links = PlanGoalRow.__table__
    others = links.alias()
    elsewhere = select(others.c.id).where(
        others.c.goal_id == links.c.goal_id, others.c.plan_id.not_in(closed), others.c.removed.is_(False)
    )
    return select(links.c.goal_id).where(links.c.plan_id.in_(closed), ~elsewhere.exists())
