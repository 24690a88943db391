"""What goes into the packaged program, on every platform: used by `planbureau.spec`.

PyInstaller follows imports by itself. Here stands what it cannot see (files that are read by path, modules
that are imported late) and what it may leave out (parts of Qt that Planbureau does not use).
"""

from __future__ import annotations

from pathlib import Path, PurePosixPath

ROOT = Path(__file__).resolve().parents[1]
SOURCE = ROOT / "src"

# Never imported, but reachable through hooks of libraries.
EXCLUDED_MODULES = [
    "tkinter",
    "unittest",
    "pytest",
    "_pytest",
    "hypothesis",
    "mypy",
    "setuptools",
    "pip",
    "svglib",
    "hatchling",
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
    "libQt6Qml",
    "libQt6Quick",
    "libQt6VirtualKeyboard",
    "libQt6EglF",
)
KEPT_TRANSLATIONS = ("qtbase_nl.qm",)


def is_needed(target: str) -> bool:
    """Whether this file of the bundle (a path inside it) is used by Planbureau."""
    path = target.replace("\\", "/")
    if "/translations/" in path and path.endswith(".qm"):
        return PurePosixPath(path).name in KEPT_TRANSLATIONS
    return not any(part in path for part in EXCLUDED_PARTS)


def data_files() -> list[tuple[str, str]]:
    """Files read by path: the resources, and the migrations, which Alembic opens as files."""
    found = [(ROOT / "resources", Path("planbureau/_resources"))]
    migrations = SOURCE / "planbureau" / "model" / "migrations"
    found.append((migrations, Path("planbureau/model/migrations")))
    return [
        (str(file), str(target / file.relative_to(folder).parent))
        for folder, target in found
        for file in sorted(folder.rglob("*"))
        if file.is_file() and "__pycache__" not in file.parts
    ]


def own_modules() -> list[str]:
    """Every module of Planbureau: several are imported late, by name or in a thread."""
    names = []
    for path in sorted(SOURCE.rglob("*.py")):
        parts = path.relative_to(SOURCE).with_suffix("").parts
        names.append(".".join(parts[:-1] if parts[-1] == "__init__" else parts))
    return names
