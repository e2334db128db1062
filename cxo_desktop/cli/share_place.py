"""A PLACE among the arguments of a command: a folder, or an address with what it still lacks."""

from __future__ import annotations

import os
import sys

import click

from cxo_desktop.i18n import _

PASSWORD_VARIABLE = "CXO_SHARE_PASSWORD"  # noqa: S105 - the name of a variable


def settled(_context: click.Context, _parameter: click.Parameter, place: str) -> str:
    """Return the place as it is to be used; the ``callback`` of an argument.

    Asks for a password that is not in the address, so that none has to stand in the history of the
    shell, and whether a server's key is the right one. Raises ShareUnreachable, InputRefused.
    """
    from cxo_desktop.app.share_servers import confirmed, lacks_password, with_password

    if lacks_password(place):
        password = _password()
        place = with_password(place, password) if password else place
    return confirmed(place, _confirm)


def _password() -> str:
    if PASSWORD_VARIABLE in os.environ:
        return os.environ[PASSWORD_VARIABLE]
    if not sys.stdin.isatty():
        return ""
    return str(click.prompt(_("Password of the share"), hide_input=True, err=True))


def _confirm(host: str, fingerprint: str) -> bool:
    if not sys.stdin.isatty():
        return False
    click.echo(_("{host} is not known to this laptop yet.").format(host=host), err=True)
    click.echo(_("Its key is {fingerprint}.").format(fingerprint=fingerprint), err=True)
    return click.confirm(
        _("Is this what whoever runs the server says it is?"), err=True, default=False
    )
