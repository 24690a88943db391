"""Requests of a client or family: to see, to copy, to destroy, to add (rules A6, RCT)."""

from __future__ import annotations

from planbureau.rules.deadlines.acts import Act
from planbureau.rules.deadlines.interval import days, months
from planbureau.rules.deadlines.rule import DeadlineRule, DeviationPolicy, Scope, Special
from planbureau.rules.deadlines.table import sources
from planbureau.rules.mark import Mark
from planbureau.rules.regime import Regime

_LONGER = DeviationPolicy(
    allowed=True,
    condition="Laat binnen de eerste maand weten dat het langer duurt en waarom. Er komen ten hoogste twee "
    "maanden bij.",
    max_months=3,
)
_AVG = "De maand komt uit de AVG; die tekst is niet volledig nagelezen."

RULES = (
    DeadlineRule(
        id="RCT-01",
        act=Act.REQUEST,
        title="Inzage of afschrift geven",
        what_now="Laat het dossier zien of geef een afschrift. Haal eruit wat over een ander gaat.",
        mark=Mark.LAW,
        number_mark=Mark.UNCONFIRMED,
        source="Jeugdwet 7.3.10; BW 7:456; Wmo 2015 5.3.2; Wlz 8.1.3 lid 7; AVG 12 lid 3",
        in_force_from=sources.JEUGDWET,
        scopes=(Scope(),),
        triggers=("datum_verzoek",),
        interval=months(1, "inzage_maanden"),
        special=Special.REQUEST,
        only_when_triggered=True,
        general=True,
        lapses=False,
        deviation=_LONGER,
        why_extra=_AVG,
    ),
    DeadlineRule(
        id="RCT-02",
        act=Act.REQUEST,
        title="Verzoek om vernietigen afhandelen",
        what_now="Leg de gevolgen uit, kijk of er een reden is om te weigeren, en vernietig daarna "
        "echt. Noteer "
        "een weigering met de reden.",
        mark=Mark.LAW,
        number_mark=Mark.UNCONFIRMED,
        source="Jeugdwet 7.3.9; BW 7:455; AVG 12 lid 3",
        in_force_from=sources.JEUGDWET,
        # A plan of which nobody has said yet under which law it falls owes an answer too (AVG).
        scopes=(Scope(regimes=frozenset(set(Regime) - {Regime.WMO})), Scope(no_regimes=frozenset(Regime))),
        triggers=("datum_verzoek",),
        interval=months(1),
        special=Special.REQUEST,
        only_when_triggered=True,
        general=True,
        lapses=False,
        deviation=_LONGER,
        why_extra=_AVG,
    ),
    DeadlineRule(
        id="RCT-02/Wmo",
        act=Act.REQUEST,
        title="Verzoek om vernietigen afhandelen (Wmo)",
        what_now="Leg de gevolgen uit, kijk of er een reden is om te weigeren, en vernietig daarna echt.",
        mark=Mark.LAW,
        source="Wmo 2015 5.3.5",
        in_force_from=sources.WMO_FILE,
        scopes=(Scope(regimes=frozenset({Regime.WMO})),),
        triggers=("datum_verzoek",),
        interval=months(3),
        atw=True,
        special=Special.REQUEST,
        only_when_triggered=True,
        general=True,
        lapses=False,
    ),
    DeadlineRule(
        id="RCT-02/Wzd",
        act=Act.REQUEST,
        title="Verzoek om vernietigen afhandelen (Wzd)",
        what_now="Gegevens over onvrijwillige zorg blijven minstens vijf jaar na het einde daarvan. "
        "Vernietig ze "
        "daarna op verzoek.",
        mark=Mark.LAW,
        source="Wzd 18a lid 5",
        in_force_from=sources.WZD,
        scopes=(Scope(flags=frozenset({"onvrijwillige_zorg"})),),
        triggers=("datum_verzoek",),
        interval=months(3),
        atw=True,
        special=Special.WZD_DESTRUCTION,
        only_when_triggered=True,
        general=True,
        lapses=False,
    ),
    DeadlineRule(
        id="RCT-03",
        act=Act.RECORD,
        annex="eigen_verklaring",
        title="Eigen verklaring bij het dossier doen",
        what_now="Voeg de verklaring vandaag toe. Verander er niets aan en weiger haar niet.",
        mark=Mark.LAW,
        number_mark=Mark.OWN,
        source="Jeugdwet 7.3.8 lid 2; BW 7:454 lid 2",
        in_force_from=sources.JEUGDWET,
        scopes=(Scope(),),
        triggers=("datum_ontvangen",),
        interval=days(0),
        special=Special.REQUEST,
        why_extra="De wet noemt geen dag. Dezelfde dag is een afspraak van de organisatie.",
        only_when_triggered=True,
        general=True,
        lapses=False,
    ),
)
