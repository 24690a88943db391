"""Starting from a checkout, with and without a screen."""

from __future__ import annotations

from collections.abc import Callable

import pytest
import start
import system_libraries


@pytest.fixture
def without_display(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.platform", "linux")
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture
def started(monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, ...]]:
    """What was started, instead of starting it."""
    calls: list[tuple[str, ...]] = []
    monkeypatch.setattr(start, "planbureau", _noting(calls))
    monkeypatch.setattr(system_libraries, "ensure", lambda _purpose: True)
    return calls


def _noting(calls: list[tuple[str, ...]]) -> Callable[..., int]:
    def note(*arguments: str) -> int:
        calls.append(arguments)
        return 0

    return note


@pytest.mark.usefixtures("without_display")
def test_without_a_screen_the_plans_are_printed_into_a_named_folder(
    monkeypatch: pytest.MonkeyPatch, started: list[tuple[str, ...]], capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("sys.argv", ["start.py"])
    assert start.main() == 0
    assert started == [("cli", "demo", "--folder", "demo", "--print", "demo/afdrukken")]
    said = capsys.readouterr().out
    assert "geen scherm" in said
    assert str(start.ROOT / "demo" / "afdrukken") in said


@pytest.mark.usefixtures("without_display")
@pytest.mark.parametrize("display", ["DISPLAY", "WAYLAND_DISPLAY"])
def test_with_a_screen_the_window_opens(
    monkeypatch: pytest.MonkeyPatch, started: list[tuple[str, ...]], display: str
) -> None:
    monkeypatch.setenv(display, ":1")
    monkeypatch.setattr("sys.argv", ["start.py", "--demo"])
    assert start.main() == 0
    assert started == [("app", "--demo")]


@pytest.mark.usefixtures("without_display")
def test_without_the_libraries_of_the_screen_no_window_is_tried(
    monkeypatch: pytest.MonkeyPatch, started: list[tuple[str, ...]]
) -> None:
    monkeypatch.setenv("DISPLAY", ":1")
    monkeypatch.setattr(system_libraries, "ensure", lambda _purpose: False)
    monkeypatch.setattr("sys.argv", ["start.py"])
    assert start.main() == 1
    assert started == []
