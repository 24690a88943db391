from __future__ import annotations

import re
from pathlib import Path
from types import ModuleType

import pytest

from planbureau.pictograms.archive import PictureArchive

HEAD = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 72 72">'


def _svg(folder: Path, body: str) -> Path:
    path = folder / "test.svg"
    path.write_text(f"{HEAD}<!-- weg -->\n  {body}\n</svg>\n", encoding="utf-8")
    return path


def _checkout(root: Path) -> Path:
    index = root / "resources" / "pictograms" / "index"
    drawings = index.with_name("drawings")
    index.mkdir(parents=True)
    drawings.mkdir()
    (index / "a.toml").write_text(
        'theme = "T"\n'
        '[[pictogram]]\nid = "douchen"\nname = "douchen"\nopenmoji = "1F6BF"\n'
        '[[pictogram]]\nid = "eigen"\nname = "eigen"\ndrawing = "eigen.svg"\n',
        encoding="utf-8",
    )
    (drawings / "eigen.svg").write_text(f'{HEAD}<rect x="1" y="1" width="9" height="9"/></svg>', "utf-8")
    return root


def test_made_once_and_again_after_a_change(tmp_path: Path, build_resources: ModuleType) -> None:
    root = _checkout(tmp_path)
    assert build_resources.build(root)
    assert not build_resources.build(root)
    assert PictureArchive(build_resources.archive_path(root)).ids == {"douchen", "eigen"}

    drawing = root / "resources" / "pictograms" / "drawings" / "eigen.svg"
    drawing.write_text(drawing.read_text("utf-8").replace('width="9"', 'width="30"'), "utf-8")
    assert build_resources.build(root)
    assert b"1 1 30 9 re" in PictureArchive(build_resources.archive_path(root)).pdf("eigen").operators


def test_a_lost_archive_is_made_again(tmp_path: Path, build_resources: ModuleType) -> None:
    root = _checkout(tmp_path)
    build_resources.build(root)
    archive = build_resources.archive_path(root)
    whole = archive.read_bytes()
    archive.write_bytes(whole[:100])
    assert build_resources.build(root)
    assert archive.read_bytes() == whole


def test_a_shape_without_a_fill_is_black(tmp_path: Path, svg_to_operators: ModuleType) -> None:
    picture = svg_to_operators.convert(_svg(tmp_path, '<polygon points="1,1 9,1 9,9"/>'))
    assert re.search(rb"(?m)^0 0 0 rg$", picture.pdf.operators)
    assert re.search(rb"(?m)^f\*?$", picture.pdf.operators)


def test_a_fill_from_a_group_is_kept(tmp_path: Path, svg_to_operators: ModuleType) -> None:
    body = '<g fill="#ff0000"><rect x="1" y="1" width="9" height="9"/></g>'
    operators = svg_to_operators.convert(_svg(tmp_path, body)).pdf.operators
    assert b"1 0 0 rg" in operators


def test_the_svg_for_the_screen_is_compact(tmp_path: Path, svg_to_operators: ModuleType) -> None:
    svg = svg_to_operators.convert(_svg(tmp_path, '<circle r="3"/>')).svg
    assert svg == f'{HEAD}<circle r="3"/></svg>'.encode()


@pytest.mark.parametrize(
    "body",
    ['<text x="5" y="20">Hallo</text>', '<rect x="1" y="1" width="9" height="9" fill="red" opacity="0.5"/>'],
)
def test_what_needs_a_resource_of_the_page_is_refused(
    tmp_path: Path, svg_to_operators: ModuleType, body: str
) -> None:
    with pytest.raises(svg_to_operators.PictureError, match=r"test\.svg"):
        svg_to_operators.convert(_svg(tmp_path, body))


def test_a_missing_or_broken_file_is_named(tmp_path: Path, svg_to_operators: ModuleType) -> None:
    with pytest.raises(svg_to_operators.PictureError, match=r"weg\.svg"):
        svg_to_operators.convert(tmp_path / "weg.svg")
    broken = tmp_path / "stuk.svg"
    broken.write_text("<svg>", "utf-8")
    with pytest.raises(svg_to_operators.PictureError, match=r"stuk\.svg"):
        svg_to_operators.convert(broken)
