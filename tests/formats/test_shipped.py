"""The shipped plan types hold what rules part C asks, in words and pictures that exist."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from typing import Any

import pytest

from planbureau import resources
from planbureau.formats import FormatLibrary, from_text
from planbureau.formats.model import Need, PlanFormat, Question, QuestionKind
from planbureau.formats.vocabulary import REGIMES
from planbureau.rules.regime import Regime

IDS = ("osp", "gzp")
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
            yield from (column.label for column in question.columns)
            yield from question.suggestions
    for domain_set in plan.domain_sets:
        for domain in domain_set.domains:
            yield from (domain.label, domain.easy_label, *domain.prompts)


def test_no_file_has_a_fault(shipped: FormatLibrary) -> None:
    assert [str(problem) for problem in shipped.problems] == []
    assert [plan.id for plan in shipped.all()] == ["gzp", "osp"]


def test_the_regimes_are_those_of_the_rules() -> None:
    assert {regime.value for regime in Regime} == REGIMES


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


@pytest.mark.parametrize("format_id", IDS)
def test_the_kept_text_gives_the_same_format(shipped: FormatLibrary, format_id: str) -> None:
    plan = shipped.get(format_id)
    again = from_text(plan.text)
    assert again == plan
    assert again.text == plan.text
    assert shipped.parse(plan.text, "bewaard") == plan


@pytest.mark.parametrize("format_id", IDS)
def test_every_pictogram_is_in_the_index(shipped: FormatLibrary, format_id: str) -> None:
    plan = shipped.get(format_id)
    used = {section.pictogram for section in plan.sections}
    used |= {option.pictogram for q in _questions(plan) for option in q.options}
    used |= {domain.pictogram for s in plan.domain_sets for domain in s.domains}
    assert used - {""} <= _pictograms()


@pytest.mark.parametrize("format_id", IDS)
def test_needed_questions_say_why_or_from_which_source(shipped: FormatLibrary, format_id: str) -> None:
    for question in _questions(shipped.get(format_id)):
        if question.need is Need.ADOPT and question.id != "kader":
            assert question.why or question.source, question.id


@pytest.mark.parametrize("format_id", IDS)
def test_sources_are_documents_and_laws_not_our_own_codes(shipped: FormatLibrary, format_id: str) -> None:
    plan = shipped.get(format_id)
    sources = [q.source for q in _questions(plan)] + [s.source for s in plan.sections] + [plan.source]
    assert not [source for source in sources if re.search(r"\bS\d\b|§|rules\.md", source)]


@pytest.mark.parametrize("format_id", IDS)
def test_words_on_the_screen_are_plain(shipped: FormatLibrary, format_id: str) -> None:
    for text in _words(shipped.get(format_id)):
        assert "!" not in text, text
        assert " u " not in text.lower(), text
        assert not ABBREVIATIONS.search(text), text
        for sentence in re.split(r"(?<=[.?])\s", text):
            assert len(sentence.split()) <= 20, sentence


@pytest.mark.parametrize("format_id", IDS)
def test_easy_labels_are_short(shipped: FormatLibrary, format_id: str) -> None:
    for question in _questions(shipped.get(format_id)):
        for sentence in re.split(r"(?<=[.?])\s", question.easy_label):
            assert len(sentence.split()) <= 12, sentence


@pytest.mark.parametrize("format_id", IDS)
def test_what_prints_in_the_easy_edition_has_an_easy_label(shipped: FormatLibrary, format_id: str) -> None:
    for question in _questions(shipped.get(format_id)):
        if "easy" in question.editions:
            assert question.easy_label, question.id


@pytest.mark.parametrize("format_id", IDS)
def test_the_start_page_has_its_four_parts(shipped: FormatLibrary, format_id: str) -> None:
    plan = shipped.get(format_id)
    start = {question.id for question in _questions(plan) if "start" in question.editions}
    matters = {"belangrijk_voor_mij", "nu_belangrijk"}
    unsafe = {"risicos", "nu_niet_veilig"}
    agreements = {"afspraken", "doelen"}
    for part in (matters, unsafe, agreements, {"coordinator"}):
        assert start & part


def test_the_bsn_is_printed_nowhere(shipped: FormatLibrary) -> None:
    assert shipped.get("osp").question("bsn").editions == ()


def _pictograms() -> set[str]:
    ids: set[str] = set()
    for path in resources.path("pictograms", "index").glob("*.toml"):
        data: dict[str, Any] = tomllib.loads(path.read_text(encoding="utf-8"))
        ids |= {entry["id"] for entry in data["pictogram"]}
    return ids
