"""Letters and numbers are given once (D2.2, D2.4)."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planbureau.errors import InvalidInputError
from planbureau.rules.goals.letters import (
    action_code,
    letter_at,
    next_letter,
    position_of,
    split_code,
)


@pytest.mark.parametrize(
    ("used", "new"),
    [
        ([], "a"),
        (["a", "b"], "c"),
        (["a", "c"], "d"),  # b lapsed for good: its letter is not given again
        (["z"], "aa"),
        (["aa", "b"], "ab"),
        (["az"], "ba"),
        (["zz"], "aaa"),
    ],
)
def test_the_next_letter_follows_the_highest_ever_given(used: list[str], new: str) -> None:
    assert next_letter(used) == new


@given(st.integers(0, 20_000))
def test_letter_and_position_are_each_others_inverse(position: int) -> None:
    assert position_of(letter_at(position)) == position


@given(st.lists(st.integers(0, 900), unique=True))
def test_a_new_letter_was_never_used(positions: list[int]) -> None:
    used = [letter_at(position) for position in positions]
    assert next_letter(used) not in used


def test_a_code_is_a_number_and_a_letter() -> None:
    assert action_code(2, "b") == "2b"
    assert split_code(" 2B ") == (2, "b")


@pytest.mark.parametrize("bad", ["", "b", "0a", "2", "2-b", "2é"])
def test_what_is_no_code_is_refused(bad: str) -> None:
    with pytest.raises(InvalidInputError):
        split_code(bad)


@pytest.mark.parametrize("bad", ["", "A", "1", "é"])
def test_what_is_no_letter_is_refused(bad: str) -> None:
    with pytest.raises(InvalidInputError):
        position_of(bad)
