"""The plan format as data: what a plan type asks, when, why, and from which source."""

from .library import FormatLibrary
from .loader import check_file, from_text, load_formats
from .problems import FormatProblem

__all__ = ["FormatLibrary", "FormatProblem", "check_file", "from_text", "load_formats"]
