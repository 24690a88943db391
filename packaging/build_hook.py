"""Build hook of the wheel: makes the pictures of the pictograms before the files are gathered.

Runs for an editable install too, so that a checkout has them after the first `pip install -e .`.
"""

from __future__ import annotations

import importlib.util
from pathlib import Path
from types import ModuleType
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class PictogramBuildHook(BuildHookInterface):  # type: ignore[type-arg]  # hatchling's own parameter is private
    """Found by hatchling through `[tool.hatch.build.hooks.custom]`."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:  # noqa: ARG002 - hatchling's signature
        """Make the generated resources when they are missing or older than what they are made from."""
        _beside(Path(self.root), "build_resources").build(Path(self.root))


def _beside(root: Path, name: str) -> ModuleType:
    """Load a module of this folder, which is no package and not on the path."""
    spec = importlib.util.spec_from_file_location(name, root / "packaging" / f"{name}.py")
    if spec is None or spec.loader is None:
        raise ImportError(name)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module
