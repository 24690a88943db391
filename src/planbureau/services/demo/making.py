"""Making the demo vault, and making it anew; another vault is never touched."""

from __future__ import annotations

import json
from collections.abc import Callable
from contextlib import suppress
from datetime import date, timedelta
from pathlib import Path

from planbureau import resources
from planbureau.clock import Clock, FixedClock
from planbureau.errors import InvalidInputError, PlanbureauError
from planbureau.rules.dates import add_months
from planbureau.services.api import CreateVault, Workspace
from planbureau.services.demo.cases import tell_case, tell_organisation
from planbureau.services.demo.days import Days
from planbureau.services.demo.story import Story
from planbureau.services.demo.tables import Names, Part, read_part
from planbureau.services.files import write_private
from planbureau.services.vault.places import Places
from planbureau.services.vault.vaults import Content, Vaults, load_content
from planbureau.services.workspace import OpenWorkspace
from planbureau.vault.header import KEY_FILE, KEY_FILE_COPY, load_header
from planbureau.vault.holder import HOLDER_FILE
from planbureau.vault.kdf import KdfParameters
from planbureau.vault.lock import LOCK_FILE, VaultLock

DEMO_PASSWORD = "verzonnen lindeboom paraplu zeven"  # noqa: S105 - printed for everyone: there is nothing to hide
MARKER = "demo.json"
VAULT = "kluis"
FRESH = timedelta(days=7)
QUICK = KdfParameters(memory_kib=64 * 1024, passes=1, lanes=1)
"""The lightest key derivation that a vault accepts: the password of the demo is public."""


def demo_vault(folder: Path) -> Path:
    """Where the vault of a demo in `folder` stands."""
    return folder / VAULT


def make_demo(folder: Path, clock: Clock, content: Callable[[], Content] = load_content) -> Workspace:
    """Makes the demo in `folder` and opens it; an older demo there is replaced.

    Raises InvalidInputError when something else stands there; then nothing was touched.
    """
    _make_room(folder)
    folder.mkdir(parents=True, exist_ok=True)
    telling = FixedClock.on(add_months(clock.today(), -36))
    shared = content()
    vaults = _vaults(folder, telling, shared)
    organisation = _file("organisatie", clock.today())
    user = organisation.table("user")
    request = CreateVault(
        demo_vault(folder), organisation.text("name"), user.text("name"), user.text("function"), DEMO_PASSWORD
    )
    try:
        workspace = vaults.create(request).workspace
    finally:
        _mark(folder, clock.today())  # also when it went wrong half way: the next try may clear it away
    try:
        _tell(workspace, telling, organisation)
    finally:
        workspace.lock()
    return _vaults(folder, clock, shared).unlock(demo_vault(folder), DEMO_PASSWORD)


def open_demo(folder: Path, clock: Clock) -> Workspace:
    """Opens the demo in `folder`; one that is missing or older than a week is made (anew).

    Its days are counted from the day on which it was made, so an old demo shows nothing but lateness.
    """
    made = made_on(folder)
    if made is None or clock.today() - made > FRESH:
        return make_demo(folder, clock)
    return _vaults(folder, clock, load_content()).unlock(demo_vault(folder), DEMO_PASSWORD)


def _vaults(folder: Path, clock: Clock, content: Content) -> Vaults:
    places = Places(demo_vault(folder), folder / "reservekopieen", daily=False)
    return Vaults(clock, places, QUICK, holder="Planbureau (demo)", content=lambda: content)


def _file(name: str, today: date, names: Names | None = None) -> Part:
    return read_part(resources.path("demo", f"{name}.toml"), names or Names(), Days(today))


def _tell(workspace: Workspace, telling: FixedClock, organisation: Part) -> None:
    assert isinstance(workspace, OpenWorkspace)
    days = organisation.days
    story = Story(workspace, telling, days.today)
    tell_organisation(organisation, story, telling.today())
    for path in sorted(resources.path("demo").glob("[0-9]*.toml")):
        tell_case(read_part(path, organisation.names, days), story)
    story.tell()


def _mark(folder: Path, today: date) -> None:
    """Writes which vault is the demo: a vault that somebody puts in its place later is not deleted."""
    if not _holds_vault(demo_vault(folder)):
        return
    known = {"kluis": load_header(demo_vault(folder)).vault_id, "gemaakt": today.isoformat()}
    write_private(folder / MARKER, json.dumps(known, indent=1).encode())


def made_on(folder: Path) -> date | None:
    """The day on which the demo in `folder` was made; None when there is no demo."""
    if not _is_demo(folder):
        return None
    try:
        return date.fromisoformat(str(_marker(folder).get("gemaakt")))
    except ValueError:
        return None


def _marker(folder: Path) -> dict[str, object]:
    try:
        found = json.loads((folder / MARKER).read_text("utf-8"))
    except (OSError, ValueError):
        return {}
    return found if isinstance(found, dict) else {}


def _is_demo(folder: Path) -> bool:
    try:
        return load_header(demo_vault(folder)).vault_id == _marker(folder).get("kluis")
    except PlanbureauError:
        return False


def _holds_vault(folder: Path) -> bool:
    return (folder / KEY_FILE).exists() or any(folder.glob("vault-*.db"))


def _make_room(folder: Path) -> None:
    """Takes an older demo away, after making sure that it is one and that nobody has it open."""
    if _holds_vault(folder):
        raise InvalidInputError(
            "In deze map staat een kluis. Er is niets veranderd.", "Kies een lege map voor de demo."
        )
    vault = demo_vault(folder)
    if not vault.exists():
        return
    if not _is_demo(folder):
        raise InvalidInputError(
            f"In deze map staat al een map “{VAULT}” die niet van de demo is. Er is niets veranderd.",
            "Kies een lege map voor de demo.",
        )
    own = [vault / name for name in (KEY_FILE, KEY_FILE_COPY, LOCK_FILE, HOLDER_FILE)]
    own += sorted(vault.glob("vault-*.db*"))
    strange = sorted(path.name for path in set(vault.iterdir()) - set(own))
    if strange:
        raise InvalidInputError(
            f"In de map van de demo staat iets dat er niet hoort: {strange[0]}. Er is niets veranderd.",
            "Haal het weg, of kies een lege map voor de demo.",
        )
    with VaultLock(vault, "Planbureau (demo)"):
        for path in own:
            if path.name != LOCK_FILE:
                path.unlink(missing_ok=True)
    with suppress(FileNotFoundError):
        (vault / LOCK_FILE).unlink()
    vault.rmdir()
