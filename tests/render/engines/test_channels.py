"""Ways run at right angles through free channels, each on a track of its own."""

from itertools import combinations, pairwise

from hypothesis import given
from hypothesis import strategies as st

from cxo_desktop.render.engines import channels, layers, placing
from cxo_desktop.render.engines.channels import Channel, Jog
from cxo_desktop.render.engines.layers import Piece, Tie

TIES = st.lists(
    st.builds(Tie, st.integers(0, 7), st.integers(0, 7), st.none() | st.just(Piece(40, 12))),
    max_size=14,
)
PIECES = [Piece(30 + 5 * k, 20 + 3 * k, k % 3) for k in range(8)]


def never() -> bool:
    return False


@given(TIES)
def test_ways_join_their_boxes_at_right_angles_and_cross_no_box(ties) -> None:
    net = layers.build(PIECES, ties, 3)
    layers.order(net, never)
    middle, _ = placing.place(net, 10, 6, never)
    ways, columns = channels.route(net, ties, middle, 20)
    boxes = [_frame(net, columns, middle, k) for k in range(8)]
    for tie, way in zip(ties, ways, strict=True):
        for (ax, ay), (bx, by) in pairwise(way):
            assert ax == bx or abs(ay - by) <= 0.5
        for spot, box in ((way[0], boxes[tie.tail]), (way[-1], boxes[tie.head])):
            assert min(abs(spot[0] - box[0]), abs(spot[0] - box[2])) < 1e-6
            assert box[1] <= spot[1] <= box[3]
        for (ax, ay), (bx, by) in pairwise(way):
            for left, top, right, bottom in boxes:
                inside = (
                    max(ax, bx) > left + 0.01
                    and min(ax, bx) < right - 0.01
                    and max(ay, by) > top + 0.01
                    and min(ay, by) < bottom - 0.01
                )
                assert not inside


def _frame(net, columns, middle, knot):
    piece, along = net.pieces[knot], columns.centre(net.rank[knot])
    return (
        along - piece.along / 2,
        middle[knot] - piece.across / 2,
        along + piece.along / 2,
        middle[knot] + piece.across / 2,
    )


JOGS = st.lists(
    st.builds(Jog, st.just(0), st.floats(0, 200), st.floats(0, 200), st.booleans()), max_size=12
)


@given(JOGS)
def test_jogs_on_one_track_do_not_touch(jogs) -> None:
    channel = Channel({(k, 0): jog for k, jog in enumerate(jogs)})
    count = channel.assign()
    assert set(channel.tracks) == set(channel.jogs)
    assert all(0 <= track < count for track in channel.tracks.values())
    for (one, a), (other, b) in combinations(channel.jogs.items(), 2):
        if channel.tracks[one] == channel.tracks[other]:
            assert max(a.start, a.end) < min(b.start, b.end) or max(b.start, b.end) < min(
                a.start, a.end
            )


def test_who_leaves_where_another_arrives_turns_first() -> None:
    channel = Channel({(0, 0): Jog(0, 50, 80), (1, 0): Jog(0, 20, 50)})
    channel.assign()
    assert channel.tracks[0, 0] < channel.tracks[1, 0]


def test_parallel_jogs_do_not_cross() -> None:
    channel = Channel({(0, 0): Jog(0, 10, 60), (1, 0): Jog(0, 20, 70)})
    channel.assign()
    assert channel.tracks[1, 0] < channel.tracks[0, 0]


def test_two_that_change_places_still_get_tracks() -> None:
    channel = Channel({(0, 0): Jog(0, 10, 60), (1, 0): Jog(0, 60, 10)})
    assert channel.assign() == 2
