"""A plan in the client's own hands: the code opens it; without it only what is shared is read."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

import pypdfium2
import pytest
from tests.pdf_checks import assert_pdf_ua
from tests.services.test_protection import at_the_keyboard
from tests.vault_room import VaultRoom

from planbureau.errors import InvalidInputError, NotFoundError, WrongSecretError
from planbureau.services.api import Edition, PrintRequest, Workspace
from planbureau.vault.codes import code_fits, hash_code
from planbureau.views import PersonView

CODE, CANARY, SHARED = "lente7", "zwaluwstaart", "wandelen bij de plas"


@dataclass
class Own:
    """A plan that its client wrote with a code."""

    workspace: Workspace
    client_id: str
    plan_id: str
    colleague: str


@pytest.fixture
def own(workspace: Workspace) -> Own:
    client_id, _ = workspace.clients.add_client(PersonView(given_name="Noor", family_name="Voorbeeld"))
    karim = PersonView(given_name="Karim", family_name="Collega", professional=True)
    colleague, _ = workspace.clients.add_person(karim)
    plan_id, _ = workspace.plans.start_plan("wrap", client_id)
    workspace.own_plans.choose_code(plan_id, CODE)
    workspace.own_plans.open(plan_id, CODE)
    workspace.plans.save_answer(plan_id, "wat_helpt", SHARED, ())
    workspace.plans.save_answer(plan_id, "crisis_merken", f"dan {CANARY} ik", ())
    workspace.plans.save_draft(plan_id, "crisis_helpt", f"half {CANARY}")
    workspace.own_plans.leave()
    return Own(workspace, client_id, plan_id, colleague)


def words_on(pdf: bytes) -> str:
    """The text of every page."""
    document = pypdfium2.PdfDocument(pdf)
    words = "\n".join(page.get_textpage().get_text_bounded() for page in document)
    document.close()
    return words


def everything_shown(own: Own) -> str:
    """All that a professional reads about this client, print and export with it."""
    work = own.workspace
    said: list[object] = [
        work.plans.plan(own.plan_id),
        work.plans.rows(own.client_id),
        work.plans.drafts(),
        work.search(CANARY),
        work.search("Noor"),
        work.calendar.deadlines(client_id=own.client_id),
        work.exchange.export_client(own.client_id),
        work.exchange.export_plan(own.plan_id),
    ]
    return "\n".join(repr(one) for one in said)


def test_without_the_code_the_plan_is_its_title(own: Own) -> None:
    shown = everything_shown(own)
    assert "Herstelplan" in shown
    assert CANARY not in shown
    assert SHARED not in shown
    assert own.workspace.search(CANARY) == ()
    view = own.workspace.own_plans.own_plan(own.plan_id)
    assert (view.has_code, view.opened, view.client_name) == (True, False, "Noor")
    own.workspace.own_plans.open(own.plan_id, CODE)
    assert own.workspace.plans.plan(own.plan_id).answer("crisis_merken").value == f"dan {CANARY} ik"
    assert [draft.text for draft in own.workspace.plans.drafts(own.plan_id)] == [f"half {CANARY}"]


def test_no_professional_writes_in_it(own: Own) -> None:
    work = own.workspace
    plan = work.plans.plan(own.plan_id)
    for verb in (
        lambda: work.plans.save_answer(own.plan_id, "wat_helpt", "pillen", ()),
        lambda: work.plans.save_draft(own.plan_id, "wat_helpt", "pillen"),
        lambda: work.plans.close_plan(own.plan_id, "niet nodig"),
        lambda: work.plans.set_coordinator(plan, work.organisation.user().id),
        lambda: work.own_plans.share(own.plan_id, "crisis", "team"),
    ):
        with pytest.raises(InvalidInputError, match="cliënt"):
            verb()
    work.own_plans.open(own.plan_id, CODE)
    assert work.plans.plan(own.plan_id).answer("wat_helpt").value == SHARED


def test_the_client_shares_a_part_with_the_team_or_with_one_person(own: Own) -> None:
    work = own.workspace
    work.own_plans.open(own.plan_id, CODE)
    work.own_plans.share(own.plan_id, "wat-mij-helpt", "team")
    work.own_plans.share(own.plan_id, "crisis", own.colleague)
    work.own_plans.leave()
    seen = work.plans.plan(own.plan_id)
    assert [section.id for section in seen.format.sections] == ["wat-mij-helpt"]
    assert SHARED in everything_shown(own)
    assert CANARY not in everything_shown(own)
    with at_the_keyboard(work, own.colleague):
        assert work.plans.plan(own.plan_id).answer("crisis_merken").value == f"dan {CANARY} ik"
        assert work.plans.plan(own.plan_id).answer("wat_helpt").value == SHARED
    work.own_plans.open(own.plan_id, CODE)
    work.own_plans.share(own.plan_id, "wat-mij-helpt", "")
    work.own_plans.leave()
    assert SHARED not in everything_shown(own)


def offered(own: Own, plan_id: str) -> dict[str, object]:
    """What is offered to another plan of the same client."""
    return {one.key: one.answer.value for one in own.workspace.offers.of_plan(plan_id)}


def test_what_the_client_shares_with_the_team_is_offered_to_the_plan_that_asks_for_it(own: Own) -> None:
    work = own.workspace
    asks, _ = work.plans.start_plan("ggz", own.client_id)
    other, _ = work.plans.start_plan("wmo", own.client_id)
    numbers = [{"id": "a", "wie": "Zus Aya", "nummer": "06-0000 1234"}]
    work.own_plans.open(own.plan_id, CODE)
    work.plans.save_answer(own.plan_id, "eerste_tekens", "Ik slaap slecht.", ())
    work.plans.save_answer(own.plan_id, "eerste_tekens_plan", "Ik bel Aya.", ())
    work.plans.save_answer(own.plan_id, "wie_bellen", numbers, ())
    work.own_plans.leave()
    assert offered(own, asks) == {}

    work.own_plans.open(own.plan_id, CODE)
    work.own_plans.share(own.plan_id, "wat-mij-helpt", "team")
    work.own_plans.share(own.plan_id, "eerste-tekens", "team")
    work.own_plans.share(own.plan_id, "crisis", own.colleague)
    work.own_plans.leave()
    row = {"id": "oranje", "fase": "oranje", "zien": "Ik slaap slecht.", "ik": "Ik bel Aya."}
    helps = f"Dingen die mij goed doen of rustig maken: {SHARED}"
    assert offered(own, asks) == {"signalen": [row], "herstelplan_delen": helps}
    assert offered(own, other) == {}
    with at_the_keyboard(work, own.colleague):  # what one person may read does not go to the team
        assert "wie_bellen" not in offered(own, asks)
    taken = next(one for one in work.offers.of_plan(asks) if one.key == "signalen")
    work.offers.take(taken)
    assert work.plans.plan(asks).answer("signalen").value == [row]
    assert set(offered(own, asks)) == {"herstelplan_delen"}

    work.own_plans.open(own.plan_id, CODE)
    work.own_plans.share(own.plan_id, "crisis", "team")
    work.own_plans.share(own.plan_id, "wat-mij-helpt", "")
    work.own_plans.leave()
    assert offered(own, asks) == {"wie_bellen": numbers}


def test_a_wrong_code_makes_the_next_try_wait_longer_and_never_locks_out(own: Own, room: VaultRoom) -> None:
    work = own.workspace
    waits = []
    for _ in range(5):
        with pytest.raises(WrongSecretError):
            work.own_plans.open(own.plan_id, "fout")
        waits.append(work.own_plans.own_plan(own.plan_id).wait_seconds)
        room.clock.moment += timedelta(seconds=waits[-1])
    assert waits == [0, 1, 2, 4, 8]
    with pytest.raises(WrongSecretError):
        work.own_plans.open(own.plan_id, "fout")
    with pytest.raises(WrongSecretError, match="Wacht"):
        work.own_plans.open(own.plan_id, CODE)
    work.lock()
    again = room.unlock()
    assert again.own_plans.own_plan(own.plan_id).wait_seconds > 0
    room.clock.moment += timedelta(minutes=1)
    again.own_plans.open(own.plan_id, CODE)
    assert again.own_plans.own_plan(own.plan_id).opened
    again.lock()


def test_a_forgotten_code_is_replaced_with_a_professional_there_and_that_is_noted(own: Own) -> None:
    work = own.workspace
    work.own_plans.open(own.plan_id, CODE)
    work.own_plans.share(own.plan_id, "wat-mij-helpt", "team")
    work.own_plans.leave()
    with pytest.raises(InvalidInputError, match="minstens 4"):
        work.own_plans.replace_code(own.plan_id, "abc")
    work.own_plans.replace_code(own.plan_id, "zomer8")
    with pytest.raises(WrongSecretError):
        work.own_plans.open(own.plan_id, CODE)
    noted = work.own_plans.own_plan(own.plan_id).noted
    user = work.organisation.user().full_name
    assert {(one.name, one.what) for one in noted} == {
        (user, "eerste code gekozen"), (user, "nieuwe code gekozen"),
    }  # fmt: skip
    assert work.plans.plan(own.plan_id).answer("wat_helpt").value == SHARED
    work.own_plans.open(own.plan_id, "zomer8")
    assert work.plans.plan(own.plan_id).answer("crisis_merken").value == f"dan {CANARY} ik"


def test_locking_the_vault_ends_the_turn_of_the_client(own: Own, room: VaultRoom) -> None:
    own.workspace.own_plans.open(own.plan_id, CODE)
    own.workspace.lock()
    again = room.unlock()
    assert again.own_plans.locked(own.plan_id)
    assert CANARY not in repr(again.plans.plan(own.plan_id))
    again.lock()


def test_what_the_client_writes_is_of_the_client(own: Own) -> None:
    work = own.workspace
    connection = work._access.connect(read_only=True)  # type: ignore[attr-defined]
    authors = connection.execute(
        "SELECT DISTINCT r.author FROM revision r JOIN answer a ON a.id = r.record_id WHERE a.plan_id = ?",
        (own.plan_id,),
    ).fetchall()
    connection.close()
    assert authors == [(work.clients.client(own.client_id).person.id,)]


def test_the_code_is_kept_as_a_slow_salted_hash(own: Own) -> None:
    one, other = hash_code(CODE), hash_code(CODE)
    assert one != other
    assert CODE not in one
    assert code_fits(CODE, one)
    assert not code_fits("lente8", one)
    assert not code_fits(CODE, "iets anders")
    work = own.workspace
    connection = work._access.connect(read_only=True)  # type: ignore[attr-defined]
    kept = "".join(str(row) for row in connection.execute("SELECT code_hash FROM plan_code").fetchall())
    connection.close()
    assert "argon2id$" in kept
    assert CODE not in kept


def test_the_plan_asks_for_no_law_and_for_no_other_than_the_client(own: Own) -> None:
    work = own.workspace
    work.own_plans.open(own.plan_id, CODE)
    plan = work.plans.plan(own.plan_id)
    assert (plan.regimes, plan.format.regimes) == ((), ())
    assert plan.format.sections[0].title == "Datums"
    assert not [one for one in work.plans.missing(own.plan_id) if one.level == "needed"]


@pytest.mark.parametrize("edition", [Edition.PROFESSIONAL, Edition.EASY])
def test_the_print_has_a_line_to_sign_on_when_the_client_wants_that(own: Own, edition: Edition) -> None:
    work = own.workspace
    work.own_plans.open(own.plan_id, CODE)
    without = work.prints.render(PrintRequest(own.plan_id, edition)).pdf
    work.plans.save_answer(own.plan_id, "crisis_handtekening", "ja", ())
    assert words_on(work.prints.render(PrintRequest(own.plan_id, edition)).pdf).count("Handtekening") == 1
    assert "Handtekening" not in words_on(without)
    assert "concept" not in words_on(without).casefold()
    assert_pdf_ua(without)
    work.own_plans.leave()
    shared = words_on(work.prints.render(PrintRequest(own.plan_id, edition)).pdf)
    assert CANARY not in shared
    with pytest.raises(NotFoundError):
        work.plans.plan("weg")
