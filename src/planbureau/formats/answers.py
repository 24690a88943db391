"""What a format needs to know of a plan to tell what shows, what is filled and what is missing."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

JsonValue = Any
"""A value of JSON: None, bool, int, float, str, list or dict of these."""


@dataclass(frozen=True)
class AnswerFile:
    """A drawing, photo or recording that somebody gave as answer; its bytes lie in the vault."""

    sha256: str
    name: str
    media_type: str
    caption: str = ""  # what there is to see or hear, in words

    @property
    def is_picture(self) -> bool:
        """Whether there is something to see."""
        return self.media_type.startswith("image/")

    @property
    def is_sound(self) -> bool:
        """Whether there is something to hear, perhaps with moving pictures."""
        return self.media_type.startswith(("audio/", "video/"))


@dataclass(frozen=True)
class Answer:
    """The answer to one question, or to one part of it ("leefgebieden/gezondheid")."""

    value: JsonValue = None
    easy_text: str = ""
    easy_stale: bool = False  # the professional text changed after the easy one was written
    pictograms: tuple[str, ...] = ()
    files: tuple[AnswerFile, ...] = ()  # a drawing says as much as a text (`Question.takes_files`)

    @property
    def empty(self) -> bool:
        """Whether nothing was answered; a tick that is off counts as answered, None does not."""
        return (self.value is None or self.value in ("", [], {})) and not self.files


_FITS: dict[str, type] = {
    "int | None": int,
    "Mapping[str, str]": dict,
    "tuple[Mapping[str, JsonValue], ...]": list,
}
"""Type of a part of a DomainAnswer as it is written below -> what JSON gives for it; else a text."""


@dataclass(frozen=True)
class DomainAnswer:
    """What was said about one life domain; stored as the value of answer "question/domain"."""

    state: str = ""  # "" not touched, "open" looked at, "not_now" one tap, "later"
    now: str = ""
    goes_well: str = ""
    change: str = ""
    who_helps: str = ""
    others_see: str = ""  # what others see, of whom nobody wrote down who they are
    others: tuple[Mapping[str, JsonValue], ...] = ()  # {"id", "who": as a PERSON answer, "text"}
    mark_now: int | None = None
    mark_now_of: int | None = None  # the scale of that mark: 3, 5 or 10; None is 10
    mark_wanted: int | None = None
    mark_wanted_of: int | None = None
    satisfied: str = ""  # "ja", "beetje", "nee"
    act: str = ""  # "ja", "nee", "later"
    topics: Mapping[str, str] = field(default_factory=dict)  # statutory topic -> "besproken" or "nvt"
    no_goal: str = ""  # why no goal is made of what should change, for now
    own: Mapping[str, JsonValue] = field(default_factory=dict)  # fields of the plan type, by column id
    drawn: bool = False  # a drawing, photo or recording answers it; those lie beside the value (`of`)

    @property
    def explored(self) -> bool:
        """Whether the domain was opened and anything was said about it."""
        texts = (self.now, self.goes_well, self.change, self.who_helps, self.others_see, self.satisfied)
        marks = (self.mark_now, self.mark_wanted)
        return self.state == "open" and (
            any(text.strip() for text in texts)
            or any(mark is not None for mark in marks)
            or any(has_value(one.get("text")) for one in self.others)
            or any(has_value(value) for value in self.own.values())
            or self.drawn
        )

    @property
    def marked(self) -> bool:
        """Whether the domain was dealt with: talked about, or put aside with one tap."""
        return self.explored or self.state in {"not_now", "later"}

    @classmethod
    def of(cls, answer: Answer) -> DomainAnswer:
        """What an answer says about a life domain, in words or in a drawing, photo or recording."""
        return replace(cls.read(answer.value), drawn=bool(answer.files))

    @classmethod
    def read(cls, value: JsonValue) -> DomainAnswer:
        """The stored value as a DomainAnswer; a key that is no part of it belongs to the plan type."""
        if not isinstance(value, dict):
            return cls()
        own = {key: found for key, found in value.items() if key not in DOMAIN_KEYS and has_value(found)}
        kept: dict[str, Any] = {"own": own}
        for key in DOMAIN_KEYS - {"own"}:
            found = value.get(key)
            fits = _FITS.get(str(cls.__dataclass_fields__[key].type), str)
            if isinstance(found, fits) and not isinstance(found, bool):
                kept[key] = found
        kept["others"] = tuple(one for one in kept.get("others", ()) if isinstance(one, dict))
        return cls(**kept)

    def to_json(self) -> dict[str, JsonValue]:
        """The value to store; empty parts are left out."""
        parts = {k: v for k, v in self.__dict__.items() if k in _STORED and v not in ("", None, {}, ())}
        if self.others:
            parts["others"] = [dict(one) for one in self.others]
        return {**self.own, **parts}


DOMAIN_KEYS = frozenset(DomainAnswer.__dataclass_fields__) - {"drawn"}
"""The names that a field of a plan type may not take within a life domain."""
_STORED = DOMAIN_KEYS - {"own"}


def has_value(value: object) -> bool:
    """Whether a value says anything; a text of spaces does not, false and 0 do."""
    if isinstance(value, str):
        return bool(value.strip())
    return value is not None and value not in ([], {})


@dataclass(frozen=True)
class GoalFact:
    """One goal that an annex asks about: what people call it, and what is still needed to decide on it."""

    label: str  # "doel 2"
    said: bool = False  # whether anything was said about it
    lacks: tuple[str, ...] = ()  # sentences, none when it is decided
    words: str = ""  # how it is asked at the table: the easy text, else the goal itself
    pictogram: str = ""


@dataclass(frozen=True)
class AgreementFact:
    """One agreement that an annex looks back on, as it is asked at the table."""

    words: str
    pictogram: str = ""


@dataclass(frozen=True)
class RiskFact:
    """A risk that is not worked out: its words, and by the name of the field what is not written yet."""

    words: str
    lacks: Mapping[str, str]


@dataclass(frozen=True)
class PlanState:
    """The facts about a plan that conditions and completeness look at."""

    answers: Mapping[str, Answer] = field(default_factory=dict)
    regimes: frozenset[str] = frozenset()
    flags: frozenset[str] = frozenset()
    triggers: Mapping[str, str] = field(default_factory=dict)  # trigger field -> ISO date
    facts: Mapping[str, int] = field(default_factory=dict)  # "has_minor": 1, "organisations": 3, ...
    records: Mapping[str, int] = field(default_factory=dict)  # question id -> number of records (goals, ...)
    bound: Mapping[str, JsonValue] = field(default_factory=dict)  # "client.birth_date" -> value
    goals: Mapping[str, GoalFact] = field(default_factory=dict)  # goals that an annex asks about, by id
    agreements: Mapping[str, AgreementFact] = field(default_factory=dict)  # of the plan, by id
    today: str = ""  # ISO; empty where nobody asks what still has to come
    written: int = 0  # characters in goals, risks and agreements
    purposes: Mapping[int, str] = field(default_factory=dict)  # number of a goal -> what it is aimed at
    loose_goals: Mapping[int, str] = field(default_factory=dict)  # number of a goal -> what it lacks most
    loose_risks: tuple[RiskFact, ...] = ()
