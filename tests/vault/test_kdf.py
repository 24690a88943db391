from __future__ import annotations

import pytest

from planbureau.vault.errors import EmptyPasswordError
from planbureau.vault.kdf import DEFAULT_KDF, KdfParameters, key_from_password, key_from_recovery


def test_the_default_is_the_measured_choice() -> None:
    assert KdfParameters(memory_kib=262144, passes=3, lanes=4) == DEFAULT_KDF


@pytest.mark.parametrize(
    ("memory", "passes", "lanes"),
    [(65535, 1, 1), (2097153, 1, 1), (65536, 0, 1), (65536, 21, 1), (65536, 1, 0), (65536, 1, 9)],
)
def test_outside_the_limits_is_refused(memory: int, passes: int, lanes: int) -> None:
    with pytest.raises(ValueError, match="limits"):
        KdfParameters(memory, passes, lanes)


def test_argon2id_gives_the_same_key_for_ever(fast_kdf: KdfParameters) -> None:
    # From the reference C code (argon2-cffi) with the same parameters: a vault must open in twenty years.
    key = key_from_password("wachtwoord", b"0123456789abcdef", fast_kdf)
    assert key.hex() == "c0dcbc96034f67c5fb18ae0479c20cd4434cb669029d3d4a931abb74899f00ea"


def test_the_recovery_key_is_the_same_for_ever() -> None:
    assert (
        key_from_recovery(bytes(16), bytes(16)).hex()
        == "0c97599bfbd27bb831253744d72d161c2f54fe60d4cfe64367ba588a80abfdff"
    )


def test_an_accent_may_be_composed_or_not(fast_kdf: KdfParameters) -> None:
    salt = bytes(16)
    assert key_from_password("cafe\u0301", salt, fast_kdf) == key_from_password("caf\u00e9", salt, fast_kdf)


def test_strange_text_is_a_password_too(fast_kdf: KdfParameters) -> None:
    assert len(key_from_password("\udcff kapot \U0001f512", bytes(16), fast_kdf)) == 32


def test_an_empty_password_is_refused(fast_kdf: KdfParameters) -> None:
    with pytest.raises(EmptyPasswordError):
        key_from_password("", bytes(16), fast_kdf)
