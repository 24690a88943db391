"""Parts of an adopted plan that are still concept: whoever they are about did not agree yet (PLZ-01)."""

from __future__ import annotations

from planbureau.documents.editions.paper import Paper
from planbureau.formats.model import Section
from planbureau.rules.consent.capacity import Capacity
from planbureau.rules.consent.record import ConsentOutcome

_ROLES = {Capacity.FOSTER_PARENT.value: "pleegouder"}
"""What somebody is to the client who must agree in this capacity."""
PENDING = "Nog concept: {who} is er nog niet akkoord mee. De rest van het plan geldt al."
PENDING_EASY = "Dit is nog niet zeker. Je {who} moet nog ja zeggen."


def pending(section: Section, paper: Paper) -> str:
    """Who must still agree with this part of an adopted plan ("pleegouder"), or "" when it counts."""
    if paper.concept or not section.agreed_by:
        return ""
    role = _ROLES[section.agreed_by]
    agreed = {
        one.person_id
        for one in paper.view.consents
        if one.capacity == section.agreed_by
        and one.outcome == ConsentOutcome.AGREED.value
        and one.withdrawn_on is None
    }
    asked = set(paper.view.foster_parents(paper.context.today))
    return "" if agreed and asked <= agreed else role
