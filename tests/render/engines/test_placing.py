"""Knots keep their order, their gaps and their lanes."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from cxo_desktop.render.engines import layers, placing
from cxo_desktop.render.engines.layers import Piece, Tie

TIES = st.lists(st.builds(Tie, st.integers(0, 8), st.integers(0, 8)), max_size=16)
PIECES = st.lists(
    st.builds(Piece, st.just(20.0), st.integers(4, 60).map(float), st.integers(0, 2)),
    min_size=9,
    max_size=9,
)


def never() -> bool:
    return False


@given(PIECES, TIES)
def test_order_gaps_and_lanes_are_kept(pieces, ties) -> None:
    net = layers.build(pieces, ties, 3)
    layers.order(net, never)
    middle, bands = placing.place(net, 12, 5, never)
    assert list(bands.edges) == sorted(bands.edges)
    for (_, lane), knots in net.cells.items():
        for one, other in pairwise(knots):
            room = middle[other] - net.pieces[other].ahead - middle[one] - net.pieces[one].behind
            assert room >= 12 - 1e-6
        first, last = knots[0], knots[-1]
        assert middle[first] - net.pieces[first].ahead >= bands.edges[lane] - 1e-6
        assert middle[last] + net.pieces[last].behind <= bands.edges[lane + 1] + 1e-6


def test_a_chain_stands_in_one_line() -> None:
    pieces = [Piece(20, height) for height in (10, 50, 30, 20)]
    net = layers.build(pieces, [Tie(0, 1), Tie(1, 2), Tie(2, 3), Tie(0, 3)], 1)
    middle, _ = placing.place(net, 10, 20, never)
    assert middle[0] == middle[1] == middle[2]
    assert middle[4] == middle[5]


@given(st.lists(st.tuples(st.floats(-99, 99), st.floats(0.1, 9)), min_size=1, max_size=9))
def test_pooling_rises_and_keeps_the_weighted_mean(wishes) -> None:
    placed = placing.rising(wishes)
    assert all(a <= b for a, b in pairwise(placed))
    weights = [weight for _, weight in wishes]
    wished = sum(value * weight for value, weight in wishes)
    assert abs(sum(a * w for a, w in zip(placed, weights, strict=True)) - wished) < 1e-6 * 9999
