"""The chain in a brief: whole where it can be read, else its slowest way, and words for both."""

from dataclasses import replace
from datetime import date

import pytest

from cxo_desktop import assets
from cxo_desktop.app.brief_chain import chain_map
from cxo_desktop.app.brief_facts import gather
from cxo_desktop.domain.datachain import DataFlow, DataNode
from cxo_desktop.domain.errors import Cancelled
from cxo_desktop.exchange.engagement_json import read_dossier

ON = date(2026, 10, 30)


def never():
    return False


@pytest.fixture(scope="module")
def sample():
    return read_dossier(assets.resource("samples/nandini.json").read_text("utf-8")).dossier


@pytest.fixture(scope="module")
def drawn(sample):
    return chain_map(gather(sample, ON), never)


def test_a_wide_chain_is_drawn_along_its_slowest_way_and_whole_on_a_sheet(drawn):
    assert len(drawn.beside.arrows) == 8
    assert all(arrow.bold for arrow in drawn.beside.arrows)
    assert len(drawn.sheet.arrows) == 17
    assert sum(arrow.bold for arrow in drawn.sheet.arrows) == 8
    assert drawn.caption == (
        "Drawn is the slowest way, 8 of 17 flows. The whole chain is on the last page."
    )


def test_a_small_chain_is_drawn_whole_beside_its_words(sample):
    kept = {"D01", "D02", "D03", "D06"}
    dossier = sample.with_records(
        DataNode, [it for it in sample.all(DataNode) if it.code in kept]
    ).with_records(DataFlow, [it for it in sample.all(DataFlow) if {it.source, it.target} <= kept])
    made = chain_map(gather(dossier, ON), never)
    assert made.sheet is None
    assert len(made.beside.arrows) == len(dossier.all(DataFlow))
    assert made.title == "How data reaches a decision"
    assert "No way leads" in made.lead


def test_title_and_callouts_come_from_the_figures(drawn):
    assert drawn.title == "26 days on the way, 7 of 8 steps by hand"
    told = {it.label: it.text for it in drawn.callouts}
    assert told["Slowest step: 19 days"].startswith("CommCare export (Excel) to Merge workbook")
    assert "2.2 days" in told["What would change the 26 days"]
    assert told["The same thing twice"].endswith("written in 5 places.")
    assert told["Most disputed numbers"].endswith("5 disputes last quarter.")
    assert told["Personal data in the open"].startswith("5 flows")


def test_the_map_is_told_in_words(drawn):
    assert "14 places, 17 flows" in drawn.alt
    assert "26 days" in drawn.sheet_alt


def test_unknown_hours_are_said(sample):
    first, *rest = sample.all(DataFlow)
    unknown = [replace(first, handling_typical_hours=None, wait_model=None), *rest]
    made = chain_map(gather(sample.with_records(DataFlow, unknown), ON), never)
    assert "Hours are known for 16 of 17 flows" in made.caption


def test_no_flow_no_map(sample):
    assert chain_map(gather(sample.with_records(DataFlow, ()), ON), never) is None


def test_drawing_can_be_stopped(sample):
    with pytest.raises(Cancelled):
        chain_map(gather(sample, ON), lambda: True)
