"""What goes into the packaged program, on every platform: used by `planbureau.spec`.

PyInstaller follows imports by itself. Here stands what it cannot see (files that are read by path, modules
that are imported late) and what it may leave out (parts of Qt that Planbureau does not use).
"""

from __future__ import annotations

import tomllib
from pathlib import Path, PurePosixPath

ROOT = Path(__file__).resolve().parents[1]
SOURCE = ROOT / "src"

# Never imported, but reachable through hooks of libraries.
EXCLUDED_MODULES = [
    "tkinter",
    "unittest",
    "pytest",
    "_pytest",
    "pygments",
    "pytz",
    "hypothesis",
    "mypy",
    "setuptools",
    "pip",
    "svglib",
    "hatchling",
    "lxml.objectify",
    "PIL._avif",
    "PySide6.QtQml",
    "PySide6.QtQuick",
    "PySide6.QtSql",
    "PySide6.QtTest",
]

# Plugins that serve embedded devices, other toolkits or the network.
EXCLUDED_PARTS = (
    "plugins/egldeviceintegrations/",
    "plugins/generic/",
    "plugins/networkinformation/",
    "plugins/tls/",
    "plugins/qmltooling/",
    "plugins/platforms/libqeglfs",
    "plugins/platforms/libqlinuxfb",
    "plugins/platforms/libqvkkhrdisplay",
    "plugins/platforms/libqvnc",
    "plugins/platforms/libqminimalegl",
    "plugins/imageformats/libqpdf",
    "plugins/platformthemes/libqgtk3",
    "libQt6Qml",
    "libQt6Quick",
    "libQt6VirtualKeyboard",
    "libQt6EglF",
)
KEPT_TRANSLATIONS = ("qtbase_nl.qm",)

# On Linux the libraries of the display come with the system (the package depends on them), and get its
# security updates. Only what Python itself needs goes along, because its versions differ between systems.
SYSTEM_FOLDERS = ("/lib/", "/lib64/", "/usr/lib/")
KEPT_OF_SYSTEM = (
    "libpython",
    "libffi",
    "libssl",
    "libcrypto",
    "libsqlite3",
    "libbz2",
    "liblzma",
    "libz",
    "libuuid",
    "libexpat",
    "libreadline",
    "libtinfo",
    "libncurses",
)


def version() -> str:
    """The version of the program."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    return str(project["version"])


def is_needed(target: str, source: str = "") -> bool:
    """Whether this file of the bundle (a path inside it, and where it comes from) is used by Planbureau."""
    path = target.replace("\\", "/")
    of_system = source.startswith(SYSTEM_FOLDERS) and "site-packages" not in source and ".so" in source
    if of_system and "lib-dynload" not in source and not Path(source).name.startswith(KEPT_OF_SYSTEM):
        return False
    if "/translations/" in path and path.endswith(".qm"):
        return PurePosixPath(path).name in KEPT_TRANSLATIONS
    return not any(part in path for part in EXCLUDED_PARTS)


def data_files() -> list[tuple[str, str]]:
    """Files read by path: the resources, the migrations (Alembic opens them as files), what is no Python."""
    package = SOURCE / "planbureau"
    migrations = package / "model" / "migrations"
    own = [file for file in package.rglob("*") if file.suffix != ".py" or migrations in file.parents]
    placed = [(file, Path("planbureau") / file.relative_to(package).parent) for file in own]
    shipped = ROOT / "resources"
    placed += [
        (file, Path("planbureau/_resources") / file.relative_to(shipped).parent)
        for file in shipped.rglob("*")
    ]
    return [
        (str(file), str(target))
        for file, target in sorted(placed)
        if file.is_file() and "__pycache__" not in file.parts
    ]


def own_modules() -> list[str]:
    """Every module of Planbureau: several are imported late, by name or in a thread."""
    names = []
    for path in sorted(SOURCE.rglob("*.py")):
        parts = path.relative_to(SOURCE).with_suffix("").parts
        names.append(".".join(parts[:-1] if parts[-1] == "__init__" else parts))
    return names
