"""The box of decisions asked, with room to tick on paper."""

from __future__ import annotations

from xml.sax.saxutils import escape

from reportlab.platypus import Flowable

from cxo_desktop.domain.briefs import AskedDecision, DecisionBox
from cxo_desktop.domain.drawing import Ink
from cxo_desktop.render.brief_parts import style
from cxo_desktop.render.brief_parts.boxes import Stack
from cxo_desktop.render.brief_parts.text import TaggedParagraph, line, plain, width
from cxo_desktop.render.pdf_tags import Element

_PAD = 13.0
_BAR = 3.5
_TICK = 8.5
_APART = 12.0


class Asked(Flowable):  # type: ignore[misc]
    """One decision: its words and terms on the left, two boxes to tick on the right."""

    def __init__(self, number: int, decision: AskedDecision, ticks: tuple[str, str]) -> None:
        super().__init__()
        terms = " &nbsp;·&nbsp; ".join(
            f"{escape(term.label)} <b>{escape(term.text)}</b>" for term in decision.terms
        )
        self._words = Stack(
            [
                TaggedParagraph(
                    f"<b>{number}.&nbsp; {escape(decision.statement)}</b>", style.BODY, "P"
                ),
                *([TaggedParagraph(terms, style.NOTE)] if terms else []),
            ],
            gap=1,
        )
        self._ticks = ticks
        self._across = sum(_TICK + 4 + width(words, style.SMALL) for words in ticks) + _APART

    def wrap(self, available: float, room: float) -> tuple[float, float]:
        self.width = available
        self.height = self._words.wrap(available - self._across - _APART, room)[1]
        return self.width, self.height

    def draw(self) -> None:
        self._words.drawOn(self.canv, 0, 0)
        x = self.width - self._across
        y = self.height - 11.5
        for words in self._ticks:
            with self.canv.artifact():
                self.canv.setStrokeColor(style.colour(Ink.TEXT2))
                self.canv.setFillColor(style.colour(Ink.SURFACE))
                self.canv.setLineWidth(0.8)
                self.canv.rect(x, y, _TICK, _TICK, stroke=1, fill=1)
            with self.canv.tagged(self.canv.tags.root.add(Element("P"))):
                line(self.canv, x + _TICK + 4, y + 1.2, words, style.SMALL, ink=Ink.TEXT2)
            x += _TICK + 4 + _APART + width(words, style.SMALL)


class Decisions(Flowable):  # type: ignore[misc]
    """The tinted box with up to three decisions."""

    def __init__(self, box: DecisionBox) -> None:
        super().__init__()
        heading = plain(box.heading, style.HEADING, "H2")
        asked = [
            Asked(number, decision, box.tick_words)
            for number, decision in enumerate(box.decisions, 1)
        ]
        remark = [plain(box.remark, style.FINE)] if box.remark else []
        self._inside = Stack([heading, *asked, *remark], gap=7)

    def wrap(self, available: float, room: float) -> tuple[float, float]:
        inner = available - 2 * _PAD - _BAR
        self.width, self.height = available, self._inside.wrap(inner, room)[1] + 2 * _PAD - 2
        return self.width, self.height

    def draw(self) -> None:
        canvas = self.canv
        with canvas.artifact():
            canvas.setFillColor(style.colour(Ink.ACCENT_SOFT))
            canvas.roundRect(0, 0, self.width, self.height, style.RADIUS, stroke=0, fill=1)
            canvas.setFillColor(style.colour(Ink.ACCENT))
            canvas.rect(0, 0, _BAR, self.height, stroke=0, fill=1)
        self._inside.drawOn(canvas, _PAD + _BAR, _PAD - 1)
