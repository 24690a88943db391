"""When it may not be safe: the steps of the meldcode come before every other plan (rules C7)."""

from __future__ import annotations

from planbureau.rules.mark import Mark
from planbureau.rules.plan_guide.advice import Advice, Note, Reason, Strength, Weight
from planbureau.rules.plan_guide.table import sources
from planbureau.rules.plan_guide.when import UNANSWERED, When

_STEPS = "Besluit verplichte meldcode 2"
_UNSAFE = When(has={"veilig": ("zorgen", "gevaar")})
_LAWS = ("jeugdwet", "wlz", "wmo", "zvw")

ADVICES = (
    Advice(
        plan="mld",
        strength=Strength.FIRST,
        when=_UNSAFE,
        regimes=_LAWS,
        reasons=(
            Reason(
                "Er zijn signalen dat het niet veilig is. Besluiten jullie na de stappen van de meldcode "
                "zelf hulp te organiseren, dan hoort daar dit plan bij.",
                f"{sources.DEMANDS}, deel 7; {sources.WEIGHING}",
                Mark.GUIDANCE,
            ),
        ),
    ),
    Advice(
        plan="mld",
        strength=Strength.ALSO,
        when=When(has={"veilig": ("onbekend",)}),
        regimes=_LAWS,
        reasons=(
            Reason(
                "Pas nodig als er na overleg echt signalen zijn, en jullie zelf hulp organiseren.",
                f"{sources.DEMANDS}, deel 7",
                Mark.GUIDANCE,
            ),
        ),
    ),
    Advice(
        plan="mld",
        strength=Strength.NOT,
        when=When(has={"veilig": ("veilig",)}),
        reasons=(
            Reason(
                "Er zijn geen signalen van geweld, mishandeling of verwaarlozing. Verandert dat? Begin dan "
                "meteen met de stappen van de meldcode.",
                f"{sources.DEMANDS}, deel 7",
                Mark.GUIDANCE,
            ),
        ),
    ),
)

NOTES = (
    Note(
        id="gevaar",
        when=When(has={"veilig": ("gevaar",)}),
        reason=Reason(
            "Nu direct gevaar: bel 112.",
            sources.WEIGHING,
            Mark.GUIDANCE,
        ),
        detail="Bel daarna Veilig Thuis: 0800-2000, gratis, dag en nacht. Een plan komt later.",
        weight=Weight.DANGER,
        private=True,
    ),
    Note(
        id="melden",
        when=_UNSAFE,
        reason=Reason(
            "Is er acuut gevaar, of is het steeds weer onveilig? Dan meld je bij Veilig Thuis (0800-2000).",
            sources.WEIGHING,
            Mark.GUIDANCE,
        ),
        detail="Ook als je daarnaast zelf hulp organiseert. Wordt het later acuut: bel 112.",
        weight=Weight.DANGER,
        private=True,
    ),
    Note(
        id="stappen",
        when=_UNSAFE,
        reason=Reason(
            "Loop eerst de vijf stappen van de meldcode: signalen op een rij, overleg met een collega of "
            "Veilig Thuis, gesprek, wegen, besluiten.",
            _STEPS,
            Mark.LAW,
        ),
        detail="Praten met de betrokkenen hoort erbij, tenzij dat onveilig is.",
        weight=Weight.ATTENTION,
        private=True,
    ),
    Note(
        id="veiligheid-uitzoeken",
        when=When(has={"veilig": ("onbekend",)}),
        reason=Reason(
            "Zoek eerst uit of het veilig is. Overleg met een collega, de aandachtsfunctionaris of "
            "Veilig Thuis (0800-2000). Advies vragen kan zonder naam te noemen.",
            f"{_STEPS}; {sources.WEIGHING}",
            Mark.GUIDANCE,
        ),
        weight=Weight.ATTENTION,
        private=True,
    ),
    Note(
        id="veiligheid-open",
        when=When(has={"veilig": (UNANSWERED,)}),
        reason=Reason(
            "Niet alle vragen zijn gesteld. Kijk dit later rustig na, op kantoor.", sources.OWN, Mark.OWN
        ),
    ),
)
