"""Folding: in any order the same record, and nothing accepted is lost in silence."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from planbureau.changes import Revision
from planbureau.model.revisions import ancestors, canonical, fold, revision_id

START = datetime(2026, 3, 16, tzinfo=UTC)


def _revision(number: int, parents: tuple[str, ...], changes: dict[str, Any], minutes: int = 0) -> Revision:
    at = START + timedelta(minutes=minutes)
    made = revision_id("r", "person", parents, changes, "ik", "laptop", number, at)
    return Revision(made, "r", "person", 1, parents, changes, "ik", "laptop", number, at)


@st.composite
def histories(draw: st.DrawFn) -> list[Revision]:
    """A record written on several laptops: each write saw some of the earlier ones; clocks are wrong."""
    made: list[Revision] = [_revision(0, (), {"a": 0, "b": 0})]
    for number in range(1, draw(st.integers(1, 12))):
        seen = draw(st.sets(st.sampled_from([r.id for r in made]), min_size=1, max_size=3))
        field = draw(st.sampled_from(["a", "b", "removed"]))
        value = draw(st.booleans()) if field == "removed" else draw(st.integers(0, 3))
        made.append(_revision(number, tuple(sorted(seen)), {field: value}, draw(st.integers(-50, 50))))
    return made


@given(histories(), st.randoms())
def test_any_order_gives_the_same_record(history: list[Revision], random: Any) -> None:
    shuffled = list(history)
    random.shuffle(shuffled)
    assert fold(shuffled) == fold(history)


@given(histories())
def test_every_write_is_shown_kept_or_replaced_by_someone_who_saw_it(history: list[Revision]) -> None:
    folded = fold(history)
    seen = ancestors({revision.id: revision for revision in history})
    for revision in history:
        for name, value in revision.changes.items():
            if name == "removed":
                continue
            replaced = any(revision.id in seen[o.id] for o in history if name in o.changes)
            kept = {canonical(write.value) for write in folded.conflicts.get(name, ())}
            assert replaced or folded.fields[name] == value or canonical(value) in kept


@given(histories())
def test_an_edit_that_the_remover_had_not_seen_keeps_the_record(history: list[Revision]) -> None:
    folded = fold(history)
    if folded.fields.get("removed"):
        seen = ancestors({revision.id: revision for revision in history})
        removers = [r for r in history if r.changes.get("removed")]
        for head in folded.heads:
            assert any(head == r.id or r.id in seen[head] for r in removers)


def test_a_later_write_that_saw_the_first_replaces_it() -> None:
    first = _revision(0, (), {"a": 1})
    second = _revision(1, (first.id,), {"a": 2}, minutes=-500)
    assert fold([second, first]).fields == {"a": 2}
    assert fold([second, first]).conflicts == {}


def test_equal_values_are_no_conflict() -> None:
    first = _revision(0, (), {"a": 1})
    left, right = _revision(1, (first.id,), {"a": 2}), _revision(2, (first.id,), {"a": 2})
    assert fold([first, left, right]).conflicts == {}
