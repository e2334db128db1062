"""Instants only ever grow, whatever the laptop's clock does."""

from hypothesis import given
from hypothesis import strategies as st

from cxo_desktop.domain.clock import HybridClock, seconds_of

YEARS = 400_000_000


@given(st.lists(st.integers(-YEARS, YEARS), min_size=2, max_size=50))
def test_instants_grow_though_the_clock_jumps_by_years(jumps):
    seconds = iter([2_000_000_000 + jump for jump in jumps])
    clock = HybridClock(now=lambda: next(seconds))
    instants = [clock.tick() for _ in jumps]
    assert instants == sorted(set(instants))


@given(st.integers(0, 2**62), st.integers(0, 2**62))
def test_what_was_seen_from_others_lies_before_what_comes(last, seen):
    clock = HybridClock(last, now=lambda: 0.0)
    clock.witness(seen)
    assert clock.tick() > max(last, seen)


def test_many_changes_in_one_millisecond_stay_apart_and_on_time():
    clock = HybridClock(now=lambda: 1_800_000_000.0)
    instants = [clock.tick() for _ in range(40_000)]
    assert len(set(instants)) == 40_000
    assert abs(seconds_of(instants[-1]) - 1_800_000_000.0) < 0.01


def test_an_instant_fits_a_column_of_the_database():
    assert HybridClock(now=lambda: 8_000_000_000.0).tick() < 2**63
