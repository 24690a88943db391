"""The verbs of the command line and their options."""

from __future__ import annotations

from pathlib import Path

from planbureau import __version__
from planbureau.cli import calendars, care, exchanging, lists, paper
from planbureau.cli.dutch import DutchParser, Groups, add_verb

EDITIONS = {
    "professional": "volledig plan",
    "easy": "makkelijke versie",
    "start": "startafspraken",
    "matrix": "doelenmatrix",
}
_END = (
    "Het wachtwoord gaat via de standaardinvoer, nooit in de opdracht zelf. Uitleg over een werkwoord: "
    "planbureau WERKWOORD --help. Met venster: planbureau-venster. "
    "Antwoord aan andere programma's: 0 gelukt, 1 niet gelukt, 2 niet begrepen."
)


def build_parser() -> DutchParser:
    """The verbs and their options."""
    parser = DutchParser(
        prog="planbureau", description="Plannen maken met cliënten, zonder venster.", epilog=_END
    )
    parser.add_argument(
        "--version", action="version", version=f"Planbureau {__version__}", help="laat de versie zien"
    )
    verbs: Groups = parser.add_subparsers(title="werkwoorden", metavar="WERKWOORD")
    _demo(verbs)
    _lists(verbs)
    _print(verbs)
    _exchange(verbs)
    _calendar(verbs)
    _care(verbs)
    return parser


def _demo(verbs: Groups) -> None:
    told = "Maakt een kluis van een verzonnen zorgaanbieder met veertien verzonnen cliënten."
    made = add_verb(verbs, "demo", told, paper.demo, vault=False)
    made.add_argument("--folder", type=Path, required=True, metavar="MAP", help="map voor de demo")
    made.add_argument(
        "--print", type=Path, dest="prints", metavar="MAP", help="druk alle plannen af in deze map"
    )


def _lists(verbs: Groups) -> None:
    clients = add_verb(verbs, "clients", "Noemt de cliënten met hun nummers.", lists.clients)
    people = add_verb(
        verbs, "people", "Noemt de mensen om een cliënt of gezin met hun nummers.", lists.people
    )
    people.add_argument("subject", metavar="NUMMER", help="nummer van de cliënt, het gezin of het plan")
    plans = add_verb(verbs, "plans", "Noemt de plannen met hun nummers.", lists.plans)
    terms = add_verb(verbs, "deadlines", "Noemt de open termijnen met hun datums.", lists.deadlines)
    terms.add_argument("--all", action="store_true", help="ook termijnen die klaar zijn")
    for made in (clients, people, plans, terms):
        made.add_argument("--json", action="store_true", help="als JSON, voor een ander programma")


def _print(verbs: Groups) -> None:
    made = add_verb(verbs, "print", "Maakt een PDF van een plan.", paper.print_plan)
    made.add_argument("plan", metavar="NUMMER", help="nummer van het plan (zie: planbureau plans)")
    kinds = ", ".join(f"{name} ({label})" for name, label in EDITIONS.items())
    made.add_argument(
        "--edition", choices=tuple(EDITIONS), default="professional", metavar="SOORT", help=kinds
    )
    made.add_argument(
        "--plan-version", type=int, metavar="GETAL", help="een vastgestelde versie, voor altijd zoals zij was"
    )
    made.add_argument(
        "--reader", action="append", default=[], metavar="NUMMER",
        help="nummer van wie de afdruk leest; wat niet voor hem of haar is, blijft weg (mag vaker)",
    )  # fmt: skip
    made.add_argument("--out", type=Path, required=True, metavar="BESTAND", help="het PDF-bestand")


def _exchange(verbs: Groups) -> None:
    out = add_verb(verbs, "export", "Zet een cliënt of plan in een JSON-bestand.", exchanging.export)
    what = out.add_mutually_exclusive_group(required=True)
    what.add_argument("--client", metavar="NUMMER", help="nummer van de cliënt")
    what.add_argument("--plan", metavar="NUMMER", help="nummer van het plan")
    out.add_argument(
        "--reader", action="append", default=[], metavar="NUMMER",
        help="nummer van wie het bestand krijgt; wat niet voor hem of haar is, blijft weg (mag vaker)",
    )  # fmt: skip
    out.add_argument("--out", type=Path, required=True, metavar="BESTAND", help="het JSON-bestand")
    back = add_verb(verbs, "import", "Leest een cliënt of plan uit een JSON-bestand.", exchanging.import_)
    back.add_argument("file", type=Path, metavar="BESTAND", help="het JSON-bestand")
    back.add_argument("--copy", action="store_true", help="als kopie, naast wat er al is")


def _calendar(verbs: Groups) -> None:
    told = "Zet termijnen en afspraken zonder namen in een bestand voor een andere agenda (.ics)."
    made = add_verb(verbs, "calendar", told, calendars.calendar)
    made.add_argument("--out", type=Path, required=True, metavar="BESTAND", help="het .ics-bestand")
    made.add_argument(
        "--names", choices=tuple(calendars.WHOSE), default="voorletters", metavar="SOORT",
        help=f"wat er in plaats van een naam staat: {', '.join(calendars.WHOSE)}",
    )  # fmt: skip
    made.add_argument(
        "--months", type=int, default=calendars.MONTHS, metavar="GETAL", help="zoveel maanden vooruit"
    )
    made.add_argument("--titles", action="store_true", help="ook waar een afspraak over gaat, zonder namen")
    made.add_argument("--places", action="store_true", help="ook waar een afspraak is, zonder namen")
    made.add_argument("--all", action="store_true", help="ook wat ongewijzigd al in de andere agenda staat")


def _care(verbs: Groups) -> None:
    copy = add_verb(verbs, "backup", "Maakt een nagekeken reservekopie van de kluis.", care.backup)
    copy.add_argument("--out", type=Path, required=True, metavar="BESTAND", help="het bestand van de kopie")
    add_verb(verbs, "verify", "Kijkt de hele kluis na.", care.verify)
    back = add_verb(
        verbs, "restore", "Zet een reservekopie terug in een lege map.", care.restore, vault=False
    )
    back.add_argument("file", type=Path, metavar="BESTAND", help="het bestand van de reservekopie")
    back.add_argument("--folder", type=Path, required=True, metavar="MAP", help="een lege of nieuwe map")
    checked = add_verb(verbs, "formats", "Kijkt bestanden van plantypen na.", care.check_formats, vault=False)
    checked.add_argument("check", choices=["check"], metavar="check", help="controleren")
    checked.add_argument("files", nargs="+", type=Path, metavar="BESTAND", help="de bestanden")
