"""The recovery code: 128 random bits on paper, in 29 letters and digits that forgive and check.

Crockford's base32 leaves out I, L, O and U; when typed, O counts as 0 and I and L as 1. The last three signs
are a Reed-Solomon check over GF(32), so any one, two or three wrong signs, and any two swapped, are noticed
before a key is tried.
"""

from __future__ import annotations

import secrets
import unicodedata
from dataclasses import dataclass, field

from planbureau.vault.errors import RecoveryCodeMisspelledError

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
SECRET_BYTES = 16
DATA_SIGNS = 26  # 26 x 5 = 130 bits: 128 of the secret after two zero bits
CHECK_SIGNS = 3
SIGNS = DATA_SIGNS + CHECK_SIGNS
GROUP = 5

_FIELD_POLYNOMIAL = 0b100101  # x^5 + x^2 + 1; its root 2 generates GF(32)
_LOOKALIKES = str.maketrans("OIL", "011")
_SEPARATORS = frozenset(" -_.,:;/‐‑‒–—−\t\r\n\u00a0")


@dataclass(frozen=True)
class RecoveryCode:
    """A new code: the secret for the slot and the text for the paper; neither shows in its repr."""

    secret: bytes = field(repr=False)
    text: str = field(repr=False)


def new_recovery_code() -> RecoveryCode:
    """A fresh random code."""
    secret = secrets.token_bytes(SECRET_BYTES)
    return RecoveryCode(secret, text_of(secret))


def text_of(secret: bytes) -> str:
    """The code as printed: `EXQRD-Z6T3T-N4FSQ-4EC44-WJEP8-VVWR`."""
    number = int.from_bytes(secret, "big")
    data = [(number >> (5 * place)) & 31 for place in reversed(range(DATA_SIGNS))]
    signs = "".join(ALPHABET[value] for value in data + _check_of(data))
    return "-".join(signs[start : start + GROUP] for start in range(0, SIGNS, GROUP))


def parse_recovery_code(typed: str) -> bytes:
    """The 16 secret bytes of a typed code; capitals, spaces and dashes do not matter.

    Raises RecoveryCodeMisspelledError.
    """
    signs = unicodedata.normalize("NFKC", typed).upper().translate(_LOOKALIKES)
    kept = [sign for sign in signs if sign not in _SEPARATORS]
    if len(kept) != SIGNS or any(sign not in ALPHABET for sign in kept):
        raise RecoveryCodeMisspelledError
    values = [ALPHABET.index(sign) for sign in kept]
    if _check_of(values[:DATA_SIGNS]) != values[DATA_SIGNS:]:
        raise RecoveryCodeMisspelledError
    number = 0
    for value in values[:DATA_SIGNS]:
        number = number << 5 | value
    if number >> (8 * SECRET_BYTES):
        raise RecoveryCodeMisspelledError
    return number.to_bytes(SECRET_BYTES, "big")


def _times(left: int, right: int) -> int:
    product = 0
    for bit in range(5):
        if right >> bit & 1:
            product ^= left << bit
    for bit in range(8, 4, -1):
        if product >> bit & 1:
            product ^= _FIELD_POLYNOMIAL << (bit - 5)
    return product


def _generator() -> tuple[int, ...]:
    """(x - 2)(x - 4)(x - 8) in GF(32), highest power first."""
    polynomial = [1]
    for root in (2, 4, 8):
        shifted = [*polynomial, 0]
        scaled = [0, *(_times(root, term) for term in polynomial)]
        polynomial = [a ^ b for a, b in zip(shifted, scaled, strict=True)]
    return tuple(polynomial)


_GENERATOR = _generator()


def _check_of(data: list[int]) -> list[int]:
    """The remainder that makes the whole code divisible by the generator."""
    remainder = [0] * CHECK_SIGNS
    for value in data:
        lead = value ^ remainder[0]
        remainder = [*remainder[1:], 0]
        for place, term in enumerate(_GENERATOR[1:]):
            remainder[place] ^= _times(lead, term)
    return remainder
