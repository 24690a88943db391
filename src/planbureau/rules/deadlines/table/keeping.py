"""How long a file is kept once the care has stopped (rules A6, BWT)."""

from __future__ import annotations

from planbureau.rules.deadlines.acts import Act
from planbureau.rules.deadlines.interval import Interval, days, keeping_years
from planbureau.rules.deadlines.rule import DeadlineRule, Scope, Special
from planbureau.rules.deadlines.table import sources
from planbureau.rules.mark import Mark
from planbureau.rules.regime import Regime

_DESTROY = (
    "Vernietig het dossier na deze dag, als geen andere bewaartermijn langer loopt en niemand het "
    "nog nodig heeft "
    "voor goede zorg."
)


def _keep(
    rule_id: str, law: str, source: str, interval: Interval, scope: Scope, why_extra: str = ""
) -> DeadlineRule:
    return DeadlineRule(
        id=rule_id,
        act=Act.PEOPLE,
        title=f"Dossier bewaren ({law})",
        what_now=_DESTROY,
        mark=Mark.LAW,
        source=source,
        in_force_from=_READ[law],
        scopes=(scope,),
        triggers=("datum_einde_oz",) if law == "Wzd" else ("laatste_wijziging_dossier",),
        interval=interval,
        special=Special.KEEPING,
        only_when_triggered=True,
        general=True,
        lapses=False,
        why_extra=why_extra,
    )


_READ = {
    "Jeugdwet": sources.JEUGDWET,
    "Wgbo": sources.WGBO,
    "Wmo": sources.WMO_FILE,
    "Wzd": sources.WZD,
}

RULES = (
    _keep(
        "BWT-JW",
        "Jeugdwet",
        "Jeugdwet 7.3.8 lid 3",
        keeping_years(20, "bewaar_jaren_jeugdwet"),
        Scope(regimes=frozenset({Regime.JEUGDWET, Regime.STRAFRECHT})),
    ),
    _keep(
        "BWT-WGBO",
        "Wgbo",
        "BW 7:454 lid 3, zoals beschreven in de Handreiking ondersteuningsplannen 2023",
        keeping_years(20, "bewaar_jaren_wgbo"),
        Scope(regimes=frozenset({Regime.WGBO, Regime.WLZ, Regime.ZVW})),
    ),
    _keep(
        "BWT-WMO",
        "Wmo",
        "Wmo 2015 5.3.4 lid 1",
        keeping_years(15, "bewaar_jaren_wmo"),
        Scope(regimes=frozenset({Regime.WMO})),
        "De wet telt per gegeven. Hier telt het hele dossier vanaf het laatste gegeven: dat is langer, "
        "en een afspraak van de organisatie.",
    ),
    _keep(
        "BWT-WZD",
        "Wzd",
        "Wzd 18a lid 1 en 4",
        keeping_years(20, "bewaar_jaren_wzd"),
        Scope(flags=frozenset({"wzd_van_toepassing", "onvrijwillige_zorg"})),
    ),
    DeadlineRule(
        id="BWT-TWIJFEL",
        act=Act.PEOPLE,
        title="Dossier bewaren (langste termijn)",
        what_now="Bewaar het hele dossier tot de langste bewaartermijn voorbij is.",
        mark=Mark.OWN,
        source="Jeugdwet 7.3.8 lid 3; BW 7:454 lid 3; Wmo 2015 5.3.4 lid 1; Wzd 18a",
        scopes=(Scope(),),
        triggers=("laatste_wijziging_dossier",),
        interval=None,
        special=Special.KEEPING_LONGEST,
        only_when_triggered=True,
        general=True,
        lapses=False,
    ),
    DeadlineRule(
        id="BWT-LOG",
        act=Act.PEOPLE,
        title="Log bewaren",
        what_now="Bewaar de log tot en met deze dag, en niet langer dan het dossier.",
        mark=Mark.LAW,
        source="Besluit bewaartermijn logging (Stcrt. 2019, 38007)",
        in_force_from=sources.LOGGING,
        scopes=(),
        triggers=("datum_logregel",),
        interval=keeping_years(5, "bewaar_jaren_log"),
    ),
    DeadlineRule(
        id="BWT-WERK",
        act=Act.PEOPLE,
        title="Werknotitie opruimen",
        what_now="Verwerk wat belangrijk is in het dossier en vernietig de notitie.",
        mark=Mark.GUIDANCE,
        number_mark=Mark.OWN,
        source="Handreiking ondersteuningsplannen, vraag 12",
        scopes=(),
        triggers=("datum_notitie",),
        interval=days(30, "werknotitie_dagen"),
    ),
)
