"""Who may agree to another date: the client or who decides for the client, with the capacity in words."""

from __future__ import annotations

from datetime import date

import pytest

from planbureau.ui.calendar.consenters import deciders
from planbureau.views import ClientView, CustodyView, PersonView

TODAY = date(2026, 3, 16)


def around(kind: str, *, willing: bool | None = None, end: date | None = None) -> CustodyView:
    return CustodyView("1", "c", PersonView("q", "Ada"), kind, willing=willing, end=end)


@pytest.mark.parametrize(
    ("born", "custody", "names"),
    [
        (date(2018, 1, 1), around("parent"), ["Ada (ouder met gezag)"]),
        (date(2013, 1, 1), around("parent"), ["Sem (cliënt)", "Ada (ouder met gezag)"]),
        (date(2013, 1, 1), around("parent_without_custody"), ["Sem (cliënt)"]),
        (date(1990, 1, 1), around("parent"), ["Sem (cliënt)"]),
        (date(1990, 1, 1), around("mentor"), ["Sem (cliënt)", "Ada (mentor)"]),
        (date(1990, 1, 1), around("zus", willing=False), ["Sem (cliënt)"]),
        (date(1990, 1, 1), around("bewindvoerder"), ["Sem (cliënt)"]),
        (date(1990, 1, 1), around("mentor", end=date(2026, 3, 15)), ["Sem (cliënt)"]),
        (None, around("mentor"), ["Sem (cliënt)", "Ada (mentor)"]),
    ],
)
def test_only_who_decides_may_agree(born: date | None, custody: CustodyView, names: list[str]) -> None:
    client = ClientView("c", PersonView("p", "Sem", birth_date=born))
    assert [name for _, name in deciders(client, (custody,), TODAY)] == names
