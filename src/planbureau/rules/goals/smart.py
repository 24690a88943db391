"""What is still missing in a goal, SMART or GOZ (rules D2.3 and D3). Hints only: saving is never refused."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from enum import Enum

from planbureau.rules.hints import Hint, needed, tip, wrong
from planbureau.rules.people.names import join_names

CONSENT_AGE = 12
MAX_GOAL_WORDS = 20


class GoalForm(Enum):
    """How a goal is written down."""

    SMART = "smart"
    GOZ = "goz"

    @property
    def label(self) -> str:
        """The Dutch name as a user reads it."""
        return {"smart": "SMART", "goz": "Globaal, Observeer, Zinvol"}[self.value]


class GoalKind(Enum):
    """What kind of goal it is, in both forms (S2 2.1 and 6.2)."""

    REACH = "reach"
    LEARN = "learn"
    KEEP = "keep"
    RECURRING = "recurring"
    DIRECTION = "direction"

    @property
    def label(self) -> str:
        """The Dutch name as a user reads it."""
        return _KINDS[self]

    @property
    def has_no_end(self) -> bool:
        """Whether this kind asks when people look back, and not by when it is reached (S2 6.2)."""
        return self in (GoalKind.KEEP, GoalKind.RECURRING, GoalKind.DIRECTION)

    @property
    def seen_by(self) -> str:
        """What is asked about how one sees it, in Dutch."""
        return _SEEN_BY[self]


_SEEN_BY = {
    GoalKind.REACH: "Waaraan zien jullie dat het lukt",
    GoalKind.LEARN: "Wat kan of weet iemand dan zelf",
    GoalKind.KEEP: "Waaraan merken jullie dat het goed blijft gaan",
    GoalKind.RECURRING: "Waaraan merken jullie dat deze hulp helpt",
    GoalKind.DIRECTION: "Waaraan merken jullie dat het de goede kant op gaat",
}
_KINDS = {
    GoalKind.REACH: "iets bereiken",
    GoalKind.LEARN: "iets leren",
    GoalKind.KEEP: "iets behouden",
    GoalKind.RECURRING: "terugkerende hulp",
    GoalKind.DIRECTION: "richting",
}
_NO_END = frozenset(kind.value for kind in GoalKind if kind.has_no_end)


def looks_back(kind: str, form: str, *, no_end_date: bool, target: date | None) -> bool:
    """Whether the day of a goal is one on which people look back, and not the one by which it is reached.

    `kind` and `form` are as they are stored.
    """
    return form == GoalForm.GOZ.value or no_end_date or (target is None and kind in _NO_END)


@dataclass(frozen=True)
class AskedPerson:
    """Somebody whose yes a goal asks for; `age` in whole years, None when unknown (then asked)."""

    name: str
    age: int | None = None
    agreed: bool = False


@dataclass(frozen=True)
class SmartFacts:
    """The fields of a SMART goal card. `feasible`: True yes, False doubt, None not yet asked."""

    kind: GoalKind = GoalKind.REACH
    sentence: str = ""
    from_library: bool = False  # an unchanged ready-made goal
    names: tuple[str, ...] = ()
    how_seen: str = ""
    for_whom: tuple[AskedPerson, ...] = ()
    doers: tuple[AskedPerson, ...] = ()
    feasible: bool | None = None
    feasible_note: str = ""
    start: date | None = None
    target: date | None = None
    no_end_date: bool = False
    no_end_reason: str = ""
    look_date: date | None = None


@dataclass(frozen=True)
class GozFacts:
    """The fields of a GOZ goal card: a direction, what to watch, whether it makes sense."""

    direction: str = ""
    watch_what: str = ""
    watch_who: str = ""
    look_date: date | None = None
    target: date | None = None
    has_gas: bool = False


_WORD = re.compile(r"[A-Za-zÀ-ÿ'’-]+")
_FIRST = frozenset(["ik", "wij", "we", "mij", "mijn", "ons", "onze"])
_SMALL_WORDS = (
    "en of met van voor bij in op aan uit naar de het een die dat deze dit als om te zelf ook niet geen "
    "samen mijn onze ons elke iedere"
)
_NOT_A_VERB = frozenset(_SMALL_WORDS.split())
_MEASURE = re.compile(
    r"\d|\b(één|twee|drie|vier|vijf|zes|zeven|acht|negen|tien|elf|twaalf)\b"
    r"|\b(elke?|iedere?|dagelijks|wekelijks|maandelijks|keer|altijd|nooit|per|hooguit|minstens)\b"
    r"|\bom (de dag|de week|de maand|het weekend|het uur)\b"
    r"|\b(zegt?|zeggen|laat zien|laten zien|doet|doen|vraagt|vragen|gaat naar|gaan naar|komt|komen"
    r"|vertelt|vertellen|staat|staan|eet|eten|slaapt|slapen|belt|bellen|ziet er|pakt|ruimt|schrijft|betaalt"
    r"|lacht|speelt)\b",
    re.IGNORECASE,
)


def check_smart(facts: SmartFacts) -> tuple[Hint, ...]:
    """The hints of a SMART card, in the order S, M, A, R, T."""
    return (*_specific(facts), *_measurable(facts), *_accepted(facts), *_realistic(facts), *_timed(facts))


def check_goz(facts: GozFacts) -> tuple[Hint, ...]:
    """The hints of a GOZ card: no target date and no GAS, a look date instead."""
    asked = (
        ("direction", facts.direction, "Schrijf in één zin welke kant het op moet gaan."),
        ("watch_what", facts.watch_what, "Schrijf op waar jullie op letten."),
        ("watch_who", facts.watch_who, "Kies wie erop let."),
    )
    found = [needed(field, text) for field, value, text in asked if not value.strip()]
    if facts.look_date is None:
        found.append(needed("look_date", "Kies wanneer jullie samen terugkijken."))
    if facts.target is not None:
        found.append(wrong("target", "Een GOZ-doel heeft geen streefdatum. Gebruik de kijkdatum."))
    if facts.has_gas:
        found.append(wrong("gas", "Een GOZ-doel heeft geen GAS-schaal."))
    return tuple(found)


def has_someone(sentence: str, names: tuple[str, ...]) -> bool:
    """Whether a sentence is about somebody: a name, or "ik", "wij", "mijn"."""
    words = {word.lower() for word in _WORD.findall(sentence)}
    known = {part.lower() for name in names for part in _WORD.findall(name)}
    return bool(words & (_FIRST | known))


def has_verb(sentence: str, names: tuple[str, ...]) -> bool:
    """A guess at a verb: a word beside the subject that is no article, preposition or the like."""
    words = [word.lower() for word in _WORD.findall(sentence)]
    subjects = {"ik", "wij", "we"} | {part.lower() for name in names for part in _WORD.findall(name)}
    passed = subjects | _NOT_A_VERB
    for at, word in enumerate(words):
        beside = words[max(0, at - 1) : at] + words[at + 1 : at + 2]
        if word in subjects and any(other not in passed for other in beside):
            return True
    return False


def says_how_much(text: str) -> bool:
    """Whether a text names a number, how often, or something that people can see or hear."""
    return bool(_MEASURE.search(text))


def _specific(facts: SmartFacts) -> list[Hint]:
    sentence = facts.sentence.strip()
    if not sentence:
        return [needed("sentence", "Schrijf het doel in één zin.")]
    found = []
    if not facts.from_library:
        if not has_someone(sentence, facts.names):
            found.append(tip("sentence", 'Over wie gaat dit doel? Gebruik een naam, "ik" of "wij".'))
        elif not has_verb(sentence, facts.names):
            found.append(tip("sentence", "Wat gaat er gebeuren? Zeg wat iemand doet, kan of voelt."))
    if len(_WORD.findall(sentence)) > MAX_GOAL_WORDS:
        found.append(tip("sentence", f"Dit doel is langer dan {MAX_GOAL_WORDS} woorden. Kan het korter?"))
    return found


def _measurable(facts: SmartFacts) -> list[Hint]:
    if not facts.how_seen.strip():
        text = f"{facts.kind.seen_by}? Schrijf het op."
        recurring = facts.kind is GoalKind.RECURRING
        return [tip("how_seen", text) if recurring else needed("how_seen", text)]
    if not says_how_much(facts.how_seen):
        text = "Noem een getal, hoe vaak, of iets dat iedereen kan zien of horen."
        return [tip("how_seen", text)]
    return []


def _accepted(facts: SmartFacts) -> list[Hint]:
    asked = [p for p in facts.for_whom if p.age is None or p.age >= CONSENT_AGE]
    open_names = dict.fromkeys(p.name for p in (*asked, *facts.doers) if not p.agreed)
    if not open_names:
        return []
    who = join_names(tuple(open_names))
    verb = "heeft" if len(open_names) == 1 else "hebben"
    return [needed("agreed", f"{who} {verb} nog geen ja gezegd tegen dit doel.")]


def _realistic(facts: SmartFacts) -> list[Hint]:
    if facts.feasible is None:
        return [tip("feasible", "Vraag samen af of dit haalbaar is.")]
    if not facts.feasible and not facts.feasible_note.strip():
        return [needed("feasible_note", "Er is twijfel. Schrijf op wat helpt of wat in de weg zit.")]
    return []


def _timed(facts: SmartFacts) -> list[Hint]:
    found = []
    if facts.kind.has_no_end and not facts.no_end_date and facts.target is None:
        return [] if facts.look_date else [needed("look_date", "Kies wanneer jullie samen terugkijken.")]
    if facts.no_end_date:
        if not facts.no_end_reason.strip():
            found.append(needed("no_end_reason", "Schrijf op waarom dit doel geen einddatum heeft."))
        if facts.look_date is None:
            found.append(needed("look_date", "Kies wanneer jullie samen terugkijken."))
        return found
    if facts.start is None:
        found.append(needed("start", "Kies wanneer jullie beginnen."))
    if facts.target is None:
        found.append(needed("target", "Kies een streefdatum, of kies dat er geen einddatum is."))
    if facts.start and facts.target and facts.target < facts.start:
        found.append(wrong("target", "De streefdatum ligt voor het begin."))
    return found
