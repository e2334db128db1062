"""``cxo duplicates``: what may be there twice, made one; and what lost its home."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from cxo_desktop.cli.session import Session, pass_session
from cxo_desktop.domain.errors import NotFound
from cxo_desktop.i18n import _

if TYPE_CHECKING:
    from cxo_desktop.app.duplicates import Twice
    from cxo_desktop.app.engagement import OpenEngagement


@click.group()
def duplicates() -> None:
    """Find what two of you may have put down twice, and make it one."""


@duplicates.command("list")
@pass_session
def list_(session: Session) -> None:
    """List pairs of records that may be the same; names are not shown, but codes."""
    from cxo_desktop.app.duplicates import duplicates as found

    with session.opened() as opened:
        pairs = found(opened)
    session.result(
        [{"kind": one.table, "first": one.first, "second": one.second} for one in pairs],
        lambda: "\n".join(f"{one.table}  {one.first}  {one.second}" for one in pairs),
    )


@duplicates.command("merge")
@click.argument("first")
@click.argument("second")
@pass_session
def merge(session: Session, first: str, second: str) -> None:
    """Make one of FIRST and SECOND, by code; the one kept is the older. Undo makes two again."""
    from cxo_desktop.app.duplicates import make_one

    with session.opened() as opened:
        pair = _pair(opened, first, second)
        make_one(opened, pair)
    session.result({"kept": pair.first, "gone": pair.second}, _("They are one now."))


@duplicates.command("apart")
@click.argument("first")
@click.argument("second")
@pass_session
def apart(session: Session, first: str, second: str) -> None:
    """Say that FIRST and SECOND are two; the pair is not listed again on this laptop."""
    from cxo_desktop.app.duplicates import keep_apart

    with session.opened() as opened:
        keep_apart(opened, _pair(opened, first, second))
    session.result({"first": first, "second": second}, _("They are two."))


def _pair(opened: OpenEngagement, first: str, second: str) -> Twice:
    from cxo_desktop.app.duplicates import duplicates as found

    for one in found(opened):
        if {one.first, one.second} == {first, second}:
            return one
    raise NotFound(
        _("Nothing was done."),
        _("{first} and {second} are no pair that may be the same.").format(
            first=first, second=second
        ),
        _("“cxo duplicates list” shows the pairs."),
    )
