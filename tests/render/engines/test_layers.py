"""The layered graph joins neighbours only, and ordering it spares crossings."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from cxo_desktop.render.engines import layers
from cxo_desktop.render.engines.layers import Piece, Tie

LABEL = Piece(30, 10)
PIECES = [Piece(20, 10, lane) for lane in (0, 1, 2, 0, 1, 2, 0)]
TIES = st.lists(
    st.builds(Tie, st.integers(0, 6), st.integers(0, 6), st.none() | st.just(LABEL)), max_size=14
)


def never() -> bool:
    return False


@given(TIES)
def test_every_tie_runs_rank_by_rank_between_its_ends(ties) -> None:
    net = layers.build(PIECES, ties, 3)
    for index, (tie, chain) in enumerate(zip(ties, net.chains, strict=True)):
        if tie.tail == tie.head:
            assert chain == ()
            continue
        ends = (tie.head, tie.tail) if index in net.flipped else (tie.tail, tie.head)
        assert (chain[0], chain[-1]) == ends
        assert all(net.rank[b] == net.rank[a] + 1 for a, b in pairwise(chain))
        assert (index in net.labels) is (tie.label is not None)
    assert layers.bends(len(PIECES), ties) == len(net.rank) - len(PIECES)
    seated = [knot for cell in net.cells.values() for knot in cell]
    assert sorted(seated) == list(range(len(net.rank)))
    for (rank, lane), knots in net.cells.items():
        assert all(net.rank[k] == rank and net.pieces[k].lane == lane for k in knots)


@given(TIES)
def test_ordering_never_makes_more_crossings(ties) -> None:
    net = layers.build(PIECES, ties, 3)
    before = brute(net)
    layers.order(net, never)
    assert brute(net) <= before
    assert layers.crossings(net, layers._places(net)) == brute(net)


def brute(net) -> int:
    """Count crossings pair by pair."""
    seat = {
        knot: (lane, place)
        for (_, lane), knots in net.cells.items()
        for place, knot in enumerate(knots)
    }
    links = [(net.rank[a], seat[a], seat[b]) for a, ends in enumerate(net.after) for b in ends]
    return sum(
        one[0] == other[0] and one[1] < other[1] and one[2] > other[2]
        for one in links
        for other in links
    )


def test_a_crossing_that_can_be_undone_is_undone() -> None:
    pieces = [Piece(10, 10) for _ in range(4)]
    net = layers.build(pieces, [Tie(0, 3), Tie(1, 2)], 1)
    assert brute(net) == 1
    layers.order(net, never)
    assert brute(net) == 0


def test_a_given_order_is_where_ordering_begins() -> None:
    pieces = [Piece(10, 10) for _ in range(3)]
    assert layers.build(pieces, [], 1, given=[2, 0, 1]).cells == {(0, 0): [2, 0, 1]}


def test_unbent_ties_have_no_knots_between() -> None:
    pieces = [Piece(10, 10) for _ in range(3)]
    net = layers.build(pieces, [Tie(0, 1), Tie(1, 2), Tie(0, 2)], 1, bent=False)
    assert net.chains[2] == (0, 2)
    assert len(net.rank) == 3
