"""Support under the Wmo, and the municipality's own terms for information (rules A5).

A plan under the Wlz that is paid from a pgb follows WMO-05 and WMO-06 too (GHZ-01).
"""

from __future__ import annotations

from planbureau.rules.deadlines.acts import Act
from planbureau.rules.deadlines.interval import days, days_before, months
from planbureau.rules.deadlines.kinds import Series, Shape
from planbureau.rules.deadlines.rule import Adoption, DeadlineRule, DeviationPolicy, Scope, Special
from planbureau.rules.deadlines.table import sources
from planbureau.rules.mark import Mark
from planbureau.rules.regime import Regime

_PLANS = frozenset({"wmo", "osp", "ggz"})
_SUPPORT = (
    Scope(plan_types=_PLANS, regimes=frozenset({Regime.WMO})),
    Scope(plan_types=_PLANS, regimes=frozenset({Regime.WLZ}), flags=frozenset({"pgb"})),
)
_MUNICIPAL = (Scope(plan_types=_PLANS, regimes=frozenset({Regime.WMO})),)
_BY_AGREEMENT = DeviationPolicy(
    allowed=True, condition="Noteer de reden. Kijk ook in het contract met de gemeente."
)

RULES = (
    DeadlineRule(
        id="WMO-01",
        act=Act.DONE,
        title="Gemeente klaar met het onderzoek",
        what_now="Hoort de cliënt niets? Bel dan met de gemeente.",
        mark=Mark.LAW,
        source="Wmo 2015 2.3.2 lid 1",
        in_force_from=sources.WMO,
        scopes=_MUNICIPAL,
        triggers=("datum_melding",),
        interval=days(42),
        atw=True,
        only_when_triggered=True,
    ),
    DeadlineRule(
        id="WMO-02",
        act=Act.FRAME,
        title="Tijd om een persoonlijk plan aan de gemeente te geven",
        what_now="Help de cliënt het persoonlijk plan uiterlijk op deze dag in te leveren, als die dat wil.",
        mark=Mark.LAW,
        source="Wmo 2015 2.3.2 lid 2",
        in_force_from=sources.WMO,
        scopes=_MUNICIPAL,
        triggers=("datum_melding",),
        interval=days(7),
        atw=True,
        shape=Shape.WINDOW,
        done_by_flag="persoonlijk_plan_ingeleverd",
        only_when_triggered=True,
        deviation=DeviationPolicy(
            allowed=True, condition="De cliënt mag zeggen geen persoonlijk plan te willen."
        ),
    ),
    DeadlineRule(
        id="WMO-03",
        act=Act.DONE,
        title="Gemeente besluit over de aanvraag",
        what_now="Is er nog geen brief? Bel dan met de gemeente.",
        mark=Mark.LAW,
        source="Wmo 2015 2.3.5 lid 2",
        in_force_from=sources.WMO,
        scopes=_MUNICIPAL,
        triggers=("datum_aanvraag",),
        interval=days(14),
        atw=True,
        only_when_triggered=True,
    ),
    DeadlineRule(
        id="WMO-04",
        act=Act.FRAME,
        title="Aanvragen kan ook zonder onderzoek",
        what_now="Is het onderzoek van de gemeente nog niet klaar? Dan kan de cliënt vanaf deze dag "
        "toch aanvragen.",
        mark=Mark.LAW,
        source="Wmo 2015 2.3.2 lid 9",
        in_force_from=sources.WMO,
        scopes=_MUNICIPAL,
        triggers=("datum_melding",),
        interval=days(42),
        atw=True,
        shape=Shape.OPENS,
        special=Special.AFTER_TERM,
        only_when_triggered=True,
    ),
    DeadlineRule(
        id="WMO-05",
        act=Act.ADOPT,
        title="Begeleidingsplan klaar",
        what_now="Bespreek het plan met de cliënt en stel het vast.",
        mark=Mark.OWN,
        source="Gewoonte of contract met de gemeente",
        scopes=_SUPPORT,
        triggers=("datum_start_begeleiding",),
        interval=days(42, "begeleidingsplan_dagen"),
        done_by_adoption=Adoption.FIRST,
        deviation=_BY_AGREEMENT,
    ),
    DeadlineRule(
        id="WMO-06",
        act=Act.RECORD,
        annex="evaluatieverslag",
        title="Begeleiding evalueren",
        what_now="Kijk met de cliënt terug: wat lukt, wat moet anders, is de hulp nog nodig?",
        mark=Mark.OWN,
        source="Gewoonte of contract met de gemeente",
        scopes=_SUPPORT,
        triggers=("datum_vastgesteld", "datum_start_begeleiding"),
        interval=months(6, "eval_wmo_maanden"),
        series=Series.CHOICE,
        counts_agreed_dates=True,
        deviation=DeviationPolicy(
            allowed=True,
            condition="Noteer de reden. Kijk ook in het contract met de gemeente. Er zit nooit meer dan een "
            "jaar tussen.",
            max_setting="eval_max_maanden",
        ),
    ),
    DeadlineRule(
        id="WMO-06/beschikking",
        act=Act.RECORD,
        annex="evaluatieverslag",
        title="Evaluatie klaar voor de beschikking afloopt",
        what_now="Evalueer met de cliënt en maak het verslag klaar, zodat de gemeente op tijd kan besluiten. "
        "Een evaluatie in de laatste drie maanden van de beschikking telt mee.",
        mark=Mark.OWN,
        source="Gewoonte of contract met de gemeente",
        scopes=_SUPPORT,
        triggers=("einddatum_beschikking",),
        interval=days_before(56, "herindicatie_vooraf_dagen"),
        done_by_evaluation=True,
        current_months=3,
        only_when_triggered=True,
        deviation=_BY_AGREEMENT,
    ),
)
