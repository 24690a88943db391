"""Plans under the Wlz in kind: personal plan, meeting, copy, evaluation (rules A3)."""

from __future__ import annotations

from planbureau.rules.deadlines.acts import Act
from planbureau.rules.deadlines.interval import days, months
from planbureau.rules.deadlines.kinds import Series, Shape
from planbureau.rules.deadlines.rule import (
    WITH_REASON,
    Adoption,
    DeadlineRule,
    DeviationPolicy,
    Scope,
    Special,
)
from planbureau.rules.deadlines.table import sources
from planbureau.rules.mark import Mark
from planbureau.rules.regime import Regime

_IN_KIND = (
    Scope(
        plan_types=frozenset({"osp", "zlp", "ggz"}),
        regimes=frozenset({Regime.WLZ}),
        no_flags=frozenset({"pgb"}),
    ),
)
_BY_BUDGET = (
    Scope(plan_types=frozenset({"zlp"}), regimes=frozenset({Regime.WLZ}), flags=frozenset({"pgb"})),
)
"""A plan that is paid from a pgb: the meeting of the Wlz is no duty then, the rhythm an own choice."""

RULES = (
    DeadlineRule(
        id="WLZ-01",
        act=Act.FRAME,
        title="Tijd voor een persoonlijk plan",
        what_now="Wacht met de bespreking van het plan tot deze dag voorbij is, tenzij de cliënt "
        "het persoonlijk "
        "plan al gaf of er geen wil. Noteer ook dat je wees op gratis cliëntondersteuning.",
        mark=Mark.LAW,
        source="Wlz 8.1.1 lid 3 en 7",
        in_force_from=sources.WLZ_MEETING,
        scopes=_IN_KIND,
        triggers=("datum_geinformeerd_pp",),
        interval=days(7),
        atw=True,
        shape=Shape.WINDOW,
        done_by_flag="persoonlijk_plan_ingeleverd",
        deviation=DeviationPolicy(
            allowed=True,
            condition="De cliënt mag zeggen geen persoonlijk plan te willen. Later inleveren mag ook.",
        ),
    ),
    DeadlineRule(
        id="WLZ-02",
        act=Act.ADOPT,
        title="Zorgplan bespreken en vaststellen",
        what_now="Bespreek het plan met de cliënt of de vertegenwoordiger, schrijf de afspraken op "
        "en stel het "
        "plan vast. Wil de cliënt niet praten? Maak het plan dan met wat je denkt dat de cliënt "
        "wil, en noteer dat.",
        mark=Mark.LAW,
        source="Wlz 8.1.1 lid 1, 8.1.3 lid 1",
        in_force_from=sources.WLZ,
        scopes=_IN_KIND,
        triggers=("datum_start_zorg",),
        interval=days(42),
        atw=True,
        done_by_adoption=Adoption.FIRST,
    ),
    DeadlineRule(
        id="WLZ-03",
        act=Act.PRINT,
        title="Afschrift van het plan geven",
        what_now="Geef de cliënt of de vertegenwoordiger meteen een afschrift van het plan.",
        mark=Mark.LAW,
        number_mark=Mark.OWN,
        source="Wlz 8.1.3 lid 1 en 7",
        in_force_from=sources.WLZ,
        scopes=_IN_KIND,
        triggers=("datum_nieuwe_versie",),
        interval=days(0),
        special=Special.AT_ONCE,
        why_extra="De wet zegt: meteen. Dat het na een werkdag te laat heet, is een afspraak van de "
        "organisatie.",
        done_after_trigger=True,
        only_when_triggered=True,
    ),
    DeadlineRule(
        id="WLZ-04",
        act=Act.RECORD,
        annex="evaluatieverslag",
        title="Plan evalueren",
        what_now="Plan een gesprek met de cliënt of de vertegenwoordiger en kijk samen terug op het plan.",
        mark=Mark.LAW,
        number_mark=Mark.OWN,
        source="Wlz 8.1.1 lid 6",
        in_force_from=sources.WLZ_MEETING,
        scopes=_IN_KIND,
        triggers=("datum_laatste_planbespreking", "datum_vastgesteld"),
        interval=months(6, "eval_wlz_maanden"),
        series=Series.CHOICE,
        special=Special.TWICE_A_YEAR,
        why_extra="De wet vraagt twee evaluaties per jaar. Het ritme is een afspraak van de organisatie.",
        deviation=DeviationPolicy(
            allowed=True,
            condition="De cliënt of vertegenwoordiger ziet zelf af van een evaluatie per half jaar, "
            "nadat jij "
            "vertelde dat dit een recht is. Elk jaar één evaluatie blijft.",
            max_setting="eval_max_maanden",
            needs_consent=True,
            needs_told=True,
        ),
    ),
    DeadlineRule(
        id="WLZ-05",
        act=Act.ADOPT,
        title="Uitkomst van de evaluatie vastleggen",
        what_now="Verwerk de afspraken uit het gesprek in een nieuwe versie van het plan en stel die vast.",
        mark=Mark.LAW,
        source="Wlz 8.1.3 lid 1",
        in_force_from=sources.WLZ,
        scopes=_IN_KIND,
        triggers=("datum_evaluatiegesprek",),
        interval=days(42),
        atw=True,
        done_by_adoption=Adoption.AFTER,
        done_after_trigger=True,
        only_when_triggered=True,
    ),
    DeadlineRule(
        id="WLZ-02/pgb",
        act=Act.ADOPT,
        title="Zorgleefplan klaar",
        what_now="Bespreek het plan met de cliënt en stel het vast. Bij een pgb is dit geen termijn uit de "
        "wet.",
        mark=Mark.OWN,
        source="Wlz 8.1.1 geldt niet bij een pgb (Wlz 3.3.3)",
        scopes=_BY_BUDGET,
        triggers=("datum_start_zorg",),
        interval=days(42, "begeleidingsplan_dagen"),
        done_by_adoption=Adoption.FIRST,
        deviation=WITH_REASON,
    ),
    DeadlineRule(
        id="WLZ-04/pgb",
        act=Act.RECORD,
        annex="evaluatieverslag",
        title="Plan evalueren",
        what_now="Kijk met de cliënt of de vertegenwoordiger terug op het plan.",
        mark=Mark.OWN,
        source="Wlz 8.1.1 geldt niet bij een pgb (Wlz 3.3.3)",
        scopes=_BY_BUDGET,
        triggers=("datum_vastgesteld",),
        interval=months(6, "eval_wlz_maanden"),
        series=Series.CHOICE,
        counts_agreed_dates=True,
        deviation=DeviationPolicy(
            allowed=True,
            condition="Noteer de reden. Er zit nooit meer dan een jaar tussen.",
            max_setting="eval_max_maanden",
        ),
    ),
    DeadlineRule(
        id="WLZ-06",
        act=Act.ADOPT,
        title="Zorgleefplan elk jaar vernieuwen",
        what_now="Maak een nieuwe versie van het zorgleefplan, ook als er minder vaak wordt geëvalueerd.",
        mark=Mark.GUIDANCE,
        source="Beschrijving zorgleefplan",
        scopes=(Scope(plan_types=frozenset({"zlp"}), regimes=frozenset({Regime.WLZ})),),
        triggers=("datum_nieuwe_versie",),
        interval=months(12, "eval_max_maanden"),
    ),
    DeadlineRule(
        id="VVT-01",
        act=Act.ADOPT,
        title="Eerste voorlopige plan na opname",
        what_now="Zet de eerste afspraken over zorg en veiligheid op papier.",
        mark=Mark.UNCONFIRMED,
        source="Kwaliteitskader verpleeghuiszorg, niet bevestigd",
        scopes=(Scope(plan_types=frozenset({"zlp"}), flags=frozenset({"verblijf"})),),
        triggers=("datum_opname",),
        interval=days(1),
        enabled=False,
    ),
    DeadlineRule(
        id="ZVW-01",
        act=Act.RECORD,
        annex="evaluatieverslag",
        title="Zorg thuis opnieuw bekijken",
        what_now="De wijkverpleegkundige kiest wanneer dit nodig is. Spreek een datum af met de cliënt.",
        mark=Mark.GUIDANCE,
        number_mark=Mark.OWN,
        source="Praktijk wijkverpleging",
        scopes=(Scope(plan_types=frozenset({"zlp"}), regimes=frozenset({Regime.ZVW})),),
        triggers=("datum_vastgesteld",),
        interval=months(6),
        series=Series.CHOICE,
        counts_agreed_dates=True,
        deviation=DeviationPolicy(allowed=True, condition="De wijkverpleegkundige kiest de datum."),
    ),
)
