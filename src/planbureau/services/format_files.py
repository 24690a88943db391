"""Plan format files of an organisation: checked against the rules that exist."""

from __future__ import annotations

from pathlib import Path

from planbureau.formats.loader import check_file
from planbureau.rules.deadlines.catalogue import RULE_IDS
from planbureau.rules.plan_checks import CHECKS


def problems_in(path: Path) -> tuple[str, ...]:
    """What is wrong with a format file, each with file, line and what is expected."""
    return tuple(str(problem) for problem in check_file(path, RULE_IDS, frozenset(CHECKS)))
