"""Addresses of shares are taken apart, passwords with them, and never shown."""

import pytest

from cxo_desktop.domain.errors import InputRefused
from cxo_desktop.sync.addresses import parsed

WHO = "asha:a%40b"


def test_all_parts_are_told():
    address = parsed(f"webdav+https://{WHO}@example.org:8443/files/cxo/")
    assert (address.service, address.root) == ("webdav", "https://example.org:8443")
    assert (address.path, address.user, address.password) == ("files/cxo", "asha", "a@b")
    assert "a@b" not in repr(address)


@pytest.mark.parametrize("place", ["ftp://example.org/x", "webdav+https:///x", "s3://bucket"])
def test_what_names_no_service_or_host_is_refused(place):
    with pytest.raises(InputRefused):
        parsed(place)
