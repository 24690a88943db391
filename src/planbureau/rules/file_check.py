"""What is missing in the thread from wish to agreement, as an inspector reads a file (rules C13, D2 and D4).

A gap is a hint: it stops nobody. What an organisation writes in another system is no gap here.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from enum import Enum

from planbureau.rules.dates import add_months
from planbureau.rules.deadlines import RULES, TermSettings
from planbureau.rules.deadlines.kinds import Series
from planbureau.rules.goals.status import GoalStatus
from planbureau.rules.mark import Mark


class Link(Enum):
    """The links of the thread, in the order in which they are read."""

    WISH = "wish"
    GOAL = "goal"
    DOING = "doing"
    NOTES = "notes"
    EVALUATION = "evaluation"
    AGREEMENT = "agreement"

    @property
    def title(self) -> str:
        """The heading on screen and paper."""
        return _TITLES[self]


_TITLES = {
    Link.WISH: "Wens of zorg",
    Link.GOAL: "Doel",
    Link.DOING: "Acties en afspraken",
    Link.NOTES: "Rapportages",
    Link.EVALUATION: "Evaluaties en besluiten",
    Link.AGREEMENT: "Akkoord van mensen",
}


class GapKind(Enum):
    """What can be missing."""

    NO_WISH = "no_wish"
    NO_MEASURE = "no_measure"
    NO_ACTION = "no_action"
    NO_NOTE = "no_note"
    NOT_DECIDED = "not_decided"
    NO_AGREEMENT = "no_agreement"
    NO_TALK_NOTE = "no_talk_note"
    EVALUATION_LATE = "evaluation_late"
    REPORT_OPEN = "report_open"
    VERSION_OLD = "version_old"
    WISH_ALONE = "wish_alone"
    NO_PLAN = "no_plan"

    @property
    def link(self) -> Link:
        """Where in the thread it is missing."""
        return _ABOUT[self][0]

    @property
    def word(self) -> str:
        """What is missing, in a few words."""
        return _ABOUT[self][1]

    @property
    def mark(self) -> Mark:
        """How firm the expectation is."""
        return _ABOUT[self][2]

    @property
    def why(self) -> str:
        """How firm it is and where it comes from, in words."""
        source = _ABOUT[self][3]
        return source if self.mark is Mark.OWN else f"{self.mark.label}: {source}"


_METHOD = "Methodisch werken met zorgplannen, stap"
_GUIDE = "VGN Handreiking Ondersteuningsplannen 2023, par."
_G, _O = Mark.GUIDANCE, Mark.OWN
_OWN = "eigen keuze van de organisatie"
_ABOUT = {
    GapKind.NO_WISH: (Link.WISH, "doel zonder wens of zorg", _G, _METHOD + " 3"),
    GapKind.NO_MEASURE: (Link.GOAL, "niet gezegd hoe je het merkt", _G, _GUIDE + " 6.2"),
    GapKind.NO_ACTION: (Link.DOING, "doel zonder actie of afspraak", _G, _METHOD + " 4"),
    GapKind.NO_NOTE: (Link.NOTES, "lang geen rapportage", _O, _OWN),
    GapKind.NOT_DECIDED: (Link.EVALUATION, "datum voorbij, niets besloten", _G, _METHOD + " 6"),
    GapKind.NO_AGREEMENT: (Link.AGREEMENT, "geen akkoord en geen aantekening", _G, _GUIDE + " 12.1"),
    GapKind.NO_TALK_NOTE: (Link.AGREEMENT, "niemand tekende, aantekening niet af", _G, _GUIDE + " 12.1"),
    GapKind.EVALUATION_LATE: (Link.EVALUATION, "evaluatie te laat", _G, "de termijn in de agenda"),
    GapKind.REPORT_OPEN: (Link.EVALUATION, "verslag niet afgesloten", _O, _OWN),
    GapKind.VERSION_OLD: (Link.EVALUATION, "plan lang niet herzien", _G, _METHOD + " 6"),
    GapKind.WISH_ALONE: (Link.GOAL, "wens zonder doel of afspraak", _G, _METHOD + " 3"),
    GapKind.NO_PLAN: (Link.GOAL, "nog geen plan", _O, _OWN),
}  # fmt: skip


@dataclass(frozen=True)
class Gap:
    """One thing that is missing; `since` is the day that went by, or after which nothing came.

    `record_id` names what it is about when that is not the plan or the goal itself.
    """

    kind: GapKind
    since: date | None = None
    record_id: str = ""


@dataclass(frozen=True)
class FileLimits:
    """After how long something is missing. `notes_elsewhere`: notes are kept in another system."""

    note_weeks: int = 8
    report_weeks: int = 6
    version_months: int = 12
    notes_elsewhere: bool = False

    @classmethod
    def of(cls, settings: TermSettings, *, notes_elsewhere: bool = False) -> FileLimits:
        """As the organisation chose them."""
        return cls(
            settings.dossier_rapportage_weken,
            settings.dossier_verslag_weken,
            settings.eval_max_maanden,
            notes_elsewhere,
        )


@dataclass(frozen=True)
class GoalFile:
    """What the file knows of one goal. `begun_on` is when people began to work on it, as far as known."""

    status: GoalStatus
    has_wish: bool = False
    has_measure: bool = False
    has_doing: bool = False
    noted_on: date | None = None
    begun_on: date | None = None
    due_on: date | None = None
    decided_on: date | None = None  # the last evaluation that decided about it


@dataclass(frozen=True)
class Wish:
    """What somebody wants: where it is written ("question/domain"), and why no goal comes of it for now.

    `area` is where a goal or an agreement answers it; empty is anywhere in the plan.
    """

    key: str
    area: str
    reason: str = ""
    words: str = ""


@dataclass(frozen=True)
class PlanFile:
    """What the file knows of the version that counts of one plan.

    `agreed`: somebody's agreement is in force, or a reason says why not; `told`: somebody signed, or the note
    says who were there and what the client said (rules B6).
    """

    version: int = 0
    adopted_on: date | None = None
    agreed: bool = False
    told: bool = False
    closed: bool = False
    evaluation_due: date | None = None  # the earliest last day of an evaluation that was not held
    open_report: tuple[str, date] | None = None  # the oldest report that is not finished, and when it began
    wishes: tuple[Wish, ...] = ()
    aimed: frozenset[str] = frozenset()  # areas with a goal or an agreement; "" is one without an area


_WORKED_ON = frozenset({GoalStatus.AGREED, GoalStatus.ACTIVE, GoalStatus.KEPT})
_HAS_A_DATE = frozenset({GoalStatus.AGREED, GoalStatus.ACTIVE})


def goal_gaps(goal: GoalFile, plan: PlanFile, limits: FileLimits, today: date) -> tuple[Gap, ...]:
    """What is missing in the thread of one goal; nothing for a goal that ended, or of a closed plan."""
    if plan.closed or not goal.status.is_open:
        return ()
    return tuple(_goal(goal, plan, limits, today))


def _goal(goal: GoalFile, plan: PlanFile, limits: FileLimits, today: date) -> Iterator[Gap]:
    if not goal.has_wish:
        yield Gap(GapKind.NO_WISH)
    if not goal.has_measure:
        yield Gap(GapKind.NO_MEASURE)
    if not goal.has_doing and goal.status is not GoalStatus.PAUSED:
        yield Gap(GapKind.NO_ACTION)
    if goal.status in _WORKED_ON and plan.version and not limits.notes_elsewhere:
        last = _last(goal.noted_on, goal.decided_on) or _last(goal.begun_on, plan.adopted_on)
        until = last + timedelta(weeks=limits.note_weeks) if last else None
        if until is not None and today > until:
            yield Gap(GapKind.NO_NOTE, last)
    if goal.status in _HAS_A_DATE and goal.due_on is not None and today > goal.due_on:
        decided = goal.decided_on is not None and goal.decided_on >= goal.due_on
        if not decided:
            yield Gap(GapKind.NOT_DECIDED, goal.due_on)


def _last(*days: date | None) -> date | None:
    return max((day for day in days if day is not None), default=None)


def plan_gaps(plan: PlanFile, limits: FileLimits, today: date) -> tuple[Gap, ...]:
    """What is missing in a plan as a whole."""
    return () if plan.closed else tuple(_plan(plan, limits, today))


def _plan(plan: PlanFile, limits: FileLimits, today: date) -> Iterator[Gap]:
    if plan.version and not plan.agreed:
        yield Gap(GapKind.NO_AGREEMENT, plan.adopted_on)
    elif plan.version and not plan.told:
        yield Gap(GapKind.NO_TALK_NOTE, plan.adopted_on)
    if plan.evaluation_due is not None and today > plan.evaluation_due:
        yield Gap(GapKind.EVALUATION_LATE, plan.evaluation_due)
    if plan.open_report is not None:
        report, begun = plan.open_report
        until = begun + timedelta(weeks=limits.report_weeks)
        if today > until:
            yield Gap(GapKind.REPORT_OPEN, begun, report)
    if plan.adopted_on is not None:
        until = add_months(plan.adopted_on, limits.version_months)
        if today > until:
            yield Gap(GapKind.VERSION_OLD, plan.adopted_on)
    yield from (Gap(GapKind.WISH_ALONE, None, wish.key) for wish in _alone(plan) if not wish.reason)


def wishes_answered(plan: PlanFile) -> tuple[Wish, ...]:
    """Wishes of which no goal or agreement came, with the reason that was given."""
    return () if plan.closed else tuple(wish for wish in _alone(plan) if wish.reason)


def _alone(plan: PlanFile) -> tuple[Wish, ...]:
    """Wishes of an adopted version that led to no goal and no agreement."""
    if not plan.version:
        return ()
    return tuple(one for one in plan.wishes if not (one.area in plan.aimed if one.area else plan.aimed))


class LinkState(Enum):
    """How a link of the thread stands."""

    THERE = "there"
    MISSING = "missing"
    NOT_YET = "not_yet"
    ELSEWHERE = "elsewhere"

    @property
    def word(self) -> str:
        """The Dutch word beside the heading."""
        return _STATES[self]


_STATES = {
    LinkState.THERE: "vastgelegd",
    LinkState.MISSING: "ontbreekt",
    LinkState.NOT_YET: "nog niet",
    LinkState.ELSEWHERE: "in een ander systeem",
}


def state_of(link: Link, gaps: tuple[Gap, ...], *, filled: bool, elsewhere: bool = False) -> LinkState:
    """How a link stands: something missing in it counts first, then whether anything is written."""
    if any(gap.kind.link is link for gap in gaps):
        return LinkState.MISSING
    if filled:
        return LinkState.THERE
    return LinkState.ELSEWHERE if link is Link.NOTES and elsewhere else LinkState.NOT_YET


EVALUATION_RULES = frozenset(
    rule.id
    for rule in RULES.values()
    if rule.done_by_evaluation or (rule.series is not Series.NO and rule.series_by_evaluation)
)
"""Terms that are met by looking back on a plan together."""
