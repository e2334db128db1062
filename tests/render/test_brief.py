"""How a brief falls onto pages: what stays together, what moves, what is left out."""

import io
from dataclasses import replace
from datetime import date

import pypdfium2
import pytest

from cxo_desktop.domain.briefs import (
    AskedDecision,
    Brief,
    ChainMap,
    DecisionBox,
    FindingTable,
    FoundRow,
    Labelled,
    Mood,
    Quote,
    Tile,
)
from cxo_desktop.domain.drawing import Orientation
from cxo_desktop.render.brief import build
from cxo_desktop.render.brief_parts.chain import BESIDE, UPRIGHT
from cxo_desktop.render.chain_map import draw_chain

PLAIN = Brief(
    organisation="Asha Trust",
    title="Put the data chain before dashboards",
    subtitle="For the Executive Director.",
    reader="Confidential",
    author="Fractional CxO",
    subject="A brief",
    dated="Brief of 30 October 2026",
    page_words="Page {page} of {pages}",
    on=date(2026, 10, 30),
    language="en",
    closing_title="What this rests on",
    closing=(Labelled("How we know", "10 interviews."),),
)
BOX = DecisionBox(
    "3 decisions we ask of you",
    (AskedDecision("Close the paper register in two wards. " * 4, ()),) * 3,
    ("Agree", "Discuss"),
)
FINDINGS = FindingTable(
    "2 of 6 findings rest on strong evidence",
    ("Finding", "Levels", "For", "Against", "Evidence"),
    "{levels} levels; interviews {count} for, {against} against",
    (FoundRow("One visit is written in five places.", 4, 6, 0, "strong", Mood.GOOD),) * 6,
    5,
    "Nothing is left out.",
)
SUMMARY = tuple(Labelled(label, "A sentence of some length. " * 6) for label in "ABCD")
FULL = replace(PLAIN, tiles=(Tile("a", "b", "c"),), summary=SUMMARY, box=BOX)


@pytest.fixture
def chain(sample_chain):
    def of(count, sheet):
        nodes = sample_chain.nodes[:count]
        drawing = draw_chain(
            nodes,
            sample_chain.flows,
            title="Chain",
            on_path=frozenset(),
            hours={},
            tool_names=sample_chain.tools,
            evidence={},
            pains={},
            orientation=Orientation.TB,
            fit=UPRIGHT if sheet else BESIDE,
        )
        beside = None if sheet else drawing
        callouts = (Labelled("Slowest step", "19 days."),)
        return ChainMap(
            "26 days on the way",
            "Bold is the slowest way.",
            beside,
            drawing if sheet else None,
            "The whole data chain",
            callouts,
            "All is drawn.",
            "A map of the chain with 14 places and 17 flows, in words.",
            "The whole map of 14 places and 17 flows, in words.",
        )

    return of


def pages(brief):
    document = pypdfium2.PdfDocument(io.BytesIO(build(brief)))
    try:
        return [" ".join(it.get_textpage().get_text_range().split()) for it in document]
    finally:
        document.close()


def test_what_there_is_little_of_stays_on_one_page(chain):
    texts = pages(replace(PLAIN, findings=FINDINGS, chain=chain(3, sheet=False)))
    assert len(texts) == 1
    for words in ("26 days on the way", "2 of 6 findings", "What this rests on", "Page 1 of 1"):
        assert words in texts[0]


def test_a_full_first_page_ends_before_the_evidence(chain):
    texts = pages(replace(FULL, findings=FINDINGS, chain=chain(8, sheet=False)))
    assert len(texts) == 2
    assert "26 days on the way" in texts[1]
    assert "2 of 6 findings" in texts[1]
    assert "What this rests on" in texts[1]


def test_findings_stand_beside_a_narrow_map_once(chain):
    texts = pages(replace(FULL, findings=FINDINGS, chain=chain(8, sheet=False)))
    assert " ".join(texts).count("2 of 6 findings rest on strong evidence") == 1


def test_the_whole_chain_has_a_page_of_its_own_at_the_end(chain):
    texts = pages(replace(FULL, findings=FINDINGS, chain=chain(14, sheet=True)))
    assert "The whole data chain" in texts[-1]
    assert "The whole data chain" not in " ".join(texts[:-1])
    assert "Slowest step" in texts[1]


def test_a_chain_too_large_for_any_page_is_told_in_words(chain):
    large = replace(chain(14, sheet=True), sheet=None)
    texts = pages(replace(FULL, chain=large))
    assert len(texts) == 2
    assert "Slowest step 19 days. All is drawn." in texts[1]


def test_a_quote_is_printed_and_its_absence_leaves_no_trace():
    quoted = replace(PLAIN, quote=Quote("It is late.", "One of the field workers"))
    assert "“It is late.” One of the field workers" in pages(quoted)[0]
    assert "“" not in pages(PLAIN)[0]


def test_pages_are_counted_as_they_are(chain):
    texts = pages(replace(FULL, findings=FINDINGS, chain=chain(14, sheet=True)))
    for number, text in enumerate(texts, 1):
        assert f"Page {number} of {len(texts)}" in text


def test_the_same_brief_gives_the_same_bytes():
    assert build(FULL) == build(FULL)
