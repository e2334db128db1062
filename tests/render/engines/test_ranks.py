"""Ranks run forward along every link that closes no circle."""

from hypothesis import given
from hypothesis import strategies as st

from cxo_desktop.render.engines.ranks import Span, backward, ranks

PAIRS = st.lists(st.tuples(st.integers(0, 7), st.integers(0, 7)), max_size=20)


@given(PAIRS)
def test_turning_the_backward_links_leaves_no_circle(pairs) -> None:
    turned = backward(8, pairs)
    spans = [
        Span(head, tail) if index in turned else Span(tail, head)
        for index, (tail, head) in enumerate(pairs)
        if tail != head
    ]
    rank = ranks(8, spans)
    assert all(rank[span.high] >= rank[span.low] + span.least for span in spans)
    assert min(rank) >= 0


def test_a_chain_is_left_alone_and_a_circle_turned_once() -> None:
    chain = [(0, 1), (1, 2), (0, 2)]
    assert backward(3, chain) == frozenset()
    assert backward(3, [*chain, (2, 0)]) == {3}
    assert backward(1, [(0, 0)]) == frozenset()


def test_a_source_stands_just_before_what_it_feeds() -> None:
    spans = [Span(0, 1), Span(1, 2), Span(3, 2)]
    assert ranks(4, spans) == [0, 1, 2, 1]


def test_labelled_links_take_two_ranks() -> None:
    assert ranks(3, [Span(0, 1, 2), Span(1, 2)]) == [0, 2, 3]


def test_a_long_chain_needs_no_recursion() -> None:
    pairs = [(k, k + 1) for k in range(20_000)]
    assert backward(20_001, pairs) == frozenset()
    assert ranks(20_001, [Span(*pair) for pair in pairs])[-1] == 20_000
