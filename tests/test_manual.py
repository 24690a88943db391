"""The manual tells of what there is: every verb, with an example that is understood, and every shortcut."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest
from tests.vault_room import SHIPPED

from planbureau.cli.parser import build_parser
from planbureau.services.demo.making import FRESH
from planbureau.services.vault.passwords import SHORTEST
from planbureau.ui.shell.navigation import NAVIGATION

DOCS = Path(__file__).parents[1] / "docs"
TEXT = (DOCS / "handleiding.md").read_text("utf-8")
EXAMPLES = re.findall(r"^    planbureau (.+)$", TEXT, re.MULTILINE)


def _verbs() -> set[str]:
    return {
        name
        for action in build_parser()._actions
        if isinstance(action.choices, dict)
        for name in action.choices
    }


@pytest.mark.parametrize("example", EXAMPLES)
def test_every_example_is_understood(example: str) -> None:
    command = shlex.split(example.partition(" < ")[0])
    options = build_parser().parse_args(command)
    assert callable(options.verb)


def test_every_plan_type_is_told_of() -> None:
    readme = (DOCS.parent / "README.md").read_text("utf-8")
    for text in (TEXT.casefold(), " ".join(readme.split()).casefold()):
        names = {one.title.casefold() for one in SHIPPED().formats.all()}
        assert {name for name in names if name.split(" in de stijl")[0] not in text} == set()


def test_every_verb_has_an_example() -> None:
    assert {example.split()[0] for example in EXAMPLES} == _verbs()


def test_links_lead_somewhere() -> None:
    for name in re.findall(r"\]\(([\w-]+\.md)\)", TEXT):
        assert (DOCS / name).exists(), name
    headings = {
        re.sub(r"[^\w\s-]", "", line[3:].strip().casefold()).replace(" ", "-")
        for line in TEXT.splitlines()
        if line.startswith("## ")
    }
    assert set(re.findall(r"\]\(#([^)]+)\)", TEXT)) == headings


def test_shortcuts_are_those_of_the_window() -> None:
    keys = [item.shortcut for item in NAVIGATION if item.shortcut]
    assert {"F9", "Ctrl+L"} <= set(keys)
    numbers = [key.removeprefix("Ctrl+") for key in keys if key.removeprefix("Ctrl+").isdigit()]
    assert f"Ctrl+{', '.join(numbers)}" in TEXT


def test_numbers_of_the_manual_are_those_of_the_program() -> None:
    assert SHORTEST == 12
    assert "minstens twaalf tekens" in TEXT
    assert FRESH.days == 7
    assert "na een week" in TEXT


def test_every_decision_has_a_number_of_its_own() -> None:
    files = sorted((DOCS / "decisions").glob("*.md"))
    assert len({file.name[:4] for file in files}) == len(files)
    assert all(file.read_text("utf-8").startswith(f"# {file.name[:4]}: ") for file in files)
