"""Reading plan types from files: the shipped ones and those of the organisation, by the same rules.

Files whose name starts with "_" hold shared blocks. A file with a fault is left out and told about;
the others keep working.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path

from planbureau import resources

from .annexes import check_against_plans
from .build import build_format
from .derived import BASED_ON, Base, Bases, is_derived, written_out
from .frame import FrameWords
from .kept import read_kept
from .library import FormatLibrary
from .model import PlanFormat
from .pictures import PictureNames, check_pictures
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
    known_triggers: frozenset[str] | None = None,
) -> FormatLibrary:
    """Every plan type in these folders and texts (name -> TOML); shared blocks come first.

    Never raises for a fault in a file: that stands in `problems`. A folder that does not exist is empty.
    """
    sources, paths, problems = _read_folders(folders)
    sources.update(texts or {})

    def read_all(found: Problems, *, has_derived: bool) -> _Reading:
        shared = _read_shared(sources, found)
        names = KnownNames(known_rules, known_checks, known_triggers)
        reading = _Reading(shared, names, has_derived=has_derived)
        reading.all(sources, found)
        return reading

    @cache
    def again() -> _Reading:
        """Read anew when somebody brings one more: until then only the plan types stay, not their trees."""
        return read_all(Problems(), has_derived=True)

    def read_one(text: str, name: str) -> PlanFormat:
        if text.lstrip().startswith("{"):
            return from_text(text, name)
        read = again().one(text, name, found := Problems())
        return _must(read.plan if read is not None else None, found)

    reading = read_all(problems, has_derived=any(BASED_ON in text for text in sources.values()))
    return FormatLibrary(
        tuple(base.plan for base in reading.read.values()),
        problems.found,
        read_one,
        {key: paths[name] for key, name in reading.files.items() if key in reading.read and name in paths},
    )


class _Reading:
    """Reads plan types with the same shared blocks and names; `read` holds those without a fault."""

    def __init__(self, shared: Shared, names: KnownNames, *, has_derived: bool = True) -> None:
        self._shared = shared
        self._names = names
        self._has_derived = has_derived
        self.read: dict[tuple[str, int], Base] = {}
        self.files: dict[tuple[str, int], str] = {}

    def all(self, sources: Mapping[str, str], problems: Problems) -> None:
        """Reads them all: what is based on another after that other, annexes held against all at the end."""
        later = []
        for name, text in sources.items():
            if _is_shared(name):
                continue
            own = Problems()
            document = read_toml(text, name, own)
            if document is not None and is_derived(document):
                later.append((name, document))
                continue
            self._keep(name, document, own, problems)
        bases = self._bases()
        for name, document in later:
            self._keep(name, document, Problems(), problems, bases)
        self._hold_annexes(problems)

    def one(self, text: str, name: str, problems: Problems) -> Base | None:
        """One more plan type, which is not kept; None when it has a fault."""
        document = read_toml(text, name, problems)
        return self._build(document, problems, self._bases()) if document is not None else None

    def _keep(
        self,
        name: str,
        document: Table | None,
        own: Problems,
        problems: Problems,
        bases: Bases | None = None,
    ) -> None:
        made = self._build(document, own, bases or {}) if document is not None else None
        if made is not None and (made.plan.id, made.plan.version) in self.read:
            own.add(_id_place(made, name), "id", _taken(made.plan))
        problems.extend(own.found)
        if made is not None and not own:
            # The tree of a plan type is large, and only needed when a file is based on it.
            spare = not self._has_derived and made.plan.annex is None
            kept = Base(made.plan, Table(made.document.place)) if spare else made
            self.read[made.plan.id, made.plan.version] = kept
            self.files[made.plan.id, made.plan.version] = name

    def _build(self, document: Table, problems: Problems, bases: Bases) -> Base | None:
        if is_derived(document):
            whole = written_out(document, bases, self._shared, problems)
        else:
            whole = write_out(document, self._shared, problems)
        plan = _build(whole, FrameWords(), self._names, problems) if whole is not None else None
        return Base(plan, whole) if plan is not None and whole is not None else None

    def _bases(self) -> Bases:
        """What may be a base: plan types that are not based on another themselves."""
        return {
            key: one for key, one in self.read.items() if one.plan.annex is None and not one.plan.based_on
        }

    def _hold_annexes(self, problems: Problems) -> None:
        plans = [one.plan for one in self.read.values()]
        for key, one in list(self.read.items()):
            if one.plan.annex is not None:
                own = Problems()
                check_against_plans(one.plan, one.document, plans, own)
                problems.extend(own.found)
                if own:
                    del self.read[key]


def _id_place(made: Base, name: str) -> Place:
    """Where the id of a plan type stands."""
    entry = made.document.entries.get("id")
    return entry.place if entry is not None and entry.place.file == name else Place(name)


def _taken(plan: PlanFormat) -> str:
    text = f"het plantype '{plan.id}', versie {plan.version}, bestaat al."
    return f"{text} Kies een andere id, of maak 'version' hoger."


def from_text(text: str, name: str = "bewaard plantype") -> PlanFormat:
    """The plan type in the text that `PlanFormat.text` gave.

    Names of rules and checks are not looked up: an adopted version outlives them. Raises FormatError.
    """
    problems = Problems()
    kept = read_kept(text, name, problems)
    plan = _build(kept.document, kept.words, KnownNames(kept=True), problems) if kept is not None else None
    return _must(plan, problems)


def check_file(
    path: Path,
    known_rules: frozenset[str] | None = None,
    known_checks: frozenset[str] | None = None,
    pictures: PictureNames | None = None,
    known_triggers: frozenset[str] | None = None,
) -> list[FormatProblem]:
    """What is wrong with one file; empty when it can be used.

    Shared blocks are those of the program and of the folder that the file stands in. Pictograms are looked
    up when `pictures` are given.
    """
    folders = [resources.path("formats")]
    home = path.parent.parent if path.parent.name == _ANNEXES else path.parent
    if home.resolve() != folders[0].resolve():
        folders.append(home)
    sources, _, problems = _read_folders(folders)
    shared = _read_shared({n: t for n, t in sources.items() if _is_shared(n)}, problems)
    found = Problems()
    if not _is_shared(path.name):
        text = _read_text(path, path.name, found)
        reading = _Reading(shared, KnownNames(known_rules, known_checks, known_triggers))
        if text is not None:
            others, *_ = _read_folders(folders, without=path)
            _check_one(text, path.name, others, reading, found)
            document = read_toml(text, path.name, Problems())
            if pictures is not None and document is not None:
                check_pictures(document, pictures, found)
    own = [problem for problem in (*problems.found, *found.found) if problem.file == path.name]
    return sorted(dict.fromkeys(own), key=lambda problem: problem.line)


def files_in(folder: Path) -> tuple[Path, ...]:
    """The format files of a folder: plan types and shared blocks, then annexes."""
    return (*sorted(folder.glob("*.toml")), *sorted((folder / _ANNEXES).glob("*.toml")))


def _is_shared(name: str) -> bool:
    return name.rsplit("/", 1)[-1].startswith(_SHARED_PREFIX)


def _read_folders(
    folders: Sequence[Path], without: Path | None = None
) -> tuple[dict[str, str], dict[str, Path], Problems]:
    sources: dict[str, str] = {}
    paths: dict[str, Path] = {}
    problems = Problems()
    for folder in folders:
        for path in files_in(folder):
            if without is not None and path.resolve() == without.resolve():
                continue
            name = path.name if path.name not in sources else f"{path.parent.name}/{path.name}"
            text = _read_text(path, name, problems)
            if text is not None:
                sources[name] = text
                paths[name] = path
    return sources, paths, problems


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


def _check_one(
    text: str, name: str, others: Mapping[str, str], reading: _Reading, problems: Problems
) -> None:
    """Notes the faults of one file; those of the others do not count here."""
    reading.all(others, Problems())
    made = reading.one(text, name, problems)
    if made is not None and (made.plan.id, made.plan.version) in reading.read:
        problems.add(_id_place(made, name), "id", _taken(made.plan))
    if made is not None and made.plan.annex is not None:
        plans = [one.plan for one in reading.read.values()]
        check_against_plans(made.plan, made.document, plans, problems)


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
