"""Plans whose rhythm stands in guidance or in the organisation's own agreements (rules A2, A3).

The integrated plan (IPA), small talks about an ondersteuningsplan (GHZ), the plan towards eighteen (PPL), the
safety plan (MLD) and mental health (GGZ).
"""

from __future__ import annotations

from planbureau.rules.deadlines.acts import Act
from planbureau.rules.deadlines.interval import age, days, days_before, months
from planbureau.rules.deadlines.kinds import Series, Severity
from planbureau.rules.deadlines.rule import (
    WITH_REASON,
    Adoption,
    DeadlineRule,
    DeviationPolicy,
    Scope,
    Special,
)
from planbureau.rules.deadlines.table.jeugdwet import GI_FLAGS
from planbureau.rules.mark import Mark
from planbureau.rules.regime import Regime

_IPA = (Scope(plan_types=frozenset({"ipa"})),)
_GGZ = Scope(plan_types=frozenset({"ggz"}), no_regimes=frozenset({Regime.WLZ, Regime.WMO}))
"""Under the Wlz and the Wmo such a plan follows the rules of that law (rules A1, "which rules apply")."""
_PPL = (Scope(plan_types=frozenset({"ppl"})),)
_IPA_SOURCE = "Beschrijving Integraal Plan van Aanpak"
_PPL_SOURCE = "Beschrijving Perspectiefplan 18+; NJi"
_METHOD = "Methodisch werken, stap evalueren"

RULES = (
    DeadlineRule(
        id="IPA-01",
        act=Act.ADOPT,
        title="Integraal plan klaar",
        what_now="Bespreek het plan met het gezin. Lukt het niet op tijd? Praat daar eerst over met "
        "het gezin.",
        mark=Mark.GUIDANCE,
        source=_IPA_SOURCE,
        scopes=_IPA,
        triggers=("datum_hulpvraag",),
        interval=days(28, "ipa_dagen"),
        atw=True,
        done_by_adoption=Adoption.FIRST,
        deviation=DeviationPolicy(
            allowed=True,
            condition="Praat met het gezin voordat de termijn voorbij is. Noteer waarom: afspraak "
            "afgezegd of verzet, "
            "wachten op informatie, of iets anders.",
        ),
    ),
    DeadlineRule(
        id="IPA-02",
        act=Act.FRAME,
        title="Akkoord voordat de hulp begint",
        what_now="Vraag het gezin om akkoord voordat de hulp begint.",
        mark=Mark.GUIDANCE,
        source=_IPA_SOURCE,
        scopes=_IPA,
        triggers=("datum_start_zorg",),
        interval=days_before(1),
        done_by=("datum_akkoord",),
        not_applicable_flags=GI_FLAGS,
        not_applicable_reason="opdracht van de rechter",
        breach=Severity.RED,
        deviation=DeviationPolicy(
            allowed=True, condition="Bij een opdracht van de rechter is geen akkoord nodig."
        ),
    ),
    DeadlineRule(
        id="EVA-01",
        act=Act.RECORD,
        annex="evaluatieverslag",
        title="Samen terugkijken",
        what_now="Kijk samen terug op het plan, op de dag die jullie hebben afgesproken.",
        mark=Mark.OWN,
        source="Afspraak in het plan",
        scopes=(
            Scope(plan_types=frozenset({"fgp", "ipa"})),
            # Beside WLZ-04, which no agreement moves: what was agreed earlier stands in the calendar as well.
            Scope(
                plan_types=frozenset({"osp", "zlp", "ggz"}),
                regimes=frozenset({Regime.WLZ}),
                no_flags=frozenset({"pgb"}),
            ),
            # And beside GI-02, which asks one review a year at least.
            Scope(plan_types=frozenset({"hvp"}), flags=GI_FLAGS),
        ),
        triggers=("datum_vastgesteld",),
        interval=months(6),
        series=Series.CHOICE,
        special=Special.AGREED,
        counts_agreed_dates=True,
        deviation=DeviationPolicy(allowed=True, condition="Elke dag die jullie afspreken."),
    ),
    DeadlineRule(
        id="GHZ-01",
        act=Act.DONE,
        title="Klein gesprek over het plan",
        what_now="Praat even met de cliënt: klopt het plan nog, en wat moet anders? Een gewoon gesprek is "
        "goed. Verandert er iets? Maak dan een nieuwe versie.",
        mark=Mark.OWN,
        source="VGN Handreiking Ondersteuningsplannen 2023, vraag 14",
        scopes=(
            Scope(
                plan_types=frozenset({"osp"}),
                regimes=frozenset({Regime.WLZ, Regime.JEUGDWET, Regime.WMO}),
            ),
        ),
        triggers=("datum_vastgesteld",),
        interval=months(6, "klein_gesprek"),
        series=Series.CHOICE,
        special=Special.SMALL_TALK,
        why_extra="Dit is een afspraak van de organisatie, geen wet. Een evaluatie van het plan telt ook als "
        "gesprek.",
        deviation=WITH_REASON,
    ),
    DeadlineRule(
        id="PPL-01",
        act=Act.FRAME,
        title="Perspectiefplan beginnen",
        what_now="Begin met de jongere aan het plan voor de tijd na achttien.",
        mark=Mark.GUIDANCE,
        source=_PPL_SOURCE,
        scopes=_PPL,
        triggers=("geboortedatum",),
        interval=age(192, "ppl_start_leeftijd"),
        special=Special.CLIENT_AGE,
        done_by=("datum_start_plan",),
        deviation=DeviationPolicy(allowed=True, condition="Niet nodig? Noteer de reden."),
    ),
    DeadlineRule(
        id="PPL-02",
        act=Act.ADOPT,
        title="Perspectiefplan klaar",
        what_now="Maak het plan met de jongere af: zorg, school, werk, wonen en geld na achttien.",
        mark=Mark.GUIDANCE,
        source=_PPL_SOURCE,
        scopes=_PPL,
        triggers=("geboortedatum",),
        interval=age(210, "ppl_klaar_leeftijd"),
        special=Special.CLIENT_AGE,
        done_by_adoption=Adoption.FIRST,
        deviation=WITH_REASON,
    ),
    DeadlineRule(
        id="PPL-03",
        act=Act.ADOPT,
        title="Perspectiefplan na een late start",
        what_now="De jongere kwam laat in zorg. Begin nu, en maak het plan samen met de jongere af.",
        mark=Mark.OWN,
        source="Afspraak van de organisatie",
        scopes=_PPL,
        triggers=("datum_start_jeugdhulp",),
        interval=days(42, "ppl_laat_dagen"),
        special=Special.LATE_START,
        done_by_adoption=Adoption.FIRST,
        only_when_triggered=True,
        deviation=WITH_REASON,
    ),
    DeadlineRule(
        id="PPL-04",
        act=Act.DONE,
        title="Ondersteuning na achttien melden",
        what_now="Meld bij de Toegang van de gemeente dat de jongere na achttien hulp nodig heeft.",
        mark=Mark.GUIDANCE,
        source=_PPL_SOURCE,
        scopes=_PPL,
        triggers=("geboortedatum",),
        interval=age(210, "ppl_klaar_leeftijd"),
        special=Special.CLIENT_AGE,
    ),
    DeadlineRule(
        id="MLD-01",
        act=Act.RECORD,
        annex="evaluatieverslag",
        title="Terugkijken op de veiligheid",
        what_now="Kijk samen of het veilig is. Weer onveilig? Doe dan meteen iets en wacht niet op deze dag.",
        mark=Mark.GUIDANCE,
        number_mark=Mark.OWN,
        source="Beschrijving plan van aanpak meldcode",
        scopes=(Scope(plan_types=frozenset({"mld"})),),
        triggers=("datum_vastgesteld",),
        interval=days(28, "eval_meldcode_dagen"),
        series=Series.CHOICE,
        counts_agreed_dates=True,
        deviation=WITH_REASON,
    ),
    DeadlineRule(
        id="GGZ-01",
        act=Act.ADOPT,
        title="Begeleidingsplan klaar",
        what_now="Bespreek het plan met de cliënt en stel het vast.",
        mark=Mark.OWN,
        source="Afspraak van de organisatie",
        scopes=(_GGZ,),
        triggers=("datum_start_zorg",),
        interval=days(42, "begeleidingsplan_dagen"),
        done_by_adoption=Adoption.FIRST,
        deviation=WITH_REASON,
    ),
    DeadlineRule(
        id="GGZ-02",
        act=Act.RECORD,
        annex="evaluatieverslag",
        title="Plan evalueren",
        what_now="Kijk met de cliënt terug: wat lukt, wat moet anders, gaan we door?",
        mark=Mark.GUIDANCE,
        number_mark=Mark.OWN,
        source=_METHOD,
        scopes=(Scope(plan_types=frozenset({"bhp"})), _GGZ),
        triggers=("datum_vastgesteld",),
        interval=months(6, "eval_ggz_maanden"),
        series=Series.CHOICE,
        counts_agreed_dates=True,
        deviation=DeviationPolicy(
            allowed=True,
            condition="Noteer de reden. Er zit nooit meer dan een jaar tussen.",
            max_setting="eval_max_maanden",
        ),
    ),
    DeadlineRule(
        id="GGZ-03",
        act=Act.OPEN,
        title="Crisisplan opnieuw bekijken",
        what_now="Kijk met de cliënt terug op de crisis en pas het signaleringsplan aan.",
        mark=Mark.OWN,
        source="Methodisch werken; WRAP",
        scopes=(Scope(plan_types=frozenset({"ggz", "wrap"})),),
        triggers=("datum_crisis_voorbij",),
        interval=days(14, "na_crisis_dagen"),
        only_when_triggered=True,
        done_after_trigger=True,
        deviation=WITH_REASON,
    ),
)
