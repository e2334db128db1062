"""The chip and the rows say what is true of the share, the most pressing first."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from cxo_desktop.app.erasures import Erasure
from cxo_desktop.app.sharing import Arrived, Laptop, Quarantined, Request, ShareStatus
from cxo_desktop.app.syncing import WouldDo
from cxo_desktop.ui import share_rows
from cxo_desktop.ui.share_work import ShareNow

NOON = datetime(2026, 3, 5, 12, tzinfo=UTC)
STATUS = ShareStatus("/team", "space", (), 0, 0, ())
ASKING = (Request("dev", "", "", "Meena", "a b c d e f"),)


@pytest.mark.parametrize(
    ("status", "now", "words"),
    [
        ({}, {}, "Shared"),
        ({"waiting": 3}, {}, "3 to send"),
        ({"waiting": 3}, {"away": "gone"}, "Share away · 3 to send"),
        ({"waiting": 3}, {"away": "gone", "asking": ASKING}, "Somebody asks to join"),
        ({"conflicts": 2}, {"asking": ASKING}, "2 to settle"),
        ({"conflicts": 2, "left": True}, {}, "Share left"),
        ({"conflicts": 2}, {"doing": "Exchanging"}, "Exchanging"),
    ],
)
def test_the_chip_says_the_most_pressing(status, now, words):
    assert share_rows.chip_look(ShareNow(replace(STATUS, **status), **now))[0] == words


def test_nothing_is_said_of_what_is_not_shared():
    assert share_rows.chip_look(ShareNow())[0] == ""
    assert share_rows.state_words(ShareNow()) == "On this laptop only"


def test_a_wrong_clock_and_who_asks_stand_out():
    ravi = Laptop("d", "Ravi", this_one=False, removed=False, last=3, last_at=NOON, hours_ahead=50)
    asks, row = share_rows.laptop_rows([ravi], ASKING)
    assert (asks.title, asks.below) == ("Meena", "asks to be admitted")
    assert (row.aside, row.aside_ink) == ("clock 2 days ahead", "warn")


def test_what_came_in_counts_by_kind():
    [row] = share_rows.arrived_rows([Arrived(NOON, "Ravi", {"note": 3, "action": 1})])
    assert (row.title, row.below) == ("Note 3 · Action 1", "from Ravi")


def test_a_rehearsal_tells_all_that_would_happen():
    found = WouldDo(2, 1, 4000, 1, {"Ravi": {"note": 1}}, 1, ("This file was altered.",))
    titles = [row.title for row in share_rows.would_rows(found)]
    assert titles == [
        "2 changes of yours",
        "1 attachment",
        "Note 1",
        "1 field changed by two",
        "This file was altered.",
    ]
    assert "1 field would be changed" in " ".join(found.lines())


def test_a_file_that_was_not_taken_has_its_reason_in_words():
    one = Quarantined("seg/a/00000002", 0, "missing", "", NOON.isoformat())
    [row] = share_rows.quarantine_rows([one])
    assert row.title == "This file is missing on the share; waiting for it."
    assert row.below == "seg/a/00000002"


def test_the_newest_erasure_comes_first_with_who_has_not_confirmed():
    first, last = share_rows.erasure_rows(
        [Erasure(NOON, "Asha", ("Asha", "Ravi"), ()), Erasure(NOON, "Asha", ("Asha",), ("Ravi",))]
    )
    assert (first.title, first.ink) == ("Not confirmed by Ravi", "warn")
    assert (last.title, last.ink) == ("Gone from all laptops", "ok")
