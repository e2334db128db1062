"""Indic text in a PDF that looks right and reads back right.

ReportLab leaves Devanagari unshaped unless asked; when asked, it draws conjuncts that no reader can
search, and Latin ligatures that nobody wants. Here only runs of Indic letters are shaped, and what
is drawn carries the words it stands for (``/Span`` with ``/ActualText``, which Poppler and PDFium
honour). ReportLab has no public place for this, so two of its internals are replaced when this
module is imported; ``pyproject.toml`` pins the release and the tests hold on to its behaviour.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from itertools import groupby
from typing import Any

import regex
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import ShapeData, ShapedStr, makeShapedFragWord
from reportlab.pdfgen.canvas import Canvas
from reportlab.pdfgen.textobject import PDFTextObject
from reportlab.platypus import Paragraph, paragraph

# Joiners and the dotted circle belong to a run, but alone they need no shaping.
_INDIC = regex.compile(r"[\u0900-\u0DFF\u1CD0-\u1CFF\uA830-\uA8FF]")
_RUN = regex.compile(r"[\u0900-\u0DFF\u1CD0-\u1CFF\uA830-\uA8FF\u25CC\u200C\u200D]+|.", regex.S)
_FEATURES = {"kern": True, "liga": True, "dlig": False}
# A glyph that no character stands for is drawn by way of a private one of its own, so that a
# document does not depend on what was drawn before it. Noto Sans has fewer glyphs than that area.
_PRIVATE, _PRIVATE_END = 0xE000, 0xF8FF


class Glyph(ShapeData):  # type: ignore[misc]
    """A drawn glyph and the letters it stands for; the first of a cluster has them all."""

    source = ""


def is_indic(text: str) -> bool:
    """Tell whether the text holds a letter that has to be shaped."""
    return _INDIC.search(text) is not None


def pieces(text: str, font: str) -> Iterator[str]:
    """Yield the text in order: Indic runs as the registered ``font`` draws them, the rest as is.

    What is shaped already stays as it is: a paragraph that is measured again hands it in again.
    """
    if isinstance(text, ShapedStr):
        yield text
        return
    for indic, runs in groupby(_RUN.findall(text), key=is_indic):
        run = "".join(runs)
        yield _shape(run, pdfmetrics.getFont(font)) if indic else run


@lru_cache(maxsize=4096)
def _shape(text: str, font: Any) -> ShapedStr:
    import uharfbuzz

    buffer = uharfbuzz.Buffer()
    buffer.cluster_level = uharfbuzz.BufferClusterLevel.MONOTONE_CHARACTERS
    buffer.add_str(text)
    buffer.guess_segment_properties()
    uharfbuzz.shape(font.hbFont(), buffer, _FEATURES)
    starts = sorted({info.cluster for info in buffer.glyph_infos})
    source = {
        start: text[start:end] for start, end in zip(starts, [*starts[1:], None], strict=True)
    }
    drawn: list[str] = []
    glyphs: list[Glyph] = []
    for info, place in zip(buffer.glyph_infos, buffer.glyph_positions, strict=True):
        character = _character(font.face, info.codepoint)
        moves = (place.x_advance, place.y_advance, place.x_offset, place.y_offset)
        scaled = (font.pdfScale(move) for move in moves)
        glyph = Glyph(info.cluster, *scaled, font.face.charWidths[character])
        glyph.source = source.pop(info.cluster, "")
        drawn.append(chr(character))
        glyphs.append(glyph)
    return ShapedStr("".join(drawn), glyphs)


def _character(face: Any, glyph: int) -> int:
    """Return a character that draws the glyph, giving it a private one if it has none."""
    if glyph in face.glyphToChar:
        return int(face.glyphToChar[glyph][0])
    character = _PRIVATE + glyph
    if character > _PRIVATE_END or character in face.charToGlyph:
        raise ValueError(f"no private character for glyph {glyph} of {face.name!r}")
    face.charToGlyph[character] = glyph
    face.glyphToChar[glyph] = [character]
    face.charWidths[character] = face.hmetrics[glyph][0]
    return character


def line_width(text: str, font: str, size: float) -> float:
    """Return the width in points of one line as ``draw_line`` draws it."""
    return sum(_width(piece, font, size) for piece in pieces(text, font))


def _width(piece: str, font: str, size: float) -> float:
    if isinstance(piece, ShapedStr):
        return float(sum(glyph.x_advance for glyph in piece.__shapeData__) * size / 1000)
    return float(pdfmetrics.stringWidth(piece, font, size))


def draw_line(  # noqa: PLR0913, PLR0917 - as ReportLab's drawString, with font and size
    canvas: Canvas, x: float, y: float, text: str, font: str, size: float
) -> None:
    """Draw one line of text from (x, y), the left end of its baseline, in points.

    ``font`` is the name of a registered font; the colour is the canvas's fill colour.
    """
    line = canvas.beginText(x, y)
    line.setFont(font, size)
    line._textOut(_joined(text, font))  # noqa: SLF001 - textOut moves its cursor by unshaped widths
    canvas.drawText(line)


class ShapedParagraph(Paragraph):  # type: ignore[misc]
    """A paragraph whose Indic words are shaped and can be found; markup as in ReportLab."""

    def __init__(self, markup: str, style: ParagraphStyle, **rest: Any) -> None:
        shaped = ParagraphStyle(style.name, parent=style, shaping=1) if is_indic(markup) else style
        super().__init__(markup, shaped, **rest)

    def breakLines(self, width: Any) -> Any:  # noqa: N802 - ReportLab's name
        if self.style.shaping:
            narrowest = min(width) if isinstance(width, (list, tuple)) else width
            for frag in self.frags:
                if is_indic(getattr(frag, "text", "")):
                    frag.text = _cut(frag.text, frag.fontName, frag.fontSize, narrowest)
        return super().breakLines(width)


def _cut(text: str, font: str, size: float, limit: float) -> str:
    """Return the text with words wider than ``limit`` cut; ReportLab would cut inside letters."""
    words = []
    for word in text.split(" "):
        if line_width(word, font, size) <= limit:
            words.append(word)
            continue
        words.append("")
        for grapheme in regex.findall(r"\X", word):
            if words[-1] and line_width(words[-1] + grapheme, font, size) > limit:
                words.append("")
            words[-1] += grapheme
    return " ".join(words)


def _shape_word(word: Any) -> Any:
    """Shape one of ReportLab's words, ``[width, (style, text), …]``, where it is Indic."""
    if not any(is_indic(text) for _, text in word[1:]):
        return word
    width = 0.0
    shaped = makeShapedFragWord(word)([])
    for style, text in word[1:]:
        if not hasattr(style, "cbDefn"):
            width += line_width(text, style.fontName, style.fontSize)
        shaped.append((style, _joined(text, style.fontName)))
    shaped.insert(0, width)
    return shaped


def _joined(text: str, font: str) -> str:
    """Return the text as it is drawn; a ``ShapedStr`` if anything in it is Indic."""
    whole = ""
    for piece in pieces(text, font):
        whole = whole + piece if whole else piece
    return whole


_draw_as_before = PDFTextObject._formatText  # noqa: SLF001 - see the module's first lines


def _draw_with_source(self: PDFTextObject, text: str) -> str:
    """Return the operators that draw a text, with the letters that its Indic parts stand for.

    Spaces between Indic words lie inside the span: PDFium drops those between two spans.
    """
    if not isinstance(text, ShapedStr):
        return str(_draw_as_before(self, text))
    operators: list[str] = []
    start = 0
    for indic, run in groupby(zip(text.__shapeData__, str(text), strict=True), key=_beside_indic):
        glyphs = [glyph for glyph, _ in run]
        part = text[start : start + len(glyphs)]
        start += len(glyphs)
        if not indic:
            part = str(part)
        letters = zip(glyphs, str(part), strict=True)
        source = "".join(getattr(glyph, "source", letter) for glyph, letter in letters)
        drawn = str(_draw_as_before(self, part))
        plain = source == str(part) and not any(_is_moved(glyph) for glyph in glyphs)
        operators.append(drawn if plain else _spanned(drawn, source))
    return " ".join(operators)


def _is_moved(glyph: ShapeData) -> bool:
    """Tell whether a glyph is drawn off its place; readers take such a gap for a space."""
    return bool(glyph.x_offset or glyph.y_offset or glyph.x_advance != glyph.width)


def _beside_indic(drawn: tuple[ShapeData, str]) -> bool:
    glyph, character = drawn
    return isinstance(glyph, Glyph) or not character.isalnum()


def _spanned(drawn: str, source: str) -> str:
    letters = source.encode("utf-16-be").hex().upper()
    return f"/Span <</ActualText <FEFF{letters}>>> BDC {drawn} EMC"


paragraph.shapeFragWord = _shape_word
PDFTextObject._formatText = _draw_with_source  # noqa: SLF001 - as above
