"""The machine's own dot, as a process with limits."""

import contextlib
import os
import shutil
import time
from pathlib import Path

import pytest

from cxo_desktop.domain.drawing import Orientation
from cxo_desktop.domain.errors import Cancelled
from cxo_desktop.render.engines import dot_text, system_dot
from cxo_desktop.render.engines.graph import (
    Effort,
    EngineFailed,
    EngineMissing,
    Graph,
    Link,
    OutOfTime,
    Size,
)

CHAIN = Graph((Size(100, 30), Size(80, 40)), (Link(0, 1, Size(90, 12)), Link(0, 1)), Orientation.LR)
needs_dot = pytest.mark.skipif(shutil.which("dot") is None, reason="no dot on this machine")


def never() -> bool:
    return False


@needs_dot
def test_it_places_boxes_and_tells_its_version() -> None:
    layout = system_dot.lay_out(CHAIN, Effort.FULL, 10, never)
    assert layout.engine.startswith("Graphviz ")
    assert layout.engine.endswith(" (system)")
    assert layout.centres[0].x + 50 < layout.routes[0].label.x < layout.centres[1].x - 40


def children() -> set[str]:
    """Return the processes that this one has started and not yet buried."""
    found = set()
    for stat in Path("/proc").glob("[0-9]*/stat"):
        with contextlib.suppress(FileNotFoundError, ProcessLookupError):
            fields = stat.read_text(encoding="utf-8", errors="replace").rpartition(")")[2].split()
            if int(fields[1]) == os.getpid():
                found.add(stat.parent.name)
    return found


@needs_dot
def test_it_is_stopped_in_time_and_leaves_no_process(runaway) -> None:
    before = children()
    with pytest.raises(OutOfTime):
        system_dot.lay_out(runaway, Effort.FULL, 0.3, never)
    assert children() <= before


@needs_dot
def test_it_can_be_cancelled(runaway) -> None:
    end = time.monotonic() + 0.2
    with pytest.raises(Cancelled):
        system_dot.lay_out(runaway, Effort.FULL, 20, lambda: time.monotonic() > end)


@needs_dot
def test_computing_too_long_counts_as_out_of_time(runaway, monkeypatch) -> None:
    limited = system_dot._LIMITED.replace(f"-t {system_dot.CPU_SECONDS}", "-t 1")
    monkeypatch.setattr(system_dot, "_LIMITED", limited)
    with pytest.raises(OutOfTime, match="computed"):
        system_dot.lay_out(runaway, Effort.FULL, 30, never)


@needs_dot
def test_too_little_memory_is_a_failure(runaway, monkeypatch) -> None:
    limited = system_dot._LIMITED.replace(f"-v {system_dot.MEMORY_KIB}", "-v 60000")
    monkeypatch.setattr(system_dot, "_LIMITED", limited)
    with pytest.raises(EngineFailed):
        system_dot.lay_out(runaway, Effort.LOW, 30, never)


@needs_dot
def test_it_loads_no_files(tmp_path) -> None:
    picture = tmp_path / "secret.svg"
    picture.write_text("<svg/>")
    read = tmp_path.stat().st_atime_ns
    text = dot_text.write(CHAIN).replace("digraph{", f'digraph{{n1[image="{picture}"];', 1)
    system_dot.run(system_dot.find(), text, 5, never)
    assert picture.stat().st_atime_ns <= max(read, picture.stat().st_mtime_ns)


def test_without_dot_it_says_that_it_is_missing(monkeypatch) -> None:
    monkeypatch.setenv("PATH", "")
    with pytest.raises(EngineMissing):
        system_dot.lay_out(CHAIN, Effort.FULL, 5, never)


def test_a_program_that_is_not_graphviz_is_not_believed(tmp_path, monkeypatch) -> None:
    fake = tmp_path / "dot"
    fake.write_text("#!/bin/sh\necho '{}'\n")
    fake.chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(EngineMissing):
        system_dot.name(system_dot.find())
    with pytest.raises(EngineFailed):
        system_dot.lay_out(CHAIN, Effort.FULL, 5, never)
