"""Exchanges come each minute, soon after a change, seldom on battery, and wait while one types."""

import pytest

from cxo_desktop.app.share_rule import Past, considerate, due
from cxo_desktop.app.tasks import CancelToken


@pytest.mark.parametrize(
    ("now", "past", "how", "expected"),
    [
        (0, Past(), {}, True),
        (59, Past(tried=0), {}, False),
        (60, Past(tried=0), {}, True),
        (25, Past(tried=0, changed=6), {}, False),
        (26, Past(tried=0, changed=6), {}, True),
        (60, Past(tried=0, changed=50), {}, False),
        (26, Past(tried=10, changed=6), {}, False),
        (60, Past(tried=0, changed=6), {"on_battery": True}, False),
        (900, Past(tried=0), {"on_battery": True}, True),
        (60, Past(tried=0, failures=9), {}, True),
        (60, Past(tried=0, failures=1), {"remote": True}, False),
        (120, Past(tried=0, failures=1), {"remote": True}, True),
        (899, Past(tried=0, failures=9), {"remote": True}, False),
        (900, Past(tried=0, failures=9), {"remote": True}, True),
    ],
)
def test_when_it_is_due(now, past, how, expected):
    assert due(now, past, **{"on_battery": False, "remote": False, **how}) is expected


def test_it_waits_while_somebody_types_and_no_longer():
    told, keys = [], iter([0.0, 0.0, 0.0, -2.0, -2.0])
    tell = considerate(lambda _share, words: told.append(words), CancelToken(), keys.__next__,
                       lambda: 0.5)  # fmt: skip
    tell(0.0, "came in")
    assert (told, next(keys)) == (["came in"], -2.0)


def test_who_cancels_does_not_wait():
    token = CancelToken()
    token.cancel()
    considerate(lambda _share, _words: None, token, lambda: 0.0, lambda: 0.0)(0.0, "sent")
