"""What each configurable number is called on the screen, its unit, and who set its default (rules G1)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from planbureau.rules.mark import Mark

DAYS, WEEKS, MONTHS, YEARS = "dagen", "weken", "maanden", "jaar"
AGE, TICK, CHOICE = "leeftijd", "ja of nee", "keuze"


@dataclass(frozen=True, slots=True)
class SettingWords:
    """One number: `mark` is LAW when a law bounds it everywhere, so that it can only be made stricter."""

    group: str
    label: str
    unit: str
    mark: Mark = Mark.OWN


_FIRST = "Het eerste plan"
_EVALUATE = "Evalueren"
_ADULT = "Op weg naar 18 jaar"
_WARN = "Op tijd waarschuwen"
_CHECK = "Dossiercheck"
_KEEP = "Bewaren"
_COUNT = "Rekenen met datums"

SETTING_WORDS: Mapping[str, SettingWords] = MappingProxyType(
    {
        "fgp_redelijke_termijn_dagen": SettingWords(_FIRST, "Tijd voor een familiegroepsplan", DAYS),
        "fgp_herinnering_dagen": SettingWords(_FIRST, "Herinnering dat een familiegroepsplan mag", DAYS),
        "begeleidingsplan_dagen": SettingWords(_FIRST, "Begeleidingsplan klaar na de start", DAYS),
        "ipa_dagen": SettingWords(_FIRST, "Integraal plan van aanpak klaar na de vraag", DAYS, Mark.GUIDANCE),
        "eval_wlz_maanden": SettingWords(_EVALUATE, "Evaluatie in de Wlz", MONTHS, Mark.LAW),
        "eval_jeugd_maanden": SettingWords(_EVALUATE, "Evaluatie in de Jeugdwet", MONTHS),
        "eval_wmo_maanden": SettingWords(_EVALUATE, "Evaluatie in de Wmo", MONTHS),
        "eval_ggz_maanden": SettingWords(_EVALUATE, "Evaluatie in de ggz", MONTHS),
        "eval_gezinsplan_maanden": SettingWords(_EVALUATE, "Evaluatie van het gezinsplan", MONTHS),
        "eval_meldcode_dagen": SettingWords(_EVALUATE, "Terugkijken op een plan bij de meldcode", DAYS),
        # Law in the Wlz only (WLZ-04: one evaluation a year stays, whatever a client gives up).
        "eval_max_maanden": SettingWords(
            _EVALUATE, "Een plan bespreken na uiterlijk (in de Wlz is dit wet)", MONTHS, Mark.GUIDANCE
        ),
        "na_crisis_dagen": SettingWords(_EVALUATE, "Nabespreken na een crisis", DAYS),
        "klein_gesprek": SettingWords(_EVALUATE, "Klein gesprek over een ondersteuningsplan, elke", CHOICE),
        "goz_kijk_maanden": SettingWords(_EVALUATE, "Kijken naar een doel zonder eind (GOZ)", MONTHS),
        "ppl_start_leeftijd": SettingWords(_ADULT, "Perspectiefplan beginnen", AGE, Mark.GUIDANCE),
        "ppl_klaar_leeftijd": SettingWords(_ADULT, "Perspectiefplan klaar", AGE, Mark.GUIDANCE),
        "ppl_laat_dagen": SettingWords(_ADULT, "Perspectiefplan na een late start", DAYS),
        "leeftijd_vooraf_dagen": SettingWords(_ADULT, "Een leeftijd vooraf aankondigen", DAYS),
        "herindicatie_vooraf_dagen": SettingWords(_WARN, "Beschikking loopt af: vooraf waarschuwen", DAYS),
        "bijna_dagen": SettingWords(_WARN, "Bijna, bij lange termijnen", DAYS),
        "bijna_kort_dagen": SettingWords(_WARN, "Bijna, bij korte termijnen", DAYS),
        "inzage_maanden": SettingWords(_WARN, "Antwoord op een verzoek om inzage", MONTHS, Mark.UNCONFIRMED),
        "dossier_rapportage_weken": SettingWords(_CHECK, "Een doel zonder rapportage, ten hoogste", WEEKS),
        "dossier_verslag_weken": SettingWords(_CHECK, "Een verslag dat openblijft, ten hoogste", WEEKS),
        "werknotitie_dagen": SettingWords(_KEEP, "Werknotities opruimen na", DAYS),
        "bewaar_jaren_jeugdwet": SettingWords(_KEEP, "Dossier van de Jeugdwet", YEARS, Mark.LAW),
        "bewaar_jaren_wgbo": SettingWords(_KEEP, "Dossier van de Wgbo of de Wlz", YEARS, Mark.LAW),
        "bewaar_jaren_wmo": SettingWords(_KEEP, "Gegevens van de Wmo", YEARS, Mark.LAW),
        "bewaar_jaren_wzd": SettingWords(_KEEP, "Gegevens over onvrijwillige zorg (Wzd)", YEARS, Mark.LAW),
        "bewaar_jaren_log": SettingWords(_KEEP, "Wie keek in het dossier", YEARS, Mark.LAW),
        "handtekening_vereist_financier": SettingWords(
            _FIRST, "De financier vraagt een handtekening onder nieuwe plannen", TICK
        ),
        "atw_toepassen": SettingWords(_COUNT, "Einde op een vrije dag schuift naar de werkdag erna", TICK),
        "serie_anker": SettingWords(_COUNT, "De volgende evaluatie telt vanaf", CHOICE),
        "schrikkeldag": SettingWords(_COUNT, "Verjaardag van wie op 29 februari geboren is", CHOICE),
    }
)  # fmt: skip
"""The settings that something in the program listens to, in the order of the screen."""


def label_of(name: str) -> str:
    """The name of a setting in an error; its key when it has none."""
    words = SETTING_WORDS.get(name)
    return f"‘{words.label}’" if words else f"De instelling {name}"
