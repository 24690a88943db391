"""Which plan fits: a few answers in, plans out, each with why and with the source of it.

The knowledge is data in `questions` and `table/`; `proposing` only reads it. Guidance never poses as law:
every reason carries its own mark.
"""

from __future__ import annotations

from planbureau.rules.plan_guide.advice import Reason, Strength
from planbureau.rules.plan_guide.facts import GuideFacts, GuidePerson
from planbureau.rules.plan_guide.proposing import Guide, Proposal, Remark, asked_questions, guide
from planbureau.rules.plan_guide.questions import QUESTIONS, GuideOption, GuideQuestion

__all__ = [
    "QUESTIONS",
    "Guide",
    "GuideFacts",
    "GuideOption",
    "GuidePerson",
    "GuideQuestion",
    "Proposal",
    "Reason",
    "Remark",
    "Strength",
    "asked_questions",
    "guide",
]
