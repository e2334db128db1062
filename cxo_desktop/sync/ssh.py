"""A connection to an SSH server that is the one it was: its key is compared before anything."""

from __future__ import annotations

import logging
from pathlib import Path
from typing import Any

from cxo_desktop.sync import outages
from cxo_desktop.sync.addresses import Address


class _NotSeenBefore:
    """What to do about a server whose key is not among those that the system knows."""

    def __init__(self, address: Address) -> None:
        self._address = address

    def missing_host_key(self, client: Any, hostname: str, key: Any) -> None:
        """Let the key in that was confirmed. Raises ShareUnreachable for any other."""
        if self._address.fingerprint == key.fingerprint:
            return
        if self._address.fingerprint or client.get_host_keys().lookup(hostname):
            raise outages.other_key(self._address, key.fingerprint)
        raise outages.UnknownServer(self._address.host, key.fingerprint)


def connected(address: Address) -> Any:
    """Return a connection, by password, or by the keys of this laptop where none is given.

    Raises ShareUnreachable, UnknownServer.
    """
    import paramiko

    # It would print the story of every broken connection.
    logging.getLogger("paramiko").addHandler(logging.NullHandler())
    client = paramiko.SSHClient()
    client.set_missing_host_key_policy(_NotSeenBefore(address))
    known = Path("~/.ssh/known_hosts").expanduser()
    if not address.fingerprint and known.is_file():
        client.load_host_keys(str(known))
    try:
        _connect(client, address)
    except BaseException:
        client.close()
        raise
    return client


def _connect(client: Any, address: Address) -> None:
    import paramiko

    by_key = not address.password
    try:
        client.connect(
            address.host,
            address.port,
            address.user or None,
            address.password or None,
            allow_agent=by_key,
            look_for_keys=by_key,
            timeout=outages.CONNECT_SECONDS,
            banner_timeout=outages.CONNECT_SECONDS,
            auth_timeout=outages.ANSWER_SECONDS,
            channel_timeout=outages.ANSWER_SECONDS,
        )
    except paramiko.BadHostKeyException as error:
        raise outages.other_key(address, error.key.fingerprint) from error
    except (paramiko.AuthenticationException, paramiko.PasswordRequiredException) as error:
        raise outages.not_let_in(address) from error
    except paramiko.SSHException as error:
        # Raised as well when there is no key to try at all.
        if is_alive(client):
            raise outages.not_let_in(address) from error
        raise outages.no_answer(address) from error
    except (OSError, EOFError) as error:
        raise outages.no_answer(address) from error


def is_alive(client: Any) -> bool:
    """Tell whether a connection still stands."""
    transport = client.get_transport()
    return transport is not None and bool(transport.is_active())
