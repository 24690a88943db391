from __future__ import annotations

import inspect

import pytest

from planbureau.errors import VaultError
from planbureau.vault import errors

KINDS = [
    kind
    for _, kind in inspect.getmembers(errors, inspect.isclass)
    if issubclass(kind, errors.ToldVaultError) and kind is not errors.ToldVaultError
]


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.__name__)
def test_each_says_in_its_own_words_what_happened_and_what_to_do(kind: type[errors.ToldVaultError]) -> None:
    error = kind()
    assert isinstance(error, VaultError)
    assert error.what
    assert error.advice
    assert error.what.endswith((".", ")."))
    assert error.advice.endswith(".")
    assert "!" not in str(error)
    assert inspect.getdoc(kind)


def test_no_two_say_the_same() -> None:
    assert len({kind().what for kind in KINDS}) == len(KINDS) > 20
