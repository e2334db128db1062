"""The ``dot`` program of the machine, as a process of its own with limits and no files."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from functools import cache

from cxo_desktop.render.engines import bounded, dot_json, dot_text
from cxo_desktop.render.engines.graph import (
    Cancelled,
    Effort,
    EngineFailed,
    EngineMissing,
    Graph,
    Layout,
    OutOfTime,
)

CPU_SECONDS = 10
MEMORY_KIB = 1 << 20
_WRITTEN_BLOCKS = 1 << 16
_ANSWER_SECONDS = 10
# The shell sets limits on itself and becomes dot: nothing runs between fork and exec in Python.
_LIMITED = (
    f"ulimit -t {CPU_SECONDS}; ulimit -v {MEMORY_KIB} 2>/dev/null;"
    f' ulimit -f {_WRITTEN_BLOCKS}; exec "$@"'
)
# A variable that Graphviz takes for a web server's: it then loads no files.
_ENVIRONMENT = {"SERVER_NAME": "1", "LC_ALL": "C.UTF-8"}
_KEPT = ("PATH", "HOME", "SYSTEMROOT")


def lay_out(graph: Graph, effort: Effort, seconds: float, cancelled: Cancelled) -> Layout:
    """Place a graph.

    Raises OutOfTime after ``seconds`` or 10 s of computing, EngineMissing if there is no ``dot``,
    EngineFailed if its answer is unusable, and Cancelled within a tick of being asked.
    """
    program = find()
    answer = run(program, dot_text.write(graph, effort), seconds, cancelled)
    return dot_json.read(answer, graph, name(program))


def find() -> str:
    """Return the path of ``dot``; raises EngineMissing."""
    import graphviz.backend.dot_command as graphviz_command

    program: str | None = shutil.which(graphviz_command.DOT_BINARY)
    if program is None:
        raise EngineMissing("no dot program on this machine")
    return program


@cache
def name(program: str) -> str:
    """Return the engine's name with its version, such as ``Graphviz 2.43.0 (system)``."""
    try:
        said = subprocess.run(  # noqa: S603 - the path that the system itself gives for dot
            [program, "-V"], capture_output=True, timeout=_ANSWER_SECONDS, check=False
        )
    except (OSError, subprocess.TimeoutExpired) as error:
        raise EngineMissing("the dot program of this machine does not answer") from error
    version = re.search(rb"version ([\d.]+)", said.stderr + said.stdout)
    if version is None:
        raise EngineMissing("the dot program of this machine is not Graphviz")
    return f"Graphviz {version[1].decode()} (system)"


def run(program: str, dot: str, seconds: float, cancelled: Cancelled) -> bytes:
    """Return what ``dot`` makes of DOT text, as JSON."""
    process = _start(program)
    answer = bounded.run(
        lambda: process.communicate(dot.encode())[0], process.kill, seconds, cancelled
    )
    if process.returncode != 0:
        raise _failure(process.returncode)
    return answer


def _failure(code: int) -> EngineFailed:
    import signal

    stopped = {-signal.SIGXCPU, -signal.SIGKILL} if os.name == "posix" else set()
    if code in stopped:  # by the kernel, as we raise earlier when it was us
        return OutOfTime(f"dot computed for {CPU_SECONDS} s")
    return EngineFailed(f"dot ended with {code}")


def _start(program: str) -> subprocess.Popen[bytes]:
    import graphviz.backend.dot_command as graphviz_command

    argv = [program, *graphviz_command.command("dot", "json0")[1:]]
    if os.name == "posix":
        argv = ["/bin/sh", "-c", _LIMITED, "sh", *argv]
    kept = {key: os.environ[key] for key in _KEPT if key in os.environ}
    try:
        return subprocess.Popen(  # noqa: S603 - a program and constants; the graph goes to stdin
            argv,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=kept | _ENVIRONMENT,
        )
    except OSError as error:
        raise EngineMissing("dot could not be started") from error
