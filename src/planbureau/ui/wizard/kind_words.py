"""What is called differently when a plan is open and when an annex of a plan is."""

from __future__ import annotations

from dataclasses import dataclass, replace

from planbureau.formats.demands import handed_in
from planbureau.formats.model import Access
from planbureau.rules.dutch import plain_date
from planbureau.ui.wizard.desk import Desk
from planbureau.views import PlanView


@dataclass(frozen=True)
class KindWords:
    """The words of buttons and messages."""

    finish: str
    needed: str
    complete: str
    active: str
    more: str
    easy: str
    versions: str
    beside: str
    beside_icon: str
    ready: str = "Alles is ingevuld"  # when nothing is needed any more


PLAN = KindWords(
    finish="Vaststellen",
    needed="Nog niet ingevuld. Nodig voordat je het plan vaststelt.",
    complete="Je kunt het plan bespreken en vaststellen.",
    active="Dit plan is vastgesteld. Verander je iets, dan begint een nieuw concept. "
    "De versie blijft zoals die is.",
    more="Meer met dit plan",
    easy="Makkelijke versie",
    versions="Vastgestelde versies",
    beside="Verslagen en bijlagen",
    beside_icon="files",
)
_HAND_IN = replace(
    PLAN,
    finish="Inleveren",
    needed="Nog niet ingevuld. Dat mag.",
    complete="Je kunt het plan inleveren.",
    active="Dit plan is ingeleverd. Verander je iets, dan begint een nieuw concept. "
    "Wat is ingeleverd, blijft zoals het is.",
    versions="Ingeleverde versies",
    ready="Inleveren kan",
)
"""A form-free plan of the client or the family: nothing stands in its way."""
_AGAIN = replace(
    _HAND_IN,
    finish="Opnieuw inleveren",
    complete="Je kunt het plan opnieuw inleveren.",
    ready="Opnieuw inleveren kan",
)
"""It was handed in, and the client or family wrote in it since."""
_ANSWERED = replace(
    _HAND_IN,
    finish="Antwoord vastleggen",
    complete="Je kunt het antwoord vastleggen. De woorden van de cliënt blijven zoals ze zijn.",
    ready="Antwoord vastleggen kan",
)
"""It was handed in, and whom it was handed to wrote what is done with it."""
_OWN = replace(
    PLAN,
    needed="Nog niet ingevuld. Dat mag.",
    complete="Alles mag, niets moet. Je plan is bewaard.",
    beside="",
    ready="Alles mag, niets moet",
)
"""A plan in the client's own hands: nobody adopts it, and nothing is attached to it."""
_ANNEX = KindWords(
    finish="Afsluiten",
    needed="Nog niet ingevuld. Nodig voordat je dit afsluit.",
    complete="Je kunt dit afsluiten.",
    active="Dit is afgesloten en blijft zoals het is.",
    more="Meer hiermee",
    easy="Makkelijke versie",
    versions="Afgesloten versies",
    beside="Terug naar het plan",
    beside_icon="arrow-left",
)
_CORRECTABLE = replace(
    _ANNEX,
    active="Dit is afgesloten en blijft zoals het is. Klopt er iets niet? Kies Verbeteren in het menu "
    "rechtsboven.",
)
_CORRECTING = replace(
    _ANNEX, active="Dit is afgesloten.", complete="Je kunt het weer afsluiten. Schrijf op wat je verbeterde."
)


def words_of(desk: Desk) -> KindWords:
    """The words for what is open."""
    if desk.plan.parent is not None:
        return _CORRECTING if desk.correcting else _CORRECTABLE if desk.can_reopen else _ANNEX
    if desk.format.access is Access.OWNER:
        return _OWN
    if not handed_in(desk.format, desk.state):
        return PLAN
    again = desk.plan.status == "concept_beside_active"
    return _ANSWERED if desk.answering else _AGAIN if again else _HAND_IN


def status_words(plan: PlanView) -> str:
    """What this plan is now: a concept, a version, or closed."""
    if plan.parent is not None:
        return f"{_annex_status(plan)} · bij {plan.parent.title}"
    if plan.format.access is Access.OWNER:
        return "Van jou alleen, tot je iets deelt"
    adopted = plan.versions[-1] if plan.versions else None
    match plan.status:
        case "closed":
            return "Afgesloten"
        case "active" if adopted is not None:
            return f"Versie {adopted.number}, {adopted.how} op {plain_date(adopted.adopted_on)}"
        case "concept_beside_active" if adopted is not None and adopted.handed_in:
            return f"Versie {adopted.number} is {adopted.how}, met een concept ernaast"
        case "concept_beside_active" if adopted is not None:
            return f"Concept naast versie {adopted.number}"
        case _:
            return "Concept"


def _annex_status(plan: PlanView) -> str:
    if plan.status == "active" and plan.versions:
        return f"Afgesloten op {plain_date(plan.versions[-1].adopted_on)}"
    if plan.status == "correcting":
        return f"Wordt verbeterd, naast versie {plan.version}"
    return "Aanvulling, nog niet afgesloten" if plan.versions else "Concept"
