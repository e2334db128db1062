"""Reads one map of a stranger in a process of its own: bytes come in, JSON goes out.

``python -m cxo_desktop.exchange.map_child bpmn NAME SECONDS BYTES`` with the file on standard
input; it sets its own limits before it reads.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Mapping
from typing import Any

from cxo_desktop.domain.errors import InputRefused
from cxo_desktop.domain.map_sheets import Loss, ReadMap, ReadMaps
from cxo_desktop.domain.plain import from_plain, to_plain
from cxo_desktop.domain.processes import ProcessMap, Step, Transition

READERS = ("bpmn", "graphml")


def main(arguments: list[str]) -> int:
    """Read what is on standard input and answer on standard output; return the exit code."""
    form, name, seconds, most = arguments
    _limit(int(seconds), int(most))
    answer: dict[str, Any]
    try:
        answer = encoded(_read(form, name, sys.stdin.buffer.read()))
    except InputRefused as error:
        answer = {"refused": [error.what, error.why, error.remedy]}
    sys.stdout.buffer.write(json.dumps(answer).encode())
    return 0


def _limit(seconds: int, most: int) -> None:
    """Let the system end this process after so much computing, and give it no more memory."""
    if sys.platform == "win32":
        return
    import resource

    resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds))
    if sys.platform == "linux":  # elsewhere a program's own libraries may be over it already
        resource.setrlimit(resource.RLIMIT_AS, (most, most))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))


def _read(form: str, name: str, content: bytes) -> ReadMaps:
    from cxo_desktop.exchange import bpmn_read, sheet_graphml

    return sheet_graphml.read(name, content) if form == "graphml" else bpmn_read.read(name, content)


def encoded(found: ReadMaps) -> dict[str, Any]:
    """Return maps as JSON values."""
    return {
        "maps": [
            {
                "map": to_plain(one.map),
                "steps": [to_plain(step) for step in one.steps],
                "transitions": [to_plain(move) for move in one.transitions],
            }
            for one in found.maps
        ],
        "losses": [[loss.element, loss.reason] for loss in found.losses],
        "stores": {code: list(store) for code, store in found.stores.items()},
    }


def decoded(answer: Mapping[str, Any]) -> ReadMaps:
    """Return the maps of an answer. Raises InputRefused with the words of the child."""
    if "refused" in answer:
        what, why, remedy = map(str, answer["refused"])
        raise InputRefused(what, why, remedy)
    maps = tuple(
        ReadMap(
            from_plain(ProcessMap, one["map"]),
            tuple(from_plain(Step, step) for step in one["steps"]),
            tuple(from_plain(Transition, move) for move in one["transitions"]),
        )
        for one in answer["maps"]
    )
    losses = tuple(Loss(element, reason) for element, reason in answer["losses"])
    stores = {code: (store[0], store[1]) for code, store in answer["stores"].items()}
    return ReadMaps(maps, losses, stores)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
