"""Plausibility of numbers and addresses that people type. Hints only: saving is never refused.

The BSN is optional and only kept where a law asks for it (Wabvpz 8 and 9, Wmo 5.2.9).
"""

from __future__ import annotations

import re

from planbureau.rules.hints import Hint, wrong

_SPACES = re.compile(r"[\s.\-/()]+")
_POSTCODE = re.compile(r"([1-9][0-9]{3}) ?([A-Za-z]{2})")
_UNUSED_LETTERS = frozenset({"SA", "SD", "SS"})  # never given out by the postal service
_EMAIL = re.compile(r"[^\s@,;<>()]+@(?:[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?\.)+[A-Za-z]{2,}")
_BSN_WEIGHTS = (9, 8, 7, 6, 5, 4, 3, 2, -1)


def is_bsn(text: str) -> bool:
    """Whether the digits pass the eleven test; eight digits get a zero in front."""
    digits = _SPACES.sub("", text)
    if not digits.isascii() or not digits.isdigit() or len(digits) not in {8, 9}:
        return False
    digits = digits.zfill(9)
    total = sum(weight * int(digit) for weight, digit in zip(_BSN_WEIGHTS, digits, strict=True))
    return int(digits) > 0 and total % 11 == 0


def masked_bsn(text: str) -> str:
    """A BSN for the screen: only the last three digits can be read."""
    digits = _SPACES.sub("", text)
    return "•" * max(len(digits) - 3, 0) + digits[-3:] if len(digits) > 3 else "•" * len(digits)


def check_bsn(text: str, field: str = "bsn") -> tuple[Hint, ...]:
    """A hint when a BSN cannot be right."""
    if not text.strip() or is_bsn(text):
        return ()
    return (wrong(field, "Dit burgerservicenummer klopt niet. Kijk de cijfers na."),)


def tidy_postcode(text: str) -> str:
    """A Dutch postcode as "1234 AB"; any other text as it was typed."""
    match = _POSTCODE.fullmatch(text.strip())
    return f"{match[1]} {match[2].upper()}" if match else text.strip()


def check_postcode(text: str, field: str = "postcode") -> tuple[Hint, ...]:
    """A hint when a text is no Dutch postcode."""
    match = _POSTCODE.fullmatch(text.strip())
    if not text.strip() or (match and match[2].upper() not in _UNUSED_LETTERS):
        return ()
    return (wrong(field, "Een postcode heeft vier cijfers en twee letters, zoals 1234 AB."),)


def check_phone(text: str, field: str = "phone") -> tuple[Hint, ...]:
    """A hint when a number is no Dutch number (ten digits, emergency, free) and none from abroad."""
    number = _SPACES.sub("", text)
    if not number:
        return ()
    number = re.sub(r"^(\+31|0031)0?", "0", number)
    plain = number.removeprefix("+")
    if not plain.isascii() or not plain.isdigit():
        return (wrong(field, "In een telefoonnummer staan alleen cijfers."),)
    dutch = re.fullmatch(
        r"0[1-9][0-9]{8}|0[89]00[0-9]{4}([0-9]{3})?|112|113|116[0-9]{3}|14[0-9]{2,4}", number
    )
    abroad = re.fullmatch(r"(\+|00)[1-9][0-9]{6,14}", number)
    if dutch or abroad:
        return ()
    return (wrong(field, "Een telefoonnummer heeft meestal tien cijfers. Kijk het nummer na."),)


def check_email(text: str, field: str = "email") -> tuple[Hint, ...]:
    """A hint when a text does not look like a mail address."""
    address = text.strip()
    if not address or (_EMAIL.fullmatch(address) and ".." not in address):
        return ()
    return (wrong(field, "Dit lijkt geen mailadres, zoals naam@voorbeeld.nl."),)
