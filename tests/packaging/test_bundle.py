"""What goes into the packaged program."""

from __future__ import annotations

from pathlib import Path

import bundle
import pytest


@pytest.mark.parametrize(
    ("target", "needed"),
    [
        ("PySide6/Qt/lib/libQt6Widgets.so.6", True),
        ("PySide6/Qt/plugins/platforms/libqxcb.so", True),
        ("PySide6/Qt/plugins/platforms/libqvnc.so", False),
        ("PySide6/Qt/translations/qtbase_nl.qm", True),
        ("PySide6/Qt/translations/qtbase_de.qm", False),
        ("PySide6\\plugins\\tls\\qopensslbackend.dll", False),
    ],
)
def test_only_the_used_parts_of_qt_are_kept(target: str, *, needed: bool) -> None:
    assert bundle.is_needed(target) is needed


@pytest.mark.parametrize(
    ("source", "needed"),
    [
        ("/lib/x86_64-linux-gnu/libX11.so.6", False),
        ("/usr/lib/x86_64-linux-gnu/libssl.so.3", True),
        ("/usr/lib/python3.11/lib-dynload/_decimal.cpython-311-x86_64-linux-gnu.so", True),
        ("/usr/lib/python3/site-packages/lxml/etree.so", True),
        ("/home/iemand/.venv/lib/python3.11/site-packages/PySide6/Qt/lib/libQt6Core.so.6", True),
    ],
)
def test_libraries_of_the_display_stay_with_the_system(source: str, *, needed: bool) -> None:
    assert bundle.is_needed("libiets.so", source) is needed


def test_fonts_pictograms_and_migrations_are_packed_where_the_program_looks() -> None:
    targets = {target for _source, target in bundle.data_files()}
    assert "planbureau/_resources/fonts" in targets
    assert "planbureau/_resources/_generated/pictograms" in targets
    assert "planbureau/model/migrations" in targets


def test_the_stylesheet_is_packed_where_the_program_looks() -> None:
    packed = {f"{target}/{Path(source).name}" for source, target in bundle.data_files()}
    assert "planbureau/ui/theme/style.qss" in packed
    assert "planbureau/app.py" not in packed


def test_every_own_module_is_named() -> None:
    assert {"planbureau", "planbureau.errors", "planbureau.formats.model"} <= set(bundle.own_modules())
