"""What came in lately is remembered, and the share's being there not too often."""

from datetime import UTC, datetime, timedelta

from cxo_desktop.sync.arrivals import KEPT, arrivals, last_seen, note_exchange

NOON = datetime(2026, 11, 25, 12, tzinfo=UTC)


def test_the_newest_come_first_and_old_ones_go(two):
    local = two[0].local
    for number in range(KEPT + 5):
        note_exchange(local, {"dev": [("note", f"{number}-{n}") for n in range(number + 1)]}, NOON)
    found = arrivals(local)
    assert len(found) == KEPT
    assert found[0].records == {"note": KEPT + 5}
    assert found[0].at == NOON


def test_an_exchange_with_nothing_new_writes_once_an_hour(two):
    local = two[0].local
    note_exchange(local, {"dev": [("note", "a")]}, NOON)
    note_exchange(local, {}, NOON + timedelta(minutes=1))
    assert last_seen(local) == NOON
    note_exchange(local, {}, NOON + timedelta(hours=2))
    assert last_seen(local) == NOON + timedelta(hours=2)
    note_exchange(local, {}, NOON)
    assert last_seen(local) == NOON
