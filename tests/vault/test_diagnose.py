from __future__ import annotations

import errno
from pathlib import Path

import pytest
import sqlcipher3.dbapi2 as dbapi

from planbureau.errors import VaultError
from planbureau.vault import errors
from planbureau.vault.access import VaultAccess
from planbureau.vault.diagnose import explain


class Wrapped(Exception):  # noqa: N818 (stands in for an error of another library)
    """As SQLAlchemy wraps: the real error in `.orig`."""

    def __init__(self, orig: BaseException) -> None:
        super().__init__("wrapped")
        self.orig = orig


def caught(connection: object, statement: str) -> Exception:
    with pytest.raises(dbapi.Error) as error:
        getattr(connection, "execute")(statement).fetchall()  # noqa: B009 (sqlcipher3 has no types)
    found: Exception = error.value
    return found


def test_a_full_disk(access: VaultAccess) -> None:
    connection = access.connect()
    connection.execute("CREATE TABLE t (x)")
    pages = connection.execute("PRAGMA page_count").fetchone()[0]
    connection.execute(f"PRAGMA max_page_count={pages}")
    error = caught(connection, "INSERT INTO t VALUES (randomblob(100000))")
    assert isinstance(explain(error), errors.DiskFullError)
    assert isinstance(explain(Wrapped(error)), errors.DiskFullError)
    assert connection.execute("SELECT count(*) FROM t").fetchone() == (0,)
    connection.close()


def test_a_full_disk_while_one_database_is_copied_into_another(access: VaultAccess) -> None:
    """SQLite gives no code with this one."""
    source, target = access.connect(), dbapi.connect(":memory:")
    target.set_key("x'" + "00" * 48 + "'")
    source.execute("CREATE TABLE t (x)")
    source.execute("INSERT INTO t VALUES (randomblob(100000))")
    target.execute("CREATE TABLE t (x)")
    target.execute("PRAGMA max_page_count=2")
    with pytest.raises(dbapi.Error) as error:
        source.backup(target)
    assert isinstance(explain(error.value), errors.DiskFullError)
    source.close()
    target.close()


def test_writing_where_only_reading_is_allowed(access: VaultAccess) -> None:
    connection = access.connect(read_only=True)
    assert isinstance(explain(caught(connection, "CREATE TABLE t (x)")), errors.ReadOnlyPlaceError)
    connection.close()


def test_a_busy_vault(access: VaultAccess) -> None:
    first, second = access.connect(), access.connect()
    second.execute("PRAGMA busy_timeout=0").fetchall()
    first.execute("BEGIN IMMEDIATE")
    assert isinstance(explain(caught(second, "BEGIN IMMEDIATE")), errors.VaultBusyError)
    first.close()
    second.close()


def test_a_damaged_page(access: VaultAccess) -> None:
    connection = access.connect()
    connection.execute("CREATE TABLE t (x)")
    connection.execute("INSERT INTO t VALUES (randomblob(50000))")
    connection.close()
    with access.db_path.open("r+b") as file:
        file.seek(4096 * 6)
        file.write(b"kapot")
    connection = access.connect()
    assert isinstance(explain(caught(connection, "SELECT x FROM t")), errors.DatabaseDamagedError)
    connection.close()


def test_a_database_that_is_gone(access: VaultAccess) -> None:
    access.db_path.unlink()
    with pytest.raises(dbapi.Error) as error:
        access.connect()
    assert isinstance(explain(error.value), errors.DatabaseMissingError)


@pytest.mark.parametrize(
    ("number", "kind"),
    [
        (errno.ENOSPC, errors.DiskFullError),
        (errno.EDQUOT, errors.DiskFullError),
        (errno.EACCES, errors.ReadOnlyPlaceError),
        (errno.EROFS, errors.ReadOnlyPlaceError),
        (errno.EIO, errors.DiskFaultError),
    ],
)
def test_errors_of_the_system(number: int, kind: type[VaultError]) -> None:
    told = explain(OSError(number, "secret/path"))
    assert isinstance(told, kind)
    assert "secret" not in str(told)


def test_a_vault_error_stays_itself_also_inside(tmp_path: Path) -> None:
    error = errors.WrongPasswordError()
    assert explain(error) is error
    outer = RuntimeError(str(tmp_path))
    outer.__cause__ = Wrapped(error)
    assert explain(outer) is error


def test_what_is_about_something_else(access: VaultAccess) -> None:
    connection = access.connect()
    assert explain(caught(connection, "SELECT * FROM nergens")) is None
    connection.close()
    assert explain(ValueError("x")) is None
    assert isinstance(explain(FileNotFoundError(errno.ENOENT, "x")), errors.PlaceGoneError)


def test_a_circle_of_errors_ends() -> None:
    one, two = ValueError("1"), ValueError("2")
    one.__cause__, two.__cause__ = two, one
    assert explain(one) is None
