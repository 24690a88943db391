"""A plan type as frozen data. Wizard, completeness, document, deadlines and export derive from it alone.

The files behind it stand in `resources/formats/`; `loader` makes them into these values.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum


class QuestionKind(Enum):
    """What sort of answer a question takes. Each kind has its own widget and its own way on paper.

    The comment gives the shape of the answer's value as it is stored (JSON).
    """

    SHORT_TEXT = "short_text"  # str, at most 200 characters advised
    LONG_TEXT = "long_text"  # str
    CHOICE = "choice"  # str: option id
    CHOICES = "choices"  # list of option ids
    DATE = "date"  # str: ISO date
    MOMENT = "moment"  # str: ISO date and time with its zone, "2026-05-01T14:00+02:00"; see formats/moments
    NUMBER = "number"  # int or float
    MARK = (
        "mark"  # {"value": 2, "of": 3}: on the scale of the client, which the mark keeps; see formats/marks
    )
    TICK = "tick"  # bool
    PERSON = "person"  # list of {"person": id} or {"function": "avonddienst"}
    TABLE = "table"  # list of {"id": row id, column id: value, ...}
    LIFE_DOMAIN = "life_domain"  # one answer per domain, key "question/domain": see DomainAnswer
    ATTACHMENTS = "attachments"  # list of {"sha256", "name", "media_type", "caption"}
    GOALS = "goals"  # goal records with their actions
    GOAL_OUTCOMES = (
        "goal_outcomes"  # one answer per goal of the plan, key "question/goal id": see GoalOutcome
    )
    AGREEMENT_REVIEWS = (
        "agreement_reviews"  # one answer per agreement of the plan, key "question/id": see Review
    )
    RISK_REVIEWS = "risk_reviews"  # one answer per risk of the plan, key "question/id": see Review
    GOAL_MATRIX = "goal_matrix"  # the ticks of the goal library by people; makes goal records
    RISKS = "risks"  # risk records
    AGREEMENTS = "agreements"  # agreement records
    CONSENT = "consent"  # consent records of the plan version
    NETWORK = "network"  # bound: people around the client or household, with role and contribution
    HOUSEHOLD = "household"  # bound: members of the household
    CUSTODY = "custody"  # bound: custody, representation and court measures
    TOPICS = "topics"  # statutory topics: {topic id: "besproken" or "nvt"}; see formats/topics
    FRAME = "frame"  # regimes, flags and trigger dates of the plan itself


class Need(Enum):
    """How much a part is needed. Nothing ever blocks saving a draft."""

    ADOPT = "adopt"  # required before adopting
    ADVISED = "advised"  # shown as a tip
    FREE = "free"


class Voice(Enum):
    """In whose words an answer stands."""

    CLIENT = "client"  # quoted, never edited by others
    PROFESSIONAL = "professional"
    FAMILY = "family"


class Subject(Enum):
    """About whom a plan type is."""

    CLIENT = "client"
    HOUSEHOLD = "household"


class Access(Enum):
    """Who may open a plan of this type."""

    TEAM = "team"  # everyone who opens the vault
    LISTED = "listed"  # who stands on the list of that plan
    OWNER = "owner"  # the client alone, with an own code; others what the client shares


@dataclass(frozen=True)
class Flag:
    """Holds when the plan carries this flag."""

    name: str


@dataclass(frozen=True)
class UnderRegime:
    """Holds when one of the plan's regimes is this one (`jeugdwet`, `wlz`, `wmo`, `zvw`, ...)."""

    name: str


@dataclass(frozen=True)
class AnswerIs:
    """Holds when the answer to a question equals, or contains, one of the values."""

    question: str
    values: tuple[str | int | bool, ...]


@dataclass(frozen=True)
class Filled:
    """Holds when a question has an answer."""

    question: str


@dataclass(frozen=True)
class Fact:
    """Holds when a fact that the program knows is true, or is at least `at_least`."""

    name: str
    at_least: int | None = None


@dataclass(frozen=True)
class All:
    """Holds when every part holds."""

    parts: tuple[Condition, ...]


@dataclass(frozen=True)
class AnyOf:
    """Holds when at least one part holds."""

    parts: tuple[Condition, ...]


@dataclass(frozen=True)
class Not:
    """Holds when the part does not hold."""

    part: Condition


Condition = Flag | UnderRegime | AnswerIs | Filled | Fact | All | AnyOf | Not


@dataclass(frozen=True)
class Option:
    """One answer of a choice. `id` is stored and keeps its meaning for ever."""

    id: str
    label: str
    easy_label: str = ""
    pictogram: str = ""
    show_when: Condition | None = None  # it can be chosen only under this condition
    then: str = ""  # of a risk that is looked at again: what becomes of it, a value of formats.reviews.THEN


@dataclass(frozen=True)
class Column:
    """One column of a table question, or one field that a plan type adds to each life domain."""

    id: str
    label: str
    kind: QuestionKind
    options: tuple[Option, ...] = ()
    need: Need = Need.FREE
    help: str = ""
    easy_label: str = ""  # how the easy edition names it
    show_when: Condition | None = None  # of a table: what is filled in counts only under this condition


@dataclass(frozen=True)
class LifeDomain:
    """One life domain of a set, with its plain name and pictogram."""

    id: str
    label: str
    easy_label: str
    pictogram: str
    prompts: tuple[str, ...] = ()  # short reminders of what may be talked about
    topics: tuple[str, ...] = ()  # ids of statutory topics that are discussed with this domain (BLZ9)


@dataclass(frozen=True)
class DomainSet:
    """A named set of life domains, such as GHZ8."""

    id: str
    title: str
    domains: tuple[LifeDomain, ...]
    source: str
    confirmed: bool = True


@dataclass(frozen=True)
class Question:
    """One question of a section."""

    id: str
    kind: QuestionKind
    label: str
    easy_label: str = ""  # how the easy edition and a conversation sheet ask it
    help: str = ""  # what to write, shown under the label
    why: str = ""  # why we ask, shown on request
    source: str = ""
    need: Need = Need.FREE
    need_when: Condition | None = None  # `need` holds only under this condition
    reason_instead: str = ""  # id of a question whose answer may take its place ("nu geen doel")
    at_least: int = 1  # rows, records or domains that count as an answer
    show_when: Condition | None = None
    voice: Voice | None = None
    easy: bool = False  # has an easy text beside the professional one
    pictograms: bool = False
    pictogram: str = ""  # the picture of the question itself in the easy edition; else that of its section
    bind: str = ""  # "client.birth_date": shows and writes that record, never a copy
    many: bool = False
    half: bool = False  # may stand beside another question
    soft_limit: int = 0  # characters; 0 is none
    options: tuple[Option, ...] = ()  # answers; of goals: what each goal may be aimed at
    columns: tuple[Column, ...] = ()  # of a table, or own fields within each life domain
    domain_set: str = ""  # of agreements: the domain that each may belong to
    parts: tuple[str, ...] = ()  # parts of a life domain that show, in order; () is the usual ones
    part_labels: Mapping[str, str] = field(default_factory=dict)  # part -> its words in this plan type
    part_easy_labels: Mapping[str, str] = field(default_factory=dict)
    suggestions: tuple[str, ...] = ()  # ready-made rows: risks to consider, and the like
    editions: tuple[str, ...] = ("professional",)  # prints that show the answer: professional, easy, start
    checks: tuple[str, ...] = ()  # names of checks in rules/
    hidden_parts: tuple[str, ...] = ()  # fields of the records that do not show (hours in a gezinsplan)
    hidden_when: Condition | None = None  # they are hidden only under this condition
    table_head: str = ""  # word for one row ("afspraak"), for "Afspraak toevoegen"
    signature: bool = False  # answered "ja", the print keeps a line for the client to sign on
    wish: str = ""  # what people want stands here: the area where a goal is looked for, or "*" for the plan
    wish_reason: str = ""  # where it says why no goal came of it: a question, or a column of this table
    after_finishing: bool = False  # of an annex: may still be answered when the rest is closed for ever

    @property
    def takes_files(self) -> bool:
        """Whether a drawing, photo or recording is a full answer: where people speak in their own words."""
        own_words = self.voice in (Voice.CLIENT, Voice.FAMILY)
        return self.kind is QuestionKind.LONG_TEXT and own_words and not self.bind


@dataclass(frozen=True)
class Section:
    """One step of the wizard and one chapter of the document."""

    id: str
    title: str
    easy_title: str = ""
    pictogram: str = ""
    intro: str = ""
    questions: tuple[Question, ...] = ()
    when: Condition | None = None
    source: str = ""
    block: str = ""  # code of the shared block that it came from
    agreed_by: str = ""  # "foster_parent": stays concept in an adopted plan until everyone such agreed


@dataclass(frozen=True)
class GateRule:
    """A named check of `rules/` that must hold before adopting, with the condition under which it counts."""

    check: str
    when: Condition | None = None


@dataclass(frozen=True)
class FlagDetail:
    """A flag of the plan as step one shows it: a circumstance that changes rules or questions."""

    id: str
    label: str
    help: str = ""
    source: str = ""


@dataclass(frozen=True)
class FinishRule:
    """What finishing an annex does to its plan, with the question that gives the day, or the agreements.

    `effect` is a name of `vocabulary.FINISH_EFFECTS`, "trigger.<field>" to set that date of the plan,
    "begins.<rule>" to start a term or "done.<rule>" to settle one.
    """

    effect: str
    question: str
    when: Condition | None = None


@dataclass(frozen=True)
class AnnexForm:
    """What makes a format an annex: a small plan attached to a plan, finished on its own."""

    of: tuple[str, ...] = ()  # ids of the plan types that can have it; empty is every plan type
    when: Condition | None = None  # about the plan it belongs to
    many: bool = False  # a plan may have more than one
    dated_by: str = ""  # the question whose day stands in the list; without one the day it was begun
    on_finish: tuple[FinishRule, ...] = ()
    group: str = ""  # the heading under which annexes of this kind stand together
    group_place: int = 0  # its place under that heading
    involuntary_care: bool = False  # whether its evaluation looks at the involuntary care (Wzd) by itself


@dataclass(frozen=True)
class PlanFormat:
    """One plan type in one version, ready to use. With `annex` it is a form that belongs to a plan."""

    id: str
    version: int
    title: str
    easy_title: str
    subject: Subject
    regimes: tuple[str, ...]
    flags: tuple[str, ...]
    sections: tuple[Section, ...]
    flag_details: tuple[FlagDetail, ...] = ()  # the same flags with their words
    deadlines: tuple[str, ...] = ()  # ids of rules in rules/deadlines
    domain_sets: tuple[DomainSet, ...] = ()
    gates: tuple[GateRule, ...] = ()
    need_when: Condition | None = None  # needed parts count only when it holds
    hand_in: bool = False  # form-free plan of the client or family: handed in, nothing stands in the way
    lint: tuple[str, ...] = ()  # what a text is looked at for: "results", "diagnosis", "history"
    advised_characters: int = 0  # length after which a plan gets a hint; 0 is none
    advised_goals: int = 5  # open goals for one person after which a hint comes; 0 is none
    access: Access = Access.TEAM
    goal_library: str = "offered"  # "offered" shows ready-made goals at once, "on_request" behind a button
    renamed: Mapping[str, str] = field(default_factory=dict)  # old question id -> new id
    removed: tuple[str, ...] = ()
    description: str = ""
    source: str = ""
    annex: AnnexForm | None = None
    based_on: str = ""  # "osp@1": an organisation's own copy of that version
    offered: bool = True  # whether new plans can be made with it; its plans stay as they are
    text: str = ""  # the whole format as JSON, shared blocks written out: an adopted version keeps it

    @property
    def family(self) -> str:
        """The id that rules go by: that of the base for an own copy, else its own."""
        return self.based_on.partition("@")[0] or self.id

    @property
    def private(self) -> bool:
        """Whether what stands in it stays there: the safety of a family, or the client's own (C7, C11)."""
        return self.access is not Access.TEAM

    def question(self, question_id: str) -> Question:
        """The question with this id; a part behind "/" is ignored. Raises KeyError."""
        wanted = question_id.split("/", 1)[0]
        wanted = self.renamed.get(wanted, wanted)
        for section in self.sections:
            for question in section.questions:
                if question.id == wanted:
                    return question
        raise KeyError(question_id)

    def domain_set(self, set_id: str) -> DomainSet:
        """The life domains of this set. Raises KeyError."""
        for domain_set in self.domain_sets:
            if domain_set.id == set_id:
                return domain_set
        raise KeyError(set_id)
