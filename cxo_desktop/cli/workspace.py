"""``cxo init``: a new workspace and its passphrase."""

from __future__ import annotations

import click

from cxo_desktop.cli.session import Session, pass_session
from cxo_desktop.domain.errors import InputRefused
from cxo_desktop.i18n import _


@click.command()
@pass_session
def init(session: Session) -> None:
    """Make a new workspace with a passphrase, and print its recovery key."""
    from cxo_desktop.compose import open_services

    made = open_services(session.workspace).workspace
    if not made.vault.is_new:
        raise InputRefused(
            _("No workspace was made."),
            _("{folder} holds one already.").format(folder=made.path),
            _("Use it as it is, or name another folder with --workspace."),
        )
    recovery = made.vault.set_passphrase(session.passphrase(confirm=True))
    session.say(
        _("Print this recovery key: without it and the passphrase nobody can read your notes.")
    )
    session.result({"workspace": str(made.path), "recovery_key": recovery}, recovery)
