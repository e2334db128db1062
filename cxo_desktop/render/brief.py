"""Set a brief: A4 pages in one column, tagged, with every font inside the file."""

from __future__ import annotations

from io import BytesIO

from reportlab.platypus import Flowable

from cxo_desktop.domain.briefs import Brief, ChainMap
from cxo_desktop.domain.drawing import Drawing
from cxo_desktop.render.brief_parts import style
from cxo_desktop.render.brief_parts.bars import charts
from cxo_desktop.render.brief_parts.boxes import Columns, Space, Stack
from cxo_desktop.render.brief_parts.chain import (
    BESIDE,
    TURNED,
    UPRIGHT,
    LegendPart,
    MapPart,
    callouts,
    is_readable,
)
from cxo_desktop.render.brief_parts.decisions import Decisions
from cxo_desktop.render.brief_parts.findings import QuotePart, finding_list, finding_table
from cxo_desktop.render.brief_parts.flow import Flow, height_of
from cxo_desktop.render.brief_parts.furniture import furniture
from cxo_desktop.render.brief_parts.text import labelled, plain
from cxo_desktop.render.brief_parts.tiles import HealthLine, Tiles
from cxo_desktop.render.pdf_canvas import About, TaggedCanvas

# A page less full than this looks unfinished; then the next section begins on the same page.
LEAST_FULL = 0.55
# Heights of a pair of bars, from airy to tight.
_ROWS = (36.0, 34.5, 33.0, 31.5, 30.0)
# However narrow a map is, the words beside it are no wider than the rest of the page.
_NARROWEST_MAP = 220.0
_NARROWEST_LIST = 180.0
_AROUND_MAP = 30.0


def build(brief: Brief) -> bytes:
    """Return the PDF of a brief; the same brief gives the same bytes."""
    pages = _set(brief, 1)[1]
    return _set(brief, pages)[0]


def _set(brief: Brief, pages: int) -> tuple[bytes, int]:
    """Return the PDF as if it had so many pages, and how many it has."""
    held = BytesIO()
    about = About(brief.title, brief.author, brief.subject, brief.language, brief.on)
    canvas = TaggedCanvas(held, about)
    _Setting(brief, Flow(canvas, furniture(brief, pages))).place_all()
    count = canvas.getPageNumber()
    canvas.save()
    return held.getvalue(), count


class _Setting:
    """One brief on its way onto the pages: what comes next depends on the room that is left."""

    def __init__(self, brief: Brief, flow: Flow) -> None:
        self._brief = brief
        self._flow = flow
        self._closing = _closing(brief)
        self._findings_placed = brief.findings is None

    def place_all(self) -> None:
        """Place the message, the evidence behind it, and what it rests on."""
        self._message()
        if self._flow.filled < LEAST_FULL:
            self._findings()
        elif self._brief.chain or self._brief.findings:
            self._flow.new_page()
        self._chain()
        self._findings()
        self._end()

    def _message(self) -> None:
        brief, flow = self._brief, self._flow
        flow.place(plain(brief.title, style.TITLE, "H1"))
        flow.place(plain(brief.subtitle, style.NOTE), before=3)
        if brief.tiles:
            flow.place(Tiles(brief.tiles), before=13)
        if brief.health:
            flow.place(HealthLine(brief.health), before=8)
        for number, part in enumerate(brief.summary):
            flow.place(labelled(part.label, part.text, style.BODY), before=4 if number else 10)
        if brief.box:
            flow.place(Decisions(brief.box), before=12)
        self._charts()

    def _charts(self) -> None:
        """Place the charts with as much air as the page has left for them."""
        for row in _ROWS:
            part = charts(self._brief.asked_needed, self._brief.coverage, row=row)
            if part is None:
                return
            if row == _ROWS[-1] or height_of(part) + style.GAP <= self._flow.room:
                self._flow.place(part, before=style.GAP)
                return

    def _chain(self) -> None:
        """Place the map with its callouts, and the findings too if there is room beside it."""
        chain = self._brief.chain
        if chain is None:
            return
        head = (plain(chain.title, style.HEADING, "H2"), Space(2), plain(chain.lead, style.BODY))
        caption = [plain(chain.caption, style.FINE)] if chain.caption else []
        if chain.beside is None:
            self._flow.place(*head, callouts(chain.callouts), *caption, before=12)
            return
        foot = [LegendPart(chain.beside.legend), *caption]
        around = sum(height_of(part) for part in (*head, *foot)) + _AROUND_MAP
        part = MapPart(chain.beside, self._room(chain.beside, around), chain.alt)
        across = max(part.across, _NARROWEST_MAP)
        aside = self._beside(chain, style.WIDTH - across - style.GAP, height_of(part))
        columns = Columns([part, aside], shares=(across, style.WIDTH - across - style.GAP))
        self._flow.place(*head, Space(10), columns, Space(6), *foot, before=12)

    def _room(self, drawing: Drawing, around: float) -> tuple[float, float]:
        """Return the room for a map: with the closing below it, on this page, or on a new one."""
        left = self._flow.room - around
        for height in (left - self._closing_height(), left):
            room = (BESIDE[0], min(height, BESIDE[1]))
            if is_readable(drawing, room):
                return room
        if self._flow.filled < LEAST_FULL:
            self._place_closing()
        return BESIDE

    def _beside(self, chain: ChainMap, across: float, height: float) -> Stack:
        aside = callouts(chain.callouts)
        findings = self._brief.findings
        if findings is None or self._findings_placed or across < _NARROWEST_LIST:
            return aside
        both = Stack([aside, finding_list(findings)], gap=14)
        if height_of(both, across) > height:
            return aside
        self._findings_placed = True
        return both

    def _findings(self) -> None:
        findings = self._brief.findings
        if findings is None or self._findings_placed:
            return
        self._findings_placed = True
        heading = plain(findings.title, style.HEADING, "H2")
        self._flow.place(heading, Space(4), finding_table(findings), before=14)
        if findings.caption:
            self._flow.place(plain(findings.caption, style.FINE), before=4)

    def _end(self) -> None:
        """Place the quote, what the brief rests on, and the whole chain if it needs a page."""
        if self._brief.quote:
            self._flow.place(QuotePart(self._brief.quote), before=10)
        if self._closing_height() <= self._flow.room:
            self._place_closing()
        self._sheet()
        self._place_closing()

    def _closing_height(self) -> float:
        return sum(height_of(part) for part in self._closing) + style.GAP

    def _place_closing(self) -> None:
        if self._closing:
            self._flow.place(*self._closing, before=12)
        self._closing = ()

    def _sheet(self) -> None:
        """Place the whole chain on a page of its own, turned if it is read better so.

        What the brief rests on stands below it, if it still waits and the map allows it.
        """
        chain = self._brief.chain
        if chain is None or chain.sheet is None:
            return
        below = self._closing_height() if self._closing else 0.0
        rooms = ((UPRIGHT[0], UPRIGHT[1] - below), UPRIGHT)
        room = next((it for it in rooms if is_readable(chain.sheet, it)), TURNED)
        self._flow.new_page(turned=room is TURNED)
        self._flow.place(
            plain(chain.sheet_title, style.HEADING, "H2"),
            Space(8),
            MapPart(chain.sheet, room, chain.sheet_alt),
            Space(6),
            LegendPart(chain.sheet.legend),
        )


def _closing(brief: Brief) -> tuple[Flowable, ...]:
    if not brief.closing:
        return ()
    heading = plain(brief.closing_title, style.SUBHEADING, "H2")
    parts = [labelled(part.label, part.text, style.FINE) for part in brief.closing]
    return heading, Stack(parts, gap=2)
