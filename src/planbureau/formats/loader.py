"""Reading plan types from files: the shipped ones and those of the organisation, by the same rules.

Files whose name starts with "_" hold shared blocks. A file with a fault is left out and told about;
the others keep working.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from planbureau import resources

from .build import build_format
from .frame import FrameWords
from .kept import read_kept
from .library import FormatLibrary
from .model import PlanFormat
from .problems import FormatProblem, Place, Problems
from .references import KnownNames, check_references
from .shared import Shared, write_out
from .shared_check import check_shared
from .tree import Table, read_toml

_SHARED_PREFIX = "_"


def load_formats(
    folders: Sequence[Path],
    known_rules: frozenset[str],
    known_checks: frozenset[str],
    texts: Mapping[str, str] | None = None,
) -> FormatLibrary:
    """Every plan type in these folders and texts (name -> TOML); shared blocks come first.

    Never raises for a fault in a file: that stands in `problems`. A folder that does not exist is empty.
    """
    sources, problems = _read_folders(folders)
    sources.update(texts or {})
    shared = _read_shared(sources, problems)
    names = KnownNames(known_rules, known_checks)
    formats: dict[tuple[str, int], PlanFormat] = {}
    for name, text in sources.items():
        if name.rsplit("/", 1)[-1].startswith(_SHARED_PREFIX):
            continue
        own = Problems()
        plan = _read_format(text, name, shared, names, own)
        if plan is not None and (plan.id, plan.version) in formats:
            own.add(Place(name), "id", f"het plantype '{plan.id}', versie {plan.version}, bestaat al.")
        problems.extend(own.found)
        if plan is not None and not own:
            formats[plan.id, plan.version] = plan

    def read_one(text: str, name: str) -> PlanFormat:
        if text.lstrip().startswith("{"):
            return from_text(text, name)
        return _must(_read_format(text, name, shared, names, found := Problems()), found)

    return FormatLibrary(tuple(formats.values()), problems.found, read_one)


def from_text(text: str, name: str = "bewaard plantype") -> PlanFormat:
    """The plan type in the text that `PlanFormat.text` gave.

    Names of rules and checks are not looked up: an adopted version outlives them. Raises FormatError.
    """
    problems = Problems()
    kept = read_kept(text, name, problems)
    plan = _build(kept.document, kept.words, KnownNames(kept=True), problems) if kept is not None else None
    return _must(plan, problems)


def check_file(
    path: Path, known_rules: frozenset[str] | None = None, known_checks: frozenset[str] | None = None
) -> list[FormatProblem]:
    """What is wrong with one file; empty when it can be used.

    Shared blocks are those of the program and of the folder that the file stands in.
    """
    folders = [resources.path("formats")]
    if path.parent.resolve() != folders[0].resolve():
        folders.append(path.parent)
    sources, problems = _read_folders(folders)
    shared = _read_shared({n: t for n, t in sources.items() if _is_shared(n)}, problems)
    found = Problems()
    if not _is_shared(path.name):
        text = _read_text(path, path.name, found)
        if text is not None:
            _read_format(text, path.name, shared, KnownNames(known_rules, known_checks), found)
    own = [problem for problem in (*problems.found, *found.found) if problem.file == path.name]
    return list(dict.fromkeys(own))


def _is_shared(name: str) -> bool:
    return name.rsplit("/", 1)[-1].startswith(_SHARED_PREFIX)


def _read_folders(folders: Sequence[Path]) -> tuple[dict[str, str], Problems]:
    sources: dict[str, str] = {}
    problems = Problems()
    for folder in folders:
        for path in sorted(folder.glob("*.toml")):
            name = path.name if path.name not in sources else f"{folder.name}/{path.name}"
            text = _read_text(path, name, problems)
            if text is not None:
                sources[name] = text
    return sources, problems


def _read_text(path: Path, name: str, problems: Problems) -> str | None:
    try:
        return path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError:
        problems.add(Place(name), "", "dit bestand is geen UTF-8. Bewaar het als UTF-8.")
    except OSError:
        problems.add(
            Place(name), "", "dit bestand is niet te lezen. Kijk of het bestaat en of je het mag openen."
        )
    return None


def _read_shared(sources: Mapping[str, str], problems: Problems) -> Shared:
    shared = Shared()
    documents: list[Table] = []
    for name, text in sources.items():
        if not _is_shared(name):
            continue
        document = read_toml(text, name, problems)
        if document is not None:
            shared = shared.with_file(document, problems)
            documents.append(document)
    for document in documents:
        check_shared(document, shared, problems)
    return shared


def _read_format(
    text: str, name: str, shared: Shared, names: KnownNames, problems: Problems
) -> PlanFormat | None:
    document = read_toml(text, name, problems)
    if document is None:
        return None
    return _build(write_out(document, shared, problems), FrameWords(), names, problems)


def _build(document: Table, words: FrameWords, names: KnownNames, problems: Problems) -> PlanFormat | None:
    plan = build_format(document, words, problems)
    if not problems:
        check_references(plan, document, names, problems)
    return plan if not problems else None


def _must(plan: PlanFormat | None, problems: Problems) -> PlanFormat:
    problems.raise_any()
    if plan is None:
        raise AssertionError("a format without problems was not built")
    return plan
