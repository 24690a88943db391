"""On which line each key of a TOML file stands; tomllib itself gives no positions."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tree_sitter import Node

KeyPath = tuple[str | int, ...]
"""The way to a value: keys, and indexes in lists: ("section", 2, "question", 0, "kind")."""


class Lines:
    """The lines of one file, which must be valid TOML; looked up when the first fault asks for one."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._found: dict[KeyPath, int] | None = None

    def of(self, path: KeyPath) -> int:
        """The line of a value, for a list without one that of its first element; 0 when it has none."""
        if self._found is None:
            self._found = line_numbers(self._text)
        return self._found.get(path) or self._found.get((*path, 0), 0)


def line_numbers(text: str) -> dict[KeyPath, int]:
    """The line (from 1) of every key and list element of `text`, which must be valid TOML."""
    import tree_sitter_toml
    from tree_sitter import Language, Parser

    parser = Parser(Language(tree_sitter_toml.language()))
    return _Walk().document(parser.parse(text.encode()).root_node)


class _Walk:
    def __init__(self) -> None:
        self._lines: dict[KeyPath, int] = {}
        self._elements: dict[KeyPath, int] = {}  # path of an array of tables -> tables so far

    def document(self, root: Node) -> dict[KeyPath, int]:
        for child in root.named_children:
            match child.type:
                case "pair":
                    self._pair(child, ())
                case "table":
                    self._header(child, self._place(_keys(child.named_children[0])))
                case "table_array_element":
                    self._header(child, self._next_element(_keys(child.named_children[0])))
        return self._lines

    def _header(self, table: Node, path: KeyPath) -> None:
        for length in range(len(path), 0, -1):
            self._lines.setdefault(path[:length], _line(table))
        for child in table.named_children[1:]:
            if child.type == "pair":
                self._pair(child, path)

    def _place(self, keys: list[str]) -> KeyPath:
        path: KeyPath = ()
        for key in keys:
            path = (*path, key)
            if path in self._elements:
                path = (*path, self._elements[path] - 1)
        return path

    def _next_element(self, keys: list[str]) -> KeyPath:
        path = (*self._place(keys[:-1]), keys[-1])
        self._elements[path] = self._elements.get(path, 0) + 1
        return (*path, self._elements[path] - 1)

    def _pair(self, pair: Node, base: KeyPath) -> None:
        key, *_, value = pair.named_children
        path = base
        for part in _keys(key):
            path = (*path, part)
            self._lines.setdefault(path, _line(pair))
        self._value(value, path)

    def _value(self, value: Node, path: KeyPath) -> None:
        parts = [child for child in value.named_children if child.type != "comment"]
        if value.type == "inline_table":
            for part in parts:
                self._pair(part, path)
        elif value.type == "array":
            for index, part in enumerate(parts):
                self._lines[(*path, index)] = _line(part)
                self._value(part, (*path, index))


def _line(node: Node) -> int:
    return node.start_point[0] + 1


def _keys(node: Node) -> list[str]:
    if node.type == "dotted_key":
        return [key for child in node.named_children for key in _keys(child)]
    return [(node.text or b"").decode().strip("\"'")]
