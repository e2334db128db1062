"""``cxo conflicts``: what was changed on two laptops at once, and settling it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from cxo_desktop.cli.session import Session, pass_session
from cxo_desktop.domain.records import Json
from cxo_desktop.i18n import _

if TYPE_CHECKING:
    from cxo_desktop.app.conflicts import Conflict


@click.group()
def conflicts() -> None:
    """Show what was changed on two laptops at once, and settle it."""


@conflicts.command("list")
@pass_session
def list_(session: Session) -> None:
    """List what is contested, with all versions; the first of each is the one that shows."""
    from cxo_desktop.app.conflicts import conflicts as open_ones

    with session.opened() as opened:
        found = open_ones(opened)
    session.result(
        [_plain(one) for one in found],
        lambda: "\n".join(line for one in found for line in _lines(one)),
    )


@conflicts.command("resolve")
@click.argument("number", type=int)
@click.option(
    "--keep",
    required=True,
    type=click.Choice(["mine", "theirs", "both", "shown"]),
    help=_("Which version is to stand."),
)
@pass_session
def resolve(session: Session, number: int, keep: str) -> None:
    """Settle the conflict NUMBER."""
    from cxo_desktop.app.conflicts import Keep
    from cxo_desktop.app.conflicts import resolve as settle

    with session.opened() as opened:
        settle(opened, number, Keep(keep))
    session.result({"number": number, "kept": keep}, _("Settled."))


def _plain(one: Conflict) -> dict[str, Json]:
    return {
        "number": one.number,
        "kind": one.table,
        "code": one.code,
        "field": one.field or None,
        "merged": one.merged,
        "versions": [
            {"value": side.value, "by": side.by, "mine": side.mine, "at": side.at.isoformat()}
            for side in one.versions
        ],
    }


def _lines(one: Conflict) -> list[str]:
    what = one.field or _("removed here, changed there")
    lines = [f"{one.number}  {one.table} {one.code}  {what}"]
    if one.merged:
        lines.append(_("  The edits of all are in it; these are the versions:"))
    return lines + [f"  {side.by}: {side.value}" for side in one.versions]
