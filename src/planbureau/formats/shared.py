"""Shared parts: blocks, domain sets, flags and lists of answers that several formats use by name.

A format that uses one is written out in full when it is read, so that what an adopted version keeps
does not change when a shared part does.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from dataclasses import replace as dataclass_replace

from .problems import Problems, nearest
from .reading import TableReader
from .tree import Entry, Table, list_entry

BLOCK_KEYS = frozenset({"code", "id", "title", "easy_title", "pictogram", "intro", "source", "question"})
USE_KEYS = frozenset(
    {
        "use",
        "id",
        "title",
        "easy_title",
        "pictogram",
        "intro",
        "source",
        "when",
        "agreed_by",
        "leave_out",
        "change",
        "first",
        "question",
    }
)
_OWN_KEYS = USE_KEYS - {"use", "leave_out", "change", "first", "question"}
_WITH_SET = frozenset({"life_domain", "topics", "agreements"})
_SHARED_KEYS = frozenset({"block", "domain_set", "flag", "option_list"})


@dataclass(frozen=True)
class Shared:
    """The shared parts by their code or id."""

    blocks: dict[str, Table] = field(default_factory=dict)
    domain_sets: dict[str, Table] = field(default_factory=dict)
    flags: dict[str, Table] = field(default_factory=dict)
    option_lists: dict[str, Table] = field(default_factory=dict)

    def with_file(self, document: Table, problems: Problems) -> Shared:
        """These parts and those of one more file; a code that exists already is a problem."""
        reader = TableReader(document, _SHARED_KEYS, problems, "een bestand met gedeelde blokken")
        more = dataclass_replace(
            self,
            blocks=dict(self.blocks),
            domain_sets=dict(self.domain_sets),
            flags=dict(self.flags),
            option_lists=dict(self.option_lists),
        )
        for key, name, parts in (
            ("block", "code", more.blocks),
            ("domain_set", "id", more.domain_sets),
            ("flag", "id", more.flags),
            ("option_list", "id", more.option_lists),
        ):
            for table in reader.tables(key):
                _add(parts, table, key, name, problems)
        return more


def _add(parts: dict[str, Table], table: Table, key: str, name: str, problems: Problems) -> None:
    code = table.text(name)
    if not code:
        problems.add(table.place, name, f"een [[{key}]] moet '{name}' hebben, een tekst.")
    elif code in parts:
        problems.add(table.place, name, f"'{code}' bestaat al als gedeeld deel.")
    else:
        parts[code] = table


def write_out(document: Table, shared: Shared, problems: Problems) -> Table:
    """The format with every shared part in its place."""
    written = [write_section(table, shared, problems) for table in document.tables("section")]
    sections = [table for table in written if table is not None]
    more: dict[str, Entry] = {"section": list_entry(sections, document.place)} if sections else {}
    own_sets = document.tables("domain_set")
    _known_sets(sections, own_sets, shared, problems)
    sets = own_sets + _named_sets(sections, own_sets, shared)
    if sets:
        more["domain_set"] = list_entry(sets, document.place)
    flags = _flags(document, shared, problems)
    if flags:
        more["flag"] = list_entry(flags, document.place)
    return document.with_entries(more, without=("flags",))


def write_section(section: Table, shared: Shared, problems: Problems) -> Table | None:
    """One chapter with its shared blocks and lists of answers in their place; None when no block exists."""
    if "use" not in section.entries:
        questions = [with_options(table, shared, problems) for table in section.tables("question")]
        return (
            section.with_entries({"question": list_entry(questions, section.place)}) if questions else section
        )
    reader = TableReader(section, USE_KEYS, problems, "een hoofdstuk met 'use'")
    codes = _codes(reader)
    blocks = [shared.blocks[code] for code in codes if code in shared.blocks]
    for code in codes:
        if code not in shared.blocks:
            reader.fault("use", f"het blok '{code}' bestaat niet. {nearest(code, shared.blocks)}")
    if codes and not blocks:
        return None
    questions = [table for block in blocks for table in block.tables("question")]
    questions = _left_out(reader, questions)
    questions = section.tables("first") + _changed(reader, questions) + section.tables("question")
    written = [with_options(table, shared, problems) for table in questions]
    base = blocks[0].with_entries({}, without=("code", "question")) if blocks else Table(section.place)
    own = {key: entry for key, entry in section.entries.items() if key in _OWN_KEYS}
    result = base.with_entries({**own, "block": Entry("+".join(codes), section.place)})
    result = dataclass_replace(result, place=section.place)
    return result.with_entries({"question": list_entry(written, section.place)})


def _codes(reader: TableReader) -> tuple[str, ...]:
    if isinstance(reader.table.entries["use"].value, tuple):
        return reader.texts("use")
    code = reader.text("use", required=True)
    return (code,) if code else ()


def _left_out(reader: TableReader, questions: list[Table]) -> list[Table]:
    leave_out = reader.texts("leave_out")
    known = [table.text("id") for table in questions]
    for name in leave_out:
        if name not in known:
            reader.fault("leave_out", f"de vraag '{name}' staat niet in dit blok. {nearest(name, known)}")
    return [table for table in questions if table.text("id") not in leave_out]


def _changed(reader: TableReader, questions: list[Table]) -> list[Table]:
    changes = reader.sub("change")
    if changes is None:
        return questions
    known = [table.text("id") for table in questions]
    for name, entry in changes.entries.items():
        if name not in known:
            text = f"de vraag '{name}' staat niet in dit blok. {nearest(name, known)}"
            reader.problems.add(entry.place, name, text)
        elif not isinstance(entry.value, Table) or "id" in entry.value.entries:
            reader.problems.add(entry.place, name, "een verandering is een tabel zonder 'id'.")
    tables = {name: e.value for name, e in changes.entries.items() if isinstance(e.value, Table)}
    return [
        _change(reader, table, tables[table.text("id")]) if table.text("id") in tables else table
        for table in questions
    ]


def _change(reader: TableReader, question: Table, change: Table) -> Table:
    """The question with the keys of the change over its own, and without those that it drops."""
    without = change.entries.get("without")
    names = without.value if without is not None and isinstance(without.value, tuple) else ()
    for part in names:
        if part.value not in question.entries:
            text = f"'{part.value}' staat niet in deze vraag. {nearest(str(part.value), question.entries)}"
            reader.problems.add(part.place, "without", text)
    drop = tuple(str(part.value) for part in names)
    more = {key: entry for key, entry in change.entries.items() if key != "without"}
    return question.with_entries(more, without=drop)


def with_options(question: Table, shared: Shared, problems: Problems) -> Table:
    """The question with its list of answers written out, and those of its columns."""
    columns = [with_options(column, shared, problems) for column in question.tables("column")]
    if columns:
        question = question.with_entries({"column": list_entry(columns, question.place)})
    entry = question.entries.get("options_from")
    if entry is None:
        return question
    name = str(entry.value)
    if name not in shared.option_lists:
        text = f"de lijst met antwoorden '{name}' bestaat niet. {nearest(name, shared.option_lists)}"
        problems.add(entry.place, "options_from", text)
        return question.with_entries({}, without=("options_from",))
    options = shared.option_lists[name].entries.get("options")
    return question.with_entries({"options": options} if options else {}, without=("options_from",))


def _named_sets(sections: list[Table], own: list[Table], shared: Shared) -> list[Table]:
    have = {table.text("id") for table in own}
    wanted = {q.text("domain_set") for section in sections for q in section.tables("question")}
    return [shared.domain_sets[name] for name in sorted(wanted - have) if name in shared.domain_sets]


def _known_sets(sections: list[Table], own: list[Table], shared: Shared, problems: Problems) -> None:
    known = {*(table.text("id") for table in own), *shared.domain_sets}
    for question in (q for section in sections for q in section.tables("question")):
        name = question.text("domain_set")
        if question.text("kind") in _WITH_SET and name and name not in known:
            text = f"de set leefgebieden '{name}' bestaat niet. {nearest(name, known)}"
            problems.add(question.entries["domain_set"].place, "domain_set", text)


def _flags(document: Table, shared: Shared, problems: Problems) -> list[Table]:
    own = document.tables("flag")
    entry = document.entries.get("flags")
    if entry is None:
        return own
    named = []
    own_names = {table.text("id") for table in own}
    for part in entry.value if isinstance(entry.value, tuple) else ():
        if part.value in own_names:  # naming a flag of one's own once more does no harm
            continue
        if part.value in shared.flags:
            named.append(shared.flags[part.value])
        else:
            text = f"de vlag '{part.value}' is niet bekend. {nearest(str(part.value), shared.flags)}"
            problems.add(part.place, "flags", text)
    if not isinstance(entry.value, tuple):
        problems.add(entry.place, "flags", "'flags' moet een lijst van teksten zijn.")
    return named + own
