"""What a reader at the kitchen table needs of the paper: whole words, no loose heads, own words, a photo."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from itertools import product

import pytest
from tests.documents.editions import demir, noor
from tests.documents.editions.shipped import context, pictograms
from tests.documents.samples import photo
from tests.pdf_checks import assert_pdf_ua

from planbureau.documents.blocks import Document, Edition, Heading, KeepTogether, KeyValues, PictureRow
from planbureau.documents.compose.tables import _FEWEST_POINTS
from planbureau.documents.editions import edit
from planbureau.documents.layout.lines import Span, widest_word
from planbureau.documents.looks import looks_of
from planbureau.documents.pdf import render
from planbureau.documents.text_dump import dump
from planbureau.rules.goals.smart import GoalKind
from planbureau.rules.goals.status import AgreedBy, GoalStatus
from planbureau.rules.goals.words import status_word
from planbureau.views import PlanView, RestrictionView, RiskView


def words(view: PlanView, edition: str) -> str:
    return dump(edit(view, edition, context()).document)


def with_photo() -> PlanView:
    client = noor.rich().client
    assert client is not None
    return replace(noor.rich(), client=replace(client, photo="ab" * 32))


def printed(view: PlanView, edition: str, *readers: str) -> Document:
    return edit(view, edition, replace(context(frozenset(readers)), photo=photo())).document


def test_a_status_is_never_broken_in_the_narrowest_matrix() -> None:
    narrowest, look = _FEWEST_POINTS - 8.0, looks_of(Edition.PROFESSIONAL).cell
    for by, kind, status in product(AgreedBy, GoalKind, GoalStatus):
        span = Span(status_word(status, kind, by), look.face, look.colour)
        assert widest_word([span], look.shape.size * 0.9) <= narrowest, (kind, status)


def test_what_needs_no_doing_is_left_unsaid() -> None:
    text = words(noor.rich(), "professional")
    assert "Hier nu iets mee doen" not in text
    assert 'label: "Wat doen we hiermee"' in text


def test_the_head_of_a_goal_is_one_piece_with_what_it_says() -> None:
    blocks = edit(noor.rich(), "professional", context()).document.blocks
    pieces = [one.blocks for one in blocks if isinstance(one, KeepTogether)]
    first = next(one for one in pieces if isinstance(one[0], Heading) and one[0].text.startswith("Doel 1."))
    assert any(isinstance(one, KeyValues) for one in first)
    assert not [one for one in blocks if isinstance(one, Heading) and one.text.startswith("Doel ")]


@pytest.mark.parametrize("edition", ["professional", "easy"])
def test_the_photo_of_the_client_stands_at_the_head(edition: str) -> None:
    cover = printed(with_photo(), edition).cover
    assert cover is not None
    assert cover.photo == photo()
    assert cover.photo_alt == "Foto van Noor"


@pytest.mark.parametrize(("kind", "target"), [("person_field", "p-noor:photo"), ("person", "p-noor")])
@pytest.mark.parametrize("edition", ["professional", "easy"])
def test_a_photo_that_is_not_for_the_readers_stays_out(edition: str, kind: str, target: str) -> None:
    mark = RestrictionView("r-1", kind, target, ("p-els",))
    cover = printed(replace(with_photo(), restrictions=(mark,)), edition, "p-els").cover
    assert cover is not None
    assert cover.photo == b""


@pytest.mark.parametrize("edition", ["professional", "easy"])
def test_a_print_with_a_photo_is_accessible(edition: str) -> None:
    assert_pdf_ua(render(printed(with_photo(), edition), pictograms()))


def test_in_a_concept_the_client_can_point_at_an_answer() -> None:
    text = words(noor.empty(), "easy")
    assert "PictureGrid" in text
    assert 'text: "Een beetje"' in text


def test_the_client_reads_the_columns_with_an_easy_label() -> None:
    text = words(noor.rich(), "easy")
    assert '"Dit liever niet"' in text
    assert '"Wat juist niet"' not in text
    assert "Bij de cliënt thuis" not in text
    assert '"Toestemming"' not in text


def test_a_day_that_has_passed_is_told_as_passed() -> None:
    goal = replace(demir.rich().goals[0], status="active", look_date=date(2026, 2, 2))
    text = words(replace(demir.rich(), goals=(goal,)), "easy")
    assert '"We zouden kijken op"' in text
    assert '"We kijken weer op"' not in text


def test_a_name_in_what_we_do_keeps_its_capital() -> None:
    risk = RiskView("r-1", "plan-noor", what="Angst", measures="Rosa belt Iris.")
    assert "Dit doen we: Rosa belt Iris." in words(replace(noor.rich(), risks=(risk,)), "start")


def test_what_is_not_safe_stands_in_the_easy_edition_only_in_words_for_the_client() -> None:
    view = noor.rich()
    text = words(view, "easy")
    assert '"Wat is niet veilig voor jou?"' in text
    assert "Ik pak de leuning." in text
    for frightening in ("Geld uitgeven via de telefoon", "hijgt", "hoog", "midden"):
        assert frightening not in text, (
            "the second has no easy text; chance and impact are no words for a client"
        )
    silent = replace(view, risks=tuple(replace(one, easy_text="") for one in view.risks))
    assert "Hoe blijf ik veilig" not in words(silent, "easy")
    assert view.client is not None
    child = replace(view.client, person=replace(view.client.person, birth_date=date(2016, 1, 1)))
    assert "Ik pak de leuning." not in words(replace(view, client=child), "easy")


def test_a_version_of_before_a_birthday_prints_for_ever_as_it_was() -> None:
    view, _ = noor.adopted()
    assert view.client is not None
    day = view.versions[-1].adopted_on
    for born, reads in ((date(2014, day.month, day.day), True), (date(2014, day.month, day.day + 1), False)):
        child = replace(view.client, person=replace(view.client.person, birth_date=born))
        assert ("Ik pak de leuning." in words(replace(view, client=child), "easy")) is reads


def test_the_family_is_called_a_family() -> None:
    assert "Dit plan is van het gezin Demir" in words(demir.rich(), "easy")


@pytest.mark.parametrize("kind", ["", "person_field"])
def test_a_face_stands_beside_who_helps_unless_it_is_not_for_the_readers(kind: str) -> None:
    view = noor.rich()
    helper = view.relations[0].person
    with_face = replace(helper, photo="cd" * 32)
    marks = (RestrictionView("r-1", kind, f"{helper.id}:photo", ("p-els",)),) if kind else ()
    view = replace(
        view,
        people={**view.people, helper.id: with_face},
        relations=tuple(
            replace(one, person=with_face) if one.person.id == helper.id else one for one in view.relations
        ),
        restrictions=marks,
    )
    known = replace(context(frozenset({"p-els"})), picture=lambda sha: photo() if sha == "cd" * 32 else b"")
    rows = [one for one in edit(view, "easy", known).document.blocks if isinstance(one, PictureRow)]
    faces = [row.photo_alt for row in rows if row.photo]
    assert faces == ([] if kind else [f"Foto van {helper.short_name}"])
