"""Agreement after adopting (rules B1.7, B6 and PLZ-01): answers that come later, and withdrawals."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

import pytest
from tests.adopted_plans import DAY, Foster, adopted, vault_with
from tests.vault_room import VaultRoom

from planbureau.errors import InvalidInputError
from planbureau.rules.goals.status import AgreedBy
from planbureau.services.api import Edition, PrintRequest, Workspace
from planbureau.views import ConsentView

ADOPTED, LATER = date(2026, 3, 2), date(2026, 3, 10)


@pytest.fixture
def workspace(room: VaultRoom) -> Iterator[Workspace]:
    with vault_with(room) as opened:
        yield opened


@pytest.fixture
def foster(workspace: Workspace) -> Foster:
    return adopted(workspace)


def answers(workspace: Workspace, foster: Foster) -> dict[str, ConsentView]:
    """The last answer of each person, by capacity."""
    now = workspace.plans.version_consents(foster.plan)
    return {one.capacity: one for one in now.asked}


def printed(workspace: Workspace, foster: Foster, edition: Edition = Edition.PROFESSIONAL) -> str:
    import pypdfium2

    pdf = workspace.prints.render(PrintRequest(foster.plan, edition, version=1)).pdf
    document = pypdfium2.PdfDocument(pdf)
    return "\n".join(page.get_textpage().get_text_bounded() for page in document)


def test_a_foster_parent_agrees_later(workspace: Workspace, foster: Foster) -> None:
    before = workspace.plans.plan(foster.plan).versions[0]
    assert answers(workspace, foster)["foster_parent"].outcome == ""
    assert "Nog concept" in printed(workspace, foster)
    changes = workspace.plans.record_consent(foster.said(foster.foster, "foster_parent", "agreed", LATER))
    assert changes.touches("consent")
    said = answers(workspace, foster)["foster_parent"]
    assert (said.outcome, said.on, said.version) == ("agreed", LATER, 1)
    assert "Nog concept" not in printed(workspace, foster)
    after = workspace.plans.plan(foster.plan)
    assert after.status == "active"
    assert after.versions == (before,)  # no new version, the same words and the same hash


def test_a_withdrawal_keeps_both_days(workspace: Workspace, foster: Foster) -> None:
    given = answers(workspace, foster)["parent"]
    workspace.plans.withdraw_consent(given, LATER, "De tijden kloppen niet meer.")
    gone = answers(workspace, foster)["parent"]
    assert (gone.on, gone.withdrawn_on, gone.outcome) == (ADOPTED, LATER, "agreed")
    assert workspace.plans.plan(foster.plan).versions[0].without_consent
    assert workspace.plans.row(foster.plan).agreed_by is AgreedBy.WITHDRAWN
    assert "Nu zegt niet iedereen meer ja" in " ".join(printed(workspace, foster, Edition.EASY).split())
    assert "akkoord ingetrokken" in " ".join(printed(workspace, foster).split())
    assert "zonder instemming" not in printed(workspace, foster)
    text = " ".join(printed(workspace, foster).split())
    assert "Ingetrokken op 10 maart 2026" in text
    assert "De tijden kloppen niet meer." in text
    again = foster.said(foster.parent, "parent", "agreed", DAY)
    workspace.plans.record_consent(again)
    assert not workspace.plans.plan(foster.plan).versions[0].without_consent
    parent = [c for c in workspace.plans.plan(foster.plan).consents if c.capacity == "parent"]
    assert [(c.on, c.withdrawn_on) for c in parent] == [(ADOPTED, LATER), (DAY, None)]


def test_every_plan_without_everybodys_yes_is_found(workspace: Workspace, foster: Foster) -> None:
    """A plan with a withdrawal and one with a foster parent who was not asked; an annex or concept never."""
    assert workspace.plans.lacking_agreement() == (foster.plan,)
    plan = workspace.plans.plan(foster.plan)
    workspace.plans.save_frame(plan, ["jeugdwet"], [], {})
    assert workspace.plans.lacking_agreement() == ()
    workspace.plans.withdraw_consent(answers(workspace, foster)["parent"], LATER)
    assert workspace.plans.lacking_agreement() == (foster.plan,)


def test_the_part_is_a_concept_again_after_a_withdrawal(workspace: Workspace, foster: Foster) -> None:
    workspace.plans.record_consent(foster.said(foster.foster, "foster_parent", "agreed", LATER))
    workspace.plans.withdraw_consent(answers(workspace, foster)["foster_parent"], DAY)
    assert "Nog concept" in printed(workspace, foster)
    assert not workspace.plans.plan(foster.plan).versions[0].without_consent  # the own part alone


@pytest.mark.parametrize(
    ("outcome", "on", "words"),
    [
        ("agreed", None, "Kies wat het antwoord is, en op welke dag"),
        ("", LATER, "Kies wat het antwoord is, en op welke dag"),
        ("refused", LATER, "hoort een reden"),
        ("agreed", date(2026, 3, 17), "Deze dag moet nog komen"),
    ],
)
def test_an_answer_that_cannot_be_right(
    workspace: Workspace, foster: Foster, outcome: str, on: date | None, words: str
) -> None:
    with pytest.raises(InvalidInputError, match=words):
        workspace.plans.record_consent(foster.said(foster.foster, "foster_parent", outcome, on))
    assert answers(workspace, foster)["foster_parent"].outcome == ""


@pytest.mark.parametrize(
    ("on", "words"),
    [(date(2026, 3, 1), "niet voor de dag van het antwoord"), (date(2026, 3, 17), "moet nog komen")],
)
def test_a_day_of_withdrawal_that_cannot_be_right(
    workspace: Workspace, foster: Foster, on: date, words: str
) -> None:
    with pytest.raises(InvalidInputError, match=words):
        workspace.plans.withdraw_consent(answers(workspace, foster)["client"], on)
    assert answers(workspace, foster)["client"].withdrawn_on is None


def test_one_agreement_at_a_time(workspace: Workspace, foster: Foster) -> None:
    with pytest.raises(InvalidInputError, match="Trek dat eerst in"):
        workspace.plans.record_consent(foster.said(foster.sem, "client", "refused", LATER, reason="Nee."))
    given = answers(workspace, foster)["client"]
    workspace.plans.withdraw_consent(given, LATER)
    with pytest.raises(InvalidInputError, match="niet meer zo"):
        workspace.plans.withdraw_consent(replace(given, heads=()), LATER)
    with pytest.raises(InvalidInputError, match="10 maart 2026"):
        workspace.plans.record_consent(foster.said(foster.sem, "client", "agreed", ADOPTED))


def test_a_closed_plan_keeps_its_answers(workspace: Workspace, foster: Foster) -> None:
    workspace.plans.close_plan(foster.plan, "Klaar.")
    with pytest.raises(InvalidInputError, match="afgesloten"):
        workspace.plans.withdraw_consent(answers(workspace, foster)["client"], LATER)
