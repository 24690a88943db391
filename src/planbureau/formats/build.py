"""From a written-out format to the frozen PlanFormat."""

from __future__ import annotations

from .build_annex import ANNEX_KEYS, build_annex
from .build_question import build_question
from .conditions import read_condition
from .frame import FrameWords, frame_section
from .kept import kept_text
from .length import PAGE_CHARACTERS
from .model import Access, DomainSet, FlagDetail, GateRule, LifeDomain, PlanFormat, Section, Subject
from .problems import Problems, nearest
from .reading import TableReader
from .tree import Table
from .vocabulary import AGREED_BY, LINTS, REGIMES

FORMAT_KEYS = frozenset(
    {
        "id", "version", "title", "easy_title", "subject", "regimes", "flags", "flag", "deadlines", "gate",
        "need_when", "hand_in", "lint", "advised_pages", "advised_characters", "advised_goals",
        "goal_library", "access", "soft_limit", "renamed", "removed", "description", "source", "section",
        "domain_set", "based_on", "offered",
        *ANNEX_KEYS,
    }
)  # fmt: skip
_SECTION_KEYS = frozenset(
    {"id", "title", "easy_title", "pictogram", "intro", "question", "when", "source", "block", "agreed_by"}
)
_SET_KEYS = frozenset({"id", "title", "source", "confirmed", "domain"})
_MOST_GOALS = 5  # open goals that one person can keep up with; own choice (O)
_DOMAIN_KEYS = frozenset({"id", "label", "easy_label", "pictogram", "prompts", "topics"})


def build_format(document: Table, words: FrameWords, problems: Problems) -> PlanFormat:
    """The format in `document`, with its step one. Faults are noted; the caller must look at them."""
    reader = TableReader(document, FORMAT_KEYS, problems, "een plantype")
    annex = build_annex(reader, problems)
    regimes = reader.subset("regimes", REGIMES, ())
    flags = tuple(_flag(table, problems) for table in reader.tables("flag"))
    soft_limit = reader.number("soft_limit", 0)
    sections = tuple(_section(table, problems, soft_limit) for table in reader.tables("section"))
    if not sections:
        reader.fault("section", "een plantype heeft minstens één [[section]] nodig.")
    access = reader.one_of("access", Access, Access.TEAM) or Access.TEAM
    if annex is not None and access is not Access.TEAM:
        reader.fault("access", "een verslag of bijlage volgt zijn plan en heeft geen eigen 'access'.")
    if not regimes and annex is None and access is not Access.OWNER:
        reader.fault("regimes", "een plantype moet 'regimes' hebben: onder welke wetten het kan vallen.")
    goal_library = reader.text("goal_library", default="offered")
    if goal_library not in {"offered", "on_request"}:
        reader.fault("goal_library", "'goal_library' moet 'offered' of 'on_request' zijn.")
    hand_in = reader.truth("hand_in")
    return PlanFormat(
        id=reader.identifier("id"),
        version=reader.number("version", 1, least=1),
        title=reader.text("title", required=True),
        easy_title=reader.text("easy_title"),
        subject=reader.one_of("subject", Subject, Subject.CLIENT) or Subject.CLIENT,
        regimes=regimes,
        flags=tuple(flag.id for flag in flags),
        flag_details=flags,
        sections=sections if annex else (frame_section(words, with_law=bool(regimes)), *sections),
        deadlines=reader.texts("deadlines"),
        domain_sets=tuple(build_domain_set(table, problems) for table in reader.tables("domain_set")),
        gates=tuple(_gate(table, problems) for table in reader.tables("gate")),
        need_when=read_condition(reader.sub("need_when"), problems),
        hand_in=hand_in,
        lint=reader.subset("lint", LINTS, () if hand_in else LINTS),
        advised_characters=_advised_length(reader),
        advised_goals=reader.number("advised_goals", _MOST_GOALS),
        access=access,
        goal_library=goal_library,
        renamed=reader.pairs("renamed"),
        removed=reader.texts("removed"),
        description=reader.text("description"),
        source=reader.text("source"),
        annex=annex,
        based_on=reader.text("based_on"),
        offered=reader.truth("offered") if "offered" in document.entries else True,
        text=kept_text(document.with_entries({}, without=("offered",)), words),
    )


def _advised_length(reader: TableReader) -> int:
    """How many characters a plan had better not exceed, given as pages or as characters; 0 is no advice."""
    pages, characters = reader.number("advised_pages", 0), reader.number("advised_characters", 0)
    if pages and characters:
        reader.fault("advised_pages", "kies 'advised_pages' of 'advised_characters', niet allebei.")
    return characters or pages * PAGE_CHARACTERS


def build_domain_set(table: Table, problems: Problems) -> DomainSet:
    """A set of life domains."""
    reader = TableReader(table, _SET_KEYS, problems, "een [[domain_set]]")
    domains = tuple(_domain(part, problems) for part in reader.tables("domain"))
    if not domains:
        reader.fault("domain", "een [[domain_set]] heeft minstens één [[domain_set.domain]] nodig.")
    return DomainSet(
        id=reader.text("id", required=True),
        title=reader.text("title", required=True),
        domains=domains,
        source=reader.text("source", required=True),
        confirmed=reader.truth("confirmed") if "confirmed" in table.entries else True,
    )


def _domain(table: Table, problems: Problems) -> LifeDomain:
    reader = TableReader(table, _DOMAIN_KEYS, problems, "een leefgebied")
    label = reader.text("label", required=True)
    return LifeDomain(
        id=reader.identifier("id"),
        label=label,
        easy_label=reader.text("easy_label", default=label),
        pictogram=reader.text("pictogram"),
        prompts=reader.texts("prompts"),
        topics=reader.texts("topics"),
    )


def _section(table: Table, problems: Problems, soft_limit: int) -> Section:
    reader = TableReader(table, _SECTION_KEYS, problems, "een hoofdstuk")
    questions = tuple(build_question(part, problems, soft_limit) for part in reader.tables("question"))
    if not questions:
        reader.fault("question", "een hoofdstuk heeft minstens één vraag nodig.")
    return Section(
        id=reader.identifier("id"),
        title=reader.text("title", required=True),
        easy_title=reader.text("easy_title"),
        pictogram=reader.text("pictogram"),
        intro=reader.text("intro"),
        questions=questions,
        when=read_condition(reader.sub("when"), problems),
        source=reader.text("source"),
        block=reader.text("block"),
        agreed_by=_agreed_by(reader),
    )


def _flag(table: Table, problems: Problems) -> FlagDetail:
    reader = TableReader(table, frozenset({"id", "label", "help", "source"}), problems, "een [[flag]]")
    return FlagDetail(
        id=reader.identifier("id"),
        label=reader.text("label", required=True),
        help=reader.text("help"),
        source=reader.text("source"),
    )


def _gate(table: Table, problems: Problems) -> GateRule:
    reader = TableReader(table, frozenset({"check", "when"}), problems, "een [[gate]]")
    return GateRule(reader.text("check", required=True), read_condition(reader.sub("when"), problems))


def _agreed_by(reader: TableReader) -> str:
    who = reader.text("agreed_by")
    if who and who not in AGREED_BY:
        reader.fault("agreed_by", f"'{who}' kan niet bij 'agreed_by'. {nearest(who, AGREED_BY)}")
        return ""
    return who
