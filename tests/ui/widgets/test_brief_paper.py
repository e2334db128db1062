"""The sheet says what the brief says; parts that have nothing to say are not on it."""

from datetime import date

from PySide6.QtWidgets import QLabel

from cxo_desktop.domain.briefs import (
    AskedDecision,
    Brief,
    DecisionBox,
    FindingTable,
    FoundRow,
    Labelled,
    Mood,
    Quote,
)
from cxo_desktop.ui.widgets.brief_paper import contents, paper

BARE = Brief(
    organisation="A trust",
    title="Put the chain first",
    subtitle="From 3 interviews",
    reader="",
    author="",
    subject="",
    dated="",
    page_words="",
    on=date(2026, 11, 24),
    language="en",
)
WHOLE = Brief(
    **{name: getattr(BARE, name) for name in BARE.__slots__ if name not in ("box", "findings")}
    | {"quote": Quote("आकडे जुळत नाहीत", "a group"), "closing_title": "Sources"},
    box=DecisionBox(
        "Decide",
        (AskedDecision("Close the register", (Labelled("By", "30 January"),)),),
        ("Agree", "Discuss"),
    ),
    findings=FindingTable(
        title="Found",
        heads=("", "", "", "", ""),
        evidence_words="{levels} levels, {count} for it, {against} against",
        rows=(FoundRow("Late", 3, 4, 1, "strong", Mood.GOOD),),
        reach=5,
        caption="Cap",
    ),
)


def said(qtbot, brief):
    sheet = paper(brief)
    qtbot.addWidget(sheet)
    return [label.text() for label in sheet.findChildren(QLabel)]


def test_all_words_are_on_the_sheet(app, qtbot):
    words = said(qtbot, WHOLE)
    for expected in (
        "Put the chain first",
        "Close the register",
        "By: 30 January",
        "3 levels, 4 for it, 1 against",
        "strong",
        "“आकडे जुळत नाहीत”",
    ):
        assert expected in words


def test_only_what_there_is_is_listed(app, qtbot):
    assert [row.key for row in contents(BARE)] == ["title"]
    rows = {row.key: row for row in contents(WHOLE)}
    assert list(rows) == ["title", "decisions", "findings", "quote", "closing"]
    assert rows["decisions"].aside == "1"
    assert said(qtbot, BARE) == ["Put the chain first", "From 3 interviews"]
