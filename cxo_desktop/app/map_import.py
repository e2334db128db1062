"""Take in maps of other programs: BPMN, DOT and GraphML, with every loss named."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from cxo_desktop.app.backups import back_up_before
from cxo_desktop.app.engagement import OpenEngagement
from cxo_desktop.domain.datachain import DataNode
from cxo_desktop.domain.enums import NodeKind
from cxo_desktop.domain.errors import InputRefused
from cxo_desktop.domain.map_sheets import Loss, ReadMap, ReadMaps
from cxo_desktop.domain.processes import ProcessMap, Step
from cxo_desktop.domain.records import Json
from cxo_desktop.i18n import _

LARGEST_BYTES = 20_000_000
_SECONDS = 10.0


@dataclass(frozen=True, slots=True)
class MapImport:
    """The maps that came in, and what of their files has no place in them."""

    maps: tuple[ProcessMap, ...]
    losses: tuple[Loss, ...]

    def as_plain(self) -> dict[str, Json]:
        """Return the report as JSON."""
        return {
            "maps": [{"id": one.code, "name": one.name} for one in self.maps],
            "losses": [{"element": one.element, "reason": one.reason} for one in self.losses],
        }


def import_maps(engagement: OpenEngagement, paths: Iterable[Path]) -> MapImport:
    """Read files and keep their maps, all or none of them, as one operation.

    Raises InputRefused when one of them cannot be read as a map; then nothing was written.
    """
    found = [_read_some(path) for path in paths]
    maps: list[ProcessMap] = []
    back_up_before(engagement)
    with engagement.operation("import maps"):
        for read in found:
            maps += _keep(engagement, read)
    return MapImport(tuple(maps), tuple(loss for read in found for loss in read.losses))


def _read_some(path: Path) -> ReadMaps:
    found = _read(path)
    if not any(one.steps for one in found.maps):
        raise _refused(path.name, _("It holds nothing that a map could show."))
    return found


def _read(path: Path) -> ReadMaps:
    """Read one file; what it is is told by its content."""
    from cxo_desktop.exchange import sheet_dot
    from cxo_desktop.exchange.map_reader import read_apart

    content = _bytes(path)
    head = content[:4096].replace(b"\0", b"").lstrip(b"\xef\xbb\xbf\xfe\xff \t\r\n").lower()
    if not head.startswith(b"<"):
        return sheet_dot.read(path.name, _graphviz(path.name, content))
    return read_apart("graphml" if b"<graphml" in head else "bpmn", path.name, content)


def _bytes(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            content = file.read(LARGEST_BYTES + 1)
    except OSError as error:
        raise _refused(
            path.name, _("It cannot be read: {reason}.").format(reason=error.strerror)
        ) from error
    if len(content) > LARGEST_BYTES:
        raise _refused(path.name, _("It has more than {most} bytes.").format(most=LARGEST_BYTES))
    return content


def _graphviz(name: str, content: bytes) -> bytes:
    """Return what the sandboxed Graphviz reads in DOT text, without laying it out."""
    from cxo_desktop.render.engines import sandboxed
    from cxo_desktop.render.engines.graph import EngineFailed

    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = content.decode("cp1252", "replace")
    if "\0" in text:
        raise _refused(name, _("It is no text but a binary file."))
    try:
        return sandboxed.run(text, "dot", _SECONDS, lambda: False, answer="dot_json")
    except EngineFailed as error:
        raise _refused(name, _("Graphviz does not read it as a graph.")) from error


def _refused(name: str, why: str) -> InputRefused:
    return InputRefused(
        _("{file} was not imported, and nothing was written.").format(file=name),
        why,
        _("Choose a file in BPMN 2.0, DOT or GraphML."),
    )


def _keep(engagement: OpenEngagement, read: ReadMaps) -> list[ProcessMap]:
    data = _data_nodes(engagement, read)
    kept: list[ProcessMap] = []
    for one in read.maps:
        kept.append(keep_map(engagement, _linked(one, data), kept[0].code if kept else ""))
    return kept


def keep_map(engagement: OpenEngagement, rows: ReadMap, home: str = "") -> ProcessMap:
    """Keep a map with its steps and arrows under a new code; ``home`` holds its document."""
    from cxo_desktop.exchange.bpmn_read import KEY

    row = replace(rows.map, id="", code="")
    marks = row.extra.get(KEY)
    if home and isinstance(marks, dict):
        row = replace(row, extra={**row.extra, KEY: {**marks, "of": home}})
    kept = engagement.add(row)
    engagement.add_all([replace(step, map=kept.code) for step in rows.steps])
    engagement.add_all([replace(move, map=kept.code) for move in rows.transitions])
    return kept


def _data_nodes(engagement: OpenEngagement, read: ReadMaps) -> Mapping[str, str]:
    """Return the code of the data place behind each store; a place of that name is taken."""
    known = {node.name.casefold(): node.code for node in engagement.dossier().all(DataNode)}
    codes: dict[str, str] = {}
    for store, (name, kind) in read.stores.items():
        if name.casefold() not in known:
            node = engagement.add(DataNode(name=name, kind=NodeKind(kind)))
            known[name.casefold()] = node.code
        codes[store] = known[name.casefold()]
    return codes


def _linked(rows: ReadMap, data: Mapping[str, str]) -> ReadMap:
    return replace(rows, steps=tuple(_with_data(step, data) for step in rows.steps))


def _with_data(step: Step, data: Mapping[str, str]) -> Step:
    return replace(step, reads=_codes(step.reads, data), writes=_codes(step.writes, data))


def _codes(stores: Sequence[str], data: Mapping[str, str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(data[store] for store in stores if store in data))
