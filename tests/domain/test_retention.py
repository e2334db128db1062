"""Backups thin out with age, never to nothing."""

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from cxo_desktop.domain.retention import kept

NOW = datetime(2026, 11, 24, 12, 0, tzinfo=UTC)
AGES = st.lists(st.timedeltas(timedelta(days=-3), timedelta(days=800)))


def every(step, until):
    return [NOW - step * number for number in range(int(until / step))]


def ages(stay):
    return sorted(NOW - instant for instant in stay)


def test_half_hourly_backups_of_a_year_and_a_half_thin_out():
    stay = ages(kept(every(timedelta(minutes=30), timedelta(days=550)), NOW))
    spans = [(2 / 24, 5), (1, 22), (14, 14), (60, 8), (365, 11), (550, 0)]
    counts = []
    youngest = timedelta(days=-1)
    for days, _count in spans:
        oldest = timedelta(days=days)
        counts.append(sum(youngest < age <= oldest for age in stay))
        youngest = oldest
    for (days, expected), count in zip(spans, counts, strict=True):
        assert abs(count - expected) <= 1, (days, counts)


def test_the_newest_of_each_hour_is_the_one_that_stays():
    hour = datetime(2026, 11, 24, 3, 0, tzinfo=UTC)
    assert kept([hour, hour.replace(minute=30), NOW], NOW) == {hour.replace(minute=30), NOW}


def test_the_only_backup_stays_however_old():
    old = NOW - timedelta(days=4000)
    assert kept([old], NOW) == {old}


@given(AGES)
def test_what_stays_was_there_and_holds_the_newest(found):
    instants = [NOW - age for age in found]
    stay = kept(instants, NOW)
    assert stay <= set(instants)
    assert not instants or max(instants) in stay


@given(AGES)
def test_pruning_again_takes_no_more(found):
    stay = kept([NOW - age for age in found], NOW)
    assert kept(stay, NOW) == stay


@given(AGES, st.timedeltas(timedelta(0), timedelta(days=400)))
def test_pruned_every_day_or_once_at_the_end_something_of_each_span_is_left(found, later):
    instants = [NOW - age for age in found]
    twice = kept(kept(instants, NOW), NOW + later)
    assert bool(twice) == bool(instants)
    assert len(twice) <= len(kept(instants, NOW + later))
