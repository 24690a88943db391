"""How strong a password is, in words that help to make a better one."""

from __future__ import annotations

from collections.abc import Sequence

from planbureau.services.api import PasswordStrength

SHORTEST = 12
"""Characters. A vault can be tried without limit by whoever has the laptop (storage, part 3)."""
LONGEST = 1000
WORDS = ("heel zwak", "zwak", "matig", "goed", "sterk")
ENOUGH = 3


def strength(password: str, own_words: Sequence[str] = ()) -> PasswordStrength:
    """The strength of a password; `own_words` are names that make it easier to guess."""
    if len(password) < SHORTEST:
        return PasswordStrength(
            min(1, len(password) // 6),
            "te kort",
            f"Gebruik minstens {SHORTEST} tekens. Vier losse woorden zijn makkelijk te onthouden.",
            accepted=False,
        )
    from zxcvbn import zxcvbn

    score = int(zxcvbn(password[:72], user_inputs=_guesses(own_words))["score"])
    if len(password) > LONGEST:
        return PasswordStrength(score, "te lang", f"Gebruik hooguit {LONGEST} tekens.", accepted=False)
    if score < ENOUGH:
        advice = "Dit is te raden. Zet er een woord bij dat niets met je werk of je naam te maken heeft."
        return PasswordStrength(score, WORDS[score], advice, accepted=False)
    return PasswordStrength(score, WORDS[score], "Dit wachtwoord is moeilijk te raden.", accepted=True)


def _guesses(own_words: Sequence[str]) -> list[str]:
    """What somebody who knows these names would try first: whole, in one word, and each part."""
    found: dict[str, None] = {}
    for words in own_words:
        for guess in (words, "".join(words.split()), *words.split()):
            if guess:
                found[guess.casefold()] = None
    return list(found)
