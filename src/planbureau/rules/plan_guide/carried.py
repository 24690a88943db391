"""What other plans of the same client or household may tell the guide, and what it hands to a new plan."""

from __future__ import annotations

from planbureau.rules.plan_guide.questions import QUESTIONS


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

PRIVATE_PLANS = frozenset({"mld", "wrap"})
"""Plans whose content stays in them: the safety of a family, and what is the client's own (rules C7, C11)."""

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
