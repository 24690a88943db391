"""Checks, and installs when allowed, what Qt needs from the operating system on Linux.

Wheels bring Qt itself, but not the libraries of the display system. On Debian and Ubuntu, as root, the
missing packages are installed; otherwise they are named and the exact command is given.
"""

from __future__ import annotations

import argparse
import ctypes
import os
import shutil
import subprocess
import sys
import sysconfig
from dataclasses import dataclass

# What must be found -> the Debian package that has it. A name without ".so" is a program.
OFFSCREEN = {
    "libglib-2.0.so.0": "libglib2.0-0",
    "libgthread-2.0.so.0": "libglib2.0-0",
    "libGL.so.1": "libgl1",
    "libEGL.so.1": "libegl1",
    "libfontconfig.so.1": "libfontconfig1",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libdbus-1.so.3": "libdbus-1-3",
}
SCREEN = OFFSCREEN | {
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-image.so.0": "libxcb-image0",
}
TEST = SCREEN | {"Xvfb": "xvfb", "xauth": "xauth"}
# PyInstaller reads libraries with objdump; Debian keeps the library of Python itself in a package of its own.
PYTHON = f"libpython{sysconfig.get_python_version()}"
PACKAGE = OFFSCREEN | {"objdump": "binutils", f"{PYTHON}.so.1.0": PYTHON}
NEEDS = {"offscreen": OFFSCREEN, "screen": SCREEN, "test": TEST, "package": PACKAGE}


@dataclass(frozen=True)
class Missing:
    """What was not found, and the Debian packages that have it."""

    names: tuple[str, ...]
    packages: tuple[str, ...]

    def __bool__(self) -> bool:
        return bool(self.names)


def is_present(name: str) -> bool:
    """Whether this library can be loaded, or this program is on the path."""
    if ".so" not in name:
        return shutil.which(name) is not None
    try:
        ctypes.CDLL(name)
    except OSError:
        return False
    return True


def missing(needs: dict[str, str]) -> Missing:
    """Everything of `needs` that this computer lacks."""
    names = tuple(name for name in needs if not is_present(name))
    return Missing(names, tuple(dict.fromkeys(needs[name] for name in names)))


def may_install() -> bool:
    """Whether this is root on a system with apt."""
    return os.name == "posix" and os.geteuid() == 0 and shutil.which("apt-get") is not None


def install(packages: tuple[str, ...]) -> None:
    """Install Debian packages; what apt says is shown only when it fails."""
    environment = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
    commands = (
        ["apt-get", "--quiet", "update"],
        ["apt-get", "--quiet", "--yes", "--no-install-recommends", "install", *packages],
    )
    for command in commands:
        done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)  # noqa: S603 - fixed commands, names from the table above
        if done.returncode != 0:
            print(done.stdout, done.stderr, sep="\n", file=sys.stderr)
            return


def explain(lack: Missing, purpose: str) -> str:
    """What is missing and how to get it, in Dutch."""
    lines = ["Er ontbreken systeembibliotheken die Qt nodig heeft:", *(f"  {name}" for name in lack.names)]
    if shutil.which("apt-get"):
        names = " ".join(lack.packages)
        lines += ["Installeer ze met:", f"  sudo apt-get update && sudo apt-get install --yes {names}"]
    else:
        lines += [f"Op Debian heten de pakketten: {' '.join(lack.packages)}."]
        lines += ["Installeer wat daar op deze computer mee overeenkomt."]
    if purpose == "test":
        lines += [
            "Alleen Xvfb of libxcb nergens te krijgen? make test SCHERMTEST=nee slaat de schermproef over."
        ]
    lines += ["Geef daarna dezelfde opdracht nog een keer."]
    return "\n".join(lines)


def ensure(purpose: str) -> bool:
    """Make sure that Qt can start for this purpose; False, after a message, when it cannot."""
    if not sys.platform.startswith("linux"):
        return True
    needs = NEEDS[purpose]
    lack = missing(needs)
    if lack and may_install():
        print(f"Systeempakketten worden geïnstalleerd: {' '.join(lack.packages)}", flush=True)
        install(lack.packages)
        lack = missing(needs)
    if lack:
        print(explain(lack, purpose), file=sys.stderr)
    return not lack


def main() -> int:
    """The check from the command line."""
    parser = argparse.ArgumentParser(description="Kijkt of de systeembibliotheken voor Qt er zijn.")
    parser.add_argument("purpose", choices=list(NEEDS))
    parser.add_argument("--schermtest", choices=["ja", "nee"], default="ja")
    chosen = parser.parse_args()
    purpose = "offscreen" if chosen.schermtest == "nee" else chosen.purpose
    return 0 if ensure(purpose) else 1


if __name__ == "__main__":
    sys.exit(main())
