"""An annex of a family's plan: where that of one person says "ik" and "je", it says "wij" and "jullie"."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from planbureau.formats.model import PlanFormat, Question, Section, Subject

_TOGETHER: Mapping[str, str] = {
    "Hoe ging het met mijn plan": "Hoe ging het met ons plan",
    "Praten over mijn plan": "Praten over ons plan",
    "Waar ik over wil praten": "Waar wij over willen praten",
    "Wat ik ervan vind": "Wat wij ervan vinden",
    "Hoe ging het met mijn doelen": "Hoe ging het met onze doelen",
    "Mijn doelen": "Onze doelen",
    "Waar wil je over praten?": "Waar willen jullie over praten?",
    "Waar wil je niet over praten?": "Waar willen jullie niet over praten?",
    "Ben je tevreden?": "Zijn jullie tevreden?",
    "Hoe tevreden ben je?": "Hoe tevreden zijn jullie?",
    "Wat vind jij van de hulp?": "Wat vinden jullie van de hulp?",
    "Hoe ging het met je doelen?": "Hoe ging het met jullie doelen?",
    "Hoe gaat het met je doelen?": "Hoe gaat het met jullie doelen?",
    "Past de hulp nog bij jou?": "Past de hulp nog bij jullie?",
    "Ben je het eens met dit verslag?": "Zijn jullie het eens met dit verslag?",
    "Ben je het eens met de afspraken?": "Zijn jullie het eens met de afspraken?",
}
"""Easy texts of the shipped reports; what an organisation words itself stays as it is."""


def annex_about(annex: PlanFormat, subject: Subject) -> PlanFormat:
    """An annex as it stands beside a plan about a client or about a household."""
    if subject is not Subject.HOUSEHOLD:
        return replace(annex, subject=subject)
    sections = tuple(_section(section) for section in annex.sections)
    return replace(annex, subject=subject, easy_title=_ours(annex.easy_title), sections=sections)


def _section(section: Section) -> Section:
    questions = tuple(_question(question) for question in section.questions)
    return replace(section, easy_title=_ours(section.easy_title), questions=questions)


def _question(question: Question) -> Question:
    return replace(question, easy_label=_ours(question.easy_label))


def _ours(text: str) -> str:
    return _TOGETHER.get(text, text)
