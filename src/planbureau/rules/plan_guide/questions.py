"""The questions of the guide: only what can change which plans come out, and only when it can."""

from __future__ import annotations

from dataclasses import dataclass

from planbureau.rules.plan_guide.when import ALWAYS, When

ORDERS = (
    "gi_ots", "gi_voogdij", "jeugdreclassering", "gesloten_jeugdhulp", "voorwaardelijke_machtiging",
)  # fmt: skip
_YOUTH = When(has={"wet": ("jeugdwet",)})


@dataclass(frozen=True, slots=True)
class GuideOption:
    """One answer; `when` says for which earlier answers it is offered."""

    id: str
    label: str
    when: When = ALWAYS


@dataclass(frozen=True, slots=True, kw_only=True)
class GuideQuestion:
    """One question, asked when one of `when` holds.

    `private` ones are not asked where others look along; `unknown_only` ones only when the file does not
    answer them already.
    """

    id: str
    label: str
    options: tuple[GuideOption, ...]
    help: str = ""
    many: bool = False
    when: tuple[When, ...] = (ALWAYS,)
    private: bool = False
    unknown_only: bool = False


QUESTIONS = (
    GuideQuestion(
        id="veilig",
        label="Is het veilig voor iedereen?",
        help="Denk aan huiselijk geweld, kindermishandeling en verwaarlozing. Twijfel je? Kies dat.",
        options=(
            GuideOption("veilig", "Ja, voor zover bekend"),
            GuideOption("zorgen", "Er zijn signalen dat het niet veilig is"),
            GuideOption("gevaar", "Er is nu direct gevaar"),
            GuideOption("onbekend", "Dat weet ik niet zeker"),
        ),
        private=True,
    ),
    GuideQuestion(
        id="leeftijd",
        label="Hoe oud is de cliënt?",
        help="De geboortedatum is nog niet ingevuld. Gaat het om een gezin? Kies alles wat geldt.",
        options=(
            GuideOption("onder-12", "Jonger dan 12"),
            GuideOption("12-15", "12 tot en met 15"),
            GuideOption("16-17", "16 of 17"),
            GuideOption("18-plus", "18 of ouder"),
        ),
        many=True,
        unknown_only=True,
    ),
    GuideQuestion(
        id="wet",
        label="Onder welke wet valt de hulp?",
        help="Het staat in de beschikking of het indicatiebesluit. Meer dan één mag.",
        options=(
            GuideOption("jeugdwet", "Jeugdwet"),
            GuideOption("wlz", "Wlz (langdurige zorg)"),
            GuideOption("wmo", "Wmo (ondersteuning van de gemeente)"),
            GuideOption("zvw", "Zvw (zorgverzekering)"),
        ),
        many=True,
    ),
    GuideQuestion(
        id="hulp",
        label="Wat voor hulp is het?",
        help="Kies wat het meest past. Meer dan één mag.",
        options=(
            GuideOption("opvoeden", "Opgroeien en opvoeden", _YOUTH),
            GuideOption("beperking", "Hulp bij een beperking", When(has={"wet": ("jeugdwet", "wlz", "wmo")})),
            GuideOption("ouderen", "Zorg bij ouder worden of ziekte", When(has={"wet": ("wlz", "zvw")})),
            GuideOption(
                "psychisch", "Begeleiding bij psychische klachten", When(has={"wet": ("wlz", "wmo", "zvw")})
            ),
            GuideOption("behandeling", "Behandeling (GGZ)", When(has={"wet": ("jeugdwet", "zvw")})),
        ),
        many=True,
        when=(When(has={"wet": ("jeugdwet", "wlz", "wmo", "zvw")}),),
    ),
    GuideQuestion(
        id="bijzonder",
        label="Geldt een van deze dingen?",
        help="Niets van dit alles? Laat het leeg.",
        options=(
            GuideOption("gi_ots", "Ondertoezichtstelling (OTS)", _YOUTH),
            GuideOption("gi_voogdij", "Voogdij door een gecertificeerde instelling", _YOUTH),
            GuideOption("jeugdreclassering", "Jeugdreclassering", _YOUTH),
            GuideOption("gesloten_jeugdhulp", "Gesloten jeugdhulp", _YOUTH),
            GuideOption(
                "voorwaardelijke_machtiging", "Voorwaardelijke machtiging gesloten jeugdhulp", _YOUTH
            ),
            GuideOption("pleegzorg", "Pleegzorg", _YOUTH),
            GuideOption(
                "pgb", "Persoonsgebonden budget (pgb)", When(has={"wet": ("jeugdwet", "wlz", "wmo")})
            ),
            GuideOption("verblijf", "Woont bij een zorgaanbieder", When(has={"wet": ("wlz",)})),
            GuideOption("wzd_van_toepassing", "Wet zorg en dwang (Wzd)", When(has={"wet": ("wlz",)})),
        ),
        many=True,
        when=(When(has={"wet": ("jeugdwet", "wlz", "wmo")}),),
    ),
    GuideQuestion(
        id="organisaties",
        label="Hoeveel organisaties helpen er?",
        help="Tel organisaties, geen personen. De huisarts telt niet mee.",
        options=(
            GuideOption("een", "Geen of één"),
            GuideOption("twee", "Twee"),
            GuideOption("drie", "Drie of meer"),
        ),
        when=(When(has={"gezin": ("ja",)}), _YOUTH),
    ),
    GuideQuestion(
        id="route",
        label="Hoe komt de hulp tot stand?",
        help="Een verlenging telt ook als aanvraag.",
        options=(
            GuideOption("gemeente", "Aanvraag bij de gemeente"),
            GuideOption("arts", "Een arts verwijst", _YOUTH),
            GuideOption("gi", "Via rechter of jeugdbescherming", _YOUTH),
            GuideOption("geen", "Er wordt nu niets aangevraagd"),
        ),
        when=(When(has={"wet": ("jeugdwet", "wmo")}),),
    ),
    GuideQuestion(
        id="plan_ouders",
        label="Weten de ouders dat zij eerst zelf een plan mogen maken?",
        help="Dat heet een familiegroepsplan. Zij maken het met familie en andere mensen om hen heen.",
        options=(
            GuideOption("nog-niet", "Nog niet verteld"),
            GuideOption("aangeboden", "Verteld, nog geen antwoord"),
            GuideOption("bezig", "Zij maken een eigen plan"),
            GuideOption("afgezien", "Zij willen dat niet"),
            GuideOption("uitzondering", "Het kan hier niet (uitzondering)"),
        ),
        when=(When(has={"wet": ("jeugdwet",)}, lacks={"bijzonder": ("jeugdreclassering", "gi_voogdij")}),),
    ),
    GuideQuestion(
        id="persoonlijk_plan",
        label="Weet de cliënt dat die zelf een persoonlijk plan mag maken?",
        options=(
            GuideOption("nog-niet", "Nog niet verteld"),
            GuideOption("uitgelegd", "Verteld, nog geen plan"),
            GuideOption("ingeleverd", "Het plan is ingeleverd"),
            GuideOption("wil-niet", "De cliënt wil dat niet"),
        ),
        when=(
            When(has={"wet": ("wlz",)}, lacks={"bijzonder": ("pgb",)}),
            When(has={"wet": ("wmo",), "route": ("gemeente",)}),
        ),
    ),
)
"""In the order of the screen: a condition only looks at what stands above it, or at what the file tells."""
