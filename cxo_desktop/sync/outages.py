"""Why a server does not do what a share needs, in words that say what can be done about it.

A library says of a lost connection only that it is lost. So the network is asked itself: is the
server known, does it answer, does anything listen there?
"""

from __future__ import annotations

import socket

from cxo_desktop.i18n import _
from cxo_desktop.sync.addresses import Address
from cxo_desktop.sync.transport import ShareUnreachable, unreachable

CONNECT_SECONDS = 10
ANSWER_SECONDS = 30
_LOOK_SECONDS = 5


class UnknownServer(ShareUnreachable):
    """A server shows a key that nobody has confirmed yet; ``fingerprint`` is that key's."""

    def __init__(self, host: str, fingerprint: str) -> None:
        super().__init__(
            _("The share was not reached."),
            _("{host} is not known to this laptop yet; its key is {fingerprint}.").format(
                host=host, fingerprint=fingerprint
            ),
            _(
                "Compare the key with whoever runs the server, then answer yes, or write "
                "“;fingerprint={fingerprint}” after the user in the address."
            ).format(fingerprint=fingerprint),
        )
        self.host = host
        self.fingerprint = fingerprint


def no_answer(address: Address) -> ShareUnreachable:
    """Return the error for a connection that was not made or broke off, after a look at why."""
    host = address.host
    try:
        socket.create_connection((host, address.port), _LOOK_SECONDS).close()
    except socket.gaierror:
        return unreachable(
            _("There is no server {host}, or this laptop is offline.").format(host=host)
        )
    except TimeoutError:
        return unreachable(_("{host} does not answer.").format(host=host))
    except ConnectionRefusedError:
        return unreachable(
            _("{host} is there, but no share is served on its port {port}.").format(
                host=host, port=address.port
            )
        )
    except OSError as error:
        return unreachable(
            _("There is no way to {host}: {reason}.").format(
                host=host, reason=error.strerror or error
            )
        )
    return unreachable(_("The connection to {host} broke off.").format(host=host))


def not_let_in(address: Address) -> ShareUnreachable:
    """Return the error for a user, password or key that the server did not take."""
    if address.service == "sftp" and not address.password:
        return unreachable(
            _("{host} accepted neither the user nor a key of this laptop.").format(
                host=address.host
            ),
            _("Nothing is lost. Let your key be entered there; or write “USER:@” for a password."),
        )
    return unreachable(
        _("{host} did not accept the user or the password.").format(host=address.host),
        _("Nothing is lost. Check both; “cxo sync PLACE” is told an address that has changed."),
    )


def not_allowed(address: Address) -> ShareUnreachable:
    """Return the error for something that this user may not do."""
    return unreachable(
        _("{host} does not allow you to read or write there.").format(host=address.host),
        _("Nothing is lost. Ask whoever runs the server for the right to do both."),
    )


def no_folder(address: Address) -> ShareUnreachable:
    """Return the error for a folder, share or bucket that is not there."""
    return unreachable(
        _("There is no “{path}” on {host}.").format(path=address.folder, host=address.host),
        _("Nothing is lost. Make it there, or correct the address."),
    )


def no_room(address: Address) -> ShareUnreachable:
    """Return the error for a server that takes no more."""
    return unreachable(
        _("The disk of {host} is full, or your part of it.").format(host=address.host),
        _("Nothing is lost. Make room there, or ask whoever runs the server, and try again."),
    )


def in_trouble(address: Address, reason: str) -> ShareUnreachable:
    """Return the error for a server that could not write and does not say why in so many words."""
    return unreachable(
        _("{host} could not do it ({reason}): its disk may be full.").format(
            host=address.host, reason=reason
        ),
        _("Nothing is lost. Make room there, or ask whoever runs the server, and try again."),
    )


def other_key(address: Address, fingerprint: str) -> ShareUnreachable:
    """Return the error for a server that shows another key than the one that was confirmed."""
    return unreachable(
        _(
            "{host} shows another key than before ({fingerprint}): somebody may be in between."
        ).format(host=address.host, fingerprint=fingerprint),
        _(
            "Nothing was sent. Ask whoever runs the server; if they did change it, name the place "
            "once more with “;fingerprint={fingerprint}” after the user."
        ).format(fingerprint=fingerprint),
    )


def not_trusted(address: Address) -> ShareUnreachable:
    """Return the error for a server whose certificate nobody vouches for."""
    return unreachable(
        _("{host} shows a certificate that this laptop does not trust.").format(host=address.host),
        _(
            "Nothing was sent. Compare the name in the address with the server's; else ask whoever "
            "runs it, or whoever runs the network that you are in."
        ),
    )


def refused(address: Address, reason: str) -> ShareUnreachable:
    """Return the error for a server that answers with something else."""
    return unreachable(
        _("{host} refused: {reason}.").format(host=address.host, reason=reason.rstrip("."))
    )
