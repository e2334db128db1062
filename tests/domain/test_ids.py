from __future__ import annotations

import threading

from hypothesis import given
from hypothesis import strategies as st

from cxo_desktop.domain.ids import IdFactory, code_for

CLOCKS = st.lists(st.floats(0, 2.0**37), min_size=2, max_size=30)


@given(CLOCKS, st.integers(0, 2**80 - 1))
def test_ids_always_increase_whatever_the_clock_does(ticks, bits):
    clock = iter(ticks)
    factory = IdFactory(clock=lambda: next(clock), random_bits=lambda count: bits)
    made = [factory.new() for _ in ticks]
    assert made == sorted(set(made))
    assert {len(each) for each in made} == {26}


def test_a_later_millisecond_sorts_later_across_laptops():
    early = IdFactory(clock=lambda: 1000.000, random_bits=lambda count: 2**count - 1)
    late = IdFactory(clock=lambda: 1000.001, random_bits=lambda count: 0)
    assert early.new() < late.new()


def test_two_laptops_at_the_same_moment_do_not_meet():
    one, other = (IdFactory(clock=lambda: 1000.0) for _ in range(2))
    assert not {one.new() for _ in range(500)} & {other.new() for _ in range(500)}


def test_threads_never_get_the_same_id():
    factory = IdFactory()
    made: list[str] = []
    workers = [
        threading.Thread(target=lambda: made.extend(factory.new() for _ in range(300)))
        for _ in range(4)
    ]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    assert len(set(made)) == 1200


def test_a_code_is_short_and_says_its_kind():
    row_id = IdFactory().new()
    assert code_for("N", row_id) == "N-" + row_id[-8:]
