"""Graphviz in the sandbox: places boxes, keeps its limits, and is only the file that we know."""

import contextlib
import threading
import time

import pytest

from cxo_desktop.domain.drawing import Orientation
from cxo_desktop.domain.errors import Cancelled
from cxo_desktop.render.engines import dot_text, sandboxed
from cxo_desktop.render.engines.graph import (
    Effort,
    EngineFailed,
    EngineMissing,
    Graph,
    Link,
    OutOfTime,
    Size,
)

CHAIN = Graph(
    (Size(100, 30), Size(80, 40), Size(60, 20)),
    (Link(0, 1, Size(90, 12)), Link(0, 1, Size(70, 24)), Link(1, 2), Link(2, 0), Link(1, 1)),
    Orientation.TB,
)


def never() -> bool:
    return False


def test_it_places_boxes_and_leaves_room_for_labels() -> None:
    layout = sandboxed.lay_out(CHAIN, Effort.FULL, 10, never)
    assert layout.engine == sandboxed.NAME
    first, second = layout.routes[0].label, layout.routes[1].label
    assert abs(first.x - second.x) >= (90 + 70) / 2 - 1
    for label in (first, second):
        assert layout.centres[0].y + 15 < label.y < layout.centres[1].y - 20
    assert layout.routes[2].label is None


def test_the_same_graph_gives_the_same_places() -> None:
    assert sandboxed.lay_out(CHAIN, Effort.FULL, 10, never) == sandboxed.lay_out(
        CHAIN, Effort.FULL, 10, never
    )


def test_a_runaway_graph_is_stopped_in_time_and_the_next_one_works(runaway) -> None:
    with pytest.raises(OutOfTime):
        sandboxed.lay_out(runaway, Effort.FULL, 0.3, never)
    assert sandboxed.lay_out(CHAIN, Effort.FULL, 10, never).centres


def test_a_layout_can_be_cancelled(runaway) -> None:
    sandboxed.warm_up()
    end = time.monotonic() + 0.2
    with pytest.raises(Cancelled):
        sandboxed.lay_out(runaway, Effort.FULL, 20, lambda: time.monotonic() > end)


def test_whoever_waits_for_their_turn_can_be_cancelled(runaway) -> None:
    sandboxed.warm_up()
    freed = threading.Event()

    def hold() -> None:
        with contextlib.suppress(Cancelled):
            sandboxed.lay_out(runaway, Effort.FULL, 20, freed.is_set)

    long = threading.Thread(target=hold)
    long.start()
    time.sleep(0.1)
    with pytest.raises(Cancelled):
        sandboxed.lay_out(CHAIN, Effort.FULL, 10, lambda: True)
    freed.set()
    long.join()


def test_too_much_memory_is_refused_not_taken(runaway, monkeypatch) -> None:
    monkeypatch.setattr(sandboxed, "MEMORY", 4 << 20)
    with pytest.raises(EngineFailed):
        sandboxed.lay_out(runaway, Effort.LOW, 10, never)


@pytest.mark.parametrize("text", ["", "digraph{", "nonsense ]", "digraph{a [label=<<b>>]}"])
def test_what_graphviz_refuses_is_a_failure_with_a_reason(text: str) -> None:
    with pytest.raises(EngineFailed, match="Graphviz"):
        sandboxed.dot_json.read(sandboxed.run(text, "dot", 5, never), CHAIN, sandboxed.NAME)


def test_it_reads_no_files(tmp_path) -> None:
    secret = tmp_path / "secret.png"
    secret.write_bytes(b"\x89PNG")
    text = dot_text.write(CHAIN).replace("digraph{", f'digraph{{n1[image="{secret}"];', 1)
    assert b"secret" in sandboxed.run(text, "dot", 5, never)  # the attribute is kept, not followed
    assert sandboxed.dot_json.read(sandboxed.run(text, "dot", 5, never), CHAIN, "x").centres


def test_another_file_than_the_one_we_know_is_not_run(monkeypatch) -> None:
    monkeypatch.setattr(sandboxed, "SHA256", "0" * 64)
    sandboxed._sandbox.cache_clear()
    with pytest.raises(EngineMissing):
        sandboxed.lay_out(CHAIN, Effort.FULL, 5, never)
    sandboxed._sandbox.cache_clear()
