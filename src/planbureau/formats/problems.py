"""What is wrong in a format file, told so that the maker of that file can put it right."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from planbureau.errors import FormatError

from .toml_positions import KeyPath, Lines


@dataclass(frozen=True, slots=True)
class Place:
    """Where something stands: the name of the file (no folder), and the way to it in that file."""

    file: str
    path: KeyPath = ()
    lines: Lines | None = None

    @property
    def line(self) -> int:
        """The line, 0 when it has none."""
        return self.lines.of(self.path) if self.lines is not None else 0


@dataclass(frozen=True)
class FormatProblem:
    """One fault in a format file. `str()` is the Dutch line that a person reads."""

    file: str
    line: int
    key: str
    text: str

    def __str__(self) -> str:
        where = f"{self.file}, regel {self.line}" if self.line else self.file
        return f"{where}: {self.text}"


class Problems:
    """Gathers the faults of one or more files, each once, in the order in which they were found."""

    def __init__(self) -> None:
        self._found: dict[FormatProblem, None] = {}

    def __len__(self) -> int:
        return len(self._found)

    def add(self, place: Place, key: str, text: str) -> None:
        self.add_at(place.file, place.line, key, text)

    def add_at(self, file: str, line: int, key: str, text: str) -> None:
        """A fault of which the line is known."""
        self._found[FormatProblem(file, line, key, text)] = None

    def extend(self, problems: Iterable[FormatProblem]) -> None:
        self._found.update(dict.fromkeys(problems))

    @property
    def found(self) -> tuple[FormatProblem, ...]:
        return tuple(self._found)

    def raise_any(self) -> None:
        """Raises FormatError, with the first fault in words, when there is one."""
        if not self._found:
            return
        first, *rest = self._found
        more = f" En nog {len(rest)} andere." if rest else ""
        raise FormatError(
            f"In dit plantype klopt iets niet. {first}{more}",
            "Verbeter het bestand en open het opnieuw. Er is niets veranderd.",
        )


_MANY = 40
"""More names than this are no help to read."""
_ENGLISH: dict[str, tuple[str, ...]] = {
    "tekst": ("short_text", "long_text"),
    "lange tekst": ("long_text",),
    "regel": ("short_text",),
    "getal": ("number",),
    "cijfer": ("number",),
    "datum": ("date",),
    "tijd": ("moment",),
    "vinkje": ("tick",),
    "keuze": ("choice", "choices"),
    "keuzes": ("choices",),
    "meerkeuze": ("choices",),
    "tabel": ("table",),
    "persoon": ("person",),
    "doelen": ("goals",),
    "afspraken": ("agreements",),
    "risicos": ("risks",),
    "risico's": ("risks",),
    "leefgebied": ("life_domain",),
    "leefgebieden": ("life_domain",),
    "bijlage": ("attachments",),
    "bijlagen": ("attachments",),
    "akkoord": ("consent",),
    "gezin": ("household",),
    "netwerk": ("network",),
    "gezag": ("custody",),
    "verplicht": ("adopt",),
    "nodig": ("adopt",),
    "vaststellen": ("adopt",),
    "tip": ("advised",),
    "vrij": ("free",),
    "makkelijk": ("easy",),
    "start": ("start",),
    "startafspraken": ("start",),
    "professional": ("professional",),
    "professioneel": ("professional",),
    "familie": ("family",),
    "vraag": ("question",),
    "hoofdstuk": ("section",),
    "kolom": ("column",),
    "vlag": ("flag",),
    "wet": ("regime", "regimes"),
    "titel": ("title",),
    "naam": ("label",),
    "soort": ("kind",),
    "bron": ("source",),
    "uitleg": ("help", "why"),
    "als": ("when",),
    "wanneer": ("when",),
    "antwoord": ("answer",),
    "antwoorden": ("options",),
    "gevuld": ("filled",),
    "alles": ("all",),
    "niet": ("not",),
    "feit": ("fact",),
}
"""Dutch words that people write where the file asks for a fixed one."""


def nearest(word: str, known: Iterable[str]) -> str:
    """A hint for a mistyped word: the nearest known one, or else all known ones."""
    names = sorted(known)
    english = _ENGLISH.get(word.strip().lower(), ())
    meant = [name for name in english if name in names]
    if meant:
        return f"Bedoel je {' of '.join(repr(name) for name in meant)}?"
    same = [name for name in names if name.lower() == word.lower()]
    if same:
        return f"Bedoel je '{same[0]}'?"
    from difflib import get_close_matches  # large, and most files have no mistake

    close = get_close_matches(word, names, n=1, cutoff=0.6)
    if close:
        return f"Bedoel je '{close[0]}'?"
    if len(names) > _MANY:
        return "De namen staan in 'Een plantype maken', bij Namenlijst."
    return f"Mogelijk is: {', '.join(names)}." if names else "Hier is er geen bekend."
