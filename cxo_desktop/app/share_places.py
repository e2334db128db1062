"""Where a share lies, as a person gives it in a form: a folder, or an address with credentials."""

from __future__ import annotations

from cxo_desktop.sync.addresses import escaped


def is_address(place: str) -> bool:
    """Tell whether a place is an address rather than a folder."""
    return "://" in place


def with_credentials(place: str, user: str, password: str) -> str:
    """Return an address with who asks and the password in it; a folder as it is.

    It is kept in the engagement, encrypted, and never shown with its password.
    """
    place = place.strip()
    if not is_address(place) or not user:
        return place
    scheme, _separator, rest = place.partition("://")
    host, slash, path = rest.partition("/")
    rest = host.rpartition("@")[2] + slash + path
    secret = f":{escaped(password)}" if password else ""
    return f"{scheme}://{escaped(user)}{secret}@{rest}"
