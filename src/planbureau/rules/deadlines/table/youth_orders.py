"""Foster care, guardianship, supervision and probation under the Jeugdwet (rules A2: PLZ, GI, JR)."""

from __future__ import annotations

from planbureau.rules.deadlines.acts import Act
from planbureau.rules.deadlines.interval import days, months, working_days
from planbureau.rules.deadlines.kinds import Series
from planbureau.rules.deadlines.rule import DeadlineRule, Scope, Special
from planbureau.rules.deadlines.table import sources
from planbureau.rules.deadlines.table.jeugdwet import GI_FLAGS
from planbureau.rules.mark import Mark

_PLAN = frozenset({"hvp"})
_FOSTER = (Scope(plan_types=_PLAN, flags=frozenset({"pleegzorg"})),)
_ORDER = (Scope(plan_types=_PLAN, flags=GI_FLAGS),)
_PROBATION = (Scope(plan_types=_PLAN, flags=frozenset({"jeugdreclassering"})),)

RULES = (
    DeadlineRule(
        id="PLZ-02",
        act=Act.DONE,
        title="Pleeggezin voldoet aan de voorwaarden",
        what_now="Controleer of het pleeggezin aan alle voorwaarden voldoet en noteer dat.",
        mark=Mark.LAW,
        source="Jeugdwet 5.1 lid 3",
        in_force_from=sources.JEUGDWET,
        scopes=_FOSTER,
        triggers=("datum_pleegcontract",),
        interval=days(91),
        only_when_triggered=True,
    ),
    DeadlineRule(
        id="PLZ-03",
        act=Act.DONE,
        title="Gesprek met de pleegoudervoogd",
        what_now="Praat met de pleegoudervoogd over hoe het gaat en welke hulp nodig is. Vraagt die "
        "eerder om een gesprek? Plan het dan.",
        mark=Mark.LAW,
        source="Jeugdwet 5.2 lid 2",
        in_force_from=sources.JEUGDWET,
        scopes=_FOSTER,
        triggers=("datum_laatste_gesprek_pleegoudervoogd",),
        series_by_evaluation=False,
        interval=months(12),
        series=Series.LAST_DONE,
        only_when_triggered=True,
    ),
    DeadlineRule(
        id="GI-01",
        act=Act.DONE,
        title="Eerste contact na de maatregel",
        what_now="Wijs een vaste medewerker aan en zorg voor het eerste contact met het gezin.",
        mark=Mark.LAW,
        source="Besluit Jeugdwet 4.2.1 tot en met 4.2.3 (tekst van 2017)",
        in_force_from=sources.BESLUIT_JEUGDWET,
        scopes=_ORDER,
        triggers=("datum_gi_geinformeerd",),
        interval=working_days(5),
    ),
    DeadlineRule(
        id="GI-02",
        act=Act.RECORD,
        annex="evaluatieverslag",
        title="Plan van aanpak opnieuw bekijken",
        what_now="Kijk met de jongere en de ouders of het plan nog klopt. Eerder mag altijd.",
        mark=Mark.LAW,
        source="Besluit Jeugdwet 4.2.4 (tekst van 2017)",
        in_force_from=sources.BESLUIT_JEUGDWET,
        scopes=_ORDER,
        triggers=("datum_vastgesteld",),
        interval=months(12),
        series=Series.LAST_DONE,
    ),
    DeadlineRule(
        id="JR-01",
        act=Act.DONE,
        title="Verslag aan het Openbaar Ministerie",
        what_now="Stuur het verslag naar het Openbaar Ministerie, met een kopie aan de Raad voor de "
        "Kinderbescherming.",
        mark=Mark.LAW,
        source="Besluit Jeugdwet 4.2.5 lid 2 en 4 (tekst van 2017)",
        in_force_from=sources.BESLUIT_JEUGDWET,
        scopes=_PROBATION,
        triggers=("datum_start_toezicht",),
        series_by_evaluation=False,
        interval=months(6),
        series=Series.LAST_DONE,
    ),
    DeadlineRule(
        id="JR-02",
        act=Act.DONE,
        title="Niet nagekomen voorwaarde melden",
        what_now="Meld het Openbaar Ministerie meteen dat een voorwaarde niet is nagekomen.",
        mark=Mark.LAW,
        number_mark=Mark.OWN,
        source="Besluit Jeugdwet 4.2.5 lid 3 (tekst van 2017)",
        in_force_from=sources.BESLUIT_JEUGDWET,
        scopes=_PROBATION,
        triggers=("datum_voorwaarde_geschonden",),
        interval=days(0),
        special=Special.NEXT_WORKING_DAY,
        why_extra="De wet zegt: meteen. Dat het vanaf de volgende werkdag te laat heet, is een "
        "afspraak van de "
        "organisatie.",
        only_when_triggered=True,
        done_after_trigger=True,
    ),
)
