"""Bad luck and bad files: the vault closes whatever happens, and a strange file keeps nobody out."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from tests.vault_room import VaultRoom

from planbureau.clock import FixedClock
from planbureau.errors import InvalidInputError, VaultError
from planbureau.formats.loader import load_formats
from planbureau.views import PersonView

ANCIENT = date(1970, 1, 1)


def test_a_clock_that_fell_back_to_its_beginning_does_not_keep_the_vault_open(tmp_path: Path) -> None:
    """The copy of the day cannot be dated before 1980; the key is forgotten and the lock given back."""
    VaultRoom(tmp_path).create().lock()
    workspace = VaultRoom(tmp_path, daily=True, clock=FixedClock.on(ANCIENT)).unlock()
    workspace.lock()
    with pytest.raises(VaultError):
        workspace.clients.rows()
    VaultRoom(tmp_path).unlock().lock()


def test_a_vault_from_the_future_opens(tmp_path: Path) -> None:
    room = VaultRoom(tmp_path, daily=True, clock=FixedClock.on(date(2190, 1, 1)))
    workspace = room.create()
    client_id, _ = workspace.clients.add_client(PersonView(given_name="Noor"))
    workspace.lock()
    again = replace(room, clock=FixedClock.on(date(2026, 3, 16))).unlock()
    assert again.clients.client(client_id).person.given_name == "Noor"
    again.lock()


def test_a_format_file_that_is_nested_too_deep_is_a_problem_of_that_file_alone(tmp_path: Path) -> None:
    (tmp_path / "diep.toml").write_text("x = " + "[" * 5000 + "]" * 5000, encoding="utf-8")
    library = load_formats([tmp_path], frozenset(), frozenset())
    (problem,) = library.problems
    assert problem.file == "diep.toml"


def test_a_file_of_sixty_megabytes_is_refused_in_words(tmp_path: Path) -> None:
    workspace = VaultRoom(tmp_path / "kluis").create()
    large = tmp_path / "film.mp4"
    with large.open("wb") as file:
        file.truncate(60 * 1024 * 1024)
    with pytest.raises(InvalidInputError, match="hooguit 50 MB"):
        workspace.plans.add_attachment(large)
    workspace.lock()
