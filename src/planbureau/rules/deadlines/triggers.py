"""The dates that start a term: what they are called, and how the wizard asks for them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from planbureau.rules.deadlines.catalogue import rules_for
from planbureau.rules.regime import Regime
from planbureau.rules.wzd.measures import AT, measure_words


@dataclass(frozen=True, slots=True)
class TriggerField:
    """A date that a plan knows. `help` and `why` are plain Dutch (B1); `asked` ones stand in the wizard.

    The others follow from something that the program records itself: an adoption, an evaluation, a request.
    An `optional` date is left empty when it did not happen (yet).
    """

    name: str
    label: str
    help: str = ""
    why: str = ""
    asked: bool = True
    optional: bool = False


def _derived(name: str, label: str) -> TriggerField:
    return TriggerField(name, label, asked=False, optional=True)


_FIELDS = (
    TriggerField(
        "datum_start_zorg",
        "Eerste dag van de zorg",
        "De dag waarop de zorg echt begon. Dat mag een dag in het verleden zijn.",
        "Vanaf deze dag telt de termijn waarin het plan besproken en vastgesteld is.",
    ),
    TriggerField(
        "datum_geinformeerd_pp",
        "Uitleg gegeven over het persoonlijk plan",
        "De dag waarop je vertelde dat de cliënt zelf een plan mag maken en daar hulp bij kan krijgen.",
        "De cliënt heeft daarna zeven dagen de tijd. De bespreking is pas daarna, tenzij het plan er al is.",
    ),
    TriggerField(
        "datum_laatste_planbespreking",
        "Laatste bespreking van het plan",
        "De dag waarop het plan voor het laatst met de cliënt is besproken. Nog niet besproken? "
        "Laat dit leeg.",
        "Vanaf deze dag telt de termijn voor de volgende evaluatie.",
        optional=True,
    ),
    TriggerField(
        "datum_start_jeugdhulp",
        "Eerste dag van de jeugdhulp",
        "De dag waarop de hulp aan het kind of het gezin begon.",
        "Ouders mogen eerst zelf met familie een plan maken. Deze dag helpt om dat op tijd aan te bieden.",
    ),
    TriggerField(
        "datum_aanbod_fgp",
        "Familiegroepsplan aangeboden",
        "De dag waarop je de ouders vertelde dat zij eerst zelf een plan mogen maken.",
        "Vanaf deze dag krijgen de ouders tijd om hun eigen plan te maken.",
        optional=True,
    ),
    TriggerField(
        "datum_afzien_fgp",
        "Duidelijk dat er geen familiegroepsplan komt",
        "De dag waarop duidelijk werd dat de ouders geen eigen plan maken, of waarop is besloten "
        "dat het niet "
        "kan. Begonnen zij eerst wel en stopten zij later? Vul dan die latere dag in.",
        "Vanaf deze dag is er zes weken tijd om het plan met de hulpverlener vast te stellen.",
        optional=True,
    ),
    TriggerField(
        "datum_verzoek_op_schrift",
        "Gevraagd om het plan op papier",
        "De dag waarop het kind, een ouder of de aanbieder vroeg om het plan op te schrijven. Bij "
        "meer vragen telt de eerste. Wie het vroeg, leg je vast bij Verzoeken op de pagina van de cliënt.",
        "Het plan moet dan binnen twee weken op papier staan.",
        optional=True,
    ),
    TriggerField(
        "datum_melding",
        "Melding bij de gemeente",
        "De dag waarop de cliënt bij de gemeente om hulp vroeg. Weet je het niet? Laat dit leeg.",
        "De gemeente heeft daarna zes weken voor het onderzoek. Dat is haar termijn, niet die van jou.",
        optional=True,
    ),
    TriggerField(
        "datum_aanvraag",
        "Aanvraag bij de gemeente",
        "De dag waarop de cliënt de hulp echt aanvroeg. Is er nog geen aanvraag? Laat dit leeg.",
        "De gemeente besluit daarna binnen twee weken. Dat is haar termijn, niet die van jou.",
        optional=True,
    ),
    TriggerField(
        "datum_start_begeleiding",
        "Eerste dag van de begeleiding",
        "De dag waarop de begeleiding echt begon.",
        "Vanaf deze dag telt de termijn voor het begeleidingsplan.",
    ),
    TriggerField(
        "datum_start_plan",
        "Begonnen met dit plan",
        "De dag waarop jullie met dit plan begonnen. Dat mag in het verleden zijn.",
        "Vanaf deze dag tellen de momenten waarop jullie samen terugkijken.",
    ),
    TriggerField(
        "datum_derde_organisatie",
        "Derde organisatie erbij",
        "De dag waarop er voor het eerst drie organisaties bij het gezin waren, zonder de huisarts. Laat je "
        "dit leeg? Dan telt de dag waarop de derde in Planbureau kwam.",
        "Vanaf drie organisaties begint het gezinsplan.",
        optional=True,
    ),
    TriggerField(
        "datum_aanvraag_individuele_voorziening",
        "Hulp aangevraagd bij de gemeente",
        "De dag waarop een aanvraag voor hulp op maat is gedaan. Is er geen aanvraag? Laat dit leeg.",
        "Uiterlijk op die dag is het gezinsplan begonnen.",
        optional=True,
    ),
    TriggerField(
        "einddatum_beschikking",
        "Beschikking loopt af op",
        "De laatste dag waarvoor de gemeente de hulp heeft toegekend. De datum staat in de brief.",
        "Een paar weken eerder is er een besproken plan nodig, zodat de hulp op tijd door kan gaan.",
        optional=True,
    ),
    TriggerField(
        "datum_pleegcontract",
        "Pleegcontract getekend",
        "De dag waarop het pleegcontract is getekend.",
        "Woonde het kind al in dit gezin? Dan moet binnen dertien weken aan de voorwaarden zijn voldaan.",
        optional=True,
    ),
    TriggerField(
        "datum_laatste_gesprek_pleegoudervoogd",
        "Laatste gesprek met de pleegoudervoogd",
        "De dag van het laatste gesprek over hoe het gaat en welke hulp nodig is.",
        "Ten minste elk jaar is er zo'n gesprek.",
        optional=True,
    ),
    TriggerField(
        "datum_gi_geinformeerd",
        "GI weet van de maatregel",
        "De dag waarop de gecertificeerde instelling hoorde van de beslissing.",
        "Vanaf deze dag zijn er vijf werkdagen voor het eerste contact.",
    ),
    TriggerField(
        "datum_start_toezicht",
        "Eerste dag van het toezicht",
        "De dag waarop het toezicht van de jeugdreclassering begon.",
        "Vanaf deze dag tellen de verslagen aan het Openbaar Ministerie.",
    ),
    TriggerField(
        "datum_voorwaarde_geschonden",
        "Gemerkt dat een voorwaarde niet is nagekomen",
        "De dag waarop je merkte dat de jongere zich niet aan een voorwaarde hield. Gebeurt het opnieuw? "
        "Verander dan de datum; de eerdere blijft in de geschiedenis staan.",
        "Dit meld je meteen. De melding staat dezelfde dag in de agenda.",
        optional=True,
    ),
    TriggerField(
        "datum_hulpvraag",
        "Hulpvraag of eerste melding",
        "De dag waarop het gezin of iemand anders voor het eerst om hulp vroeg.",
        "Vanaf deze dag telt de termijn waarin het plan klaar is.",
    ),
    TriggerField(
        "datum_akkoord",
        "Gezin akkoord met het plan",
        "De dag waarop het gezin ja zei tegen het plan.",
        "Het akkoord hoort er te zijn voordat de hulp begint.",
        optional=True,
    ),
    TriggerField(
        "datum_opname",
        "Dag van opname",
        "De dag waarop de cliënt kwam wonen of werd opgenomen.",
        "Vanaf deze dag telt het eerste voorlopige plan.",
        optional=True,
    ),
    TriggerField(
        "datum_crisis_voorbij",
        "Crisis voorbij",
        "De dag waarop het weer rustig genoeg was om terug te kijken. Geen crisis gehad? Laat dit leeg.",
        "Kort daarna kijken jullie samen het crisisplan na.",
        optional=True,
    ),
    TriggerField(
        "datum_start_uitvoering",
        "Begonnen met het plan uitvoeren",
        "De dag waarop je het plan ging uitvoeren. Dit is niet altijd de eerste dag van de zorg.",
        "Binnen vier weken na deze dag is de eerste evaluatie.",
        optional=True,
    ),
    TriggerField(
        "datum_start_termijn_oz",
        "Begin van de onvrijwillige zorg in het plan",
        "De eerste dag van de termijn voor onvrijwillige zorg in het plan.",
        "Onvrijwillige zorg mag zo kort mogelijk duren, en hooguit drie maanden.",
        optional=True,
    ),
    _derived("datum_start_tweede_termijn_oz", "Begin van de tweede termijn onvrijwillige zorg"),
    _derived("datum_start_overbrugging_oz", "Begin van de overbrugging tot het advies"),
    _derived("datum_start_termijn_na_advies", "Plan aangepast na het advies"),
    _derived("datum_eind_termijn_oz", "Gekozen einde van de onvrijwillige zorg in het plan"),
    _derived("datum_eind_tweede_termijn_oz", "Gekozen einde van de tweede termijn onvrijwillige zorg"),
    _derived("datum_eind_overbrugging_oz", "Gekozen einde van de overbrugging tot het advies"),
    _derived("datum_eind_termijn_na_advies", "Gekozen einde van de termijn na het advies"),
    _derived("datum_eind_noodbesluit", "Gekozen einde van het besluit in nood"),
    _derived("besluit_datumtijd", "Besluit van de zorgverantwoordelijke"),
    _derived("besluit_op_schrift", "Besluit in nood op schrift"),
    _derived("datum_einde_periode_igj", "Einde van de vorige periode van het overzicht"),
    _derived("datum_plan_oz_opgeslagen", "Plan met onvrijwillige zorg bewaard"),
    _derived("datum_uitvoering_oz", "Onvrijwillige zorg gegeven"),
    _derived("datum_einde_oz", "Einde van de onvrijwillige zorg"),
    _derived("datum_vastgesteld", "Plan vastgesteld"),
    _derived("datum_nieuwe_versie", "Laatste nieuwe versie van het plan"),
    _derived("datum_evaluatiegesprek", "Evaluatiegesprek"),
    _derived("datum_laatste_evaluatie", "Laatste evaluatie"),
    _derived("datum_verzoek", "Datum van het verzoek"),
    _derived("datum_ontvangen", "Datum van ontvangst"),
    _derived("geboortedatum", "Geboortedatum"),
    _derived("laatste_wijziging_dossier", "Laatste wijziging van het dossier"),
    _derived("datum_notitie", "Werknotitie gemaakt"),
    _derived("datum_logregel", "Regel in de log geschreven"),
)

TRIGGER_FIELDS: dict[str, TriggerField] = {field.name: field for field in _FIELDS}


_AHEAD = frozenset(
    {
        "datum_start_zorg",
        "datum_start_jeugdhulp",
        "datum_start_begeleiding",
        "datum_start_plan",
        "datum_start_toezicht",
        "datum_start_uitvoering",
        "datum_start_termijn_oz",
        "datum_aanvraag_individuele_voorziening",
        "datum_pleegcontract",
        "datum_opname",
        "einddatum_beschikking",
    }
)


def can_lie_ahead(name: str) -> bool:
    """Whether this date may be planned; the other ones that are asked tell of something that happened."""
    field = TRIGGER_FIELDS.get(name)
    return field is None or not field.asked or name in _AHEAD


def trigger_label(name: str) -> str:
    """The Dutch label of a trigger; of one measure with what it is."""
    field, _, measure = name.partition(AT)
    label = TRIGGER_FIELDS[field].label
    return f"{label} ({measure_words(measure)})" if measure else label


@lru_cache(maxsize=1024)
def triggers_for(
    plan_type: str,
    regimes: frozenset[Regime],
    flags: frozenset[str],
    rule_ids: frozenset[str] | None = None,
) -> tuple[TriggerField, ...]:
    """The dates that the step "Kader en datums" asks for such a plan, in the order of the screen.

    `rule_ids` are the deadline rules that the plan's format names; they then decide instead of the type.
    """
    wanted = {
        name
        for rule in rules_for(plan_type, regimes, flags, rule_ids)
        for name in (*rule.triggers, *rule.done_by)
    }
    return tuple(field for field in _FIELDS if field.asked and field.name in wanted)
