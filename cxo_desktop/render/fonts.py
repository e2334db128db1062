"""The vendored Noto Sans of maps and PDF: its files, its faces and what it holds."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

from cxo_desktop import assets
from cxo_desktop.domain.drawing import Weight

FAMILY = "Noto Sans"
ASCENT = 1.069
DESCENT = 0.293
CAPITAL = 0.714
_FILES = {
    Weight.REGULAR: "NotoSans_400Regular.ttf",
    Weight.SEMIBOLD: "NotoSans_600SemiBold.ttf",
    Weight.BOLD: "NotoSans_700Bold.ttf",
}


def path(weight: Weight) -> Path:
    """Return the file of one weight; it holds Latin, Greek, Cyrillic, Devanagari and ₹."""
    return assets.resource("fonts") / _FILES[weight]


def name(weight: Weight) -> str:
    """Return the name under which the PDF knows a weight, such as ``NotoSans-600``."""
    return f"NotoSans-{int(weight)}"


@cache
def face(weight: Weight) -> Any:
    """Return the HarfBuzz font of a weight, scaled to 1000 units an em (an ``uharfbuzz.Font``)."""
    import uharfbuzz

    font = uharfbuzz.Font(uharfbuzz.Face(uharfbuzz.Blob.from_file_path(str(path(weight)))))
    font.scale = (1000, 1000)
    return font


@cache
def characters(weight: Weight) -> frozenset[int]:
    """Return the code points that a weight can draw; others print as an empty box."""
    return frozenset(face(weight).face.unicodes)
