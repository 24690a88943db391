"""One consent record and all answers together (B1.3, B2, B6)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time

import pytest

from planbureau.rules.consent.capacity import Capacity
from planbureau.rules.consent.record import (
    AdaptedBy,
    ConsentForm,
    ConsentOutcome,
    ConsentRecord,
    ConsentState,
    ConsentSubject,
    Explained,
    check_consent,
    consent_state,
)
from planbureau.rules.hints import HintLevel

TODAY = date(2026, 4, 15)
GOOD = ConsentRecord(
    person_id="p1",
    capacity=Capacity.PARENT,
    subject=ConsentSubject.WHOLE_PLAN,
    outcome=ConsentOutcome.AGREED,
    form=ConsentForm.SPOKEN,
    day=TODAY,
    recorded_by="begeleider",
    explained=frozenset(Explained),
    adapted_by=frozenset({AdaptedBy.PLAIN}),
)


def found(record: ConsentRecord, *, wzd: bool = False, medical: bool = False) -> list[tuple[str, str]]:
    hints = check_consent(record, TODAY, wzd=wzd, medical=medical)
    return [(hint.field, hint.level.value) for hint in hints]


def test_a_good_record_has_no_hints_and_an_empty_one_asks_all() -> None:
    assert found(GOOD) == []
    assert [field for field, _ in found(ConsentRecord())] == [
        "subject",
        "person_id",
        "capacity",
        "outcome",
        "form",
        "day",
        "recorded_by",
    ]


@pytest.mark.parametrize("outcome", [o for o in ConsentOutcome if o is not ConsentOutcome.AGREED])
def test_every_answer_but_yes_needs_a_reason(outcome: ConsentOutcome) -> None:
    form = ConsentForm.SPOKEN if outcome.is_answer else ConsentForm.NONE
    record = replace(GOOD, outcome=outcome, form=form)
    assert ("reason", "needed") in found(record)
    assert found(replace(record, reason="drie keer gebeld")) == []


def test_the_form_fits_the_answer() -> None:
    assert found(replace(GOOD, form=ConsentForm.NONE)) == [("form", "wrong")]
    away = replace(GOOD, outcome=ConsentOutcome.UNREACHABLE, reason="drie keer gebeld")
    assert found(away) == [("form", "wrong")]


def test_the_wzd_asks_the_time() -> None:
    assert found(GOOD, wzd=True) == [("moment", "needed")]
    assert found(replace(GOOD, moment=time(14, 0)), wzd=True) == []


def test_treatment_asks_what_was_explained_and_elsewhere_it_is_a_tip() -> None:
    bare = replace(GOOD, explained=frozenset())
    assert found(bare) == [("explained", "tip")]
    assert found(bare, medical=True) == [("explained", "needed")]
    part = replace(GOOD, explained=frozenset({Explained.WHAT}))
    [hint] = check_consent(part, TODAY, medical=True)
    assert (hint.level, "andere mogelijkheden" in hint.text) == (HintLevel.TIP, True)
    assert found(part) == []


@pytest.mark.parametrize("subject", [ConsentSubject.PART, ConsentSubject.GOAL, ConsentSubject.SHARING])
def test_a_part_a_goal_and_a_receiver_are_named(subject: ConsentSubject) -> None:
    record = replace(GOOD, subject=subject)
    assert found(record) == [("subject_detail", "needed")]
    assert found(replace(record, subject_detail="doel 2")) == []


def test_days_that_cannot_be() -> None:
    tomorrow = date(2026, 4, 16)
    assert found(replace(GOOD, day=tomorrow)) == [("day", "wrong")]
    assert found(replace(GOOD, withdrawn_on=date(2026, 4, 14))) == [("withdrawn_on", "wrong")]
    assert found(replace(GOOD, withdrawn_on=tomorrow)) == [("withdrawn_on", "wrong")]
    assert found(replace(GOOD, withdrawn_on=TODAY)) == []


def test_a_foster_parent_and_the_whole_plan() -> None:
    assert found(replace(GOOD, capacity=Capacity.FOSTER_PARENT)) == [("subject", "tip")]


YES, NO = ConsentOutcome.AGREED, ConsentOutcome.REFUSED


@pytest.mark.parametrize(
    ("outcomes", "state"),
    [
        ([], ConsentState.NOT_NEEDED),
        ([ConsentOutcome.HEARD], ConsentState.NOT_NEEDED),
        ([YES, YES], ConsentState.COMPLETE),
        ([YES, ConsentOutcome.HEARD], ConsentState.COMPLETE),
        ([YES, None], ConsentState.INCOMPLETE),
        ([YES, ConsentOutcome.NOT_ASKED], ConsentState.INCOMPLETE),
        ([YES, NO], ConsentState.CLOSED),
        ([YES, ConsentOutcome.UNREACHABLE], ConsentState.CLOSED),
    ],
)
def test_one_missing_answer_is_never_a_yes(
    outcomes: list[ConsentOutcome | None], state: ConsentState
) -> None:
    assert consent_state(outcomes) is state
    assert state.icon


def test_all_words_for_people_differ() -> None:
    for kind in (ConsentOutcome, ConsentForm, ConsentSubject, Capacity):
        assert len({member.label for member in kind}) == len(kind)
    assert not any("bewindvoerder" in capacity.label for capacity in Capacity)
