"""A section as questions for the kitchen table: one at a time, in easy words, with answers to point at.

The same cards show on a conversation sheet and print to be cut out.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from enum import Enum

from planbureau.formats.answered import open_options
from planbureau.formats.answers import AgreementFact, DomainAnswer, GoalFact, JsonValue, PlanState
from planbureau.formats.domain_parts import DomainPart, domain_parts
from planbureau.formats.flow import visible_questions
from planbureau.formats.lookup import plan_answer
from planbureau.formats.marks import FACES as FACE_SCALE
from planbureau.formats.model import LifeDomain, Option, PlanFormat, Question, QuestionKind, Section, Voice
from planbureau.rules.dutch import ended

K = QuestionKind
Picker = Callable[[str], str]
"""Gives the id of the pictogram that fits some words; empty when none does."""


class TalkKind(Enum):
    """How a question is answered by pointing."""

    ONE = "one"  # one card holds
    MANY = "many"  # any number of cards holds
    WORDS = "words"  # people say it in their own words; a card is a word of theirs


@dataclass(frozen=True)
class TalkChoice:
    """One card to point at. `value` is what is stored; a face has a pictogram as well."""

    value: JsonValue
    label: str
    pictogram: str = ""


@dataclass(frozen=True)
class TalkCard:
    """One question. `key` is that of its answer, `part` the part of a life domain that it asks for."""

    key: str
    question_id: str
    kind: TalkKind
    ask: str
    pictogram: str = ""
    part: str = ""
    choices: tuple[TalkChoice, ...] = ()
    own_words: bool = False  # the answer is what people say themselves, and nothing else
    takes_files: bool = False  # a drawing or photo answers it too
    about: str = ""  # the life domain, or empty

    @property
    def id(self) -> str:
        """What tells the cards of a section apart."""
        return f"{self.key}/{self.part}" if self.part else self.key


OWN_WORDS = frozenset({Voice.CLIENT, Voice.FAMILY})
YES_NO = (
    TalkChoice(True, "Ja", "ja"),
    TalkChoice(False, "Nee", "nee"),
    TalkChoice(None, "Weet ik niet", "misschien"),
)
TALK_ABOUT = (
    TalkChoice("open", "Ja", "ja"),
    TalkChoice("not_now", "Nu niet", "nee"),
    TalkChoice("later", "Later", "kalender"),
)
SATISFIED = (
    TalkChoice("ja", "Tevreden", "blij"),
    TalkChoice("beetje", "Een beetje", "neutraal"),
    TalkChoice("nee", "Niet tevreden", "verdrietig"),
    TalkChoice("", "Weet ik niet", "misschien"),
)
FACES = (
    TalkChoice(3, "Goed", "blij"),
    TalkChoice(2, "Gaat wel", "neutraal"),
    TalkChoice(1, "Niet goed", "verdrietig"),
)
GOAL_MARK, GOAL_WORDS = "goal_mark", "goal_client"
REVIEWED = "choice"
"""The part of a review that says how it went with an agreement."""
ANSWER_MARK = "mark"
"""Stands for the part of a question that is itself a mark."""
"""The parts of what is said about a goal that the client is asked for."""
MARKS = frozenset({"mark_now", GOAL_MARK, ANSWER_MARK})
"""Parts that are a mark on the scale of the client."""
_FACE_OF_GOAL = "Welk gezicht past daarbij?"
_MARK_OF_GOAL = "Welk cijfer past daarbij?"
_GOAL_WORDS = ("Het lukt", "Het lukt soms", "Het is moeilijk", "Ik wil hulp", "Ik wil het anders")
_SAYABLE = frozenset({"now", "goes_well", "change", "who_helps"})
_FIRST_WORDS = (
    "Familie", "Vrienden", "Thuis", "Alleen zijn", "Eten", "Slapen", "Muziek", "Buiten", "Sport", "Dieren",
    "Werk", "Geld",
)  # fmt: skip
_HELPERS = ("Familie", "Vrienden", "Begeleider", "Dokter", "Buren", "Ik zelf")
_EXAMPLES = re.compile(r"[Bb]ijvoorbeeld:?\s*([^.?!]+)")
_MOST = 12
_LONGEST = 32


def talk_cards(
    section: Section, plan: PlanFormat, state: PlanState, pick: Picker, scale: int = FACE_SCALE
) -> tuple[TalkCard, ...]:
    """The questions of a section that can be asked at the table, as they show now.

    A life domain asks first whether to talk about it, and the rest only when it is to be talked about.
    `scale` is how the client gives marks (`formats.marks.SCALES`).
    """
    return tuple(
        _on_scale(card, scale)
        for question in visible_questions(section, state, plan)
        for card in _of_question(question, section, plan, state, pick)
    )


def paper_cards(
    section: Section, plan: PlanFormat, state: PlanState, pick: Picker, scale: int = FACE_SCALE
) -> tuple[TalkCard, ...]:
    """All questions of a section for on paper: of each life domain too, whatever was chosen so far."""
    opened = {key: answer for key, answer in state.answers.items() if "/" not in key}
    everything = PlanState(
        opened, state.regimes, state.flags, state.triggers, state.facts, state.records, state.bound
    )
    return tuple(
        _on_scale(card, scale)
        for question in visible_questions(section, state, plan)
        for card in _of_question(question, section, plan, everything, pick, whole=True)
    )


def _of_question(
    question: Question,
    section: Section,
    plan: PlanFormat,
    state: PlanState,
    pick: Picker,
    *,
    whole: bool = False,
) -> Iterator[TalkCard]:
    if question.kind is K.LIFE_DOMAIN:
        for domain in plan.domain_set(question.domain_set).domains:
            yield from _of_domain(question, domain, plan, state, pick, whole=whole)
    elif question.kind is K.GOAL_OUTCOMES:
        for goal_id, goal in state.goals.items():
            yield from _of_goal(question, goal_id, goal, pick)
    elif question.kind is K.AGREEMENT_REVIEWS and question.easy_label:
        for agreement_id, agreement in state.agreements.items():
            yield from _of_agreement(question, agreement_id, agreement)
    elif _is_for_the_table(question):
        kind, choices = _answering(question, open_options(question, state, plan), pick)
        if kind is not None:
            yield TalkCard(
                key=question.id,
                question_id=question.id,
                kind=kind,
                ask=_asked(question),
                pictogram=section.pictogram,
                part=ANSWER_MARK if question.kind is K.MARK else "",
                choices=choices,
                own_words=question.voice in OWN_WORDS,
                takes_files=question.takes_files,
            )


def _of_goal(question: Question, goal_id: str, goal: GoalFact, pick: Picker) -> Iterator[TalkCard]:
    """How the client feels about a goal, and what he or she thinks of it; an annex alone asks this."""
    if not goal.words:
        return
    key, name = f"{question.id}/{goal_id}", goal.label[:1].upper() + goal.label[1:]
    words = _word_choices(_GOAL_WORDS, pick)
    about = ended(goal.words)
    yield TalkCard(
        key, question.id, TalkKind.ONE, f"{about} {_FACE_OF_GOAL}",
        goal.pictogram, GOAL_MARK, FACES, about=name,
    )  # fmt: skip
    yield TalkCard(
        key, question.id, TalkKind.WORDS, f"{about} Wat vind je ervan?",
        goal.pictogram, GOAL_WORDS, words, own_words=True, about=name,
    )  # fmt: skip


def _of_agreement(question: Question, agreement_id: str, agreement: AgreementFact) -> Iterator[TalkCard]:
    """Whether an agreement was kept, pointed at; an annex alone asks this."""
    if not agreement.words:
        return
    about = ended(agreement.words)
    choices = tuple(TalkChoice(o.id, o.easy_label or o.label, o.pictogram) for o in question.options)
    yield TalkCard(
        f"{question.id}/{agreement_id}", question.id, TalkKind.ONE, f"{about} Lukt dat?",
        agreement.pictogram, REVIEWED, choices, about="Afspraak",
    )  # fmt: skip


def _is_for_the_table(question: Question) -> bool:
    """Whether somebody wrote it to be asked: in easy words, with an easy text, or in people's own words."""
    return bool(question.easy_label) or question.easy or question.voice in OWN_WORDS


def _asked(question: Question) -> str:
    ask = question.easy_label or question.label
    return ask if ask.endswith(("?", ".")) else f"{ask}?"


def _answering(
    question: Question, options: Sequence[Option], pick: Picker
) -> tuple[TalkKind | None, tuple[TalkChoice, ...]]:
    match question.kind:
        case K.CHOICE | K.CHOICES:
            kind = TalkKind.ONE if question.kind is K.CHOICE else TalkKind.MANY
            return kind, tuple(
                TalkChoice(o.id, o.easy_label or o.label, o.pictogram or _known(o.id) or pick(o.label))
                for o in options
            )
        case K.TICK:
            return TalkKind.ONE, YES_NO
        case K.MARK:
            return TalkKind.ONE, FACES
        case K.LONG_TEXT | K.SHORT_TEXT if not question.bind:
            return TalkKind.WORDS, _word_choices(question.suggestions or examples(question.help), pick)
        case _:
            return None, ()


def _known(option_id: str) -> str:
    return {"ja": "ja", "nee": "nee", "weet_niet": "misschien"}.get(option_id, "")


def _of_domain(
    question: Question,
    domain: LifeDomain,
    plan: PlanFormat,
    state: PlanState,
    pick: Picker,
    *,
    whole: bool,
) -> Iterator[TalkCard]:
    key = f"{question.id}/{domain.id}"
    name = domain.easy_label or domain.label
    said = DomainAnswer.read(plan_answer(key, state, plan).value)

    def card(
        kind: TalkKind, ask: str, part: str, choices: tuple[TalkChoice, ...], *, own: bool = False
    ) -> TalkCard:
        return TalkCard(
            key,
            question.id,
            kind,
            ask,
            domain.pictogram,
            part,
            choices,
            own_words=own,
            takes_files=kind is TalkKind.WORDS and part != "who_helps",
            about=name,
        )

    yield card(TalkKind.ONE, f"Wil je praten over: {lower(name)}?", "state", TALK_ABOUT)
    if said.state != "open" and not whole:
        return
    for part in domain_parts(question):
        if part.id in _SAYABLE:
            words = _HELPERS if part.id == "who_helps" else _prompt_words(domain)
            own = question.voice in OWN_WORDS or part.id == "change"
            yield card(TalkKind.WORDS, _of_part(part), part.id, _word_choices(words, pick), own=own)
        elif part.id == "marks":
            yield card(TalkKind.ONE, "Welk gezicht past bij hoe het nu gaat?", "mark_now", FACES)
        elif part.id == "satisfied":
            yield card(TalkKind.ONE, _of_part(part), part.id, SATISFIED)


def _on_scale(card: TalkCard, scale: int) -> TalkCard:
    """A card for a mark in the way of the client, as the wizard asks it: three faces, to five or to ten."""
    if card.part not in MARKS or scale == FACE_SCALE:
        return card
    best = f"1 is niet goed, {scale} is heel goed."
    ask = f"Welk cijfer past bij hoe het nu gaat? {best}"
    if card.part == ANSWER_MARK:
        ask = f"{card.ask} {best}"
    if card.part == GOAL_MARK:
        ask = f"{card.ask.replace(_FACE_OF_GOAL, _MARK_OF_GOAL)} {best}"
    faces = {1: "verdrietig", scale: "blij"}
    marks = tuple(TalkChoice(n, str(n), faces.get(n, "")) for n in range(1, scale + 1))
    return replace(card, ask=ask, choices=marks)


def _of_part(part: DomainPart) -> str:
    ask = part.easy_label or part.label
    return ask if ask.endswith("?") else f"{ask}?"


def _prompt_words(domain: LifeDomain) -> tuple[str, ...]:
    """Short words from the reminders of a domain: "Wassen, aankleden, naar de wc" is three cards."""
    return tuple(piece for prompt in domain.prompts for piece in _pieces(prompt))


def examples(help_text: str) -> tuple[str, ...]:
    """The examples that a help text gives after "Bijvoorbeeld"; none when it gives none."""
    found = _EXAMPLES.search(help_text)
    return tuple(_pieces(found.group(1))) if found else ()


def _pieces(text: str) -> list[str]:
    first, *others = re.split(r",\s*(?:(?:en|of)\s+)?", text.strip())
    last = re.split(r"\s+(?:en|of)\s+", others.pop()) if others else []
    cut = (piece.strip() for piece in (first, *others, *last))
    return [piece for piece in cut if piece and len(piece) <= _LONGEST]


def _word_choices(words: tuple[str, ...], pick: Picker) -> tuple[TalkChoice, ...]:
    """A card for each word; a question that gives none gets words that many people point at."""
    chosen = list(dict.fromkeys(word[:1].upper() + word[1:] for word in words or _FIRST_WORDS))[:_MOST]
    return tuple(TalkChoice(word, word, pick(word)) for word in chosen)


def lower(text: str) -> str:
    """The text with a small first letter, for within a sentence."""
    return text[:1].lower() + text[1:]
