"""``cxo map``: list the maps of an engagement and draw them."""

from __future__ import annotations

from pathlib import Path

import click

from cxo_desktop.cli.session import Session, pass_session
from cxo_desktop.i18n import _


@click.group("map")
def map_() -> None:
    """List and draw maps."""


@map_.command("list")
@pass_session
def list_(session: Session) -> None:
    """List the maps: the data chain, then one for each scenario."""
    from cxo_desktop.app.maps import map_cards

    with session.opened() as opened:
        cards = map_cards(opened.dossier())
    session.result(
        [{"id": card.code, "name": card.name} for card in cards],
        lambda: "\n".join(f"{card.code}  {card.name}" for card in cards),
    )


@map_.command("render")
@click.argument("name")
@click.option("-o", "output", required=True, type=click.Path(path_type=Path, dir_okay=False))
@click.option(
    "--orientation",
    type=click.Choice(["auto", "TB", "LR"]),
    default="auto",
    show_default=True,
    help=_("Top to bottom, left to right, or whichever is larger."),
)
@pass_session
def render(session: Session, name: str, output: Path, orientation: str) -> None:
    """Draw the map NAME to a file; its ending (svg, pdf) says how."""
    from cxo_desktop.app.map_files import write_map
    from cxo_desktop.app.maps import draw_map
    from cxo_desktop.domain.drawing import Orientation

    with session.opened() as opened:
        dossier = opened.dossier()
    asked = None if orientation == "auto" else Orientation(orientation)
    drawing = draw_map(dossier, name, orientation=asked)
    write_map(drawing, output)
    for remark in drawing.remarks:
        session.say(remark)
    session.result(
        {"file": str(output), "engine": drawing.engine, "remarks": list(drawing.remarks)},
        _("Wrote {file}.").format(file=output),
    )
