"""A mark "niet voor ..." also holds for a version that was adopted before."""

from __future__ import annotations

import pytest
from tests.documents.editions import noor

from planbureau.services.adoption.versions import _markable


@pytest.mark.parametrize(
    "record", [noor.PLAN, "p-rico", "g-1", "a-1b", "ag-2", "ri-1", "adr-rico", "tel-rico"]
)
def test_everything_that_can_be_marked_is_looked_up(record: str) -> None:
    assert record in _markable(noor.rich())
