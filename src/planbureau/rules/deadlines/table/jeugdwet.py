"""Plans under the Jeugdwet: familiegroepsplan, hulpverleningsplan, and their evaluation (rules A2)."""

from __future__ import annotations

from planbureau.rules.deadlines.acts import Act
from planbureau.rules.deadlines.interval import days, months
from planbureau.rules.deadlines.kinds import Series, Severity
from planbureau.rules.deadlines.rule import Adoption, DeadlineRule, DeviationPolicy, Scope, Special
from planbureau.rules.deadlines.table import sources
from planbureau.rules.mark import Mark
from planbureau.rules.regime import Regime

GI_FLAGS = frozenset({"gi_ots", "gi_voogdij", "jeugdreclassering"})
_YOUTH = frozenset({Regime.JEUGDWET, Regime.STRAFRECHT})
_PLAN = (Scope(plan_types=frozenset({"hvp", "bhp", "osp"}), regimes=_YOUTH),)
_FAMILY = Scope(plan_types=frozenset({"fgp"}))
_EVALUATED = (
    # The plan of the GI itself follows GI-02; a provider's ondersteuningsplan keeps its own rhythm (GHZ-01).
    Scope(plan_types=frozenset({"hvp", "bhp"}), regimes=_YOUTH, no_flags=GI_FLAGS),
    Scope(plan_types=frozenset({"osp"}), regimes=_YOUTH),
    Scope(plan_types=frozenset({"ppl"})),  # every half year until eighteen (C10, own choice)
)

RULES = (
    DeadlineRule(
        id="FGP-01",
        act=Act.FRAME,
        title="Familiegroepsplan aanbieden",
        what_now="Vertel de ouders dat zij eerst zelf met familie en vrienden een plan mogen maken. "
        "Noteer of "
        "je het hebt aangeboden, of de ouders het niet willen, of waarom het hier niet kan.",
        mark=Mark.LAW,
        number_mark=Mark.OWN,
        source="Jeugdwet 4.1.2",
        in_force_from=sources.JEUGDWET_OFFER,
        scopes=(_FAMILY, *_PLAN),
        triggers=("datum_start_jeugdhulp",),
        interval=days(7, "fgp_herinnering_dagen"),
        done_by=("datum_aanbod_fgp", "datum_afzien_fgp"),
        not_applicable_flags=frozenset({"jeugdreclassering"}),
        not_applicable_reason="jeugdreclassering",
        breach=Severity.ORANGE,
        deviation=DeviationPolicy(
            allowed=True,
            condition="Alleen als de GI voogd is en het gezag is beëindigd, bij een concrete "
            "bedreiging van het "
            "kind, of als het anders slecht is voor het kind. Noteer de reden en wie dit beoordeelde.",
        ),
    ),
    DeadlineRule(
        id="FGP-02",
        act=Act.DONE,
        title="Familiegroepsplan klaar",
        what_now="Vraag de ouders hoe het met hun plan gaat en of zij hulp willen. Spreek samen een nieuwe "
        "datum af als zij meer tijd nodig hebben.",
        mark=Mark.LAW,
        number_mark=Mark.OWN,
        source="Jeugdwet 4.1.2",
        in_force_from=sources.JEUGDWET_OFFER,
        scopes=(_FAMILY, *_PLAN),
        triggers=("datum_aanbod_fgp",),
        interval=days(42, "fgp_redelijke_termijn_dagen"),
        only_when_triggered=True,
        done_by_adoption=Adoption.FIRST,
        adoption_of=frozenset({"fgp"}),
        breach=Severity.YELLOW,
        deviation=DeviationPolicy(allowed=True, condition="Elke datum die je met de ouders afspreekt."),
    ),
    DeadlineRule(
        id="HVP-01",
        act=Act.ADOPT,
        title="Plan vaststellen",
        what_now="Bespreek het plan met het kind en de ouders en stel het vast.",
        mark=Mark.LAW,
        source="Jeugdwet 4.1.3 lid 5",
        in_force_from=sources.JEUGDWET,
        scopes=_PLAN,
        triggers=("datum_afzien_fgp",),
        interval=days(42),
        atw=True,
        done_by_adoption=Adoption.FIRST,
    ),
    DeadlineRule(
        id="HVP-02",
        act=Act.PRINT,
        title="Plan op papier zetten",
        what_now="Schrijf het plan op en geef het aan wie erom vroeg.",
        mark=Mark.LAW,
        source="Jeugdwet 4.1.3 lid 4",
        in_force_from=sources.JEUGDWET,
        scopes=(_FAMILY, *_PLAN),
        triggers=("datum_verzoek_op_schrift",),
        interval=days(14),
        atw=True,
        special=Special.REQUEST,
        only_when_triggered=True,
    ),
    DeadlineRule(
        id="HVP-04",
        act=Act.RECORD,
        annex="evaluatieverslag",
        title="Plan evalueren",
        what_now="Kijk met het kind of de jongere en met de ouders terug: wat lukt, wat moet anders, gaan we "
        "door?",
        mark=Mark.OWN,
        source="Methodisch werken, stap evalueren",
        scopes=_EVALUATED,
        triggers=("datum_vastgesteld",),
        interval=months(6, "eval_jeugd_maanden"),
        series=Series.CHOICE,
        counts_agreed_dates=True,
        deviation=DeviationPolicy(
            allowed=True,
            condition="Noteer de reden. Er zit nooit meer dan een jaar tussen.",
            max_setting="eval_max_maanden",
        ),
    ),
)
