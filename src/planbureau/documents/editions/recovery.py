"""The recovery sheet: one A4 with the code that opens the vault when every password is lost."""

from __future__ import annotations

from datetime import date

from planbureau.documents.blocks import (
    BulletList,
    Callout,
    CalloutKind,
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
from planbureau.rules.dutch import plain_date

TITLE = "Herstelcode van de kluis"
_PER_LINE = 4


def recovery_document(code: str, organisation: str, today: date) -> Document:
    """The sheet for the safe. The code is printed in its own groups, four to a line, and nowhere else."""
    return Document(
        title=TITLE,
        blocks=(
            Paragraph(
                "Met deze code open je de kluis van Planbureau als je je wachtwoord kwijt bent. "
                "Wie de code heeft, kan bij alle gegevens van de cliënten. Bewaar haar dus goed.",
                TextStyle.LEAD,
            ),
            Heading(1, "De code"),
            Table(
                tuple(Column(f"Deel {number}") for number in range(1, _columns(code) + 1)),
                _rows(code),
            ),
            Paragraph("Er staan alleen cijfers en hoofdletters in. Streepjes en spaties maken niet uit."),
            Heading(1, "Zo bewaar je haar"),
            BulletList(
                (
                    "In een kluis, een afgesloten kast of bij de notaris.",
                    "Nooit bij de laptop, in de laptoptas of op een foto.",
                    "Nooit in een e-mail, een app of een bestand.",
                    "Zorg dat een tweede persoon van de organisatie weet waar deze bladzijde ligt.",
                )
            ),
            Callout(
                CalloutKind.WARN,
                "Kwijt of gezien door een ander?",
                "Maak dan meteen een nieuwe code in Planbureau, bij Instellingen. "
                "De oude code werkt dan niet meer.",
            ),
            Heading(1, "Zelf in te vullen"),
            Table(
                (Column("", 1.4), Column("", 2.6)),
                (
                    ("Van wie is deze laptop", ""),
                    ("Waar ligt deze bladzijde", ""),
                    ("Wie weet dat nog meer", ""),
                    ("Code gecontroleerd op", ""),
                ),
                row_headers=True,
            ),
        ),
        subject="Herstelcode",
        author=organisation,
        edition=Edition.PROFESSIONAL,
        cover=Cover(organisation=organisation, subtitle=f"Gemaakt op {plain_date(today)}"),
        footer=Footer((organisation, "geheim")),
    )


def _groups(code: str) -> list[str]:
    return code.replace("-", " ").split()


def _columns(code: str) -> int:
    return min(_PER_LINE, max(1, len(_groups(code))))


def _rows(code: str) -> tuple[tuple[tuple[Run, ...], ...], ...]:
    groups, columns = _groups(code), _columns(code)
    lines = [groups[start : start + columns] for start in range(0, len(groups), columns)]
    return tuple(
        tuple((Run(group, bold=True),) if group else () for group in [*line, *[""] * (columns - len(line))])
        for line in lines
    )
