"""What each edition promises, beside its golden words."""

# ruff: noqa: E501  # each case stands on one line

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta

import pytest
from tests.documents.editions import demir, noor
from tests.documents.editions.cases import Case
from tests.documents.editions.shipped import context, format_of

from planbureau.documents.blocks import Callout, Document, PaperSize
from planbureau.documents.editions import edit
from planbureau.documents.text_dump import dump
from planbureau.errors import PrintError
from planbureau.formats.answers import Answer
from planbureau.rules.deadlines.triggers import trigger_label
from planbureau.views import (
    AnswerView,
    ConsentView,
    HouseholdView,
    MemberView,
    PersonView,
    PlanView,
    VersionRow,
)


def words(view: PlanView, edition: str) -> str:
    return dump(edit(view, edition, context()).document)


def document(view: PlanView, edition: str) -> Document:
    return edit(view, edition, context()).document


def answered(view: PlanView, **values: object) -> PlanView:
    new = {key: AnswerView(key, Answer(value)) for key, value in values.items()}
    return replace(view, answers={**view.answers, **new})


def test_an_unknown_edition_is_refused() -> None:
    with pytest.raises(PrintError, match="'boekje' bestaat niet"):
        edit(noor.rich(), "boekje", context())


@pytest.mark.parametrize("edition", ["professional", "easy", "start", "matrix"])
def test_a_concept_is_marked_on_every_page_and_an_adopted_version_names_itself(edition: str) -> None:
    assert document(noor.rich(), edition).footer.mark == "CONCEPT, nog niet vastgesteld"
    adopted, meeting = noor.adopted()
    printed = edit(adopted, edition, context(meeting=meeting)).document
    assert printed.footer.mark == ""
    assert printed.footer.texts[1:] == ("versie 2 van 12 maart 2026", "kenmerk a1b2c3d4")
    assert "CONCEPT" not in dump(printed)


def test_adopted_without_consent_is_said_on_the_cover_and_at_the_goals() -> None:
    view, _ = noor.adopted()
    row = VersionRow(
        noor.PLAN,
        2,
        date(2026, 3, 12),
        "p-fatima",
        "a1b2c3d4",
        without_consent=True,
        reason="Noor wil nog nadenken.",
    )
    text = words(replace(view, versions=(row,)), "professional")
    assert "Versie 2, vastgesteld zonder instemming" in text
    assert '"vastgesteld zonder instemming"' in text


@pytest.mark.parametrize(
    ("outcome", "needed", "says"),
    [
        ("refused", True, "Niet iedereen zei ja"),
        ("partly", True, "Niet iedereen zei ja"),
        ("agreed", True, "Nog niet iedereen zei ja"),  # somebody was not asked, or is not known yet
        ("unreachable", True, "Nog niet iedereen zei ja"),
        ("heard", False, "Een ja was niet nodig"),  # within a measure (B2, rows 8 and 15)
    ],
)
def test_the_booklet_says_why_not_everybody_agreed(outcome: str, needed: bool, says: str) -> None:
    view, meeting = noor.adopted()
    row = VersionRow(
        noor.PLAN, 2, date(2026, 3, 12), "p-fatima", "a1b2c3d4", without_consent=True, reason="Daarom."
    )
    consents = tuple(replace(one, outcome=outcome) for one in view.consents)
    view = replace(view, versions=(row,), consents=consents)
    around = replace(context(meeting=meeting), nobody_needed=not needed)
    easy = dump(edit(view, "easy", around).document)
    assert f"Vastgesteld op donderdag 12 maart. {says}" in easy
    assert "Afgesproken op" not in easy
    cover = dump(edit(view, "professional", around).document)
    assert ("Akkoord was niet nodig: maatregel" in cover) is not needed


def test_a_parent_who_lives_elsewhere_is_read_back_in_the_booklet_of_the_family() -> None:
    view = demir.rich()
    parent = next(one.person for one in view.custody)
    assert view.household is not None
    away = replace(view.household, members=tuple(m for m in view.household.members if m.person != parent))
    said = ConsentView("c-1", view.id, 0, person_id=parent.id, capacity="parent", outcome="agreed")
    easy = words(replace(view, household=away, consents=(said,)), "easy")
    assert f"{parent.short_name} is het eens met dit plan." in easy


def test_unsafe_and_not_reported_is_the_first_thing_on_paper_but_not_in_the_booklet() -> None:
    empty = replace(noor.empty(), format=format_of("mld"), answers={})
    unsafe = {"acuut_onveilig": "ja", "besluit": "zelf_hulp"}
    first = document(answered(empty, **unsafe), "professional").blocks[0]
    assert isinstance(first, Callout)
    assert "er is niet gemeld. Meld bij Veilig Thuis: 0800-2000. " in str(first.text)
    assert "0800-2000. Zelf hulp" not in words(answered(empty, **unsafe), "easy")
    for safe in ({**unsafe, "besluit": "melden", "gemeld_op": "2026-03-11"}, {"acuut_onveilig": "nee"}):
        assert not [
            one
            for one in document(answered(empty, **safe), "professional").blocks
            if isinstance(one, Callout)
        ]


@pytest.mark.parametrize(("easy_text", "told"), [("", 1), ("Ik teken graag.", 0)])
def test_what_goes_well_stands_in_the_booklet_of_a_child(easy_text: str, told: int) -> None:
    said = {"state": "open", "now": "Noor is stil.", "goes_well": "Zij tekent elke dag.", "change": "Rust."}
    answer = AnswerView("leefgebieden/opgroeien", Answer(value=said, easy_text=easy_text))
    view = replace(noor.empty(), format=format_of("hvp"), answers={answer.key: answer})
    easy = words(view, "easy")
    assert easy.count("Zij tekent elke dag") == told
    assert easy.count("Wat gaat goed?") == told


def test_nobody_signed_gives_a_note_and_a_signature_gives_none() -> None:
    view, meeting = noor.adopted()
    note = dump(edit(view, "professional", context(meeting=meeting)).document)
    assert "Aantekening: er is niet getekend" in note
    assert "De cliënt zei: “Zo wil ik het.”" in note
    signed = replace(view, consents=(replace(view.consents[0], form="paper"), view.consents[1]))
    text = dump(edit(signed, "professional", context(meeting=meeting)).document)
    assert "Aantekening" not in text
    assert "aan de keukentafel" in text


def test_a_talk_about_everything_says_so_and_does_not_sum_up_every_part() -> None:
    view, meeting = noor.adopted()
    parts = [section.id for section in view.format.sections]
    for discussed, says in ((parts, True), (parts[:-1], False)):
        said = context(meeting={**meeting, "discussed": discussed})
        printed = dump(edit(view, "professional", said).document)
        assert ("Besproken: alle delen van het plan." in printed) is says
        assert (f"Besproken: {view.format.sections[0].title}" in printed) is not says


def test_the_dates_of_the_frame_stand_in_order_of_time() -> None:
    days = {"datum_start_zorg": date(2026, 3, 2), "datum_laatste_planbespreking": date(2026, 3, 9)}
    later = {"datum_laatste_planbespreking": date(2026, 3, 1), "datum_start_zorg": date(2026, 3, 2)}
    for triggers in (days, later):
        printed = words(replace(noor.rich(), triggers=triggers), "professional")
        labels = [trigger_label(name) for name in sorted(triggers, key=lambda name: triggers[name])]
        places = [printed.index(f'"{label}"') for label in labels]
        assert places == sorted(places)


@pytest.mark.parametrize(
    ("flags", "asked"),
    [(("gi_ots",), set()), ((), {"Sara Demir", "Aylin Voorbeeld", "Murat Demir"})],
)
def test_who_is_asked_gets_a_line_to_sign_on_and_nobody_else(flags: tuple[str, ...], asked: set[str]) -> None:
    """A court orders the help of the first: then everyone is heard, and nobody is asked to agree (B2 row 8)."""
    view = replace(demir.rich(), flags=flags)
    boxes = re.findall(r'SignatureBox\s+name: "([^"]+)"', dump(Case(view).edited("professional").document))
    assert set(boxes) - {"Iris Bakker"} == asked


@pytest.mark.parametrize("edition", ["easy", "start", "matrix"])
def test_custody_and_court_stand_in_the_professional_edition_only(edition: str) -> None:
    assert "Ondertoezichtstelling" in words(demir.rich(), "professional")
    assert "ndertoezicht" not in words(demir.rich(), edition)
    assert "gezagsregister" not in words(demir.rich(), edition)


@pytest.mark.parametrize("edition", ["professional", "easy", "start", "matrix"])
def test_the_citizen_service_number_is_never_whole(edition: str) -> None:
    assert "123456782" not in words(noor.rich(), edition)


def test_a_format_that_asks_for_it_gets_the_number_masked() -> None:
    plan = noor.rich().format
    sections = tuple(
        replace(s, questions=tuple(replace(q, editions=("professional",)) if q.id == "bsn" else q for q in s.questions))
        for s in plan.sections
    )  # fmt: skip
    text = words(replace(noor.rich(), format=replace(plan, sections=sections)), "professional")
    assert "••••••782" in text
    assert "123456782" not in text


def test_domains_that_wait_take_one_line() -> None:
    text = words(noor.rich(), "professional")
    assert (
        "Nu niet besproken: Hoe ik me voel; Spullen, geld en wonen; Zelf kiezen; Rechten en plichten." in text
    )
    assert 'text: "Leren en groeien"' not in text


def test_hours_stay_out_of_a_family_plan_unless_the_family_asks() -> None:
    assert "twee uur per week" not in words(demir.rich(), "professional")
    assert "twee uur per week" not in words(demir.rich(), "easy")
    asked = answered(demir.rich(), specificatie_gevraagd="ja")
    assert "twee uur per week" in words(asked, "professional")


def test_a_lapsed_action_keeps_its_letter_on_paper() -> None:
    text = words(noor.rich(), "professional")
    assert '"1c"' in text
    assert text.index('"1c"') < text.index('"1d"')
    assert "vervallen" in text


def test_a_goal_that_was_a_mistake_is_nowhere() -> None:
    for edition in ("professional", "easy", "start", "matrix"):
        assert "Tom voelt zich veilig" not in words(demir.rich(), edition)


def test_the_easy_edition_uses_easy_words_and_falls_back() -> None:
    text = words(noor.rich(), "easy")
    assert "Dit plan is van Noor." in text
    assert "Ik kook op zondag voor mama." in text
    assert "Noor kookt elke zondag" not in text  # its professional twin
    assert "Noor voelt zich fit genoeg" in text  # has no easy twin
    assert "Wie: Ik" in text
    assert "Maandag 11 mei" in text


def test_every_idea_has_a_picture() -> None:
    for view in (noor.rich(), demir.rich()):
        for line in words(view, "easy").splitlines():
            assert 'pictogram: ""' not in line
        ideas = words(view, "easy").split("IdeaRow\n")[1:]
        assert ideas
        assert all(idea.lstrip().startswith("pictogram: ") for idea in ideas)


@pytest.mark.parametrize("jargon", ["Wlz", "SMART", "instemming", "regime", "indicatie", "doelzin"])
def test_the_easy_edition_has_no_jargon(jargon: str) -> None:
    assert jargon not in words(noor.rich(), "easy")
    assert jargon not in words(demir.rich(), "easy")


def test_who_may_not_read_the_plan_is_not_listed_as_a_reader() -> None:
    rows = [{"id": "d", "wie": "De gemeente", "deel": "Hele plan", "toestemming": "nee"}]
    assert "De gemeente" not in words(answered(noor.rich(), delen=rows), "easy")
    assert "De gemeente" in words(answered(noor.rich(), delen=rows), "professional")


def test_a_concept_asks_and_a_given_answer_is_told() -> None:
    open_plan = replace(noor.rich(), consents=())
    assert "Ben je het eens met je plan?" in words(open_plan, "easy")
    given = replace(
        noor.rich(), consents=(ConsentView("c", noor.PLAN, 0, person_id="p-noor", outcome="refused"),)
    )
    assert "Ik ben het niet eens met dit plan." in words(given, "easy")


def test_the_matrix_has_ten_areas_for_a_family_and_eight_domains_for_a_client() -> None:
    family, client = words(demir.rich(), "matrix"), words(noor.rich(), "matrix")
    assert family.count("MatrixRow") == 10
    assert client.count("MatrixRow") == 8
    assert '"Hele gezin"' in family
    assert '"1: a, b, d"' in family
    assert 'text: "bezig"' in family


def test_nobody_for_everyone_gives_no_column_for_the_family() -> None:
    view = replace(demir.rich(), goals=demir.rich().goals[:1])
    assert "Hele gezin" not in words(view, "matrix")


@pytest.mark.parametrize("edition", ["professional", "easy", "start"])
def test_who_died_is_on_no_list_to_call(edition: str) -> None:
    view = noor.rich()
    (first, *others) = view.relations
    number = first.person.contacts[0].value
    assert number in words(view, edition)
    died = replace(first, person=replace(first.person, deceased_on=date(2026, 1, 5)))
    told = words(replace(view, relations=(died, *others)), edition)
    assert number not in told
    assert ("overleden 5 januari 2026" in told) is (edition == "professional")


def test_a_goal_for_which_nobody_was_chosen_is_not_of_the_whole_family() -> None:
    """As on the screen: nobody said that it is everybody's goal."""
    (first, *_) = demir.rich().goals
    told = words(replace(demir.rich(), goals=(replace(first, for_whom=()),)), "matrix")
    assert "Hele gezin" not in told
    assert told.count('"Nog niemand gekozen"') == 2  # its column, and its line in the list


def test_an_area_that_the_matrix_does_not_know_is_not_lost() -> None:
    goal = replace(demir.rich().goals[0], area="", matrix_code="EIG-1")
    text = words(replace(demir.rich(), goals=(goal,)), "matrix")
    assert '"Overig"' in text
    assert 'text: "bezig"' in text


@pytest.mark.parametrize(("count", "size"), [(8, PaperSize.A4), (9, PaperSize.A3)])
def test_many_people_take_a_larger_sheet(count: int, size: PaperSize) -> None:
    members = tuple(
        MemberView(f"m{n}", PersonView(id=f"p{n}", given_name=f"Kind {n}"), "kind") for n in range(count)
    )
    view = replace(demir.rich(), goals=(), household=HouseholdView("h", "gezin Groot", members))
    page = document(view, "matrix").page
    assert (page.size, page.landscape) == (size, True)


def test_terms_explain_themselves_and_far_ones_wait_in_the_calendar() -> None:
    text = words(demir.rich(), "professional")
    assert "Gezinsplan samen bekijken" in text
    assert "Tom wordt 18" not in text
    assert "Wlz 8.1.1" in words(noor.rich(), "professional")


def test_where_to_complain_stands_on_every_plan() -> None:
    for view in (noor.empty(), demir.empty(), demir.rich()):
        for edition in ("professional", "easy"):
            assert "Mevrouw Klaver, 030 100 00 09" in words(view, edition)


def test_values_that_do_not_fit_their_question_print_as_they_stand() -> None:
    view = answered(noor.rich(), evaluatie_hoe_vaak="elke_week", ondersteuner_aangeboden="ergens in mei",
                    hulp="geen tabel", leefgebieden=3)  # fmt: skip
    text = words(view, "professional")
    assert "elke_week" in text
    assert "ergens in mei" in text


def test_who_agreed_with_an_older_version_has_not_agreed_with_this_concept() -> None:
    view = noor.rich()
    older = replace(view, version=1, consents=tuple(replace(one, version=1) for one in view.consents))
    for edition, agreed in (
        ("professional", "Akkoord, mondeling"),
        ("easy", "Ik ben het eens met dit plan."),
    ):
        assert agreed in words(view, edition)
        assert agreed not in words(older, edition)
    assert "Ben je het eens met je plan?" in words(older, "easy")


def test_a_goal_that_was_taken_up_again_was_reached_before() -> None:
    view = noor.rich()
    goal = replace(view.goals[0], reached_on=date(2026, 2, 2), status="reached")
    assert "Behaald op" in words(replace(view, goals=(goal,)), "professional")
    again = words(replace(view, goals=(replace(goal, status="active"),)), "professional")
    assert "Eerder behaald op" in again


def test_the_name_in_the_foot_is_whole_and_a_long_title_gives_way() -> None:
    view = noor.rich()
    title = "Plan met een naam waar geen einde aan komt, ook niet op de tweede regel"
    long = replace(view, title=title)
    foot = document(long, "professional").footer.texts[1]
    assert foot.startswith("Plan met een naam")
    assert foot.endswith(f"…, {view.subject_name}")


def test_the_own_plan_of_a_client_is_no_concept_on_the_page_of_first_agreements() -> None:
    own = replace(noor.empty(), format=format_of("wrap"), answers={})
    assert "CONCEPT" not in words(own, "start")
    assert "Eigen plan van Noor" in words(own, "start")


def test_a_child_who_was_heard_speaks_in_the_easy_edition() -> None:
    view = demir.rich()
    assert view.household is not None
    one, other = (member.person for member in view.household.members[:2])
    day = date(2026, 3, 12)
    agreed = ConsentView(
        "c-1", view.id, 0, person_id=one.id, capacity="parent", outcome="agreed", form="spoken", on=day
    )
    heard = replace(
        agreed, id="c-2", person_id=other.id, outcome="heard", form="none", reason="Niet schreeuwen."
    )
    printed = words(replace(view, consents=(agreed, heard)), "easy")
    assert f"{other.short_name} zegt: “Niet schreeuwen.”" in printed
    assert "zegt:" not in words(replace(view, consents=(agreed, replace(heard, reason=" "))), "easy")
    assert "Niet schreeuwen." in words(replace(view, consents=(heard,)), "easy"), (
        "also when nobody else answered"
    )


def test_the_easy_edition_says_until_when_there_is_help() -> None:
    view = demir.rich()
    goal = next(one for one in view.goals if one.actions)
    today = context().today

    def printed(day: date | None) -> str:
        return words(replace(view, goals=(replace(goal, help_ends_on=day),)), "easy")

    assert "De hulp stopt op" in printed(today)
    assert f"Dit doen we voor doel {goal.number}" in printed(today)
    ended = printed(today - timedelta(days=1))
    assert "De hulp is gestopt op" in ended
    assert f"Dit doen we voor doel {goal.number}" not in ended
    assert "De hulp" not in printed(None)
