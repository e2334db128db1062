"""Any chain gives a map that can be read: nothing overlaps, nothing is lost, nothing sticks out."""

from dataclasses import replace
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cxo_desktop.domain.datachain import DataFlow, DataNode
from cxo_desktop.domain.drawing import Drawing, Orientation
from cxo_desktop.domain.enums import FlowMethod, FlowState, Frequency
from cxo_desktop.domain.errors import Cancelled
from cxo_desktop.render import chain_map
from cxo_desktop.render.engines import sandboxed

PATH = frozenset({"F01", "F04", "F05", "F08", "F09", "F10", "F11", "F12"})
HOURS = {"F01": 0.0, "F04": 4, "F05": 87, "F08": 449, "F09": 8, "F10": 24, "F11": 24, "F12": 14}


def draw(nodes, flows, tools=None, **changes) -> Drawing:
    facts = {
        "title": "Data chain",
        "on_path": frozenset(),
        "hours": {},
        "tool_names": tools or {},
        "evidence": {},
        "pains": {},
        "orientation": Orientation.TB,
        "fit": (720, 600),
    }
    return chain_map.draw_chain(nodes, flows, **(facts | changes))


def node(code: str, name: str = "A place") -> DataNode:
    return DataNode(code=code, name=name)


def flow(code: str, source: str, target: str, **fields) -> DataFlow:
    return DataFlow(code=code, source=source, target=target, **fields)


@pytest.fixture
def sample(sample_chain):
    return draw(
        sample_chain.nodes,
        sample_chain.flows,
        sample_chain.tools,
        on_path=PATH,
        hours=HOURS,
        evidence={"D05": 8},
        pains={"D05": 2},
        orientation=None,
    )


def test_the_sample_reads_from_top_to_bottom_with_its_days(sample: Drawing) -> None:
    assert sample.orientation is Orientation.TB
    assert sample.engine == sandboxed.NAME
    words = {a.code: " ".join(line.text for line in a.label) for a in sample.arrows}
    assert words["F08"].replace("\u00a0", " ") == "monthly, copied by hand · 19 days"
    assert "·" not in words["F03"]
    assert {a.code for a in sample.arrows if a.bold} == PATH
    top = {box.code: box.y for box in sample.boxes}
    for arrow in sample.arrows:
        if arrow.bold:
            assert top[arrow.tail] < top[arrow.head]


def test_the_sample_fits_a_laptop_legibly(sample: Drawing) -> None:
    # What the map page leaves at 1366 by 768.
    assert chain_map.legibility(sample, (720, 600)) >= 8.5


def test_a_page_gets_a_map_that_can_be_read_on_paper(sample_chain) -> None:
    fit = (499, 640)
    drawing = draw(*sample_chain, on_path=PATH, hours=HOURS, orientation=None, fit=fit)
    assert chain_map.legibility(drawing, fit) >= 7


def test_where_there_is_room_boxes_also_say_kind_and_tool(sample_chain) -> None:
    rich = draw(*sample_chain, fit=(1400, 1000))
    assert {len(box.lines) for box in rich.boxes} <= {2, 3}
    poor = draw(*sample_chain, fit=(500, 400))
    assert {len(box.lines) for box in poor.boxes} <= {1, 2}


def test_labels_of_the_sample_lie_on_no_box_and_on_no_other_label(sample: Drawing) -> None:
    labels = [arrow.label_box for arrow in sample.arrows if arrow.label_box]
    boxes = [(box.x, box.y, box.width, box.height) for box in sample.boxes]
    assert len(labels) == len(sample.arrows)
    for one, other in combinations([*labels, *boxes], 2):
        assert not overlap(one, other)


def overlap(one, other, least: float = 1.0) -> bool:
    across = min(one[0] + one[2], other[0] + other[2]) - max(one[0], other[0])
    down = min(one[1] + one[3], other[1] + other[3]) - max(one[1], other[1])
    return across > least and down > least


def test_badges_count_notes_and_pains(sample: Drawing) -> None:
    box = next(box for box in sample.boxes if box.code == "D05")
    assert [badge.line.text for badge in box.badges] == ["2 pains", "8 notes"]
    assert sum(len(box.badges) for box in sample.boxes) == 2


@given(data=st.data())
def test_any_chain_is_drawn_whole(chains, data) -> None:
    chain = data.draw(chains)
    way = data.draw(st.sampled_from([None, *Orientation]))
    path = frozenset(data.draw(st.sets(st.sampled_from([f.code for f in chain.flows] or [""]))))
    drawing = draw(*chain, on_path=path, orientation=way, evidence={"D1": 3}, pains={"D1": 12})
    known = {row.code for row in chain.nodes}
    assert sorted(box.code for box in drawing.boxes) == sorted(known)
    joined = [f.code for f in chain.flows if {f.source, f.target} <= known]
    assert sorted(arrow.code for arrow in drawing.arrows) == sorted(joined)
    assert (len(joined) < len(chain.flows)) is bool(drawing.remarks)
    frames = [(box.x, box.y, box.width, box.height) for box in drawing.boxes]
    assert not any(overlap(one, other) for one, other in combinations(frames, 2))
    for x, y, width, height in [*frames, *(a.label_box for a in drawing.arrows if a.label_box)]:
        assert 0 <= x <= x + width <= drawing.width
        assert 0 <= y <= y + height <= drawing.height
    for arrow in drawing.arrows:
        for spot in (*arrow.points, arrow.tip):
            assert 0 <= spot.x <= drawing.width
            assert 0 <= spot.y <= drawing.height
    for box in drawing.boxes:
        for line in box.lines:
            assert box.x <= line.x <= line.x + line.width <= box.x + box.width + 1


@given(data=st.data())
def test_rows_in_any_order_give_the_same_map(chains, data) -> None:
    chain = data.draw(chains)
    nodes = data.draw(st.permutations(chain.nodes))
    flows = data.draw(st.permutations(chain.flows))
    assert draw(nodes, flows, chain.tools) == draw(*chain)


def test_several_flows_between_two_nodes_stay_apart() -> None:
    flows = [
        flow(f"F{k}", "A", "B", method=method, frequency=Frequency.DAILY)
        for k, method in enumerate((FlowMethod.API, FlowMethod.RE_ENTRY, FlowMethod.COPY_PASTE))
    ]
    drawing = draw([node("A"), node("B")], flows)
    middles = sorted(arrow.label_box[0] for arrow in drawing.arrows)
    assert len(set(middles)) == 3
    assert len({arrow.points for arrow in drawing.arrows}) == 3
    labels = [arrow.label_box for arrow in drawing.arrows]
    assert not any(overlap(one, other) for one, other in combinations(labels, 2))


def test_circles_and_loops_are_drawn() -> None:
    rows = [node("A"), node("B")]
    ways = [("A", "B"), ("B", "A"), ("A", "A")]
    drawing = draw(rows, [flow(f"F{k}", *way) for k, way in enumerate(ways)])
    assert [(a.tail, a.head) for a in drawing.arrows] == ways


def test_an_empty_chain_says_what_to_do() -> None:
    drawing = draw([], [flow("F1", "A", "B")])
    assert drawing.lines[0].text.startswith("Nothing is on this map yet.")
    assert drawing.lines[0].x + drawing.lines[0].width <= drawing.width
    assert drawing.remarks


def test_a_flow_whose_end_is_not_on_the_map_is_told() -> None:
    drawing = draw([node("A")], [flow("F1", "A", "Z")])
    assert drawing.arrows == ()
    assert drawing.remarks == ("1 flow starts or ends at a place that is not on the map.",)


def test_a_time_that_nobody_knows_is_not_zero() -> None:
    flows = [flow("F1", "A", "B"), flow("F2", "B", "C")]
    drawing = draw(
        [node("A"), node("B"), node("C")],
        flows,
        on_path=frozenset({"F1", "F2"}),
        hours={"F1": 0},
    )
    first, second = drawing.arrows
    assert first.label == ()
    assert second.label[0].text.replace("\u00a0", " ") == "time not known"


def test_the_legend_says_which_states_were_derived() -> None:
    flows = [
        flow("F1", "A", "B", method=FlowMethod.RE_ENTRY),
        flow("F2", "B", "C", state=FlowState.BROKEN),
        flow("F3", "A", "C", method=FlowMethod.API),
    ]
    drawing = draw([node("A"), node("B"), node("C")], flows)
    assert [entry.text for entry in drawing.legend] == [
        "Captured, read or automatic (taken as working)",
        "Broken",
        "Typed again (taken as broken)",
    ]
    dashes = {arrow.code: (arrow.ink, arrow.dash) for arrow in drawing.arrows}
    assert dashes["F1"] == dashes["F2"] != dashes["F3"]


def test_the_larger_orientation_is_taken(sample_chain) -> None:
    wide = draw(*sample_chain, orientation=None, fit=(6000, 350))
    tall = draw(*sample_chain, orientation=None, fit=(500, 2000))
    assert (wide.orientation, tall.orientation) == (Orientation.LR, Orientation.TB)


def test_drawing_can_be_cancelled(sample_chain) -> None:
    with pytest.raises(Cancelled):
        draw(*sample_chain, cancelled=lambda: True)


def test_the_description_tells_the_map_in_words(sample: Drawing) -> None:
    assert sample.description.startswith("14 places and 17 flows.")
    assert "Supervisor Google Sheet: Spreadsheet · Google Sheets." in sample.description
    assert (
        "Supervisor Google Sheet to Merge workbook on analyst laptop. Moves monthly, copied by "
        "hand. Takes 19 days. On the slowest way to the decision. 1 disputed number last quarter."
    ) in sample.description


def test_equal_codes_are_drawn_once(sample_chain) -> None:
    twice = [*sample_chain.nodes, replace(sample_chain.nodes[0], name="Again")]
    drawing = draw(twice, sample_chain.flows)
    assert len(drawing.boxes) == len(sample_chain.nodes)
