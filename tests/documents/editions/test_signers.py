"""Who finds a line to sign on: nobody who need not agree."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.documents.editions.noor import adopted, rich
from tests.documents.editions.shipped import DAY, context, format_of

from planbureau.documents.editions.easy.edition import easy
from planbureau.documents.editions.paper import Paper
from planbureau.documents.editions.signers import expected_signers
from planbureau.services.consent.expected import to_sign


@pytest.mark.parametrize(("plan_type", "client_signs"), [("osp", True), ("zlp", True), ("mld", False)])
def test_a_plan_that_needs_no_consent_is_not_put_before_the_client(
    plan_type: str, client_signs: bool
) -> None:
    view = replace(rich(), format=format_of(plan_type))
    assert view.client is not None
    on_paper = Paper.of(view, replace(context(), asked=to_sign(view, DAY)))
    signing = {one.person_id for one in expected_signers(on_paper)}
    assert (view.client.person.id in signing) is client_signs
    assert view.coordinator is not None
    assert view.coordinator.id in signing


@pytest.mark.parametrize(("plan_type", "words"), [("zlp", "Afgesproken op"), ("mld", "Vastgesteld op")])
def test_the_booklet_says_agreed_only_where_somebody_was_asked(plan_type: str, words: str) -> None:
    view, meeting = adopted()
    paper = Paper.of(replace(view, format=format_of(plan_type)), context(meeting=meeting))
    cover = easy(paper, left_out=False).cover
    assert cover is not None
    assert cover.status is not None
    assert cover.status.word.startswith(words)
