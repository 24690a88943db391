"""Plan types of the organisation: files in its own folder, checked before they count."""

from __future__ import annotations

from collections.abc import Callable
from itertools import chain, count
from pathlib import Path

from planbureau import resources
from planbureau.changes import Change, Changes
from planbureau.errors import InvalidInputError
from planbureau.formats import FormatProblem
from planbureau.formats.copy_draft import CopyDraft, draft_of, free_id, plain_id
from planbureau.formats.copy_text import edited_text, first_text, offered_text, renewed_text
from planbureau.formats.library import FormatLibrary
from planbureau.formats.model import PlanFormat
from planbureau.formats.reading import ID_PATTERN
from planbureau.model.reading.format_use import plans_by_format
from planbureau.pictograms.library import PictogramLibrary
from planbureau.services.context import Context
from planbureau.services.plan_types.format_files import picture_names, pictures_in
from planbureau.vault.atomic import write_atomically
from planbureau.views.formats import FormatRow

AWAY = "weggehaald"
"""The folder beside the files for those that were taken away: nothing is thrown away."""
NOTHING_CHANGED = "Er is niets veranderd."
_LONGEST_TITLE = 120


class OwnFormats:
    """`services.api.FormatService`; `read` reads all files anew, `renew` brings the deadlines up to date."""

    def __init__(
        self,
        context: Context,
        folder: Path,
        read: Callable[[], FormatLibrary],
        renew: Callable[[], None],
        pictograms: PictogramLibrary,
    ) -> None:
        self._context = context
        self._folder = folder
        self._read = read
        self._renew = renew
        self._pictograms = pictograms

    def rows(self) -> tuple[FormatRow, ...]:
        library = self._context.formats
        with self._context.reading() as session:
            used = plans_by_format(session)
        rows = [self._row(plan, library, used) for plan in library.all()]
        return tuple(sorted(rows, key=lambda row: not row.own))

    def _row(self, plan: PlanFormat, library: FormatLibrary, used: dict[tuple[str, int], int]) -> FormatRow:
        path = library.paths.get((plan.id, plan.version))
        base_id, _, number = plan.based_on.partition("@")
        base = library.get(base_id, int(number)) if base_id else None
        return FormatRow(
            id=plan.id,
            title=plan.title,
            version=plan.version,
            versions=tuple(sorted(one.version for one in library.formats if one.id == plan.id)),
            own=path is not None and not _shipped(path),
            file=path.name if path is not None else "",
            source=plan.source,
            base=base_id,
            base_title=base.title if base is not None else "",
            base_version=base.version if base is not None else 0,
            plans=sum(count for (name, _), count in used.items() if name == plan.id),
            plans_now=used.get((plan.id, plan.version), 0),
            offered=plan.offered,
        )

    def wrong_pictures(self) -> tuple[FormatProblem, ...]:
        own = [path for path in self._context.formats.paths.values() if not _shipped(path)]
        names = picture_names(self._pictograms)
        return tuple(problem for path in sorted(own) for problem in pictures_in(path, names))

    def problems(self) -> tuple[FormatProblem, ...]:
        return self._context.formats.problems

    def folder(self) -> Path:
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
        except OSError as problem:
            raise _refused(self._folder) from problem
        return self._folder

    def reload(self) -> Changes:
        self._context.formats = self._read()
        self._context.look_again()
        self._renew()
        changes = Changes((Change("format", ""),))
        self._context.announce(changes)
        return changes

    def suggested_id(self, title: str) -> str:
        return free_id(plain_id(title, joint="-"), self._taken())

    def _taken(self) -> set[str]:
        """Ids that a new plan type may not have: those in use, and those of files and plans without one."""
        with self._context.reading() as session:
            used = {format_id for format_id, _ in plans_by_format(session)}
        files = {path.stem for path in self._folder.glob("*.toml")}
        return used | files | {plan.id for plan in self._context.formats.formats}

    def copy(self, format_id: str, new_id: str, title: str) -> Changes:
        title = _title(title)
        if not ID_PATTERN.fullmatch(new_id):
            raise InvalidInputError(
                f"‘{new_id}’ kan geen korte naam zijn.", "Gebruik kleine letters, cijfers, - en _."
            )
        if new_id in self._taken():
            raise InvalidInputError(f"De korte naam ‘{new_id}’ bestaat al.", "Kies een andere.")
        plan = self._context.formats.get(format_id)
        if plan.based_on:
            text = offered_text(self._text(plan), offered=True)
            text = renewed_text(text, version=1, format_id=new_id, title=title)
        else:
            text = first_text(plan, new_id, title)
        self._write(f"{new_id}.toml", text)
        return self.reload()

    def new_version(self, format_id: str) -> Changes:
        plan = self._context.formats.get(format_id)
        self._next(plan, self._text(plan))
        return self.reload()

    def draft(self, format_id: str) -> CopyDraft:
        return draft_of(self._context.formats.get(format_id), self.base(format_id))

    def base(self, format_id: str) -> PlanFormat:
        plan = self._context.formats.get(format_id)
        base_id, _, number = plan.based_on.partition("@")
        if not base_id:
            raise InvalidInputError(
                "Dit plantype is geen kopie.", "Maak er een kopie van, of verander het bestand zelf."
            )
        return self._context.formats.get(base_id, int(number))

    def save(self, format_id: str, before: CopyDraft, after: CopyDraft) -> tuple[int, Changes]:
        plan = self._context.formats.get(format_id)
        _title(after.title)
        old = self._text(plan)
        text = edited_text(old, before, after, self.base(format_id))
        if text == old:
            return plan.version, Changes()
        with self._context.reading() as session:
            used = plans_by_format(session).get((plan.id, plan.version), 0)
        if used:
            version = self._next(plan, text)
        else:
            version = plan.version
            self._write(self._context.formats.paths[plan.id, version].name, text)
        return version, self.reload()

    def offer(self, format_id: str, *, offered: bool) -> Changes:
        plan = self._context.formats.get(format_id)
        text = offered_text(self._text(plan), offered=offered)
        self._write(self._context.formats.paths[plan.id, plan.version].name, text)
        return self.reload()

    def remove(self, format_id: str) -> Changes:
        with self._context.reading() as session:
            used = format_id in {name for name, _ in plans_by_format(session, gone_too=True)}
        if used:
            raise InvalidInputError(
                "Er zijn plannen van dit plantype. Het blijft nodig om ze te lezen.",
                "Kies 'Niet meer aanbieden'. Dan begint niemand er nog een plan mee.",
            )
        versions = [plan for plan in self._context.formats.formats if plan.id == format_id]
        for plan in versions:
            self._text(plan)  # refuses a plan type of the program
        away = self.folder() / AWAY
        try:
            away.mkdir(exist_ok=True)
            for plan in versions:
                path = self._context.formats.paths[plan.id, plan.version]
                path.replace(_free(away, path.stem))
        except OSError as problem:
            raise _refused(away) from problem
        return self.reload()

    def _next(self, plan: PlanFormat, text: str) -> int:
        version = plan.version + 1
        name = f"{plan.id}-versie-{version}.toml"
        if (self._folder / name).exists():
            raise InvalidInputError(
                f"Het bestand {name} staat al in de map.",
                f"Kijk het na of geef het een andere naam. {NOTHING_CHANGED}",
            )
        self._write(name, renewed_text(text, version=version))
        return version

    def _text(self, plan: PlanFormat) -> str:
        """The file of an own plan type as it is now."""
        path = self._context.formats.paths.get((plan.id, plan.version))
        if path is None or _shipped(path):
            raise InvalidInputError(
                "Dit plantype hoort bij het programma en verandert niet.", "Maak er een kopie van."
            )
        try:
            text = path.read_text(encoding="utf-8-sig")
        except (OSError, UnicodeDecodeError) as problem:
            raise _refused(path) from problem
        self._context.formats.parse(text, path.name)
        return text

    def _write(self, name: str, text: str) -> None:
        """Checks the text by the strict rules and puts it in its place in one step."""
        self._context.formats.parse(text, name)
        target = self.folder() / name
        try:
            write_atomically(target, text.encode())
        except OSError as problem:
            raise _refused(target) from problem


def _free(folder: Path, stem: str) -> Path:
    names = chain((stem,), (f"{stem}-{number}" for number in count(2)))
    return next(path for name in names if not (path := folder / f"{name}.toml").exists())


def _shipped(path: Path) -> bool:
    return path.is_relative_to(resources.path("formats"))


def _title(words: str) -> str:
    title = words.strip()
    if not title:
        raise InvalidInputError("Het plantype heeft nog geen naam.", "Vul een naam in.")
    if len(title) > _LONGEST_TITLE:
        raise InvalidInputError("De naam is te lang.", f"Gebruik hoogstens {_LONGEST_TITLE} tekens.")
    return title


def _refused(path: Path) -> InvalidInputError:
    return InvalidInputError(
        f"Bij ‘{path.name}’ weigert de schijf.",
        f"Kijk of er ruimte is en of je in de map mag schrijven. {NOTHING_CHANGED}",
    )
