"""Views of goals and what is agreed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from planbureau.formats.outcomes import GoalOutcome
from planbureau.rules.goals.action_status import ActionStatus
from planbureau.rules.goals.smart import GoalForm
from planbureau.rules.goals.status import GoalStatus
from planbureau.views.looks import ScaleView
from planbureau.views.people import FieldConflict


@dataclass(frozen=True)
class ActionView:
    """One action of a goal. `letter` never moves and is never given twice."""

    id: str
    goal_id: str
    letter: str
    what: str = ""
    easy_text: str = ""
    easy_stale: bool = False
    pictograms: tuple[str, ...] = ()
    responsible_person: str = ""  # person id
    responsible_function: str = ""  # "avonddienst"; used when no person is named
    helpers: tuple[str, ...] = ()  # person ids
    for_whom: tuple[str, ...] = ()  # person ids; none is everyone whom the goal is for
    doer_kind: str = ""  # a value of rules.goals.actions.DoerKind
    start: date | None = None
    done_by: date | None = None
    how_often: str = ""
    status: str = "not_started"  # a value of rules.goals.action_status.ActionStatus
    reporting_hint: str = ""
    cancelled: bool = False  # deleted, but it keeps its letter
    heads: tuple[str, ...] = ()
    conflicts: tuple[FieldConflict, ...] = ()

    @property
    def standing(self) -> ActionStatus:
        """Where the action stands; a deleted one lapsed, whatever it was before (rules D2.4)."""
        return ActionStatus.LAPSED if self.cancelled else ActionStatus(self.status)


@dataclass(frozen=True)
class GoalView:
    """One goal with its card and its actions."""

    id: str
    plan_id: str
    number: int
    matrix_code: str = ""  # "VEI-1"; "EIG-n" for one's own
    area: str = ""  # code of the result area ("VEI"), or id of the life domain
    for_whom: tuple[str, ...] = ()  # person ids
    kind: str = "reach"  # a value of rules.goals.smart.GoalKind
    purpose: str = ""  # option id of the plan type's goals question: what the goal is aimed at
    form: str = "smart"  # "smart" or "goz"
    sentence: str = ""
    easy_text: str = ""
    easy_stale: bool = False
    pictograms: tuple[str, ...] = ()
    origin_kind: str = ""  # "wens" or "zorg"
    origin: str = ""  # the wish or worry in the client's words
    context: str = ""  # where, when, why
    measure: str = ""
    agreed_by: tuple[str, ...] = ()  # person ids
    feasible: str = ""  # "ja", "twijfel"
    feasible_note: str = ""
    start: date | None = None
    target_date: date | None = None
    no_end_date: bool = False
    no_end_reason: str = ""
    look_date: date | None = None
    own_words: str = ""
    observe_what: str = ""
    observe_who: str = ""
    observe_often: str = ""
    meaningful: str = ""
    status: str = "concept"  # a value of rules.goals.status.GoalStatus
    status_reason: str = ""
    reached_on: date | None = None
    help_ends_on: date | None = None
    actions: tuple[ActionView, ...] = ()
    scales: tuple[ScaleView, ...] = ()  # the oldest first; the last is in use
    heads: tuple[str, ...] = ()
    conflicts: tuple[FieldConflict, ...] = ()

    @property
    def live_actions(self) -> tuple[ActionView, ...]:
        """The actions that did not lapse."""
        return tuple(action for action in self.actions if not action.cancelled)

    def standing_of(self, action: ActionView) -> ActionStatus:
        """Where one of its actions stands: of a goal that is over nobody has to do anything any more.

        What is stored stays: a goal that people take up again has its actions as they were.
        """
        over = action.standing.is_open and not GoalStatus(self.status).is_open
        return ActionStatus.STOPPED if over else action.standing

    @property
    def scale(self) -> ScaleView | None:
        """The gradual scale in use."""
        return self.scales[-1] if self.scales else None

    @property
    def scored_on(self) -> ScaleView | None:
        """The scale with which a score can be given now; a direction (GOZ) has none (rules D3, D4)."""
        scale = self.scale
        return scale if scale is not None and scale.whole and self.form == GoalForm.SMART.value else None


@dataclass(frozen=True)
class EvaluatedGoal:
    """What a finished evaluation said about a goal, and on which day people talked."""

    goal_id: str
    said: GoalOutcome
    on: date | None = None


@dataclass(frozen=True)
class AgreementView:
    """A standing agreement: what, who, when, what to note."""

    id: str
    plan_id: str
    order: int = 0
    what: str = ""
    easy_text: str = ""
    easy_stale: bool = False
    pictograms: tuple[str, ...] = ()
    who: str = ""  # person id
    who_function: str = ""
    when: str = ""
    reporting_hint: str = ""
    valid_until: date | None = None
    area: str = ""  # id of the life domain that it belongs to
    heads: tuple[str, ...] = ()
    conflicts: tuple[FieldConflict, ...] = ()


@dataclass(frozen=True)
class RiskView:
    """What may go wrong, how one sees it and what is done."""

    id: str
    plan_id: str
    order: int = 0
    what: str = ""
    signs: str = ""
    likelihood: str = ""  # laag, midden, hoog
    impact: str = ""  # laag, midden, hoog
    measures: str = ""
    who: str = ""  # person id
    who_function: str = ""
    look_again_on: date | None = None
    easy_text: str = ""  # without one the easy edition does not speak of it
    easy_stale: bool = False
    pictograms: tuple[str, ...] = ()
    heads: tuple[str, ...] = ()
    conflicts: tuple[FieldConflict, ...] = ()

    @property
    def words(self) -> str:
        """What its easy text says in other words: what may happen, and what is done."""
        return f"{self.what}\n{self.measures}".strip()
