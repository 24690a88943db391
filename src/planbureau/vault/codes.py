"""A short code that a client chooses: kept as a slow salted hash, inside the encrypted vault.

It is no key. Four digits are soon guessed by whoever can read the hash; that takes the key of the vault.
"""

from __future__ import annotations

import hmac
import os

from planbureau.vault.kdf import SALT_BYTES, KdfParameters, key_from_password

_COST = KdfParameters(64 * 1024, 3, 1)
_NAME = "argon2id"


def hash_code(code: str) -> str:
    """What is kept of a code, with its salt and cost."""
    salt = os.urandom(SALT_BYTES)
    key = key_from_password(code, salt, _COST)
    return "$".join(
        (_NAME, str(_COST.memory_kib), str(_COST.passes), str(_COST.lanes), salt.hex(), key.hex())
    )


def code_fits(code: str, kept: str) -> bool:
    """Whether this is the code; False too for what is no hash of ours."""
    parts = kept.split("$")
    if len(parts) != 6 or parts[0] != _NAME or not code:
        return False
    try:
        cost = KdfParameters(*(int(part) for part in parts[1:4]))
        salt, key = bytes.fromhex(parts[4]), bytes.fromhex(parts[5])
    except ValueError:
        return False
    return hmac.compare_digest(key_from_password(code, salt, cost), key)
