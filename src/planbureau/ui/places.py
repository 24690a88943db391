"""Where a page can ask the window to go. A page never knows another page."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from planbureau.views import FormKey


@dataclass(frozen=True)
class OpenToday:
    """The start page."""


@dataclass(frozen=True)
class OpenClients:
    """The list of clients; `new` starts a new one."""

    new: bool = False


@dataclass(frozen=True)
class OpenClient:
    """One client, or the household with this id."""

    client_id: str = ""
    household_id: str = ""


@dataclass(frozen=True)
class OpenForm:
    """A form about a client or household that was not finished, with what was typed in it."""

    key: FormKey


@dataclass(frozen=True)
class OpenCalendar:
    """The calendar, of everyone or of one client or household, perhaps with one deadline of a plan open.

    `appointment` opens the appointment with this id, `new` a new one, on `day` and about the client or
    household `about` when they are given. Leaving that form, or the deadline, goes to `came_from`.
    """

    client_id: str = ""
    household_id: str = ""
    plan_id: str = ""
    deadline: str = ""  # `Deadline.key` within that plan
    appointment: str = ""
    new: bool = False
    day: date | None = None
    about: str = ""
    send: bool = False  # chooses what goes to another calendar
    view: str = ""  # "maand", "week" or "lijst"; empty leaves it as it was
    came_from: Place | None = None


@dataclass(frozen=True)
class OpenMatrix:
    """The goal matrix of a client or household, or of one plan."""

    subject_id: str = ""
    plan_id: str = ""
    goal_id: str = ""


@dataclass(frozen=True)
class OpenPlan:
    """A plan in its wizard, at a section or question."""

    plan_id: str
    section_id: str = ""
    question_id: str = ""


@dataclass(frozen=True)
class OpenLostPlan:
    """A plan whose plan type is gone or broken: what can be read of it, and what to do."""

    plan_id: str


@dataclass(frozen=True)
class PrintPlan:
    """The preview of a plan; `version` 0 is the plan as it stands now."""

    plan_id: str
    edition: str = "professional"
    version: int = 0
    part: str = ""  # of cards for the table: a step or its life domains; empty is all of them


@dataclass(frozen=True)
class AdoptPlan:
    """The dialogue in which a plan is adopted."""

    plan_id: str


@dataclass(frozen=True)
class OpenAnnexes:
    """The reports and annexes of a plan; with `preparing` the keyboard starts at the tasks before a talk."""

    plan_id: str
    preparing: bool = False


@dataclass(frozen=True)
class CloseAnnex:
    """The page on which an annex is finished; `plan_id` is its own id, as in OpenPlan."""

    plan_id: str


@dataclass(frozen=True)
class HomeVisit:
    """Shows one household (or client) only, until it is left; empty ids leave it."""

    client_id: str = ""
    household_id: str = ""


@dataclass(frozen=True)
class OpenOwnPlan:
    """A plan that its client keeps: what is shared of it, and the code that opens it."""

    plan_id: str


@dataclass(frozen=True)
class ClientWrites:
    """The client opened this plan with the own code: nothing else shows until it is left; empty leaves it."""

    plan_id: str = ""


@dataclass(frozen=True)
class OpenSettings:
    """The settings."""


@dataclass(frozen=True)
class OpenTalk:
    """A step of a plan as a conversation sheet, from one question on; it takes the whole screen."""

    plan_id: str
    section_id: str
    question_id: str = ""


@dataclass(frozen=True)
class OpenScratchPad:
    """The scratch pad of a client or household; leaving it goes back to `came_from`."""

    client_id: str = ""
    household_id: str = ""
    came_from: Place | None = None


@dataclass(frozen=True)
class OpenNotes:
    """The progress notes of a client or household; without ids what is unread, of everyone.

    `write` opens a new one, about the goal, action or agreement `about`; `correct` opens the correction of
    the note with this id; `note` shows the one with this id. Leaving goes to `came_from`.
    """

    client_id: str = ""
    household_id: str = ""
    write: bool = False
    correct: str = ""
    came_from: Place | None = None
    about: str = ""
    note: str = ""


@dataclass(frozen=True)
class OpenFileCheck:
    """What is missing in files: of everyone, of a client or household, or a plan, as the thread of a goal."""

    client_id: str = ""
    household_id: str = ""
    plan_id: str = ""
    goal_id: str = ""
    came_from: Place | None = None


Place = (
    OpenToday
    | OpenClients
    | OpenClient
    | OpenForm
    | OpenCalendar
    | OpenMatrix
    | OpenPlan
    | OpenLostPlan
    | PrintPlan
    | AdoptPlan
    | OpenAnnexes
    | CloseAnnex
    | HomeVisit
    | OpenOwnPlan
    | ClientWrites
    | OpenScratchPad
    | OpenNotes
    | OpenFileCheck
    | OpenTalk
    | OpenSettings
)
