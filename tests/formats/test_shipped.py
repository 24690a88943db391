"""The shipped plan types hold what rules part C asks, in words and pictures that exist."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Iterator
from typing import Any

import pytest

from planbureau import resources
from planbureau.formats import FormatLibrary, from_text
from planbureau.formats.answered import open_options
from planbureau.formats.answers import PlanState
from planbureau.formats.domain_parts import domain_parts
from planbureau.formats.lookup import purposes_of
from planbureau.formats.model import Need, PlanFormat, Question, QuestionKind, Voice
from planbureau.formats.vocabulary import AGREED_BY, REGIMES
from planbureau.rules.consent.capacity import Capacity
from planbureau.rules.deadlines.catalogue import rules_for
from planbureau.rules.deadlines.gates import oral_form_allowed
from planbureau.rules.plain_language.check import check_text
from planbureau.rules.plain_language.hint import TextContext
from planbureau.rules.regime import Regime
from planbureau.rules.wzd.steps import KINDS as WZD

ANNEXES = ("evaluatieverslag", "eigen_verklaring", "bespreking")
CaseReader = Callable[[str], dict[str, Any]]
IDS = ("osp", "gzp", "fgp", "hvp", "bhp", "ipa", "ppl", "wmo", "zlp", "ggz", "mld", "wrap", "pp")
YOUTH = ("fgp", "hvp", "bhp", "mld", "gzp", "ipa", "ppl")
OWN = ("wrap", "pp")
"""The client's own plans: no consent, nothing that is needed, nobody who coordinates."""
CONFIDENTIAL = ("mld",)
"""Not made for the client's wall: no start page."""
ABBREVIATIONS = re.compile(r"\b(ADL|GI|EVV|MDO|LVB|ZIN|SMART|GOZ|CIZ|LD)\b")


def _questions(plan: PlanFormat) -> Iterator[Question]:
    for section in plan.sections:
        yield from section.questions


def _words(plan: PlanFormat) -> Iterator[str]:
    for section in plan.sections:
        yield from (section.title, section.easy_title, section.intro)
        for question in section.questions:
            yield from (question.label, question.easy_label, question.help, question.why)
            yield from (option.label for option in question.options)
            yield from (option.easy_label for option in question.options)
            yield from (column.easy_label for column in question.columns)
            yield from (column.label for column in question.columns)
            yield from question.suggestions
    for domain_set in plan.domain_sets:
        for domain in domain_set.domains:
            yield from (domain.label, domain.easy_label, *domain.prompts)


def test_no_file_has_a_fault(shipped: FormatLibrary) -> None:
    assert [str(problem) for problem in shipped.problems] == []
    assert {plan.id for plan in shipped.all()} == set(IDS)


def test_the_shipped_annexes_belong_to_every_plan_type(shipped: FormatLibrary) -> None:
    ours = [plan for plan in shipped.annexes() if plan.id in ANNEXES]
    assert len(ours) == len(ANNEXES)
    assert all(plan.annex is not None and plan.annex.many and not plan.annex.of for plan in ours)


def test_an_own_statement_is_closed_but_for_the_reaction(shipped: FormatLibrary) -> None:
    """N3: added unchanged; the reaction of the professional stands in a field of its own."""
    later = {q.id for q in _questions(shipped.get("eigen_verklaring")) if q.after_finishing}
    assert later == {"reactie", "reactie_van", "besproken_op"}


def test_the_regimes_are_those_of_the_rules() -> None:
    assert {regime.value for regime in Regime} == REGIMES


def test_who_agrees_with_a_part_is_known_to_the_rules() -> None:
    assert {capacity.value for capacity in Capacity} >= AGREED_BY


def test_hvp_offers_the_spoken_form_only_where_the_law_does(shipped: FormatLibrary) -> None:
    plan = shipped.get("hvp")
    for on in ((), *((flag,) for flag in plan.flags)):
        flags = frozenset[str](on)
        forms = open_options(plan.question("vorm_plan"), PlanState(flags=flags), plan)
        spoken = ["mondeling"] if oral_form_allowed(flags) else []
        assert [form.id for form in forms] == ["schriftelijk", *spoken], on


@pytest.mark.parametrize(
    ("format_id", "left_out"),
    [
        ("fgp", set()),
        ("hvp", set()),
        ("bhp", {"HVP-04"}),  # GGZ-02 asks the same evaluation after as many months
        ("ipa", set()),
        ("ppl", {"LFT-12"}),  # nobody of eleven has a plan towards eighteen
    ],
)
def test_youth_plan_types_name_the_terms_of_their_type(
    shipped: FormatLibrary, format_id: str, left_out: set[str]
) -> None:
    plan = shipped.get(format_id)
    sets = [frozenset[str](), *(frozenset({flag}) for flag in plan.flags)]
    terms = {rule.id for flags in sets for rule in rules_for(plan.id, frozenset({Regime.JEUGDWET}), flags)}
    files = {name for name in terms if name.startswith(("BWT", "RCT"))}
    assert terms - files - left_out == set(plan.deadlines)


def test_the_shared_life_domains_of_youth_say_that_their_names_are_a_choice(shipped: FormatLibrary) -> None:
    for format_id in ("hvp", "ipa", "bhp"):
        assert not shipped.get(format_id).domain_set("IPA5").confirmed
    assert len(shipped.get("ppl").domain_set("PPL").domains) == 6


def test_what_the_old_law_says_is_never_told_as_law_of_today(shipped: FormatLibrary) -> None:
    section = next(s for s in shipped.get("hvp").sections if s.id == "voorwaardelijke-machtiging")
    assert section.questions
    for question in section.questions:
        assert "2017" in question.help
        assert "niet nagekeken" in question.source


def test_osp_has_the_sixteen_sections_of_c3_after_the_frame(shipped: FormatLibrary) -> None:
    sections = [section.id for section in shipped.get("osp").sections]
    assert sections == [
        "kader", "over-wie", "dit-ben-ik", "wie-doen-mee", "kunnen", "leefgebieden", "wlz-onderwerpen",
        "risicos", "doelen", "afspraken", "hulp-die-ik-krijg", "signalen", "wensen", "zelf-beslissen",
        "evaluatie", "ervaringen", "akkoord",
    ]  # fmt: skip


def test_gzp_has_the_ten_sections_of_c8_after_the_frame(shipped: FormatLibrary) -> None:
    sections = [section.id for section in shipped.get("gzp").sections]
    assert sections == [
        "kader", "gezin", "betrokkenen", "regisseur", "start", "tussenevaluaties", "doelenmatrix",
        "smart-doelen", "route", "afspraken-delen", "akkoord",
    ]  # fmt: skip


def test_results_diagnoses_and_life_stories_are_looked_for_where_part_c_keeps_them_out(
    shipped: FormatLibrary,
) -> None:
    """Rules C0 names the plans. An earlier event and somebody's own words hold what they hold."""
    for name in ("hvp", "osp", "wmo", "zlp", "gzp", "ipa", "ppl"):
        assert set(shipped.get(name).lint) == {"results", "diagnosis", "history"}, name
    for name in ("mld", "ggz", "wrap", "pp", "eigen_verklaring", *WZD):
        assert shipped.get(name).lint == (), name


def test_a_plan_has_the_sections_of_part_c_in_that_order(shipped: FormatLibrary, cases: CaseReader) -> None:
    for format_id, sections in cases("hoofdstukken.toml").items():
        assert [section.id for section in shipped.get(format_id).sections] == ["kader", *sections], format_id


@pytest.mark.parametrize("format_id", OWN)
def test_a_plan_of_the_client_asks_nobody_for_consent(shipped: FormatLibrary, format_id: str) -> None:
    questions = list(_questions(shipped.get(format_id)))
    assert not [q.id for q in questions if q.kind is QuestionKind.CONSENT]
    needed = {q.id for q in questions if q.need is Need.ADOPT and q.voice is not Voice.PROFESSIONAL}
    assert needed == ({"kader"} if shipped.get(format_id).regimes else set())


@pytest.mark.parametrize(
    ("format_id", "set_id", "domains", "not_covered"),
    [("zlp", "VVT4", 4, {"levensbeschouwing", "ontwikkeling"}), ("ggz", "GGZ7", 7, set())],
)
def test_domains_of_adults_cover_the_topics_of_the_wlz(
    shipped: FormatLibrary, format_id: str, set_id: str, domains: int, not_covered: set[str]
) -> None:
    plan = shipped.get(format_id)
    topics = {topic.id for topic in plan.domain_set("BLZ9").domains}
    covered = {name for domain in plan.domain_set(set_id).domains for name in domain.topics}
    assert len(plan.domain_set(set_id).domains) == domains
    assert topics - covered == not_covered


def test_the_thirteen_areas_have_names_and_a_mark_of_five_only(shipped: FormatLibrary) -> None:
    plan = shipped.get("wmo")
    assert len(plan.domain_set("ZRM13").domains) == 13
    marks = next(c for c in plan.question("leefgebieden").columns if c.id == "cijfer").options
    assert [option.label for option in marks] == [
        "1: acuut probleem",
        "2",
        "3",
        "4",
        "5: volledig zelfredzaam",
    ]


def test_the_goals_of_wmo_and_meldcode_say_what_they_are_aimed_at(shipped: FormatLibrary) -> None:
    assert [o.id for o in purposes_of(shipped.get("wmo"))] == ["behouden", "regie", "netwerk", "veerkracht"]
    assert [o.id for o in purposes_of(shipped.get("mld"))] == ["stoppen", "veilig", "herstel", "veerkracht"]
    assert purposes_of(shipped.get("osp")) == ()


def test_gzp_has_no_field_for_the_history_of_the_family(shipped: FormatLibrary) -> None:
    for question in _questions(shipped.get("gzp")):
        assert question.kind is QuestionKind.TICK or "geschiedenis" not in question.id + question.label


def test_gzp_advises_500_characters_for_every_text(shipped: FormatLibrary) -> None:
    texts = [q for q in _questions(shipped.get("gzp")) if q.kind is QuestionKind.LONG_TEXT]
    assert texts
    assert {question.soft_limit for question in texts} == {500}


def test_a_shared_block_may_be_left_out_in_part(shipped: FormatLibrary) -> None:
    in_osp = {question.id for question in _questions(shipped.get("osp"))}
    in_gzp = {question.id for question in _questions(shipped.get("gzp"))}
    assert {"evaluatie_hoe_vaak", "geen_doel", "delen"} <= in_osp
    assert not {"evaluatie_hoe_vaak", "geen_doel", "delen"} & in_gzp


def test_life_domains_cover_statutory_topics_that_exist(shipped: FormatLibrary) -> None:
    plan = shipped.get("osp")
    topics = {topic.id for topic in plan.domain_set("BLZ9").domains}
    covered = {name for domain in plan.domain_set("GHZ8").domains for name in domain.topics}
    assert len(plan.domain_set("GHZ8").domains) == 8
    assert len(topics) == 9
    # Faith never follows by itself from another talk; it takes one tap.
    assert topics - covered == {"levensbeschouwing"}


@pytest.mark.parametrize("format_id", [*IDS, *ANNEXES, *WZD])
def test_the_kept_text_gives_the_same_format(shipped: FormatLibrary, format_id: str) -> None:
    plan = shipped.get(format_id)
    again = from_text(plan.text)
    assert again == plan
    assert again.text == plan.text
    assert shipped.parse(plan.text, "bewaard") == plan


@pytest.mark.parametrize("format_id", [*IDS, *ANNEXES, *WZD])
def test_every_pictogram_is_in_the_index(shipped: FormatLibrary, format_id: str) -> None:
    plan = shipped.get(format_id)
    used = {section.pictogram for section in plan.sections}
    used |= {question.pictogram for question in _questions(plan)}
    used |= {option.pictogram for q in _questions(plan) for option in q.options}
    used |= {domain.pictogram for s in plan.domain_sets for domain in s.domains}
    assert used - {""} <= _pictograms()


@pytest.mark.parametrize("format_id", [*IDS, *ANNEXES, *WZD])
def test_needed_questions_say_from_which_source(shipped: FormatLibrary, format_id: str) -> None:
    for question in _questions(shipped.get(format_id)):
        if question.need is Need.ADOPT and question.id != "kader":
            assert question.source, question.id


@pytest.mark.parametrize("format_id", YOUTH)
def test_what_is_asked_of_a_child_or_parent_says_why_and_on_what_ground(
    shipped: FormatLibrary, format_id: str
) -> None:
    for question in _questions(shipped.get(format_id)):
        needed = question.need is Need.ADOPT and question.id != "kader"
        if needed and question.kind is not QuestionKind.DATE:  # the day of something explains itself
            assert question.why, question.id
        if question.id != "kader" and (needed or question.help or question.why):
            assert question.source, question.id


def test_plans_for_the_young_follow_no_guide_for_care_of_the_disabled_in_what_they_demand(
    shipped: FormatLibrary,
) -> None:
    for format_id in YOUTH:
        for question in _questions(shipped.get(format_id)):
            if question.need is Need.ADOPT:
                assert "VGN" not in question.source, (format_id, question.id)
                assert "deel 3" not in question.source, (format_id, question.id)


def test_the_treatment_plan_holds_the_diagnosis_and_does_not_send_it_to_the_file(
    shipped: FormatLibrary,
) -> None:
    assert not [q.id for q in _questions(shipped.get("bhp")) if "niet in dit plan" in q.help]


@pytest.mark.parametrize("format_id", ["hvp", "bhp"])
def test_a_young_person_may_give_each_domain_a_mark(shipped: FormatLibrary, format_id: str) -> None:
    domains = [q for q in _questions(shipped.get(format_id)) if q.kind is QuestionKind.LIFE_DOMAIN]
    assert domains
    assert all("marks" in {part.id for part in domain_parts(question)} for question in domains)


@pytest.mark.parametrize("question_id", ["jr_voorwaarden", "vm_voorwaarden"])
def test_the_words_of_the_judge_have_room_for_plain_words(shipped: FormatLibrary, question_id: str) -> None:
    columns = {one.id: one for one in shipped.get("hvp").question(question_id).columns}
    assert columns["gewoon"].easy_label
    assert columns["gewoon"].need is not Need.ADOPT


@pytest.mark.parametrize("format_id", [*IDS, *ANNEXES, *WZD])
def test_sources_are_documents_and_laws_not_our_own_codes(shipped: FormatLibrary, format_id: str) -> None:
    plan = shipped.get(format_id)
    sources = [q.source for q in _questions(plan)] + [s.source for s in plan.sections] + [plan.source]
    assert not [source for source in sources if re.search(r"\bS\d\b|§|rules\.md", source)]


@pytest.mark.parametrize("format_id", [*IDS, *ANNEXES, *WZD])
def test_words_on_the_screen_are_plain(shipped: FormatLibrary, format_id: str) -> None:
    for text in _words(shipped.get(format_id)):
        assert "!" not in text, text
        assert " u " not in text.lower(), text
        assert not ABBREVIATIONS.search(text), text
        for sentence in re.split(r"(?<=[.?])\s", text):
            assert len(sentence.split()) <= 20, sentence


@pytest.mark.parametrize("format_id", [*IDS, *ANNEXES, *WZD])
def test_easy_labels_are_short(shipped: FormatLibrary, format_id: str) -> None:
    for question in _questions(shipped.get(format_id)):
        for sentence in re.split(r"(?<=[.?])\s", question.easy_label):
            assert len(sentence.split()) <= 12, sentence


@pytest.mark.parametrize("format_id", [*IDS, *ANNEXES, *WZD])
def test_easy_words_have_no_easier_word(shipped: FormatLibrary, format_id: str) -> None:
    """Rules F3: what the program advises to others, its own questions follow."""
    plan = shipped.get(format_id)
    words = [section.easy_title for section in plan.sections]
    for question in _questions(plan):
        words += [question.easy_label, *(option.easy_label for option in question.options)]
        words += [column.easy_label for column in question.columns]
    hints = [hint for text in words for hint in check_text(text, TextContext(lint=()))]
    assert [hint.text for hint in hints if hint.check in ("L5", "L8")] == []


@pytest.mark.parametrize("format_id", [*IDS, *ANNEXES, *WZD])
def test_what_prints_in_the_easy_edition_has_an_easy_label(shipped: FormatLibrary, format_id: str) -> None:
    for question in _questions(shipped.get(format_id)):
        if "easy" in question.editions:
            assert question.easy_label, question.id


@pytest.mark.parametrize("format_id", [name for name in IDS if name not in OWN + CONFIDENTIAL])
def test_the_start_page_has_its_four_parts(shipped: FormatLibrary, format_id: str) -> None:
    plan = shipped.get(format_id)
    start = {question.id for question in _questions(plan) if "start" in question.editions}
    asks = {question.id for question in _questions(plan)}
    unsafe = {"risicos", "nu_niet_veilig"}
    matters = {q.id for q in _questions(plan) if q.kind is QuestionKind.LONG_TEXT} - unsafe
    agreements = {"afspraken", "doelen"}
    for part in (matters, agreements, {"coordinator"}):
        assert start & part
    assert start & unsafe or not asks & unsafe


def test_the_bsn_is_printed_nowhere(shipped: FormatLibrary) -> None:
    assert shipped.get("osp").question("bsn").editions == ()


def _pictograms() -> set[str]:
    ids: set[str] = set()
    for path in resources.path("pictograms", "index").glob("*.toml"):
        data: dict[str, Any] = tomllib.loads(path.read_text(encoding="utf-8"))
        ids |= {entry["id"] for entry in data["pictogram"]}
    return ids
