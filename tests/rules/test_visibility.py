"""What is kept from somebody ("niet voor ...") on a copy (B7)."""

from __future__ import annotations

from planbureau.rules.visibility import RecordRef, Restriction, hidden_from, visible_to

FATHER, MOTHER = "father", "mother"
HIDDEN_GOAL = Restriction("goal", "g1", frozenset({FATHER}), reason="veiligheid")
HIDDEN_PHONE = Restriction("person", "mother", frozenset({FATHER}), field="phone")
HIDDEN_AUNT = Restriction("person", "aunt", frozenset({FATHER}))
ALL = (HIDDEN_GOAL, HIDDEN_PHONE, HIDDEN_AUNT)


def test_a_goal_is_hidden_from_whom_it_is_not_for_only() -> None:
    assert not visible_to(ALL, {FATHER})("goal", "g1")
    assert visible_to(ALL, {FATHER})("goal", "g2")
    assert visible_to(ALL, {MOTHER})("goal", "g1")
    assert visible_to(ALL, ())("goal", "g1")


def test_one_reader_who_may_not_see_it_is_enough() -> None:
    assert not visible_to(ALL, {MOTHER, FATHER})("goal", "g1")


def test_a_field_is_hidden_and_the_rest_of_the_record_is_not() -> None:
    visible = visible_to(ALL, {FATHER})
    assert not visible("person", "mother", "phone")
    assert visible("person", "mother", "name")
    assert visible.person("mother")


def test_a_hidden_record_hides_each_of_its_fields() -> None:
    assert not visible_to(ALL, {FATHER})("goal", "g1", "sentence")


def test_hiding_a_person_hides_all_that_is_bound_to_that_person() -> None:
    visible = visible_to(ALL, {FATHER})
    assert not visible("address", "a1", bound_to=[RecordRef("person", "aunt")])
    assert not visible(
        "appointment", "x", "text", bound_to=[RecordRef("person", "mother"), RecordRef("person", "aunt")]
    )
    assert visible("address", "a2", bound_to=[RecordRef("person", "mother")])


def test_the_copy_says_that_something_was_left_out_but_not_what() -> None:
    visible = visible_to(ALL, {FATHER})
    visible("goal", "g2")
    assert (visible.left_out, visible.notice) == (False, "")
    visible("goal", "g1")
    assert visible.left_out
    assert "weggelaten" in visible.notice
    assert "g1" not in visible.notice
    assert "veiligheid" not in visible.notice


def test_several_restrictions_on_one_record_add_up() -> None:
    more = (HIDDEN_GOAL, Restriction("goal", "g1", frozenset({"school"})), HIDDEN_PHONE)
    assert hidden_from(more, RecordRef("goal", "g1")) == {FATHER, "school"}
    assert hidden_from(more, RecordRef("person", "mother")) == frozenset()
