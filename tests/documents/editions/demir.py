"""An invented family plan: gezin Demir-Voorbeeld, four people, three organisations."""

# ruff: noqa: E501  # the invented texts stand on one line

from __future__ import annotations

from datetime import date
from functools import cache

from tests.documents.editions.shipped import DAY, format_of

from planbureau.formats.answers import Answer
from planbureau.rules.deadlines import PersonFacts, PersonRole, PlanFacts, compute
from planbureau.rules.regime import Regime
from planbureau.views import (
    ActionView,
    AnswerView,
    ClientView,
    ContactPoint,
    CustodyView,
    GoalView,
    HouseholdView,
    MeasureView,
    MemberView,
    PersonView,
    PlanView,
    RelationView,
)

PLAN = "plan-demir"
AYLIN = PersonView(id="p-aylin", given_name="Aylin", family_name="Voorbeeld", birth_date=date(1988, 2, 3),
                   contacts=(ContactPoint("tel-aylin", "phone", "06 10 00 00 11"),))  # fmt: skip
MURAT = PersonView(id="p-murat", given_name="Murat", family_name="Demir", birth_date=date(1985, 9, 9),
                   contacts=(ContactPoint("tel-murat", "phone", "06 10 00 00 12"),))  # fmt: skip
SARA = PersonView(id="p-sara", given_name="Sara", family_name="Demir", birth_date=date(2012, 6, 1))
TOM = PersonView(id="p-tom", given_name="Tom", family_name="Demir", birth_date=date(2017, 11, 20))
OPA = PersonView(id="p-opa", given_name="Hasan", family_name="Demir", call_name="opa Hasan",
                 contacts=(ContactPoint("tel-opa", "phone", "06 10 00 00 13"),))  # fmt: skip
IRIS = PersonView(id="p-iris", given_name="Iris", family_name="Bakker", organisation="Wijkteam Noord",
                  function="gezinsbegeleider", professional=True,
                  contacts=(ContactPoint("tel-iris", "phone", "030 100 00 21"),
                            ContactPoint("mail-iris", "email", "iris@wijkteam.example")))  # fmt: skip
JUF = PersonView(id="p-juf", given_name="Kim", family_name="Smit", organisation="Basisschool De Toren",
                 function="leerkracht", professional=True)  # fmt: skip


def _answers() -> dict[str, AnswerView]:
    values = {
        "gemeente": Answer("Utrecht"),
        "school_werk": Answer([
            {"id": "s1", "wie": [{"person": "p-sara"}], "waar": "Het Lyceum, klas 2", "contact": "mentor"},
            {"id": "s2", "wie": [{"person": "p-tom"}], "waar": "Basisschool De Toren", "contact": "juf Kim"},
        ]),
        "preventie": Answer("Buurthuis Noord heeft op woensdag een huiswerkclub."),
        "huisarts_contact": Answer("ja"),
        "jeugdarts": Answer("niet_nodig"),
        "bereikbaar": Answer("Op werkdagen van 9 tot 5"),
        "vervanger": Answer([{"function": "wijkteam, achterwacht"}]),
        "evaluatie_momenten": Answer([
            {"id": "e1", "datum": "2026-05-11", "hoe": "thuis", "wie": [{"person": "p-iris"}]},
            {"id": "e2", "datum": "2026-09-14", "hoe": "gesprek", "wie": [{"person": "p-opa"}]},
        ]),
        "nu_belangrijk": Answer("Wij willen dat het thuis rustig is en dat de kinderen weer lachen.",
                                "Wij willen rust thuis. De kinderen moeten weer lachen.",
                                pictograms=("thuis", "blij")),
        "nu_niet_veilig": Answer("Bij ruzie wordt er geschreeuwd en slaat iemand met deuren. Sara sluit zich "
                                 "dan op in de badkamer.", "Bij ruzie wordt er hard geschreeuwd.",
                                 pictograms=("ruzie",)),
        "route": Answer("gemeente"),
        "alleen_hoofdlijnen": Answer(True),
        "geen_voorgeschiedenis": Answer(True),
        "specificatie_gevraagd": Answer("nee"),
        "eerder_kijken": Answer("Als er weer een grote ruzie is."),
    }  # fmt: skip
    return {key: AnswerView(key, answer) for key, answer in values.items()}


_GOALS = (
    GoalView(
        id="g-1", plan_id=PLAN, number=1, matrix_code="VEI-2", area="VEI", for_whom=("p-sara", "p-tom"),
        sentence="Ruzies thuis blijven zonder slaan, schreeuwen of dreigen.",
        easy_text="Ruzie thuis? Dan slaan en schreeuwen we niet.", pictograms=("niet-slaan",),
        origin_kind="zorg", origin="Ik word bang als jullie schreeuwen.",
        measure="Hooguit 1 ruzie met schreeuwen per week, op het schrift.", agreed_by=("p-sara", "p-aylin"),
        feasible="twijfel", feasible_note="helpt: het schrift op de koelkast",
        start=date(2026, 3, 9), target_date=date(2026, 6, 8), look_date=date(2026, 5, 11), status="active",
        actions=(
            ActionView("a-1a", "g-1", "a", "De afspraak over een time-out ophangen", "De time-out hangt op.",
                       pictograms=("stop",), responsible_person="p-aylin", doer_kind="family",
                       done_by=date(2026, 3, 16), status="done"),
            ActionView("a-1b", "g-1", "b", "Drie gesprekken met ouders over ruzie",
                       responsible_person="p-iris", doer_kind="professional", how_often="twee uur per week",
                       start=date(2026, 3, 23), done_by=date(2026, 4, 20), status="planned"),
            ActionView("a-1c", "g-1", "c", "Folder lezen", cancelled=True),
            ActionView("a-1d", "g-1", "d", "Op woensdagmiddag oppassen", "Opa past op woensdag op.",
                       pictograms=("opa",), responsible_person="p-opa", helpers=("p-murat",),
                       doer_kind="network", how_often="elke woensdag", status="active"),
        ),
    ),
    GoalView(
        id="g-2", plan_id=PLAN, number=2, matrix_code="OPV-4", area="OPV",
        for_whom=("p-aylin", "p-murat", "p-sara", "p-tom"),
        sentence="Het gezin heeft een vast ritme voor eten en slapen.",
        easy_text="We eten en slapen op vaste tijden.", pictograms=("ritme",), status="agreed",
        start=date(2026, 3, 16), target_date=date(2026, 5, 11),
        actions=(ActionView("a-2a", "g-2", "a", "Een weekbord maken", responsible_person="p-sara",
                            helpers=("p-juf",), doer_kind="family", done_by=date(2026, 3, 30)),),
    ),
    GoalView(
        id="g-3", plan_id=PLAN, number=3, matrix_code="GLD-1", area="GLD", for_whom=("p-murat",),
        sentence="Murat weet wat er elke maand binnenkomt en uitgaat.", status="reached",
        reached_on=date(2026, 3, 10), pictograms=("geld",),
    ),
    GoalView(id="g-4", plan_id=PLAN, number=4, matrix_code="VEI-1", area="VEI", for_whom=("p-tom",),
             sentence="Tom voelt zich veilig in huis.", status="removed"),
)  # fmt: skip


@cache
def rich() -> PlanView:
    """The family plan as a concept."""
    plan = format_of("gzp")
    triggers = {"datum_start_plan": date(2026, 3, 9)}
    members = (
        MemberView("m-1", AYLIN, "moeder"),
        MemberView("m-2", MURAT, "vader", main_home=False),
        MemberView("m-3", SARA, "kind", client_id="c-sara"),
        MemberView("m-4", TOM, "kind", client_id="c-tom"),
    )
    facts = PlanFacts(
        plan_id=PLAN, plan_type="gzp", regimes=frozenset({Regime.JEUGDWET}), triggers=triggers,
        persons=(PersonFacts("p-sara", "Sara", SARA.birth_date, PersonRole.MEMBER),
                 PersonFacts("p-tom", "Tom", TOM.birth_date, PersonRole.MEMBER)),
        rule_ids=frozenset(plan.deadlines),
    )  # fmt: skip
    return PlanView(
        id=PLAN,
        format=plan,
        title="Gezinsplan",
        status="concept",
        version=0,
        client=None,
        clients=(ClientView("c-sara", SARA), ClientView("c-tom", TOM)),
        household=HouseholdView("h-1", "gezin Demir-Voorbeeld", members),
        regimes=("jeugdwet",),
        flags=("gi_ots",),
        triggers=triggers,
        coordinator=IRIS,
        answers=_answers(),
        goals=_GOALS,
        relations=(
            RelationView("re-1", "h-1", OPA, "opa", "past op woensdag op", "deel", contact_order=1),
            RelationView("re-2", "h-1", IRIS, "gezinsbegeleider", "voert de gesprekken", "ja", contact_order=2),
            RelationView("re-3", "h-1", JUF, "leerkracht van Tom", "belt op vrijdag", "deel"),
        ),
        custody=(
            CustodyView("cu-1", "c-sara", AYLIN, "parent", "gezagsregister"),
            CustodyView("cu-2", "c-tom", AYLIN, "parent", "gezagsregister"),
            CustodyView("cu-3", "c-sara", MURAT, "parent", "gezagsregister"),
        ),
        measures=(
            MeasureView("me-1", "c-sara", "ondertoezichtstelling", "Jeugdbescherming Midden", date(2025, 12, 1),
                        date(2026, 12, 1)),
        ),
        people={one.id: one for one in (AYLIN, MURAT, SARA, TOM, OPA, IRIS, JUF)},
        deadlines=compute(facts, DAY),
        organisation="Zorg Voorbeeld",
    )  # fmt: skip


def empty() -> PlanView:
    """A family plan without anybody in it yet."""
    return PlanView(
        id="plan-leeg-gezin", format=format_of("gzp"), title="Gezinsplan", status="concept", version=0,
        client=None, clients=(), household=HouseholdView("h-2", "gezin Nieuw"), regimes=(), flags=(),
        triggers={}, coordinator=None, answers={},
    )  # fmt: skip
