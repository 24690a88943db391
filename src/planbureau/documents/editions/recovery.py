"""The recovery sheet: one A4 with the code that opens the vault when every password is lost."""

from __future__ import annotations

from datetime import date

from planbureau.documents.blocks import (
    BulletList,
    Callout,
    CalloutKind,
    Cell,
    CellContent,
    Column,
    Cover,
    Document,
    Edition,
    Footer,
    Heading,
    Paragraph,
    Run,
    Table,
    TextStyle,
)
from planbureau.documents.editions.values import shortened
from planbureau.rules.dutch import plain_date

TITLE = "Herstelcode van de kluis"
_WORDS = ("Eerste", "Tweede", "Derde", "Vierde", "Vijfde", "Zesde")
_PER_LINE = 3
_NAME = 50
"""Characters of the organisation: on one line, so that the sheet stays one page."""


def recovery_document(code: str, organisation: str, today: date) -> Document:
    """The sheet for the safe. The code is printed in its own groups, three to a line, and nowhere else."""
    organisation = shortened(organisation, _NAME)
    return Document(
        title=TITLE,
        blocks=(
            Paragraph(
                "Ben je je wachtwoord kwijt? Met deze code open je de kluis van Planbureau. "
                "Wie de code heeft, kan bij alle gegevens.",
            ),
            _code(code),
            Heading(1, "Zo bewaar je de code"),
            BulletList(
                (
                    "In een kluis of een afgesloten kast.",
                    "Nooit bij de laptop of in de laptoptas.",
                    "Nooit op een foto, in een mail of in een bestand.",
                )
            ),
            Callout(
                CalloutKind.WARN,
                "Kwijt, of gezien door een ander?",
                "Maak meteen een nieuwe code, bij Instellingen. De oude werkt dan niet meer.",
            ),
            Table(
                (Column("Zelf in te vullen", 1.3), Column("", 1.7)),
                (
                    ("Van welke laptop", ""),
                    ("Waar ligt dit blad", ""),
                    ("Wie weet dat nog meer", ""),
                ),
                row_headers=True,
            ),
        ),
        subject="Herstelcode",
        author=organisation,
        edition=Edition.EASY,
        cover=Cover(organisation=organisation, subtitle=f"Gemaakt op {plain_date(today)}"),
        footer=Footer((organisation, "geheim"), mark="GEHEIM"),
    )


def _code(code: str) -> Table:
    groups = code.replace("-", " ").split() or [""]
    columns = min(_PER_LINE, len(groups))
    lines = [groups[start : start + columns] for start in range(0, len(groups), columns)]
    rows: list[tuple[CellContent, ...]] = []
    for number, line in enumerate(lines, 1):
        filled = [*line, *[""] * (columns - len(line))]
        rows.append((f"Regel {number}", *(_large(group) for group in filled)))
    titles = (Column("", 0.8), *(Column(f"{word} deel") for word in _WORDS[:columns]))
    return Table(titles, tuple(rows), row_headers=True)


def _large(group: str) -> Cell:
    return Cell((Paragraph((Run(group, bold=True),), TextStyle.LEAD),) if group else ())
