"""Run work that may never end on a thread of its own, and stop it in time."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable

from cxo_desktop.domain import errors
from cxo_desktop.render.engines.graph import Cancelled, OutOfTime

TICK = 0.02
# WebAssembly runs on the thread's own stack, which some systems make small.
_STACK = 8 << 20


def run(
    work: Callable[[], bytes], stop: Callable[[], None], seconds: float, cancelled: Cancelled
) -> bytes:
    """Return what ``work`` returns, or raise what it raises.

    After ``seconds``, or a tick after ``cancelled`` tells so, ``stop`` is called until the work
    ends; then OutOfTime or domain.errors.Cancelled is raised.
    """
    results: list[bytes | Exception] = []

    def call() -> None:
        try:
            results.append(work())
        except Exception as error:  # noqa: BLE001 - handed to the waiting thread, which raises it
            results.append(error)

    given_up = _wait(_deep_thread(call), stop, seconds, cancelled)
    result = given_up or results[0]
    if isinstance(result, Exception):
        raise result
    return result


def _wait(
    worker: threading.Thread, stop: Callable[[], None], seconds: float, cancelled: Cancelled
) -> Exception | None:
    """Wait until the worker ends; return why it was stopped, or None if it was not."""
    end = time.monotonic() + seconds
    given_up: Exception | None = None
    while worker.is_alive():
        worker.join(TICK)
        if cancelled():
            given_up = errors.Cancelled()
        elif time.monotonic() >= end:
            given_up = given_up or OutOfTime(f"no layout within {seconds:g} s")
        if given_up is not None:
            stop()
    return given_up


def _deep_thread(work: Callable[[], None]) -> threading.Thread:
    usual = threading.stack_size(_STACK)
    try:
        worker = threading.Thread(target=work, name="layout", daemon=True)
        worker.start()
    finally:
        threading.stack_size(usual)
    return worker
