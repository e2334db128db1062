"""Maps to begin with, as TOML files: rows of a process or of a data chain."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from typing import Any

from cxo_desktop.domain.datachain import DataFlow, DataNode
from cxo_desktop.domain.map_sheets import ReadMap
from cxo_desktop.domain.plain import from_plain
from cxo_desktop.domain.processes import ProcessMap, Step, Transition


@dataclass(frozen=True, slots=True)
class Starter:
    """A map to begin with: its name in files, its words, and its rows (one of the two kinds)."""

    code: str
    name: str
    about: str
    process: ReadMap | None = None
    nodes: tuple[DataNode, ...] = ()
    flows: tuple[DataFlow, ...] = ()


def read_starter(code: str, text: str) -> Starter:
    """Return the starter in a TOML text. Raises InputRefused or ValueError for a damaged one."""
    told: dict[str, Any] = tomllib.loads(text)
    name, about = str(told["name"]), str(told["about"])
    if told["kind"] == "chain":
        nodes = tuple(from_plain(DataNode, row, where=code) for row in told["nodes"])
        flows = tuple(from_plain(DataFlow, row, where=code) for row in told["flows"])
        return Starter(code, name, about, None, nodes, flows)
    process = ReadMap(
        ProcessMap(name=name, lanes=tuple(told["lanes"])),
        tuple(from_plain(Step, row, where=code) for row in told["steps"]),
        tuple(
            from_plain(Transition, row, where=code, code_key=None) for row in told["transitions"]
        ),
    )
    return Starter(code, name, about, process)
