"""Which answers of one plan are offered to another: the same question, never what is kept from somebody."""

from __future__ import annotations

from typing import Any

import pytest

from planbureau import resources
from planbureau.formats import load_formats
from planbureau.formats.answers import Answer, AnswerFile
from planbureau.formats.model import (
    Access,
    Column,
    DomainSet,
    LifeDomain,
    Option,
    PlanFormat,
    Question,
    QuestionKind,
    Section,
    Subject,
)
from planbureau.rules.deadlines.catalogue import RULE_IDS
from planbureau.rules.offers.answers import OF_THE_PLAN, AnswerOffer, OtherPlan, offers
from planbureau.rules.offers.own_plan import is_personal_plan, own_plan_offers
from planbureau.rules.plan_checks import CHECKS

K = QuestionKind
MONEY = LifeDomain("geld", "Geld", "Geld", "geld")
HOME = LifeDomain("wonen", "Wonen", "Wonen", "huis")


def _format(format_id: str, *questions: Question, block: str = "", **more: Any) -> PlanFormat:
    domains = (DomainSet("SET", "Set", more.pop("domains", (MONEY,)), "eigen"),)
    return PlanFormat(
        id=format_id,
        version=1,
        title=format_id,
        easy_title=format_id,
        subject=Subject.CLIENT,
        regimes=("wlz",),
        flags=(),
        sections=(Section("deel", "Deel", questions=questions, block=block),),
        domain_sets=domains,
        **more,
    )


def _question(kind: QuestionKind = K.LONG_TEXT, question_id: str = "belangrijk", **more: Any) -> Question:
    return Question(question_id, kind, "Wat is belangrijk", **more)


TEXT = _question()
DRAWN = Answer(None, files=(AnswerFile("a", "tekening.png", "image/png"),))
SAID = Answer("Rust aan tafel.", "Rustig eten.", pictograms=("eten",))


def _found(
    new: PlanFormat, other: PlanFormat, answer: Answer = SAID, key: str = "belangrijk", **more: Any
) -> tuple[AnswerOffer, ...]:
    return offers(new, more.pop("own", {}), [OtherPlan("ander", other, {key: answer}, **more)])


def test_the_same_question_is_offered_with_easy_text_and_pictograms() -> None:
    assert _found(_format("wmo", TEXT), _format("osp", TEXT)) == (AnswerOffer("belangrijk", "ander", SAID),)


@pytest.mark.parametrize("access", [Access.LISTED, Access.OWNER])
def test_a_plan_with_a_list_and_the_plan_of_the_client_itself_keep_their_answers(access: Access) -> None:
    assert _found(_format("wmo", TEXT), _format("eigen", TEXT, access=access)) == ()


def test_what_is_kept_from_somebody_is_not_offered_also_under_an_older_id() -> None:
    assert _found(_format("wmo", TEXT), _format("osp", TEXT), withheld=frozenset({"belangrijk"})) == ()
    renamed = _format("osp", TEXT, renamed={"oud": "belangrijk"})
    assert len(_found(_format("wmo", TEXT), renamed, key="oud")) == 1
    assert _found(_format("wmo", TEXT), renamed, key="oud", withheld=frozenset({"oud"})) == ()


@pytest.mark.parametrize(
    "own",
    [
        Answer("Al iets"),
        Answer(None, "makkelijk"),
        Answer(None, files=(AnswerFile("a", "t.png", "image/png"),)),
    ],
)
def test_a_question_that_was_answered_gets_no_offer(own: Answer) -> None:
    assert _found(_format("wmo", TEXT), _format("osp", TEXT), own={"belangrijk": own}) == ()


def test_a_question_in_other_words_says_so() -> None:
    other = Question("belangrijk", K.LONG_TEXT, "Wat vragen de ouders")
    (found,) = _found(_format("wmo", TEXT), _format("bhp", other))
    assert found.asked == "Wat vragen de ouders"


def test_what_is_judged_for_each_plan_anew_is_never_offered() -> None:
    """Also in the plan types that come with the program, wherever they put such a question."""
    shipped = load_formats([resources.path("formats")], RULE_IDS, frozenset(CHECKS)).all()
    ids = {q.id for plan in shipped for section in plan.sections for q in section.questions}
    assert ids >= OF_THE_PLAN
    for plan in shipped:
        texts = [q for s in plan.sections for q in s.questions if q.kind is K.LONG_TEXT and not q.bind]
        answers = {question.id: Answer("Iets") for question in texts}
        found = offers(plan, {}, [OtherPlan("ander", plan, answers)])
        assert not {offer.key for offer in found} & OF_THE_PLAN
        if plan.id == "osp":
            assert "belangrijk_voor_mij" in {offer.key for offer in found}


@pytest.mark.parametrize("block", ["EVA", "INS", "HUL+VER+BIJ", "DEL", "VER", "BIJ"])
def test_what_is_about_the_plan_itself_is_not_offered(block: str) -> None:
    assert _found(_format("wmo", TEXT, block=block), _format("osp", TEXT)) == ()
    assert _found(_format("wmo", TEXT), _format("osp", TEXT, block=block)) == ()


@pytest.mark.parametrize(
    ("mine", "theirs", "value"),
    [
        (TEXT, _question(bind="client.name"), "Noor"),
        (_question(bind="client.name"), TEXT, "Noor"),
        (TEXT, _question(K.SHORT_TEXT), "Rust"),
        (_question(K.DATE), _question(K.DATE), "2026-03-01"),
        (_question(K.TICK), _question(K.TICK), True),
        (_question(K.CHOICE, options=(Option("a", "A"),)), _question(K.CHOICE), "b"),
        (_question(K.CHOICES, options=(Option("a", "A"),)), _question(K.CHOICES), ["a", "b"]),
        (
            _question(K.TABLE, columns=(Column("wie", "Wie", K.SHORT_TEXT),)),
            _question(K.TABLE),
            [{"id": "r1", "wie": "Ada", "wanneer": "maandag"}],
        ),
    ],
)
def test_what_has_no_place_or_another_meaning_is_not_offered(
    mine: Question, theirs: Question, value: object
) -> None:
    assert _found(_format("wmo", mine), _format("osp", theirs), Answer(value)) == ()


@pytest.mark.parametrize(
    ("question", "value"),
    [
        (_question(K.CHOICE, options=(Option("a", "A"),)), "a"),
        (_question(K.CHOICES, options=(Option("a", "A"), Option("b", "B"))), ["b"]),
        (_question(K.NUMBER), 0),
        (_question(K.TABLE, columns=(Column("wie", "Wie", K.SHORT_TEXT),)), [{"id": "r1", "wie": "Ada"}]),
        (_question(K.PERSON), [{"person": "p1"}]),
    ],
)
def test_choices_numbers_tables_and_people_are_offered_when_they_fit(
    question: Question, value: object
) -> None:
    (found,) = _found(_format("wmo", question), _format("osp", question), Answer(value))
    assert found.answer.value == value


def test_a_life_domain_is_the_same_under_any_question_without_what_was_discussed_at_that_meeting() -> None:
    mine = _question(K.LIFE_DOMAIN, "leefgebieden", domain_set="SET", parts=("now", "marks"))
    theirs = _question(K.LIFE_DOMAIN, "verkenning", domain_set="SET")
    said = {
        "state": "open", "now": "Schulden", "goes_well": "Spaart", "mark_now": 4,
        "topics": {"eten": "besproken"}, "kleur": "rood",
    }  # fmt: skip
    (found,) = _found(
        _format("wmo", mine, domains=(MONEY, HOME)), _format("osp", theirs), Answer(said), "verkenning/geld"
    )
    assert found.key == "leefgebieden/geld"
    assert found.answer.value == {"state": "open", "now": "Schulden", "mark_now": 4}


def test_a_life_domain_that_was_put_aside_is_not_offered_and_gets_none() -> None:
    question = _question(K.LIFE_DOMAIN, "leefgebieden", domain_set="SET")
    plan = _format("wmo", question)
    assert _found(plan, _format("osp", question), Answer({"state": "not_now"}), "leefgebieden/geld") == ()
    said = Answer({"state": "open", "now": "Schulden"})
    later = {"leefgebieden/geld": Answer({"state": "later"})}
    assert _found(plan, _format("osp", question), said, "leefgebieden/geld", own=later) == ()


def test_of_several_plans_the_first_that_has_it_counts() -> None:
    plan = _format("wmo", TEXT)
    empty = OtherPlan("leeg", _format("osp", TEXT), {"belangrijk": Answer("  ")})
    first = OtherPlan("een", _format("osp", TEXT), {"belangrijk": Answer("Eerst")})
    second = OtherPlan("twee", _format("zlp", TEXT), {"belangrijk": Answer("Later")})
    (found,) = offers(plan, {}, [empty, first, second])
    assert found.plan_id == "een"


def test_a_plan_that_was_handed_in_is_offered_part_by_part_to_the_plan_that_says_how_it_was_used() -> None:
    shipped = load_formats([resources.path("formats")], RULE_IDS, frozenset(CHECKS))
    said = {
        "wlz_bereiken": Answer("Muziek met anderen."),
        "wlz_bereiken_gebruikt": Answer("Woensdag is muziekdag."),
        "wlz_wie": Answer("Bel mijn moeder eerst."),
        "wlz_terugkijken": Answer("Op mijn kamer."),
        "wmo_zelf": Answer("  "),
    }
    other = OtherPlan("eigen", shipped.get("pp"), said, withheld=frozenset({"wlz_terugkijken"}))
    rows = [
        {"id": "wlz_bereiken", "wens": "Muziek met anderen.", "gebruikt": "Woensdag is muziekdag."},
        {"id": "wlz_wie", "wens": "Bel mijn moeder eerst."},
    ]
    key = "persoonlijk_plan_gebruikt"
    for format_id in ("osp", "zlp", "ggz"):
        (found,) = own_plan_offers(shipped.get(format_id), {}, [other])
        assert found == AnswerOffer(key, "eigen", Answer(rows))
    (text,) = own_plan_offers(shipped.get("wmo"), {}, [other])
    assert text.answer.value == "Wat wil ik bereiken, en hoe: Woensdag is muziekdag."
    assert own_plan_offers(shipped.get("osp"), {key: Answer(rows[:1])}, [other]) == ()
    assert own_plan_offers(shipped.get("osp"), {}, [OtherPlan("zorg", shipped.get("osp"), said)]) == ()
    assert own_plan_offers(shipped.get("gzp"), {}, [other]) == ()
    personal = [one.id for one in shipped.all() if is_personal_plan(one)]
    assert personal == ["pp"], "a plan of the family is another thing, also when it was handed in"
