"""What other plans of the same client or household may tell the guide, and what it hands to a new plan."""

from __future__ import annotations

from collections.abc import Collection

from planbureau.rules.plan_guide.facts import GuideFacts, effective
from planbureau.rules.plan_guide.questions import QUESTIONS
from planbureau.rules.plan_guide.when import When


def _options(question_id: str) -> tuple[str, ...]:
    (question,) = (one for one in QUESTIONS if one.id == question_id)
    return tuple(option.id for option in question.options)


LAWS = _options("wet")
FLAGS = _options("bijzonder")
HELP_OF_PLAN = {
    "hvp": ("opvoeden",),
    "osp": ("beperking",),
    "zlp": ("ouderen",),
    "ggz": ("psychisch",),
    "bhp": ("behandeling",),
}
"""What a plan that is not closed says about the kind of help."""

START_TRIGGERS = ("datum_start_jeugdhulp", "datum_start_zorg", "datum_start_begeleiding")
CARRIED = (
    *START_TRIGGERS,
    "datum_hulpvraag",
    "datum_aanvraag_individuele_voorziening",
    "einddatum_beschikking",
    "datum_aanbod_fgp",
    "datum_afzien_fgp",
    "datum_geinformeerd_pp",
)
"""Dates that mean the same in every plan of a client or household, so that a new plan may start with them."""

ONLY_AFTER = {
    "datum_aanbod_fgp": When(has={"plan_ouders": ("aangeboden", "bezig")}),
    "datum_afzien_fgp": When(has={"plan_ouders": ("afgezien", "uitzondering")}),
    "datum_geinformeerd_pp": When(has={"persoonlijk_plan": ("uitgelegd", "ingeleverd", "wil-niet")}),
}
"""Dates of something that happened only when the answers say so."""


def dates_to_ask(facts: GuideFacts, asked: Collection[str]) -> tuple[str, ...]:
    """Of the triggers that the chosen plans ask for, those that the guide can fill in now."""
    counts = effective(facts)
    return tuple(
        name
        for name in CARRIED
        if name in asked and (name not in ONLY_AFTER or ONLY_AFTER[name].holds(counts))
    )
