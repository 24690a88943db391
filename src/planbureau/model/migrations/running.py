"""Bringing a vault's schema up to date, in process, on the open connection."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sqlalchemy import Connection, Engine

from planbureau.errors import VaultError

if TYPE_CHECKING:
    from alembic.config import Config

HEAD = "0025"
"""The revision that this program writes; a test compares it with the migrations."""


def current(raw: Any) -> str:
    """The schema revision of a database; empty for a new one. One SELECT, so that a start stays quick."""
    known = raw.execute("SELECT 1 FROM sqlite_schema WHERE name = 'alembic_version'").fetchone()
    if not known:
        return ""
    row = raw.execute("SELECT version_num FROM alembic_version").fetchone()
    return str(row[0]) if row else ""


def migrate(
    raw: Any, engine: Engine, before: Callable[[], None] | None = None, *, read_only: bool = False
) -> None:
    """Runs the migrations that are missing. Raises VaultError for a vault of a newer program."""
    version = current(raw)
    if version == HEAD:
        return
    if version and version not in known_revisions():
        raise VaultError(
            "Deze kluis is gemaakt met een nieuwere versie van Planbureau. Er is niets veranderd.",
            "Installeer de nieuwste versie en open de kluis daarmee.",
        )
    if read_only:
        raise VaultError(
            "Deze kluis moet eerst worden bijgewerkt, en dat kan niet als hij alleen om te lezen open is.",
            "Open de kluis gewoon, op een plek waar je mag schrijven.",
        )
    if version and before is not None:
        before()
    with engine.connect() as connection:
        upgrade(connection)


def upgrade(connection: Connection, to: str = "head") -> None:
    """Migrates in one transaction, checking that no row was lost on the way."""
    from alembic import command

    raw = connection.connection.driver_connection
    assert raw is not None
    # Danger: with foreign keys on, recreating a table deletes child rows in silence; and the
    # pragma does nothing inside a transaction.
    raw.execute("PRAGMA foreign_keys=OFF")
    try:
        with connection.begin():
            counts = _counts(connection)
            config = configuration()
            config.attributes["connection"] = connection
            command.upgrade(config, to)
            broken = connection.exec_driver_sql("PRAGMA foreign_key_check").fetchall()
            after = _counts(connection)
            lost = [name for name, count in counts.items() if after.get(name, count) < count]
            if broken or lost:
                raise VaultError(
                    "Het bijwerken van de kluis is gestopt omdat er gegevens zouden verdwijnen. "
                    "Er is niets veranderd.",
                    "Neem contact op met de makers van Planbureau.",
                )
    finally:
        raw.execute("PRAGMA foreign_keys=ON")


def configuration() -> Config:
    """Alembic's configuration, without a file."""
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent))
    config.set_main_option("path_separator", "os")
    return config


def known_revisions() -> frozenset[str]:
    """The ids of all migrations that this program has."""
    from alembic.script import ScriptDirectory

    scripts = ScriptDirectory.from_config(configuration())
    return frozenset(script.revision for script in scripts.walk_revisions())


def _counts(connection: Connection) -> dict[str, int]:
    names = connection.exec_driver_sql(
        "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'search_fts%' "
        "AND name NOT LIKE 'sqlite_%' AND name NOT LIKE 'alembic_%'"
    ).scalars()
    return {
        name: connection.exec_driver_sql(f'SELECT count(*) FROM "{name}"').scalar_one()  # noqa: S608
        for name in list(names)
    }
