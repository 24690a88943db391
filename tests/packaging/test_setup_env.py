"""The environment of a checkout: made again exactly when it would turn out differently."""

from __future__ import annotations

from pathlib import Path

import pytest
import setup_env


@pytest.fixture
def checkout(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A checkout with an environment for `run`, complete and current."""
    for name in ("requirements.lock", "requirements-dev.lock", "requirements-package.lock", "pyproject.toml"):
        (tmp_path / name).write_text(name, "utf-8")
    monkeypatch.setattr(setup_env, "ROOT", tmp_path)
    monkeypatch.setattr(setup_env, "VENV", tmp_path / ".venv")
    setup_env.venv_python().parent.mkdir(parents=True)
    setup_env.venv_python().touch()
    (tmp_path / ".venv" / "planbureau-run.stamp").write_text(setup_env.fingerprint("run"), "ascii")
    return tmp_path


def test_a_complete_environment_is_left_alone(checkout: Path) -> None:
    assert checkout.is_dir()
    assert setup_env.is_current("run")


def test_each_kind_is_installed_for_itself(checkout: Path) -> None:
    assert checkout.is_dir()
    assert not setup_env.is_current("dev")


@pytest.mark.parametrize("name", ["requirements.lock", "pyproject.toml"])
def test_a_changed_file_makes_it_outdated(checkout: Path, name: str) -> None:
    (checkout / name).write_text("anders", "utf-8")
    assert not setup_env.is_current("run")


def test_another_lock_does_not_concern_it(checkout: Path) -> None:
    (checkout / "requirements-package.lock").write_text("anders", "utf-8")
    assert setup_env.is_current("run")


def test_a_moved_checkout_is_installed_again(checkout: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    moved = checkout.with_name("met een spatie")
    checkout.rename(moved)
    monkeypatch.setattr(setup_env, "ROOT", moved)
    monkeypatch.setattr(setup_env, "VENV", moved / ".venv")
    assert not setup_env.is_current("run")


def test_a_half_made_environment_does_not_work(checkout: Path) -> None:
    assert checkout.is_dir()
    assert not setup_env.works()


def test_python_without_venv_is_named_before_anything_is_removed(
    checkout: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("importlib.util.find_spec", lambda _name: None)
    with pytest.raises(setup_env.SetupError, match="venv"):
        setup_env.make_venv()
    assert (checkout / ".venv").is_dir()
