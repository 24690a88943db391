"""The built-in library, with pictures that are made first when this checkout has none."""

from __future__ import annotations

import importlib.util
from pathlib import Path
from types import ModuleType

import pytest

from planbureau.pictograms import PictogramLibrary, load_library

ROOT = Path(__file__).parents[2]


def _packaging(name: str) -> ModuleType:
    spec = importlib.util.spec_from_file_location(name, ROOT / "packaging" / f"{name}.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="session")
def build_resources() -> ModuleType:
    return _packaging("build_resources")


@pytest.fixture(scope="session")
def svg_to_operators() -> ModuleType:
    return _packaging("svg_to_operators")


@pytest.fixture(scope="session")
def library(build_resources: ModuleType) -> PictogramLibrary:
    build_resources.build()
    return load_library()
