"""Draw one part of a brief on a page of its own and see what a reader sees."""

from __future__ import annotations

import io
from datetime import date
from typing import NamedTuple

import pypdfium2
import pytest

from cxo_desktop.render.brief_parts import style
from cxo_desktop.render.pdf_canvas import About, TaggedCanvas


class Drawn(NamedTuple):
    """A part on paper: its text, its height, the roles and words of its tags, its ink."""

    text: str
    height: float
    roles: list[str]
    alts: list[str]
    ink: tuple[float, float, float, float]


@pytest.fixture
def draw():
    def draw(part, width=style.WIDTH):
        held = io.BytesIO()
        canvas = TaggedCanvas(held, About("Title", "Author", "Subject", "en", date(2026, 10, 30)))
        canvas.heading("Title", 0)
        height = part.wrap(width, style.HEIGHT)[1]
        part.drawOn(canvas, style.SIDE, style.PAGE_HEIGHT - style.TOP - height)
        tags = list(walk(canvas.tags.root))
        canvas.save()
        document = pypdfium2.PdfDocument(held.getvalue())
        try:
            text = " ".join(document[0].get_textpage().get_text_range().split())
            boxes = [it.get_bounds() for it in document[0].get_objects()]
        finally:
            document.close()
        ink = (
            min(box[0] for box in boxes) - style.SIDE,
            min(box[1] for box in boxes) - (style.PAGE_HEIGHT - style.TOP - height),
            max(box[2] for box in boxes) - style.SIDE,
            max(box[3] for box in boxes) - (style.PAGE_HEIGHT - style.TOP - height),
        )
        roles = [tag.role for tag in tags if tag.role != "Document"]
        return Drawn(text, height, roles, [tag.alt for tag in tags if tag.alt], ink)

    return draw


def walk(tag):
    yield tag
    for kid in tag.kids:
        if not isinstance(kid, tuple):
            yield from walk(kid)
