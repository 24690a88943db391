"""What is good to know beside the plans: who says yes at which age, and where the guide stops."""

from __future__ import annotations

from planbureau.rules.mark import Mark
from planbureau.rules.plan_guide.advice import Note, Reason, Weight
from planbureau.rules.plan_guide.questions import ORDERS
from planbureau.rules.plan_guide.table import sources
from planbureau.rules.plan_guide.when import UNANSWERED, When

_CONSENT = {"wet": ("jeugdwet", "wlz")}


def _age(note_id: str, ages: tuple[str, ...], text: str) -> Note:
    return Note(
        id=note_id,
        when=When(has={**_CONSENT, "leeftijd": ages}, lacks={"bijzonder": ORDERS}),
        reason=Reason(text, "Jeugdwet 7.3.4, 7.3.5 en 7.3.15; Wlz 8.1.2", Mark.LAW),
    )


NOTES = (
    Note(
        id="wet-onbekend",
        when=When(has={"wet": (UNANSWERED,)}),
        reason=Reason(
            "Kies onder welke wet de hulp valt. Zonder wet kan de wegwijzer weinig zeggen.",
            sources.OWN,
            Mark.OWN,
        ),
        detail="Weet je het niet? Kijk in de beschikking of het indicatiebesluit, of vraag het de gemeente.",
        weight=Weight.ATTENTION,
    ),
    _age("akkoord-onder-12", ("onder-12",), "Onder de 12 jaar geven de mensen met gezag akkoord."),
    _age(
        "akkoord-12-15",
        ("12-15",),
        "Van 12 tot en met 15 jaar geven het kind en de mensen met gezag samen akkoord.",
    ),
    _age("akkoord-16-17", ("16-17",), "Vanaf 16 jaar geeft de jongere zelf akkoord."),
    Note(
        id="akkoord-maatregel",
        when=When(has={"wet": ("jeugdwet",), "bijzonder": ORDERS}),
        reason=Reason(
            "Voor hulp binnen de maatregel is geen akkoord nodig. Overleg met het kind en de ouders wel.",
            "Jeugdwet 7.3.4 lid 1 en 4.1.3 lid 2",
            Mark.LAW,
        ),
    ),
    Note(
        id="akkoord-behandeling",
        when=When(has={"wet": ("jeugdwet",), "bijzonder": ORDERS, "hulp": ("behandeling",)}),
        reason=Reason(
            "Voor behandeling blijft akkoord nodig, ook bij een maatregel.",
            "Jeugdwet 7.3.1 lid 3; BW 7:450 en 7:465",
            Mark.LAW,
        ),
    ),
    Note(
        id="fgp-bedreiging",
        when=When(
            has={"wet": ("jeugdwet",), "veilig": ("zorgen", "gevaar")},
            lacks={"bijzonder": ("jeugdreclassering", "gi_voogdij"), "plan_ouders": ("uitzondering",)},
        ),
        reason=Reason(
            "Wordt het kind concreet bedreigd? Dan hoef je het familiegroepsplan niet aan te bieden. Noteer "
            "de reden, en wie dat beoordeelde.",
            "Jeugdwet 4.1.2",
            Mark.LAW,
        ),
        private=True,
    ),
    Note(
        id="jeugdhulp-na-18",
        when=When(has={"wet": ("jeugdwet",), "leeftijd": ("18-plus",)}),
        reason=Reason(
            "Jeugdhulp na 18 kan soms doorgaan. Zoek uit onder welke wet de hulp nu valt.",
            "Jeugdwet 1.1 (jeugdige)",
            Mark.UNCONFIRMED,
        ),
        weight=Weight.ATTENTION,
    ),
    Note(
        id="behandeling-volwassenen",
        when=When(has={"wet": ("zvw",), "hulp": ("behandeling",)}),
        reason=Reason(
            "Voor behandeling onder de zorgverzekering heeft Planbureau geen eigen plantype. Gebruik dat van "
            "je organisatie.",
            sources.OWN,
            Mark.OWN,
        ),
    ),
)
