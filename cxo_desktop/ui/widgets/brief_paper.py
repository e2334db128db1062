"""What a brief says, as a sheet on the screen: the words of the PDF before it is set."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QVBoxLayout, QWidget

from cxo_desktop.domain.briefs import (
    AskedDecision,
    Brief,
    DecisionBox,
    FindingTable,
    FoundRow,
    Labelled,
    Mood,
    Tile,
)
from cxo_desktop.i18n import _
from cxo_desktop.ui.shown import ListRow
from cxo_desktop.ui.widgets.cards import card
from cxo_desktop.ui.widgets.chips import Chip
from cxo_desktop.ui.widgets.labels import plain_label, rule
from cxo_desktop.ui.widgets.layouts import boxed, column, row

_INKS = {Mood.PLAIN: "text", Mood.GOOD: "ok", Mood.WATCH: "warn", Mood.BAD: "bad"}
_TILES_A_ROW = 4


def contents(brief: Brief) -> list[ListRow]:
    """Return the parts of a brief as rows; what has nothing to say is not among them."""
    table = brief.findings
    box = brief.box
    parts = (
        ("title", brief.title, _("Message"), "flag", 0),
        (
            "decisions",
            box and box.heading,
            _("Decisions asked"),
            "gavel",
            box and len(box.decisions),
        ),
        ("needs", brief.asked_needed and brief.asked_needed.title, _("Figure"), "scale", 0),
        ("coverage", brief.coverage and brief.coverage.title, _("Figure"), "users", 0),
        ("chain", brief.chain and brief.chain.title, _("Map"), "workflow", 0),
        ("findings", table and table.title, _("Findings"), "search", table and len(table.rows)),
        ("quote", brief.quote and brief.quote.text, _("Quote"), "quote", 0),
        ("closing", brief.closing_title, _("Sources"), "list-checks", 0),
    )
    return [
        ListRow(key, str(title), below=kind, icon=icon, aside=str(count) if count else "")
        for key, title, kind, icon, count in parts
        if title
    ]


def paper(brief: Brief) -> QWidget:
    """Return the sheet with the words of a brief, to be read and scrolled."""
    sheet = column(
        plain_label(brief.title, "title", wrap=True),
        plain_label(brief.subtitle, "body", "text2", wrap=True),
        rule(),
        spacing=12,
        margins=(28, 24, 28, 24),
    )
    _add_labelled(sheet, brief.summary)
    if brief.tiles:
        sheet.addLayout(_tiles(brief.tiles))
    if brief.box is not None:
        sheet.addWidget(_decisions(brief.box))
    if brief.chain is not None:
        sheet.addWidget(plain_label(brief.chain.title, "subtitle", wrap=True))
        sheet.addWidget(plain_label(brief.chain.lead, "body", "text2", wrap=True))
        _add_labelled(sheet, brief.chain.callouts)
    if brief.findings is not None:
        _add_findings(sheet, brief.findings)
    if brief.quote is not None:
        sheet.addWidget(plain_label(f"“{brief.quote.text}”", "note", "quote", wrap=True))
        sheet.addWidget(plain_label(brief.quote.voice, "small", "text3"))
    if brief.closing:
        sheet.addWidget(plain_label(brief.closing_title, "subtitle", wrap=True))
        _add_labelled(sheet, brief.closing)
    sheet.addStretch(1)
    widget = boxed(sheet)
    widget.setProperty("ground", "surface")
    return widget


def _add_labelled(sheet: QVBoxLayout, parts: Sequence[Labelled]) -> None:
    if not parts:
        return
    grid = QGridLayout()
    grid.setHorizontalSpacing(16)
    grid.setVerticalSpacing(6)
    grid.setColumnStretch(1, 1)
    for number, part in enumerate(parts):
        label = plain_label(part.label, "strong", "text2", wrap=True)
        label.setFixedWidth(120)
        grid.addWidget(label, number, 0, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(plain_label(part.text, "body", wrap=True), number, 1)
    sheet.addLayout(grid)


def _tiles(tiles: Sequence[Tile]) -> QGridLayout:
    grid = QGridLayout()
    grid.setSpacing(8)
    for number, tile in enumerate(tiles):
        inside = column(
            plain_label(tile.label, "label", "text2", wrap=True),
            plain_label(tile.value, "subtitle", _INKS[tile.mood]),
            plain_label(tile.note, "small", "text3", wrap=True),
            None,
            spacing=2,
            margins=(10, 8, 10, 8),
        )
        grid.addWidget(card(inside, "inner"), number // _TILES_A_ROW, number % _TILES_A_ROW)
    return grid


def _decisions(box: DecisionBox) -> QFrame:
    inside = column(plain_label(box.heading, "subtitle", wrap=True), spacing=8)
    inside.setContentsMargins(16, 12, 16, 12)
    for decision in box.decisions:
        inside.addLayout(_decision(decision, box.tick_words))
    if box.remark:
        inside.addWidget(plain_label(box.remark, "small", "text3", wrap=True))
    return card(inside, "inner")


def _decision(decision: AskedDecision, ticks: tuple[str, str]) -> QVBoxLayout:
    terms = " · ".join(f"{term.label}: {term.text}" for term in decision.terms)
    statement = plain_label(decision.statement, "bodyStrong", wrap=True)
    line = row(statement, *(Chip(word, "text2", "circle") for word in ticks), spacing=8)
    line.setStretch(0, 1)
    parts = [line, plain_label(terms, "small", "text2", wrap=True)] if terms else [line]
    return column(*parts, spacing=2)


def _add_findings(sheet: QVBoxLayout, table: FindingTable) -> None:
    sheet.addWidget(plain_label(table.title, "subtitle", wrap=True))
    for found in table.rows:
        statement = plain_label(found.statement, "body", wrap=True)
        line = row(
            column(statement, plain_label(_rests_on(table, found), "small", "text3"), spacing=1),
            Chip(found.grade, _INKS[found.mood]),
            spacing=12,
        )
        line.setStretch(0, 1)
        line.setAlignment(Qt.AlignmentFlag.AlignTop)
        sheet.addLayout(line)
    sheet.addWidget(plain_label(table.caption, "small", "text3", wrap=True))


def _rests_on(table: FindingTable, found: FoundRow) -> str:
    return table.evidence_words.format(
        levels=found.levels, count=found.interviews_for, against=found.interviews_against
    )
