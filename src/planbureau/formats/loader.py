"""Reading plan types from files: the shipped ones and those of the organisation, by the same rules.

Files whose name starts with "_" hold shared blocks. A file with a fault is left out and told about;
the others keep working.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from planbureau import resources

from .annexes import check_against_plans
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
_ANNEXES = "annexes"
"""The folder beside the plan types in which annexes stand; they may stand among the plan types too."""


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
    formats = _read_all(sources, shared, names, problems)

    def read_one(text: str, name: str) -> PlanFormat:
        if text.lstrip().startswith("{"):
            return from_text(text, name)
        return _must(_read_format(text, name, shared, names, found := Problems()), found)

    return FormatLibrary(tuple(formats.values()), problems.found, read_one)


def _read_all(
    sources: Mapping[str, str], shared: Shared, names: KnownNames, problems: Problems
) -> dict[tuple[str, int], PlanFormat]:
    """Every format without a fault; annexes are held against the plan types at the end."""
    formats: dict[tuple[str, int], PlanFormat] = {}
    annexes: list[tuple[PlanFormat, Table]] = []
    for name, text in sources.items():
        if _is_shared(name):
            continue
        own = Problems()
        document = _written_out(text, name, shared, own)
        plan = _build(document, FrameWords(), names, own) if document is not None else None
        if plan is not None and (plan.id, plan.version) in formats:
            own.add(Place(name), "id", f"het plantype '{plan.id}', versie {plan.version}, bestaat al.")
        problems.extend(own.found)
        if plan is not None and document is not None and not own:
            formats[plan.id, plan.version] = plan
            annexes += [(plan, document)] if plan.annex is not None else []
    for plan, document in annexes:
        own = Problems()
        check_against_plans(plan, document, formats.values(), own)
        problems.extend(own.found)
        if own:
            del formats[plan.id, plan.version]
    return formats


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
    home = path.parent.parent if path.parent.name == _ANNEXES else path.parent
    if home.resolve() != folders[0].resolve():
        folders.append(home)
    sources, problems = _read_folders(folders)
    shared = _read_shared({n: t for n, t in sources.items() if _is_shared(n)}, problems)
    found = Problems()
    if not _is_shared(path.name):
        text = _read_text(path, path.name, found)
        names = KnownNames(known_rules, known_checks)
        document = None if text is None else _written_out(text, path.name, shared, found)
        plan = None if document is None else _build(document, FrameWords(), names, found)
        if plan is not None and plan.annex is not None and document is not None:
            others = _read_all(sources, shared, KnownNames(), Problems())
            check_against_plans(plan, document, others.values(), found)
    own = [problem for problem in (*problems.found, *found.found) if problem.file == path.name]
    return list(dict.fromkeys(own))


def _is_shared(name: str) -> bool:
    return name.rsplit("/", 1)[-1].startswith(_SHARED_PREFIX)


def _read_folders(folders: Sequence[Path]) -> tuple[dict[str, str], Problems]:
    sources: dict[str, str] = {}
    problems = Problems()
    for folder in folders:
        for path in (*sorted(folder.glob("*.toml")), *sorted((folder / _ANNEXES).glob("*.toml"))):
            name = path.name if path.name not in sources else f"{path.parent.name}/{path.name}"
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
    document = _written_out(text, name, shared, problems)
    return None if document is None else _build(document, FrameWords(), names, problems)


def _written_out(text: str, name: str, shared: Shared, problems: Problems) -> Table | None:
    document = read_toml(text, name, problems)
    return None if document is None else write_out(document, shared, problems)


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
