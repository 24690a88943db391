"""What was agreed in a talk goes into the plan, so that nobody types it twice (rules C13 N1).

Nothing remembers which record came from which report: one that still reads as the report said is its own, and
whatever people wrote since stays (0035, 0037).
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from planbureau.formats.annexes import questions_with
from planbureau.formats.model import FinishRule, QuestionKind
from planbureau.formats.reviews import CHANGES, ENDS, Review
from planbureau.formats.vocabulary import AGREEMENTS_EFFECT
from planbureau.model import codec
from planbureau.model.reading import people as people_reading
from planbureau.model.reading import plans as plan_reading
from planbureau.model.reading.annexes import questions_of
from planbureau.model.rows import ActionRow, AgreementRow, PlanRecord, RestrictionRow
from planbureau.model.store import ReadSession
from planbureau.model.unit_of_work import UnitOfWork
from planbureau.rules.goals.action_status import ActionStatus
from planbureau.rules.goals.letters import next_letter
from planbureau.rules.talk.agreed import Agreed, agreed_in
from planbureau.services.concept import begin_concept
from planbureau.views import AgreementView, GoalView, PlanView

Row = AgreementRow | ActionRow


@dataclass(frozen=True)
class Agreeing:
    """The plan that a talk was about: its row, its goals by number, and whether it lists agreements."""

    plan: PlanRecord
    goals: dict[int, GoalView]
    lists: bool

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


def agreeing(session: ReadSession, plan: PlanRecord, *, lists: bool) -> Agreeing:
    """Reads what a plan has."""
    return Agreeing(plan, {one.number: one for one in plan_reading.goals(session, [plan.id])}, lists)


def tables_of(rules: Iterable[FinishRule]) -> tuple[str, ...]:
    """The questions whose rows go into the plan."""
    return questions_with(AGREEMENTS_EFFECT, rules)


def carry_over(work: UnitOfWork, about: Agreeing, view: PlanView, tables: Iterable[str]) -> bool:
    """Writes what was agreed and what changes of the agreements that there were. Whether anything did."""
    if about.closed:
        return False
    rows = _rows(view, tables).values()
    written = [
        *[_change(work, view, one, said) for one, said in reviewed(view)],
        *[about.has_place(said) and _add(work, about, view, said) for said in rows],
    ]
    return _began(work, about, any(written))


def correct(
    work: UnitOfWork, about: Agreeing, view: PlanView, before: PlanView, tables: Iterable[str]
) -> bool:
    """Does what a corrected report says otherwise than its version `before`. Whether anything changed."""
    if about.closed:
        return False
    written = [_say_again(work, view, one, old, said) for one, old, said in reviewed_again(view, before)]
    written += [_row_again(work, about, view, was, now) for was, now in rows_again(view, before, tables)]
    return _began(work, about, any(written))


def _began(work: UnitOfWork, about: Agreeing, written: bool) -> bool:
    if written:
        begin_concept(work, about.plan)
    return written


# Rows of the table


def _rows(view: PlanView, tables: Iterable[str]) -> dict[str, Agreed]:
    return {
        f"{table}/{row_id}": said
        for table in tables
        for row_id, said in agreed_in(view.answer(table).value, table).items()
    }


def rows_again(
    view: PlanView, before: PlanView, tables: Iterable[str]
) -> Iterable[tuple[Agreed | None, Agreed | None]]:
    """What a row said in the version `before` and says now, of each row that says otherwise."""
    tables = tuple(tables)
    old, new = _rows(before, tables), _rows(view, tables)
    for row_id in dict.fromkeys([*old, *new]):
        was, now = old.get(row_id), new.get(row_id)
        if was != now:
            yield was, now


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
    work.change(stands, _differing(stands, _fields(about, now)))
    return True


def _fields(about: Agreeing, said: Agreed) -> dict[str, Any]:
    """The fields of the record that a row becomes, as JSON values."""
    goal = about.goal_of(said)
    if not goal:
        return {"plan_id": about.plan.id, "what": said.what, "who": said.person,
                "who_function": said.function, "when": said.when}  # fmt: skip
    return {"goal_id": goal, "what": said.what, "responsible_person": said.person,
            "responsible_function": said.function, "how_often": said.often,
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
    return next((row for row in _there(work, about, said) if not _differing(row, fields)), None)


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
    _keep_from(work, view, [said.question], made)
    return True


def _keep_from(work: UnitOfWork, view: PlanView, keys: Iterable[str], row: Row) -> None:
    """Who may not read these answers of the report does not read in the plan what came from them (B7)."""
    targets = {f"{view.id}:{key}" for key in keys}
    marks = [one for one in view.restrictions if one.target_kind == "answer" and one.target_id in targets]
    not_for = {person for mark in marks for person in mark.not_for}
    if not not_for:
        return
    known = people_reading.restriction_on(work.session, row.kind, row.id)
    fields = {"not_for": sorted(not_for.union(known.not_for if known is not None else ()))}
    if known is not None:
        work.change(known, fields)
    else:
        about = {"target_kind": row.kind, "target_id": row.id, "reason": marks[0].reason}
        work.create(RestrictionRow, {**about, **fields})


def _end(work: UnitOfWork, row: Row) -> bool:
    """Takes a record away; an action that somebody began stays, and a letter is never given twice (D2)."""
    if isinstance(row, AgreementRow):
        work.remove(row)
        return True
    if row.status != ActionStatus.NOT_STARTED.value:
        return False
    work.change(row, {"cancelled": True, "status": ActionStatus.LAPSED.value})
    return True


# Agreements that there were


def _asked(view: PlanView) -> Iterable[tuple[AgreementView, Review]]:
    """Each agreement that was looked back on, as it read then, with what was said of it."""
    asked = sorted(questions_of(view.format, QuestionKind.AGREEMENT_REVIEWS))
    for name in asked:
        for one in view.agreements:
            yield one, Review.read(view.answer(f"{name}/{one.id}").value)


def reviewed(view: PlanView) -> Iterable[tuple[AgreementView, Review]]:
    """The agreements that change or stop."""
    return [(one, said) for one, said in _asked(view) if said.then]


def reviewed_again(view: PlanView, before: PlanView) -> Iterable[tuple[AgreementView, Review, Review]]:
    """What was said in the version `before` and is said now, of each agreement that comes out otherwise."""
    then = {one.id: said for one, said in _asked(before)}
    for one, said in _asked(view):
        old = then.get(one.id, Review())
        if old.then != said.then or _words(one, old) != _words(one, said):
            yield one, old, said


def _words(one: AgreementView, said: Review) -> dict[str, Any]:
    """How an agreement reads after the talk."""
    if said.then != CHANGES or not said.reworded:
        return {"what": one.what, "who": one.who, "who_function": one.who_function, "when": one.when}
    return {
        "what": said.what.strip() or one.what,
        "who": said.person,
        "who_function": "" if said.person else said.function.strip(),
        "when": said.when.strip(),
    }


def _change(work: UnitOfWork, view: PlanView, one: AgreementView, said: Review) -> bool:
    row = work.get(AgreementRow, one.id)
    if row.removed:
        return False
    if said.then == ENDS:
        work.remove(row)
        return True
    fields = _differing(row, _words(one, said))
    work.change(row, fields)
    _keep_words_from(work, view, row)
    return bool(fields)


def _keep_words_from(work: UnitOfWork, view: PlanView, row: AgreementRow) -> None:
    asked = questions_of(view.format, QuestionKind.AGREEMENT_REVIEWS)
    _keep_from(work, view, [*asked, *(f"{name}/{row.id}" for name in asked)], row)


def _say_again(work: UnitOfWork, view: PlanView, one: AgreementView, old: Review, said: Review) -> bool:
    """Lets an agreement follow the corrected report, if it is still as the earlier report left it."""
    row = work.get(AgreementRow, one.id)
    if row.removed != (old.then == ENDS) or (not row.removed and _differing(row, _words(one, old))):
        return False
    if said.then == ENDS:
        work.remove(row)
    else:
        work.change(row, {"removed": False, **_differing(row, _words(one, said))})
        if said.then == CHANGES:
            _keep_words_from(work, view, row)
    return True


def _differing(row: Row, fields: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in fields.items() if codec.to_json(getattr(row, name)) != value}
