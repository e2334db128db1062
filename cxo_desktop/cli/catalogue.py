"""``cxo catalogue``: what platforms can do, as shipped and as one engagement knows better."""

from __future__ import annotations

from typing import Any

import click

from cxo_desktop.cli.session import Session, pass_session
from cxo_desktop.i18n import _


@click.group()
def catalogue() -> None:
    """Show the platform catalogue, and correct it for this engagement."""


@catalogue.command("list")
@pass_session
def list_(session: Session) -> None:
    """List the platforms."""
    from cxo_desktop.app.catalogue import catalogue_of

    with session.opened() as opened:
        platforms = catalogue_of(opened.dossier()).platforms
    session.result(
        [{"id": it.code, "name": it.name, "summary": it.summary} for it in platforms],
        lambda: "\n".join(f"{it.code}  {it.name}" for it in platforms),
    )


@catalogue.command("show")
@click.argument("platform", default="")
@pass_session
def show(session: Session, platform: str) -> None:
    """Show what PLATFORM, or every platform, can do, who says so, and how old that is."""
    from cxo_desktop.app.catalogue_cells import cells

    with session.opened() as opened:
        value = cells(opened.dossier(), opened.today(), platform)
    session.result(value, lambda: "\n".join(_line(cell) for cell in value))


@catalogue.command("set")
@click.argument("platform")
@click.argument("capability")
@click.argument("level", type=click.Choice(["native", "config", "workaround", "none", "unknown"]))
@click.option("--source", help=_("Where you read or saw it."))
@click.option("--as-of", metavar="YYYY-MM-DD", help=_("When; today if left out."))
@click.option("--note", help=_("What should be known beside it."))
@pass_session
def set_(  # noqa: PLR0913, PLR0917 - one parameter an option
    session: Session,
    platform: str,
    capability: str,
    level: str,
    source: str | None,
    as_of: str | None,
    note: str | None,
) -> None:
    """Say for this engagement how well PLATFORM does CAPABILITY."""
    from cxo_desktop.app.catalogue_cells import set_cell
    from cxo_desktop.domain.platforms import CatalogueCell, Support

    with session.opened() as opened:
        cell = CatalogueCell(
            platform=platform,
            capability=capability,
            level=Support(level),
            source=source,
            as_of=as_of or opened.today().isoformat(),
            note=note,
        )
        set_cell(opened, cell)
    session.result(
        {"platform": platform, "capability": capability, "level": level},
        f"{platform} {capability}: {level}",
    )


@catalogue.command("reset")
@click.argument("platform")
@click.argument("capability")
@pass_session
def reset(session: Session, platform: str, capability: str) -> None:
    """Go back to what was shipped for CAPABILITY of PLATFORM."""
    from cxo_desktop.app.catalogue_cells import reset_cell

    with session.opened() as opened:
        had = reset_cell(opened, platform, capability)
    session.result(
        {"reset": had},
        _("The shipped cell counts again.") if had else _("It was as shipped already."),
    )


def _line(cell: dict[str, Any]) -> str:
    said = {
        "source": cell["source"],
        "judgement": _("judgement"),
        "unknown": _("unknown"),
        "engagement": _("this engagement: {source}").format(
            source=cell["source"] or _("judgement")
        ),
    }[cell["basis"]]
    age = _("older than 18 months") if cell["old"] else ""
    told = (cell["platform"], cell["capability"], cell["level"], said, cell["as_of"], age)
    return "  ".join(part for part in told if part)
