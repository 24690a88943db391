"""How strong a password is called."""

from __future__ import annotations

import pytest

from planbureau.services.vault.passwords import LONGEST, strength

NAMES = ("Zorg Voorbeeld", "Sanne de Wit")


@pytest.mark.parametrize(
    ("password", "accepted"),
    [
        ("", False),
        ("kort", False),
        ("wachtwoord12", False),
        ("sannedewit12", False),
        ("zorgvoorbeeld2026", False),
        ("paard batterij nietje correct", True),
        ("vier kale bomen bij de sloot", True),
        ("x" * (LONGEST + 1), False),
    ],
)
def test_what_is_accepted(password: str, *, accepted: bool) -> None:
    found = strength(password, NAMES)
    assert found.accepted is accepted
    assert found.advice.endswith(".")


def test_a_name_makes_a_password_weaker() -> None:
    assert strength("sannedewit12", NAMES).score < strength("sannedewit12").score
