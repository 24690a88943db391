"""Writing the file of an organisation's copy of a plan type; comments and everything unknown stay."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .copy_draft import ChapterDraft, CopyDraft, QuestionDraft, free_id, plain_id
from .derived import BASED_ON
from .frame import FRAME_ID
from .kept_parts import why_kept
from .model import Need, PlanFormat, QuestionKind

if TYPE_CHECKING:
    from tomlkit import TOMLDocument

_WORDS = ("label", "easy_label", "help", "why")
_CHOICES = (QuestionKind.CHOICE, QuestionKind.CHOICES)
_HEAD = (
    "Een eigen plantype, gemaakt op ‘{title}’.",
    "Hier staat alleen wat anders is. De rest komt van het basisplan: de wetten, de termijnen en",
    "alle vragen die je niet noemt. Zie 'Een kopie van een plantype' in docs/plantypes-maken.md.",
)
_LIST = "De hoofdstukken en vragen van het basisplan. Wat een * heeft, kan niet worden weggelaten."


def first_text(base: PlanFormat, format_id: str, title: str) -> str:
    """The file of a new copy, with the parts of its base listed as comments."""
    import tomlkit

    document = tomlkit.document()
    for line in _HEAD:
        document.add(tomlkit.comment(line.format(title=base.title)))
    document.add("id", tomlkit.item(format_id))
    document.add("version", tomlkit.item(1))
    document.add("title", tomlkit.item(title))
    document.add(BASED_ON, tomlkit.item(f"{base.id}@{base.version}"))
    document.add(tomlkit.nl())
    document.add("leave_out", tomlkit.array())
    document.add("order", tomlkit.array())
    document.add(tomlkit.nl())
    document.add(tomlkit.comment(_LIST))
    for section in base.sections:
        if section.id == FRAME_ID:
            continue
        document.add(tomlkit.comment(f"{section.id}: {section.title}"))
        for question in section.questions:
            star = " *" if why_kept(base, question.id) else ""
            document.add(tomlkit.comment(f"   {question.id}: {question.label}{star}"))
    return tomlkit.dumps(document)


def renewed_text(text: str, *, version: int, format_id: str = "", title: str = "") -> str:
    """The same file as another version, or as another plan type."""
    import tomlkit

    document = tomlkit.parse(text)
    document["version"] = version
    if format_id:
        document["id"] = format_id
    if title:
        document["title"] = title
    return tomlkit.dumps(document)


def offered_text(text: str, *, offered: bool) -> str:
    """The same file, offered for new plans or not."""
    import tomlkit

    document = tomlkit.parse(text)
    if not offered:
        document["offered"] = False
    elif "offered" in document:
        del document["offered"]
    return tomlkit.dumps(document)


def edited_text(text: str, before: CopyDraft, after: CopyDraft, base: PlanFormat) -> str:
    """The file with what was changed between the drafts, and nothing else."""
    import tomlkit

    document = tomlkit.parse(text)
    if after.title != before.title:
        document["title"] = after.title
    if set(after.hidden) != set(before.hidden):
        _set_list(document, "leave_out", after.hidden)
    old, new = [c.id for c in before.chapters], [c.id for c in after.chapters]
    if new != old:
        _set_list(document, "order", _shown_chapters(after))
    _write_chapters(document, before, after, base)
    _write_questions(document, before, after, base)
    _write_extra(document, before, after)
    return tomlkit.dumps(document)


def _shown_chapters(draft: CopyDraft) -> tuple[str, ...]:
    return tuple(c.id for c in draft.chapters if any(not q.hidden for q in c.questions))


def _set_list(document: Any, key: str, names: tuple[str, ...]) -> None:
    import tomlkit

    listed = tomlkit.array()
    listed.extend(names)
    document[key] = listed.multiline(len(names) > 3)


def _write_chapters(document: TOMLDocument, before: CopyDraft, after: CopyDraft, base: PlanFormat) -> None:
    words = {section.id: section.title for section in base.sections}
    was = {chapter.id: chapter for chapter in before.chapters}
    _drop_sections(document, set(was) - {chapter.id for chapter in after.chapters})
    for chapter in after.chapters:
        old = was.get(chapter.id, ChapterDraft(chapter.id, "", ()))
        # The words and the order of an own chapter stand in its [[section]].
        table = _own_section(document, chapter.id) if chapter.own else None
        if chapter.own and table is None:
            table = _new_section(document, chapter)
        elif chapter.title != old.title:
            if table is not None:
                table["title"] = chapter.title
            else:
                _set_word(document, "chapter", chapter.id, "title", chapter.title, words[chapter.id])
        order = tuple(q.id for q in chapter.questions if not q.hidden)
        if order != tuple(q.id for q in old.questions if not q.hidden):
            entry = table if table is not None else _sub_table(document, "chapter", chapter.id)
            _set_list(entry, "order", order)


def _new_section(document: TOMLDocument, chapter: ChapterDraft) -> Any:
    import tomlkit

    if "section" not in document:
        document.add("section", tomlkit.aot())
    made = tomlkit.table()
    made["id"] = chapter.id
    made["title"] = chapter.title
    sections: Any = document["section"]
    sections.append(made)
    return sections[-1]


def _drop_sections(document: TOMLDocument, names: set[str]) -> None:
    sections: Any = document.get("section", [])
    for place in reversed(range(len(sections))):
        if sections[place].get("id") in names:
            del sections[place]


def _write_questions(document: TOMLDocument, before: CopyDraft, after: CopyDraft, base: PlanFormat) -> None:
    was = {q.id: q for c in before.chapters for q in c.questions}
    there = {q.id: c.id for c in before.chapters for q in c.questions}
    for chapter in after.chapters:
        for question in chapter.questions:
            old = was.get(question.id)
            if old is None or question.extra:
                continue
            words = base.question(question.id)
            for key in _WORDS:
                now = getattr(question, key)
                if now != getattr(old, key):
                    _set_word(document, "change", question.id, key, now, getattr(words, key))
            if question.need is not old.need:
                _set_word(document, "change", question.id, "need", question.need.value, words.need.value)
            if chapter.id != there[question.id]:
                home = next(s.id for s in base.sections if any(q.id == question.id for q in s.questions))
                _set_word(document, "change", question.id, "chapter", chapter.id, home)


def _write_extra(document: TOMLDocument, before: CopyDraft, after: CopyDraft) -> None:
    """Extra questions: new ones at the end, changed ones in their place, hidden ones gone."""
    import tomlkit

    was = {q.id: q for c in before.chapters for q in c.questions if q.extra}
    there = {q.id: c.id for c in before.chapters for q in c.questions}
    for chapter in after.chapters:
        for question in (q for q in chapter.questions if q.extra):
            table = _own_question(document, question.id)
            if question.hidden:
                _drop_question(document, question.id)
                continue
            if table is None:
                made = tomlkit.table()
                made["chapter"] = chapter.id
                made["id"] = question.id
                made["kind"] = question.kind.value
                _fill(made, question)
                _add_question(document, made)
                continue
            if there.get(question.id) != chapter.id:
                table = _move_question(document, table, chapter.id)
            if question != was.get(question.id):
                _fill(table, question)


def _add_question(document: TOMLDocument, made: Any) -> Any:
    import tomlkit

    if "question" not in document:
        document.add("question", tomlkit.aot())
    questions: Any = document["question"]
    questions.append(made)
    return questions[-1]


def _move_question(document: TOMLDocument, table: Any, chapter_id: str) -> Any:
    """An extra question in another chapter; one that stood within its own chapter comes to stand loose."""
    if "chapter" in table:
        table["chapter"] = chapter_id
        return table
    import tomlkit

    made = tomlkit.table()
    made["chapter"] = chapter_id
    for key, value in table.items():
        made[key] = value
    _drop_question(document, table["id"])
    return _add_question(document, made)


def _fill(table: Any, question: QuestionDraft) -> None:
    import tomlkit

    for key in _WORDS:
        _set_or_drop(table, key, getattr(question, key))
    _set_or_drop(table, "need", "" if question.need is Need.FREE else question.need.value)
    if question.kind not in _CHOICES or "options_from" in table:
        return
    known = {option["label"]: option for option in table.get("options", [])}
    listed = tomlkit.array()
    taken = [option["id"] for option in known.values()]
    for label in question.options:
        words = known.get(label) or {"id": free_id(plain_id(label, "antwoord"), taken), "label": label}
        taken.append(words["id"])
        option = tomlkit.inline_table()
        option.update(words)
        listed.append(option)
    table["options"] = listed.multiline(True)


def _set_or_drop(table: Any, key: str, words: str) -> None:
    if words:
        table[key] = words
    elif key in table:
        del table[key]


def _set_word(document: TOMLDocument, kind: str, name: str, key: str, now: str, usual: str) -> None:
    """Writes a word, or takes it away when it is that of the base again."""
    table = _sub_table(document, kind, name)
    if now != usual:
        table[key] = now
        return
    if key in table:
        del table[key]


def _sub_table(document: TOMLDocument, kind: str, name: str) -> Any:
    import tomlkit

    if kind not in document:
        document.add(kind, tomlkit.table(is_super_table=True))
    tables: Any = document[kind]
    if name not in tables:
        tables[name] = tomlkit.table()
    return tables[name]


def _own_section(document: TOMLDocument, name: str) -> Any:
    sections: Any = document.get("section", [])
    return next((table for table in sections if table.get("id") == name), None)


def _own_question(document: TOMLDocument, name: str) -> Any:
    """The table of an extra question, also within an own chapter."""
    sections: Any = document.get("section", [])
    places: list[Any] = [document.get("question", []), *(table.get("question", []) for table in sections)]
    return next((table for part in places for table in part if table.get("id") == name), None)


def _drop_question(document: TOMLDocument, name: str) -> None:
    sections: Any = document.get("section", [])
    for holder in (document, *sections):
        parts: Any = holder.get("question", [])
        for place, table in enumerate(parts):
            if table.get("id") == name:
                del parts[place]
                return
