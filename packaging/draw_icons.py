"""Draw the program's icon as PNG in the sizes that desktops ask for: ``draw_icons.py FOLDER``."""

from __future__ import annotations

import sys
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

SIZES = (16, 24, 32, 48, 64, 128, 256, 512)
ICON = Path(__file__).resolve().parents[1] / "resources" / "app" / "cxo-desktop.svg"


def drawn(renderer: QSvgRenderer, size: int) -> QImage:
    """Return the icon, ``size`` pixels square, on nothing."""
    image = QImage(size, size, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    renderer.render(painter)
    painter.end()
    return image


def main(folder: Path) -> None:
    """Write ``NxN/apps/cxo-desktop.png`` for each size, as icon themes lay them out."""
    _application = QGuiApplication(["draw_icons", "-platform", "offscreen"])
    renderer = QSvgRenderer(str(ICON))
    if not renderer.isValid():
        sys.exit(f"{ICON} is no SVG")
    for size in SIZES:
        place = folder / f"{size}x{size}" / "apps" / "cxo-desktop.png"
        place.parent.mkdir(parents=True, exist_ok=True)
        if not drawn(renderer, size).save(str(place)):
            sys.exit(f"could not write {place}")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
