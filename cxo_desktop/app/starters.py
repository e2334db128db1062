"""Begin a map: from a starter, or as a copy of another map."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from cxo_desktop import assets
from cxo_desktop.app.engagement import OpenEngagement
from cxo_desktop.app.map_import import keep_map
from cxo_desktop.app.map_sheets import rows_of
from cxo_desktop.app.maps import CHAIN, map_card
from cxo_desktop.domain.enums import MapVariant
from cxo_desktop.domain.errors import InputRefused, NotFound
from cxo_desktop.domain.records import EMPTY
from cxo_desktop.i18n import _

if TYPE_CHECKING:
    from cxo_desktop.exchange.starter_files import Starter


def starters() -> tuple[Starter, ...]:
    """Return the maps to begin with, by the names of their files."""
    from cxo_desktop.exchange.starter_files import read_starter

    files = sorted(assets.diagram("starters").glob("*.toml"))
    return tuple(read_starter(file.stem, file.read_text(encoding="utf-8")) for file in files)


def begin_map(engagement: OpenEngagement, code: str, name: str = "") -> str:
    """Add the map of a starter, as one operation; return the code of the map.

    The nodes of a chain join those of the engagement. Raises NotFound for an unknown starter.
    """
    known = {one.code: one for one in starters()}
    if code not in known:
        raise NotFound(
            _("There is no starter “{code}”.").format(code=code),
            _("These exist: {codes}.").format(codes=", ".join(known)),
            _("Name one of these."),
        )
    starter = known[code]
    with engagement.operation("begin a map"):
        if starter.process is None:
            _add_chain(engagement, starter)
            return CHAIN
        rows = replace(starter.process, map=replace(starter.process.map, variant=MapVariant.AS_IS))
        if name:
            rows = replace(rows, map=replace(rows.map, name=name))
        return keep_map(engagement, rows).code


def _add_chain(engagement: OpenEngagement, starter: Starter) -> None:
    codes = {node.code: engagement.add(replace(node, code="")).code for node in starter.nodes}
    engagement.add_all(
        [
            replace(flow, code="", source=codes[flow.source], target=codes[flow.target])
            for flow in starter.flows
        ]
    )


def copy_map(engagement: OpenEngagement, code: str, variant: MapVariant, name: str = "") -> str:
    """Copy a process map as another variant of it, such as what should be; return its code.

    Steps keep their codes, so that the two can be compared. Raises InputRefused for a data
    chain, which has scenarios instead.
    """
    dossier = engagement.dossier()
    card = map_card(dossier, code)
    if card.base == CHAIN:
        raise InputRefused(
            _("The map was not copied."),
            _("There is one data chain; what it could be is a scenario."),
            _("Add a scenario and change it there."),
        )
    rows = rows_of(dossier, card)
    title = name or _("{name} (copy)").format(name=card.name)
    fresh = replace(rows.map, name=title, variant=variant, extra=EMPTY)
    steps = tuple(replace(step, id="") for step in rows.steps)
    moves = tuple(replace(move, id="", extra=EMPTY) for move in rows.transitions)
    with engagement.operation("copy a map"):
        return keep_map(engagement, replace(rows, map=fresh, steps=steps, transitions=moves)).code
