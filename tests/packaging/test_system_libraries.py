"""What Qt needs from the system is found out, and named when it is not there."""

from __future__ import annotations

import pytest
import system_libraries
from system_libraries import Missing, explain, is_present, missing


def test_a_library_and_a_program_that_exist_are_found() -> None:
    assert is_present("libc.so.6")
    assert is_present("sh")


def test_what_is_missing_is_named_with_each_package_once() -> None:
    lack = missing(
        {
            "libc.so.6": "libc6",
            "libniet-hier.so.1": "pakket",
            "libook-niet.so.2": "pakket",
            "geen-programma": "ander",
        }
    )
    assert lack.names == ("libniet-hier.so.1", "libook-niet.so.2", "geen-programma")
    assert lack.packages == ("pakket", "ander")


def test_nothing_missing_is_no_lack() -> None:
    assert not missing({"libc.so.6": "libc6"})


def test_the_message_gives_the_exact_command(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("shutil.which", lambda name: f"/usr/bin/{name}")
    text = explain(Missing(("libGL.so.1", "Xvfb"), ("libgl1", "xvfb")), "test")
    assert "sudo apt-get update && sudo apt-get install --yes libgl1 xvfb" in text
    assert "SCHERMTEST=nee" in text


def test_without_apt_the_message_names_libraries_and_packages(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("shutil.which", lambda _name: None)
    text = explain(Missing(("libGL.so.1",), ("libgl1",)), "screen")
    assert "libGL.so.1" in text
    assert "libgl1" in text
    assert "sudo" not in text


@pytest.mark.parametrize("allowed", [True, False])
def test_packages_are_installed_only_when_that_is_allowed(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], *, allowed: bool
) -> None:
    installed: set[str] = set()
    monkeypatch.setattr("sys.platform", "linux")
    monkeypatch.setitem(system_libraries.NEEDS, "screen", {"libniet-hier.so.1": "pakket"})
    monkeypatch.setattr(system_libraries, "may_install", lambda: allowed)
    monkeypatch.setattr(system_libraries, "install", installed.update)
    monkeypatch.setattr(system_libraries, "is_present", lambda _name: "pakket" in installed)
    assert system_libraries.ensure("screen") is allowed
    assert ("libniet-hier.so.1" in capsys.readouterr().err) is not allowed
