"""A link that leads nowhere hides nothing: what holds it is listed, drawn, and called unfiled."""

import pytest

from cxo_desktop import assets
from cxo_desktop.app import people
from cxo_desktop.app.maps import draw_map, map_cards
from cxo_desktop.app.unfiled import NO_INTERVIEW, missing_interviews, unfiled
from cxo_desktop.domain.datachain import DataFlow, DataNode
from cxo_desktop.domain.engagement import Level
from cxo_desktop.domain.entities import BY_TABLE
from cxo_desktop.domain.interviews import Interview, Note
from cxo_desktop.domain.links import LINKS, OFFERS
from cxo_desktop.domain.processes import ProcessMap, Step, Transition
from cxo_desktop.exchange.engagement_json import read_dossier


@pytest.fixture(scope="module")
def whole():
    text = assets.resource("samples/nandini.json").read_text(encoding="utf-8")
    return read_dossier(text).dossier


def records(dossier, table):
    return [dossier.engagement] if table == "engagement" else dossier.all(BY_TABLE[table].cls)


def words_of(drawing):
    return " ".join(line.text for box in drawing.boxes for line in box.lines)


def test_what_is_whole_has_nothing_unfiled(whole):
    assert unfiled(whole) == ()


@pytest.mark.parametrize("target", sorted({t for of in LINKS.values() for t in of.values()}))
def test_whatever_goes_what_named_it_is_unfiled(whole, target):
    without = whole.with_records(BY_TABLE[target].cls, ())
    expected = {
        (table, field)
        for table, fields in LINKS.items()
        for field, to in fields.items()
        if to == target and field not in OFFERS
        for record in records(whole, table)
        if getattr(record, field)
    }
    found = unfiled(without)
    assert expected <= {(it.kind, it.field) for it in found}
    assert all(it.missing for it in found)


def test_a_flow_from_a_place_that_is_gone_is_drawn(whole):
    gone, *nodes = whole.all(DataNode)
    theirs = {flow.code for flow in whole.all(DataFlow) if gone.code in (flow.source, flow.target)}
    drawing = draw_map(whole.with_records(DataNode, nodes), "chain")
    assert theirs <= {arrow.code for arrow in drawing.arrows}
    assert f"{gone.code} · unfiled" in words_of(drawing)
    loose = DataFlow(code="F99", target=nodes[0].code)
    drawing = draw_map(whole.with_records(DataFlow, (*whole.all(DataFlow), loose)), "chain")
    assert "F99" in {arrow.code for arrow in drawing.arrows}


def test_an_arrow_to_a_step_that_is_gone_is_drawn(whole):
    first = whole.all(Step)[0]
    steps = [step for step in whole.all(Step) if step is not first]
    drawing = draw_map(whole.with_records(Step, steps), first.map)
    of_map = [one for one in whole.all(Transition) if one.map == first.map]
    assert len(drawing.arrows) == len(of_map)
    assert f"{first.code} · unfiled" in words_of(drawing)


def test_steps_of_a_map_that_is_gone_are_on_a_map(whole):
    without = whole.with_records(ProcessMap, ())
    gone = whole.all(ProcessMap)[0].code
    assert f"{gone} · unfiled" in {card.name for card in map_cards(without)}
    own = [step for step in whole.all(Step) if step.map == gone]
    assert len(draw_map(without, gone).boxes) == len(own)


def test_people_of_a_level_that_is_gone_have_a_line(whole):
    *levels, gone = whole.all(Level)
    before = people.grid(whole)[-1]
    after = people.grid(whole.with_records(Level, levels))[-1]
    assert (after.name, after.done) == ("Unfiled", before.done)
    assert gone.code == before.level


def test_notes_without_their_interview_have_one(whole):
    notes = (Note(code="N1", interview="I99"), Note(code="N2"))
    loose = missing_interviews(whole.with_records(Note, (*whole.all(Note), *notes)))
    assert set(loose) == {"I99", NO_INTERVIEW}
    assert set(missing_interviews(whole.with_records(Interview, ()))) == {
        note.interview for note in whole.all(Note)
    }
