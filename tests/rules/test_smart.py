"""SMART and GOZ cards: what is missing, per letter (D2.3, D3)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from planbureau.rules.goals.smart import AskedPerson, GoalKind, GozFacts, SmartFacts, check_goz, check_smart
from planbureau.rules.hints import HintLevel

GOOD = SmartFacts(
    sentence="Sara slaapt elke nacht acht uur.",
    names=("Sara",),
    how_seen="5 nachten per week, in het slaapschrift",
    for_whom=(AskedPerson("Sara", 14, agreed=True), AskedPerson("Ali", 11)),
    doers=(AskedPerson("avonddienst", agreed=True),),
    feasible=True,
    start=date(2026, 9, 1),
    target=date(2026, 12, 1),
)


def fields(facts: SmartFacts) -> list[tuple[str, HintLevel]]:
    return [(hint.field, hint.level) for hint in check_smart(facts)]


def test_a_good_card_has_no_hints_and_a_child_under_twelve_is_not_asked() -> None:
    assert fields(GOOD) == []


def test_an_empty_card_asks_for_all_letters() -> None:
    assert fields(SmartFacts()) == [
        ("sentence", HintLevel.NEEDED),
        ("how_seen", HintLevel.NEEDED),
        ("feasible", HintLevel.TIP),
        ("start", HintLevel.NEEDED),
        ("target", HintLevel.NEEDED),
    ]


@pytest.mark.parametrize(
    ("sentence", "hints"),
    [
        ("Ik kook zelf.", 0),
        ("Elke dag ga ik naar buiten.", 0),
        ("Wij praten rustig met elkaar.", 0),
        ("Mijn kamer is schoon.", 1),  # about "mijn", but no verb beside a subject is found
        ("Beter slapen.", 1),
        ("Sara en de school.", 1),
        ("Sara slaapt " + "heel " * 20 + "goed.", 1),
    ],
)
def test_a_sentence_has_somebody_and_a_verb_and_is_short(sentence: str, hints: int) -> None:
    found = fields(replace(GOOD, sentence=sentence))
    assert found == [("sentence", HintLevel.TIP)] * hints


def test_a_ready_made_goal_is_not_judged_on_its_wording() -> None:
    facts = replace(GOOD, sentence="Het huis is schoon en opgeruimd genoeg.")
    assert fields(facts) == [("sentence", HintLevel.TIP)]
    assert fields(replace(facts, from_library=True)) == []


@pytest.mark.parametrize(
    ("how_seen", "hint"),
    [
        ("het gaat beter", True),
        ("het gaat goed met de weekenden", True),
        ("3 keer", False),
        ("om het weekend bij papa", False),
        ("Sara vraagt om hulp", False),
    ],
)
def test_a_measure_is_a_number_a_frequency_or_something_visible(how_seen: str, hint: bool) -> None:
    assert fields(replace(GOOD, how_seen=how_seen)) == ([("how_seen", HintLevel.TIP)] if hint else [])


def test_who_said_no_yes_is_named_once() -> None:
    tom = AskedPerson("Tom", 12)
    facts = replace(GOOD, for_whom=(tom, AskedPerson("moeder")), doers=(tom,))
    [hint] = check_smart(facts)
    assert hint.text == "Tom en moeder hebben nog geen ja gezegd tegen dit doel."


def test_doubt_asks_for_words() -> None:
    assert fields(replace(GOOD, feasible=False)) == [("feasible_note", HintLevel.NEEDED)]
    assert fields(replace(GOOD, feasible=False, feasible_note="oma helpt")) == []


def test_a_target_before_the_start_is_wrong_and_the_same_day_is_not() -> None:
    assert fields(replace(GOOD, target=date(2026, 8, 31))) == [("target", HintLevel.WRONG)]
    assert fields(replace(GOOD, target=date(2026, 9, 1))) == []


def test_no_end_date_asks_a_reason_and_a_look_date() -> None:
    facts = replace(GOOD, target=None, no_end_date=True)
    assert [field for field, _ in fields(facts)] == ["no_end_reason", "look_date"]
    assert fields(replace(facts, no_end_reason="terugkerend", look_date=date(2027, 1, 1))) == []


def test_goz_asks_direction_watching_and_a_look_date_and_knows_no_target() -> None:
    assert [h.field for h in check_goz(GozFacts())] == ["direction", "watch_what", "watch_who", "look_date"]
    day = date(2027, 1, 1)
    good = GozFacts("Meer rust in huis", "slapen", "moeder", day)
    assert check_goz(good) == ()
    found = check_goz(replace(good, target=day, has_gas=True))
    assert [(h.field, h.level) for h in found] == [("target", HintLevel.WRONG), ("gas", HintLevel.WRONG)]


@pytest.mark.parametrize(
    ("kind", "asked"),
    [
        (GoalKind.REACH, ["how_seen needed", "start needed", "target needed"]),
        (GoalKind.LEARN, ["how_seen needed", "start needed", "target needed"]),
        (GoalKind.KEEP, ["how_seen needed", "look_date needed"]),
        (GoalKind.RECURRING, ["how_seen tip", "look_date needed"]),
        (GoalKind.DIRECTION, ["how_seen needed", "look_date needed"]),
    ],
)
def test_each_kind_of_goal_asks_its_own_things(kind: GoalKind, asked: list[str]) -> None:
    empty = replace(GOOD, kind=kind, how_seen="", start=None, target=None)
    assert [f"{name} {level.value}" for name, level in fields(empty)] == asked
    text = next(hint.text for hint in check_smart(empty) if hint.field == "how_seen")
    assert kind.seen_by in text


def test_a_kind_without_an_end_may_have_one_all_the_same() -> None:
    assert fields(replace(GOOD, kind=GoalKind.KEEP)) == []
    assert fields(replace(GOOD, kind=GoalKind.KEEP, start=date(2026, 12, 2))) == [("target", HintLevel.WRONG)]
