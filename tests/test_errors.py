"""What went wrong and what to do now are two sentences, whatever the first one was made of."""

from __future__ import annotations

import pytest

from planbureau.errors import InvalidInputError


@pytest.mark.parametrize(
    ("what", "told"),
    [
        ("Het eerste is: Vul in: gewogen op", "Het eerste is: Vul in: gewogen op. Je concept is bewaard."),
        ("Er is iets mis.", "Er is iets mis. Je concept is bewaard."),
        ("Klopt dit?", "Klopt dit? Je concept is bewaard."),
        ("Zoek bij ‘Wonen’", "Zoek bij ‘Wonen’. Je concept is bewaard."),
    ],
)
def test_the_advice_begins_a_sentence(what: str, told: str) -> None:
    assert str(InvalidInputError(what, "Je concept is bewaard.")) == told


def test_a_place_in_a_file_stays_as_it_is() -> None:
    assert str(InvalidInputError("plan.toml:3: id ontbreekt")) == "plan.toml:3: id ontbreekt"
