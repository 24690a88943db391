"""The main job without a window. Passwords come by standard input or a prompt, never as an argument."""

from __future__ import annotations

import argparse
import getpass
import json
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from planbureau import __version__
from planbureau.clock import Clock, SystemClock
from planbureau.errors import InvalidInputError, PlanbureauError

if TYPE_CHECKING:
    from planbureau.services.api import Workspace

OK, FAILED, USAGE = 0, 1, 2
EDITIONS = ("professional", "easy", "start", "matrix")


def main(arguments: Sequence[str] | None = None, clock: Clock | None = None) -> int:
    """Runs one verb; the answer is the exit code: 0 done, 1 not done, 2 not understood."""
    parser = build_parser()
    options = parser.parse_args(arguments)
    verb: Callable[[argparse.Namespace, Clock], int] | None = getattr(options, "verb", None)
    if verb is None:
        parser.print_help()
        return USAGE
    try:
        return verb(options, clock or SystemClock())
    except PlanbureauError as problem:
        print(f"planbureau: {problem}", file=sys.stderr)
        return FAILED
    except KeyboardInterrupt:
        print("planbureau: afgebroken. Er is niets half bewaard.", file=sys.stderr)
        return FAILED


def build_parser() -> argparse.ArgumentParser:
    """The verbs and their options."""
    parser = argparse.ArgumentParser(
        prog="planbureau",
        description="Plannen maken met cliënten, zonder venster. Het wachtwoord gaat via de standaardinvoer.",
        epilog="Zonder werkwoord begint het programma met venster via: planbureau-venster",
    )
    parser.add_argument("--version", action="version", version=f"Planbureau {__version__}")
    verbs = parser.add_subparsers(title="werkwoorden", metavar="")
    _demo(verbs)
    _lists(verbs)
    _print(verbs)
    _exchange(verbs)
    _care(verbs)
    return parser


def _verb(
    verbs: argparse._SubParsersAction[argparse.ArgumentParser],
    name: str,
    help_: str,
    run: Callable[[argparse.Namespace, Clock], int],
    *,
    vault: bool = True,
) -> argparse.ArgumentParser:
    made = verbs.add_parser(name, help=help_, description=help_)
    made.set_defaults(verb=run)
    if vault:
        made.add_argument("--vault", type=Path, help="map van de kluis (anders de gewone plek)")
    return made


def _demo(verbs: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    made = _verb(
        verbs, "demo", "Maakt een kluis van een verzonnen zorgaanbieder met tien cliënten.", demo, vault=False
    )
    made.add_argument("--folder", type=Path, required=True, help="map voor de demokluis")
    made.add_argument("--print", type=Path, dest="prints", help="map voor afdrukken van de plannen")


def _lists(verbs: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    plans = _verb(verbs, "plans", "Noemt de plannen met hun nummers.", list_plans)
    plans.add_argument("--json", action="store_true", help="als JSON")
    terms = _verb(verbs, "deadlines", "Noemt de open termijnen met hun datums.", deadlines)
    terms.add_argument("--json", action="store_true", help="als JSON")
    terms.add_argument("--all", action="store_true", help="ook termijnen die klaar zijn")


def _print(verbs: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    made = _verb(verbs, "print", "Maakt een PDF van een plan.", print_plan)
    made.add_argument("plan", help="nummer van het plan (zie: planbureau plans)")
    made.add_argument("--edition", choices=EDITIONS, default="professional", help="welke versie")
    made.add_argument("--plan-version", type=int, help="een vastgestelde versie in plaats van het concept")
    made.add_argument("--out", type=Path, required=True, help="het PDF-bestand")


def _exchange(verbs: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    out = _verb(verbs, "export", "Zet een cliënt of plan in een JSON-bestand.", export)
    what = out.add_mutually_exclusive_group(required=True)
    what.add_argument("--client", help="nummer van de cliënt")
    what.add_argument("--plan", help="nummer van het plan")
    out.add_argument("--out", type=Path, required=True, help="het JSON-bestand")
    back = _verb(verbs, "import", "Leest een cliënt of plan uit een JSON-bestand.", import_)
    back.add_argument("file", type=Path, help="het JSON-bestand")
    back.add_argument("--copy", action="store_true", help="als kopie, naast wat er al is")


def _care(verbs: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    copy = _verb(verbs, "backup", "Maakt een nagekeken reservekopie van de kluis.", backup)
    copy.add_argument("--out", type=Path, required=True, help="het bestand van de reservekopie")
    _verb(verbs, "verify", "Kijkt de hele kluis na.", verify)
    checked = _verb(verbs, "formats", "Controleert bestanden van plantypes.", check_formats, vault=False)
    checked.add_argument("check", choices=["check"], help="controleren")
    checked.add_argument("files", nargs="+", type=Path, help="de bestanden")


def read_password(question: str = "Wachtwoord: ") -> str:
    """The password from a prompt, or the first line of standard input. Raises InvalidInputError."""
    password = getpass.getpass(question) if sys.stdin.isatty() else sys.stdin.readline().rstrip("\r\n")
    if not password:
        raise InvalidInputError("Er is geen wachtwoord gegeven.", "Geef het via de standaardinvoer.")
    return password


def _opened(options: argparse.Namespace, clock: Clock, *, read_only: bool = False) -> Workspace:
    from planbureau.services.vaults import Vaults

    vaults = Vaults(clock, holder="Planbureau (opdrachtregel)")
    return vaults.unlock(options.vault or vaults.default_folder(), read_password(), read_only=read_only)


def demo(options: argparse.Namespace, clock: Clock) -> int:
    """Makes the demo vault, and prints its plans when asked."""
    from planbureau.services.demo import DEMO_PASSWORD, make_demo, print_all

    workspace = make_demo(options.folder, clock)
    print(f"De demokluis staat in: {options.folder}")
    print(f"Het wachtwoord van de demokluis is: {DEMO_PASSWORD}")
    try:
        if options.prints:
            files = print_all(workspace, options.prints)
            print(f"{len(files)} afdrukken staan in: {options.prints}")
    finally:
        workspace.lock()
    return OK


def list_plans(options: argparse.Namespace, clock: Clock) -> int:
    """Names the plans."""
    workspace = _opened(options, clock)
    try:
        rows = [
            {"id": r.id, "plan": r.title, "over": r.subject_name, "status": r.status, "versie": r.version,
             "client": r.client_ids[0] if r.client_ids else ""}
            for r in workspace.plans.rows()
        ]  # fmt: skip
    finally:
        workspace.lock()
    if options.json:
        print(json.dumps(rows, ensure_ascii=False, indent=1))
    else:
        for row in rows:
            print(f"{row['id']}  {row['plan']}, {row['over']}, {row['status']}, versie {row['versie']}")
    return OK


def deadlines(options: argparse.Namespace, clock: Clock) -> int:
    """Names the deadlines."""
    workspace = _opened(options, clock)
    try:
        rows = workspace.calendar.deadlines(open_only=not options.all)
    finally:
        workspace.lock()
    if options.json:
        print(json.dumps([deadline_json(row) for row in rows], ensure_ascii=False, indent=1))
        return OK
    for row in rows:
        day = row.deadline.last_date.strftime("%d-%m-%Y") if row.deadline.last_date else "nog geen datum"
        print(
            f"{day}  {row.deadline.status_label}  {row.deadline.title} ({row.plan_title}, {row.client_name})"
        )
    return OK


def deadline_json(row: object) -> dict[str, object]:
    """One deadline as JSON: dates in ISO form, words in Dutch."""
    from planbureau.views import DeadlineRow

    assert isinstance(row, DeadlineRow)
    item = row.deadline

    def day(value: object) -> str | None:
        return None if value is None else str(value)

    return {
        "plan": row.plan_id,
        "plantype": row.plan_title,
        "over": row.client_name,
        "regel": item.rule_id,
        "onderwerp": item.subject_label,
        "titel": item.title,
        "start": day(item.trigger_date),
        "streefdatum": day(item.target_date),
        "termijn": day(item.term_date),
        "uiterste_datum": day(item.last_date),
        "status": item.status.value,
        "soort": item.mark.value,
        "bron": item.source,
        "waarom": item.why,
        "wat_nu": item.what_now,
    }


def print_plan(options: argparse.Namespace, clock: Clock) -> int:
    """Prints one plan into a file."""
    from planbureau.services.api import Edition, PrintRequest

    workspace = _opened(options, clock)
    try:
        request = PrintRequest(options.plan, Edition(options.edition), options.plan_version)
        document = workspace.prints.render(request)
        workspace.prints.save(document, options.out)
    finally:
        workspace.lock()
    print(f"De PDF staat in: {options.out}")
    if document.missing_signs:
        print(f"Let op: deze tekens kunnen niet worden afgedrukt: {' '.join(document.missing_signs)}")
    return OK


def export(options: argparse.Namespace, clock: Clock) -> int:
    """Writes a client or plan to a file that only its owner may read."""
    from planbureau.services.files import write_private

    workspace = _opened(options, clock)
    try:
        exchange = workspace.exchange
        content = (
            exchange.export_client(options.client) if options.client else exchange.export_plan(options.plan)
        )
    finally:
        workspace.lock()
    write_private(options.out, content)
    print(f"Het bestand staat in: {options.out}. Het is niet versleuteld: bewaar het veilig.")
    return OK


def import_(options: argparse.Namespace, clock: Clock) -> int:
    """Reads a client or plan."""
    from planbureau.services.files import read_whole

    content = read_whole(options.file)
    workspace = _opened(options, clock)
    try:
        told, _ = workspace.exchange.import_file(content, as_copy=options.copy)
    finally:
        workspace.lock()
    print(told)
    return OK


def backup(options: argparse.Namespace, clock: Clock) -> int:
    """Makes a verified copy."""
    workspace = _opened(options, clock)
    try:
        print(workspace.organisation.backup(options.out))
    finally:
        workspace.lock()
    return OK


def verify(options: argparse.Namespace, clock: Clock) -> int:
    """Checks the whole vault."""
    workspace = _opened(options, clock)
    try:
        print(workspace.organisation.verify())
    finally:
        workspace.lock()
    return OK


def check_formats(options: argparse.Namespace, _clock: Clock) -> int:
    """Checks plan format files, and names file, line and what is expected."""
    from planbureau.services.format_files import problems_in

    problems = [problem for file in options.files for problem in problems_in(file)]
    for problem in problems:
        print(problem)
    if not problems:
        print("In orde: er zijn geen fouten gevonden.")
    return FAILED if problems else OK


if __name__ == "__main__":
    raise SystemExit(main())
