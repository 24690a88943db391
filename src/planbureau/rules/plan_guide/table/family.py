"""Plans that more organisations work with: gezinsplan and Integraal Plan van Aanpak (rules C8, C9)."""

from __future__ import annotations

from planbureau.rules.mark import Mark
from planbureau.rules.plan_guide.advice import Advice, Reason, Strength
from planbureau.rules.plan_guide.questions import ORDERS
from planbureau.rules.plan_guide.table import sources
from planbureau.rules.plan_guide.when import When

_ALL = ("jeugdwet", "wmo", "wlz", "zvw")
_YOUTH = ("jeugdwet",)
_BY_ORDER = (
    "Werkt jullie regio met dit plan? De opdracht van de rechter is dan de basis. Akkoord van het gezin is "
    "niet verplicht; zoek wel zoveel mogelijk samenwerking."
)


def _family(strength: Strength, when: When, text: str, mark: Mark = Mark.GUIDANCE) -> Advice:
    source = sources.FAMILY_PLAN if mark is Mark.GUIDANCE else sources.OWN
    return Advice(
        plan="gzp", strength=strength, when=when, reasons=(Reason(text, source, mark),), regimes=_ALL
    )


def _integral(strength: Strength, when: When, text: str) -> Advice:
    return Advice(
        plan="ipa",
        strength=strength,
        when=when,
        reasons=(Reason(text, sources.IPA, Mark.GUIDANCE),),
        regimes=_YOUTH,
    )


ADVICES = (
    _family(
        Strength.NEEDED,
        When(has={"organisaties": ("drie",)}),
        "Er helpen drie of meer organisaties. Dan is er één plan voor het hele gezin.",
    ),
    _family(
        Strength.NEEDED,
        When(has={"wet": _YOUTH, "route": ("gemeente",)}),
        "Er wordt hulp aangevraagd bij de gemeente. Uiterlijk dan is het gezinsplan begonnen.",
    ),
    _family(
        Strength.NEEDED,
        When(has={"wet": _YOUTH, "route": ("arts", "gi")}),
        "De hulp loopt niet via de gemeente. Dan krijgt de gemeente een volledig gezinsplan van jou.",
    ),
    _family(
        Strength.FITS,
        When(has={"gezin": ("ja",), "organisaties": ("twee",)}),
        "Het gaat om een gezin en er helpt meer dan één organisatie.",
    ),
    _family(
        Strength.ALSO,
        When(has={"organisaties": ("een", "twee")}, lacks={"route": ("gemeente", "arts", "gi")}),
        "Het hoeft pas vanaf drie organisaties of bij een aanvraag. Eerder mag, als het gezin dat nodig "
        "heeft.",
    ),
    _family(
        Strength.ALSO,
        When(has={"gezin": ("ja",)}),
        "Dit plan gaat over het hele gezin: wie werkt aan welk doel.",
        Mark.OWN,
    ),
    _integral(
        Strength.FITS,
        When(has={"wet": _YOUTH, "route": ("gemeente",)}, lacks={"bijzonder": ORDERS}),
        "Werkt jullie regio met dit plan? Dan is het klaar binnen vier weken na de hulpvraag, en geeft het "
        "gezin akkoord voordat de hulp begint.",
    ),
    _integral(
        Strength.FITS,
        When(has={"wet": _YOUTH, "route": ("gemeente",), "bijzonder": ORDERS}),
        _BY_ORDER,
    ),
    _integral(Strength.FITS, When(has={"wet": _YOUTH, "route": ("gi",)}), _BY_ORDER),
    _integral(
        Strength.ALSO,
        When(has={"wet": _YOUTH, "route": ("arts",)}),
        "Werkt jullie regio met dit plan? Ook na een verwijzing kan het helpen om de hulp te kiezen.",
    ),
    _integral(
        Strength.NOT,
        When(has={"wet": _YOUTH, "route": ("geen",)}),
        "Er wordt nu geen hulp aangevraagd.",
    ),
)
