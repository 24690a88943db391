"""Table B2 as data: who must consent to a plan and the care, per legal frame, age and competence.

Each row has its number in B2 and its source. Within one situation the first row that fits decides.
Sources were read as listed in rules part 0; row 13 stands on a text of 2017.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto

from planbureau.rules.consent.facts import ConsentFacts, Party
from planbureau.rules.mark import Mark


class Situation(Enum):
    """The block of rows that facts fall under."""

    YOUTH = auto()
    WITHIN_MEASURE = auto()
    GI_GUARDIAN = auto()
    CONDITIONAL = auto()
    IPA = auto()
    IPA_ORDER = auto()
    WLZ = auto()
    WZD = auto()
    WMO = auto()
    WMO_SHARING = auto()
    FAMILY_GROUP = auto()
    REPORT_CODE = auto()
    NOT_IN_TABLE = auto()


class Special(Enum):
    """A condition beyond age and competence."""

    CHILD_ALONE = auto()  # parents refuse or are away, and the child needs it or keeps wanting it
    OWN_VIEW = auto()


@dataclass(frozen=True)
class Row:
    """One row. `ages` is the first and the last whole year; `competent` None means either."""

    number: int | None
    situation: Situation
    ages: tuple[int, int]
    competent: bool | None
    needed: tuple[Party, ...]
    source: str
    text: str
    mark: Mark = Mark.LAW
    heard: tuple[Party, ...] = ()
    resists: tuple[Party, ...] = ()
    special: Special | None = None

    def fits(self, facts: ConsentFacts) -> bool:
        """Whether age, competence and the special condition of this row hold."""
        first, last = self.ages
        if not first <= facts.age <= last or self.competent not in {None, facts.competent}:
            return False
        if self.special is Special.CHILD_ALONE:
            return facts.custody_refuses and (facts.prevents_serious_harm or facts.keeps_wanting)
        return self.special is None or facts.own_view


_K, _G, _V = Party.CLIENT, Party.CUSTODY, Party.REPRESENTATIVE
_UNDER_12, _FROM_12, _FROM_16, _MINOR_16, _ADULT = (0, 11), (12, 15), (16, 150), (16, 17), (18, 150)
_ANY, _UNDER_16, _MINOR = (0, 150), (0, 15), (12, 17)

_CHILD_INFORMED = "Wie gezag heeft beslist. Het kind krijgt uitleg die het begrijpt."
_BOTH = "Het kind beslist mee: het kind en iedereen met gezag moeten akkoord zijn."
_G_ONLY = "Deze jongere kan hier nu niet zelf over beslissen. Wie gezag heeft beslist."
_K_ALONE = "Vanaf 16 jaar beslist iemand zelf."
_V_DECIDES = "De cliënt kan hier nu niet zelf over beslissen. De vertegenwoordiger beslist."
_ALONE_4 = (
    "Het kind beslist alleen: wie gezag heeft wil niet of is niet te bereiken. "
    "Schrijf de reden op en overleg met een collega."
)
_NOBODY_8 = "De hulp hoort bij een maatregel. Akkoord is niet nodig, overleg wel: schrijf op wat ieder vindt."
_OWN_21 = "De cliënt heeft er goed over nagedacht en houdt eraan vast. Die mening wordt gevolgd."
_BESIDE_TABLE = "Hier staat geen regel voor in de tabel. Vraag in elk geval wie hieronder staat."

_Y = Situation.YOUTH
YOUTH_ROWS = (
    Row(1, _Y, _UNDER_12, None, (_G,), "Jeugdwet 7.3.15 lid 1, 7.3.2 lid 1", _CHILD_INFORMED, heard=(_K,)),
    Row(4, _Y, _FROM_12, True, (_K,), "Jeugdwet 7.3.4 lid 2", _ALONE_4, special=Special.CHILD_ALONE),
    Row(2, _Y, _FROM_12, True, (_K, _G), "Jeugdwet 7.3.4 lid 2", _BOTH),
    Row(3, _Y, _FROM_12, False, (_G,), "Jeugdwet 7.3.15 lid 2", _G_ONLY, heard=(_K,)),
    Row(5, _Y, _FROM_16, True, (_K,), "Jeugdwet 7.3.4, 7.3.5", _K_ALONE),
    Row(6, _Y, _MINOR_16, False, (_G,), "Jeugdwet 7.3.15 lid 2", _G_ONLY, heard=(_K,)),
    Row(7, _Y, _ADULT, False, (_V,), "Jeugdwet 7.3.15 lid 2 en 3", _V_DECIDES, heard=(_K,)),
)

_MEASURE_SOURCE = "Jeugdwet 7.3.4 lid 1, 4.1.3 lid 2"
_GI_SOURCE = "Jeugdwet 1.1; BW 1:302 en 1:303"
_GI_9 = "De gecertificeerde instelling is voogd en tekent. Het kind wordt gehoord, en vanaf 12 jaar gevraagd."
MEASURE_ROWS = (
    Row(8, Situation.WITHIN_MEASURE, _ANY, None, (), _MEASURE_SOURCE, _NOBODY_8, heard=(_K, _G)),
    Row(9, Situation.GI_GUARDIAN, _UNDER_12, None, (_G,), _GI_SOURCE, _GI_9, Mark.OWN, heard=(_K,)),
    Row(9, Situation.GI_GUARDIAN, _FROM_12, True, (_K, _G), _GI_SOURCE, _GI_9, Mark.OWN),
    Row(9, Situation.GI_GUARDIAN, _FROM_12, False, (_G,), _GI_SOURCE, _GI_9, Mark.OWN, heard=(_K,)),
    Row(
        13,
        Situation.CONDITIONAL,
        _ANY,
        None,
        (_K,),
        "Jeugdwet 6.1.4 lid 7, 6.1.5 (tekst van 2017)",
        "De jongere moet de hulp aanvaarden. Het plan verandert alleen als de jongere akkoord is.",
        Mark.UNCONFIRMED,
        heard=(_G,),
    ),
)

_IPA_SOURCE = "Integraal Plan van Aanpak, deel akkoord"
_IPA_ORDER = "Bij een maatregel hoeft niemand akkoord te zijn. Zoek wel zo veel mogelijk samenwerking."
_I = Situation.IPA
IPA_ROWS = (
    Row(14, _I, _UNDER_12, None, (_G,), _IPA_SOURCE, _CHILD_INFORMED, Mark.GUIDANCE, heard=(_K,)),
    Row(14, _I, _FROM_12, None, (_K, _G), _IPA_SOURCE, _BOTH, Mark.GUIDANCE),
    Row(14, _I, _FROM_16, None, (_K,), _IPA_SOURCE, _K_ALONE, Mark.GUIDANCE),
    Row(15, Situation.IPA_ORDER, _ANY, None, (), _IPA_SOURCE, _IPA_ORDER, Mark.GUIDANCE, heard=(_K, _G)),
)

_W = Situation.WLZ
_OWN = Special.OWN_VIEW
WLZ_ROWS = (
    Row(21, _W, _FROM_12, None, (_K,), "Wlz 8.1.2 lid 4", _OWN_21, heard=(_G,), special=_OWN),
    Row(21, _W, _MINOR_16, False, (_K,), "Wlz 8.1.2 lid 4", _OWN_21, heard=(_G,), special=_OWN),
    Row(21, _W, _ADULT, False, (_K,), "Wlz 8.1.2 lid 4", _OWN_21, heard=(_V,), special=_OWN),
    Row(16, _W, _UNDER_12, None, (_G,), "Wlz 8.1.2 lid 1a", _CHILD_INFORMED, heard=(_K,)),
    Row(17, _W, _FROM_12, True, (_K, _G), "Wlz 8.1.2 lid 1b", _BOTH),
    Row(18, _W, _MINOR, False, (_G,), "Wlz 8.1.2 lid 1c", _G_ONLY, heard=(_K,)),
    Row(19, _W, _FROM_16, True, (_K,), "Wlz 8.1.2", _K_ALONE),
    Row(20, _W, _ADULT, False, (_V,), "Wlz 8.1.2 lid 1d en 1e", _V_DECIDES, heard=(_K,)),
)

_Z = Situation.WZD
_WZD_22 = "Wie gezag heeft beslist. Alleen het verzet van wie gezag heeft telt."
_WZD_23 = f"{_BOTH} Verzet van een van hen telt."
_WZD_25 = (
    "{} beslist, na het oordeel van een deskundige. Er is pas akkoord als ook de cliënt zich niet verzet."
)
_WZD_NO = "Wzd 1 lid 1e, 3 lid 2, 3a lid 2"
WZD_ROWS = (
    Row(22, _Z, _UNDER_12, None, (_G,), "Wzd 3 lid 1, 3a lid 3", _WZD_22, heard=(_K,), resists=(_G,)),
    Row(23, _Z, _FROM_12, None, (_K, _G), "Wzd 3a lid 4", _WZD_23, resists=(_K, _G)),
    Row(24, _Z, _FROM_16, True, (_K,), "Wzd 3", _K_ALONE, resists=(_K,)),
    Row(25, _Z, _MINOR_16, False, (_G,), _WZD_NO, _WZD_25.format("Wie gezag heeft"), resists=(_K, _G)),
    Row(25, _Z, _ADULT, False, (_V,), _WZD_NO, _WZD_25.format("De vertegenwoordiger"), resists=(_K, _V)),
)

_SHARE = Situation.WMO_SHARING
_SHARE_29 = "De wettelijk vertegenwoordiger beslist over delen met anderen."
_SELF_29 = "De cliënt beslist zelf over delen met anderen."
WMO_ROWS = (
    Row(28, Situation.WMO, _ADULT, True, (_K,), "Wmo 2015", "De cliënt beslist zelf."),
    Row(28, Situation.WMO, _ADULT, False, (_V,), "Wmo 2015 1.1.1", _V_DECIDES, heard=(_K,)),
    Row(29, _SHARE, _UNDER_12, None, (_G,), "Wmo 2015 5.3.3", _SHARE_29, heard=(_K,)),
    Row(29, _SHARE, _MINOR, False, (_G,), "Wmo 2015 5.3.3", _SHARE_29, heard=(_K,)),
    Row(29, _SHARE, _ADULT, False, (_V,), "Wmo 2015 5.3.3", _SHARE_29, heard=(_K,)),
    Row(29, _SHARE, _ANY, True, (_K,), "Wmo 2015 5.3.3", _SELF_29),
)

_FGP_30 = "De ouders maken dit plan zelf. De hulpverlener hoeft geen akkoord te geven."
_MLD_31 = (
    "Praat met de cliënt, tenzij dat onveilig is. Het plan en delen met Veilig Thuis kunnen zonder akkoord."
)
PLAN_ROWS = (
    Row(30, Situation.FAMILY_GROUP, _UNDER_12, None, (), "Jeugdwet 1.1, 4.1.2", _FGP_30),
    Row(30, Situation.FAMILY_GROUP, (12, 150), None, (), "Jeugdwet 1.1, 4.1.2", _FGP_30, heard=(_K,)),
    Row(
        31,
        Situation.REPORT_CODE,
        _ANY,
        None,
        (),
        "Besluit verplichte meldcode 2; Wmo 2015 5.2.6",
        _MLD_31,
        heard=(_K,),
    ),
)

_N = Situation.NOT_IN_TABLE
_HOUSE = "eigen keuze, naar het voorbeeld van de Jeugdwet"
HOUSE_ROWS = (
    Row(None, _N, _UNDER_12, None, (_G,), _HOUSE, _BESIDE_TABLE, Mark.OWN, heard=(_K,)),
    Row(None, _N, _FROM_12, True, (_K, _G), _HOUSE, _BESIDE_TABLE, Mark.OWN),
    Row(None, _N, _MINOR, False, (_G,), _HOUSE, _BESIDE_TABLE, Mark.OWN, heard=(_K,)),
    Row(None, _N, _FROM_16, True, (_K,), _HOUSE, _BESIDE_TABLE, Mark.OWN),
    Row(None, _N, _ADULT, False, (_V,), _HOUSE, _BESIDE_TABLE, Mark.OWN, heard=(_K,)),
)

ROWS = (
    *YOUTH_ROWS,
    *MEASURE_ROWS,
    *IPA_ROWS,
    *WLZ_ROWS,
    *WZD_ROWS,
    *WMO_ROWS,
    *PLAN_ROWS,
    *HOUSE_ROWS,
)
