"""The findings, as a table over the whole width or as a list in a column, and one quote."""

from __future__ import annotations

from xml.sax.saxutils import escape

from reportlab.platypus import Flowable

from cxo_desktop.domain.briefs import FindingTable, FoundRow, Quote
from cxo_desktop.domain.drawing import Ink
from cxo_desktop.render.brief_parts import style
from cxo_desktop.render.brief_parts.boxes import Stack
from cxo_desktop.render.brief_parts.marks import Dots, Pill, Pips
from cxo_desktop.render.brief_parts.table import Table
from cxo_desktop.render.brief_parts.text import TaggedParagraph, fitted, line, plain, width
from cxo_desktop.render.pdf_tags import Element

_WIDTHS = (255.28, 64.0, 56.0, 46.0, 78.0)
_BAR = 2.5
_APART = 6.0


def finding_table(findings: FindingTable) -> Table:
    """Return the table: statement, levels, interviews for and against, and the grade."""
    head = [TaggedParagraph(escape(it), style.HEAD, "TH", scope="Column") for it in findings.heads]
    rows = [
        [
            plain(row.statement, style.CELL, "TD"),
            Pips(row.levels, max(findings.reach, row.levels)),
            plain(str(row.interviews_for), style.CELL, "TD"),
            plain(str(row.interviews_against), style.CELL, "TD"),
            Pill(row.grade, row.mood),
        ]
        for row in findings.rows
    ]
    return Table(head, rows, _WIDTHS)


def finding_list(findings: FindingTable) -> Stack:
    """Return the findings one below the other, each over its evidence in a line."""
    heading = plain(findings.title, style.SUBHEADING, "H2")
    rows = [
        Stack(
            [
                plain(row.statement, style.CELL),
                EvidenceLine(row, max(findings.reach, row.levels), findings.evidence_words),
            ],
            gap=1.5,
        )
        for row in findings.rows
    ]
    caption = [plain(findings.caption, style.FINE)] if findings.caption else []
    return Stack([heading, *rows, *caption], gap=6)


class EvidenceLine(Flowable):  # type: ignore[misc]
    """What one finding rests on, in one line: dots for levels, interviews, and the grade."""

    def __init__(self, row: FoundRow, reach: int, words: str) -> None:
        super().__init__()
        self._words = words.format(
            levels=row.levels, count=row.interviews_for, against=row.interviews_against
        )
        self._dots = Dots(row.levels, reach)
        self._pill = Pill(row.grade, row.mood, role="Span")

    def wrap(self, available: float, _room: float) -> tuple[float, float]:
        beside = available - self._dots.across - self._pill.SIZE[0] - 2 * _APART
        self._below = width(self._words, style.CAPTION) > beside
        self.width = available
        self.height = self._pill.SIZE[1] + (style.FINE.leading if self._below else 0)
        return self.width, self.height

    def draw(self) -> None:
        canvas = self.canv
        across, high = self._pill.SIZE
        low = self.height - high
        left = 0.0 if self._below else self._dots.across + _APART
        element = canvas.tags.root.add(Element("P"))
        with canvas.tagged(element):
            self._dots.paint(canvas, 2.5, low + 7.5)
            words = fitted(self._words, style.CAPTION, self.width - left)
            base = 2.5 if self._below else low + 4.6
            line(canvas, left, base, words, style.CAPTION, ink=Ink.TEXT2)
        self._pill.parent = element
        self._pill.wrap(across, high)
        self._pill.drawOn(canvas, self.width - across, low)


class QuotePart(Flowable):  # type: ignore[misc]
    """Words that may be quoted, behind a bar, with the group they come from."""

    def __init__(self, quote: Quote) -> None:
        super().__init__()
        words = f"“{escape(quote.text)}” &nbsp;<font color='{_grey()}'>{escape(quote.voice)}</font>"
        self._words = TaggedParagraph(words, style.BODY, "BlockQuote")

    def wrap(self, available: float, room: float) -> tuple[float, float]:
        self.width, self.height = available, self._words.wrap(available - 14, room)[1] + 4
        return self.width, self.height

    def draw(self) -> None:
        with self.canv.artifact():
            self.canv.setFillColor(style.colour(Ink.ACCENT))
            self.canv.rect(0, 0, _BAR, self.height, stroke=0, fill=1)
        self._words.drawOn(self.canv, 12, 3)


def _grey() -> str:
    return f"#{style.colour(Ink.TEXT2).hexval()[2:]}"
