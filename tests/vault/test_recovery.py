from __future__ import annotations

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planbureau.vault.errors import RecoveryCodeMisspelledError
from planbureau.vault.recovery import ALPHABET, SIGNS, new_recovery_code, parse_recovery_code, text_of

secrets_ = st.binary(min_size=16, max_size=16)


def test_a_code_has_29_signs_in_groups_of_five() -> None:
    groups = new_recovery_code().text.split("-")
    assert [len(group) for group in groups] == [5, 5, 5, 5, 5, 4]


def test_codes_differ_and_do_not_show() -> None:
    first, second = new_recovery_code(), new_recovery_code()
    assert first.secret != second.secret
    assert first.text not in repr(first)
    assert first.secret.hex() not in repr(first)


def test_the_spelling_never_changes() -> None:
    # Papers in drawers depend on these.
    assert text_of(bytes(16)) == "00000-00000-00000-00000-00000-0000"
    assert text_of(bytes(range(16))) == "00041-06105-0R3GG-28A1C-60T3G-FQ7B"
    assert text_of(b"\xff" * 16) == "7ZZZZ-ZZZZZ-ZZZZZ-ZZZZZ-ZZZZZ-ZFHB"


@given(secrets_)
def test_round_trip(secret: bytes) -> None:
    assert parse_recovery_code(text_of(secret)) == secret


@given(secrets_, st.randoms(use_true_random=False))
def test_sloppy_typing_is_forgiven(secret: bytes, random: object) -> None:
    choose = getattr(random, "choice")  # noqa: B009 (Hypothesis gives no narrower type)
    typed = ""
    for sign in text_of(secret):
        options = {"0": ["0", "O", "o"], "1": [*"1IiLl"], "-": ["-", " ", "", " - ", "–", "\n"]}
        typed += choose(options.get(sign, [sign, sign.lower()]))
    assert parse_recovery_code(f"  {typed} ") == secret


@given(secrets_, st.sets(st.integers(0, SIGNS - 1), min_size=1, max_size=3), st.data())
def test_up_to_three_wrong_signs_are_always_noticed(
    secret: bytes, places: set[int], data: st.DataObject
) -> None:
    signs = list(text_of(secret).replace("-", ""))
    for place in places:
        signs[place] = data.draw(st.sampled_from([sign for sign in ALPHABET if sign != signs[place]]))
    with pytest.raises(RecoveryCodeMisspelledError):
        parse_recovery_code("".join(signs))


@given(secrets_, st.integers(0, SIGNS - 1), st.integers(0, SIGNS - 1))
def test_two_swapped_signs_are_always_noticed(secret: bytes, one: int, other: int) -> None:
    signs = list(text_of(secret).replace("-", ""))
    signs[one], signs[other] = signs[other], signs[one]
    if signs[one] == signs[other]:
        assert parse_recovery_code("".join(signs)) == secret
        return
    with pytest.raises(RecoveryCodeMisspelledError):
        parse_recovery_code("".join(signs))


@given(secrets_, st.integers(0, SIGNS - 1), st.sampled_from(ALPHABET))
def test_a_missing_or_extra_sign_is_noticed(secret: bytes, place: int, extra: str) -> None:
    signs = text_of(secret).replace("-", "")
    for wrong in (signs[:place] + signs[place + 1 :], signs[:place] + extra + signs[place:]):
        with pytest.raises(RecoveryCodeMisspelledError):
            parse_recovery_code(wrong)


@given(st.text(max_size=80))
def test_any_other_text_is_refused_calmly(text: str) -> None:
    with suppress(RecoveryCodeMisspelledError):
        assert len(parse_recovery_code(text)) == 16


@pytest.mark.parametrize("sign", ["U", "u", "*", "é", "0"])
def test_a_sign_outside_the_alphabet_is_not_skipped(sign: str) -> None:
    with pytest.raises(RecoveryCodeMisspelledError):
        parse_recovery_code(new_recovery_code().text + sign)
