"""``cxo map``: list the maps of an engagement, draw, check, compare and take them in."""

from __future__ import annotations

from pathlib import Path

import click

from cxo_desktop.cli.session import Session, pass_session
from cxo_desktop.i18n import _


@click.group("map")
def map_() -> None:
    """List, draw, check, compare and import maps."""


@map_.command("list")
@pass_session
def list_(session: Session) -> None:
    """List the maps: the data chain, one for each scenario, the process maps."""
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
@click.option(
    "--overlay",
    type=click.Choice(["manual", "hours", "disputes", "personal", "single", "waits", "evidence"]),
    help=_("Lay one question over the map."),
)
@click.option("--compare", "other", help=_("Mark what is not as on this other map."))
@pass_session
def render(  # noqa: PLR0913 - one option each
    session: Session,
    name: str,
    output: Path,
    *,
    orientation: str,
    overlay: str | None,
    other: str | None,
) -> None:
    """Write the map NAME to a file.

    Its ending says how: svg, png, pdf, dot, mermaid, graphml, drawio or bpmn. People become
    roles, and what is blocked or off the record stays here; it tells what was left out.
    """
    from cxo_desktop.app.map_files import MapLook, export_map
    from cxo_desktop.app.map_overlays import Overlay
    from cxo_desktop.domain.drawing import Orientation

    with session.opened() as opened:
        dossier = opened.dossier()
    look = MapLook(
        orientation=None if orientation == "auto" else Orientation(orientation),
        overlay=Overlay(overlay) if overlay else None,
        other=other or "",
    )
    written = export_map(dossier, name, output, look)
    drawing = written.drawing
    for remark in (*drawing.remarks, *written.stayed):
        session.say(remark)
    session.result(
        {
            "file": str(output),
            "engine": drawing.engine,
            "remarks": list(drawing.remarks),
            "stayed": list(written.stayed),
        },
        _("Wrote {file}.").format(file=output),
    )


@map_.command("import")
@click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path))
@pass_session
def import_(session: Session, paths: tuple[Path, ...]) -> None:
    """Take in maps: BPMN 2.0, DOT and GraphML; tells what of them has no place."""
    from cxo_desktop.app.map_import import import_maps

    with session.opened() as opened:
        report = import_maps(opened, paths)
    for loss in report.losses:
        session.say(_("{element}: {reason}").format(element=loss.element, reason=loss.reason))
    session.result(
        report.as_plain(),
        lambda: "\n".join(f"{one.code}  {one.name}" for one in report.maps),
    )


@map_.command("check")
@click.argument("name")
@pass_session
def check(session: Session, name: str) -> None:
    """Advise on the map NAME: what is open, the gravest first; nothing is refused."""
    from cxo_desktop.app.map_check import check_map

    with session.opened() as opened:
        advice = check_map(opened.dossier(), name)
    session.result(
        [one.as_plain() for one in advice],
        lambda: "\n".join(f"{one.what} {one.remedy}" for one in advice) or _("Nothing to advise."),
    )


@map_.command("compare")
@click.argument("first")
@click.argument("second")
@pass_session
def compare(session: Session, first: str, second: str) -> None:
    """Tell what of the map SECOND is not as on FIRST, and how each figure changes."""
    from cxo_desktop.app.map_compare import compare_maps

    with session.opened() as opened:
        found = compare_maps(opened.dossier(), first, second)
    session.result(
        found.as_plain(), lambda: "\n".join(found.lines()) or _("The maps are the same.")
    )


@map_.command("new")
@click.argument("starter", required=False)
@click.option("--name", default="", help=_("What the map is to be called."))
@pass_session
def new(session: Session, starter: str | None, name: str) -> None:
    """Begin a map from STARTER; without one, list the starters there are."""
    from cxo_desktop.app.starters import begin_map, starters

    if starter is None:
        session.result(
            [{"id": one.code, "name": one.name, "about": one.about} for one in starters()],
            lambda: "\n".join(f"{one.code}  {one.name}: {one.about}" for one in starters()),
        )
        return
    with session.opened() as opened:
        code = begin_map(opened, starter, name)
    session.result({"id": code}, code)
