from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

import pytest

from planbureau import resources
from planbureau.pictograms import (
    Pictogram,
    PictogramLibrary,
    PictogramSet,
    StoredPicture,
    UnknownPictogramError,
)


class OwnSet:
    """A set as a user might import it: two photographs."""

    credits: Mapping[str, str] = {"fotos": "Foto's: Zorgboerderij De Linde."}

    def pictograms(self) -> Sequence[Pictogram]:
        return (
            Pictogram("fotos:keuken", "onze keuken", (), "Eigen foto's", "fotos"),
            Pictogram("douchen", "onze douche", (), "Eigen foto's", "fotos"),
        )

    def svg(self, pictogram_id: str) -> bytes:
        return b"<svg/>" + pictogram_id.encode()

    def pdf_picture(self, pictogram_id: str) -> StoredPicture:  # noqa: ARG002 - the protocol's argument
        return StoredPicture((0, 0, 4, 3), b"n")


@pytest.fixture
def with_own(library: PictogramLibrary) -> PictogramLibrary:
    builtin: PictogramSet = library._home["douchen"]
    return PictogramLibrary((builtin, OwnSet()))


def test_get_and_contains(library: PictogramLibrary) -> None:
    assert library.get("douchen").name == "douchen"
    assert "douchen" in library
    assert "bestaat-niet" not in library


@pytest.mark.parametrize("ask", ["get", "svg", "pdf_picture"])
def test_an_unknown_id_is_said_in_dutch(library: PictogramLibrary, ask: str) -> None:
    with pytest.raises(UnknownPictogramError, match="'bestaat-niet' staat niet op deze laptop"):
        getattr(library, ask)("bestaat-niet")


def test_themes_hold_every_pictogram_once(library: PictogramLibrary) -> None:
    themes = library.by_theme()
    assert next(iter(themes)) == "Over mij en mijn leven"
    assert sum(map(len, themes.values())) == len(library)
    assert all(pictogram.theme == theme for theme, members in themes.items() for pictogram in members)


def test_credit_lines_name_only_the_sets_in_use(library: PictogramLibrary) -> None:
    (openmoji,) = library.credit_lines(["douchen", "slapen"])
    assert "OpenMoji (openmoji.org)" in openmoji
    (own,) = library.credit_lines(["begeleider", "begeleider"])
    assert "Planbureau" in own
    assert library.credit_lines(["begeleider", "douchen", "weg"]) == library.credit_lines(
        ["douchen", "begeleider"]
    )
    assert len(library.credit_lines(["douchen", "begeleider"])) == 2
    assert library.credit_lines([]) == ()


def test_a_users_own_set_joins_in(with_own: PictogramLibrary) -> None:
    assert with_own.search("onze keuken", 1)[0].id == "fotos:keuken"
    assert with_own.svg("fotos:keuken") == b"<svg/>fotos:keuken"
    assert with_own.pdf_picture("fotos:keuken").width == 4
    assert with_own.pdf_picture("fotos:keuken").height == 3
    assert with_own.credit_lines(["fotos:keuken"]) == ("Foto's: Zorgboerderij De Linde.",)


def test_an_imported_set_cannot_change_what_a_plan_shows(with_own: PictogramLibrary) -> None:
    assert with_own.get("douchen").set_id == "openmoji"
    assert with_own.svg("douchen").startswith(b"<svg id=")


def test_formats_and_goals_name_only_pictograms_that_exist(library: PictogramLibrary) -> None:
    files = [resources.path("goals.toml"), *resources.path("formats").glob("*.toml")]
    named = {
        name
        for path in files
        for name in re.findall(r'\bpictogram = "([^"]+)"', path.read_text(encoding="utf-8"))
    }
    assert len(named) > 20
    assert {name for name in named if name not in library} == set()
