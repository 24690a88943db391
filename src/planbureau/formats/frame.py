"""Step one of every plan: under which law it stands, what applies to it, and its dates."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields

from .model import Need, Question, QuestionKind, Section

FRAME_ID = "kader"
"""The id of the section and of its one question; no format may use it."""


@dataclass(frozen=True)
class FrameWords:
    """The words of step one. An adopted version keeps the words that it was made with."""

    title: str = "Kader en datums"
    easy_title: str = "Over dit plan"
    intro: str = "Hier staat onder welke wet het plan valt en welke datums de termijnen bepalen."
    label: str = "Onder welke wet valt dit plan, en welke datums zijn bekend?"
    help: str = "Kies de wet en wat er verder geldt. Vul de datums in die je weet; de rest kan later."
    why: str = "De wet bepaalt wie akkoord moet geven en welke termijnen gelden. De datums sturen de agenda."

    @classmethod
    def read(cls, kept: Mapping[str, object]) -> FrameWords:
        """The words that were kept; what is not among them has the words of today."""
        names = {field.name for field in fields(cls)}
        return cls(**{name: text for name, text in kept.items() if name in names and isinstance(text, str)})

    def to_json(self) -> dict[str, str]:
        """The words to keep."""
        return asdict(self)


_DATES_ONLY = FrameWords(
    title="Datums",
    easy_title="Datums",
    intro="Hier staan de datums die bij dit plan horen. Weet je er geen, ga dan verder.",
    label="Welke datums zijn bekend?",
    help="Het mag leeg blijven.",
    why="Met een datum kan het programma je eraan herinneren om dit plan opnieuw te bekijken.",
)


def frame_section(words: FrameWords, *, with_law: bool = True) -> Section:
    """The section "Kader en datums"; flags and trigger dates come from the format and its rules.

    A plan of the client alone stands under no law that somebody chooses: there it asks for dates only.
    """
    if not with_law:
        words = _DATES_ONLY
    question = Question(
        id=FRAME_ID,
        kind=QuestionKind.FRAME,
        label=words.label,
        help=words.help,
        why=words.why,
        need=Need.ADOPT if with_law else Need.FREE,
    )
    return Section(
        id=FRAME_ID,
        title=words.title,
        easy_title=words.easy_title,
        pictogram="kalender",
        intro=words.intro,
        questions=(question,),
    )
