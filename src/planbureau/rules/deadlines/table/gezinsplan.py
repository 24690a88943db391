"""The gezinsplan: when it starts, when it is looked at again, and what the municipality needs (rules A2)."""

from __future__ import annotations

from planbureau.rules.deadlines.acts import Act
from planbureau.rules.deadlines.interval import days, days_before, months
from planbureau.rules.deadlines.kinds import Series
from planbureau.rules.deadlines.rule import Adoption, DeadlineRule, DeviationPolicy, Scope, Special
from planbureau.rules.mark import Mark

_FAMILY = Scope(plan_types=frozenset({"gzp"}))

RULES = (
    DeadlineRule(
        id="GZP-01",
        act=Act.FRAME,
        title="Gezinsplan beginnen",
        what_now="Maak met het gezin een gezinsplan. Er zijn drie of meer organisaties betrokken, "
        "of er is hulp "
        "aangevraagd bij de gemeente.",
        mark=Mark.GUIDANCE,
        source="Instructie Gezinsplan 2019, algemeen deel",
        scopes=(_FAMILY,),
        triggers=("datum_derde_organisatie", "datum_aanvraag_individuele_voorziening"),
        interval=days(0),
        special=Special.ORGANISATIONS,
        done_by=("datum_start_plan",),
        only_when_triggered=True,
    ),
    DeadlineRule(
        id="GZP-02",
        act=Act.RECORD,
        annex="evaluatieverslag",
        title="Gezinsplan samen bekijken",
        what_now="Kom met het gezin en de hulpverleners bij elkaar en kijk wat er is gelukt.",
        mark=Mark.GUIDANCE,
        number_mark=Mark.OWN,
        source="Instructie Gezinsplan 2019, gegevens",
        scopes=(_FAMILY,),
        triggers=("datum_start_plan",),
        interval=months(3, "eval_gezinsplan_maanden"),
        series=Series.CHOICE,
        counts_agreed_dates=True,
        deviation=DeviationPolicy(allowed=True, condition="Elke datum die je met het gezin afspreekt."),
    ),
    DeadlineRule(
        id="GZP-03",
        act=Act.ADOPT,
        title="Besproken plan klaar voor de beschikking afloopt",
        what_now="Bespreek het plan met het gezin en maak een nieuwe versie, zodat de gemeente op tijd kan "
        "besluiten. Een versie die in de laatste drie maanden van de beschikking is vastgesteld, telt mee.",
        mark=Mark.GUIDANCE,
        number_mark=Mark.OWN,
        source="Instructie Gezinsplan 2019, algemeen deel",
        scopes=(Scope(plan_types=frozenset({"gzp", "ipa"})),),
        triggers=("einddatum_beschikking",),
        interval=days_before(56, "herindicatie_vooraf_dagen"),
        done_by_adoption=Adoption.ANY,
        current_months=3,
        deviation=DeviationPolicy(
            allowed=True, condition="Noteer de reden en wat met de gemeente is afgesproken."
        ),
    ),
)
