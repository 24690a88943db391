"""Every verb without a window, on a real vault, with the password on standard input."""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pypdfium2
import pytest
from tests.demo_room import TODAY, DemoRoom, demo_room, made_demo  # noqa: F401
from tests.pdf_checks import assert_pdf_ua
from tests.vault_room import PASSWORD, SHIPPED, VaultRoom

from planbureau import cli
from planbureau.cli.dutch import DutchParser, in_dutch
from planbureau.cli.parser import build_parser
from planbureau.clock import FixedClock
from planbureau.services.api import AdoptPlan
from planbureau.services.api.users import Newcomer
from planbureau.services.demo.making import DEMO_PASSWORD, demo_vault

CLOCK = FixedClock.on(TODAY)
BRAM = "gele eenden fietsen langzaam"


@dataclass(frozen=True)
class Said:
    """What a verb answered."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        return json.loads(self.out)


Run = Callable[..., Said]


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    """Runs a verb as from a terminal that gives this password."""

    def running(
        *arguments: str | Path, password: str = DEMO_PASSWORD, code: int = 0, clock: FixedClock = CLOCK
    ) -> Said:
        monkeypatch.setattr(sys, "stdin", io.StringIO(f"{password}\n"))
        answer = _answer([str(part) for part in arguments], clock)
        text = capsys.readouterr()
        assert answer == code, text.err
        return Said(answer, text.out, text.err)

    return running


def _answer(arguments: list[str], clock: FixedClock) -> int:
    try:
        return cli.main(arguments, clock)
    except SystemExit as end:
        return int(end.code or 0)


@pytest.fixture
def vault(demo_room: DemoRoom) -> Path:
    """The vault of a demo of this test alone."""
    return demo_vault(demo_room.folder)


def test_without_a_verb_it_explains_itself_in_dutch(run: Run) -> None:
    said = run()
    assert said.out.startswith("gebruik: planbureau")
    for verb in ("demo", "clients", "plans", "print", "export", "import", "deadlines", "backup", "verify"):
        assert f"    {verb}" in said.out
    assert run("--help").out == said.out
    assert run("--version").out.startswith("Planbureau ")


def _parsers(parser: DutchParser) -> list[DutchParser]:
    found = [parser]
    for action in parser._actions:
        if isinstance(action.choices, dict):
            found += action.choices.values()
    return found


def test_every_verb_explains_itself_without_a_word_of_english() -> None:
    for parser in _parsers(build_parser()):
        text = parser.format_help()
        for word in ("usage:", "options:", "positional arguments", "show this help", "optional"):
            assert word not in text
        assert all(action.help for action in parser._actions if not isinstance(action.choices, dict))


def test_no_option_can_carry_a_password_or_a_name() -> None:
    """What stands in a command is seen by everyone on the computer; ids and places are all there is."""
    allowed = {
        "help", "version", "vault", "folder", "prints", "json", "all", "plan", "edition", "plan_version",
        "reader", "out", "client", "file", "copy", "check", "files", "subject", "names", "months", "titles",
        "places", "user",
    }  # fmt: skip
    for parser in _parsers(build_parser()):
        dests = {action.dest for action in parser._actions if not isinstance(action.choices, dict)}
        assert dests <= allowed


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["vliegen"], "kun je kiezen uit demo"),
        (["print"], "er ontbreekt nog: NUMMER, --out"),
        (["print", "1", "--edition", "groot", "--out", "a"], "--edition kun je kiezen uit professional"),
        (["print", "1", "--plan-version", "eerste", "--out", "a"], "--plan-version hoort een getal"),
        (["export", "--client", "1", "--plan", "2", "--out", "a"], "gaan niet samen"),
        (["export", "--out", "a"], "kies een van deze: --client --plan"),
        (["backup", "--out"], "achter --out hoort nog iets"),
        (["demo"], "er ontbreekt nog: --folder"),
        (["plans", "--alles"], "dit is onbekend: --alles"),
        (["plans", "extra"], "iets te veel"),
    ],
)
def test_what_is_not_understood_is_told_in_dutch(run: Run, arguments: list[str], told: str) -> None:
    said = run(*arguments, code=cli.USAGE)
    assert told in said.err
    assert said.err.startswith("gebruik: ")
    assert "--help" in said.err


@pytest.mark.parametrize(
    "typed", ["--password=geheim", "--wachtwoord", "-pgeheim", "--json=geheim", "geheim"]
)
def test_a_password_typed_in_the_command_is_not_repeated(run: Run, typed: str) -> None:
    said = run("plans", typed, "geheim", code=cli.USAGE)
    assert "geheim" not in said.err + said.out


def test_an_unknown_complaint_of_argparse_is_still_dutch() -> None:
    assert in_dutch("something new in a later Python") == "deze opdracht klopt niet."


def test_lists(run: Run, vault: Path) -> None:
    clients = run("clients", "--vault", vault, "--json").json
    assert len(clients) == 14
    assert set(clients[0]) == {"id", "naam", "code", "geboren", "afgesloten"}
    plans = run("plans", "--vault", vault, "--json").json
    assert {plan["plantype"] for plan in plans} == {one.id for one in SHIPPED().formats.all()}
    family = next(plan for plan in plans if plan["plantype"] == "gzp")
    people = run("people", family["gezin"], "--vault", vault, "--json").json
    assert {"Elif Demir-Voorbeeld", "Tom van den Verzinsel"} <= {person["naam"] for person in people}
    assert run("people", family["id"], "--vault", vault, "--json").json == people
    assert "bestaat niet" in run("people", "geen-nummer", "--vault", vault, code=1).err
    said = run("plans", "--vault", vault).out
    assert (
        f"{family['id']}  Gezinsplan, Gezin Demir-Voorbeeld, vastgesteld, met een concept ernaast, versie 2"
        in said
    )
    assert "VL-001" in run("clients", "--vault", vault).out


def test_a_plan_that_was_handed_in_says_so(run: Run, demo_room: DemoRoom) -> None:
    window = demo_room.unlock()
    plan_id, _ = window.plans.start_plan("pp", window.clients.rows()[0].id)
    window.plans.adopt(AdoptPlan(plan_id, TODAY, "", (), "", (), "", ()))
    window.lock()
    said = run("plans", "--vault", demo_vault(demo_room.folder)).out
    assert next(line for line in said.splitlines() if plan_id in line).endswith("ingeleverd, versie 1")


def test_a_clock_that_went_back_is_told_beside_the_deadlines(run: Run, vault: Path) -> None:
    assert run("deadlines", "--vault", vault, "--json").err == ""
    said = run("deadlines", "--vault", vault, "--json", clock=FixedClock.on(TODAY - timedelta(days=9)))
    assert "maar in deze kluis is al iets geschreven" in said.err
    assert said.json


def test_deadlines(run: Run, vault: Path) -> None:
    rows = run("deadlines", "--vault", vault, "--json").json
    keys = {
        "plan", "plantype", "client", "gezin", "over", "regel", "onderwerp", "titel", "start",
        "taak_vanaf", "streefdatum", "termijn", "uiterste_datum", "uiterste_tijd", "status",
        "soort", "bron", "nagelezen", "waarom", "wat_nu", "let_op",
    }  # fmt: skip
    assert all(set(row) == keys for row in rows)
    late = [row for row in rows if row["status"] == "te laat"]
    assert [(row["regel"], row["over"]) for row in late] == [("WLZ-04", "Piet Fictief")]
    assert date.fromisoformat(late[0]["uiterste_datum"]) < TODAY
    assert late[0]["waarom"]
    assert len(run("deadlines", "--all", "--vault", vault, "--json").json) > len(rows)
    assert "te laat: Plan evalueren (Zorgleefplan, Piet Fictief)" in run("deadlines", "--vault", vault).out


def test_a_vault_that_holds_nothing_yet(run: Run, tmp_path: Path) -> None:
    room = VaultRoom(tmp_path)
    room.create().lock()
    assert run("plans", "--vault", room.place, password=PASSWORD).out == "Er is nog niets.\n"
    assert run("plans", "--vault", room.place, "--json", password=PASSWORD).json == []


def text_of(pdf: bytes) -> str:
    """What stands on the first page."""
    with closing(pypdfium2.PdfDocument(pdf)) as document:
        return str(document[0].get_textpage().get_text_range())


def test_prints(run: Run, vault: Path, tmp_path: Path) -> None:
    plans = run("plans", "--vault", vault, "--json").json
    luuk = next(one for one in plans if (one["over"], one["plantype"]) == ("Luuk van Verzonnen", "osp"))
    erik = next(
        person["id"]
        for person in run("people", luuk["client"], "--vault", vault, "--json").json
        if person["naam"] == "Erik van Verzonnen"
    )
    target = tmp_path / "plan.pdf"
    for edition in ("professional", "easy", "start"):
        said = run("print", luuk["id"], "--edition", edition, "--vault", vault, "--out", target)
        assert str(target) in said.out
        assert_pdf_ua(target.read_bytes())
    run("print", luuk["id"], "--plan-version", "1", "--vault", vault, "--out", target)
    adopted = next(one for one in plans if one["status"] == "active")
    run("print", adopted["id"], "--vault", vault, "--out", target)  # nothing is newer than its version
    words = text_of(target.read_bytes())
    assert "CONCEPT" not in words
    assert f"versie {adopted['versie']} van" in words
    said = run("print", luuk["id"], "--reader", erik, "--vault", vault, "--out", target)
    assert "iets weggelaten" in said.out
    target.unlink()
    said = run("print", luuk["id"], "--reader", "geen-nummer", "--vault", vault, "--out", target, code=1)
    assert "lezer met dit nummer bestaat niet" in said.err  # else nothing would be left out for nobody
    assert not target.exists()
    said = run("print", luuk["id"], "--plan-version", "7", "--vault", vault, "--out", target, code=1)
    assert "Versie 7 van dit plan bestaat niet" in said.err
    said = run("print", "geen-nummer", "--vault", vault, "--out", target, code=1)
    assert "bestaat niet" in said.err
    assert "planbureau plans" in said.err  # there is no overview to open again
    said = run("print", luuk["id"], "--vault", vault, "--out", tmp_path / "weg" / "plan.pdf", code=1)
    assert "kon niet worden bewaard" in said.err


def test_export_and_import(run: Run, vault: Path, tmp_path: Path) -> None:
    client = run("clients", "--vault", vault, "--json").json[0]["id"]
    plan = run("plans", "--vault", vault, "--json").json[0]["id"]
    other = VaultRoom(tmp_path / "ander")
    other.create_anew().lock()
    files = {}
    for kind, number in (("--client", client), ("--plan", plan)):
        files[kind] = tmp_path / f"uit{kind}.json"
        said = run("export", kind, number, "--vault", vault, "--out", files[kind])
        assert "niet versleuteld" in said.out
        if os.name == "posix":
            assert files[kind].stat().st_mode & 0o077 == 0
    nobody = ("export", "--plan", plan, "--reader", "geen-nummer", "--vault", vault)
    assert "lezer met dit nummer bestaat niet" in run(*nobody, "--out", tmp_path / "x.json", code=1).err
    as_client = run(
        "export", "--plan", plan, "--reader", client, "--vault", vault, "--out", tmp_path / "c.json"
    )
    assert "Het bestand staat in" in as_client.out
    into = ("import", files["--client"], "--vault", other.place)
    assert "De cliënt is geïmporteerd" in run(*into, password=PASSWORD).out
    again = tmp_path / "terug.json"
    run("export", "--client", client, "--vault", other.place, "--out", again, password=PASSWORD)
    assert again.read_bytes() == files["--client"].read_bytes()
    assert "staat al in de kluis" in run(*into, password=PASSWORD, code=1).err
    assert "geïmporteerd" in run(*into, "--copy", password=PASSWORD).out
    assert len(run("clients", "--vault", other.place, "--json", password=PASSWORD).json) == 2
    again.write_bytes(again.read_bytes()[:5000])
    assert "niet heel" in run("import", again, "--vault", other.place, password=PASSWORD, code=1).err
    said = run("import", tmp_path / "weg.json", "--vault", other.place, password=PASSWORD, code=1)
    assert "kan niet worden gelezen" in said.err


def test_the_calendar_for_another_program(run: Run, vault: Path, tmp_path: Path) -> None:
    file = tmp_path / "agenda.ics"
    said = run("calendar", "--vault", vault, "--out", file, "--titles", "--places", "--names", "code")
    assert "zonder namen" in said.out
    text = file.read_bytes().decode().replace("\r\n ", "")
    names = [one["naam"] for one in run("clients", "--json", "--vault", vault).json]
    words = {word for name in names for word in name.split() if len(word) > 3} - {"Voorbeeld"}
    assert [word for word in words if word in text] == []
    assert "SUMMARY:VL-002: Huisbezoek\\, Kijken naar de lunch" in text
    assert text.count("BEGIN:VEVENT") >= 5
    first = text.count("UID:")
    again = run(
        "calendar", "--vault", vault, "--out", tmp_path / "nog.ics", "--titles", "--places", "--names", "code"
    )
    assert "niets nieuws" in again.out
    assert not (tmp_path / "nog.ics").exists()
    run("calendar", "--vault", vault, "--out", file, "--titles", "--places", "--names", "code", "--all")
    assert file.read_bytes().decode().count("UID:") == first
    run("calendar", "--vault", vault, "--out", file, "--months", "0", code=1)


def test_backup_verify_and_restore(run: Run, vault: Path, tmp_path: Path) -> None:
    copy, folder = tmp_path / "kopie.pbbackup", tmp_path / "terug"
    assert "nagekeken" in run("backup", "--vault", vault, "--out", copy).out
    assert "in orde" in run("verify", "--vault", vault).out
    assert str(folder) in run("restore", copy, "--folder", folder).out
    assert run("plans", "--vault", folder).out == run("plans", "--vault", vault).out
    assert "in orde" in run("verify", "--vault", folder).out
    assert run("restore", copy, "--folder", vault, code=1).err.startswith("planbureau: ")
    copy.write_bytes(copy.read_bytes()[:-2000])
    assert run("restore", copy, "--folder", tmp_path / "nog", code=1).err
    assert not (tmp_path / "nog").exists()


def test_a_damaged_vault_is_told(run: Run, vault: Path) -> None:
    database = next(vault.glob("vault-*.db"))
    content = bytearray(database.read_bytes())
    middle = len(content) // 2
    content[middle : middle + 64] = bytes(64)
    database.write_bytes(content)
    said = run("verify", "--vault", vault, code=1)
    assert "beschadigd" in said.err


def test_reading_goes_beside_an_open_window(run: Run, demo_room: DemoRoom) -> None:
    window = demo_room.unlock()
    vault = demo_vault(demo_room.folder)
    said = run("plans", "--vault", vault, "--json")
    assert len(said.json) == 17
    assert "alleen om te lezen open" in said.err
    window.lock()


def test_writing_waits_for_the_window_to_close(run: Run, demo_room: DemoRoom, tmp_path: Path) -> None:
    window = demo_room.unlock()
    file = tmp_path / "in.json"
    file.write_bytes(window.exchange.export_client(window.clients.rows()[0].id))
    said = run("import", file, "--copy", "--vault", demo_vault(demo_room.folder), code=1)
    assert "al open" in said.err
    window.lock()


@pytest.mark.parametrize(
    ("password", "told"), [("niet het wachtwoord", "wachtwoord"), ("", "geen wachtwoord gegeven")]
)
def test_a_wrong_password(run: Run, vault: Path, password: str, told: str) -> None:
    said = run("plans", "--vault", vault, password=password, code=1)
    assert told in said.err
    assert password not in said.err or not password


def test_with_a_colleague_one_says_by_number_who_one_is(run: Run, tmp_path: Path) -> None:
    room = VaultRoom(tmp_path)
    work = room.create()
    slot_id = work.users.enlist(Newcomer(name="Bram van Bos", function="begeleider"))
    work.users.admit(slot_id, PASSWORD, BRAM)
    work.lock()
    plans = ("plans", "--vault", room.place)
    asked = run(*plans, password=PASSWORD, code=1).err
    assert "--user" in asked
    assert "2 Bram van Bos" in asked
    assert "van niemand" in run(*plans, "--user", "3", password=PASSWORD, code=1).err
    assert run(*plans, "--user", "2", password=BRAM).out == "Er is nog niets.\n"
    assert "Dit wachtwoord" in run(*plans, "--user", "1", password=BRAM, code=1).err


def test_a_place_without_a_vault(run: Run, tmp_path: Path) -> None:
    assert "geen kluis" in run("plans", "--vault", tmp_path, code=1).err.lower()


def test_formats(run: Run, tmp_path: Path) -> None:
    from planbureau import resources

    shipped = resources.path("formats", "osp.toml")
    assert "In orde" in run("formats", "check", shipped).out
    wrong = tmp_path / "fout.toml"
    wrong.write_text('id = "x"\nkleur = "groen"\n', encoding="utf-8")
    assert "fout.toml" in run("formats", "check", wrong, code=1).out


def test_the_demo_with_its_prints(run: Run, tmp_path: Path) -> None:
    said = run("demo", "--folder", tmp_path / "demo", "--print", tmp_path / "demo" / "afdrukken")
    prints = sorted((tmp_path / "demo" / "afdrukken").glob("*.pdf"))
    assert f"{len(prints)} afdrukken staan in: {tmp_path / 'demo' / 'afdrukken'}" in said.out
    assert {path.name.split("-")[1] for path in prints} == {one.id for one in SHIPPED().formats.all()}
    assert DEMO_PASSWORD in said.out
    names = " ".join(path.name for path in prints)
    assert not any(name in names for name in ("Noor", "Henk", "Voorbeeld"))
    assert_pdf_ua(prints[0].read_bytes())
    again = run("plans", "--vault", tmp_path / "demo" / "kluis")
    assert "Henk van den Voorbeeld" in again.out


def test_it_runs_as_a_module_and_through_a_pipe(vault: Path) -> None:
    """A name outside the character set of the computer passes, and nothing but ids stands in the command."""
    command = [sys.executable, "-m", "planbureau.cli", "clients", "--vault", str(vault)]
    environment = {**os.environ, "PYTHONIOENCODING": "ascii", "LC_ALL": "C"}
    done = subprocess.run(  # noqa: S603 - our own program
        command,
        input=f"{DEMO_PASSWORD}\n".encode(),
        capture_output=True,
        check=False,
        env=environment,
    )
    assert done.returncode == 0, done.stderr
    assert "Noor Voorbeeld" in done.stdout.decode()


def test_no_file_holds_what_was_written(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A canary of a session is nowhere in plain text: not in the vault, its log, a copy or a temp file."""
    from planbureau.views import PersonView

    canary = "Kanariepiet-7319-Ωmega"
    temporary = tmp_path / "tijdelijk"
    temporary.mkdir()
    for name in ("TMPDIR", "TEMP", "TMP", "SQLITE_TMPDIR"):
        monkeypatch.setenv(name, str(temporary))
    room = VaultRoom(tmp_path)
    workspace = room.create()
    client, _ = workspace.clients.add_client(PersonView(given_name=canary, birth_date=date(1990, 5, 1)))
    plan, _ = workspace.plans.start_plan("osp", client)
    workspace.plans.save_draft(plan, "benaderen", canary)
    workspace.plans.save_answer(plan, "belangrijk_voor_mij", canary * 500, (), easy_text=canary)
    assert workspace.search(canary[:8])
    assert _found(tmp_path, canary) == []
    workspace.lock()
    run("backup", "--vault", room.place, "--out", tmp_path / "kopie.pbbackup", password=PASSWORD)
    run("verify", "--vault", room.place, password=PASSWORD)
    assert _found(tmp_path, canary) == []
    out = tmp_path / "uit.json"
    run("export", "--client", client, "--vault", room.place, "--out", out, password=PASSWORD)
    assert _found(tmp_path, canary) == [out]


def _found(folder: Path, text: str) -> list[Path]:
    needles = [text.encode(), text.encode("utf-16-le"), json.dumps(text)[1:-1].encode()]
    files = [path for path in folder.rglob("*") if path.is_file()]
    return [path for path in files if any(needle in path.read_bytes() for needle in needles)]
