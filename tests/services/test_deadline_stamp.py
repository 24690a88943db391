"""Stored deadlines know what they were computed with: a changed rule is found by itself."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import replace

from tests.vault_room import SHIPPED

from planbureau.services.calendar.deadline_stamp import OUTSIDE, deadline_stamp, stamp_of

RULE = """RULES = (rule(id="A", weeks=6, scopes=frozenset({"wlz", "wmo"})),)
def late(day):
    return day > LAST
"""


def stamp(text: str) -> str:
    return stamp_of([compile(text, "rule.py", "exec")])


def test_another_number_or_another_function_gives_another_stamp() -> None:
    same = stamp(RULE)
    assert stamp("# the same rule, lower\n\n" + RULE) == same
    assert stamp(RULE.replace("weeks=6", "weeks=8")) != same
    assert stamp(RULE.replace(">", ">=")) != same
    assert stamp(RULE.replace("wmo", "jeugdwet")) != same


def test_another_rule_in_a_plan_type_and_a_plan_type_put_back_give_another_stamp() -> None:
    library = SHIPPED().formats
    first, *others = library.formats
    assert deadline_stamp(library) == deadline_stamp(replace(library, problems=()))
    assert deadline_stamp(replace(library, formats=tuple(others))) != deadline_stamp(library)
    shorter = replace(first, deadlines=first.deadlines[1:])
    assert deadline_stamp(replace(library, formats=(shorter, *others))) != deadline_stamp(library)


def test_another_start_of_the_program_finds_the_same_stamp() -> None:
    script = (
        "from planbureau.services.vault.vaults import load_content\n"
        "from planbureau.services.calendar.deadline_stamp import deadline_stamp\n"
        "print(deadline_stamp(load_content().formats))"
    )
    run = subprocess.run(  # noqa: S603 - our own interpreter
        [sys.executable, "-c", script], check=True, capture_output=True, text=True
    )
    assert run.stdout.strip() == deadline_stamp(SHIPPED().formats)


def test_all_that_the_rules_stand_on_is_in_the_stamp() -> None:
    script = (
        "import sys\n"
        "import planbureau.rules.deadlines.engine, planbureau.rules.deadlines.outline\n"
        "print(*(name for name, one in sys.modules.items() if name.startswith('planbureau.rules.')\n"
        "        and not name.startswith('planbureau.rules.deadlines') and not hasattr(one, '__path__')))"
    )
    run = subprocess.run(  # noqa: S603 - our own interpreter
        [sys.executable, "-c", script], check=True, capture_output=True, text=True
    )
    assert set(run.stdout.split()) <= set(OUTSIDE)
