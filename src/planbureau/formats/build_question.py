"""From the table of one question to the frozen Question."""

from __future__ import annotations

from .answers import DOMAIN_KEYS
from .conditions import read_condition
from .domain_parts import GONE_PARTS, PARTS
from .model import Column, Need, Option, Question, QuestionKind, Voice
from .problems import Problems, nearest
from .reading import TableReader
from .reviews import THEN
from .tree import Table
from .vocabulary import BINDS, EDITIONS, known_bind

K = QuestionKind
TEXTS = frozenset({K.SHORT_TEXT, K.LONG_TEXT})
CHOICES = frozenset({K.CHOICE, K.CHOICES})
RECORDS = frozenset(
    {K.GOALS, K.GOAL_MATRIX, K.RISKS, K.AGREEMENTS, K.CONSENT, K.NETWORK, K.HOUSEHOLD, K.CUSTODY}
)
COLUMN_KINDS = frozenset({*TEXTS, K.CHOICE, K.DATE, K.MOMENT, K.NUMBER, K.TICK, K.PERSON})
REVIEWS = frozenset({K.AGREEMENT_REVIEWS, K.RISK_REVIEWS})
DOMAIN_COLUMN_KINDS = frozenset({*TEXTS, K.CHOICE, K.CHOICES, K.DATE, K.NUMBER, K.PERSON})

_ALWAYS = frozenset(
    {
        "id", "kind", "label", "easy_label", "help", "why", "source", "need", "need_when", "reason_instead",
        "when", "editions", "checks", "pictograms", "pictogram", "after_finishing",
    }
)  # fmt: skip
_ONLY_FOR = {
    "options": frozenset({K.CHOICE, K.CHOICES, K.GOALS, *REVIEWS}),
    "column": frozenset({K.TABLE, K.LIFE_DOMAIN}),
    "parts": frozenset({K.LIFE_DOMAIN}),
    "part_labels": frozenset({K.LIFE_DOMAIN}),
    "part_easy_labels": frozenset({K.LIFE_DOMAIN}),
    "table_head": frozenset({K.TABLE, K.RISKS, K.AGREEMENTS}),
    "domain_set": frozenset({K.LIFE_DOMAIN, K.TOPICS, K.AGREEMENTS}),
    "suggestions": frozenset({*TEXTS, K.TABLE, K.RISKS, K.AGREEMENTS}),
    "soft_limit": frozenset({*TEXTS, K.TABLE, K.LIFE_DOMAIN}),
    "voice": frozenset({*TEXTS, K.LIFE_DOMAIN, K.TABLE}),
    "hidden_parts": RECORDS,
    "hidden_when": RECORDS,
    "easy": frozenset({*TEXTS, K.TABLE, K.LIFE_DOMAIN}),
    "half": frozenset({K.SHORT_TEXT, K.DATE, K.MOMENT, K.NUMBER, K.CHOICE, K.PERSON, K.TICK}),
    "many": frozenset({K.PERSON}),
    "signature": frozenset({K.CHOICE}),
    "at_least": frozenset({K.TABLE, K.CHOICES, K.LIFE_DOMAIN, K.ATTACHMENTS, K.PERSON, *RECORDS}),
    "wish": frozenset({*TEXTS, K.TABLE}),
    "wish_reason": frozenset({*TEXTS, K.TABLE}),
    "bind": frozenset({*TEXTS, K.DATE, K.MOMENT, K.PERSON, K.CHOICES, K.ATTACHMENTS, K.HOUSEHOLD}),
}
QUESTION_KEYS = _ALWAYS | set(_ONLY_FOR)
"""Every key that the table of a question may hold."""

_NEEDED_FOR = {
    K.CHOICE: "options",
    K.CHOICES: "options",
    K.TABLE: "column",
    K.LIFE_DOMAIN: "domain_set",
    K.TOPICS: "domain_set",
    **dict.fromkeys(sorted(REVIEWS, key=lambda kind: kind.value), "options"),
}


def build_question(table: Table, problems: Problems, soft_limit: int = 0) -> Question:
    """The question in this table; a text without a limit of its own gets `soft_limit`. Faults are noted."""
    reader = TableReader(table, QUESTION_KEYS, problems, "een vraag")
    kind = _kind(reader)
    need = reader.one_of("need", Need, Need.FREE) or Need.FREE
    need_when = read_condition(reader.sub("need_when"), problems)
    if need_when is not None and need is Need.FREE:
        reader.fault("need_when", 'bij \'need_when\' hoort need = "adopt" of need = "advised".')
    domain = kind is K.LIFE_DOMAIN
    kinds = DOMAIN_COLUMN_KINDS if domain else COLUMN_KINDS
    columns = tuple(
        _column(part, kinds, problems, conditional=kind is K.TABLE) for part in reader.tables("column")
    )
    if domain:
        _check_parts(reader, [column.id for column in columns])
    options = tuple(
        _option(part, problems, conditional=kind in CHOICES, goes_on=kind is K.RISK_REVIEWS)
        for part in reader.tables("options")
    )
    return Question(
        id=reader.identifier("id"),
        kind=kind,
        label=reader.text("label", required=True),
        easy_label=reader.text("easy_label"),
        help=reader.text("help"),
        why=reader.text("why"),
        source=reader.text("source"),
        need=need,
        need_when=need_when,
        reason_instead=reader.text("reason_instead"),
        at_least=reader.number("at_least", 1, least=1),
        show_when=read_condition(reader.sub("when"), problems),
        voice=reader.one_of("voice", Voice) if "voice" in table.entries else None,
        easy=reader.truth("easy"),
        pictograms=reader.truth("pictograms"),
        pictogram=reader.text("pictogram"),
        bind=_bind(reader),
        many=reader.truth("many"),
        signature=reader.truth("signature"),
        half=reader.truth("half"),
        soft_limit=reader.number("soft_limit", soft_limit if kind in TEXTS else 0),
        options=options,
        columns=columns,
        domain_set=reader.text("domain_set"),
        parts=reader.texts("parts"),
        part_labels=reader.pairs("part_labels"),
        part_easy_labels=reader.pairs("part_easy_labels"),
        suggestions=reader.texts("suggestions"),
        editions=reader.subset("editions", EDITIONS, ("professional",)),
        checks=reader.texts("checks"),
        table_head=reader.text("table_head"),
        hidden_parts=reader.texts("hidden_parts"),
        hidden_when=read_condition(reader.sub("hidden_when"), problems),
        wish=reader.text("wish"),
        wish_reason=reader.text("wish_reason"),
        after_finishing=reader.truth("after_finishing"),
    )


def _kind(reader: TableReader) -> QuestionKind:
    """The kind of a question; what fits a kind that nobody can tell is no fault of its own."""
    if reader.table.text("kind") == K.FRAME.value:
        reader.fault("kind", "het soort 'frame' maakt het programma zelf. Kies een ander soort.")
        return K.LONG_TEXT
    known = reader.one_of("kind", QuestionKind, hidden=(K.FRAME,))
    if known is not None:
        _check_kind(reader, known)
    return known or K.LONG_TEXT


def _bind(reader: TableReader) -> str:
    bind = reader.text("bind")
    if bind and not known_bind(bind):
        names = ", ".join(sorted(BINDS))
        reader.fault(
            "bind", f"'{bind}' is niet bekend. Mogelijk is: {names}, of 'trigger.' met een datumveld."
        )
    return bind


def _check_kind(reader: TableReader, kind: QuestionKind) -> None:
    for key, kinds in _ONLY_FOR.items():
        if key in reader.table.entries and kind not in kinds:
            names = ", ".join(sorted(k.value for k in kinds))
            reader.fault(key, f"'{key}' hoort niet bij het soort '{kind.value}', wel bij: {names}.")
    needed = _NEEDED_FOR.get(kind)
    if needed and needed not in reader.table.entries:
        reader.fault("kind", f"het soort '{kind.value}' heeft '{needed}' nodig.")


def _check_parts(reader: TableReader, columns: list[str]) -> None:
    """The parts of a life domain exist, each once, and no own field takes the name of one of them."""
    for table in reader.tables("column"):
        if table.text("id") in DOMAIN_KEYS:
            text = (
                f"'{table.text('id')}' is de naam van een vast onderdeel. Geef je eigen veld een andere id."
            )
            reader.problems.add(table.place, "id", text)
    parts = reader.subset("parts", {*PARTS, *GONE_PARTS, *columns}, ())
    if len(set(parts)) < len(parts):
        reader.fault("parts", "in 'parts' staat elk onderdeel één keer.")
    if "parts" in reader.table.entries and not parts:
        reader.fault("parts", "'parts' moet minstens één onderdeel noemen.")
    for key in ("part_labels", "part_easy_labels"):
        for name in reader.pairs(key):
            if name not in {*PARTS, *GONE_PARTS}:
                reader.fault(key, f"'{name}' kan niet bij '{key}'. {nearest(name, PARTS)}")


def _option(table: Table, problems: Problems, *, conditional: bool = False, goes_on: bool = False) -> Option:
    known = frozenset({"id", "label", "easy_label", "pictogram"})
    if goes_on:
        known |= {"then"}
    if conditional:
        known |= {"when"}
    elif "when" in table.entries:
        text = "'when' bij een antwoord kan alleen bij een vraag van het soort 'choice' of 'choices'."
        problems.add(table.entries["when"].place, "when", text)
        table = table.with_entries({}, without=("when",))
    reader = TableReader(table, known, problems, "een antwoord")
    return Option(
        id=reader.identifier("id"),
        label=reader.text("label", required=True),
        easy_label=reader.text("easy_label"),
        pictogram=reader.text("pictogram"),
        show_when=read_condition(reader.sub("when"), problems),
        then=_then(reader) if goes_on else "",
    )


def _then(reader: TableReader) -> str:
    then = reader.text("then")
    if then and then not in THEN:
        reader.fault("then", f"'{then}' kan niet bij 'then'. {nearest(then, THEN)}")
    return then


def _column(table: Table, kinds: frozenset[QuestionKind], problems: Problems, *, conditional: bool) -> Column:
    known = frozenset({"id", "label", "easy_label", "kind", "options", "need", "help"})
    if conditional:
        known |= {"when"}
    elif "when" in table.entries:
        text = "'when' bij een kolom kan alleen bij een vraag van het soort 'table'."
        problems.add(table.entries["when"].place, "when", text)
        table = table.with_entries({}, without=("when",))
    reader = TableReader(table, known, problems, "een kolom")
    kind = reader.one_of("kind", QuestionKind, K.SHORT_TEXT) or K.SHORT_TEXT
    if kind not in kinds:
        names = ", ".join(sorted(k.value for k in kinds))
        reader.fault("kind", f"een kolom kan niet van het soort '{kind.value}' zijn, wel van: {names}.")
    options = tuple(_option(part, problems) for part in reader.tables("options"))
    if (kind in CHOICES) != bool(options):
        reader.fault("options", "'options' hoort bij een kolom om uit te kiezen, en alleen daar.")
    return Column(
        id=reader.identifier("id"),
        label=reader.text("label", required=True),
        kind=kind,
        options=options,
        need=reader.one_of("need", Need, Need.FREE) or Need.FREE,
        help=reader.text("help"),
        easy_label=reader.text("easy_label"),
        show_when=read_condition(reader.sub("when"), problems),
    )
