"""Every starter is read, added, drawn whole, and sound; a copy is a variant to compare with."""

import pytest

from cxo_desktop.app.history import undo
from cxo_desktop.app.map_check import check_map
from cxo_desktop.app.map_compare import compare_maps
from cxo_desktop.app.map_files import export_map
from cxo_desktop.app.maps import CHAIN, draw_map, map_cards
from cxo_desktop.app.starters import begin_map, copy_map, starters
from cxo_desktop.domain.datachain import DataNode
from cxo_desktop.domain.enums import MapVariant
from cxo_desktop.domain.errors import InputRefused, NotFound
from cxo_desktop.domain.processes import ProcessMap

ALL = [one.code for one in starters()]
GAPS = {"no_evidence", "no_owner", "no_frequency", "unnamed_hand_off"}


def test_the_three_of_the_field_and_a_blank_of_each_kind_are_there():
    assert {"visit-to-report", "scheduling", "survey-to-dashboard"} <= set(ALL)
    assert {"blank-process", "blank-chain"} <= set(ALL)


@pytest.mark.parametrize("starter", ALL)
def test_a_starter_is_drawn_whole_and_sound(empty, tmp_path, starter):
    code = begin_map(empty, starter)
    drawing = draw_map(empty.dossier(), code)
    one = next(it for it in starters() if it.code == starter)
    rows = one.process.steps if one.process else one.nodes
    assert len(drawing.boxes) == len(rows)
    assert len(drawing.arrows) == len(one.process.transitions if one.process else one.flows)
    assert {advice.rule for advice in check_map(empty.dossier(), code)} <= GAPS
    for ending in ("svg", "png", "pdf"):
        export_map(empty.dossier(), code, tmp_path / f"map.{ending}")
        assert (tmp_path / f"map.{ending}").stat().st_size > 1000


def test_beginning_is_one_step_to_undo(empty):
    begin_map(empty, "survey-to-dashboard")
    assert len(empty.dossier().all(DataNode)) == 8
    undo(empty)
    assert empty.dossier().all(DataNode) == ()
    with pytest.raises(NotFound):
        begin_map(empty, "no-such")


def test_a_copy_is_a_variant_that_equals_its_origin(sample):
    code = copy_map(sample, "PM1", MapVariant.TO_BE, "Shorter")
    card = next(one for one in map_cards(sample.dossier()) if one.code == code)
    assert (card.name, card.variant) == ("Shorter", MapVariant.TO_BE)
    assert compare_maps(sample.dossier(), "PM1", code).lines() == []
    assert sample.get(ProcessMap, "PM1").name != "Shorter"
    with pytest.raises(InputRefused):
        copy_map(sample, CHAIN, MapVariant.TO_BE)
