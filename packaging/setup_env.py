"""Makes the virtual environment of a checkout, with exactly the locked libraries, and only when needed.

Runs before any library is installed: the standard library only. Three kinds of environment share one
folder: `run` (the program), `dev` (also the tests and checks) and `package` (also PyInstaller).
"""

from __future__ import annotations

import argparse
import hashlib
import importlib.util
import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
VENV = ROOT / ".venv"
LOCKS = {
    "run": ("requirements.lock",),
    "dev": ("requirements.lock", "requirements-dev.lock"),
    "package": ("requirements.lock", "requirements-package.lock"),
}


class SetupError(Exception):
    """The environment could not be made; the message says in Dutch what to do."""


def venv_python() -> Path:
    """The Python inside the environment."""
    return VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")


def fingerprint(kind: str) -> str:
    """Changes when the installation of this kind would turn out differently."""
    digest = hashlib.sha256(f"{sys.version_info[:2]} {ROOT}".encode())
    for name in (*LOCKS[kind], "pyproject.toml"):
        digest.update((ROOT / name).read_bytes())
    return digest.hexdigest()


def is_current(kind: str) -> bool:
    """Whether this kind was installed completely and nothing that it depends on changed since."""
    stamp = VENV / f"planbureau-{kind}.stamp"
    return venv_python().exists() and stamp.is_file() and stamp.read_text("ascii") == fingerprint(kind)


def works() -> bool:
    """Whether the environment has a Python of this version with pip (it may be half made or moved)."""
    probe = f"import pip, sys; sys.exit(sys.version_info[:2] != {sys.version_info[:2]})"
    try:
        done = subprocess.run([venv_python(), "-c", probe], capture_output=True, check=False)  # noqa: S603 - our own command
    except OSError:
        return False
    return done.returncode == 0


def make_venv() -> None:
    """Make a new, empty environment in place of what stands there."""
    version = f"{sys.version_info.major}.{sys.version_info.minor}"
    if importlib.util.find_spec("venv") is None or importlib.util.find_spec("ensurepip") is None:
        raise SetupError(
            f"Python {version} mist het onderdeel 'venv'.\n"
            f"Op Debian en Ubuntu: apt-get install python{version}-venv\n"
            "Geef daarna dezelfde opdracht nog een keer."
        )
    if VENV.is_dir():
        shutil.rmtree(VENV)
    done = subprocess.run(  # noqa: S603 - our own command
        [sys.executable, "-m", "venv", VENV], capture_output=True, text=True, check=False
    )
    if done.returncode != 0:
        raise SetupError(
            f"Een eigen Python-omgeving maken in .venv is niet gelukt.\n{done.stdout}{done.stderr}"
        )


def pip(*arguments: str) -> None:
    """Run pip of the environment; what it says is shown only when it fails."""
    command = [str(venv_python()), "-m", "pip", "--quiet", "--disable-pip-version-check", *arguments]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)  # noqa: S603 - our own command
    if done.returncode != 0:
        raise SetupError(
            f"{done.stdout}{done.stderr}\n"
            "Het installeren is niet gelukt; hierboven staat wat pip meldde.\n"
            "Is er internet? Geef dan dezelfde opdracht nog een keer: wat al binnen is, blijft staan."
        )


def install(kind: str) -> None:
    """Install the locked libraries and this checkout itself."""
    print(
        "Planbureau wordt klaargezet in de map .venv. De eerste keer duurt dat een paar minuten.", flush=True
    )
    if not works():
        make_venv()
    requirements = [part for name in LOCKS[kind] for part in ("--requirement", name)]
    pip("install", "--require-hashes", "--only-binary", ":all:", *requirements)
    install_checkout()
    for name in {"run", kind}:
        (VENV / f"planbureau-{name}.stamp").write_text(fingerprint(name), "ascii")


def install_checkout() -> None:
    """Install the checkout itself as editable, so that its programs exist and see every change."""
    pip("install", "--no-deps", "--no-build-isolation", "--no-index", "--editable", ".")


def make_resources(*, force: bool = False) -> None:
    """Make the generated files under `resources/`, unless they are current."""
    command = [str(venv_python()), "packaging/build_resources.py", *(["--force"] if force else [])]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)  # noqa: S603 - our own command
    if done.returncode != 0:
        raise SetupError(f"{done.stdout}{done.stderr}\nDe pictogrammen konden niet worden gemaakt.")
    if force:
        print(done.stdout, end="")


def lock() -> None:
    """Write the lock files anew with pip-compile, without naming where this machine gets its packages."""
    pip("install", "pip-tools")
    base = [
        str(venv_python()),
        "-m",
        "piptools",
        "compile",
        "--quiet",
        "--upgrade",
        "--generate-hashes",
        "--allow-unsafe",
    ]
    base += ["--strip-extras", "--no-header"]
    base += ["--no-emit-index-url", "--no-emit-find-links", "--no-emit-trusted-host", "--no-emit-options"]
    targets: list[tuple[str, list[str]]] = [
        ("requirements.lock", ["--build-deps-for", "editable"]),
        ("requirements-dev.lock", ["--extra", "dev", "--constraint", "requirements.lock"]),
        ("requirements-package.lock", ["--extra", "package", "--constraint", "requirements.lock"]),
    ]
    for name, options in targets:
        print(f"{name} ...", flush=True)
        command = [*base, *options, "--output-file", name, "pyproject.toml"]
        subprocess.run(command, cwd=ROOT, check=True)  # noqa: S603 - our own command


def main() -> int:
    """Bring the environment up to date; quick when nothing changed."""
    parser = argparse.ArgumentParser(description="Zet de Python-omgeving van Planbureau klaar.")
    parser.add_argument("kind", choices=[*LOCKS, "lock"])
    parser.add_argument("--resources", action="store_true", help="maak de gemaakte bestanden opnieuw")
    chosen = parser.parse_args()
    kind = "run" if chosen.kind == "lock" else chosen.kind
    try:
        if not is_current(kind):
            install(kind)
        make_resources(force=chosen.resources)
        if chosen.kind == "lock":
            lock()
    except SetupError as error:
        print(error, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
