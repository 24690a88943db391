"""Care under the Wzd: the plan, its evaluations, and terms of involuntary care (rules A4).

The ATW never lengthens a maximum duration of involuntary care (T7): a strict reading.
"""

from __future__ import annotations

from planbureau.rules.deadlines.acts import Act
from planbureau.rules.deadlines.interval import Interval, days, hours, months
from planbureau.rules.deadlines.kinds import Series
from planbureau.rules.deadlines.rule import Adoption, DeadlineRule, Scope, Special
from planbureau.rules.deadlines.table import sources
from planbureau.rules.mark import Mark

_WZD = (Scope(flags=frozenset({"wzd_van_toepassing"})),)
_INVOLUNTARY = (Scope(flags=frozenset({"onvrijwillige_zorg"})),)


def _term(
    rule_id: str, title: str, what_now: str, source: str, trigger: str, interval: Interval, annex: str
) -> DeadlineRule:
    """A maximum duration of involuntary care: no ATW, no deviation; a shorter one that was chosen counts."""
    return DeadlineRule(
        id=rule_id,
        act=Act.RECORD,
        annex=annex,
        title=title,
        what_now=what_now,
        mark=Mark.LAW,
        source=source,
        in_force_from=sources.WZD,
        scopes=_INVOLUNTARY,
        triggers=(trigger,),
        interval=interval,
        only_when_triggered=trigger != "datum_start_termijn_oz",
        done_after_trigger=True,
        agreed_end=trigger.replace("datum_start", "datum_eind"),
        per_measure=True,
        general=True,
    )


RULES = (
    DeadlineRule(
        id="WZD-01",
        act=Act.ADOPT,
        title="Zorgplan vaststellen (Wzd)",
        what_now="Stel het zorgplan vast. Geef tot dat is gebeurd alleen zorg waar de cliënt mee instemt, "
        "behalve in een "
        "noodsituatie.",
        mark=Mark.LAW,
        source="Wzd 6 en 7 lid 1",
        in_force_from=sources.WZD,
        scopes=_WZD,
        triggers=("datum_start_zorg",),
        interval=days(42),
        atw=True,
        done_by_adoption=Adoption.FIRST,
        general=True,
    ),
    DeadlineRule(
        id="WZD-02",
        act=Act.RECORD,
        annex="wzd_evaluatie",
        title="Eerste evaluatie (Wzd)",
        what_now="Kijk terug op de zorg en vraag de cliënt of vertegenwoordiger hoe die het vindt.",
        mark=Mark.LAW,
        source="Wzd 8 lid 1",
        in_force_from=sources.WZD,
        scopes=_WZD,
        triggers=("datum_start_uitvoering",),
        interval=days(28),
        atw=True,
        done_by_evaluation=True,
        general=True,
    ),
    DeadlineRule(
        id="WZD-03",
        act=Act.RECORD,
        annex="wzd_evaluatie",
        title="Evaluatie (Wzd)",
        what_now="Kijk terug op de zorg, vraag de cliënt of vertegenwoordiger hoe die het vindt, en "
        "zet de datum in "
        "het plan.",
        mark=Mark.LAW,
        source="Wzd 8 lid 1",
        in_force_from=sources.WZD,
        scopes=_WZD,
        triggers=("datum_laatste_evaluatie",),
        interval=months(6),
        series=Series.LAST_DONE,
        only_when_triggered=True,
        general=True,
    ),
    _term(
        "WZD-04",
        "Termijn onvrijwillige zorg loopt af",
        "Bouw de onvrijwillige zorg af. Lukt dat niet? Overleg dan met een deskundige die niet bij "
        "de zorg betrokken "
        "is.",
        "Wzd 10 lid 4f en lid 8",
        "datum_start_termijn_oz",
        months(3),
        "wzd_uitgebreid_overleg",
    ),
    _term(
        "WZD-05",
        "Tweede termijn onvrijwillige zorg loopt af",
        "Bouw de onvrijwillige zorg af. Lukt dat niet? Vraag dan advies aan een externe deskundige.",
        "Wzd 10 lid 10",
        "datum_start_tweede_termijn_oz",
        months(3),
        "wzd_extern_advies",
    ),
    _term(
        "WZD-06",
        "Overbrugging tot het advies loopt af",
        "Zorg dat het advies van de externe deskundige er is en pas het plan aan. Verlengen kan "
        "maar één keer.",
        "Wzd 11 lid 1 en 2",
        "datum_start_overbrugging_oz",
        months(3),
        "wzd_extern_advies",
    ),
    _term(
        "WZD-07",
        "Termijn na het advies loopt af",
        "Beoordeel opnieuw of de onvrijwillige zorg nog nodig is.",
        "Wzd 11 lid 3 en 4",
        "datum_start_termijn_na_advies",
        months(6),
        "wzd_evaluatie",
    ),
    DeadlineRule(
        id="WZD-08a",
        act=Act.RECORD,
        annex="wzd_noodsituatie",
        title="Besluit in nood op papier",
        what_now="Schrijf het besluit over zorg in een noodsituatie op, met de reden.",
        mark=Mark.LAW,
        source="Wzd 15 lid 2",
        in_force_from=sources.WZD,
        scopes=_WZD,
        triggers=("besluit_datumtijd",),
        interval=hours(48),
        special=Special.MOMENT,
        only_when_triggered=True,
        done_after_trigger=True,
        general=True,
    ),
    DeadlineRule(
        id="WZD-08b",
        act=Act.RECORD,
        annex="wzd_evaluatie",
        agreed_end="datum_eind_noodbesluit",
        title="Besluit in nood loopt af",
        what_now="Stop deze zorg, of zet haar in het plan en volg de stappen van de Wzd.",
        mark=Mark.LAW,
        source="Wzd 15 lid 2",
        in_force_from=sources.WZD,
        scopes=_WZD,
        triggers=("besluit_datumtijd",),
        interval=days(14),
        special=Special.MOMENT,
        only_when_triggered=True,
        done_after_trigger=True,
        general=True,
    ),
    DeadlineRule(
        id="WZD-09",
        act=Act.OVERVIEW,
        title="Overzicht voor de inspectie",
        what_now="Stuur het overzicht en de ondertekende analyse naar de inspectie (IGJ).",
        mark=Mark.LAW,
        source="Wzd 17 lid 2, 18",
        in_force_from=sources.WZD,
        scopes=(),
        triggers=("datum_einde_periode_igj",),
        interval=months(6),
    ),
    DeadlineRule(
        id="WZD-10",
        act=Act.RECORD,
        annex="wzd_beoordeling",
        title="Plan naar de Wzd-functionaris",
        what_now="Leg het plan voor aan de Wzd-functionaris. Begin pas met de onvrijwillige zorg na "
        "het oordeel.",
        mark=Mark.LAW,
        number_mark=Mark.OWN,
        source="Wzd 11a",
        in_force_from=sources.WZD,
        scopes=_INVOLUNTARY,
        triggers=("datum_plan_oz_opgeslagen",),
        interval=days(0),
        why_extra="De wet vraagt om het voor te leggen en noemt geen dag. Dezelfde dag is een afspraak van "
        "de organisatie.",
        only_when_triggered=True,
        done_after_trigger=True,
        general=True,
    ),
    DeadlineRule(
        id="WZD-11",
        act=Act.RECORD,
        annex="wzd_toepassing",
        title="Onvrijwillige zorg noteren",
        what_now="Noteer welke zorg je gaf en waarom het nodig was.",
        mark=Mark.LAW,
        source="Wzd 16 lid 3",
        in_force_from=sources.WZD,
        scopes=_INVOLUNTARY,
        triggers=("datum_uitvoering_oz",),
        interval=days(0),
        why_extra="De wet zegt: zodra de zorg is gegeven.",
        only_when_triggered=True,
        done_after_trigger=True,
        general=True,
    ),
)
