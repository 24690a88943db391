"""The numbers of an organisation: free where it is its own choice, only stricter where it is law."""

from __future__ import annotations

from typing import Any

import pytest

from planbureau.errors import InvalidInputError
from planbureau.rules.deadlines import DEFAULT_SETTINGS, TermSettings, validate_settings


def test_the_defaults_are_valid() -> None:
    assert validate_settings(DEFAULT_SETTINGS) is DEFAULT_SETTINGS


@pytest.mark.parametrize(
    "chosen",
    [
        {"eval_wlz_maanden": 5},
        {"begeleidingsplan_dagen": 60},
        {"eval_jeugd_maanden": 12},
        {"bewaar_jaren_wmo": 20},
        {"ppl_start_leeftijd": "16j6m"},
        {"strenger": {"WLZ-02": 28, "BWT-JW": 25}},
        {"atw_toepassen": False},
    ],
    ids=str,
)
def test_these_may_be_chosen(chosen: dict[str, Any]) -> None:
    assert validate_settings(TermSettings(**chosen))


@pytest.mark.parametrize(
    ("chosen", "message"),
    [
        ({"eval_wlz_maanden": 7}, "kan niet hoger zijn dan 6"),
        ({"eval_max_maanden": 13}, "kan niet hoger zijn dan 12"),
        ({"eval_jeugd_maanden": 13}, "langer dan het maximum van een jaar"),
        ({"eval_max_maanden": 1}, "langer dan het maximum van een maand"),
        ({"bewaar_jaren_jeugdwet": 19}, "kan niet lager zijn dan 20"),
        ({"begeleidingsplan_dagen": 0}, "moet ten minste 1 zijn"),
        ({"begeleidingsplan_dagen": 10**9}, "te veel om mee te rekenen"),
        ({"bewaar_jaren_wmo": 9000}, "kan niet hoger zijn dan 3650"),
        ({"ppl_start_leeftijd": "16"}, "kan niet worden gelezen"),
        ({"ppl_start_leeftijd": "16j12m"}, "kan niet worden gelezen"),
        ({"ppl_klaar_leeftijd": "16j0m"}, "later klaar zijn dan het begint"),
        ({"ppl_klaar_leeftijd": "18j1m"}, "voor de achttiende verjaardag"),
        ({"strenger": {"WLZ-02": 43}}, "kan alleen korter worden"),
        ({"strenger": {"BWT-JW": 19}}, "kan alleen langer worden"),
        ({"strenger": {"WLZ-02": 0}}, "kan alleen korter worden"),
        ({"strenger": {"ONZIN": 3}}, "heeft geen aantal"),
        ({"strenger": {"WLZ-01": 5}}, "heeft geen aantal"),  # tijd van de cliënt
        ({"strenger": {"LFT-18": 200}}, "heeft geen aantal"),  # een leeftijd
    ],
    ids=str,
)
def test_these_are_refused_in_dutch(chosen: dict[str, Any], message: str) -> None:
    with pytest.raises(InvalidInputError, match=message) as refused:
        validate_settings(TermSettings(**chosen))
    assert "Er is niets veranderd." in str(refused.value)
