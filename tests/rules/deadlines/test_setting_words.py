"""The numbers of an organisation in words, and back from what it keeps."""

from __future__ import annotations

from dataclasses import fields

import pytest

from planbureau.errors import InvalidInputError
from planbureau.rules.deadlines.setting_words import SETTING_WORDS
from planbureau.rules.deadlines.settings import (
    DEFAULT_SETTINGS,
    LeapBirthday,
    SeriesAnchor,
    TermSettings,
    settings_from,
)

NOT_SHOWN = {"strenger"}
"""It belongs to single rules, which have a card of their own."""


def test_every_setting_has_words() -> None:
    assert set(SETTING_WORDS) == {one.name for one in fields(TermSettings)} - NOT_SHOWN
    labels = [words.label for words in SETTING_WORDS.values()]
    assert len(set(labels)) == len(labels)


def test_what_is_kept_comes_back_in_its_own_kind() -> None:
    kept = {
        "serie_anker": "vast",
        "schrikkeldag": "28 februari",
        "eval_wlz_maanden": 5,
        "atw_toepassen": False,
    }
    found = settings_from(kept)
    assert found.serie_anker is SeriesAnchor.FIXED
    assert found.schrikkeldag is LeapBirthday.LAST_OF_FEBRUARY
    assert (found.eval_wlz_maanden, found.atw_toepassen) == (5, False)


def test_what_is_empty_or_of_a_later_program_is_the_default() -> None:
    assert settings_from({"eval_wlz_maanden": None, "bijna_dagen": "", "van_later": 3}) == DEFAULT_SETTINGS


@pytest.mark.parametrize(
    ("kept", "words"),
    [
        ({"eval_wlz_maanden": 7}, "‘Evaluatie in de Wlz’ kan niet hoger zijn dan 6"),
        ({"bewaar_jaren_wmo": 10}, "‘Gegevens van de Wmo’ kan niet lager zijn dan 15"),
        ({"bijna_dagen": 0}, "‘Bijna, bij lange termijnen’ moet ten minste 1 zijn"),
        ({"serie_anker": "soms"}, "een waarde die niet kan"),
        ({"bijna_dagen": True}, "een waarde die niet kan"),
        ({"eval_max_maanden": 4}, "langer dan het maximum van vier maanden"),
    ],
)
def test_what_may_not_be_chosen_is_told_by_its_name(kept: dict[str, object], words: str) -> None:
    with pytest.raises(InvalidInputError, match=words):
        settings_from(kept)
