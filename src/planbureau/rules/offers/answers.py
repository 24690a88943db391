"""Answers that stand in another plan of the same client or household, for questions that are still empty.

The same question is the one with the same id and kind; a life domain is the same wherever it is asked. What
is about the plan itself (evaluation, agreement, sharing, attachments) is never offered, and neither is what
is kept from somebody ("niet voor ..."): a copy would lose its mark.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from planbureau.formats.answers import DOMAIN_KEYS, Answer, DomainAnswer, PlanState, has_value
from planbureau.formats.domain_parts import domain_parts
from planbureau.formats.lookup import plan_answer
from planbureau.formats.model import PlanFormat, Question, QuestionKind

K = QuestionKind
_KINDS = frozenset(
    {K.SHORT_TEXT, K.LONG_TEXT, K.CHOICE, K.CHOICES, K.NUMBER, K.TABLE, K.PERSON, K.LIFE_DOMAIN}
)
_BLOCKS_OF_THE_PLAN = frozenset({"EPL", "EVA", "INS", "HUL", "DEL", "VER", "BIJ"})
"""Shared blocks about one plan and not about the client."""
OF_THE_PLAN = frozenset(
    {
        *("evaluatie_hoe_vaak", "evaluatie_momenten", "eerder_kijken"),
        *("vorm_plan", "verzoek_door", "indeling"),
        *("ondersteuner_gewenst", "klacht", "delen", "andere_plannen"),
        # Judged anew for each plan, and for each decision (rules B1.2): a copy would pass for a judgement.
        *("twijfel_beslissen", "beoordeling_wils", "risicos_geen", "geen_doel", "betrokkenen_geen"),
        *("eigen_plan_gebruikt", "persoonlijk_plan_gebruikt"),
        *("wens_niet_gevolgd", "wensen_niet_gevolgd", "fgp_uitkomst", "fgp_grond", "fgp_reden"),
    }
)
"""Questions of the same kind, wherever a plan type puts them."""


@dataclass(frozen=True, slots=True)
class OtherPlan:
    """Another plan with its answers; `withheld` are the keys of answers that are kept from somebody."""

    plan_id: str
    format: PlanFormat
    answers: Mapping[str, Answer]
    withheld: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class AnswerOffer:
    """An answer that can be taken over under `key`, from the plan with this id.

    `asked` is the question there, when its words are others than here.
    """

    key: str
    plan_id: str
    answer: Answer
    asked: str = ""


def offers(
    plan_format: PlanFormat, answers: Mapping[str, Answer], others: Iterable[OtherPlan]
) -> tuple[AnswerOffer, ...]:
    """What can be offered to a plan with these answers; of several plans the first one that has it."""
    listed = [_Reader(other) for other in others if not other.format.private]
    state = PlanState(answers=answers)
    return tuple(
        offer
        for question in _questions(plan_format)
        for offer in _for_question(question, plan_format, state, listed)
    )


def _questions(plan_format: PlanFormat) -> Iterator[Question]:
    """The questions whose answers are about the client or the family."""
    for section in plan_format.sections:
        if section.block and set(section.block.split("+")) <= _BLOCKS_OF_THE_PLAN:
            continue
        for question in section.questions:
            if question.kind in _KINDS and not question.bind and question.id not in OF_THE_PLAN:
                yield question


class _Reader:
    """One other plan, asked question by question."""

    def __init__(self, other: OtherPlan) -> None:
        self.plan_id = other.plan_id
        self._format = other.format
        self._state = PlanState(answers=other.answers)
        renamed = other.format.renamed
        self._withheld = {_renamed(key, renamed) for key in other.withheld} | other.withheld
        self._questions = {question.id: question for question in _questions(other.format)}

    def asked(self, question: Question) -> str:
        """The words of the same question here, when they differ."""
        known = self._questions.get(question.id)
        return known.label if known is not None and known.label != question.label else ""

    def same(self, question: Question) -> Answer:
        """The answer to the same question, when it fits; else an empty one."""
        known = self._questions.get(question.id)
        if known is None or known.kind is not question.kind:
            return Answer()
        answer = self._answer(question.id)
        return answer if _fits(question, answer) else Answer()

    def domain(self, domain_id: str, asked: Question) -> Answer:
        """What was said about a life domain, whatever the question is called, as far as `asked` asks it."""
        for question in self._questions.values():
            if question.kind is K.LIFE_DOMAIN:
                answer = self._answer(f"{question.id}/{domain_id}")
                said = _asked_of(asked, DomainAnswer.read(answer.value))
                if said.explored:
                    return replace(answer, value=said.to_json())
        return Answer()

    def _answer(self, key: str) -> Answer:
        return Answer() if key in self._withheld else plan_answer(key, self._state, self._format)


def _renamed(key: str, renamed: Mapping[str, str]) -> str:
    name, slash, part = key.partition("/")
    return f"{renamed.get(name, name)}{slash}{part}"


def _for_question(
    question: Question, plan_format: PlanFormat, state: PlanState, others: list[_Reader]
) -> Iterator[AnswerOffer]:
    if question.kind is not K.LIFE_DOMAIN:
        own = plan_answer(question.id, state, plan_format)
        if _says(own) or own.files:
            return
        found = ((one.plan_id, one.same(question), one.asked(question)) for one in others)
        yield from _first(question.id, found)
        return
    for domain in plan_format.domain_set(question.domain_set).domains:
        key = f"{question.id}/{domain.id}"
        if DomainAnswer.of(plan_answer(key, state, plan_format)) == DomainAnswer():
            yield from _first(key, ((one.plan_id, one.domain(domain.id, question), "") for one in others))


def _first(key: str, found: Iterable[tuple[str, Answer, str]]) -> Iterator[AnswerOffer]:
    for plan_id, answer, asked in found:
        if _says(answer):
            yield AnswerOffer(key, plan_id, answer, asked)
            return


def _says(answer: Answer) -> bool:
    """Whether there are words or choices; a drawing stays with the plan that it was made for."""
    return has_value(answer.value) or bool(answer.easy_text.strip())


_FIELDS_OF_PART = {
    "others_see": ("others_see", "others"),
    "marks": ("mark_now", "mark_now_of", "mark_wanted", "mark_wanted_of"),
}


def _asked_of(question: Question, said: DomainAnswer) -> DomainAnswer:
    """The parts that the question asks; that a statutory topic was discussed is about that meeting."""
    parts = [part.id for part in domain_parts(question)]
    fields = [name for part in parts for name in _FIELDS_OF_PART.get(part, (part,))]
    known = {name: getattr(said, name) for name in fields if name in DOMAIN_KEYS}
    own = {name: value for name, value in said.own.items() if name in parts}
    return DomainAnswer(state=said.state, own=own, **known)


def _fits(question: Question, answer: Answer) -> bool:
    """Whether the value means something under this question: its options and columns are there."""
    value = answer.value
    options = {option.id for option in question.options}
    if question.kind is K.CHOICE:
        return value in options
    if question.kind is K.CHOICES:
        return isinstance(value, list) and set(value) <= options
    if question.kind is K.TABLE:
        columns = {column.id for column in question.columns} | {"id"}
        return isinstance(value, list) and all(
            {name for name, cell in row.items() if has_value(cell)} <= columns for row in value
        )
    return True
