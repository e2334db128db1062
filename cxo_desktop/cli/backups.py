"""``cxo backup``: make a backup, list them, bring one back."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from cxo_desktop.cli.session import Session, pass_session
from cxo_desktop.domain.records import Json
from cxo_desktop.i18n import _

if TYPE_CHECKING:
    from cxo_desktop.app.backups import Backup

_MEGABYTE = 1024 * 1024


@click.group(invoke_without_command=True)
@click.pass_context
def backup(context: click.Context) -> None:
    """Make a backup of the engagement, list them, or bring one back."""
    if context.invoked_subcommand is None:
        context.invoke(now)


@backup.command("now")
@pass_session
def now(session: Session) -> None:
    """Make a backup now; old ones are thinned out."""
    from cxo_desktop.app.backups import backup_now

    with session.opened() as opened:
        made = backup_now(opened)
    session.result(_plain(made), _line(made))


@backup.command("list")
@pass_session
def list_(session: Session) -> None:
    """List the backups, newest first."""
    from cxo_desktop.app.backups import backups

    with session.opened() as opened:
        there = backups(opened)
    session.result([_plain(one) for one in there], lambda: "\n".join(_line(one) for one in there))


@backup.command("restore")
@click.argument("name", default="latest")
@pass_session
def restore(session: Session, name: str) -> None:
    """Bring back the backup NAME, or the latest; what it replaces becomes a backup."""
    from cxo_desktop.app.backups import restore as bring_back

    done = bring_back(session.services.workspace, session.engagement, name)
    session.result(_plain(done), _("Brought back {line}").format(line=_line(done)))


def _plain(made: Backup) -> dict[str, Json]:
    return {"name": made.path.stem, "made_at": made.made_at.isoformat(), "size": made.size}


def _line(made: Backup) -> str:
    when = made.made_at.astimezone().strftime("%Y-%m-%d %H:%M:%S")
    return f"{made.path.stem}  {when}  {made.size / _MEGABYTE:.1f} MB"
