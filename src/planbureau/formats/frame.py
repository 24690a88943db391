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


def frame_section(words: FrameWords) -> Section:
    """The section "Kader en datums"; flags and trigger dates come from the format and its rules."""
    question = Question(
        id=FRAME_ID,
        kind=QuestionKind.FRAME,
        label=words.label,
        help=words.help,
        why=words.why,
        need=Need.ADOPT,
    )
    return Section(
        id=FRAME_ID,
        title=words.title,
        easy_title=words.easy_title,
        pictogram="kalender",
        intro=words.intro,
        questions=(question,),
    )
