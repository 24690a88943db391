"""Step one of every plan: under which law it stands, what applies to it, and its dates."""

from __future__ import annotations

from .model import Need, Question, QuestionKind, Section

FRAME_ID = "kader"
"""The id of the section and of its one question; no format may use it."""


def frame_section() -> Section:
    """The section "Kader en datums"; flags and trigger dates come from the format and its rules."""
    question = Question(
        id=FRAME_ID,
        kind=QuestionKind.FRAME,
        label="Onder welke wet valt dit plan, en welke datums zijn bekend?",
        help="Kies de wet en wat er verder geldt. Vul de datums in die je weet; de rest kan later.",
        why="De wet bepaalt wie akkoord moet geven en welke termijnen gelden. De datums sturen de agenda.",
        need=Need.ADOPT,
    )
    return Section(
        id=FRAME_ID,
        title="Kader en datums",
        easy_title="Over dit plan",
        pictogram="kalender",
        intro="Hier staat onder welke wet het plan valt en welke datums de termijnen bepalen.",
        questions=(question,),
    )
