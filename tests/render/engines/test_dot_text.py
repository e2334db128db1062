"""DOT text holds numbers and constants, and no way for anything else to get in."""

import re

from hypothesis import given
from hypothesis import strategies as st

from cxo_desktop.domain.drawing import Orientation
from cxo_desktop.render.engines import dot_text
from cxo_desktop.render.engines.graph import Effort, Graph, Link, Size

SIZES = st.builds(Size, st.floats(1, 500), st.floats(1, 500))


@given(st.lists(SIZES, min_size=1, max_size=6), st.data())
def test_nothing_but_numbers_and_constants_reaches_an_engine(boxes, data) -> None:
    number = st.integers(0, len(boxes) - 1)
    link = st.builds(Link, number, number, st.none() | SIZES, st.integers(1, 9))
    links = data.draw(st.lists(link, max_size=9))
    for effort in Effort:
        text = dot_text.write(Graph(tuple(boxes), tuple(links), Orientation.LR), effort)
        words = set(re.findall(r"[A-Za-z_]+", re.sub(r"\b[en]\d+\b|\\n", " ", text)))
        assert words <= {
            *("digraph", "rankdir", "LR", "nodesep", "ranksep", "node", "shape", "box", "weight"),
            *("fixedsize", "true", "label", "edge", "fontname", "Courier", "arrowsize", "splines"),
            *("width", "height", "id", "fontsize", "nslimit", "mclimit", "line"),
        }
        assert text.count("->") == len(links)


def test_low_effort_leaves_labels_out() -> None:
    graph = Graph((Size(10, 10),), (Link(0, 0, Size(50, 12)),), Orientation.TB)
    assert '"0' in dot_text.write(graph)
    assert '"0' not in dot_text.write(graph, Effort.LOW)


def test_sizes_are_rounded_up_to_whole_points() -> None:
    graph = Graph((Size(71.2, 36),), (), Orientation.TB)
    assert "width=1.000000,height=0.500000" in dot_text.write(graph)
