"""Plans under Wlz, Wmo and Zvw, of all ages (rules C3, C5, C6, C11, C12)."""

from __future__ import annotations

from planbureau.rules.mark import Mark
from planbureau.rules.plan_guide.advice import Advice, Reason, Strength
from planbureau.rules.plan_guide.table import sources
from planbureau.rules.plan_guide.when import UNANSWERED, When

_WLZ = ("wlz",)
_WMO = ("wmo",)
_PGB = ("pgb",)
_CARE_PLAN = Reason(
    "De Wlz vraagt een bespreking met de cliënt en binnen zes weken een vastgelegd plan.",
    "Wlz 8.1.1 en 8.1.3",
    Mark.LAW,
)
_BUDGET = Reason(
    "Bij een pgb geldt deze plicht uit de wet niet. Afspraken vastleggen hoort wel bij goede zorg.",
    f"Wlz 8.1.1; {sources.VGN}, par. 12.1",
    Mark.GUIDANCE,
)
_NOT_IN_LAW = Reason(
    "De Wmo noemt dit plan niet. De gemeente vraagt het vaak in het contract.",
    f"{sources.VGN}, par. 4.3",
    Mark.GUIDANCE,
)
_FORMS = {
    "osp": (
        "beperking",
        Reason(
            "Voor mensen met een beperking is dit de gewone vorm.",
            f"{sources.DEMANDS}, deel 3",
            Mark.GUIDANCE,
        ),
    ),
    "zlp": (
        "ouderen",
        Reason(
            "Voor zorg bij ouder worden of ziekte is dit de gewone vorm.",
            f"{sources.DEMANDS}, deel 6",
            Mark.GUIDANCE,
        ),
    ),
    "ggz": (
        "psychisch",
        Reason(
            "Voor begeleiding bij psychische klachten is dit de gewone vorm.", sources.METHOD, Mark.GUIDANCE
        ),
    ),
}


def _advice(plan: str, strength: Strength, when: When, *reasons: Reason, law: str) -> Advice:
    return Advice(plan=plan, strength=strength, when=when, reasons=reasons, regimes=(law,))


def _long_term(plan: str) -> tuple[Advice, ...]:
    kind, form = _FORMS[plan]
    return (
        _advice(
            plan,
            Strength.NEEDED,
            When(has={"wet": _WLZ, "hulp": (kind,)}, lacks={"bijzonder": _PGB}),
            form,
            _CARE_PLAN,
            law="wlz",
        ),
        _advice(
            plan,
            Strength.FITS,
            When(has={"wet": _WLZ, "hulp": (kind,), "bijzonder": _PGB}),
            form,
            _BUDGET,
            law="wlz",
        ),
        _advice(
            plan,
            Strength.ALSO,
            When(has={"wet": _WLZ, "hulp": (UNANSWERED,)}),
            Reason("Kies eerst wat voor hulp het is; dan wordt dit preciezer.", sources.OWN, Mark.OWN),
            form,
            law="wlz",
        ),
    )


_MUNICIPALITY = (
    _advice(
        "wmo",
        Strength.FITS,
        When(has={"wet": _WMO}, lacks={"hulp": ("beperking", "psychisch")}),
        Reason(
            "Het plan voor begeleiding door de gemeente: wat is nodig, wat kan de cliënt zelf, wie helpt.",
            f"{sources.DEMANDS}, deel 5",
            Mark.GUIDANCE,
        ),
        _NOT_IN_LAW,
        law="wmo",
    ),
    _advice(
        "wmo",
        Strength.ALSO,
        When(has={"wet": _WMO, "hulp": ("beperking", "psychisch")}),
        Reason(
            "Mag in plaats van het plan hierboven, als de gemeente dit plan vraagt.",
            f"{sources.DEMANDS}, deel 5",
            Mark.GUIDANCE,
        ),
        law="wmo",
    ),
    _advice(
        "osp",
        Strength.FITS,
        When(has={"wet": _WMO, "hulp": ("beperking",)}),
        _FORMS["osp"][1],
        _NOT_IN_LAW,
        law="wmo",
    ),
    _advice(
        "ggz",
        Strength.FITS,
        When(has={"wet": _WMO, "hulp": ("psychisch",)}),
        _FORMS["ggz"][1],
        _NOT_IN_LAW,
        law="wmo",
    ),
)

_INSURANCE = (
    _advice(
        "zlp",
        Strength.FITS,
        When(has={"wet": ("zvw",), "hulp": ("ouderen",)}),
        Reason(
            "Past bij wijkverpleging. De verpleegkundige bepaalt hoe vaak jullie terugkijken.",
            sources.OWN,
            Mark.OWN,
        ),
        law="zvw",
    ),
    _advice(
        "ggz",
        Strength.FITS,
        When(has={"wet": ("zvw",), "hulp": ("psychisch",)}),
        _FORMS["ggz"][1],
        law="zvw",
    ),
)

_WRAP = (
    Advice(
        plan="wrap",
        strength=Strength.ALSO,
        when=When(has={"hulp": ("psychisch",)}),
        reasons=(
            Reason(
                "De cliënt kan zelf een plan maken voor goede en slechte tijden. Het is van de cliënt; jij "
                "helpt alleen als die dat wil.",
                sources.METHOD,
                Mark.GUIDANCE,
            ),
        ),
        regimes=("wlz", "wmo", "zvw"),
    ),
)

_OFFER_WLZ = Reason(
    "De cliënt krijgt zeven dagen om zelf een plan in te leveren. De bespreking is daarna, tenzij het plan "
    "er eerder is of de cliënt het niet wil.",
    "Wlz 8.1.1 lid 3",
    Mark.LAW,
)
_OFFER_WMO = Reason(
    "Na de melding bij de gemeente mag de cliënt zeven dagen lang een persoonlijk plan inleveren.",
    "Wmo 2015 2.3.2 lid 2",
    Mark.LAW,
)
_HANDED_IN = ("ingeleverd",)


def _own_plan(
    law: str, has: dict[str, tuple[str, ...]], lacks: dict[str, tuple[str, ...]], offer: Reason
) -> tuple[Advice, ...]:
    return (
        _advice(
            "pp",
            Strength.OFFER,
            When(has={**has, "persoonlijk_plan": ("nog-niet", "uitgelegd", UNANSWERED)}, lacks=lacks),
            offer,
            law=law,
        ),
        _advice(
            "pp",
            Strength.FITS,
            When(has={**has, "persoonlijk_plan": _HANDED_IN}, lacks=lacks),
            Reason(
                "De cliënt leverde een eigen plan in. Zet het hierin, en schrijf op hoe je het gebruikt.",
                "Wlz 8.1.3 lid 2" if law == "wlz" else "Wmo 2015 2.3.2 lid 5",
                Mark.LAW,
            ),
            law=law,
        ),
        _advice(
            "pp",
            Strength.ALSO,
            When(has={**has, "persoonlijk_plan": ("wil-niet",)}, lacks=lacks),
            Reason("De cliënt mag later alsnog een eigen plan inleveren.", offer.source, Mark.LAW),
            law=law,
        ),
    )


_OWN_PLAN = (
    *_own_plan("wlz", {"wet": _WLZ}, {"bijzonder": _PGB}, _OFFER_WLZ),
    *_own_plan("wmo", {"wet": _WMO, "route": ("gemeente",)}, {}, _OFFER_WMO),
    _advice(
        "pp",
        Strength.ALSO,
        When(has={"wet": _WLZ, "bijzonder": _PGB}),
        Reason("Een eigen plan mag altijd. Bij een pgb regelt de Wlz er niets over.", "Wlz 8.1.1", Mark.LAW),
        law="wlz",
    ),
    _advice(
        "pp",
        Strength.ALSO,
        When(has={"wet": _WMO}, lacks={"route": ("gemeente",)}),
        Reason("Een eigen plan van de cliënt mag altijd.", sources.OWN, Mark.OWN),
        law="wmo",
    ),
)

ADVICES = (
    *_OWN_PLAN,
    *_long_term("osp"),
    *_long_term("zlp"),
    *_long_term("ggz"),
    *_MUNICIPALITY,
    *_INSURANCE,
    *_WRAP,
)
