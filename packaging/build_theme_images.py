"""Draws the images of the stylesheet into `resources/theme`: run it when a colour or a drawing changes."""

from __future__ import annotations

from planbureau import resources
from planbureau.ui.theme.icons import IconDrawings
from planbureau.ui.theme.images import folder_of, images_of
from planbureau.ui.theme.tokens import Look, tokens_of


def main() -> None:
    """Writes every image of every look; what is no longer used goes."""
    drawings = IconDrawings(resources.path("icons"))
    for look in Look:
        folder = folder_of(look)
        folder.mkdir(parents=True, exist_ok=True)
        images = images_of(drawings, tokens_of(look))
        for old in set(folder.iterdir()) - {folder / name for name in images}:
            old.unlink()
        for name, content in images.items():
            (folder / name).write_bytes(content)


if __name__ == "__main__":
    main()
