"""Work ends: by itself, at its time limit, or when nobody waits for it any more."""

import threading

import pytest

from cxo_desktop.domain.errors import Cancelled
from cxo_desktop.render.engines import bounded
from cxo_desktop.render.engines.graph import EngineFailed, OutOfTime


def never() -> bool:
    return False


def nothing() -> None:
    """Stop nothing."""


def test_the_result_comes_back() -> None:
    assert bounded.run(lambda: b"done", nothing, 5, never) == b"done"


def test_what_the_work_raises_is_raised() -> None:
    def fail() -> bytes:
        raise EngineFailed("no")

    with pytest.raises(EngineFailed, match="no"):
        bounded.run(fail, nothing, 5, never)


@pytest.mark.parametrize(
    ("seconds", "cancelled", "error"), [(0.05, False, OutOfTime), (5, True, Cancelled)]
)
def test_endless_work_is_stopped(seconds, cancelled, error) -> None:
    told = threading.Event()

    def work() -> bytes:
        told.wait(20)
        return b"late"

    with pytest.raises(error):
        bounded.run(work, told.set, seconds, lambda: cancelled)
    assert told.is_set()


def test_the_thread_has_a_deep_stack_and_others_keep_theirs() -> None:
    usual = threading.stack_size()

    def deep(level: int) -> int:
        return 0 if level == 0 else 1 + deep(level - 1)

    assert bounded.run(lambda: str(deep(900)).encode(), nothing, 5, never) == b"900"
    assert threading.stack_size() == usual
