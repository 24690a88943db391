"""A correction that hides a question takes back what that question did: what does not show is not said."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.services.test_agreed_in_talk import BED, CALLS, POST, ROW
from tests.services.test_risks_in_talk import FALL, FIRE, NEW, NOW, WAS, Risks
from tests.vault_room import PASSWORD, QUICK, VaultRoom

from planbureau import resources
from planbureau.services.api import Workspace
from planbureau.services.vault.places import Places
from planbureau.services.vault.vaults import Vaults

ASKED = ("afspraken_gehouden", "risicos_opnieuw", "nieuwe_afspraken")
"""Questions that this organisation asks only in a planned evaluation."""


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    text = (resources.root() / "formats/annexes/evaluatieverslag.toml").read_text(encoding="utf-8")
    text = text.replace('id = "evaluatieverslag"', 'id = "ons_verslag"', 1)
    for name in ASKED:
        hidden = f'id = "{name}"\n  when = {{ answer = "soort", is = ["gepland"] }}'
        text = text.replace(f'id = "{name}"', hidden, 1)
    folder = tmp_path / "plantypes/annexes"
    folder.mkdir(parents=True)
    (folder / "ons_verslag.toml").write_text(text, encoding="utf-8")
    room = VaultRoom(tmp_path)
    room.create().lock()
    places = Places(room.place, tmp_path / "kopieen", tmp_path / "plantypes", daily=False)
    made = Vaults(room.clock, places, QUICK).unlock(room.place, PASSWORD)
    yield made
    made.lock()


@pytest.fixture
def table(workspace: Workspace) -> Risks:
    made = Risks(workspace, kind="ons_verslag")
    made.say("nieuwe_afspraken", [ROW, {**ROW, "id": "r2", "wat": "Pannen kopen.", "doel": 1}])
    made.review(POST[0], then="changes", what="Noor doet zelf de post.", function="mentor")
    made.review(BED[0], then="ends")
    made.look(FALL, **NEW)
    made.look(FIRE, choice="weg", then="ends")
    made.finish()
    assert made.agreements() == [("Noor doet zelf de post.", "", "mentor", ""), CALLS]
    assert made.risks() == [NOW]
    return made


def test_what_a_hidden_question_did_is_taken_back_and_said_beforehand(table: Risks) -> None:
    table.workspace.annexes.reopen(table.report)
    table.say("soort", "tussentijds")
    assert table.effects()[:-1] == (
        "Vaste afspraak blijft toch: Samen de post doen.",
        "Vaste afspraak blijft toch: Om tien uur naar bed.",
        f"Risico blijft toch: {FALL}",
        f"Risico blijft toch: {FIRE}",
        "Vaste afspraak stopt: Noor belt zelf de huisarts.",
        "Actie bij doel 1 vervalt: Pannen kopen.",
    )
    table.finish("Het was geen geplande evaluatie.")
    assert (table.agreements(), table.risks()) == ([POST, BED], WAS)
    assert [(letter, status) for letter, *_, status in table.actions()] == [("a", "lapsed")]


def test_shown_again_it_is_done_again_and_once(table: Risks) -> None:
    table.correct("soort", "tussentijds")
    table.correct("soort", "gepland")
    assert table.agreements() == [("Noor doet zelf de post.", "", "mentor", ""), CALLS]
    assert table.risks() == [NOW]
    assert [status for *_, status in table.actions()] == ["lapsed", "not_started"]
