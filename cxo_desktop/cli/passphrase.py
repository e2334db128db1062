"""``cxo passphrase`` and ``cxo keyring``: what opens the workspace, and how it is changed."""

from __future__ import annotations

from pathlib import Path

import click

from cxo_desktop.cli.session import Session, first_line, pass_session, secret
from cxo_desktop.i18n import _

NEW_VARIABLE = "CXO_NEW_PASSPHRASE"
RECOVERY_VARIABLE = "CXO_RECOVERY_KEY"


@click.group()
def passphrase() -> None:
    """Change the passphrase or the recovery key of the workspace."""


@passphrase.command("change")
@click.option(
    "--new-file",
    type=click.Path(path_type=Path, dir_okay=False),
    help=_("File whose first line is the new one; else CXO_NEW_PASSPHRASE, else you are asked."),
)
@click.option(
    "--by-recovery-key",
    is_flag=True,
    help=_("Open with the printed key (CXO_RECOVERY_KEY, else you are asked), if it is forgotten."),
)
@pass_session
def change(session: Session, new_file: Path | None, *, by_recovery_key: bool) -> None:
    """Let another passphrase open the workspace; the recovery key stays as it is."""
    vault = session.locked.workspace.vault
    if by_recovery_key:
        vault.unlock_by_recovery(
            secret(_("Recovery key"), RECOVERY_VARIABLE, _("it on a terminal"))
        )
    else:
        vault.unlock(session.passphrase())
    new = first_line(new_file) if new_file else _new_passphrase()
    vault.set_passphrase(new)
    session.result({"changed": True}, _("The new passphrase opens this workspace."))


@passphrase.command("recovery-key")
@pass_session
def recovery_key(session: Session) -> None:
    """Print a new recovery key; the one before opens no more."""
    key = session.services.workspace.vault.renew_recovery()
    session.say(_("Write it on paper now: it is shown once. The one before is void."))
    session.result({"recovery_key": key}, key)


@click.group()
def keyring() -> None:
    """Let the keyring of this laptop open the workspace, or no more."""


@keyring.command("use")
@pass_session
def use(session: Session) -> None:
    """Open the workspace without asking, for whoever is signed in to this laptop as you."""
    session.services.workspace.vault.use_keyring()
    session.result({"in_keyring": True}, _("The keyring of this laptop opens this workspace."))


@keyring.command("leave")
@pass_session
def leave(session: Session) -> None:
    """Ask for the passphrase again."""
    session.locked.workspace.vault.leave_keyring()
    session.result({"in_keyring": False}, _("The passphrase is asked for again."))


@keyring.command("status")
@pass_session
def status(session: Session) -> None:
    """Tell whether the keyring of a laptop is to open the workspace."""
    used = session.locked.workspace.vault.in_keyring
    words = _("The keyring of a laptop opens this workspace.")
    session.result(
        {"in_keyring": used}, words if used else _("Only the passphrase opens this workspace.")
    )


def _new_passphrase() -> str:
    return secret(_("New passphrase"), NEW_VARIABLE, "--new-file FILE", confirm=True)
