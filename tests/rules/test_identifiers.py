"""Numbers and addresses that people type."""

from __future__ import annotations

import pytest

from planbureau.rules.people.identifiers import (
    check_bsn,
    check_email,
    check_phone,
    check_postcode,
    is_bsn,
    masked_bsn,
    tidy_postcode,
)


@pytest.mark.parametrize("good", ["111222333", "111.222.333", "111 222 333", "123456782", "10000008", ""])
def test_a_bsn_that_can_be_right(good: str) -> None:
    assert check_bsn(good) == ()


@pytest.mark.parametrize("bad", ["111222334", "000000000", "12345678x", "1234567", "1112223330", "¹¹¹²²²³³³"])
def test_a_bsn_that_cannot_be_right(bad: str) -> None:
    assert not is_bsn(bad)
    assert len(check_bsn(bad)) == 1


def test_any_swapped_pair_of_digits_is_found() -> None:
    number = "123456782"
    for at in range(8):
        swapped = number[:at] + number[at + 1] + number[at] + number[at + 2 :]
        assert not is_bsn(swapped)


def test_a_bsn_on_the_screen_is_masked() -> None:
    assert masked_bsn("111.222.333") == "••••••333"
    assert masked_bsn("12") == "••"
    assert masked_bsn("") == ""


@pytest.mark.parametrize(
    ("typed", "tidy", "good"),
    [
        ("1234ab", "1234 AB", True),
        (" 1234 AB ", "1234 AB", True),
        ("", "", True),
        ("0234 AB", "0234 AB", False),
        ("1234 SS", "1234 SS", False),
        ("1234 A", "1234 A", False),
        ("B-2000", "B-2000", False),
    ],
)
def test_a_postcode(typed: str, tidy: str, good: bool) -> None:
    assert tidy_postcode(typed) == tidy
    assert (check_postcode(typed) == ()) is good


@pytest.mark.parametrize(
    ("number", "good"),
    [
        ("06-12345678", True),
        ("030 123 45 67", True),
        ("+31 6 12345678", True),
        ("0031(0)612345678", True),
        ("112", True),
        ("0800-2000", True),
        ("14030", True),
        ("+49 30 1234567", True),
        ("", True),
        ("06-1234567", False),
        ("06-123456789", False),
        ("bel oma", False),
        ("+", False),
    ],
)
def test_a_phone_number(number: str, good: bool) -> None:
    assert (check_phone(number) == ()) is good


@pytest.mark.parametrize(
    ("address", "good"),
    [
        ("ria@voorbeeld.nl", True),
        ("r.de.wit+zorg@mail.voorbeeld.nl", True),
        ("", True),
        ("ria@voorbeeld", False),
        ("ria voorbeeld.nl", False),
        ("ria@@voorbeeld.nl", False),
        ("ria@voorbeeld..nl", False),
        ("ria@-.nl", False),
    ],
)
def test_a_mail_address(address: str, good: bool) -> None:
    assert (check_email(address) == ()) is good
