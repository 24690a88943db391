"""What was agreed in a talk goes into the plan, so that nobody types it twice (rules C13 N1).

Nothing remembers which record came from which report: one that still reads as the report said is its own, and
whatever people wrote since stays (0035, 0037).
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from planbureau.formats.annexes import questions_with
from planbureau.formats.model import FinishRule
from planbureau.formats.vocabulary import AGREEMENTS_EFFECT
from planbureau.model.reading import plans as plan_reading
from planbureau.model.rows import ActionRow, AgreementRow, PlanRecord
from planbureau.model.store import ReadSession
from planbureau.model.unit_of_work import UnitOfWork
from planbureau.rules.goals.action_status import ActionStatus
from planbureau.rules.goals.letters import next_letter
from planbureau.rules.talk.agreed import Agreed, agreed_in
from planbureau.services.annexes.keeping_from import keep_from
from planbureau.services.annexes.reviewed import change, differing, reviewed, reviewed_again, say_again
from planbureau.services.concept import begin_concept
from planbureau.views import GoalView, PlanView

Row = AgreementRow | ActionRow


@dataclass(frozen=True)
class Agreeing:
    """The plan that a talk was about: its row, its goals by number, and whether it lists agreements."""

    plan: PlanRecord
    goals: dict[int, GoalView]
    lists: bool
    today: date

    @property
    def closed(self) -> bool:
        """Nothing is written in a plan that ended."""
        return self.plan.status == "closed"

    def goal_of(self, said: Agreed) -> str:
        """The id of the goal of which this is an action; "" for a standing agreement."""
        goal = self.goals.get(said.goal) if said.goal is not None else None
        return goal.id if goal is not None else ""

    def has_place(self, said: Agreed) -> bool:
        """Whether it can stand anywhere in the plan."""
        return bool(self.goal_of(said)) or self.lists


def agreeing(session: ReadSession, plan: PlanRecord, today: date, *, lists: bool) -> Agreeing:
    """Reads what a plan has."""
    goals = {one.number: one for one in plan_reading.goals(session, [plan.id])}
    return Agreeing(plan, goals, lists, today)


@dataclass(frozen=True)
class Tables:
    """The tables of a corrected report that show now, and those that showed in the version before."""

    now: tuple[str, ...]
    before: tuple[str, ...]


def tables_of(rules: Iterable[FinishRule]) -> tuple[str, ...]:
    """The questions whose rows go into the plan."""
    return questions_with(AGREEMENTS_EFFECT, rules)


def carry_over(work: UnitOfWork, about: Agreeing, view: PlanView, tables: Iterable[str]) -> bool:
    """Writes what was agreed, and what becomes of the agreements and risks that there were.

    Answers whether anything changed.
    """
    if about.closed:
        return False
    agreed = rows(about, view, tables).values()
    written = [
        *[change(work, view, one, said) for one, said in reviewed(view, about.today)],
        *[about.has_place(said) and _add(work, about, view, said) for said in agreed],
    ]
    return _began(work, about, any(written))


def correct(work: UnitOfWork, about: Agreeing, view: PlanView, before: PlanView, tables: Tables) -> bool:
    """Does what a corrected report says otherwise than its version `before`. Whether anything changed."""
    if about.closed:
        return False
    looked_at = reviewed_again(view, before, about.today)
    written = [say_again(work, view, one, old, said) for one, old, said in looked_at]
    written += [
        _row_again(work, about, view, was, now) for was, now in rows_again(about, view, before, tables)
    ]
    return _began(work, about, any(written))


def _began(work: UnitOfWork, about: Agreeing, written: bool) -> bool:
    if written:
        begin_concept(work, about.plan)
    return written


# Rows of the table


def rows(about: Agreeing, view: PlanView, tables: Iterable[str]) -> dict[str, Agreed]:
    """What the rows of these tables make, by table and row."""
    return {
        f"{table}/{row_id}": said
        for table in tables
        for row_id, said in agreed_in(view.answer(table).value, table, about.goals).items()
    }


def rows_again(
    about: Agreeing, view: PlanView, before: PlanView, tables: Tables
) -> Iterable[tuple[Agreed | None, Agreed | None]]:
    """What a row said in the version `before` and says now, of each row that says otherwise.

    What another row still says, stands: two rows that said the same had made one thing together.
    """
    old, new = rows(about, before, tables.before), rows(about, view, tables.now)
    still = {_words(one) for one in new.values()}
    for row_id in dict.fromkeys([*old, *new]):
        was, now = old.get(row_id), new.get(row_id)
        if was != now:
            yield was if was is not None and _words(was) not in still else None, now


def _words(said: Agreed) -> Agreed:
    return replace(said, row_id="")


def _row_again(
    work: UnitOfWork, about: Agreeing, view: PlanView, was: Agreed | None, now: Agreed | None
) -> bool:
    placed = was if was is not None and about.has_place(was) else None
    stands = _standing(work, about, placed) if placed is not None else None
    if now is None or not about.has_place(now):
        return stands is not None and _end(work, stands)
    if placed is None:
        return _add(work, about, view, now)
    if stands is None:  # somebody wrote it otherwise since
        return False
    if about.goal_of(placed) != about.goal_of(now):
        return _end(work, stands) and _add(work, about, view, now)
    work.change(stands, differing(stands, _fields(about, now)))
    keep_from(work, view, [now.question], stands)
    return True


def _fields(about: Agreeing, said: Agreed) -> dict[str, Any]:
    """The fields of the record that a row becomes, as JSON values."""
    goal = about.goal_of(said)
    if not goal:
        return {"plan_id": about.plan.id, "what": said.what, "who": said.person,
                "who_function": said.function, "when": said.when}  # fmt: skip
    return {"goal_id": goal, "what": said.what, "responsible_person": said.person,
            "responsible_function": said.function, "helpers": list(said.helpers), "how_often": said.often,
            "done_by": said.day.isoformat() if said.day is not None else None}  # fmt: skip


def _there(work: UnitOfWork, about: Agreeing, said: Agreed) -> list[Row]:
    """The records among which that of a row would be."""
    work.session.flush()
    goal = about.goal_of(said)
    if goal:
        ids = [one.id for one in plan_reading.goal(work.session, goal).actions if not one.cancelled]
        return [work.get(ActionRow, one) for one in ids]
    kept = plan_reading.agreements(work.session, about.plan.id)
    return [work.get(AgreementRow, one.id) for one in kept]


def _standing(work: UnitOfWork, about: Agreeing, said: Agreed) -> Row | None:
    """The record that reads as the report says, if there is one."""
    fields = _fields(about, said)
    return next((row for row in _there(work, about, said) if not differing(row, fields)), None)


def _add(work: UnitOfWork, about: Agreeing, view: PlanView, said: Agreed) -> bool:
    """A new record; none when it stands in the plan already."""
    if _standing(work, about, said) is not None:
        return False
    fields, goal = _fields(about, said), about.goal_of(said)
    if goal:
        letter = next_letter(plan_reading.used_letters(work.session, goal))
        made: Row = work.create(ActionRow, {**fields, "letter": letter})
    else:
        made = work.create(AgreementRow, {**fields, "order": len(_there(work, about, said))})
    keep_from(work, view, [said.question], made)
    return True


def _end(work: UnitOfWork, row: Row) -> bool:
    """Takes a record away; an action that somebody began stays, and a letter is never given twice (D2)."""
    if isinstance(row, AgreementRow):
        work.remove(row)
        return True
    if row.status != ActionStatus.NOT_STARTED.value:
        return False
    work.change(row, {"cancelled": True, "status": ActionStatus.LAPSED.value})
    return True
