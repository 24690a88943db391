"""What stands in a form is kept encrypted, and is found again after the vault was locked."""

from __future__ import annotations

from pathlib import Path

from tests.vault_room import VaultRoom

from planbureau.views import FormKey, PersonView

CANARY = "Kanariegeel-formulier-7731"


def test_kept_found_again_and_dropped(tmp_path: Path) -> None:
    room = VaultRoom(tmp_path)
    workspace = room.create()
    client_id, _ = workspace.clients.add_client(PersonView(given_name="Noor", family_name="Voorbeeld"))
    home_id, _ = workspace.clients.add_household("Gezin Voorbeeld")
    mine, other = FormKey("measure", client_id), FormKey("household", home_id, home_id)
    workspace.forms.keep(mine, "Maatregel", {"Instantie": "eerst iets anders"})
    workspace.forms.keep(mine, "Maatregel", {"Instantie": CANARY})
    workspace.forms.keep(other, "Gezin", {"Naam": "Gezin V"})
    workspace.forms.keep(FormKey("new-client"), "Nieuwe cliënt", {"Achternaam": "Pri"})
    workspace.lock()
    for file in tmp_path.rglob("*"):
        assert not file.is_file() or CANARY.encode() not in file.read_bytes(), file

    again = room.unlock()
    kept = again.forms.find(mine)
    assert kept is not None
    assert (kept.title, kept.subject_name, dict(kept.typed)) == (
        "Maatregel", "Noor Voorbeeld", {"Instantie": CANARY}
    )  # fmt: skip
    assert kept.at == room.clock.now()
    names = {draft.key.form: draft.subject_name for draft in again.forms.all()}
    assert names == {"measure": "Noor Voorbeeld", "household": "Gezin Voorbeeld", "new-client": ""}
    assert again.plans.drafts() == ()  # no plan is named by them
    again.forms.drop(mine)
    assert again.forms.find(mine) is None
    assert len(again.forms.all()) == 2
    again.lock()
