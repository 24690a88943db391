"""From the table of one question to the frozen Question."""

from __future__ import annotations

from .conditions import read_condition
from .model import Column, Need, Option, Question, QuestionKind, Voice
from .problems import Problems
from .reading import TableReader
from .tree import Table
from .vocabulary import BINDS, EDITIONS, known_bind

K = QuestionKind
TEXTS = frozenset({K.SHORT_TEXT, K.LONG_TEXT})
RECORDS = frozenset(
    {K.GOALS, K.GOAL_MATRIX, K.RISKS, K.AGREEMENTS, K.CONSENT, K.NETWORK, K.HOUSEHOLD, K.CUSTODY}
)
COLUMN_KINDS = frozenset({*TEXTS, K.CHOICE, K.DATE, K.NUMBER, K.TICK, K.PERSON})

_ALWAYS = frozenset(
    {
        "id", "kind", "label", "easy_label", "help", "why", "source", "need", "need_when", "reason_instead",
        "when", "editions", "checks", "pictograms",
    }
)  # fmt: skip
_ONLY_FOR = {
    "options": frozenset({K.CHOICE, K.CHOICES}),
    "column": frozenset({K.TABLE}),
    "table_head": frozenset({K.TABLE, K.RISKS, K.AGREEMENTS}),
    "domain_set": frozenset({K.LIFE_DOMAIN, K.TOPICS}),
    "suggestions": frozenset({*TEXTS, K.TABLE, K.RISKS, K.AGREEMENTS}),
    "soft_limit": frozenset({*TEXTS, K.TABLE, K.LIFE_DOMAIN}),
    "voice": frozenset({*TEXTS, K.LIFE_DOMAIN, K.TABLE}),
    "hidden_parts": RECORDS,
    "hidden_when": RECORDS,
    "easy": frozenset({*TEXTS, K.TABLE, K.LIFE_DOMAIN}),
    "half": frozenset({K.SHORT_TEXT, K.DATE, K.NUMBER, K.CHOICE, K.PERSON, K.TICK}),
    "many": frozenset({K.PERSON}),
    "at_least": frozenset({K.TABLE, K.CHOICES, K.LIFE_DOMAIN, K.ATTACHMENTS, K.PERSON, *RECORDS}),
    "bind": frozenset({*TEXTS, K.DATE, K.PERSON, K.CHOICES, K.ATTACHMENTS, K.HOUSEHOLD}),
}
QUESTION_KEYS = _ALWAYS | set(_ONLY_FOR)
"""Every key that the table of a question may hold."""

_NEEDED_FOR = {
    K.CHOICE: "options",
    K.CHOICES: "options",
    K.TABLE: "column",
    K.LIFE_DOMAIN: "domain_set",
    K.TOPICS: "domain_set",
}


def build_question(table: Table, problems: Problems, soft_limit: int = 0) -> Question:
    """The question in this table; a text without a limit of its own gets `soft_limit`. Faults are noted."""
    reader = TableReader(table, QUESTION_KEYS, problems, "een vraag")
    kind = reader.one_of("kind", QuestionKind) or K.LONG_TEXT
    if kind is K.FRAME:
        reader.fault("kind", "het soort 'frame' maakt het programma zelf. Kies een ander soort.")
    _check_kind(reader, kind)
    need = reader.one_of("need", Need, Need.FREE) or Need.FREE
    need_when = read_condition(reader.sub("need_when"), problems)
    if need_when is not None and need is Need.FREE:
        reader.fault("need_when", 'bij \'need_when\' hoort need = "adopt" of need = "advised".')
    bind = reader.text("bind")
    if bind and not known_bind(bind):
        names = ", ".join(sorted(BINDS))
        reader.fault(
            "bind", f"'{bind}' is niet bekend. Mogelijk is: {names}, of 'trigger.' met een datumveld."
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
        bind=bind,
        many=reader.truth("many"),
        half=reader.truth("half"),
        soft_limit=reader.number("soft_limit", soft_limit if kind in TEXTS else 0),
        options=tuple(_option(part, problems) for part in reader.tables("options")),
        columns=tuple(_column(part, problems) for part in reader.tables("column")),
        domain_set=reader.text("domain_set"),
        suggestions=reader.texts("suggestions"),
        editions=reader.subset("editions", EDITIONS, ("professional",)),
        checks=reader.texts("checks"),
        table_head=reader.text("table_head"),
        hidden_parts=reader.texts("hidden_parts"),
        hidden_when=read_condition(reader.sub("hidden_when"), problems),
    )


def _check_kind(reader: TableReader, kind: QuestionKind) -> None:
    for key, kinds in _ONLY_FOR.items():
        if key in reader.table.entries and kind not in kinds:
            names = ", ".join(sorted(k.value for k in kinds))
            reader.fault(key, f"'{key}' hoort niet bij het soort '{kind.value}', wel bij: {names}.")
    needed = _NEEDED_FOR.get(kind)
    if needed and needed not in reader.table.entries:
        reader.fault("kind", f"het soort '{kind.value}' heeft '{needed}' nodig.")


def _option(table: Table, problems: Problems) -> Option:
    known = frozenset({"id", "label", "easy_label", "pictogram"})
    reader = TableReader(table, known, problems, "een antwoord")
    return Option(
        id=reader.identifier("id"),
        label=reader.text("label", required=True),
        easy_label=reader.text("easy_label"),
        pictogram=reader.text("pictogram"),
    )


def _column(table: Table, problems: Problems) -> Column:
    known = frozenset({"id", "label", "easy_label", "kind", "options", "need", "help"})
    reader = TableReader(table, known, problems, "een kolom")
    kind = reader.one_of("kind", QuestionKind, K.SHORT_TEXT) or K.SHORT_TEXT
    if kind not in COLUMN_KINDS:
        names = ", ".join(sorted(k.value for k in COLUMN_KINDS))
        reader.fault("kind", f"een kolom kan niet van het soort '{kind.value}' zijn, wel van: {names}.")
    options = tuple(_option(part, problems) for part in reader.tables("options"))
    if (kind is K.CHOICE) != bool(options):
        reader.fault("options", "'options' hoort bij een kolom van het soort 'choice', en alleen daar.")
    return Column(
        id=reader.identifier("id"),
        label=reader.text("label", required=True),
        kind=kind,
        options=options,
        need=reader.one_of("need", Need, Need.FREE) or Need.FREE,
        help=reader.text("help"),
        easy_label=reader.text("easy_label"),
    )
