"""An invented plan: Noor Voorbeeld, who lives in a house with support and wants to cook for her mother."""

# ruff: noqa: E501  # the invented texts stand on one line

from __future__ import annotations

from dataclasses import replace
from datetime import date
from functools import cache
from typing import Any

from tests.documents.editions.shipped import DAY, format_of

from planbureau.formats.answers import Answer
from planbureau.rules.deadlines import PlanFacts, compute
from planbureau.rules.regime import Regime
from planbureau.views import (
    ActionView,
    Address,
    AgreementView,
    AnswerView,
    ClientView,
    ConsentView,
    ContactPoint,
    CustodyView,
    GoalView,
    PersonView,
    PlanView,
    RelationView,
    RiskView,
    VersionRow,
)

PLAN = "plan-noor"
NOOR = PersonView(
    id="p-noor",
    given_name="Noor",
    family_name="Voorbeeld",
    call_name="Noor",
    birth_date=date(1996, 5, 12),
    addresses=(Address("adr-1", "Lindelaan 12", "3512 AB", "Utrecht"),),
    contacts=(ContactPoint("tel-noor", "phone", "06 10 00 00 01"),),
)
FATIMA = PersonView(
    id="p-fatima",
    given_name="Fatima",
    prefix="van den",
    family_name="Berg",
    organisation="Zorg Voorbeeld",
    function="persoonlijk begeleider",
    professional=True,
    contacts=(ContactPoint("tel-fatima", "phone", "030 100 00 02", "werkdagen"),),
)
ELS = PersonView(
    id="p-els",
    given_name="Els",
    family_name="Voorbeeld",
    contacts=(ContactPoint("tel-els", "phone", "06 10 00 00 03"),),
    addresses=(Address("adr-els", "Eikenweg 4", "3701 CD", "Zeist"),),
)
RICO = PersonView(
    id="p-rico",
    given_name="Rico",
    family_name="Zandstra",
    contacts=(ContactPoint("tel-rico", "phone", "06 19 99 99 04"),),
    addresses=(Address("adr-rico", "Geheimpad 9", "1234 ZZ", "Verweg"),),
)
JAN = PersonView(id="p-jan", given_name="Jan", family_name="de Wit", organisation="Huisartsen De Brug",
                 function="huisarts", professional=True)  # fmt: skip


def _answers() -> dict[str, AnswerView]:
    values: dict[str, Answer] = {
        "vorm_van_het_plan": Answer(["eenvoudig", "beelden"]),
        "makkelijke_versie_door": Answer([{"person": "p-fatima"}]),
        "belangrijk_voor_mij": Answer(
            "Ik wil een rustig huis. Ik wil mijn moeder elke week zien en voor haar koken.\n"
            "Muziek maakt mijn dag goed.",
            "Ik wil rust in huis. Ik wil mama elke week zien. Ik hou van muziek.",
            pictograms=("rust", "moeder", "muziek"),
        ),
        "benaderen": Answer(
            "Klop op mijn deur en wacht tot ik ja zeg. Praat rustig. Vertel één ding tegelijk.",
            "Klop op mijn deur. Praat rustig. Zeg één ding tegelijk.",
            pictograms=("deur", "praten", "luisteren"),
        ),
        "moet_je_weten": Answer("Ik hoor slecht met mijn linkeroor. Ga rechts van mij zitten."),
        "bereikbaar": Answer("Maandag tot en met donderdag, van 9 tot 5"),
        "vervanger": Answer([{"function": "avonddienst"}]),
        "mogelijkheden": Answer(
            "Noor kiest zelf haar kleren, doet zelf boodschappen met een lijstje en reist alleen met bus 8.",
            "Ik kies mijn kleren. Ik doe boodschappen. Ik reis met de bus.",
            pictograms=("kleren", "boodschappen", "bus"),
        ),
        "beperkingen": Answer(
            "Noor overziet een recept met veel stappen niet en raakt dan in de war. Geld tellen lukt niet.",
            "Koken met veel stappen is moeilijk. Geld tellen is moeilijk.",
            pictograms=("koken", "geld"),
        ),
        "leefgebieden/lichaam": Answer(
            {
                "state": "open",
                "now": "Noor slaapt goed. Zij beweegt weinig en dat merkt ze op de trap.",
                "goes_well": "Zelf douchen en aankleden.",
                "change": "Ik wil weer zwemmen.",
                "who_helps": "Fatima en haar moeder",
                "mark_now": 6,
                "mark_wanted": 8,
                "satisfied": "beetje",
                "act": "ja",
            },
            "Ik slaap goed. Ik wil weer zwemmen.",
            pictograms=("slapen", "zwemmen"),
        ),
        "leefgebieden/mensen": Answer(
            {"state": "open", "now": "Noor ziet haar moeder elke zondag.", "change": "Ik wil voor mama koken.",
             "others": [
                 {"id": "o1", "who": [{"person": "p-els"}], "text": "Zij bloeit op als wij samen koken."},
                 {"id": "o2", "who": [{"person": "p-rico"}], "text": "Na het bezoek is zij vaak moe."},
             ],
             "mark_now": 3, "mark_now_of": 3, "mark_wanted": 3, "mark_wanted_of": 3,
             "satisfied": "ja", "act": "ja"},
        ),
        "leefgebieden/meedoen": Answer({"state": "open", "now": "Noor werkt drie dagen in de bakkerij.",
                                        "change": "Dat wil ik zo houden.", "satisfied": "ja"}),
        "leefgebieden/gevoel": Answer({"state": "not_now"}),
        "leefgebieden/leren": Answer({"state": "later"}),
        "leefgebieden/spullen": Answer({"state": "not_now"}),
        "leefgebieden/kiezen": Answer({"state": "not_now"}),
        "leefgebieden/rechten": Answer({"state": "not_now"}),
        "wlz_onderwerpen": Answer({"levensbeschouwing": "nvt", "schoon": "besproken"}),
        "hulp": Answer([
            {"id": "r1", "wat": "Wonen met begeleiding", "wet": "Wlz, VG 4", "door": "Zorg Voorbeeld",
             "verantwoordelijk": [{"person": "p-fatima"}]},
            {"id": "r2", "wat": "Werken in de bakkerij", "wet": "Wlz", "door": "De Oven",
             "verantwoordelijk": [{"person": "p-rico"}]},
        ]),
        "hulp_afstemmen": Answer([{"person": "p-fatima"}]),
        "signalen": Answer([
            {"id": "s1", "fase": "groen", "zien": "Noor zingt en maakt grapjes.", "ik": "Gewoon mijn dag."},
            {"id": "s2", "fase": "oranje", "zien": "Noor wordt stil en loopt heen en weer.",
             "ik": "Naar mijn kamer, muziek op.", "anderen": "Vraag of zij alleen wil zijn.",
             "niet": "Niet aanraken."},
        ]),
        "wie_bellen": Answer([
            {"id": "b1", "wie": "Avonddienst Lindelaan", "nummer": "030 100 00 05", "wanneer": "na 5 uur"},
            {"id": "b2", "wie": "Rico Zandstra", "nummer": "06 19 99 99 04", "wanneer": "in het weekend"},
        ]),
        "wens_niet_gevolgd": Answer("ja"),
        "wensen_niet_gevolgd": Answer([
            {"id": "w1", "wens": "Een hond in huis", "grond": "anderen",
             "uitleg": "Een huisgenoot is allergisch. Elke week wandelen met de hond van de buren kan wel.",
             "collega": [{"person": "p-fatima"}], "verteld_op": "2026-03-02"},
        ]),
        "twijfel_beslissen": Answer("nee"),
        "evaluatie_hoe_vaak": Answer("twee_keer_per_jaar"),
        "evaluatie_momenten": Answer([
            {"id": "e1", "datum": "2026-09-15", "hoe": "gesprek", "wie": [{"person": "p-els"}]},
        ]),
        "eerder_kijken": Answer("Als Noor verhuist, ziek wordt of erom vraagt.",
                                "We praten eerder als ik dat wil.", pictograms=("gesprek",)),
        "cijfer_hulp": Answer(8),
        "ervaring": Answer("Fatima luistert goed. Rico Zandstra kwam vaak te laat."),
        "ondersteuner_aangeboden": Answer("2026-02-20"),
        "ondersteuner_gewenst": Answer("nee"),
        "klacht": Answer("Mevrouw Klaver, klachtenfunctionaris, 030 100 00 09",
                         "Bel mevrouw Klaver: 030 100 00 09."),
        "delen": Answer([
            {"id": "d1", "wie": "Moeder", "deel": "Hele plan", "waarvoor": "Zij helpt mee",
             "tot": "2027-03-01", "toestemming": "ja"},
        ]),
        "bijlagen": Answer([{"sha256": "ab", "name": "signaleringsplan.pdf", "media_type": "application/pdf",
                             "caption": "Signaleringsplan"}]),
    }  # fmt: skip
    return {key: AnswerView(key, answer) for key, answer in values.items()}


_GOALS = (
    GoalView(
        id="g-1",
        plan_id=PLAN,
        number=1,
        area="mensen",
        for_whom=("p-noor",),
        kind="learn",
        sentence="Noor kookt elke zondag zelf een maaltijd voor haar moeder.",
        easy_text="Ik kook op zondag voor mama.",
        pictograms=("koken",),
        origin_kind="wens",
        origin="Ik wil voor mama koken.",
        measure="Vier zondagen achter elkaar staat het eten om zes uur op tafel.",
        agreed_by=("p-noor", "p-els"),
        feasible="ja",
        start=date(2026, 3, 22),
        target_date=date(2026, 7, 5),
        look_date=date(2026, 5, 11),
        status="active",
        actions=(
            ActionView("a-1a", "g-1", "a", "Een recept met plaatjes kiezen", "Ik kies een recept met plaatjes.",
                       pictograms=("kijken",), responsible_person="p-noor", helpers=("p-fatima",),
                       doer_kind="client", done_by=date(2026, 3, 27), how_often="elke donderdag",
                       status="active"),
            ActionView("a-1b", "g-1", "b", "Samen oefenen in de keuken van moeder", "",
                       responsible_person="p-els", doer_kind="network", start=date(2026, 3, 29),
                       how_often="elke zondag", status="planned", reporting_hint="wat lukte zonder hulp"),
            ActionView("a-1c", "g-1", "c", "Kookcursus zoeken", cancelled=True),
            ActionView("a-1d", "g-1", "d", "Boodschappen brengen", "Rico brengt de boodschappen.",
                       responsible_person="p-rico", doer_kind="network"),
        ),
    ),
    GoalView(
        id="g-2",
        plan_id=PLAN,
        number=2,
        area="lichaam",
        for_whom=("p-noor",),
        kind="direction",
        form="goz",
        sentence="Noor voelt zich fit genoeg om elke dag de trap te nemen.",
        origin_kind="zorg",
        origin="De trap is zwaar.",
        observe_what="Hoe vaak Noor de lift neemt",
        observe_who="p-fatima",
        observe_often="elke week",
        look_date=date(2026, 6, 15),
        no_end_date=True,
        status="agreed",
        actions=(
            ActionView("a-2a", "g-2", "a", "Op woensdag zwemmen", pictograms=("zwemmen",),
                       responsible_function="avonddienst", how_often="elke woensdag"),
        ),
    ),
)  # fmt: skip


@cache
def rich() -> PlanView:
    """The plan with every kind of answer, as a concept."""
    plan = format_of("osp")
    triggers = {"datum_start_zorg": date(2026, 3, 2), "datum_geinformeerd_pp": date(2026, 3, 3)}
    facts = PlanFacts(
        plan_id=PLAN, plan_type="osp", regimes=frozenset({Regime.WLZ}), triggers=triggers,
        rule_ids=frozenset(plan.deadlines),
    )  # fmt: skip
    return PlanView(
        id=PLAN,
        format=plan,
        title="Ondersteuningsplan",
        status="concept",
        version=0,
        client=ClientView("c-noor", NOOR, "V-001", "123456782", "Nederlands", ("praten", "picto")),
        clients=(ClientView("c-noor", NOOR, "V-001", "123456782", "Nederlands", ("praten", "picto")),),
        household=None,
        regimes=("wlz",),
        flags=("verblijf",),
        triggers=triggers,
        coordinator=FATIMA,
        answers=_answers(),
        goals=_GOALS,
        agreements=(
            AgreementView("ag-1", PLAN, 1, "De avonddienst klopt om half negen en vraagt hoe de dag was.",
                          "Om half negen komt iemand vragen hoe mijn dag was.", pictograms=("avonddienst",),
                          who_function="avonddienst", when="elke avond", reporting_hint="stemming in een zin"),
            AgreementView("ag-2", PLAN, 2, "Moeder belt op woensdag.", "Mama belt op woensdag.",
                          pictograms=("bellen",), who="p-els", when="woensdag om zeven uur"),
            AgreementView("ag-3", PLAN, 3, "Noor doet haar was zelf, iemand kijkt naar de stand van de machine.",
                          "Ik doe mijn was. Iemand kijkt mee.", pictograms=("de-was-doen",), who="p-noor",
                          when="zaterdag", valid_until=date(2026, 9, 15)),
            AgreementView("ag-4", PLAN, 4, "Rico haalt Noor op van de bakkerij.", who="p-rico", when="vrijdag"),
        ),
        risks=(
            RiskView("ri-1", PLAN, 1, "Vallen op de trap", "Noor houdt zich vast en hijgt.", "midden", "hoog",
                     "Altijd de leuning pakken, op slechte dagen de lift.", who="p-fatima",
                     look_again_on=date(2026, 6, 15), pictograms=("vallen", "trap"),
                     easy_text="Ik kan vallen. Vallen op de trap doet pijn. Ik pak de leuning."),
            RiskView("ri-2", PLAN, 2, "Geld uitgeven via de telefoon", "Er komen onbekende pakjes.", "hoog",
                     "midden", "Samen de bank-app instellen.", who_function="administratie"),
        ),
        consents=(
            ConsentView("co-1", PLAN, 0, person_id="p-noor", capacity="client", outcome="agreed", form="spoken",
                        on=date(2026, 3, 12)),
            ConsentView("co-2", PLAN, 0, person_id="p-els", capacity="mentor", outcome="partly", form="message",
                        on=date(2026, 3, 13), reason="Zij wil vaker bellen."),
        ),
        relations=(
            RelationView("re-1", "c-noor", ELS, "moeder en mentor", "kookt en zwemt met Noor", "ja", signs=True,
                         contact_order=1),
            RelationView("re-2", "c-noor", FATIMA, "persoonlijk begeleider", "bewaakt het plan", "ja"),
            RelationView("re-3", "c-noor", RICO, "buurman", "brengt boodschappen", "nee", contact_order=2),
            RelationView("re-4", "c-noor", JAN, "huisarts", "kijkt elk jaar naar de medicijnen", "deel"),
        ),
        custody=(CustodyView("cu-1", "c-noor", ELS, "mentor", "beschikking 2021", start=date(2021, 4, 1)),),
        people={one.id: one for one in (NOOR, FATIMA, ELS, RICO, JAN)},
        deadlines=compute(facts, DAY),
        organisation="Zorg Voorbeeld",
    )  # fmt: skip


def adopted() -> tuple[PlanView, dict[str, Any]]:
    """The same plan as its adopted version 2, with the talk in which it was adopted."""
    view = replace(
        rich(),
        status="adopted",
        version=2,
        deadlines=(),
        consents=tuple(replace(one, version=2) for one in rich().consents),
        versions=(
            VersionRow(PLAN, 1, date(2025, 9, 1), "p-fatima", "0123456789abcdef"),
            VersionRow(PLAN, 2, date(2026, 3, 12), "p-fatima", "a1b2c3d4e5f60718"),
        ),
    )
    meeting = {
        "on": "2026-03-12",
        "place": "aan de keukentafel",
        "present": ["p-noor", "p-els", "p-fatima"],
        "present_others": "",
        "discussed": ["dit-ben-ik", "doelen", "afspraken"],
        "client_said": "Zo wil ik het.",
        "reason_without_consent": "",
        "copy_given_on": "2026-03-13",
    }
    return view, meeting


def empty() -> PlanView:
    """A plan that somebody started a minute ago."""
    person = PersonView(id="p-nieuw", given_name="Noor")
    client = ClientView("c-nieuw", person)
    return PlanView(
        id="plan-leeg", format=format_of("osp"), title="Ondersteuningsplan", status="concept", version=0,
        client=client, clients=(client,), household=None, regimes=(), flags=(), triggers={}, coordinator=None,
        answers={}, people={person.id: person},
    )  # fmt: skip
