"""The file check: what is missing over all clients, and the thread of one goal."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from planbureau.errors import NotFoundError
from planbureau.formats.model import QuestionKind
from planbureau.formats.wishes import WishAsk, wish_asks
from planbureau.model.reading import file_check as reading
from planbureau.model.reading import lists
from planbureau.model.reading import people as people_reading
from planbureau.model.reading import plans as plan_reading
from planbureau.model.store import ReadSession
from planbureau.rules.file_check import FileLimits, Gap, GapKind, Wish, goal_gaps, plan_gaps, wishes_answered
from planbureau.services.calendar.terms import settings_of
from planbureau.services.context import Context
from planbureau.services.file_check.threads import thread_of
from planbureau.services.plan.viewing import current_view
from planbureau.services.sight.openings import OPENED, note_plan
from planbureau.views import GapRow, GoalLabel, GoalThread


class FileChecks:
    """`services.api.FileCheckService` on the vault."""

    def __init__(self, context: Context) -> None:
        self._context = context

    def gaps(self, subject_ids: Sequence[str] = ()) -> tuple[GapRow, ...]:
        return self.look(subject_ids)[0]

    def look(self, subject_ids: Sequence[str] = ()) -> tuple[tuple[GapRow, ...], tuple[GapRow, ...]]:
        today = self._context.today()
        with self._context.reading() as session:
            limits = limits_of(session)
            plans = reading.plan_lines(session, today, self._form_free(), subject_ids, self._asks())
            goals = reading.goal_lines(session, plans, some=bool(subject_ids))
            names = lists.names_of_subjects(session, ((p.client_id, p.household_id) for p in plans.values()))
            rows = [
                _row(line, gap, names, label=self._where(line, gap))
                for line in plans.values()
                for gap in plan_gaps(line.file, limits, today)
            ]
            for goal in goals:
                line = plans[goal.plan_id]
                missing = goal_gaps(goal.file, line.file, limits, today)
                label = _label(goal.number, goal.sentence)
                rows += [_row(line, gap, names, goal.id, label=label) for gap in missing]
            rows += self._without_plan(session, subject_ids)
            answered = [
                replace(_row(line, gap, names, label=self._where(line, gap)), answer=self._reason(line, wish))
                for line in plans.values()
                for wish in wishes_answered(line.file)
                for gap in (Gap(GapKind.WISH_ALONE, None, wish.key),)
            ]
        return tuple(sorted(rows, key=_place)), tuple(sorted(answered, key=_place))

    def files(self) -> int:
        with self._context.reading() as session:
            return reading.plan_count(session)

    def goals(self, plan_id: str) -> tuple[GoalLabel, ...]:
        with self._context.reading() as session:
            plan_reading.plan_row(session, plan_id)
            found = plan_reading.goals(session, [plan_id])
            missing = self._gaps_by_goal(session, plan_id)
        return tuple(
            GoalLabel(goal.id, _label(goal.number, goal.sentence), len(missing.get(goal.id, ())))
            for goal in found
        )

    def thread(self, plan_id: str, goal_id: str) -> GoalThread:
        with self._context.reading() as session:
            row = plan_reading.plan_row(session, plan_id)
            view = current_view(self._context, session, row)
            gaps = (*self._gaps_by_goal(session, plan_id).get(goal_id, ()), *self._of_plan(session, plan_id))
            found = thread_of(session, self._context, view, goal_id, gaps)
        note_plan(self._context, view, OPENED)
        return found

    def _gaps_by_goal(self, session: ReadSession, plan_id: str) -> dict[str, tuple[Gap, ...]]:
        today, limits = self._context.today(), limits_of(session)
        plans = self._plan(session, plan_id)
        return {
            goal.id: goal_gaps(goal.file, plans[plan_id].file, limits, today)
            for goal in reading.goal_lines(session, plans, some=True)
        }

    def _of_plan(self, session: ReadSession, plan_id: str) -> tuple[Gap, ...]:
        plans = self._plan(session, plan_id)
        if plan_id not in plans:
            return ()
        found = plan_gaps(plans[plan_id].file, limits_of(session), self._context.today())
        return tuple(gap for gap in found if gap.kind is not GapKind.WISH_ALONE)  # that is about no goal

    def _plan(self, session: ReadSession, plan_id: str) -> dict[str, reading.PlanLine]:
        row = plan_reading.plan_row(session, plan_id)
        subjects = [one for one in (row.client_id, row.household_id) if one]
        found = reading.plan_lines(session, self._context.today(), self._form_free(), subjects, self._asks())
        return {plan_id: found[plan_id]} if plan_id in found else {}

    def _where(self, line: reading.PlanLine, gap: Gap) -> str:
        """The name of the life domain or the question that a gap is about; of a row in a table its words."""
        if gap.kind is not GapKind.WISH_ALONE:
            return ""
        question_id, _, part = gap.record_id.partition("/")
        try:
            plan_format = self._context.formats.get(*line.plan_format)
            question = plan_format.question(question_id)
        except (KeyError, NotFoundError):
            return part
        if question.kind is QuestionKind.LIFE_DOMAIN:
            domains = plan_format.domain_set(question.domain_set).domains
            return next((domain.label for domain in domains if domain.id == part), part)
        words = next((one.words for one in line.file.wishes if one.key == gap.record_id), "")
        return words if part and words else question.label

    def _reason(self, line: reading.PlanLine, wish: Wish) -> str:
        """Why no goal came of a wish, in words; a ground that was chosen from a list by its label."""
        question_id = wish.key.partition("/")[0]
        try:
            question = self._context.formats.get(*line.plan_format).question(question_id)
        except (KeyError, NotFoundError):
            return wish.reason
        options = [option for column in question.columns for option in column.options]
        return next((option.label for option in options if option.id == wish.reason), wish.reason)

    def _asks(self) -> dict[tuple[str, int], tuple[WishAsk, ...]]:
        """The questions with wishes of every plan type in every version that is known here."""
        return {(one.id, one.version): wish_asks(one) for one in self._context.formats.formats}

    def _form_free(self) -> frozenset[str]:
        """Plan types that the client or family makes: nobody judges those."""
        return frozenset(one.id for one in self._context.formats.all() if one.hand_in)

    def _without_plan(self, session: ReadSession, subject_ids: Sequence[str]) -> list[GapRow]:
        rows = []
        found = reading.clients_without_plan(session, subject_ids)
        homes = lists.homes_with_plans(session) if found else frozenset()
        for client_id, since in found:
            if homes.isdisjoint(people_reading.linked_subjects(session, client_id)):
                name = lists.names_of_subjects(session, [(client_id, "")])[client_id]
                rows.append(GapRow(Gap(GapKind.NO_PLAN, since), client_id, "", name))
        return rows


_ORDER = {kind: number for number, kind in enumerate(GapKind)}


def _place(row: GapRow) -> tuple[str, str, str, int]:
    return (row.subject_name.casefold(), row.plan_title, row.goal_label, _ORDER[row.gap.kind])


def _label(number: int, goal: str) -> str:
    return f"Doel {number}: {goal or '(nog zonder zin)'}"


def limits_of(session: ReadSession) -> FileLimits:
    """After how long the organisation finds something missing."""
    elsewhere = people_reading.organisation(session).reports_elsewhere
    return FileLimits.of(settings_of(session), notes_elsewhere=elsewhere)


def _row(
    line: reading.PlanLine,
    gap: Gap,
    names: dict[str, str],
    goal_id: str = "",
    *,
    label: str = "",
) -> GapRow:
    name = names.get(line.client_id) or names.get(line.household_id, "(zonder naam)")
    return GapRow(gap, line.client_id, line.household_id, name, line.id, line.title, goal_id, label)
