"""Builds the Debian package: PyInstaller's folder, put in place under /usr, the same bytes on each build.

The time in the package comes from `moment.py`. Output: `dist/planbureau_<version>_<architecture>.deb`.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "packaging"))
import bundle  # noqa: E402 - lies in the folder above
import moment  # noqa: E402 - lies in the folder above
import system_libraries  # noqa: E402 - lies in the folder above

BUILD = ROOT / "build" / "linux"
DIST = ROOT / "dist"
LINUX = ROOT / "packaging" / "linux"
PROGRAMS = ("planbureau", "planbureau-venster")
SECONDS_OPEN = 10
"""How long the window of a new package must stay open before it counts as working."""


def output_of(*command: str) -> str:
    """What a command of the system prints."""
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)  # noqa: S603 - fixed commands
    return done.stdout.strip()


def environment() -> dict[str, str]:
    """Everything that would make two builds differ, fixed."""
    found = moment.moment_of(ROOT, os.environ)
    print(found.in_words())
    fixed = {"SOURCE_DATE_EPOCH": str(found.seconds), "PYTHONHASHSEED": "0", "LC_ALL": "C.UTF-8", "TZ": "UTC"}
    return os.environ | fixed


def make_folder(settings: dict[str, str]) -> Path:
    """Run PyInstaller; gives the folder with the whole program."""
    command = [sys.executable, "-m", "PyInstaller", "--noconfirm", "--clean", "--log-level", "WARN"]
    command += ["--distpath", str(BUILD / "folder"), "--workpath", str(BUILD / "work")]
    command += [str(ROOT / "packaging" / "planbureau.spec")]
    subprocess.run(command, cwd=ROOT, env=settings, check=True)  # noqa: S603 - our own command
    return BUILD / "folder" / "planbureau"


def strip_symbols(program: Path) -> None:
    """Leave out what only a debugger reads, a third of the size; not where a wheel repaired its libraries."""
    for library in sorted(program.rglob("*.so*")):
        if library.is_symlink() or any(part.endswith(".libs") for part in library.parts):
            continue
        output_of("strip", "--strip-unneeded", "--preserve-dates", str(library))


def prove(program: Path) -> None:
    """Start both programs as a user would, with a home of their own. Raises RuntimeError when one stops."""
    with tempfile.TemporaryDirectory(prefix="planbureau-proef-") as home:
        settings = {"HOME": home, "QT_QPA_PLATFORM": "offscreen", "LANG": "C.UTF-8"}
        helped = [str(program / "planbureau"), "--help"]
        subprocess.run(helped, env=settings, check=True, stdout=subprocess.DEVNULL)  # noqa: S603 - just built
        window = subprocess.Popen([str(program / "planbureau-venster")], env=settings)  # noqa: S603 - just built
        try:
            code = window.wait(SECONDS_OPEN)
        except subprocess.TimeoutExpired:
            return  # still open: it works
        finally:
            window.kill()
            window.wait()
        raise RuntimeError(f"Het venster in het pakket ging meteen weer dicht (code {code}).")


def control(size: int, architecture: str) -> str:
    """The description of the package."""
    needs = dict.fromkeys(system_libraries.SCREEN.values())
    depends = ", ".join(f"{name} | {name}t64" if name == "libglib2.0-0" else name for name in needs)
    return (
        "Package: planbureau\n"
        f"Version: {bundle.version()}\n"
        f"Architecture: {architecture}\n"
        "Maintainer: Planbureau <planbureau@localhost>\n"
        f"Installed-Size: {size // 1024}\n"
        f"Depends: libc6 (>= 2.34), libstdc++6, {depends}\n"
        "Recommends: libcups2, libwayland-client0, espeak-ng\n"
        "Section: office\n"
        "Priority: optional\n"
        "Description: plannen maken met cliënten in de zorg\n"
        " Wizards per soort plan, doelen in een matrix, alle termijnen in een agenda,\n"
        " en plannen op papier, ook in makkelijke taal met pictogrammen. Werkt zonder\n"
        " internet; alles staat in een versleutelde kluis op deze computer.\n"
    )


def lay_out(program: Path, tree: Path, architecture: str) -> None:
    """Put every file where Debian expects it."""
    shutil.copytree(program, tree / "usr/lib/planbureau", symlinks=True)
    (tree / "usr/bin").mkdir(parents=True)
    for name in PROGRAMS:
        (tree / "usr/bin" / name).symlink_to(f"../lib/planbureau/{name}")
    places = {
        LINUX / "planbureau.desktop": "usr/share/applications/planbureau.desktop",
        LINUX / "planbureau.svg": "usr/share/icons/hicolor/scalable/apps/planbureau.svg",
        ROOT / "docs" / "licenties.md": "usr/share/doc/planbureau/copyright",
        ROOT / "CHANGELOG.md": "usr/share/doc/planbureau/CHANGELOG.md",
    }
    for source, target in places.items():
        (tree / target).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(source, tree / target)
    size = sum(file.lstat().st_size for file in tree.rglob("*") if file.is_file())
    (tree / "DEBIAN").mkdir()
    (tree / "DEBIAN/control").write_text(control(size, architecture), "utf-8")


def level(tree: Path, seconds: int) -> None:
    """The same rights and times on each build."""
    for path in sorted(tree.rglob("*"), reverse=True):
        if not path.is_symlink():
            path.chmod(0o755 if path.is_dir() or os.access(path, os.X_OK) else 0o644)
        os.utime(path, (seconds, seconds), follow_symlinks=False)
    tree.chmod(0o755)


def main() -> int:
    """Build the package and say where it is."""
    if shutil.which("dpkg-deb") is None:
        print("Een pakket voor Debian maken kan alleen waar dpkg-deb is.", file=sys.stderr)
        return 1
    if not system_libraries.ensure("package"):
        return 1
    settings = environment()
    shutil.rmtree(BUILD, ignore_errors=True)
    DIST.mkdir(exist_ok=True)
    architecture = output_of("dpkg", "--print-architecture")
    tree = BUILD / "deb"
    program = make_folder(settings)
    strip_symbols(program)
    prove(program)
    lay_out(program, tree, architecture)
    level(tree, int(settings["SOURCE_DATE_EPOCH"]))
    package = DIST / f"planbureau_{bundle.version()}_{architecture}.deb"
    command = ["dpkg-deb", "--root-owner-group", "-Zxz", "-z9", "--build", str(tree), str(package)]
    subprocess.run(command, env=settings, check=True, stdout=subprocess.DEVNULL)  # noqa: S603 - our own command
    print(f"Klaar: {package.relative_to(ROOT)} ({package.stat().st_size / 1e6:.0f} MB)")
    print(f"Installeren: sudo apt-get install ./{package.relative_to(ROOT)}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
