"""Graphs to lay out: small ones with every difficulty, and one that is too much."""

import pytest
from hypothesis import strategies as st

from cxo_desktop.domain.drawing import Orientation
from cxo_desktop.render.engines.graph import Graph, Link, Size

SIZES = st.builds(Size, st.floats(10, 160).map(round), st.floats(10, 60).map(round))


@st.composite
def _any_graph(draw: st.DrawFn, most: int = 10) -> Graph:
    boxes = draw(st.lists(SIZES, min_size=1, max_size=most))
    number = st.integers(0, len(boxes) - 1)
    link = st.builds(Link, number, number, st.none() | SIZES, st.integers(1, 8))
    links = draw(st.lists(link, max_size=2 * most))
    return Graph(tuple(boxes), tuple(links), draw(st.sampled_from(Orientation)), 10, 20)


@pytest.fixture(scope="session")
def graphs() -> st.SearchStrategy[Graph]:
    """Any small graph: circles, loops, several links between two boxes, parts apart."""
    return _any_graph()


@pytest.fixture(scope="session")
def runaway() -> Graph:
    """A hundred boxes with fifteen hundred links: too much for careful engines."""
    links = (
        Link(k * 37 % 100, (k * k + 11 * k + k // 100) % 100, Size(80, 11)) for k in range(1500)
    )
    return Graph(tuple(Size(90, 30) for _ in range(100)), tuple(links), Orientation.TB)
