"""From a secret that a person knows to the key that opens a slot.

A password is weak, so Argon2id makes each guess expensive in memory (RFC 9106). A recovery code is 128 random
bits, which nobody guesses, so HKDF (RFC 5869) is enough.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass

from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.kdf.argon2 import Argon2id
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from planbureau.vault.errors import EmptyPasswordError, NotEnoughMemoryError

KEY_BYTES = 32
SALT_BYTES = 16
MEMORY_KIB_RANGE = (64 * 1024, 2 * 1024 * 1024)
PASSES_RANGE = (1, 20)
LANES_RANGE = (1, 8)


@dataclass(frozen=True)
class KdfParameters:
    """The cost of one guess: memory in KiB, passes over it, parallel lanes.

    Raises ValueError outside the limits: weaker would be a downgrade, heavier would only hang the computer.
    """

    memory_kib: int = 256 * 1024
    passes: int = 3
    lanes: int = 4

    def __post_init__(self) -> None:
        for value, (low, high) in (
            (self.memory_kib, MEMORY_KIB_RANGE),
            (self.passes, PASSES_RANGE),
            (self.lanes, LANES_RANGE),
        ):
            if not low <= value <= high:
                raise ValueError("key derivation parameters outside the limits")


DEFAULT_KDF = KdfParameters()


def key_from_password(password: str, salt: bytes, parameters: KdfParameters) -> bytes:
    """The 32-byte key of a password slot; slow by design (about 0.7 s), safe in a worker thread.

    The password is normalised (NFKC), so that an é typed on another keyboard is the same é.
    Raises EmptyPasswordError, NotEnoughMemoryError.
    """
    if not password:
        raise EmptyPasswordError
    # surrogatepass: a password from a badly encoded terminal must not end in a traceback that shows it.
    secret = unicodedata.normalize("NFKC", password).encode("utf-8", "surrogatepass")
    try:
        return Argon2id(
            salt=salt,
            length=KEY_BYTES,
            iterations=parameters.passes,
            lanes=parameters.lanes,
            memory_cost=parameters.memory_kib,
        ).derive(secret)
    except MemoryError:
        raise NotEnoughMemoryError from None


def key_from_recovery(secret: bytes, salt: bytes) -> bytes:
    """The 32-byte key of a recovery slot, from the 16 random bytes of a recovery code."""
    return HKDF(hashes.SHA256(), KEY_BYTES, salt, b"planbureau recovery kek v1").derive(secret)
