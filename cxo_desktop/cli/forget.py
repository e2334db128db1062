"""``cxo forget``: a person's words and names go for good."""

from __future__ import annotations

import click

from cxo_desktop.cli.session import Session, pass_session
from cxo_desktop.i18n import _


@click.command()
@click.argument("person")
@click.option("--dry-run", is_flag=True, help=_("Only tell what would go."))
@click.option("--backups", "with_backups", is_flag=True, help=_("Remove all older backups, too."))
@click.option("--yes", is_flag=True, help=_("Do not ask."))
@pass_session
def forget(session: Session, person: str, *, dry_run: bool, with_backups: bool, yes: bool) -> None:
    """Forget PERSON, by code: what they said and who they are is gone for good."""
    from cxo_desktop.app.forget import forget_person, what_goes

    with session.opened() as opened:
        goes = what_goes(opened, person)
        if not dry_run:
            if not yes:
                click.echo("\n".join(goes.lines()), err=True)
                click.confirm(_("This cannot be undone. Go on?"), abort=True, err=True)
            goes = forget_person(opened, person, with_backups=with_backups)
    session.result(
        {
            "person": goes.person,
            "records": dict(goes.records),
            "contents": goes.contents,
            "backups": 0 if with_backups else goes.backups,
            "forgotten": not dry_run,
        },
        lambda: "\n".join(goes.lines()),
    )
