"""An organisation puts its own plan types beside the shipped ones."""

from __future__ import annotations

from pathlib import Path

from tests.vault_room import PASSWORD, QUICK, VaultRoom

from planbureau.services.plan_types.format_files import problems_in
from planbureau.services.vault.places import Places
from planbureau.services.vault.vaults import Vaults

OWN = """\
id = "bezoekplan"
version = 1
title = "Bezoekplan"
easy_title = "Ik krijg bezoek"
regimes = ["wmo"]

[[section]]
id = "bezoek"
title = "Het bezoek"
  [[section.question]]
  id = "wie_komt"
  kind = "short_text"
  label = "Wie komt er"
  need = "adopt"
"""


def test_a_pictogram_that_does_not_exist_is_told_with_what_looks_like_it(tmp_path: Path) -> None:
    (tmp_path / "bezoekplan.toml").write_text(
        OWN.replace('title = "Het bezoek"', 'title = "Het bezoek"\npictogram = "huis"'), encoding="utf-8"
    )
    (problem,) = problems_in(tmp_path)
    assert problem.startswith("bezoekplan.toml, regel ")
    assert "het plaatje 'huis' bestaat niet. Dit lijkt erop: thuis, " in problem


def test_a_whole_folder_is_checked_annexes_too(tmp_path: Path) -> None:
    assert "staat geen bestand dat eindigt op .toml" in problems_in(tmp_path)[0]
    (tmp_path / "annexes").mkdir()
    (tmp_path / "bezoekplan.toml").write_text(OWN, encoding="utf-8")
    assert problems_in(tmp_path) == ()
    (tmp_path / "annexes" / "verslag.toml").write_text('id = "verslag"\nkleur = 1\n', encoding="utf-8")
    assert {problem[:12] for problem in problems_in(tmp_path)} == {"verslag.toml"}


def test_a_plan_type_in_the_folder_can_be_started(tmp_path: Path) -> None:
    room = VaultRoom(tmp_path)
    room.create().lock()
    places = Places(room.place, tmp_path / "kopieen", tmp_path / "plantypes", daily=False)
    places.formats.mkdir()
    (places.formats / "bezoekplan.toml").write_text(OWN, encoding="utf-8")
    (places.formats / "kapot.toml").write_text('id = "kapot"\nonbekend = 1\n', encoding="utf-8")
    workspace = Vaults(room.clock, places, QUICK).unlock(room.place, PASSWORD)
    try:
        assert "bezoekplan" in {plan.id for plan in workspace.plans.formats()}
        problems = workspace.plans.format_problems()
        assert problems
        assert all("kapot.toml" in problem for problem in problems)
    finally:
        workspace.lock()
