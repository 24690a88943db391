"""A plan type of an organisation that is based on another one: a file with only what differs.

What the base needs for adopting, its deadlines and its gates come from the base itself, so a copy cannot lose
them. What it may not change is refused with file and line.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from .kept_parts import same_circumstances, why_kept
from .model import Need, PlanFormat, Question
from .problems import Problems, nearest
from .reading import TableReader
from .shared import Shared, with_options, write_section
from .tree import Entry, Table, list_entry

BASED_ON = "based_on"
_BASE = re.compile(r"(?P<id>[a-z][a-z0-9_-]*)@(?P<version>[1-9][0-9]*)")
_OWN = (
    "id", "version", "title", "easy_title", "description", "source", BASED_ON,
    "advised_pages", "advised_characters", "advised_goals", "goal_library", "renamed", "offered",
)  # fmt: skip
_EDITS = ("leave_out", "change", "chapter", "order", "question", "section")
DERIVED_KEYS = frozenset({*_OWN, *_EDITS})
"""Every key that the file of a copy may hold."""

_OF_THE_BASE = (
    "subject", "regimes", "flags", "flag", "deadlines", "gate", "need_when", "hand_in", "lint", "domain_set",
    "annex", "access",
)  # fmt: skip
_CHAPTER_KEYS = frozenset({"title", "easy_title", "intro", "pictogram", "order"})
CHANGE_KEYS = frozenset(
    {
        "label", "easy_label", "help", "why", "pictogram", "pictograms", "easy", "half", "soft_limit",
        "suggestions", "table_head", "part_labels", "part_easy_labels", "editions", "need", "at_least",
        "chapter",
    }
)  # fmt: skip
"""What a copy may change in a question of its base: its words, its chapter, and more than the base asks."""

_NEEDS = [Need.FREE, Need.ADVISED, Need.ADOPT]  # from least to most


@dataclass(frozen=True)
class Base:
    """A plan type that others may be based on, as it is and as it was written out."""

    plan: PlanFormat
    document: Table


Bases = Mapping[tuple[str, int], Base]


def is_derived(document: Table) -> bool:
    """Whether this file holds only what differs from another plan type."""
    return BASED_ON in document.entries


def written_out(document: Table, bases: Bases, shared: Shared, problems: Problems) -> Table | None:
    """The whole plan type: its base with the changes of `document`; None when the base is not there.

    Faults are noted.
    """
    for key in (key for key in _OF_THE_BASE if key in document.entries):
        text = f"'{key}' komt van het basisplan en blijft zoals het daar is. Haal dit weg."
        problems.add(document.entries[key].place, key, text)
    reader = TableReader(
        document.with_entries({}, without=_OF_THE_BASE),
        DERIVED_KEYS,
        problems,
        "een plantype met 'based_on'",
    )
    for key in ("id", "title", "version"):
        if key not in document.entries:
            reader.fault(key, f"een plantype met 'based_on' moet een eigen '{key}' hebben.")
    base = _base(reader, bases)
    return None if base is None else _Derivation(reader, base, shared).whole()


def _base(reader: TableReader, bases: Bases) -> Base | None:
    name = reader.text(BASED_ON, required=True)
    found = _BASE.fullmatch(name)
    base = bases.get((found["id"], int(found["version"]))) if found else None
    if base is None and name:
        known = [f"{plan_id}@{number}" for plan_id, number in bases]
        reader.fault(BASED_ON, f"het plantype '{name}' is er niet als basis. {nearest(name, known)}")
    if base is not None and reader.text("id") == base.plan.id:
        reader.fault("id", f"'{base.plan.id}' is de id van het basisplan. Geef je eigen plantype een andere.")
    return base


class _Derivation:
    """Makes one whole plan type."""

    def __init__(self, reader: TableReader, base: Base, shared: Shared) -> None:
        self._reader = reader
        self._base = base
        self._shared = shared
        self._problems = reader.problems
        self._sections = base.document.tables("section")
        self._questions = {
            question.id: question for section in base.plan.sections for question in section.questions
        }
        self._own = reader.tables("question")
        self._own_sections = reader.tables("section")
        self._gone = reader.texts("leave_out")
        self._changes: dict[str, Table] = {}

    def whole(self) -> Table:
        document = self._reader.table
        self._check_left_out()
        self._changes = self._named_tables("change", self._questions, "de vraag")
        self._check_moves()
        chapters = self._named_tables(
            "chapter", [part.text("id") for part in self._sections], "het hoofdstuk"
        )
        self._check_own()
        sections = [self._section(part, chapters.get(part.text("id"))) for part in self._sections]
        sections = [part for part in sections if part.tables("question")]
        sections += [part for table in self._own_sections if (part := self._own_section(table)) is not None]
        sections = _ordered(self._reader, sections)
        kept = {key: entry for key, entry in document.entries.items() if key in _OWN}
        drop: tuple[str, ...] = ()
        if "advised_pages" in kept or "advised_characters" in kept:
            drop = ("advised_pages", "advised_characters")
        whole = self._base.document.with_entries({}, without=drop).with_entries(
            {**kept, "section": list_entry(sections, document.place), "removed": self._removed()}
        )
        return replace(whole, place=document.place)

    def _removed(self) -> Entry:
        place = self._reader.place("leave_out")
        names = dict.fromkeys((*self._base.plan.removed, *self._gone))
        return Entry(tuple(Entry(name, place) for name in names), place)

    def _check_left_out(self) -> None:
        entry = self._reader.table.entries.get("leave_out")
        for part in entry.value if entry is not None and isinstance(entry.value, tuple) else ():
            name = part.value
            if name not in self._questions:
                text = f"de vraag '{name}' staat niet in het basisplan. {nearest(str(name), self._questions)}"
                self._problems.add(part.place, "leave_out", text)
            elif why := why_kept(self._base.plan, name, self._gone):
                text = f"de vraag '{name}' kan niet weg. {why} Haal '{name}' uit deze lijst."
                self._problems.add(part.place, "leave_out", text)

    def _named_tables(self, key: str, known: Iterable[str], what: str) -> dict[str, Table]:
        """The tables under `key` by the id that each is about."""
        names = list(known)
        found = {}
        tables = self._reader.sub(key)
        for name, entry in tables.entries.items() if tables is not None else ():
            if name not in names:
                text = f"{what} '{name}' staat niet in het basisplan. {nearest(name, names)}"
                self._problems.add(entry.place, name, text)
            elif not isinstance(entry.value, Table):
                self._problems.add(entry.place, name, f"'{name}' onder '{key}' moet een tabel zijn.")
            else:
                found[name] = entry.value
        return found

    def _check_own(self) -> None:
        names = self._chapter_names()
        for table in self._own:
            chapter = table.text("chapter")
            if chapter not in names:
                place = table.entries["chapter"].place if "chapter" in table.entries else table.place
                text = f"zeg met 'chapter' in welk hoofdstuk deze vraag komt. {nearest(chapter, names)}"
                self._problems.add(place, "chapter", text)

    def _chapter_names(self) -> list[str]:
        return [part.text("id") for part in (*self._sections, *self._own_sections)]

    def _check_moves(self) -> None:
        """A question goes only to a chapter that shows whenever its own does: else it would ask less."""
        names = self._chapter_names()
        bare = {
            part.text("id") for part in self._own_sections if not {"when", "agreed_by"} & set(part.entries)
        }
        for name, change in self._changes.items():
            entry = change.entries.get("chapter")
            if entry is None:
                continue
            target = change.text("chapter")
            if target not in names:
                text = f"het hoofdstuk '{target}' is er niet. {nearest(target, names)}"
                self._problems.add(entry.place, "chapter", text)
            elif not same_circumstances(self._base.plan, name, target, bare):
                text = (
                    f"'{name}' kan niet naar '{target}': dat hoofdstuk verschijnt niet altijd samen met het "
                    "eigen hoofdstuk van de vraag. Kies een ander hoofdstuk."
                )
                self._problems.add(entry.place, "chapter", text)

    def _moved_to(self, name: str) -> list[Table]:
        """The questions of the base that come to this chapter from another, as they stood."""
        return [
            question
            for section in self._sections
            for question in section.tables("question")
            if self._home(question, section) == name != section.text("id")
        ]

    def _home(self, question: Table, section: Table) -> str:
        change = self._changes.get(question.text("id"))
        return (change.text("chapter") if change is not None else "") or section.text("id")

    def _added_to(self, name: str) -> list[Table]:
        """The extra questions of the file for this chapter."""
        return [
            with_options(table.with_entries({}, without=("chapter",)), self._shared, self._problems)
            for table in self._own
            if table.text("chapter") == name
        ]

    def _of_base(self, questions: Iterable[Table]) -> list[Table]:
        """Those that stay, with their changes."""
        return [
            self._changed(question, self._changes[question.text("id")])
            if question.text("id") in self._changes
            else question
            for question in questions
            if question.text("id") not in self._gone
        ]

    def _own_section(self, section: Table) -> Table | None:
        """A chapter of the file itself, with what came to it."""
        written = write_section(section.with_entries({}, without=("order",)), self._shared, self._problems)
        if written is None:
            return None
        name = section.text("id")
        questions = [
            *written.tables("question"),
            *self._of_base(self._moved_to(name)),
            *self._added_to(name),
        ]
        order = {key: entry for key, entry in section.entries.items() if key == "order"}
        reader = TableReader(
            Table(section.place, order), _CHAPTER_KEYS, self._problems, "een eigen hoofdstuk"
        )
        if not questions:
            return written
        return written.with_entries({"question": list_entry(_ordered(reader, questions), section.place)})

    def _section(self, section: Table, chapter: Table | None) -> Table:
        name = section.text("id")
        words = chapter if chapter is not None else Table(self._reader.table.place)
        reader = TableReader(words, _CHAPTER_KEYS, self._problems, "een hoofdstuk van het basisplan")
        stay = [one for one in section.tables("question") if self._home(one, section) == name]
        questions = [*self._of_base([*stay, *self._moved_to(name)]), *self._added_to(name)]
        more = {key: entry for key, entry in words.entries.items() if key in _CHAPTER_KEYS - {"order"}}
        more["question"] = list_entry(_ordered(reader, questions), words.place)
        return replace(section.with_entries(more), place=words.place)

    def _changed(self, question: Table, change: Table) -> Table:
        base = self._questions[question.text("id")]
        reader = TableReader(change, CHANGE_KEYS, self._problems, "een verandering van een vraag")
        if "need" in change.entries:
            need = reader.one_of("need", Need, base.need) or base.need
            if _NEEDS.index(need) < _NEEDS.index(base.need):
                reader.fault("need", _lower(base, f'need = "{base.need.value}"'))
        if "at_least" in change.entries and reader.number("at_least", base.at_least) < base.at_least:
            reader.fault("at_least", _lower(base, f"at_least = {base.at_least}"))
        if "editions" in change.entries and not set(base.editions) <= set(reader.texts("editions")):
            reader.fault("editions", _lower(base, f"editions met {', '.join(base.editions)}"))
        return question.with_entries(change.entries).with_entries({}, without=("chapter",))


def _lower(question: Question, at_least: str) -> str:
    told = f" Bron: {question.source}." if question.source else ""
    return f"bij '{question.id}' vraagt het basisplan {at_least}. Minder kan niet.{told} Haal deze regel weg."


def _ordered(reader: TableReader, tables: list[Table]) -> list[Table]:
    """The tables that `order` names first, the others after them as they stood."""
    names = reader.texts("order")
    have = {table.text("id"): table for table in tables}
    for name in names:
        if name not in have:
            reader.fault("order", f"'{name}' in 'order' staat hier niet. {nearest(name, have)}")
    if len(set(names)) < len(names):
        reader.fault("order", "in 'order' staat elke id één keer.")
    first = [have[name] for name in dict.fromkeys(names) if name in have]
    return first + [table for table in tables if table.text("id") not in names]
